//! The generation of knowledge that is now serving, and the one place where questions are asked.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use arc_swap::ArcSwap;

use crate::answer::{Engine, Reply};
use crate::knowledge::{Entry, Fault, KnowledgeBase, KnowledgeFile};

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
