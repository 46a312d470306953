//! The generation of knowledge that is now serving, and the one place where questions are asked.
//!
//! `start` (how it begins to serve) → `proposal` (new knowledge, built beside it) → `apply` (kept, then served by one
//! swap); `reload` does all that for a signal. `shelf` is where knowledge comes from and is kept, `status` tells how
//! things stand, `told` puts it into lines, `audit` notes who did what. `unanswered`, `feedback` and `gaps` stand between
//! questions and the journal, `reasons` tells why one was answered so, and `teach` changes the files.

mod apply;
mod audit;
mod beside;
mod feedback;
mod gaps;
mod proposal;
mod reasons;
mod reload;
mod shelf;
mod start;
mod status;
mod teach;
pub mod told;
mod unanswered;

use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwap;

use crate::answer::{Engine, Reply};
use crate::journal::Unanswered;
use crate::knowledge::{Fault, KnowledgeFile};
use shelf::Shelf;

pub use apply::{NotApplied, Signed};
pub use audit::{Audit, Audited};
pub use feedback::Feedback;
pub use proposal::{NotProposed, Proposal, Source};
pub use reasons::{Ranked, Reasons};
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
#[derive(Debug, Clone)]
pub struct Consultation {
    /// The generation.
    pub generation: Arc<Generation>,
    /// Its reply.
    pub reply: Reply,
}

impl Consultation {
    /// Whether there is a question in the message that was refused or met with suggestions. Small talk is none.
    pub fn has_unanswered(&self) -> bool {
        self.reply.parts().any(unanswered::is_unanswered)
    }

    /// The questions of the message that were not answered, each with the entries that come nearest.
    pub fn unanswered(&self) -> Vec<Unanswered> {
        unanswered::of(self)
    }
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
