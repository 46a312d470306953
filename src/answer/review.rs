//! Asks a knowledge base its own questions: does each find the entry it belongs to?

use super::Engine;
use crate::knowledge::{Code, Fault, KnowledgeBase};

/// Faults that only show when the entries are ranked: an entry that is not first for its own question, and
/// phrasings that rank another entry first.
pub fn review(knowledge: KnowledgeBase) -> Vec<Fault> {
    misranked(&Engine::build(knowledge), usize::MAX)
}

/// Entries that are not ranked first for their own question: the errors among what [`review`] finds, in a fraction of
/// its time.
pub fn not_first(engine: &Engine) -> Vec<Fault> {
    misranked(engine, 1)
}

/// Looks at so many ways to ask of each entry, the question first.
fn misranked(engine: &Engine, ways: usize) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (position, entry) in engine.knowledge.entries.iter().enumerate() {
        for (way, (text, location)) in entry.ways_to_ask().zip(&entry.locations).take(ways).enumerate() {
            let ranking = engine.rank(&engine.reader.read_curated(text));
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
