//! A reload that nobody looks at before it is applied: what a signal asks for, and what the terminal does.

use std::sync::{Arc, PoisonError};

use super::apply::{NotApplied, Signed};
use super::audit::Audited;
use super::beside::beside;
use super::proposal::{NotProposed, Proposal};
use super::{Desk, Generation};
use crate::exam::Turn;

/// What a reload came to.
#[derive(Debug)]
pub enum Reloaded {
    /// A generation that was applied elsewhere now serves.
    TakenUp(u64),
    /// The folder's knowledge now serves.
    Applied(Box<Proposal>),
    /// Golden questions would turn wrong: nothing has changed.
    TurnsWrong(Vec<Turn>),
    /// There was nothing to apply.
    NotProposed(NotProposed),
    /// It was not applied.
    NotApplied(NotApplied),
}

impl Desk {
    /// Serves a later generation that was applied elsewhere, or else applies what is in the knowledge folder, if
    /// every check passes and no golden question turns wrong.
    pub fn reload(&self, signed: &Signed) -> Reloaded {
        match self.take_up() {
            Ok(Some(number)) => {
                let what = format!("serve generation {number}, which was applied elsewhere");
                let (at, who, outcome) = (signed.at, signed.by.clone(), "done".to_owned());
                self.audit().record(Audited { at, who, what, outcome });
                return Reloaded::TakenUp(number);
            }
            Ok(None) => {}
            Err(why) => return Reloaded::NotProposed(why),
        }
        let proposal = match self.propose() {
            Ok(proposal) => proposal,
            Err(why) => return Reloaded::NotProposed(why),
        };
        let wrong: Vec<Turn> = proposal.comparison.turned_wrong().cloned().collect();
        if !wrong.is_empty() {
            return Reloaded::TurnsWrong(wrong);
        }
        match self.apply(&proposal, signed) {
            Ok(_) => Reloaded::Applied(Box::new(proposal)),
            Err(why) => Reloaded::NotApplied(why),
        }
    }

    /// Serves the generation that was applied last, where it is later than the one serving.
    ///
    /// # Errors
    ///
    /// Where it is damaged, or breaks the rules of this program.
    fn take_up(&self) -> Result<Option<u64>, NotProposed> {
        let (last, serving) = (self.shelf.last(), self.current());
        let Some(history) = self.shelf.history().filter(|_| last > serving.number) else { return Ok(None) };
        let snapshot = history.snapshot(last).map_err(NotProposed::Nothing)?;
        let one_at_a_time = self.learning.lock().unwrap_or_else(PoisonError::into_inner);
        let (generation, _) =
            beside(|| Generation::learn(&snapshot.files, last)).map_err(NotProposed::Faults)?;
        drop(one_at_a_time);
        let _one_at_a_time = self.applying.lock().unwrap_or_else(PoisonError::into_inner);
        if self.current().number >= last {
            return Ok(None);
        }
        self.swap(Arc::new(generation));
        Ok(Some(last))
    }
}
