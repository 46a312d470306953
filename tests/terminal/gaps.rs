//! `exam --gaps`: what fell short, gathered where a curator would write.

use serde_json::{Value, json};

use crate::program::{Ran, command, empty_folder, minimal, package, run};
use crate::{ANSWERED, REFUSED, SUGGESTED, assert_has};

/// Questions to the minimal knowledge base that fall short: three at the toll, two of them answered wrongly; two
/// at the flood, one of them helped by the list; one about a fact that no entry comes near to; and one right.
fn questions() -> String {
    let question = |id: &str, question: &str, gold: Value| {
        let kind = if gold == json!([]) { "unanswerable" } else { "answerable" };
        json!({ "id": id, "question": question, "kind": kind, "gold": gold }).to_string() + "\n"
    };
    [
        question("silent", ANSWERED, json!([])),
        question("foreign", "Сколько стоит проезд?", json!([["The bridge", 2]])),
        question("list", SUGGESTED, json!([["The flood", 1]])),
        question("right", "how much is the toll", json!([["The bridge", 2]])),
        question("other", "will the toll come back", json!([["The bridge", 1]])),
        question("not-held", REFUSED, json!([])),
    ]
    .concat()
}

/// Sits the exam, with these arguments more.
fn exam(name: &str, more: &[&str]) -> Ran {
    let folder = empty_folder(name);
    std::fs::write(folder.join("asked.jsonl"), questions()).unwrap();
    let mut command = command(&folder, &["exam", "asked.jsonl", "--gaps"]);
    command.args(more).arg("--knowledge").arg(minimal());
    run(command, b"")
}

#[test]
fn gaps_come_the_most_troublesome_first_and_before_the_table() {
    let ran = exam("gaps", &[]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let expected = "\
toll-ended: Does it cost anything to cross?
  2 wrong, 0 missed, of these 0 helped by a list
  wrong   silent \"Is there a toll?\"
          said      entry toll-ended
          expected  no answer: the article is silent
  wrong   other \"will the toll come back\"
          said      entry toll-ended
          expected  The bridge, paragraph 1 ← bridge-built (#3)

no entry near The bridge, paragraph 2: Crossing has been free since May, and the mayor rules out a return of the toll.
  0 wrong, 1 missed, of these 0 helped by a list
  missed  foreign \"Сколько стоит проезд?\"
          said      refused not_english
          expected  The bridge, paragraph 2 ← no entry

flood-damage: What did the flood damage?
  0 wrong, 1 missed, of these 1 helped by a list
  helped  list \"damage in 1846\"
          said      list flood-damage bridge-built toll-ended
          expected  The flood, paragraph 1 ← flood-damage (#1)

kind ";
    assert!(ran.out.starts_with(expected), "{}", ran.out);
    let guide = std::fs::read_to_string(package().join("knowledge/README.md")).unwrap();
    let example = expected.split_inclusive("\n\n").next().unwrap();
    assert!(guide.contains(example), "the example in knowledge/README.md is not what is printed");
}

#[test]
fn gaps_as_json_are_the_same_one_a_line() {
    let ran = exam("gaps-json", &["--json"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let gap = |entry: Value, wrong: u8, missed: u8, helped: u8, ids: &[&str]| {
        let questions: Vec<Value> = ids.iter().map(|id| json!({ "id": id })).collect();
        json!({ "entry": entry, "wrong": wrong, "missed": missed, "helped": helped, "questions": questions })
    };
    let expected = json!([
        gap(json!("toll-ended"), 2, 0, 0, &["silent", "other"]),
        gap(Value::Null, 0, 1, 0, &["foreign"]),
        gap(json!("flood-damage"), 0, 1, 1, &["list"]),
    ]);
    assert_has(&Value::from(lines.clone()), &expected);
    let passage = "Crossing has been free since May, and the mayor rules out a return of the toll.";
    assert_has(
        &lines[1],
        &json!({ "question": null, "fact": { "section": "The bridge", "paragraph": 2, "passage": passage } }),
    );
    assert_has(
        &lines[0]["questions"][1],
        &json!({
            "question": "will the toll come back",
            "verdict": "wrong",
            "said": [{ "outcome": "entry", "ids": ["toll-ended"] }],
            "expected": [{ "section": "The bridge", "paragraph": 1 }],
            "entries": [{ "entry": "bridge-built", "rank": 3 }],
        }),
    );
}

#[test]
fn a_floor_holds_with_gaps_too_and_own_questions_may_have_none() {
    assert_eq!(exam("gaps-floor", &["--wrong", "10"]).status, 1);
    let mut command = command(&empty_folder("gaps-golden"), &["exam", "--gaps", "--json"]);
    command.arg("--knowledge").arg(minimal());
    let ran = run(command, b"");
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
}
