//! What members think of answers: counted here, and noted in the journal where there is one.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use crate::journal::{Journal, Note};
use crate::knowledge::Entry;

/// What members think of answers.
#[derive(Debug, Default)]
pub struct Feedback {
    useful: AtomicU64,
    wrong: AtomicU64,
    journal: OnceLock<Arc<Journal>>,
}

impl Feedback {
    /// From now on it is noted in this journal; the first one counts.
    pub fn keep(&self, journal: &Arc<Journal>) {
        let _ = self.journal.set(Arc::clone(journal));
    }

    /// Somebody found an answer useful, at this Unix second. Returns how many did so since the start, of any answer.
    pub fn useful(&self, entry: &Entry, at: i64) -> u64 {
        if let Some(journal) = self.journal.get() {
            journal.note(Note::Useful { at, entry: entry.id.clone() });
        }
        self.useful.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Somebody found an answer of this generation wrong, at this Unix second, and wrote what is wrong with it. Returns
    /// how many did so since the start, of any answer.
    pub fn wrong(&self, entry: &Entry, generation: u64, what: &str, at: i64) -> u64 {
        if let Some(journal) = self.journal.get() {
            journal.note(Note::Wrong { at, entry: entry.id.clone(), generation, what: what.to_owned() });
        }
        self.wrong.fetch_add(1, Ordering::Relaxed) + 1
    }
}
