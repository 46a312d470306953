//! The generation of knowledge that is now serving, and the one place where questions are asked.

mod feedback;
mod gaps;
mod reasons;
mod unanswered;

use std::sync::Arc;

use arc_swap::ArcSwap;

use crate::answer::{Engine, Reply};
use crate::journal::Unanswered;
use crate::knowledge::{Fault, KnowledgeBase, KnowledgeFile};

pub use feedback::Feedback;
pub use reasons::{Ranked, Reasons};

/// One knowledge base as it was loaded, ready to answer.
#[derive(Debug)]
pub struct Generation {
    /// Counts up from 1 with every knowledge base that is put to use.
    pub number: u64,
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
    feedback: Feedback,
}

impl Desk {
    /// Checks knowledge files and puts them to use; with the desk come the warnings.
    ///
    /// # Errors
    ///
    /// Every fault found, where one of them is an error.
    pub fn open(files: &[KnowledgeFile]) -> Result<(Self, Vec<Fault>), Vec<Fault>> {
        let (knowledge, warnings) = KnowledgeBase::check(files)?;
        let generation = Generation { number: 1, engine: Engine::build(knowledge) };
        let current = ArcSwap::from_pointee(generation);
        Ok((Self { current, feedback: Feedback::default() }, warnings))
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
}
