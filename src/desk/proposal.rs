//! New knowledge, built whole beside the generation that serves, with what it would change. Nothing changes before it
//! is applied.

use std::fmt;
use std::sync::{Arc, PoisonError};

use super::beside::beside;
use super::{Desk, Generation};
use crate::answer::{Engine, not_first};
use crate::exam::{self, Comparison};
use crate::knowledge::history::History;
use crate::knowledge::load::digest;
use crate::knowledge::{Difference, Fault, KnowledgeBase, KnowledgeFile};

/// New knowledge, ready to serve.
#[derive(Debug)]
pub struct Proposal {
    /// Where it comes from.
    pub source: Source,
    /// The generation that it would be.
    pub generation: Arc<Generation>,
    /// The generation that it was compared with: the one serving then.
    pub serving: Arc<Generation>,
    /// What differs between the two.
    pub difference: Difference,
    /// What both make of the golden questions.
    pub comparison: Comparison,
    /// What is worth a look in the new one.
    pub warnings: Vec<Fault>,
    pub(super) files: Vec<KnowledgeFile>,
    /// The generation that was applied last then, by whomever.
    pub(super) last: u64,
}

/// Where a proposal comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The knowledge folder.
    Folder,
    /// A generation that was applied before.
    Generation(u64),
}

/// Why there is nothing to apply.
#[derive(Debug)]
pub enum NotProposed {
    /// The files break rules: all faults, errors and warnings.
    Faults(Vec<Fault>),
    /// What was proposed serves already, as this generation.
    Unchanged(u64),
    /// There is no folder to reload from, or no such generation: a sentence.
    Nothing(String),
}

impl fmt::Display for NotProposed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Faults(faults) => {
                let errors = faults.iter().filter(|fault| fault.is_error()).count();
                write!(f, "the files cannot be used: {errors} errors")
            }
            Self::Unchanged(number) => {
                write!(f, "nothing to apply: these are the files of generation {number}, which is serving")
            }
            Self::Nothing(why) => f.write_str(why),
        }
    }
}

impl Desk {
    /// Proposes what is in the knowledge folder now.
    ///
    /// # Errors
    ///
    /// Every fault of the files, or why there is nothing to propose.
    pub fn propose(&self) -> Result<Proposal, NotProposed> {
        let files = self.shelf.files().map_err(NotProposed::Nothing)?;
        if digest(&files) == self.current().digest {
            return Err(NotProposed::Unchanged(self.current().number));
        }
        self.propose_files(files, Source::Folder).map_err(NotProposed::Faults)
    }

    /// Proposes a generation that was applied before: the one of this number, or the one before the one serving.
    ///
    /// # Errors
    ///
    /// Where it is not kept, or damaged, or serves already, or no longer passes the checks.
    pub fn propose_rollback(&self, number: Option<u64>) -> Result<Proposal, NotProposed> {
        let serving = self.current();
        let history = self.shelf.history().ok_or_else(|| {
            let why = self.shelf.trouble().unwrap_or("nothing that was applied is kept");
            NotProposed::Nothing(why.to_owned())
        })?;
        let number = number.or_else(|| before(history, serving.number)).ok_or_else(|| {
            NotProposed::Nothing(format!("there is no generation before generation {}", serving.number))
        })?;
        let snapshot = history.snapshot(number).map_err(|why| {
            let kept: Vec<String> =
                history.records().0.iter().map(|record| record.number.to_string()).collect();
            NotProposed::Nothing(format!("{why}; there are {}", kept.join(", ")))
        })?;
        if snapshot.record.digest == serving.digest {
            return Err(NotProposed::Unchanged(serving.number));
        }
        self.propose_files(snapshot.files, Source::Generation(number)).map_err(NotProposed::Faults)
    }

    /// Proposes these files.
    ///
    /// # Errors
    ///
    /// All faults, where one of them is an error.
    pub fn propose_files(&self, files: Vec<KnowledgeFile>, source: Source) -> Result<Proposal, Vec<Fault>> {
        let _one_at_a_time = self.learning.lock().unwrap_or_else(PoisonError::into_inner);
        // What is compared is looked at first: whatever is applied meanwhile is noticed when this is.
        let (serving, last) = (self.current(), self.shelf.last());
        let number = last.max(serving.number) + 1;
        beside(|| {
            let (generation, warnings) = Generation::learn(&files, number)?;
            let errors = not_first(&generation.engine);
            if !errors.is_empty() {
                return Err(errors.into_iter().chain(warnings).collect());
            }
            let (before, after) = (serving.engine.knowledge(), generation.engine.knowledge());
            let difference = Difference::between(before, after);
            let comparison = exam::compare(&serving, &generation);
            let generation = Arc::new(generation);
            Ok(Proposal { source, generation, serving, difference, comparison, warnings, files, last })
        })
    }
}

impl Generation {
    /// Checks files and learns what they hold; with it come the warnings.
    ///
    /// # Errors
    ///
    /// All faults, where one of them is an error.
    pub(super) fn learn(files: &[KnowledgeFile], number: u64) -> Result<(Self, Vec<Fault>), Vec<Fault>> {
        let (knowledge, warnings) = KnowledgeBase::check(files)?;
        Ok((Self { number, engine: Engine::build(knowledge), digest: digest(files) }, warnings))
    }
}

/// The latest generation before this one.
fn before(history: &History, number: u64) -> Option<u64> {
    history.records().0.iter().map(|record| record.number).find(|kept| *kept < number)
}
