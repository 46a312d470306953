//! What members could not get answered and still cannot.

use std::collections::HashMap;

use super::Desk;
use crate::journal::{Gap, Kept, gather};
use crate::text::Reader;

/// So many of the latest questions are looked at: asking each again takes its time.
const LOOKED_AT: usize = 3000;

impl Desk {
    /// The questions that the generation now serving does not answer either, gathered by likeness, those asked most
    /// often first. `kept` comes the oldest first. Takes a millisecond for every few questions.
    pub fn gaps(&self, mut kept: Vec<Kept>) -> Vec<Gap> {
        let engine = &self.current().engine;
        kept.drain(..kept.len().saturating_sub(LOOKED_AT));
        let mut answered: HashMap<String, bool> = HashMap::new();
        kept.retain(|kept| {
            let known = answered.get(&kept.question).copied();
            let is_answered = known
                .unwrap_or_else(|| kept.settled.is_none() && engine.reply(&kept.question, &[]).is_answered());
            answered.insert(kept.question.clone(), is_answered);
            kept.settled.is_some() || !is_answered
        });
        for kept in &mut kept {
            kept.nearest.retain(|near| engine.knowledge().entry(&near.entry).is_some());
        }
        gather(kept, &Reader::new(engine.knowledge().vocabulary.synonyms()))
    }
}
