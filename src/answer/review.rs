//! Asks a knowledge base its own questions: does each find the entry it belongs to?

use super::Engine;
use crate::knowledge::{Code, Fault, KnowledgeBase};
use crate::matching::Question;

/// Faults that only show when the entries are ranked: an entry that is not first for its own question, and
/// phrasings that rank another entry first.
pub fn review(knowledge: KnowledgeBase) -> Vec<Fault> {
    let engine = Engine::build(knowledge);
    let mut faults = Vec::new();
    for (position, entry) in engine.knowledge.entries.iter().enumerate() {
        for (way, (text, location)) in entry.ways_to_ask().zip(&entry.locations).enumerate() {
            let ranking = engine.index.rank(&Question::new(&engine.reader.read_curated(text)));
            let Some(first) = ranking.answerable.first().filter(|first| first.topic != position) else {
                continue;
            };
            let message =
                format!("\"{text}\" ranks entry \"{}\" before \"{}\"", engine.entry(first).id, entry.id);
            let code = if way == 0 { Code::NotFirst } else { Code::StrayPhrasing };
            faults.push(Fault { code, location: location.clone(), message });
        }
    }
    faults
}
