//! Who did what to the knowledge, or tried to: the latest of it here, and all of it in the journal where there is one.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::journal::{Act, Journal, Note};

/// How many are remembered.
const REMEMBERED: usize = 100;

/// What somebody did, or tried to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audited {
    /// When, in Unix seconds.
    pub at: i64,
    /// Who: `Discord user 123`, `terminal`, `SIGHUP`.
    pub who: String,
    /// What: `/knowledge reload`, `apply generation 7`.
    pub what: String,
    /// What came of it: `applied`, `refused: not a moderator`.
    pub outcome: String,
}

impl From<Audited> for Note {
    fn from(Audited { at, who, what, outcome }: Audited) -> Self {
        Self::Act(Act { at, who, what, outcome })
    }
}

/// The audit list.
#[derive(Debug, Default)]
pub struct Audit {
    latest: Mutex<VecDeque<Audited>>,
    journal: OnceLock<Arc<Journal>>,
}

impl Audit {
    /// From now on it is noted in this journal, with what was done before; the first one counts.
    pub fn keep(&self, journal: &Arc<Journal>) {
        let before = self.latest(REMEMBERED);
        if self.journal.set(Arc::clone(journal)).is_ok() {
            before.into_iter().rev().for_each(|audited| journal.note(audited.into()));
        }
    }

    /// Notes what was done. Never waits for a disk.
    pub fn record(&self, audited: Audited) {
        if let Some(journal) = self.journal.get() {
            journal.note(audited.clone().into());
        }
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        if latest.len() == REMEMBERED {
            latest.pop_front();
        }
        latest.push_back(audited);
    }

    /// The latest, the last one first.
    pub fn latest(&self, most: usize) -> Vec<Audited> {
        let latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        latest.iter().rev().take(most).cloned().collect()
    }
}
