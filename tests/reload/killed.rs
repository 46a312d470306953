//! A reload killed at any moment: the generation before or the new one is there, whole, and no snapshot is lost.
//!
//! `AIDE_TEST_KILLS` is how many times, `AIDE_TEST_SEED` from which seed.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use aide_memoire::knowledge::history::{History, KEPT};
use aide_memoire::knowledge::load::{Origin, digest};

use crate::folder::{Folder, scratch};
use crate::program::{command, run};

const KILLS: u64 = 200;
const SEED: u64 = 7;

/// A row of numbers that a seed determines (splitmix64).
struct Random(u64);

impl Random {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % most
    }
}

fn number(variable: &str, otherwise: u64) -> u64 {
    env::var(variable).ok().map_or(otherwise, |text| text.parse().expect("a number"))
}

/// What can be read of the history, by number: the digest of each snapshot's files.
#[track_caller]
fn snapshots(history: &History) -> Vec<(u64, String)> {
    let snapshots = history.snapshots().map(|snapshot| {
        let snapshot = snapshot.unwrap_or_else(|problem| panic!("a corrupt state: {problem}"));
        (snapshot.record.number, digest(&snapshot.files))
    });
    snapshots.collect()
}

#[test]
fn a_kill_at_any_moment_leaves_one_of_the_two_generations_whole() {
    let (folder, state) = (Folder::new("killed"), scratch("killed-state"));
    let mut random = Random(number("AIDE_TEST_SEED", SEED));
    let reload = |arguments: &[&str]| {
        let mut command = command(Path::new(env!("CARGO_TARGET_TMPDIR")), arguments);
        command.arg("--knowledge").arg(&folder.path).arg("--state").arg(&state);
        command
    };
    let began = Instant::now();
    assert_eq!(run(reload(&["reload"]), b"").status, 0);
    let usual = began.elapsed() * 2;
    let history = History::open(&state, &folder.path);
    let mut kept = snapshots(&history);
    let generations = generations(&state);
    let (mut killed, mut written) = (0, 0);
    let kills = number("AIDE_TEST_KILLS", KILLS);
    for round in 0.. {
        if killed == kills {
            break;
        }
        assert!(round < kills * 3, "too few were killed in time: {killed}");
        // Every third one is a rollback, to a generation that has other files than the last.
        let rolls_back = round % 3 == 2 && kept.len() > 1 && kept[0].1 != kept[1].1;
        let (arguments, new) = if rolls_back {
            (vec!["rollback"], kept[1].1.clone())
        } else {
            folder.answer(&format!("It is free, edition {round}."));
            (vec!["reload"], digest(&Origin::Folder(folder.path.clone()).files()))
        };
        let mut child =
            reload(&arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
        // Half of them anywhere, half of them while the snapshot is written, which takes a small part of the time.
        let anywhere = Duration::from_micros(random.below(usual.as_micros() as u64));
        let within = Duration::from_micros(random.below(4000));
        let (mut since, delay) = (Instant::now(), if round % 2 == 0 { anywhere } else { within });
        let mut waits = round % 2 == 1;
        loop {
            if waits && generations.join(".new").exists() {
                (waits, since) = (false, Instant::now());
            }
            if child.try_wait().unwrap().is_some() || (!waits && since.elapsed() >= delay) {
                break;
            }
            thread::yield_now();
        }
        child.kill().unwrap();
        let by_itself = child.wait().unwrap().code();
        assert!(by_itself.is_none_or(|status| status == 0), "round {round}: status {by_itself:?}");
        killed += u64::from(by_itself.is_none());

        let now = snapshots(&history);
        let (before, after) = (kept[0].0, now[0].0);
        if by_itself.is_some() || after != before {
            assert_eq!(now[0], (before + 1, new), "round {round}: the new one, whole");
            written += u64::from(by_itself.is_none());
        } else {
            assert_eq!(now[0], kept[0], "round {round}: the one before, whole");
        }
        // Nothing in between is lost; a kill may leave one more than are kept.
        let least = after.saturating_sub(KEPT as u64 - 1).max(1);
        let numbers: Vec<u64> = now.iter().map(|(number, _)| *number).filter(|n| *n >= least).collect();
        assert_eq!(numbers, (least..=after).rev().collect::<Vec<_>>(), "round {round}: lost snapshots");
        assert!(now.len() <= KEPT + 1, "round {round}: {} are kept", now.len());
        for (number, digest) in kept.iter().filter(|(number, _)| *number >= least) {
            assert!(now.contains(&(*number, digest.clone())), "round {round}: generation {number} changed");
        }
        kept = now;
    }
    println!("{killed} kills, {written} of them after the new generation was kept");
    // And it goes on.
    folder.answer("It is free, at last.");
    let ran = run(reload(&["reload"]), b"");
    assert_eq!(ran.status, 0, "{ran:?}");
    assert_eq!(snapshots(&history)[0].0, kept[0].0 + 1);
    let left: Vec<_> = fs::read_dir(&generations).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(
        left.iter().all(|name| !name.to_string_lossy().starts_with('.')),
        "what was begun is cleared: {left:?}"
    );
}

fn generations(state: &Path) -> PathBuf {
    fs::read_dir(state).unwrap().next().unwrap().unwrap().path().join("generations")
}
