//! `reload`, `history` and `rollback`: what a moderator does in Discord, without Discord. A running bot serves what was
//! applied here when it gets SIGHUP, or is started again.

use std::io::Write;
use std::path::Path;

use super::date::date;
use super::{ANSWERED, NOT_ANSWERED, complaint, written};
use crate::desk::{Desk, NotProposed, Proposal, Signed, told};
use crate::exam;
use crate::knowledge::load::Origin;

/// Shows what the folder would change of the generation applied last, every name of it.
///
/// # Errors
///
/// Every fault of the files, or why there is nothing to compare.
pub fn plan(origin: &Origin, state: Option<&Path>, out: &mut impl Write) -> Result<u8, Vec<String>> {
    let Some(desk) = resume(origin, state, out)? else {
        let (desk, warnings) = Desk::open(&origin.files()).map_err(|faults| complaint(origin, &faults))?;
        let figures = exam::figures(&desk.current());
        return written(
            writeln!(
                out,
                "nothing was applied yet: the folder would be generation 1, with {} entries, {} silences, {} passages \
                 and {} warnings; {}",
                figures.entries,
                figures.silences,
                figures.passages,
                warnings.len(),
                told::exam(&figures)
            )
            .map(|()| ANSWERED),
        );
    };
    match desk.propose() {
        Ok(proposal) => show(&proposal, out),
        Err(why) => not_proposed(origin, &why, ANSWERED, out),
    }
}

/// Applies the folder as a new generation; without `anyway` only where no golden question turns wrong.
///
/// # Errors
///
/// Every fault of the files, or why there is nothing to apply.
pub fn reload(
    origin: &Origin,
    state: Option<&Path>,
    signed: &Signed,
    anyway: bool,
    out: &mut impl Write,
) -> Result<u8, Vec<String>> {
    let Some(desk) = resume(origin, state, out)? else {
        let (desk, told) = Desk::start(origin, state, signed).map_err(|faults| complaint(origin, &faults))?;
        let kept = desk.history().0.first().map(|record| record.number);
        let said = match kept {
            Some(number) => writeln!(out, "applied: generation {number}, the first one"),
            None => told.iter().try_for_each(|sentence| writeln!(out, "not applied: {sentence}")),
        };
        return written(said.map(|()| if kept.is_some() { ANSWERED } else { NOT_ANSWERED }));
    };
    let proposal = match desk.propose() {
        Ok(proposal) => proposal,
        Err(why) => return not_proposed(origin, &why, ANSWERED, out),
    };
    show(&proposal, out)?;
    let wrong = proposal.comparison.turned_wrong().count();
    if wrong > 0 && !anyway {
        let said = writeln!(
            out,
            "not applied: golden questions turn wrong ({wrong}, above); mend the files, or apply it all the same with \
             --anyway"
        );
        return written(said.map(|()| NOT_ANSWERED));
    }
    apply(&desk, &proposal, signed, out)
}

/// Applies an earlier generation again: this one, or the one before the last.
///
/// # Errors
///
/// Where it is not kept or damaged, or no longer passes the checks.
pub fn rollback(
    origin: &Origin,
    state: Option<&Path>,
    generation: Option<u64>,
    signed: &Signed,
    out: &mut impl Write,
) -> Result<u8, Vec<String>> {
    let Some(desk) = resume(origin, state, out)? else {
        return Err(vec!["nothing was applied yet, so that there is nothing to roll back to".to_owned()]);
    };
    match desk.propose_rollback(generation) {
        Ok(proposal) => {
            show(&proposal, out)?;
            apply(&desk, &proposal, signed, out)
        }
        Err(why) => not_proposed(origin, &why, NOT_ANSWERED, out),
    }
}

/// Lists what was applied, the latest first.
///
/// # Errors
///
/// Why there can be no history.
pub fn history(origin: &Origin, state: Option<&Path>, out: &mut impl Write) -> Result<u8, Vec<String>> {
    let (records, problems) = Desk::history_of(origin, state).map_err(|why| vec![why])?;
    let mut said = Ok(());
    for record in &records {
        let line = told::record(record);
        said = said.and_then(|()| writeln!(out, "generation {}, {}, {line}", record.number, date(record.at)));
    }
    for problem in &problems {
        said = said.and_then(|()| writeln!(out, "{problem}"));
    }
    if records.is_empty() {
        said = said.and_then(|()| writeln!(out, "nothing was applied yet"));
    }
    written(said.map(|()| ANSWERED))
}

/// The desk as it was left, and on the way what is wrong with the history; none where nothing was applied.
fn resume(origin: &Origin, state: Option<&Path>, out: &mut impl Write) -> Result<Option<Desk>, Vec<String>> {
    let (desk, told) = Desk::resume(origin, state).map_err(|why| vec![why])?;
    for sentence in told {
        written(writeln!(out, "{sentence}").map(|()| ANSWERED))?;
    }
    Ok(desk)
}

fn show(proposal: &Proposal, out: &mut impl Write) -> Result<u8, Vec<String>> {
    let lines = proposal
        .summary()
        .into_iter()
        .chain(proposal.details(usize::MAX).into_iter().map(|line| format!("  {line}")));
    let said = lines.into_iter().try_for_each(|line| writeln!(out, "{line}"));
    written(said.map(|()| ANSWERED))
}

fn apply(desk: &Desk, proposal: &Proposal, signed: &Signed, out: &mut impl Write) -> Result<u8, Vec<String>> {
    let (said, status) = match desk.apply(proposal, signed) {
        Ok(number) => (format!("applied: generation {number}; a running bot serves it at SIGHUP"), ANSWERED),
        Err(why) => (format!("not applied: {why}"), NOT_ANSWERED),
    };
    written(writeln!(out, "{said}").map(|()| status))
}

fn not_proposed(
    origin: &Origin,
    why: &NotProposed,
    unchanged: u8,
    out: &mut impl Write,
) -> Result<u8, Vec<String>> {
    match why {
        NotProposed::Faults(faults) => Err(complaint(origin, faults)),
        NotProposed::Unchanged(_) => written(writeln!(out, "{why}").map(|()| unchanged)),
        NotProposed::Nothing(why) => Err(vec![why.clone()]),
    }
}
