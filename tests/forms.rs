//! What a question may come in: other languages are refused as such and never answered; English among them, misheard
//! or buried in talk, is answered like the plain question. The questions are in `forms/`, one a line.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
#![expect(unreachable_pub, reason = "a test program has no outside")]
#![expect(dead_code, reason = "the real knowledge is asked, not the small one")]

mod program;

use program::{command, empty_folder, package, run};
use serde_json::{Value, json};

/// The lines of a file in `forms/`.
fn lines(file: &str) -> Vec<String> {
    let text = std::fs::read_to_string(package().join("tests/forms").join(file)).unwrap();
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

/// Asks each first column of a file and the plain question beside it.
#[track_caller]
fn check_alike(file: &str, is_alike: impl Fn(&Value, &Value) -> bool) {
    let lines = lines(file);
    let questions: Vec<&str> = lines.iter().flat_map(|line| line.split('\t')).collect();
    let replies = replies(file, &questions);
    for (pair, questions) in replies.chunks(2).zip(questions.chunks(2)) {
        assert!(is_alike(&pair[0], &pair[1]), "{questions:?} came to {} and {}", pair[0], pair[1]);
    }
}

#[test]
fn english_among_another_language_is_answered_like_english_alone() {
    check_alike("mixed.txt", |mixed, plain| outcome(mixed) == outcome(plain));
}

#[test]
fn words_misheard_cut_up_or_run_together_are_answered_like_the_plain_question() {
    check_alike("heard.txt", |heard, plain| outcome(heard) == outcome(plain));
}

#[test]
fn a_question_buried_in_talk_is_answered_like_the_plain_one() {
    let entries = |reply: &Value| -> Vec<Value> {
        let parts = outcome(reply)[2].as_array().unwrap().clone();
        parts.into_iter().filter(|entry| !entry.is_null()).collect()
    };
    check_alike("buried.txt", |buried, plain| {
        !entries(plain).is_empty() && entries(buried) == entries(plain)
    });
}
