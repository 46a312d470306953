//! Other languages: refused as such and never answered, while English among them is answered like English alone.
//! The questions are in `languages/`, one a line.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
#![expect(unreachable_pub, reason = "a test program has no outside")]
#![expect(dead_code, reason = "the real knowledge is asked, not the small one")]

mod program;

use program::{command, empty_folder, package, run};
use serde_json::{Value, json};

/// The lines of a file in `languages/`.
fn lines(file: &str) -> Vec<String> {
    let text = std::fs::read_to_string(package().join("tests/languages").join(file)).unwrap();
    text.lines().map(str::to_owned).collect()
}

/// The replies of the real program with the real knowledge.
fn replies(name: &str, questions: &[&str]) -> Vec<Value> {
    let input: String =
        questions.iter().map(|question| json!({ "question": question }).to_string() + "\n").collect();
    let ran = run(command(&empty_folder(name), &["ask", "--json", "--batch"]), input.as_bytes());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let replies: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(replies.len(), questions.len());
    replies
}

/// What a reply comes to, apart from the words of the question.
fn outcome(reply: &Value) -> Value {
    let ids = |list: &str| -> Vec<Value> {
        reply[list].as_array().unwrap().iter().map(|item| item["entry"].clone()).collect()
    };
    json!([reply["outcome"], reply["reason"], ids("parts"), ids("suggestions")])
}

#[test]
fn another_language_is_refused_as_such_and_never_answered() {
    const AT_LEAST: f64 = 0.95;
    let lines = lines("foreign.txt");
    let questions: Vec<&str> = lines.iter().map(|line| line.split_once('\t').unwrap().1).collect();
    let replies = replies("foreign", &questions);
    let asked = questions.iter().zip(&replies);
    let answered: Vec<&&str> = asked
        .clone()
        .filter(|(_, reply)| reply["outcome"] == "answered")
        .map(|(question, _)| question)
        .collect();
    assert!(answered.is_empty(), "answered: {answered:?}");
    let passed: Vec<&&str> =
        asked.filter(|(_, reply)| reply["reason"] != "not_english").map(|(question, _)| question).collect();
    let share = 1.0 - passed.len() as f64 / questions.len() as f64;
    assert!(share >= AT_LEAST, "{share:.3} known for another language, but not {passed:?}");
}

#[test]
fn english_is_never_taken_for_another_language() {
    let lines = lines("english.txt");
    let questions: Vec<&str> = lines.iter().map(String::as_str).collect();
    for (question, reply) in questions.iter().zip(replies("english", &questions)) {
        assert_ne!(reply["reason"], "not_english", "{question:?}");
    }
}

#[test]
fn english_among_another_language_is_answered_like_english_alone() {
    let lines = lines("mixed.txt");
    let pairs: Vec<(&str, &str)> = lines.iter().map(|line| line.split_once('\t').unwrap()).collect();
    let questions: Vec<&str> = pairs.iter().flat_map(|(mixed, plain)| [*mixed, *plain]).collect();
    for (question, pair) in questions.chunks(2).zip(replies("mixed", &questions).chunks(2)) {
        assert_eq!(outcome(&pair[0]), outcome(&pair[1]), "{question:?}");
    }
}
