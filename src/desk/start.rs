//! How a desk begins to serve: with the generation that was applied last, whatever has become of the folder since.

use std::path::Path;

use super::apply::{self, Signed};
use super::shelf::Shelf;
use super::{Desk, Generation};
use crate::exam;
use crate::knowledge::history::{History, NotKept, Record};
use crate::knowledge::load::{Origin, digest};
use crate::knowledge::{Fault, KnowledgeFile};

impl Desk {
    /// Opens the desk with the generation applied last. Where there is none, the knowledge of `origin` becomes
    /// generation 1. With the desk come sentences for the log.
    ///
    /// # Errors
    ///
    /// Every fault found in the files of `origin`, where they are needed and one of them is an error.
    pub fn start(
        origin: &Origin,
        state: Option<&Path>,
        signed: &Signed,
    ) -> Result<(Self, Vec<String>), Vec<Fault>> {
        let shelf = Shelf::new(origin, state);
        let mut told = Vec::new();
        let desk = match applied(&shelf, &mut told) {
            Some(generation) => Self::serving(generation, shelf),
            None => first(&origin.files(), shelf, signed, &mut told)?,
        };
        if let Shelf::Folder(..) = desk.shelf {
            told.extend(desk.shelf.trouble().map(|why| {
                format!(
                    "the state folder cannot be written ({why}): nothing can be applied, and nothing is kept"
                )
            }));
        }
        told.extend(desk.folder_differs().then(|| desk.status().folder_sentence()));
        Ok((desk, told))
    }
}

impl Desk {
    /// Opens the desk with the generation applied last, and never writes; `None` where there is none. With it come
    /// sentences on what is wrong with the history.
    ///
    /// # Errors
    ///
    /// Why there can be no history.
    pub fn resume(origin: &Origin, state: Option<&Path>) -> Result<(Option<Self>, Vec<String>), String> {
        let shelf = Shelf::new(origin, state);
        if shelf.history().is_none() {
            return Err(shelf.trouble().unwrap_or_default().to_owned());
        }
        let mut told = Vec::new();
        let generation = applied(&shelf, &mut told);
        Ok((generation.map(|generation| Self::serving(generation, shelf)), told))
    }

    /// The records of what was applied, the latest first, and a sentence for each that cannot be read.
    ///
    /// # Errors
    ///
    /// Why there can be no history.
    pub fn history_of(origin: &Origin, state: Option<&Path>) -> Result<(Vec<Record>, Vec<String>), String> {
        let shelf = Shelf::new(origin, state);
        shelf.history().map(History::records).ok_or_else(|| shelf.trouble().unwrap_or_default().to_owned())
    }
}

/// The latest generation that can be read and passes the checks of this program.
fn applied(shelf: &Shelf, told: &mut Vec<String>) -> Option<Generation> {
    for snapshot in shelf.history()?.snapshots() {
        match snapshot {
            Err(problem) => told.push(problem),
            Ok(snapshot) => match Generation::learn(&snapshot.files, snapshot.record.number) {
                Ok((generation, _)) => return Some(generation),
                Err(faults) => {
                    let number = snapshot.record.number;
                    let first = faults.iter().find(|fault| fault.is_error()).map(ToString::to_string);
                    let first = first.unwrap_or_default();
                    told.push(format!("generation {number} no longer passes the checks: {first}"));
                }
            },
        }
    }
    None
}

/// The folder's knowledge, as the first generation or, where none of those applied can be used, as the next.
fn first(
    files: &[KnowledgeFile],
    shelf: Shelf,
    signed: &Signed,
    told: &mut Vec<String>,
) -> Result<Desk, Vec<Fault>> {
    let last = shelf.last();
    let (generation, _) = Generation::learn(files, last + 1)?;
    if let Some(history) = shelf.history().filter(|history| history.trouble().is_none()) {
        let record = apply::record(&generation, exam::figures(&generation), signed);
        match history.keep(last, files, &record) {
            Ok(()) => {}
            Err(NotKept::Overtaken(number)) => told.push(format!(
                "generation {number} was applied by somebody else at this moment: send SIGHUP to serve it"
            )),
            Err(NotKept::Unwritten(why)) => told.push(format!("generation {} is not kept: {why}", last + 1)),
        }
    }
    Ok(Desk::serving(generation, shelf))
}

impl Desk {
    /// Whether the knowledge folder holds something else than what serves.
    pub(super) fn folder_differs(&self) -> bool {
        self.shelf.files().is_ok_and(|files| digest(&files) != self.current().digest)
    }
}
