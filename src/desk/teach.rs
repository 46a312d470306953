//! The knowledge files changed from the desk: one phrasing or one silence more.

use super::Desk;
use crate::knowledge::edit::{self, Addition};
use crate::knowledge::save;

impl Desk {
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
