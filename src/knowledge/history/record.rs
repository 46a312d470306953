//! `record.json` beside the files of a snapshot: when, by whom and why, and what was known of it then.

use serde::{Deserialize, Serialize};

use crate::knowledge::Difference;

/// A note why something was applied: in characters.
pub const LONGEST_NOTE: usize = 200;

/// What is written down of an applied generation. Fields that a later version adds are passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The generation's number.
    pub number: u64,
    /// When it was applied, in Unix seconds.
    pub at: i64,
    /// By whom: `Discord user 123`, `terminal`, `SIGHUP`, `start`.
    pub by: String,
    /// Why, in at most [`LONGEST_NOTE`] characters.
    #[serde(default)]
    pub note: Option<String>,
    /// The generation that it brought back.
    #[serde(default)]
    pub rollback_of: Option<u64>,
    /// The digest of its files.
    pub digest: String,
    /// How large it is, and what became of its golden questions.
    pub figures: Figures,
    /// How many things differ from the generation before, by kind.
    pub changes: Counts,
}

/// How large a knowledge base is, and what became of its golden questions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Passages.
    pub passages: usize,
    /// Entries.
    pub entries: usize,
    /// Silences.
    pub silences: usize,
    /// Golden questions asked.
    pub golden: usize,
    /// Of these answered rightly, or rightly not answered.
    pub right: usize,
    /// Answered wrongly.
    pub wrong: usize,
    /// Not answered, though an answer was expected.
    pub missed: usize,
}

/// How many things differ.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Entries that were added, edited and removed.
    pub entries: [usize; 3],
    /// Silences.
    pub silences: [usize; 3],
    /// Passages.
    pub passages: [usize; 3],
    /// Everything else: fields of the article, synonyms, names, golden questions.
    pub others: usize,
}

impl Counts {
    /// The numbers of a difference.
    pub fn of(difference: &Difference) -> Self {
        let three = |changes: &crate::knowledge::Changes| {
            [changes.added.len(), changes.edited.len(), changes.removed.len()]
        };
        let (entries, silences, passages) =
            (three(&difference.entries), three(&difference.silences), three(&difference.passages));
        let told: usize = [entries, silences, passages].iter().flatten().sum();
        Self { entries, silences, passages, others: difference.count() - told }
    }
}
