//! Lengths and counts at their limits: what is allowed passes, one more does not.

use std::collections::BTreeMap;

use aide_memoire::knowledge::load::Origin;
use aide_memoire::knowledge::{
    Code, FEWEST_PHRASINGS, GOOD_PHRASINGS, KnowledgeBase, KnowledgeFile, LONGEST_ANSWER, LONGEST_ID,
    LONGEST_NAME, LONGEST_PASSAGE, LONGEST_PHRASING, LONGEST_QUESTION, LONGEST_QUOTE, MOST_CITATIONS,
};
use serde_json::{Value, json};

use crate::program::minimal;

/// A letter of two bytes: limits count characters.
const LETTER: &str = "é";

#[test]
fn texts_at_their_limits() {
    for (file, pointer, limit) in [
        ("article.json", "/title", LONGEST_NAME),
        ("article.json", "/publisher", LONGEST_NAME),
        ("article.json", "/date_note", LONGEST_NAME),
        ("article.json", "/sections/0/title", LONGEST_NAME),
        ("article.json", "/sections/0/paragraphs/1/passage", LONGEST_PASSAGE),
        ("article.json", "/sections/0/paragraphs/1/statements/0/speaker", LONGEST_NAME),
        ("article.json", "/sections/0/paragraphs/1/statements/0/quote", LONGEST_QUOTE),
        ("entries/flood.json", "/entries/0/id", LONGEST_ID),
        ("entries/flood.json", "/entries/0/question", LONGEST_QUESTION),
        ("entries/flood.json", "/entries/0/corrects", LONGEST_NAME),
        ("entries/flood.json", "/entries/0/answer", LONGEST_ANSWER),
        ("entries/flood.json", "/entries/0/phrasings/0", LONGEST_PHRASING),
        ("silences.json", "/silences/0/id", LONGEST_ID),
        ("silences.json", "/silences/0/topic", LONGEST_NAME),
        ("silences.json", "/silences/0/reply", LONGEST_PASSAGE),
        ("silences.json", "/silences/0/phrasings/0", LONGEST_PHRASING),
        ("vocabulary.json", "/synonyms/0/name", LONGEST_NAME),
        ("vocabulary.json", "/names/0/also/0", LONGEST_NAME),
        ("exam.json", "/questions/0/question", LONGEST_PHRASING),
        ("exam.json", "/questions/0/context", LONGEST_PHRASING),
    ] {
        // A context is a list of questions.
        let text = |length: usize| match pointer.ends_with("context") {
            true => json!([LETTER.repeat(length)]),
            false => json!(LETTER.repeat(length)),
        };
        let too_long = |length| codes(file, pointer, text(length)).contains(&Code::TooLong);
        assert!(!too_long(limit), "{file}{pointer}: {limit} characters are refused");
        assert!(too_long(limit + 1), "{file}{pointer}: {} characters pass", limit + 1);
    }
}

#[test]
fn counts_at_their_limits() {
    let phrasings = |count: usize| -> Value { (0..count).map(|number| format!("flood {number}")).collect() };
    let entry = |count| codes("entries/flood.json", "/entries/0/phrasings", phrasings(count));
    assert_eq!(entry(FEWEST_PHRASINGS - 1), [Code::TooFewPhrasings]);
    assert_eq!(entry(FEWEST_PHRASINGS), [Code::ThinEntry]);
    assert_eq!(entry(GOOD_PHRASINGS - 1), [Code::ThinEntry]);
    assert_eq!(entry(GOOD_PHRASINGS), []);
    let silence = |count| codes("silences.json", "/silences/0/phrasings", phrasings(count));
    assert_eq!(silence(FEWEST_PHRASINGS - 1), [Code::TooFewPhrasings]);
    assert_eq!(silence(FEWEST_PHRASINGS), []);
    let citation = json!({"section": "The flood", "paragraph": 1});
    let cited = |count| codes("entries/flood.json", "/entries/0/citations", json!(vec![&citation; count]));
    assert_eq!(cited(1), []);
    assert_eq!(cited(MOST_CITATIONS), []);
    assert_eq!(cited(MOST_CITATIONS + 1), [Code::BadCount]);
}

#[test]
fn dates_at_their_limits() {
    let is_date = |date: &str| !codes("article.json", "/date", json!(date)).contains(&Code::BadValue);
    for date in ["2024-02-29", "2000-02-29", "2023-02-28", "2022-01-31", "2022-12-31", "2022-04-30"] {
        assert!(is_date(date), "{date} is refused");
    }
    for date in [
        "2023-02-29",
        "1900-02-29",
        "2022-04-31",
        "2022-13-01",
        "2022-00-10",
        "2022-01-00",
        "2022-1-01",
        "+022-01-01",
        "",
    ] {
        assert!(!is_date(date), "{date} passes");
    }
}

/// The codes of the faults that the minimal knowledge base has with one value put at one place.
#[track_caller]
fn codes(file: &str, pointer: &str, value: Value) -> Vec<Code> {
    let mut files: BTreeMap<String, Vec<u8>> =
        Origin::Folder(minimal()).files().into_iter().map(|file| (file.path, file.bytes.unwrap())).collect();
    let bytes = files.get_mut(file).expect("the file is there");
    let mut json: Value = serde_json::from_slice(bytes).unwrap();
    let (parent, field) = pointer.rsplit_once('/').unwrap();
    match json.pointer_mut(parent).expect("the place is there") {
        Value::Object(fields) => drop(fields.insert(field.to_owned(), value)),
        list => list[field.parse::<usize>().unwrap()] = value,
    }
    *bytes = serde_json::to_vec(&json).unwrap();
    let files: Vec<KnowledgeFile> =
        files.into_iter().map(|(path, bytes)| KnowledgeFile { path, bytes: Ok(bytes) }).collect();
    let faults = KnowledgeBase::check(&files).map_or_else(|faults| faults, |(_, warnings)| warnings);
    faults.iter().map(|fault| fault.code).collect()
}
