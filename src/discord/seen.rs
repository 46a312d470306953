//! Remembers which events were answered, since Discord may deliver one again after a reconnect.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// How many events are remembered: more than arrive in any gap that a session outlives.
const REMEMBERED: usize = 1000;

/// The latest identifiers of messages and interactions, which are unique across both.
#[derive(Debug, Default)]
pub(super) struct Seen(Mutex<VecDeque<u64>>);

impl Seen {
    /// Whether this is the first time; from now on it is not.
    pub(super) fn is_new(&self, id: u64) -> bool {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.contains(&id) {
            return false;
        }
        if seen.len() == REMEMBERED {
            seen.pop_front();
        }
        seen.push_back(id);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remembers_the_latest() {
        let seen = Seen::default();
        for id in 0..=REMEMBERED as u64 {
            assert!(seen.is_new(id), "{id} for the first time");
        }
        assert!(!seen.is_new(REMEMBERED as u64), "the latest again");
        assert!(!seen.is_new(1), "the oldest that is remembered");
        assert!(seen.is_new(0), "one before that is forgotten");
    }
}
