//! Faults of knowledge files as a moderator sees them: where, which rule, what to do. Nothing of the machine, and nothing
//! of the files beyond the faulty line.

use crate::knowledge::Fault;

use super::limits::EMBED_DESCRIPTION;
use super::neutral;
use super::render;
use super::shown::Shown;

/// How many are shown; the rest is counted.
const SHOWN: usize = 10;
/// How much of one is shown, in characters: ten of them and what is said around them fit into one embed.
const LONGEST: usize = EMBED_DESCRIPTION / SHOWN - 60;

/// The first faults, errors before warnings, and what goes on serving.
pub(super) fn shown(faults: &[Fault], serving: u64) -> Shown {
    let errors = faults.iter().filter(|fault| fault.is_error()).count();
    let mut ordered: Vec<&Fault> = faults.iter().filter(|fault| fault.is_error()).collect();
    ordered.extend(faults.iter().filter(|fault| !fault.is_error()));
    let mut lines: Vec<String> = ordered.iter().take(SHOWN).map(|fault| line(fault)).collect();
    let rest = faults.len().saturating_sub(SHOWN);
    if rest > 0 {
        lines.push(format!("… and {rest} more: `aide-memoire check` lists all."));
    }
    lines.push(format!("Nothing has changed: still answering from generation {serving}."));
    let title =
        if errors == 1 { "1 error in the files".to_owned() } else { format!("{errors} errors in the files") };
    render::plain_card(title, lines.join("\n"), Vec::new())
}

/// What a check of the files came to, where nothing was to change.
pub(super) fn checked(faults: &[Fault], serving: u64) -> Shown {
    if faults.is_empty() {
        return Shown::sentence(
            "0 errors, 0 warnings: the files in the knowledge folder can be used.".to_owned(),
        );
    }
    shown(faults, serving)
}

fn line(fault: &Fault) -> String {
    let word = if fault.is_error() { "error" } else { "warning" };
    let (place, code, message) = (&fault.location, fault.code.name(), &fault.message);
    let line = format!("{place}: {word}[{code}] {message}. {}", fault.code.advice());
    format!("• {}", neutral::echo(&line, LONGEST))
}
