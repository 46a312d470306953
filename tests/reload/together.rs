//! Reloads at the same time, with questions in flight.

use std::sync::Barrier;
use std::thread;

use aide_memoire::desk::NotApplied;

use crate::folder::{FIRST, QUESTION};
use crate::kept::{desk, says, signed, started};

const ROUNDS: u64 = 100;
const ASKING: usize = 20;
/// Questions of each who asks, one after the other.
const EACH: usize = 5;

fn version(number: u64) -> String {
    if number == 1 { FIRST.to_owned() } else { format!("It is free, version {number}.") }
}

// https://github.com/serenity-rs/serenity/issues/676
#[test]
fn of_two_reloads_one_is_applied_and_every_reply_is_of_one_generation() {
    let (folder, state, desk) = desk("together");
    let ask = || {
        let consultation = desk.ask(QUESTION, &[]);
        let answer = consultation.reply.main_part().outcome.answer().unwrap();
        assert_eq!(answer.entry.answer, version(consultation.generation.number), "a mixed reply");
        consultation.generation.number
    };
    for next in 2..=ROUNDS + 1 {
        folder.answer(&version(next));
        // Both have their proposal, then everybody goes at once.
        let at_once = Barrier::new(2 + ASKING);
        let reload = || {
            let proposal = desk.propose().unwrap();
            at_once.wait();
            desk.apply(&proposal, &signed())
        };
        let (one, other) = thread::scope(|scope| {
            for _ in 0..ASKING {
                scope.spawn(|| {
                    at_once.wait();
                    let seen = [(); EACH].map(|()| ask());
                    assert!(
                        seen.is_sorted() && seen.iter().all(|n| [next - 1, next].contains(n)),
                        "{seen:?}"
                    );
                });
            }
            let one = scope.spawn(reload);
            let other = scope.spawn(reload);
            (one.join().unwrap(), other.join().unwrap())
        });
        let (applied, refused) = if one.is_ok() { (one, other) } else { (other, one) };
        assert_eq!(applied, Ok(next));
        assert_eq!(refused, Err(NotApplied::Overtaken(next)));
        assert_eq!(ask(), next);
    }
    assert_eq!(says(&started(&folder, &state)), version(ROUNDS + 1));
}

#[test]
fn of_two_processes_one_applies() {
    let (folder, state, bot) = desk("processes");
    let terminal = started(&folder, &state);
    folder.answer(&version(2));
    let (here, there) = (bot.propose().unwrap(), terminal.propose().unwrap());
    assert_eq!(there.generation.number, 2);
    assert_eq!(terminal.apply(&there, &signed()), Ok(2));
    assert_eq!(bot.apply(&here, &signed()), Err(NotApplied::Overtaken(2)));
    assert_eq!((bot.current().number, says(&bot)), (1, version(1)));
    // A new proposal goes on from there, whether or not the other one was taken up.
    folder.answer(&version(3));
    let proposal = bot.propose().unwrap();
    assert_eq!(bot.apply(&proposal, &signed()), Ok(3));
    assert_eq!(terminal.apply(&terminal.propose().unwrap(), &signed()), Ok(4));
}

#[test]
fn a_proposal_falls_when_the_files_change_again() {
    let (folder, _, desk) = desk("changed");
    folder.answer(&version(2));
    let proposal = desk.propose().unwrap();
    folder.answer(&version(3));
    assert_eq!(desk.apply(&proposal, &signed()), Err(NotApplied::FilesChanged));
    assert_eq!(says(&desk), version(1));
    folder.answer(&version(2));
    assert_eq!(desk.apply(&proposal, &signed()), Ok(2), "they are again what they were");
    assert_eq!(desk.audit().latest(1)[0].outcome, "applied");
}
