//! The real knowledge against the real article, where a copy is at hand; otherwise a note.

use std::collections::HashSet;
use std::env;
use std::fs;
use std::path::PathBuf;

use aide_memoire::knowledge::load::{DEFAULT_FOLDER, Origin};
use aide_memoire::knowledge::{KnowledgeBase, verify};
use serde_json::Value;

use crate::program::package;

/// So many words in a row are the article's prose and no longer ours.
const RUN: usize = 8;
/// Fields whose words are not ours: what officials said, and the title.
const PRINTED_WORDS: &[&str] = &["quote", "title"];

/// The printed article, or a note that there is none.
fn article() -> Option<String> {
    let file =
        env::var_os("AIDE_TEST_ARTICLE").map_or(package().join("../shared/article.txt"), PathBuf::from);
    let article = fs::read_to_string(file).ok();
    if article.is_none() {
        println!("no printed article at hand (AIDE_TEST_ARTICLE): nothing compared");
    }
    article
}

fn origin() -> Origin {
    Origin::Folder(package().join(DEFAULT_FOLDER))
}

fn knowledge() -> KnowledgeBase {
    KnowledgeBase::check(&origin().files()).expect("the knowledge has no errors").0
}

#[test]
fn everything_is_proven() {
    let Some(article) = article() else { return };
    let proof = verify(&knowledge(), &article);
    assert_eq!(proof.failures, [""; 0]);
    assert!(proof.proven > 50, "only {} proven", proof.proven);
}

#[test]
fn a_change_outside_quotes_leaves_every_quote_proven() {
    let Some(article) = article() else { return };
    let knowledge = knowledge();
    let whole = verify(&knowledge, &article).proven;
    for (number, line) in article.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let changed: Vec<String> = article
            .lines()
            .enumerate()
            .map(|(at, other)| if at == number { format!("{other} §") } else { other.to_owned() })
            .collect();
        let proof = verify(&knowledge, &changed.join("\n"));
        assert!(proof.failures.len() <= 1, "{line:.40}…: {:#?}", proof.failures);
        assert_eq!(proof.proven + proof.failures.len(), whole, "{line:.40}…");
    }
}

#[test]
fn no_text_of_ours_repeats_the_article() {
    let Some(article) = article() else { return };
    let knowledge = knowledge();
    let statements = knowledge.passages().flat_map(|passage| &passage.statements);
    let excused: Vec<Vec<String>> = statements
        .map(|statement| words(&statement.quote))
        .chain([words(&knowledge.article.title)])
        .collect();
    let printed = words(&article);
    let mut runs: HashSet<&[String]> = printed.windows(RUN).collect();
    runs.retain(|run| !excused.iter().any(|words| words.windows(RUN).any(|window| window == *run)));
    let mut repeated = Vec::new();
    for file in origin().files() {
        let json: Value = serde_json::from_slice(&file.bytes.unwrap()).unwrap();
        for (pointer, text) in texts(&json, String::new()) {
            let words = words(&text);
            repeated.extend(longest_run(&words, &runs).map(|run| format!("{}{pointer}: {run}", file.path)));
        }
    }
    assert!(repeated.is_empty(), "the article's own words:\n{}", repeated.join("\n"));
}

/// The longest part of a text that consists of known runs only.
fn longest_run(words: &[String], runs: &HashSet<&[String]>) -> Option<String> {
    let is_known: Vec<bool> = words.windows(RUN).map(|window| runs.contains(window)).collect();
    let lengths = (0..is_known.len()).map(|at| is_known[at..].iter().take_while(|known| **known).count());
    let (at, length) = lengths.enumerate().max_by_key(|(_, length)| *length)?;
    (length > 0).then(|| words[at..at + length + RUN - 1].join(" "))
}

/// Every text of a file that is in our own words, with its JSON pointer.
fn texts(json: &Value, pointer: String) -> Vec<(String, String)> {
    match json {
        Value::String(text) => vec![(pointer, text.clone())],
        Value::Array(list) => {
            list.iter().enumerate().flat_map(|(at, value)| texts(value, format!("{pointer}/{at}"))).collect()
        }
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| !PRINTED_WORDS.contains(&name.as_str()))
            .flat_map(|(name, value)| texts(value, format!("{pointer}/{name}")))
            .collect(),
        _ => Vec::new(),
    }
}

/// Lower-cased words; punctuation is dropped, inside a word too, and a dash or a stroke parts two words.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| c.is_whitespace() || "–—…/".contains(c))
        .map(|word| word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect())
        .filter(|word: &String| !word.is_empty())
        .collect()
}

#[test]
fn a_repeated_run_would_be_found() {
    let article = words("Nobody in Elmford pays a toll at the bridge since May, he said.");
    let runs = article.windows(RUN).collect();
    let answer = "So: “nobody in ELMFORD pays—a toll, at the Bridge” it is";
    let ours = texts(&serde_json::json!({ "a": [{ "quote": "x", "answer": answer }] }), String::new());
    assert_eq!(ours, [("/a/0/answer".to_owned(), answer.to_owned())]);
    assert_eq!(
        longest_run(&words(answer), &runs).as_deref(),
        Some("nobody in elmford pays a toll at the bridge")
    );
    assert_eq!(longest_run(&words("in Elmford pays a toll at that bridge"), &runs), None);
    assert_eq!(longest_run(&words("a toll"), &runs), None);
}
