//! What `check` and `exam` print.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

use super::{ANSWERED, BROKEN, NOT_ANSWERED, gaps, json, written};
use crate::answer::{Reply, review};
use crate::desk::Desk;
use crate::exam::{self, Question, Tally, Verdict};
use crate::knowledge::load::{Origin, text_file};
use crate::knowledge::{Fault, KnowledgeBase};

/// What an exam must reach.
#[derive(Debug, Clone, Copy, Default)]
pub struct Floor {
    /// Answered rightly, in per cent of what the article holds.
    pub right: Option<f32>,
    /// Answered wrongly at most, in per cent of all questions.
    pub wrong: Option<f32>,
}

/// What an exam prints beside its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Nothing.
    None,
    /// The questions that were missed or answered wrongly, a line each.
    Mistakes,
    /// The same, gathered where a curator would write.
    Gaps,
    /// The gaps as JSON, one object a line, and no table.
    GapsJson,
}

/// Tells that knowledge cannot be used, and every error in it.
pub fn complaint(origin: &Origin, faults: &[Fault]) -> Vec<String> {
    let errors: Vec<&Fault> = faults.iter().filter(|fault| fault.is_error()).collect();
    let verdict =
        format!("the knowledge in {} cannot be used: {}", name(origin), count(errors.len(), "error"));
    errors.into_iter().map(ToString::to_string).chain([verdict]).collect()
}

/// Checks knowledge files, prints every fault and a verdict; `as_json` prints a list of the faults instead.
///
/// # Errors
///
/// Where the output cannot be written.
pub fn check(origin: &Origin, as_json: bool, out: &mut impl Write) -> io::Result<u8> {
    let (faults, figures) = match KnowledgeBase::check(&origin.files()) {
        Ok((knowledge, mut faults)) => {
            let figures = figures(&knowledge);
            faults.extend(review(knowledge));
            faults.sort_by(|a, b| a.location.cmp(&b.location));
            (faults, figures)
        }
        Err(faults) => (faults, String::new()),
    };
    let errors = faults.iter().filter(|fault| fault.is_error()).count();
    if as_json {
        writeln!(out, "{}", json::faults(&faults))?;
    } else {
        faults.iter().try_for_each(|fault| writeln!(out, "{fault}"))?;
        let warnings = count(faults.len() - errors, "warning");
        writeln!(out, "{}: {}, {warnings}{figures}", name(origin), count(errors, "error"))?;
    }
    Ok(if errors > 0 { BROKEN } else { ANSWERED })
}

fn figures(knowledge: &KnowledgeBase) -> String {
    let phrasings: usize = knowledge.entries.iter().map(|entry| entry.phrasings.len()).sum();
    let silent: usize = knowledge.silences.iter().map(|silence| silence.phrasings.len()).sum();
    format!(
        "; {} entries with {phrasings} phrasings, {} silences with {silent}, {} golden questions",
        knowledge.entries.len(),
        knowledge.silences.len(),
        knowledge.golden.len()
    )
}

fn name(origin: &Origin) -> String {
    match origin {
        Origin::Folder(folder) => folder.display().to_string(),
        Origin::Embedded => "the built-in copy".to_owned(),
    }
}

fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// Asks the golden questions, or those of a file, and prints a row a kind.
///
/// # Errors
///
/// What is wrong with the file, line by line, or why the output cannot be written.
pub fn exam(
    desk: &Desk,
    file: Option<&Path>,
    floor: Floor,
    detail: Detail,
    out: &mut impl Write,
) -> Result<u8, Vec<String>> {
    let generation = desk.current();
    let questions = match file {
        None => exam::golden(&generation),
        Some(file) => {
            exam::parse(&text_file(file).map_err(|problem| vec![problem])?).map_err(|problems| {
                problems
                    .into_iter()
                    .map(|problem| format!("{}:{problem}", file.display()))
                    .collect::<Vec<_>>()
            })?
        }
    };
    let mut rows: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut all = Tally::default();
    let mut asked = Vec::new();
    for question in &questions {
        let (tally, reply) = exam::sit(&generation, question);
        rows.entry(&question.kind).or_default().add(&tally);
        all.add(&tally);
        asked.push((question, tally, reply));
    }
    let gaps = |as_json| gaps::write(&generation.engine, &exam::gaps(&generation.engine, &asked), as_json);
    let printed = match detail {
        Detail::None => print(&rows, &all, "", out),
        Detail::Mistakes => {
            let mistakes =
                asked.iter().filter_map(|(question, tally, reply)| mistake(question, tally, reply));
            print(&rows, &all, &mistakes.collect::<String>(), out)
        }
        Detail::Gaps => print(&rows, &all, &gaps(false), out),
        Detail::GapsJson => write!(out, "{}", gaps(true)),
    };
    let reached = floor.right.is_none_or(|right| all.right_percent() >= right);
    let kept = floor.wrong.is_none_or(|wrong| all.wrong_percent() <= wrong);
    written(printed.map(|()| if reached && kept { ANSWERED } else { NOT_ANSWERED }))
}

fn print(rows: &BTreeMap<&str, Tally>, all: &Tally, before: &str, out: &mut impl Write) -> io::Result<()> {
    write!(out, "{before}")?;
    writeln!(
        out,
        "{:14}{:>6}{:>9}{:>9}{:>9}{:>9}{:>9}",
        "kind", "asked", "right", "wrong", "missed", "helped", "silent"
    )?;
    for (kind, tally) in rows.iter().chain([(&"all", all)]) {
        let Tally { questions, right, wrong, missed, helped, silent, .. } = tally;
        writeln!(out, "{kind:14}{questions:6.0}{right:9.1}{wrong:9.1}{missed:9.1}{helped:9.1}{silent:9.1}")?;
    }
    writeln!(
        out,
        "right {:.1} % of what the article holds, wrong {:.1} % of all questions, right or suggested {:.1} %",
        all.right_percent(),
        all.wrong_percent(),
        all.reach_percent()
    )
}

/// A question that fell short, and what was said.
fn mistake(question: &Question, tally: &Tally, reply: &Reply) -> Option<String> {
    let verdict = Verdict::of(tally)?.name();
    let said: Vec<&str> = reply
        .parts()
        .map(|part| part.outcome.answer().map_or(part.outcome.name(), |answer| answer.entry.id.as_str()))
        .collect();
    Some(format!("{verdict:7} {} {:?} → {}\n", question.id, question.question, said.join(", ")))
}
