//! Proposals that wait for *Apply* or *Cancel*: in memory, few, and not for long.

use std::collections::VecDeque;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher as _;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::desk::Proposal;

/// How long a proposal stands: an interaction's token lasts as long.
pub(super) const STANDS: Duration = Duration::from_secs(15 * 60);
/// How many wait at most: each holds a whole knowledge base. The oldest goes first.
const MOST: usize = 4;

/// The proposals that wait.
#[derive(Debug, Default)]
pub(super) struct Proposals {
    /// Its keys are drawn anew at every start: a button from before it finds nothing.
    names: RandomState,
    waiting: Mutex<Waiting>,
}

#[derive(Debug, Default)]
struct Waiting {
    made: u64,
    proposals: VecDeque<Waits>,
}

#[derive(Debug)]
struct Waits {
    name: String,
    since: Instant,
    note: Option<String>,
    proposal: Proposal,
}

impl Proposals {
    /// Keeps a proposal, with the note of whoever asked for it; the name by which a button finds it.
    pub(super) fn keep(&self, proposal: Proposal, note: Option<String>, now: Instant) -> String {
        let mut waiting = self.lock(now);
        waiting.made += 1;
        let name = format!("{:016x}", self.names.hash_one(waiting.made));
        if waiting.proposals.len() == MOST {
            waiting.proposals.pop_front();
        }
        waiting.proposals.push_back(Waits { name: name.clone(), since: now, note, proposal });
        name
    }

    /// Takes a proposal with its note; it is not there any more for anybody else. `None` where it has lapsed.
    pub(super) fn take(&self, name: &str, now: Instant) -> Option<(Proposal, Option<String>)> {
        let mut waiting = self.lock(now);
        let at = waiting.proposals.iter().position(|waits| waits.name == name)?;
        waiting.proposals.remove(at).map(|waits| (waits.proposal, waits.note))
    }

    fn lock(&self, now: Instant) -> MutexGuard<'_, Waiting> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.proposals.retain(|waits| now.duration_since(waits.since) < STANDS);
        waiting
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::{Desk, Source};
    use crate::knowledge::load::Origin;

    #[test]
    fn a_proposal_is_there_once_and_for_a_while_and_few_are() {
        let files = Origin::Folder("tests/check/minimal".into()).files();
        let (desk, _) = Desk::open(&files).unwrap();
        let propose = || desk.propose_files(files.clone(), Source::Folder).unwrap();
        let (proposals, start) = (Proposals::default(), Instant::now());
        let after = |minutes: u64| start + Duration::from_secs(minutes * 60);
        let name = proposals.keep(propose(), Some("why".to_owned()), start);
        assert!(proposals.take("0123456789abcdef", start).is_none(), "none of ours");
        assert!(proposals.take(&name, after(14)).is_some_and(|(_, note)| note.as_deref() == Some("why")));
        assert!(proposals.take(&name, after(14)).is_none(), "it was taken");
        let old = proposals.keep(propose(), None, start);
        assert!(proposals.take(&old, after(15)).is_none(), "it has lapsed");
        let names: Vec<String> = (0..=MOST).map(|_| proposals.keep(propose(), None, start)).collect();
        let there = |name: &&String| proposals.take(name, start).is_some();
        assert_eq!(names.iter().filter(there).count(), MOST);
        assert!(names.iter().all(|name| name.len() <= 16), "they fit into a button");
    }
}
