//! Gaps as `exam --gaps` prints them: for people, or one JSON object a line.

use std::fmt::Write as _;

use serde::Serialize;

use crate::answer::{Engine, Outcome, Part, Reason};
use crate::exam::{Gap, Place, Shortfall, Spot, Verdict};

/// All gaps, ready to be printed.
pub(super) fn write(engine: &Engine, gaps: &[Gap<'_>], as_json: bool) -> String {
    if as_json {
        let line = |gap| serde_json::to_string(&json(engine, gap)).unwrap_or_default() + "\n";
        gaps.iter().map(line).collect()
    } else {
        gaps.iter().map(|gap| text(engine, gap)).collect()
    }
}

/// The passage of a paragraph.
fn passage<'a>(engine: &'a Engine, (section, number): &Place) -> &'a str {
    let sections = engine.knowledge().article.sections.iter();
    let mut passages = sections.filter(|known| *known.title == **section).flat_map(|known| &known.passages);
    passages.find(|known| known.number == *number).map_or("", |known| known.text.as_str())
}

/// A heading, the counts, and three lines for each question.
fn text(engine: &Engine, gap: &Gap<'_>) -> String {
    let heading = match &gap.spot {
        Spot::Entry(entry) => format!("{}: {}", entry.id, entry.question),
        Spot::Fact(place) => {
            format!("no entry near {}: {}", place_name(place), passage(engine, place))
        }
    };
    let helped = gap.count(&[Verdict::Helped]);
    let missed = gap.count(&[Verdict::Missed]) + helped;
    let wrong = gap.count(&[Verdict::Wrong]);
    let mut text =
        format!("{heading}\n  {wrong} wrong, {missed} missed, of these {helped} helped by a list\n");
    for Shortfall { question, verdict, reply, expected, fitting } in &gap.shortfalls {
        let after: String = question.context.iter().map(|earlier| format!("{earlier:?}, then ")).collect();
        let said: Vec<String> = reply.parts().map(|part| said(part).join(" ")).collect();
        let places: Vec<String> = expected.iter().map(place_name).collect();
        let entries: Vec<String> =
            fitting.iter().map(|(rank, entry)| format!("{} (#{rank})", entry.id)).collect();
        let expected = match (places.is_empty(), entries.is_empty()) {
            (true, _) => "no answer: the article is silent".to_owned(),
            (false, true) => format!("{} ← no entry", places.join("; ")),
            (false, false) => format!("{} ← {}", places.join("; "), entries.join(", ")),
        };
        let _ = writeln!(text, "  {:7} {} {after}{:?}", verdict.name(), question.id, question.question);
        let _ = writeln!(text, "          said      {}", said.join(" | "));
        let _ = writeln!(text, "          expected  {expected}");
    }
    text.push('\n');
    text
}

fn place_name((section, number): &Place) -> String {
    format!("{section}, paragraph {number}")
}

/// What a part came to: the kind of outcome, and the ids it rests on.
fn said(part: &Part) -> Vec<&str> {
    match &part.outcome {
        Outcome::Answered(answer) | Outcome::Corrected(answer) => vec!["entry", answer.entry.id.as_str()],
        Outcome::Suggested(suggestions) => {
            std::iter::once("list").chain(suggestions.iter().map(|s| s.entry.id.as_str())).collect()
        }
        Outcome::Refused(refusal) => match &refusal.reason {
            Reason::Silent(silence) => vec!["silence", silence.id.as_str()],
            reason => vec!["refused", reason.name()],
        },
    }
}

#[derive(Serialize)]
struct GapJson<'a> {
    /// The entry that came nearest; `null` where no entry near enough cites what was expected.
    entry: Option<&'a str>,
    question: Option<&'a str>,
    /// The paragraph without an entry near the question; `null` where there is one.
    fact: Option<PlaceJson<'a>>,
    wrong: usize,
    missed: usize,
    helped: usize,
    questions: Vec<ShortfallJson<'a>>,
}

#[derive(Serialize)]
struct ShortfallJson<'a> {
    id: &'a str,
    question: &'a str,
    context: &'a [String],
    verdict: &'a str,
    said: Vec<SaidJson<'a>>,
    expected: Vec<PlaceJson<'a>>,
    entries: Vec<FittingJson<'a>>,
}

#[derive(Serialize)]
struct SaidJson<'a> {
    outcome: &'a str,
    ids: Vec<&'a str>,
}

#[derive(Serialize)]
struct FittingJson<'a> {
    entry: &'a str,
    rank: usize,
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    section: &'a str,
    paragraph: u32,
    passage: &'a str,
}

fn json<'a>(engine: &'a Engine, gap: &'a Gap<'_>) -> GapJson<'a> {
    let place = |place: &'a Place| PlaceJson {
        section: &place.0,
        paragraph: place.1,
        passage: passage(engine, place),
    };
    let (entry, fact) = match &gap.spot {
        Spot::Entry(entry) => (Some(entry), None),
        Spot::Fact(fact) => (None, Some(place(fact))),
    };
    let said = |part: &'a Part| {
        let mut ids = said(part);
        SaidJson { outcome: ids.remove(0), ids }
    };
    let question = |shortfall: &'a Shortfall<'_>| ShortfallJson {
        id: &shortfall.question.id,
        question: &shortfall.question.question,
        context: &shortfall.question.context,
        verdict: shortfall.verdict.name(),
        said: shortfall.reply.parts().map(said).collect(),
        expected: shortfall.expected.iter().map(place).collect(),
        entries: shortfall
            .fitting
            .iter()
            .map(|(rank, entry)| FittingJson { entry: &entry.id, rank: *rank })
            .collect(),
    };
    let helped = gap.count(&[Verdict::Helped]);
    GapJson {
        entry: entry.map(|entry| entry.id.as_str()),
        question: entry.map(|entry| entry.question.as_str()),
        fact,
        wrong: gap.count(&[Verdict::Wrong]),
        missed: gap.count(&[Verdict::Missed]) + helped,
        helped,
        questions: gap.shortfalls.iter().map(question).collect(),
    }
}
