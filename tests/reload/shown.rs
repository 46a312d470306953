//! What the terminal shows of a reload, and what it does.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::folder::{FILE, Folder, scratch};
use crate::program::{Ran, command, run};

/// A knowledge folder with a state folder, and the program on both.
struct Terminal {
    folder: Folder,
    state: PathBuf,
}

impl Terminal {
    fn new(name: &str) -> Self {
        Self { folder: Folder::new(name), state: scratch(&format!("{name}-state")) }
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        let mut command = command(Path::new(env!("CARGO_TARGET_TMPDIR")), arguments);
        command.arg("--knowledge").arg(&self.folder.path).arg("--state").arg(&self.state);
        run(command, b"")
    }

    #[track_caller]
    fn check(&self, arguments: &[&str], status: i32, parts: &[&str]) {
        let ran = self.run(arguments);
        assert_eq!(ran.status, status, "{arguments:?}: {ran:?}");
        let said = format!("{}{}", ran.out, ran.err);
        for part in parts {
            assert!(said.contains(part), "{arguments:?}: expected {part:?}, got\n{said}");
        }
    }
}

#[test]
fn a_reload_is_planned_applied_listed_and_rolled_back() {
    let terminal = Terminal::new("whole-way");
    let folder = &terminal.folder;
    terminal.check(&["rollback"], 2, &["nothing was applied yet"]);
    terminal.check(&["history"], 0, &["nothing was applied yet"]);
    terminal.check(
        &["reload", "--plan"],
        0,
        &["would be generation 1, with 3 entries", "3 of 3 golden questions right"],
    );
    terminal.check(&["reload", "--note", "as it was"], 0, &["applied: generation 1, the first one"]);
    terminal.check(&["reload", "--plan"], 0, &["nothing to apply: these are the files of generation 1"]);

    folder.answer("No, it is free.");
    folder.edit("silences.json", |file| {
        let mut silence = file["silences"][0].clone();
        silence["id"] = json!("weight");
        silence["phrasings"] = json!(["how heavy is it", "weight of it", "tons of stone", "mass", "kilos"]);
        file["silences"].as_array_mut().unwrap().push(silence);
    });
    folder.edit("article.json", |file| {
        file["sections"][0]["paragraphs"][0]["passage"] = json!("It was put up long ago, in stone.");
        file["date"] = json!("2024-06-02");
    });
    folder.edit(FILE, |file| {
        let phrasings = file["entries"][0]["phrasings"].as_array_mut().unwrap();
        phrasings[0] = json!("must i pay at the booth");
        phrasings.push(json!("does a walker owe anything"));
    });
    let named = [
        "generation 2, from the knowledge folder, compared with generation 1",
        "article: date edited",
        "entries: 0 added, 1 edited, 0 removed",
        "silences: 1 added, 0 edited, 0 removed",
        "passages: 0 added, 1 edited, 0 removed",
        "golden questions: no outcome changes",
        "edited entry: toll-ended (answer, phrasings +2 −1)",
        "added silence: weight",
        "edited passage: The bridge, paragraph 1 (passage)",
        "exam before: 3 of 3",
        "exam after: 3 of 3",
    ];
    terminal.check(&["reload", "--plan"], 0, &named);
    terminal.check(&["reload", "--plan"], 0, &["generation 2,"]);
    terminal.check(&["reload", "--note", "free now"], 0, &["applied: generation 2", "toll-ended"]);
    terminal.check(&["rollback", "7"], 2, &["generation 7 is not kept; there are 2, 1"]);
    terminal.check(&["rollback", "2"], 1, &["nothing to apply: these are the files of generation 2"]);
    terminal.check(
        &["rollback", "--note", "oh no"],
        0,
        &["generation 3, a rollback to generation 1", "removed silence: weight", "applied: generation 3"],
    );
    let history = terminal.run(&["history"]).out;
    let lines: Vec<&str> = history.lines().collect();
    assert_eq!(lines.len(), 3, "{history}");
    for (line, parts) in lines.iter().zip([
        ["generation 3, 20", " UTC, by terminal, a rollback to generation 1, “oh no”: 3 entries (+0 ~1 −0)"],
        ["generation 2, 20", " UTC, by terminal, “free now”: 3 entries (+0 ~1 −0), 3 silences (+1 ~0 −0)"],
        ["generation 1, 20", " UTC, by terminal, “as it was”: 3 entries (+0 ~0 −0)"],
    ]) {
        assert!(parts.iter().all(|part| line.contains(part)), "expected {parts:?} in {line:?}");
    }
}

#[test]
fn names_synonyms_and_golden_questions_are_told_too() {
    let terminal = Terminal::new("other-lists");
    terminal.check(&["reload"], 0, &["generation 1"]);
    terminal.folder.edit("vocabulary.json", |file| {
        file["names"].as_array_mut().unwrap().push(json!({ "name": "zanzibar", "also": ["unguja"] }));
        let synonym = &mut file["synonyms"][0];
        synonym["also"] = json!(["quetzal"]);
    });
    terminal.folder.edit("exam.json", |file| {
        let questions = file["questions"].as_array_mut().unwrap();
        questions.remove(2);
        questions[0]["entry"] = json!("toll-ended");
    });
    let told = [
        "synonyms: 0 added, 1 edited, 0 removed",
        "names: 1 added, 0 edited, 0 removed",
        "added name: zanzibar",
        "golden questions: 0 added, 1 edited, 1 removed",
        "removed golden question: what is the width of the carriageway",
        "edited golden question: which year did Thorn's bridge get built (entry)",
        // What is expected has changed, and not what is said.
        "TURNS WRONG “which year did Thorn's bridge get built”: answered with bridge-built (right) → answered with \
         bridge-built (not right)",
        "exam after: 1 of 2 golden questions right, 1 wrong",
    ];
    terminal.check(&["reload", "--plan"], 0, &told);
    // Only the form of files.
    let sound = Folder::new("other-form");
    for file in ["exam.json", "vocabulary.json"] {
        terminal.folder.write(file, format!("{}\n\n", sound.read(file)));
    }
    terminal.check(&["reload", "--plan"], 0, &["no content changes: only the form of the files"]);
}

#[test]
fn golden_questions_that_turn_wrong_stop_a_reload_unless_it_is_wanted_anyway() {
    let terminal = Terminal::new("turns-wrong");
    terminal.check(&["reload"], 0, &["generation 1"]);
    terminal.folder.lose_the_toll();
    let told =
        ["TURNS WRONG “what will it cost me to take a cart across”: answered with toll-ended (right) → "];
    terminal.check(&["reload", "--plan"], 0, &told);
    terminal.check(&["reload"], 1, &["not applied: golden questions turn wrong (1, above)"]);
    terminal.check(&["reload", "--plan"], 0, &["compared with generation 1"]);
    terminal.check(&["reload", "--anyway"], 0, &["applied: generation 2"]);
}

#[test]
fn broken_files_are_told_whole_and_change_nothing() {
    let terminal = Terminal::new("broken");
    let sound = terminal.folder.read(FILE);
    terminal.folder.write(FILE, "{");
    for arguments in [&["reload", "--plan"][..], &["reload"]] {
        terminal.check(arguments, 2, &["entries/toll.json:1:", "json-syntax", "cannot be used"]);
    }
    terminal.check(&["history"], 0, &["nothing was applied yet"]);
    terminal.folder.write(FILE, &sound);
    terminal.check(&["reload"], 0, &["generation 1"]);
    terminal.folder.write(FILE, "{");
    terminal.folder.edit("silences.json", |file| file["silences"][0]["reason"] = json!("because"));
    for arguments in [&["reload", "--plan"][..], &["reload"]] {
        terminal.check(arguments, 2, &["json-syntax", "bad-value", "cannot be used: 2 errors"]);
    }
    terminal.check(&["history"], 0, &["generation 1,"]);
}

#[test]
fn where_nothing_can_be_kept_nothing_is_applied() {
    let terminal = Terminal::new("no-state");
    std::fs::write(&terminal.state, "a file in the place of a folder").unwrap();
    terminal.check(&["reload"], 1, &["not applied: the state folder cannot be written"]);
    terminal.check(&["history"], 0, &["nothing was applied yet"]);
    let nowhere = scratch("nowhere");
    let ran = run(command(nowhere.parent().unwrap(), &["reload", "--plan"]), b"");
    assert_eq!(ran.status, 2, "the copy inside the program cannot be reloaded: {ran:?}");
    assert!(ran.err.contains("--knowledge FOLDER"), "{ran:?}");
}
