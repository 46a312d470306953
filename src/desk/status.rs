//! What there is to say of the generation that serves.

use super::Desk;
use super::shelf::Shelf;
use crate::knowledge::history::Record;

/// How things stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// The generation that serves.
    pub number: u64,
    /// What was written down of it, where that was done.
    pub record: Option<Record>,
    /// Whether the knowledge folder holds something else.
    pub folder_differs: bool,
    /// A later generation that was applied, and is not served yet.
    pub waiting: Option<u64>,
    /// Why nothing can be applied, where that is so.
    pub trouble: Option<String>,
}

impl Status {
    /// What it means that the folder holds something else, and what to do.
    pub fn folder_sentence(&self) -> String {
        format!(
            "the files in the knowledge folder differ from generation {}, which is serving: a change goes live only by \
             a reload",
            self.number
        )
    }
}

impl Desk {
    /// How things stand. Reads files.
    pub fn status(&self) -> Status {
        let number = self.current().number;
        Status {
            number,
            record: self.history().0.into_iter().find(|record| record.number == number),
            folder_differs: self.folder_differs(),
            waiting: Some(self.shelf.last()).filter(|last| *last > number),
            trouble: self.shelf.trouble().map(ToOwned::to_owned),
        }
    }

    /// The records of what was applied, the latest first, and a sentence for each that cannot be read. Reads files.
    pub fn history(&self) -> (Vec<Record>, Vec<String>) {
        self.shelf.history().map(crate::knowledge::history::History::records).unwrap_or_default()
    }

    /// Whether there is a folder to reload from.
    pub fn can_reload(&self) -> bool {
        matches!(self.shelf, Shelf::Folder(..))
    }
}
