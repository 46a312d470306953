//! `/knowledge status` and `history`: what serves, and what was applied before.

use tracing::warn;

use crate::desk::{Audited, Status, told};
use crate::journal::Act;
use crate::knowledge::history::Record;

use super::faults;
use super::limits::EMBED_DESCRIPTION;
use super::neutral;
use super::reload::worked_out;
use super::render;
use super::service::Service;
use super::shown::{Response, Shown};

/// How many acts are shown: with as much of each as is shown, they fit into one embed.
const ACTS: u32 = 12;
/// How much of one record is shown, in characters.
const LONGEST: usize = 300;

/// What is serving, since when, and what there is to know of it.
pub(super) fn status() -> (Response, &'static str) {
    worked_out(|service| {
        let Status { number, record, folder_differs, waiting, trouble } = service.desk.status();
        let mut lines = vec![match &record {
            Some(record) => applied(record),
            None => format!("Generation {number}, which is not kept anywhere."),
        }];
        if folder_differs {
            lines.push(
                "The files in the knowledge folder differ from it: use /knowledge reload to see what they would \
                 change, and to apply it."
                    .to_owned(),
            );
        } else if service.desk.can_reload() {
            lines.push("The files in the knowledge folder are the same.".to_owned());
        }
        if let Some(later) = waiting {
            lines.push(format!(
                "Generation {later} was applied outside of Discord and does not serve yet: my operator can send \
                 SIGHUP, or restart me."
            ));
        }
        lines.push(format!("Journal: {}.", service.record.condition()));
        lines.extend(trouble.map(|why| format!("Nothing can be applied: {}.", neutral::echo(&why, LONGEST))));
        (card(format!("Answering from generation {number}"), &lines), "status")
    })
}

/// The generations that were applied, the latest first.
pub(super) fn history() -> (Response, &'static str) {
    worked_out(|service: &Service| {
        let (records, problems) = service.desk.history();
        problems.iter().for_each(|problem| warn!("{problem}"));
        let mut lines: Vec<String> = Vec::new();
        for record in &records {
            let line = applied(record);
            let length: usize = lines.iter().map(|line| line.chars().count() + 1).sum();
            if length + line.chars().count() + 100 > EMBED_DESCRIPTION {
                lines.push("… and earlier ones: `aide-memoire history` lists all.".to_owned());
                break;
            }
            lines.push(line);
        }
        if records.is_empty() {
            lines.push("Nothing that was applied is kept.".to_owned());
        }
        if !problems.is_empty() {
            lines.push(format!("{} damaged: the log tells more.", problems.len()));
        }
        (card("Applied generations".to_owned(), &lines), "history")
    })
}

/// What the check says of the files in the knowledge folder now.
pub(super) fn check() -> (Response, &'static str) {
    worked_out(|service| match service.desk.check() {
        Ok(faults) => (faults::checked(&faults, service.desk.current().number), "checked"),
        Err(why) => (Shown::sentence(format!("There is nothing to check: {why}.")), "nothing"),
    })
}

/// Who did what, the latest first.
pub(super) fn audit() -> (Response, &'static str) {
    worked_out(|service| {
        let kept = service.record.work_here(|store| store.acts(ACTS));
        let from_memory = || -> Vec<Act> {
            let latest = service.desk.audit().latest(ACTS as usize).into_iter();
            latest.map(|Audited { at, who, what, outcome }| Act { at, who, what, outcome }).collect()
        };
        let (acts, trouble) = match kept {
            Ok(acts) => (acts, None),
            Err(trouble) => (from_memory(), Some(trouble)),
        };
        let line = |act: &Act| {
            let Act { at, who, what, outcome } = act;
            format!("<t:{at}:f> {}", neutral::echo(&format!("{who}: {what} → {outcome}"), LONGEST))
        };
        let mut lines: Vec<String> = acts.iter().map(line).collect();
        lines.extend(trouble.map(|trouble| format!("Only what was done since my start: {trouble}.")));
        if acts.is_empty() {
            lines.push("Nobody has done anything yet.".to_owned());
        }
        (card("Who did what".to_owned(), &lines), "audit")
    })
}

/// A record, with its time as the reader's clock shows it.
fn applied(record: &Record) -> String {
    let told = neutral::echo(&told::record(record), LONGEST);
    format!("**Generation {}**, <t:{}:f>, {told}", record.number, record.at)
}

fn card(title: String, lines: &[String]) -> Shown {
    render::plain_card(title, lines.join("\n"), Vec::new())
}
