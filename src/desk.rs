//! The generation of knowledge that is now serving, and the one place where questions are asked.

use std::sync::Arc;

use arc_swap::ArcSwap;

use crate::answer::{Engine, Reply};
use crate::knowledge::{Fault, KnowledgeBase, KnowledgeFile};

/// One knowledge base as it was loaded, ready to answer.
#[derive(Debug)]
pub struct Generation {
    /// Counts up from 1 with every knowledge base that is put to use.
    pub number: u64,
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
        Ok((Self { current: ArcSwap::from_pointee(generation) }, warnings))
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
}
