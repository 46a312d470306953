//! *Passages*: the paragraphs that an answer rests on with those next to them, in our words, or as printed where
//! the operator holds a copy of the article that proves them.

use std::path::Path;

use tracing::{info, warn};

use crate::desk::Generation;
use crate::knowledge::{Entry, KnowledgeBase, Nearby, Printed, load};

use super::card::{Card, Cited};
use super::limits::{EMBED_SUM, FIELD_VALUE};
use super::neutral;
use super::render;
use super::shown::Shown;

/// Stands before a paragraph that is cited.
const MARK: &str = "▸ ";
/// How much of a message its other texts may take beside the paragraphs.
const REST: usize = 1000;

/// The paragraphs around an answer. Where they are too long together, those that are not cited give way.
pub(super) fn around(entry: &Entry, generation: &Generation, printed: Option<&Printed>) -> Shown {
    let nearby = generation.engine.knowledge().nearby(entry);
    let shown: Vec<Cited> = nearby.iter().map(|nearby| paragraph(nearby, printed)).collect();
    let length = |cited: &Cited| {
        let texts = std::iter::once(&cited.passage).chain(&cited.quotes);
        cited.section.chars().count() + texts.map(|text| text.chars().count()).sum::<usize>().min(FIELD_VALUE)
    };
    let fits = shown.iter().map(length).sum::<usize>() + REST <= EMBED_SUM;
    let kept = nearby.iter().zip(shown).filter(|(nearby, _)| fits || nearby.cited);
    let article = if printed.is_some() { "As printed" } else { "In our words" };
    let card = Card {
        title: entry.question.clone(),
        text: format!("{article}. The paragraphs with {MARK}are cited; the others stand next to them."),
        citations: kept.map(|(_, cited)| cited).collect(),
        footer: render::footer(generation),
        colour: render::NEUTRAL,
    };
    Shown { cards: vec![card], ..Shown::default() }
}

fn paragraph(nearby: &Nearby<'_>, printed: Option<&Printed>) -> Cited {
    let passage = nearby.passage;
    let mark = if nearby.cited { MARK } else { "" };
    let (text, quotes) = match printed.and_then(|printed| printed.paragraph(passage)) {
        // The article's own text is nobody's to format with.
        Some(printed) => (neutral::echo(printed, FIELD_VALUE), Vec::new()),
        None => {
            let quotes = passage.statements.iter().map(|said| format!("{}: “{}”", said.speaker, said.quote));
            (passage.text.clone(), quotes.collect())
        }
    };
    Cited {
        section: format!("{mark}{}", nearby.section.title),
        paragraph: passage.number,
        passage: text,
        quotes,
    }
}

/// The printed article, where the file holds a copy that proves the knowledge; otherwise the log says what is wrong.
pub(super) fn printed(file: &Path, knowledge: &KnowledgeBase) -> Option<Printed> {
    let copy = match load::text_file(file) {
        Ok(copy) => copy,
        Err(problem) => {
            warn!("AIDE_ARTICLE: {problem}; passages are shown in our words");
            return None;
        }
    };
    match Printed::prove(knowledge, &copy) {
        Ok(printed) => {
            info!(
                "AIDE_ARTICLE: the printed article proves every passage and quote, and is shown to members"
            );
            Some(printed)
        }
        Err(proof) => {
            warn!(
                proven = proof.proven,
                failures = proof.failures.len(),
                "AIDE_ARTICLE: this copy of the article does not prove the knowledge (`aide-memoire verify` tells \
                 where); passages are shown in our words"
            );
            None
        }
    }
}
