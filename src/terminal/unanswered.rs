//! `gaps`: what members asked in Discord and did not get answered, gathered by likeness.

use std::io::Write;
use std::path::Path;

use serde::Serialize;

use super::written;
use crate::desk::{Desk, told};
use crate::journal::{Gap, Nearest, Store};

/// How many other wordings are shown.
const WORDINGS: usize = 5;

/// Prints the gaps of the journal in a state folder, for people or as one JSON object a line.
///
/// # Errors
///
/// A sentence where there is no journal, it cannot be read, or the output cannot be written.
pub fn gaps(desk: &Desk, state: &Path, as_json: bool, out: &mut impl Write) -> Result<u8, Vec<String>> {
    let store = Store::open_to_read(state).map_err(|trouble| vec![trouble.to_string()])?;
    let Some(store) = store else {
        return Err(vec![format!(
            "there is no journal in {}: `serve` begins one, or brings an older one up to date; name another folder \
             with --state",
            state.display()
        )]);
    };
    let gaps = desk.gaps(store.questions().map_err(|trouble| vec![trouble.to_string()])?);
    let text: String = match (as_json, gaps.is_empty()) {
        (true, _) => {
            gaps.iter().map(|gap| serde_json::to_string(&json(gap)).unwrap_or_default() + "\n").collect()
        }
        (false, true) => "No question in the journal is without an answer now.\n".to_owned(),
        (false, false) => gaps.iter().map(|gap| text(desk, gap)).collect(),
    };
    written(write!(out, "{text}").map(|()| super::ANSWERED))
}

fn text(desk: &Desk, gap: &Gap) -> String {
    let times = told::times(gap.times());
    let wordings = gap.wordings();
    let mut text = format!("{times}, {}: {}\n", gap.question().outcome, gap.question().question);
    for wording in wordings.iter().skip(1).take(WORDINGS) {
        text += &format!("  also      {wording}\n");
    }
    let current = desk.current();
    for Nearest { entry, score } in gap.nearest() {
        let question = current.engine.knowledge().entry(entry).map_or("", |entry| entry.question.as_str());
        text += &format!("  {score:+6.2}    {entry}: {question}\n");
    }
    text + "\n"
}

#[derive(Serialize)]
struct GapJson<'a> {
    times: usize,
    outcome: &'a str,
    /// Unix seconds of the latest question.
    latest: i64,
    questions: Vec<&'a str>,
    nearest: Vec<NearestJson<'a>>,
}

#[derive(Serialize)]
struct NearestJson<'a> {
    entry: &'a str,
    score: f32,
}

fn json(gap: &Gap) -> GapJson<'_> {
    let nearest = gap.nearest().iter().map(|near| NearestJson { entry: &near.entry, score: near.score });
    GapJson {
        times: gap.times(),
        outcome: &gap.question().outcome,
        latest: gap.question().at,
        questions: gap.wordings(),
        nearest: nearest.collect(),
    }
}
