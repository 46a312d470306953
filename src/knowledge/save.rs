//! The one place that changes knowledge files: whole or not at all, and never over what somebody else wrote meanwhile.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;
use std::process;

use super::edit::Edit;

/// Puts an edit in the place of the file that it was made from.
///
/// A link is followed to the file that it names. Permissions stay. The new text is on disk under a hidden name beside it
/// before it takes its name, so that a reader, and a machine that loses power, has the old file or the new one.
///
/// # Errors
///
/// A sentence, without any path outside the knowledge folder, where the file is not as it was or cannot be written.
pub fn save(folder: &Path, edit: &Edit) -> Result<(), String> {
    let path = &edit.path;
    let failed =
        |error: io::Error| format!("{path} cannot be written ({}). Nothing was changed.", error.kind());
    let real = fs::canonicalize(folder.join(path)).map_err(failed)?;
    let (Some(parent), Some(name)) = (real.parent(), real.file_name()) else {
        return Err(format!("{path} is no file. Nothing was changed."));
    };
    let beside = parent.join(format!(".{}.{}.new", name.to_string_lossy(), process::id()));
    let written = write_beside(&beside, &real, edit).map_err(failed).and_then(|()| {
        // As late as can be: what somebody else has saved until now stays.
        if fs::read(&real).map_err(failed)? != edit.before {
            return Err(format!(
                "{path} was changed by somebody else meanwhile. Nothing was changed; please try again."
            ));
        }
        fs::rename(&beside, &real).map_err(failed)
    });
    if written.is_err() {
        // It may not be there.
        let _ = fs::remove_file(&beside);
        return written;
    }
    // The new name is there in any case; where a folder cannot be synced, it is on disk a little later.
    let _ = File::open(parent).and_then(|folder| folder.sync_all());
    Ok(())
}

fn write_beside(beside: &Path, real: &Path, edit: &Edit) -> io::Result<()> {
    // Left behind by a process of the same number that was killed.
    let _ = fs::remove_file(beside);
    let mut file = OpenOptions::new().write(true).create_new(true).open(beside)?;
    file.write_all(&edit.after)?;
    file.set_permissions(fs::metadata(real)?.permissions())?;
    file.sync_all()
}
