//! The generation of knowledge that is now serving, and the one place where questions are asked.
//!
//! `start` (how it begins to serve) → `proposal` (new knowledge, built beside it) → `apply` (kept, then served by one
//! swap); `reload` does all that for a signal. `shelf` is where knowledge comes from and is kept, `status` tells how
//! things stand, `told` puts it into lines, `audit` notes who did what.

mod apply;
mod audit;
mod beside;
mod proposal;
mod reload;
mod shelf;
mod start;
mod status;
pub mod told;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwap;

use crate::answer::{Engine, Reply};
use crate::knowledge::{Entry, Fault, KnowledgeFile};
use shelf::Shelf;

pub use apply::{NotApplied, Signed};
pub use audit::{Audit, Audited};
pub use proposal::{NotProposed, Proposal, Source};
pub use reload::Reloaded;
pub use status::Status;

/// One knowledge base as it was loaded, ready to answer.
#[derive(Debug)]
pub struct Generation {
    /// Counts up from 1 with every knowledge base that is put to use, also over restarts.
    pub number: u64,
    /// The digest of the files that it was learnt from.
    pub digest: String,
    /// The engine that answers.
    pub engine: Engine,
}

/// A reply together with the generation that gave it: everything in one reply comes from one generation.
#[derive(Debug)]
pub struct Consultation {
    /// The generation.
    pub generation: Arc<Generation>,
    /// Its reply.
    pub reply: Reply,
}

/// Where both doors ask.
#[derive(Debug)]
pub struct Desk {
    current: ArcSwap<Generation>,
    /// The one before it. A question that is being answered from it must not be the one that has to take it apart.
    retired: Mutex<Option<Arc<Generation>>>,
    shelf: Shelf,
    /// Held while new knowledge is learnt: one at a time, however many are asked for.
    learning: Mutex<()>,
    /// Held while something is applied.
    applying: Mutex<()>,
    feedback: Feedback,
    audit: Audit,
}

impl Desk {
    /// Checks knowledge files and puts them to use; with the desk come the warnings. Nothing is kept.
    ///
    /// # Errors
    ///
    /// Every fault found, where one of them is an error.
    pub fn open(files: &[KnowledgeFile]) -> Result<(Self, Vec<Fault>), Vec<Fault>> {
        let (generation, warnings) = Generation::learn(files, 1)?;
        Ok((Self::serving(generation, Shelf::Loose), warnings))
    }

    fn serving(generation: Generation, shelf: Shelf) -> Self {
        Self {
            current: ArcSwap::from_pointee(generation),
            retired: Mutex::default(),
            shelf,
            learning: Mutex::default(),
            applying: Mutex::default(),
            feedback: Feedback::default(),
            audit: Audit::default(),
        }
    }

    /// From now on this generation serves. Whoever calls this holds `applying`.
    fn swap(&self, generation: Arc<Generation>) {
        let before = self.current.swap(generation);
        let mut retired = self.retired.lock().unwrap_or_else(PoisonError::into_inner);
        let _taken_apart_here = retired.replace(before);
    }

    /// The generation now serving.
    pub fn current(&self) -> Arc<Generation> {
        self.current.load_full()
    }

    /// Replies to a message; `context` holds the questions asked before it, the latest last.
    pub fn ask(&self, message: &str, context: &[String]) -> Consultation {
        let generation = self.current();
        let reply = generation.engine.reply(message, context);
        Consultation { generation, reply }
    }

    /// Where members' opinions of answers go.
    pub fn feedback(&self) -> &Feedback {
        &self.feedback
    }

    /// Where it is noted who did what to the knowledge.
    pub fn audit(&self) -> &Audit {
        &self.audit
    }
}

/// What members think of answers. It only counts: what a member writes is not kept until there is a place for it.
#[derive(Debug, Default)]
pub struct Feedback {
    useful: AtomicU64,
    wrong: AtomicU64,
}

impl Feedback {
    /// Somebody found an answer useful. Returns how many did so, of any answer.
    pub fn useful(&self, _entry: &Entry) -> u64 {
        self.useful.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Somebody found an answer wrong, and wrote what is wrong with it. Returns how many did so, of any answer.
    pub fn wrong(&self, _entry: &Entry, _what: &str) -> u64 {
        self.wrong.fetch_add(1, Ordering::Relaxed) + 1
    }
}
