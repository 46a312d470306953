//! `gaps`: what a journal holds, and that nothing asked in a terminal gets into one.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;

use aide_memoire::journal::{FILE, Journal, Nearest, Note, Settings, Unanswered};
use serde_json::{Value, json};

use super::program::{Ran, command, empty_folder, minimal, run};

/// Runs the program with a state folder.
fn with_state(state: &Path, arguments: &[&str], input: &str) -> Ran {
    let minimal = minimal();
    let base = ["--knowledge", minimal.to_str().unwrap(), "--state", state.to_str().unwrap()];
    let arguments: Vec<&str> = base.into_iter().chain(arguments.iter().copied()).collect();
    run(command(Path::new(env!("CARGO_TARGET_TMPDIR")), &arguments), input.as_bytes())
}

/// A state folder whose journal holds these questions.
fn journal(name: &str, questions: &[&'static str]) -> PathBuf {
    let state = empty_folder(name);
    let settings = Settings { folder: Some(state.clone()), days: 30 };
    let journal = Journal::begin(settings, 1_700_000_000, |_| ()).unwrap();
    for (question, at) in questions.iter().zip(1_700_000_000..) {
        let near = |entry: &str, score| Nearest { entry: entry.to_owned(), score };
        let asked = Unanswered {
            question: (*question).to_owned(),
            outcome: "suggested",
            generation: 1,
            nearest: vec![near("flood-damage", 0.95), near("gone", 0.5), near("toll-ended", -0.25)],
        };
        journal.note(Note::Unanswered { token: at.to_string(), at, find: Box::new(|| vec![asked]) });
    }
    let (done, came) = channel();
    journal.work(|_| Ok(()), move |result| done.send(result).unwrap());
    came.recv().unwrap().unwrap();
    state
}

/// What the minimal knowledge does not answer, but for the last one.
const QUESTIONS: [&str; 4] = [
    "which bits were carried off as the river came up",
    "which painter painted the bridge",
    "as the river came up, which bits were carried off",
    "Is there a toll?",
];

#[test]
fn gaps_are_what_is_not_answered_now_the_most_asked_first() {
    let state = journal("gaps", &QUESTIONS);
    let ran = with_state(&state, &["gaps"], "");
    let expected = "\
2 times, suggested: as the river came up, which bits were carried off
  also      which bits were carried off as the river came up
   +0.95    flood-damage: What did the flood damage?
   -0.25    toll-ended: Does it cost anything to cross?

once, suggested: which painter painted the bridge
   +0.95    flood-damage: What did the flood damage?
   -0.25    toll-ended: Does it cost anything to cross?

";
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, expected, ""));
    let ran = with_state(&state, &["gaps", "--json"], "");
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let first = json!({
        "times": 2,
        "outcome": "suggested",
        "latest": 1_700_000_002,
        "questions": [QUESTIONS[2], QUESTIONS[0]],
        "nearest": [{ "entry": "flood-damage", "score": 0.95 }, { "entry": "toll-ended", "score": -0.25 }],
    });
    assert_eq!(
        (lines.len(), &lines[0]["times"], &lines[0]["questions"]),
        (2, &first["times"], &first["questions"])
    );
    assert_eq!((&lines[0]["latest"], &lines[0]["nearest"][1]), (&first["latest"], &first["nearest"][1]));
    let state = journal("answered", &QUESTIONS[3..]);
    let ran = with_state(&state, &["gaps"], "");
    assert_eq!((ran.status, ran.out.trim()), (0, "No question in the journal is without an answer now."));
}

#[test]
fn without_a_journal_it_says_so() {
    let state = empty_folder("no-journal");
    let ran = with_state(&state, &["gaps"], "");
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("there is no journal in") && ran.err.contains("--state"), "{}", ran.err);
    fs::write(state.join(FILE), "this is a note").unwrap();
    let ran = with_state(&state, &["gaps"], "");
    assert_eq!((ran.status, ran.err.trim()), (2, "aide-memoire: the journal's file is damaged"));
}

#[test]
fn what_is_asked_in_a_terminal_is_not_written_down() {
    let state = empty_folder("terminal");
    for (arguments, input) in [
        (&["ask", QUESTIONS[0]][..], ""),
        (&["chat"], "which bits were carried off as the river came up\nthanks\n"),
        (
            &["ask", "--json", "--batch"],
            "{\"question\": \"which bits were carried off as the river came up\"}\n",
        ),
    ] {
        let ran = with_state(&state, arguments, input);
        assert!(ran.out.contains("What did the flood damage?"), "{arguments:?}: {}", ran.out);
    }
    assert_eq!(fs::read_dir(&state).unwrap().count(), 0, "nothing at all");
}
