//! The terminal door, through the real program: exit statuses, JSON, batches, conversations, broken knowledge.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
#![expect(unreachable_pub, reason = "a test program has no outside")]

#[path = "terminal/batch.rs"]
mod batch;
#[path = "terminal/conversation.rs"]
mod conversation;
#[path = "terminal/gaps.rs"]
mod gaps;
#[path = "terminal/origin.rs"]
mod origin;
#[path = "terminal/pipes.rs"]
mod pipes;
mod program;
#[path = "terminal/unanswered.rs"]
mod unanswered;

use std::path::Path;

use program::{Ran, command, minimal, run};
use serde_json::{Value, json};

/// Questions to the minimal knowledge base with a known outcome.
const ANSWERED: &str = "Is there a toll?";
const SUGGESTED: &str = "damage in 1846";
const REFUSED: &str = "what is the height of the arches?";

/// Runs the program on the minimal knowledge base.
fn program(arguments: &[&str], input: &str) -> Ran {
    let knowledge = minimal();
    let mut command = command(Path::new(env!("CARGO_TARGET_TMPDIR")), arguments);
    command.arg("--knowledge").arg(knowledge);
    run(command, input.as_bytes())
}

#[test]
fn exit_statuses() {
    for (question, status, said) in [
        (ANSWERED, 0, "No. The toll ended in May."),
        (SUGGESTED, 1, "    1. What did the flood damage?"),
        (REFUSED, 1, "The article gives no measurements of the bridge."),
        ("", 1, "I found no question in that."),
        ("+++ ??? … — \u{200B}", 1, "I found no question in that."),
        ("Сколько стоит проезд?", 1, "I can only read and answer English"),
    ] {
        let ran = program(&["ask", question], "");
        assert_eq!((ran.status, ran.err.as_str()), (status, ""), "{question:?}: {}", ran.out);
        assert!(ran.out.contains(said), "{question:?}: {}", ran.out);
    }
}

#[test]
fn words_of_a_question_need_no_quotes() {
    assert_eq!(program(&["ask", "is", "there", "a", "toll"], "").out, program(&["ask", ANSWERED], "").out);
}

#[test]
fn an_answer_shows_its_passage_and_the_words_on_record() {
    let expected = "No. The toll ended in May.\n  ▸ The bridge, paragraph 2: Crossing has been free since May, \
                    and the mayor rules out a return of the toll.\n    Ines Vale: “not come back”\n    \
                    The Elmford Leaf, as of 2024-06-01\n";
    assert_eq!(program(&["ask", ANSWERED], "").out, expected);
}

#[test]
fn the_same_question_gives_the_same_bytes() {
    for question in [ANSWERED, SUGGESTED, REFUSED] {
        let ask = || program(&["ask", "--json", question], "").out;
        assert_eq!(ask(), ask(), "{question:?}");
    }
}

#[test]
fn json_of_an_answer() {
    let reply = json_of(ANSWERED, 0);
    assert_eq!(reply["text"], program(&["ask", ANSWERED], "").out);
    let part = &reply["parts"][0];
    assert!(part["score"].as_f64().is_some_and(|score| (0.0..=1.0).contains(&score)), "{part}");
    assert_has(
        &reply,
        &json!({
            "id": null,
            "outcome": "answered",
            "reason": null,
            "parts": [{
                "outcome": "answered",
                "entry": "toll-ended",
                "citations": [{
                    "section": "The bridge",
                    "paragraph": 2,
                    "passage": "Crossing has been free since May, and the mayor rules out a return of the toll.",
                    "quote": "not come back",
                }],
            }],
            "suggestions": [],
        }),
    );
}

#[test]
fn json_of_suggestions() {
    let passage = "High water in March took the rail on the north side.";
    assert_has(
        &json_of(SUGGESTED, 1),
        &json!({
            "id": null,
            "outcome": "suggested",
            "reason": "unsure",
            "parts": [{ "outcome": "suggested", "entry": null, "score": null, "citations": [] }],
            "suggestions": [
                {
                    "entry": "flood-damage",
                    "question": "What did the flood damage?",
                    "citations": [{ "section": "The flood", "paragraph": 1, "passage": passage, "quote": null }],
                },
                { "entry": "bridge-built" },
                { "entry": "toll-ended", "question": "Does it cost anything to cross?", "citations": [{}] },
            ],
        }),
    );
}

#[test]
fn json_of_a_refusal() {
    assert_has(
        &json_of(REFUSED, 1),
        &json!({
            "id": null,
            "outcome": "refused",
            "reason": "silent",
            "parts": [{ "outcome": "refused", "entry": null, "score": null, "citations": [] }],
            "suggestions": [],
        }),
    );
}

#[test]
fn json_of_a_compound_question() {
    let reply = json_of("what did the flood take and is there a toll?", 0);
    let answered = |entry: &str| json!({ "outcome": "answered", "entry": entry });
    assert_has(
        &reply,
        &json!({ "outcome": "answered", "parts": [answered("flood-damage"), answered("toll-ended")] }),
    );
}

#[test]
fn a_very_long_question_is_answered_like_any_other() {
    let padding = "well ".repeat(2000);
    for question in ["a".repeat(10_000), padding.clone(), format!("{ANSWERED} {padding}"), "ý—".repeat(5000)]
    {
        let ran = program(&["ask", "--json", &question], "");
        assert!(matches!(ran.status, 0 | 1), "status {} for {:.20}…", ran.status, question);
        assert_eq!(ran.err, "");
        assert!(serde_json::from_str::<Value>(&ran.out).unwrap()["outcome"].is_string());
    }
}

#[test]
fn an_explanation_is_a_tree_that_ends_in_the_outcome_of_ask() {
    for (question, status, outcome) in
        [(ANSWERED, 0, "answered"), (SUGGESTED, 1, "suggested"), (REFUSED, 1, "refused")]
    {
        let ran = program(&["explain", question], "");
        assert_eq!((ran.status, ran.err.as_str()), (status, ""), "{}", ran.out);
        let first = ran.out.lines().next().unwrap_or_default();
        assert_eq!(first, format!("“{question}” → {outcome}"));
        for (indent, line) in [
            ("  ", "understood: "),
            ("  ", "rule: "),
            ("   ", "entry toll-ended"),
            ("     ", "nearest phrasings"),
        ] {
            let found = ran.out.lines().any(|l| l.starts_with(indent) && l.contains(line));
            assert!(found, "no {line:?} in {}", ran.out);
        }
    }
}

#[test]
fn wrong_usage_exits_2_and_tells_why() {
    for (arguments, said) in [
        (&[][..], "Usage:"),
        (&["frobnicate"], "frobnicate"),
        (&["ask"], "QUESTION"),
        (&["ask", "--batch"], "--json"),
        (&["ask", "--json", "--batch", "a question"], "--batch"),
        (&["ask", "--loudly", "a question"], "--loudly"),
        (&["explain"], "QUESTION"),
        (&["verify"], "--article"),
        (&["exam", "--right", "most"], "--right"),
        (&["exam", "--json"], "--gaps"),
        (&["exam", "--gaps", "--show"], "--show"),
        (&["check", "--knowledge"], "--knowledge"),
    ] {
        let ran = run(command(Path::new(env!("CARGO_TARGET_TMPDIR")), arguments), b"");
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.contains(said), "{arguments:?}: {}", ran.err);
    }
}

#[test]
fn help_and_version_exit_0() {
    for argument in ["--help", "--version"] {
        let ran = run(command(Path::new(env!("CARGO_TARGET_TMPDIR")), &[argument]), b"");
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{argument}");
        assert!(ran.out.contains("aide-memoire"), "{}", ran.out);
    }
}

#[test]
fn serve_without_a_token_says_where_it_could_come_from() {
    for (name, value) in
        [("LANG", "C"), ("DISCORD_TOKEN", ""), ("DISCORD_TOKEN", " \n"), ("DISCORD_TOKEN_FILE", "")]
    {
        let mut serve = command(Path::new(env!("CARGO_TARGET_TMPDIR")), &["serve"]);
        serve.env(name, value);
        let ran = run(serve, b"");
        assert_eq!((ran.status, ran.out.as_str(), ran.err.lines().count()), (2, "", 1), "{}", ran.err);
        for word in ["DISCORD_TOKEN,", "DISCORD_TOKEN_FILE", "`aide-memoire chat`"] {
            assert!(ran.err.contains(word), "{word} is not in {}", ran.err);
        }
    }
}

/// The one line of JSON that the program prints for a question.
#[track_caller]
fn json_of(question: &str, status: i32) -> Value {
    let ran = program(&["ask", "--json", question], "");
    assert_eq!((ran.status, ran.out.lines().count(), ran.err.as_str()), (status, 1, ""), "{}", ran.out);
    serde_json::from_str(&ran.out).unwrap()
}

/// Asserts that a value has every field of another, with equal values; lists have the same length.
#[track_caller]
fn assert_has(found: &Value, expected: &Value) {
    match (found, expected) {
        (Value::Object(found), Value::Object(expected)) => {
            for (name, expected) in expected {
                let found = found.get(name).unwrap_or_else(|| panic!("no field {name:?} in {found:?}"));
                assert_has(found, expected);
            }
        }
        (Value::Array(found), Value::Array(expected)) => {
            assert_eq!(found.len(), expected.len(), "{found:?}");
            found.iter().zip(expected).for_each(|(found, expected)| assert_has(found, expected));
        }
        _ => assert_eq!(found, expected),
    }
}
