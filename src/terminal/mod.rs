//! The terminal door: ask, chat, explain, check, verify, exam.

use crate::knowledge::Fault;
use crate::knowledge::load::Origin;

/// Tells that knowledge cannot be used, and every error in it.
pub fn complaint(origin: &Origin, faults: &[Fault]) -> Vec<String> {
    let place = match origin {
        Origin::Folder(folder) => folder.display().to_string(),
        Origin::Embedded => "the built-in copy".to_owned(),
    };
    let errors: Vec<&Fault> = faults.iter().filter(|fault| fault.is_error()).collect();
    let count = errors.len();
    let lines = errors.into_iter().map(ToString::to_string);
    lines.chain([format!("the knowledge in {place} cannot be used: {count} errors")]).collect()
}
