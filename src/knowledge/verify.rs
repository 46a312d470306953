//! Proves against a copy of the printed article that passages and quotes are what they claim to be.

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use super::{KnowledgeBase, Passage};

/// What a comparison with the printed article found.
#[derive(Debug, PartialEq, Eq)]
pub struct Proof {
    /// Paragraphs whose fingerprint is in the printed article, and quotes that are verbatim in their paragraph.
    pub proven: usize,
    /// What could not be proven, a sentence each, with the entries that depend on it.
    pub failures: Vec<String>,
}

/// Compares every passage and quote with the printed article: a text file with one paragraph a line.
///
/// Paragraphs are found by fingerprint. One that is not found is compared with the likeliest of the lines between
/// the paragraphs found before and after it, so that its quotes can still be judged one by one.
pub fn verify(knowledge: &KnowledgeBase, printed: &str) -> Proof {
    let lines: Vec<String> = printed.lines().map(normalise_print).filter(|line| !line.is_empty()).collect();
    let fingerprints: Vec<String> = lines.iter().map(|line| fingerprint(line)).collect();
    let passages: Vec<(&str, &Passage)> = knowledge
        .article
        .sections
        .iter()
        .flat_map(|section| section.passages.iter().map(|passage| (&*section.title, &**passage)))
        .collect();
    let found: Vec<Option<usize>> = passages
        .iter()
        .map(|(_, passage)| fingerprints.iter().position(|print| *print == passage.fingerprint))
        .collect();
    let mut proof = Proof { proven: 0, failures: Vec::new() };
    for (at, (section, passage)) in passages.iter().enumerate() {
        let place = format!("{section}, paragraph {}", passage.number);
        let line = if let Some(line) = found[at] {
            proof.proven += 1;
            lines.get(line)
        } else {
            let dependents = dependents(knowledge, passage);
            proof
                .failures
                .push(format!("{place}: no printed paragraph has this fingerprint; cited by {dependents}"));
            let after = found[..at].iter().rev().find_map(|line| *line).map_or(0, |line| line + 1);
            let before = found[at..].iter().find_map(|line| *line).unwrap_or(lines.len());
            nearest_line(lines.get(after..before).unwrap_or_default(), passage)
        };
        for statement in &passage.statements {
            if line.is_some_and(|line| line.contains(&normalise_print(&statement.quote))) {
                proof.proven += 1;
            } else {
                proof.failures.push(format!(
                    "{place}: not in print: {} said \"{}\"",
                    statement.speaker, statement.quote
                ));
            }
        }
    }
    proof
}

/// The first of some lines that hold most of a passage's quotes.
fn nearest_line<'a>(lines: &'a [String], passage: &Passage) -> Option<&'a String> {
    let held = |line: &&String| {
        passage
            .statements
            .iter()
            .filter(|statement| line.contains(&normalise_print(&statement.quote)))
            .count()
    };
    lines.iter().rev().max_by_key(held)
}

fn dependents(knowledge: &KnowledgeBase, passage: &Passage) -> String {
    let cites = |citations: &super::Citations| {
        citations.iter().any(|citation| std::ptr::eq(&*citation.passage, passage))
    };
    let ids: Vec<&str> = knowledge
        .entries
        .iter()
        .filter(|entry| cites(&entry.citations))
        .map(|entry| entry.id.as_str())
        .collect();
    if ids.is_empty() { "no entry".to_owned() } else { ids.join(", ") }
}

/// A printed paragraph as it is fingerprinted: compatibility forms resolved (NFKC), quotation marks and
/// apostrophes straight, every run of white space one space, none at the ends. Letters and case are kept.
pub(super) fn normalise_print(paragraph: &str) -> String {
    let straight: String = paragraph
        .nfkc()
        .map(|c| match c {
            '‘' | '’' => '\'',
            '“' | '”' => '"',
            _ => c,
        })
        .collect();
    straight.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// SHA-256 of a normalised paragraph in lower-case hexadecimal digits.
pub(super) fn fingerprint(normalised: &str) -> String {
    Sha256::digest(normalised.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
