//! Why a question came to its outcome, as a tree that a moderator can read.

use std::fmt;
use std::sync::Arc;

use super::coverage::unsaid_words;
use super::follow_up::How;
use super::judgement::Astray;
use super::{Engine, Judged, Judgement, Outcome, Part, Reason, Refusal, Reply};
use crate::knowledge::Entry;
use crate::matching::{Candidate, Ranking};
use crate::text::Reading;

/// How many entries are shown.
const SHOWN_ENTRIES: usize = 5;

/// A value with its name and the values it was made from.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// What it is.
    pub label: String,
    /// Its value, where it has one.
    pub value: Option<f32>,
    /// What it was made from.
    pub details: Vec<Explanation>,
}

impl fmt::Display for Explanation {
    /// A line for each value, details indented below it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, 0)
    }
}

impl Explanation {
    fn write(&self, f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        let indent = "  ".repeat(depth);
        match self.value {
            Some(value) => writeln!(f, "{indent}{value:>+6.2}  {}", self.label)?,
            None => writeln!(f, "{indent}{}", self.label)?,
        }
        self.details.iter().try_for_each(|detail| detail.write(f, depth + 1))
    }
}

fn text(label: impl Into<String>) -> Explanation {
    Explanation { label: label.into(), value: None, details: Vec::new() }
}

fn value(value: f32, label: impl Into<String>) -> Explanation {
    Explanation { value: Some(value), ..text(label) }
}

fn tree(root: Explanation, details: Vec<Explanation>) -> Explanation {
    Explanation { details, ..root }
}

/// The nearest entries in the order in which they fit a part, the one that the part was decided on first; none where
/// nothing was judged.
pub(super) fn ranked(engine: &Engine, part: &Part) -> Vec<Arc<Entry>> {
    let Judged { wording, context, .. } = &part.judged;
    let Ok(Judgement { evidence, ranking, .. }) = engine.judge(wording, context) else { return Vec::new() };
    let others = ranking.answerable.iter().filter(|candidate| candidate.topic != evidence.best.topic);
    std::iter::once(&evidence.best).chain(others).map(|candidate| engine.entry(candidate)).collect()
}

/// The entries that come nearest to a part, the best first, with their totals.
pub(super) fn nearest(engine: &Engine, part: &Part) -> Vec<(Arc<Entry>, f32)> {
    let Judged { wording, context, .. } = &part.judged;
    let Ok(Judgement { ranking, .. }) = engine.judge(wording, context) else { return Vec::new() };
    shown(&ranking).map(|candidate| (engine.entry(candidate), candidate.fit.total())).collect()
}

/// As many of the best entries as are shown.
fn shown(ranking: &Ranking) -> impl Iterator<Item = &Candidate> {
    ranking.answerable.iter().take(SHOWN_ENTRIES)
}

/// Explains every part of a reply.
pub(super) fn explain(engine: &Engine, reply: &Reply) -> Explanation {
    let parts: Vec<Explanation> = reply.parts().map(|part| explain_part(engine, part)).collect();
    match <[Explanation; 1]>::try_from(parts) {
        Ok([only]) => only,
        Err(parts) => tree(text(format!("{} questions in one message", parts.len())), parts),
    }
}

/// Explains one part.
pub(super) fn explain_part(engine: &Engine, part: &Part) -> Explanation {
    let Judged { wording, context, .. } = &part.judged;
    let title = text(format!("“{}” → {}", part.question.trim(), part.outcome.name()));
    if let Outcome::Refused(Refusal { reason: Reason::TooMany, .. }) = part.outcome {
        return tree(title, vec![text(format!("rule: {}", Reason::TooMany.name()))]);
    }
    match engine.judge(wording, context) {
        Err(reason) => {
            let understood = understood(&engine.reader.read_typed(&wording.text));
            tree(title, vec![understood, text(format!("rule: {}", reason.name()))])
        }
        Ok(judgement) => {
            let mut details = vec![understood(&judgement.reading)];
            details.extend(taken(&judgement.how));
            details.push(rule(engine, &judgement, &part.outcome));
            details.push(certainty(engine, &judgement));
            details.push(closeness(&judgement));
            details.push(text("entries, the best first"));
            let shown = shown(&judgement.ranking);
            details.extend(shown.map(|candidate| entry(engine, &judgement.reading, candidate)));
            details.push(text("the best silence"));
            let best = judgement.evidence.silence.iter();
            details.extend(best.map(|candidate| silence(engine, &judgement.reading, candidate)));
            tree(title, details)
        }
    }
}

fn understood(reading: &Reading) -> Explanation {
    text(format!(
        "understood: {}",
        if reading.is_empty() { "nothing".to_owned() } else { reading.words.join(" ") }
    ))
}

/// How a follow-up was taken.
fn taken(how: &How) -> Option<Explanation> {
    match how {
        How::Alone => None,
        How::GoingOn => Some(text("taken: together with what was asked before")),
        How::Of(name) => Some(text(format!("taken: of {}, named before", name.join(" ")))),
        How::InPlaceOf { old, new } => {
            let (old, new) = (old.join(" "), new.join(" "));
            Some(text(format!("taken: like what was asked before, with {new} in the place of {old}")))
        }
    }
}

fn rule(engine: &Engine, judgement: &Judgement, outcome: &Outcome) -> Explanation {
    let thresholds = engine.thresholds;
    let evidence = &judgement.evidence;
    text(match outcome {
        Outcome::Answered(_) | Outcome::Corrected(_) => format!(
            "rule: certainty {:+.2} reaches the threshold {:+.2}, so the best entry answers",
            judgement.certainty(),
            thresholds.answer
        ),
        Outcome::Suggested(_) => format!(
            "rule: certainty {:+.2} is below {:+.2}, closeness {:+.2} reaches {:+.2}, so entries are suggested",
            judgement.certainty(),
            thresholds.answer,
            evidence.closeness(),
            thresholds.suggest
        ),
        Outcome::Refused(_) => format!(
            "rule: closeness {:+.2} is below {:+.2}, so nothing is suggested; a silence at {:+.2} {} {:+.2} {}",
            evidence.closeness(),
            thresholds.suggest,
            evidence.silence_total(),
            if evidence.silence_total() >= thresholds.silence { "reaches" } else { "is below" },
            thresholds.silence,
            if evidence.silence_total() >= thresholds.silence { "and speaks" } else { "and does not speak" },
        ),
    })
}

fn certainty(engine: &Engine, judgement: &Judgement) -> Explanation {
    let evidence = &judgement.evidence;
    let rival = match &evidence.rival {
        Some(rival) => format!("ahead of the best entry on other paragraphs, {}", engine.entry(rival).id),
        None => "no entry on other paragraphs".to_owned(),
    };
    let mut details = vec![
        value(evidence.ahead_of_silence(), "ahead of the best silence"),
        value(evidence.ahead_of_rival(), rival),
    ];
    details.extend(evidence.unasked_kind.map(|kind| {
        value(
            -evidence.kind_penalty(),
            format!("asks “{}”, which nobody asks of the best entry", kind.name()),
        )
    }));
    if !evidence.strange_names.elsewhere.is_empty() {
        let names = evidence.strange_names.elsewhere.join(", ");
        details.push(value(
            -evidence.elsewhere_penalty(),
            format!("names {names}, of which the best entry says nothing"),
        ));
    }
    if evidence.exact_penalty() > 0.0 {
        let exact = [&evidence.strange_names.numbers[..], &evidence.strange_names.times].concat().join(", ");
        details
            .push(value(-evidence.exact_penalty(), format!("says {exact}, which the best entry does not")));
    }
    details.extend(evidence.strange_names.actor.as_ref().map(|actor| {
        value(
            -evidence.actor_penalty(),
            format!("asks this of {actor}, which nobody does with the best entry"),
        )
    }));
    details.extend(evidence.strange_names.role.as_ref().map(|role| {
        value(-evidence.role_penalty(), format!("says “{role}”, which the best entry says of others only"))
    }));
    if evidence.unsaid_penalty() > 0.0 {
        let words = unsaid_words(&judgement.reading, &engine.index, evidence.best.topic);
        details.push(value(-evidence.unsaid_penalty(), unsaid("the best entry ", &words)));
    }
    details.extend(evidence.unsaid_focus.as_ref().map(|focus| {
        value(
            -evidence.focus_penalty(),
            format!("asks for a thing the best entry does not speak of, {focus}"),
        )
    }));
    if evidence.aside_penalty() > 0.0 {
        details.push(value(
            -evidence.aside_penalty(),
            "fits what is said beside the question as well as it does with the question",
        ));
    }
    if judgement.nearby_bonus() != 0.0 {
        details.push(value(judgement.nearby_bonus(), "rests on a paragraph of the entry before"));
    }
    if let Some(astray) = judgement.astray {
        let of = match astray {
            Astray::Elsewhere => "points back to a question that rests on other sections",
            Astray::BehindRefusal => "points back to a question without an answer",
        };
        details.push(value(-judgement.astray_penalty(), of));
    }
    if judgement.follow_up_penalty() > 0.0 {
        details.push(value(-judgement.follow_up_penalty(), "understood only from what was asked before"));
    }
    details.extend(common(judgement));
    tree(
        value(judgement.certainty(), "certainty: the lesser lead, and what is added and taken away"),
        details,
    )
}

fn closeness(judgement: &Judgement) -> Explanation {
    let evidence = &judgement.evidence;
    let mut details = vec![value(evidence.ahead_of_silence(), "ahead of the best silence")];
    details.extend(common(judgement));
    tree(value(evidence.closeness(), "closeness: the lead over the silences"), details)
}

/// What counts in both sums.
fn common(judgement: &Judgement) -> Vec<Explanation> {
    let evidence = &judgement.evidence;
    let mut details = Vec::new();
    if !evidence.strange_names.absent.is_empty() {
        let names = evidence.strange_names.absent.join(", ");
        details.push(value(
            -evidence.absent_penalty(),
            format!("names {names}, which the article never mentions"),
        ));
    }
    details.push(value(evidence.leaning_bonus(), "put like answerable questions (+) or like silences (−)"));
    details
}

fn entry(engine: &Engine, question: &Reading, candidate: &Candidate) -> Explanation {
    let entry = engine.entry(candidate);
    let way = entry.ways_to_ask().nth(candidate.nearest_way).unwrap_or_default();
    fit(engine, question, candidate, format!("entry {}", entry.id), way)
}

fn silence(engine: &Engine, question: &Reading, candidate: &Candidate) -> Explanation {
    let silence = engine.silence(candidate);
    let way = silence.phrasings.get(candidate.nearest_way).map_or("", String::as_str);
    fit(engine, question, candidate, format!("silence {}", silence.id), way)
}

fn fit(
    engine: &Engine,
    question: &Reading,
    candidate: &Candidate,
    name: String,
    nearest_way: &str,
) -> Explanation {
    let fit = &candidate.fit;
    let words = unsaid_words(question, &engine.index, candidate.topic);
    let details = vec![
        value(fit.centre, "cosine with the centre of its phrasings"),
        value(fit.nearest_part(), format!("nearest phrasings, the first “{nearest_way}”")),
        value(fit.margin_part(), "its classifier's margin"),
        value(fit.unsaid_part(), unsaid("", &words)),
    ];
    tree(value(fit.total(), name), details)
}

/// What is left unsaid, and by whom.
fn unsaid(whom: &str, words: &[String]) -> String {
    match words {
        [] => format!("{whom}says all of it, or much the same in other words"),
        words => format!("{whom}says nothing of {}", words.join(", ")),
    }
}
