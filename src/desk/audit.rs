//! Who did what to the knowledge, or tried to: the latest of it, until there is a place that keeps it.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

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

/// The audit list.
#[derive(Debug, Default)]
pub struct Audit {
    latest: Mutex<VecDeque<Audited>>,
}

impl Audit {
    /// Notes what was done. Never waits for a disk.
    pub fn record(&self, audited: Audited) {
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
