//! What is kept of applied generations: the last twenty, whole; what is damaged is passed over.

use std::fs;
use std::path::PathBuf;

use aide_memoire::desk::{Desk, NotApplied, Signed};
use aide_memoire::knowledge::history::{History, KEPT, LONGEST_NOTE};
use aide_memoire::knowledge::load::{Origin, digest};

use crate::folder::{Folder, QUESTION, scratch};

pub fn signed() -> Signed {
    Signed { by: "a test".to_owned(), at: 1_700_000_000, note: None }
}

/// A desk on a folder and a state folder of this name.
pub fn desk(name: &str) -> (Folder, PathBuf, Desk) {
    let (folder, state) = (Folder::new(name), scratch(&format!("{name}-state")));
    let desk = started(&folder, &state);
    (folder, state, desk)
}

pub fn started(folder: &Folder, state: &std::path::Path) -> Desk {
    Desk::start(&Origin::Folder(folder.path.clone()), Some(state), &signed()).unwrap().0
}

/// What the desk says of the toll.
pub fn says(desk: &Desk) -> String {
    let consultation = desk.ask(QUESTION, &[]);
    let answer = consultation.reply.main_part().outcome.answer().expect("the question is answered");
    answer.entry.answer.clone()
}

/// Reloads with this answer to the question.
pub fn reload(desk: &Desk, folder: &Folder, answer: &str) -> u64 {
    folder.answer(answer);
    desk.apply(&desk.propose().unwrap(), &signed()).unwrap()
}

/// The folder of a snapshot, which are all under one.
fn snapshot(state: &std::path::Path, number: u64) -> PathBuf {
    let home = fs::read_dir(state).unwrap().next().unwrap().unwrap().path();
    home.join("generations").join(format!("{number:04}"))
}

#[test]
fn the_last_twenty_are_kept_and_each_is_what_was_applied() {
    let (folder, state, desk) = desk("twenty");
    let applied = KEPT as u64 + 5;
    let mut digests = vec![digest(&Origin::Folder(folder.path.clone()).files())];
    for number in 2..=applied {
        assert_eq!(reload(&desk, &folder, &format!("It is free, version {number}.")), number);
        digests.push(digest(&Origin::Folder(folder.path.clone()).files()));
    }
    let (records, problems) = desk.history();
    let numbers: Vec<u64> = records.iter().map(|record| record.number).collect();
    assert_eq!(numbers, (6..=applied).rev().collect::<Vec<_>>());
    assert_eq!(problems, [""; 0]);
    let history = History::open(&state, &folder.path);
    for number in numbers {
        let snapshot = history.snapshot(number).unwrap();
        assert_eq!(digest(&snapshot.files), digests[number as usize - 1], "generation {number}");
    }
    assert!(history.snapshot(5).unwrap_err().contains("generation 5 is not kept"));
    // A rollback to the oldest one is one more generation.
    let proposal = desk.propose_rollback(Some(6)).unwrap();
    assert_eq!(desk.apply(&proposal, &signed()), Ok(applied + 1));
    assert_eq!(says(&desk), "It is free, version 6.");
    let last = desk.history().0.remove(0);
    assert_eq!((last.number, last.rollback_of), (applied + 1, Some(6)));
}

#[test]
fn a_damaged_snapshot_is_passed_over_and_its_number_not_used_again() {
    let (folder, state, desk) = desk("damaged");
    reload(&desk, &folder, "It is free, version 2.");
    reload(&desk, &folder, "It is free, version 3.");
    reload(&desk, &folder, "It is free, version 4.");
    fs::write(snapshot(&state, 4).join("files/entries/toll.json"), "{}").unwrap();
    fs::write(snapshot(&state, 3).join("record.json"), "{\"number\": 3").unwrap();
    // A folder that is none of ours, and what a killed writer leaves.
    let generations = snapshot(&state, 4).parent().unwrap().to_owned();
    fs::create_dir(generations.join(".new")).unwrap();
    fs::write(generations.join(".new/record.json"), "{").unwrap();
    fs::write(generations.join("notes.txt"), "hello").unwrap();
    let origin = Origin::Folder(folder.path.clone());
    let (desk, told) = Desk::start(&origin, Some(&state), &signed()).unwrap();
    assert_eq!((desk.current().number, says(&desk).as_str()), (2, "It is free, version 2."));
    assert!(told.iter().any(|told| told.contains("generation 4 is damaged")), "{told:?}");
    assert!(told.iter().any(|told| told.contains("generation 3 is damaged")), "{told:?}");
    assert!(told.iter().any(|told| told.contains("differ from generation 2")), "{told:?}");
    assert_eq!(desk.apply(&desk.propose().unwrap(), &signed()), Ok(5));
    assert_eq!(says(&started(&folder, &state)), "It is free, version 4.");
}

#[test]
fn where_it_cannot_be_kept_it_is_not_applied() {
    let (folder, state, desk) = desk("full");
    folder.answer("It is free, version 2.");
    let proposal = desk.propose().unwrap();
    // In the place of the folder where snapshots are written.
    let generations = snapshot(&state, 1).parent().unwrap().to_owned();
    fs::rename(&generations, generations.with_extension("away")).unwrap();
    fs::write(&generations, "not a folder").unwrap();
    let refused = desk.apply(&proposal, &signed());
    assert!(matches!(refused, Err(NotApplied::Overtaken(_) | NotApplied::Unkept(_))), "{refused:?}");
    assert_eq!((desk.current().number, says(&desk).as_str()), (1, crate::folder::FIRST));
    fs::remove_file(&generations).unwrap();
    fs::rename(generations.with_extension("away"), &generations).unwrap();
    assert_eq!(desk.apply(&proposal, &signed()), Ok(2), "the same proposal, once it can be kept");
}

#[test]
fn a_note_is_cut_and_a_blank_one_is_none() {
    let (folder, _, desk) = desk("notes");
    for (note, kept) in [
        ("é".repeat(LONGEST_NOTE + 1), Some("é".repeat(LONGEST_NOTE))),
        ("  \n ".to_owned(), None),
        (" why ".to_owned(), Some("why".to_owned())),
    ] {
        folder.answer(&format!("It is free, {}.", note.len()));
        let signed = Signed { note: Some(note), ..signed() };
        desk.apply(&desk.propose().unwrap(), &signed).unwrap();
        assert_eq!(desk.history().0[0].note, kept);
    }
}
