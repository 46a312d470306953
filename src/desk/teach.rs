//! The knowledge files as they are in the folder, checked and changed from the desk: one phrasing or one silence more.

use super::{Desk, Generation};
use crate::answer::review;
use crate::knowledge::edit::{self, Addition};
use crate::knowledge::{Fault, KnowledgeBase, KnowledgeFile, save};

impl Desk {
    /// Every fault of the files. Takes seconds, where there is no error and everything is ranked.
    ///
    /// # Errors
    ///
    /// Why there are no files.
    pub fn check(&self) -> Result<Vec<Fault>, String> {
        Ok(match KnowledgeBase::check(&self.shelf.files()?) {
            Ok((knowledge, mut warnings)) => {
                warnings.extend(review(knowledge));
                warnings
            }
            Err(faults) => faults,
        })
    }

    /// The files that a generation was learnt from, as they were kept.
    ///
    /// # Errors
    ///
    /// Why there are none.
    pub fn files_of(&self, generation: &Generation) -> Result<Vec<KnowledgeFile>, String> {
        self.shelf.files_of(generation.number)
    }

    /// Adds something to the files of the knowledge folder, where they pass the check with it. What serves does not
    /// change by that. Returns the file that was changed, as its path inside the folder.
    ///
    /// # Errors
    ///
    /// A sentence or two that say why nothing was added.
    pub fn teach(&self, addition: &Addition) -> Result<String, String> {
        let (files, folder) = (self.shelf.files()?, self.shelf.folder()?);
        let edit = edit::add(&files, addition).map_err(|refused| refused.to_string())?;
        save(folder, &edit)?;
        Ok(edit.path)
    }
}
