//! Where a desk's knowledge comes from, and where what was applied is kept.

use std::path::Path;

use crate::knowledge::KnowledgeFile;
use crate::knowledge::history::History;
use crate::knowledge::load::Origin;

/// Said where there is nothing to reload from.
const BUILT_IN: &str = "the knowledge is the copy inside the program, which cannot be reloaded: start with --knowledge \
                        FOLDER, or AIDE_KNOWLEDGE, to have one that can";
/// Said where no place for it is known.
const NO_STATE: &str = "there is no state folder: set AIDE_STATE, or --state";

/// Where knowledge lies, and where its generations are kept.
#[derive(Debug)]
pub(super) enum Shelf {
    /// The files were handed over: nothing is read again, nothing kept.
    Loose,
    /// The copy inside the program.
    BuiltIn,
    /// A folder, and its history or why there is none.
    Folder(Origin, Result<History, String>),
}

impl Shelf {
    /// The shelf of an origin, with its history under the state folder.
    pub(super) fn new(origin: &Origin, state: Option<&Path>) -> Self {
        match (origin, state) {
            (Origin::Embedded, _) => Self::BuiltIn,
            (Origin::Folder(folder), Some(state)) => {
                Self::Folder(origin.clone(), Ok(History::open(state, folder)))
            }
            (Origin::Folder(_), None) => Self::Folder(origin.clone(), Err(NO_STATE.to_owned())),
        }
    }

    /// The files as they are now.
    ///
    /// # Errors
    ///
    /// Why there are none.
    pub(super) fn files(&self) -> Result<Vec<KnowledgeFile>, String> {
        match self {
            Self::Folder(origin, _) => Ok(origin.files()),
            Self::BuiltIn | Self::Loose => Err(BUILT_IN.to_owned()),
        }
    }

    /// The folder that the files are in.
    ///
    /// # Errors
    ///
    /// Why there is none.
    pub(super) fn folder(&self) -> Result<&Path, String> {
        match self {
            Self::Folder(Origin::Folder(folder), _) => Ok(folder),
            _ => Err(BUILT_IN.to_owned()),
        }
    }

    /// The files that a generation was learnt from, where they are kept.
    ///
    /// # Errors
    ///
    /// Why there are none.
    pub(super) fn files_of(&self, number: u64) -> Result<Vec<KnowledgeFile>, String> {
        match self {
            Self::BuiltIn => Ok(Origin::Embedded.files()),
            Self::Loose => Err(BUILT_IN.to_owned()),
            Self::Folder(_, Ok(history)) => history.snapshot(number).map(|snapshot| snapshot.files),
            Self::Folder(_, Err(why)) => Err(why.clone()),
        }
    }

    /// The history, where there is one.
    pub(super) fn history(&self) -> Option<&History> {
        match self {
            Self::Folder(_, Ok(history)) => Some(history),
            _ => None,
        }
    }

    /// The number of the generation applied last by anybody; 0 where none was.
    pub(super) fn last(&self) -> u64 {
        self.history().map_or(0, History::last)
    }

    /// Why nothing can be applied, where that is so.
    pub(super) fn trouble(&self) -> Option<&str> {
        match self {
            Self::Loose => None,
            Self::BuiltIn => Some(BUILT_IN),
            Self::Folder(_, Err(reason)) => Some(reason),
            Self::Folder(_, Ok(history)) => history.trouble(),
        }
    }
}
