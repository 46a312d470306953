//! A proposal applied: kept on disk, then served by one swap. Nothing is cleared first, so that whatever fails changes
//! nothing.

use std::fmt;
use std::sync::{Arc, PoisonError};

use super::audit::Audited;
use super::beside::beside;
use super::proposal::{Proposal, Source};
use super::{Desk, Generation};
use crate::knowledge::Difference;
use crate::knowledge::history::{Counts, Figures, LONGEST_NOTE, NotKept, Record};
use crate::knowledge::load::digest;

/// Who applies something, when and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// Who: `Discord user 123`, `terminal`, `SIGHUP`, `start`.
    pub by: String,
    /// When, in Unix seconds.
    pub at: i64,
    /// Why; what is longer than a note may be is cut off.
    pub note: Option<String>,
}

/// Why a proposal was not applied. Nothing has changed then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotApplied {
    /// Another generation was applied since it was made.
    Overtaken(u64),
    /// The knowledge folder has changed since it was made.
    FilesChanged,
    /// It could not be kept: the state folder's trouble.
    Unkept(String),
}

impl fmt::Display for NotApplied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Overtaken(number) => write!(
                f,
                "generation {number} was applied since this proposal was made: make a new one to see what would \
                 change now"
            ),
            Self::FilesChanged => f.write_str(
                "the files have changed since this proposal was made: make a new one to see what would change now",
            ),
            Self::Unkept(why) => write!(f, "the new generation cannot be kept in the state folder ({why})"),
        }
    }
}

impl Desk {
    /// Applies a proposal and returns the number of the generation that now serves. Of two proposals made beside the
    /// same generation only the first is applied.
    ///
    /// # Errors
    ///
    /// Why nothing has changed.
    pub fn apply(&self, proposal: &Proposal, signed: &Signed) -> Result<u64, NotApplied> {
        // Files are written and a generation is taken apart: neither may hold up a question.
        let applied = beside(|| self.try_apply(proposal, signed));
        let number = proposal.generation.number;
        self.audit().record(Audited {
            at: signed.at,
            who: signed.by.clone(),
            what: match proposal.source {
                Source::Folder => format!("apply the knowledge folder as generation {number}"),
                Source::Generation(old) => format!("roll back to generation {old}, as generation {number}"),
            },
            outcome: match &applied {
                Ok(_) => "applied".to_owned(),
                Err(why) => format!("not applied: {why}"),
            },
        });
        applied
    }

    fn try_apply(&self, proposal: &Proposal, signed: &Signed) -> Result<u64, NotApplied> {
        // Held by nobody who waits for anything but the disk.
        let _one_at_a_time = self.applying.lock().unwrap_or_else(PoisonError::into_inner);
        if !Arc::ptr_eq(&self.current(), &proposal.serving) {
            return Err(NotApplied::Overtaken(self.current().number));
        }
        if proposal.source == Source::Folder
            && let Ok(files) = self.shelf.files()
            && digest(&files) != proposal.generation.digest
        {
            return Err(NotApplied::FilesChanged);
        }
        self.keep(proposal, signed)?;
        self.swap(Arc::clone(&proposal.generation));
        Ok(proposal.generation.number)
    }

    fn keep(&self, proposal: &Proposal, signed: &Signed) -> Result<(), NotApplied> {
        let Some(history) = self.shelf.history() else {
            return self.shelf.trouble().map_or(Ok(()), |why| Err(NotApplied::Unkept(why.to_owned())));
        };
        let Proposal { generation, difference, comparison, .. } = proposal;
        let mut record = record(generation, comparison.after, signed);
        record.changes = Counts::of(difference);
        if let Source::Generation(old) = proposal.source {
            record.rollback_of = Some(old);
        }
        history.keep(proposal.last, &proposal.files, &record).map_err(|why| match why {
            NotKept::Overtaken(number) => NotApplied::Overtaken(number),
            NotKept::Unwritten(why) => NotApplied::Unkept(why),
        })
    }
}

/// What is written down of a generation.
pub(super) fn record(generation: &Generation, figures: Figures, signed: &Signed) -> Record {
    let note = signed.note.as_deref().map(|note| note.trim().chars().take(LONGEST_NOTE).collect());
    Record {
        number: generation.number,
        at: signed.at,
        by: signed.by.clone(),
        note: note.filter(|note: &String| !note.is_empty()),
        rollback_of: None,
        digest: generation.digest.clone(),
        figures,
        changes: Counts::of(&Difference::default()),
    }
}
