//! Why a question came to its outcome, in words for a moderator: which words counted, which are unknown, what was first
//! and why nothing was surer. The numbers come from the engine's own explanation.

use std::collections::BTreeSet;

use super::{Consultation, Generation};
use crate::answer::{Explanation, Part};
use crate::knowledge::Entry;
use crate::text::Reader;

/// Why one question came to its outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Reasons {
    /// The question, as typed.
    pub question: String,
    /// What it came to: `answered`, `corrected`, `suggested` or `refused`.
    pub outcome: &'static str,
    /// The rule that decided, with the numbers that it looked at.
    pub rule: String,
    /// What was understood, where words were read otherwise than typed.
    pub read_as: Option<String>,
    /// The words that count.
    pub counted: Vec<String>,
    /// Words among these that are in no phrasing, no answer and no passage.
    pub unknown: Vec<String>,
    /// The best entries, the first one first, with their totals.
    pub entries: Vec<Ranked>,
    /// The best silence.
    pub silence: Option<Ranked>,
    /// Why the first entry is no surer, and the second one is not first: what was added and taken away.
    pub lead: Vec<(f32, String)>,
    /// Everything, as a tree.
    pub tree: String,
}

/// An entry or a silence with its total.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// Its id.
    pub id: String,
    /// The question of an entry, the topic of a silence.
    pub about: String,
    /// How well it fits, about −2 to 3.
    pub total: f32,
    /// What that total is made of.
    pub parts: Vec<(f32, String)>,
}

impl Consultation {
    /// Why each question of the message came to its outcome.
    pub fn reasons(&self) -> Vec<Reasons> {
        let Self { generation, reply } = self;
        let reader = Reader::new(generation.engine.knowledge().vocabulary.synonyms());
        let known = known_words(generation, &reader);
        reply.parts().map(|part| of(part, generation, &reader, &known)).collect()
    }
}

/// The stems of everything that is asked for and said.
fn known_words(generation: &Generation, reader: &Reader) -> BTreeSet<String> {
    let knowledge = generation.engine.knowledge();
    let texts = knowledge.entries.iter().flat_map(|entry| entry.ways_to_ask().chain(entry.statements()));
    let silences = knowledge.silences.iter().flat_map(|silence| &silence.phrasings).map(String::as_str);
    texts.chain(silences).flat_map(|text| reader.read_curated(text).stems).collect()
}

fn of(part: &Part, generation: &Generation, reader: &Reader, known: &BTreeSet<String>) -> Reasons {
    let (tree, knowledge) = (generation.engine.explain_part(part), generation.engine.knowledge());
    let labelled = |prefix: &str| {
        let found = tree.details.iter().find_map(|detail| detail.label.strip_prefix(prefix));
        found.unwrap_or_default().trim().to_owned()
    };
    let understood = labelled("understood:");
    let reading = reader.read_curated(&understood);
    let (mut counted, mut unknown) = (Vec::new(), Vec::new());
    for term in reading.topical() {
        if !counted.iter().any(|word| word == term.word) {
            counted.push(term.word.to_owned());
            if !known.contains(term.stem) {
                unknown.push(term.word.to_owned());
            }
        }
    }
    let typed = reader.read_curated(&part.question).typed.join(" ");
    let ranked = |detail: &Explanation, kind: &str, about: &dyn Fn(&str) -> String| {
        let id = detail.label.strip_prefix(kind)?.to_owned();
        let parts = detail.details.iter().filter_map(|part| Some((part.value?, part.label.clone())));
        Some(Ranked { about: about(&id), id, total: detail.value?, parts: parts.collect() })
    };
    let question = |id: &str| {
        knowledge.entry(id).map_or_else(String::new, |entry: &std::sync::Arc<Entry>| entry.question.clone())
    };
    let topic = |id: &str| {
        let silence = knowledge.silences.iter().find(|silence| silence.id == id);
        silence.map_or_else(String::new, |silence| silence.topic.clone())
    };
    let certainty = tree.details.iter().find(|detail| detail.label.starts_with("certainty"));
    let lead = certainty.map_or(&[][..], |certainty| certainty.details.as_slice());
    Reasons {
        question: part.question.trim().to_owned(),
        outcome: part.outcome.name(),
        rule: labelled("rule:"),
        read_as: (typed != understood && !understood.is_empty()).then_some(understood),
        counted,
        unknown,
        entries: tree.details.iter().filter_map(|detail| ranked(detail, "entry ", &question)).collect(),
        silence: tree.details.iter().find_map(|detail| ranked(detail, "silence ", &topic)),
        lead: lead.iter().filter_map(|part| Some((part.value?, part.label.clone()))).collect(),
        tree: tree.details.iter().map(Explanation::to_string).collect(),
    }
}
