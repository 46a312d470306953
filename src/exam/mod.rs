//! Questions with known outcomes: asks them all and scores what comes of it.

mod comparison;
mod gaps;

use serde::Deserialize;

use crate::answer::{Outcome, Part, Reply};
use crate::desk::Generation;
use crate::knowledge::Citations;

pub use comparison::{Comparison, Standing, Turn, compare, figures};
pub use gaps::{Gap, Shortfall, Spot, Verdict, gaps};

/// A paragraph of the article: section title and number.
pub type Place = (String, u32);

/// One exam question.
#[derive(Debug, Clone)]
pub struct Question {
    /// Unique name.
    pub id: String,
    /// The kind, for the table.
    pub kind: String,
    /// What is asked.
    pub question: String,
    /// The questions before it.
    pub context: Vec<String>,
    /// For each part of the question, the paragraphs any of which supports the answer; none where the article
    /// is silent. A question that is not compound has one part.
    pub gold: Vec<Vec<Place>>,
    /// Paragraphs that a reply which corrects a false premise may cite.
    pub corrected_by: Vec<Place>,
}

/// What became of questions, in shares of a question: right + wrong + missed + silent = 1 for each.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Tally {
    /// How many questions.
    pub questions: f32,
    /// Parts that the article answers.
    pub held: f32,
    /// Answered with a supporting paragraph among the first two citations.
    pub right: f32,
    /// Answered with none, or where the article holds no answer.
    pub wrong: f32,
    /// Not answered, though the article holds the answer.
    pub missed: f32,
    /// Not answered, rightly.
    pub silent: f32,
    /// Missed, but one of the first three suggestions cites a supporting paragraph.
    pub helped: f32,
}

impl Tally {
    /// Adds up two tallies.
    pub fn add(&mut self, other: &Self) {
        self.questions += other.questions;
        self.held += other.held;
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
        self.silent += other.silent;
        self.helped += other.helped;
    }

    /// Answered rightly, in per cent of what the article holds.
    pub fn right_percent(&self) -> f32 {
        100.0 * self.right / self.held.max(f32::MIN_POSITIVE)
    }

    /// Answered wrongly, in per cent of all questions.
    pub fn wrong_percent(&self) -> f32 {
        100.0 * self.wrong / self.questions.max(f32::MIN_POSITIVE)
    }

    /// Right or helped, in per cent of what the article holds.
    pub fn reach_percent(&self) -> f32 {
        100.0 * (self.right + self.helped) / self.held.max(f32::MIN_POSITIVE)
    }
}

/// The golden questions of a generation's knowledge base. An entry counts as right when it cites the best
/// paragraph of the one expected.
pub fn golden(generation: &Generation) -> Vec<Question> {
    let question = |(number, golden): (usize, &crate::knowledge::GoldenQuestion)| {
        let places = golden.entry.iter().flat_map(|entry| places(&entry.citations).take(1));
        let kind = match &golden.entry {
            None => "refusal",
            Some(_) if !golden.context.is_empty() => "follow-up",
            Some(entry) if entry.corrects.is_some() => "correction",
            Some(_) => "answer",
        };
        Question {
            id: format!("golden-{}", number + 1),
            kind: kind.to_owned(),
            question: golden.question.clone(),
            context: golden.context.clone(),
            gold: vec![places.collect()],
            corrected_by: Vec::new(),
        }
    };
    generation.engine.knowledge().golden.iter().enumerate().map(question).collect()
}

/// Asks one question and judges the reply.
pub fn sit(generation: &Generation, question: &Question) -> (Tally, Reply) {
    let reply = generation.engine.reply(&question.question, &question.context);
    (judge(question, &reply), reply)
}

/// Judges a reply. Only the first two citations of an answer count; of a compound question each part does.
pub fn judge(question: &Question, reply: &Reply) -> Tally {
    let held = question.gold.iter().filter(|part| !part.is_empty()).count() as f32
        / question.gold.len().max(1) as f32;
    let asked = Tally { questions: 1.0, held, ..Tally::default() };
    if question.gold.len() > 1 {
        judge_compound(question, reply, asked)
    } else {
        judge_single(question, reply, asked)
    }
}

fn judge_single(question: &Question, reply: &Reply, asked: Tally) -> Tally {
    let gold = question.gold.first().map_or(&[][..], Vec::as_slice);
    let Some(cited) = answers(reply).next() else {
        let helps = |places: &[Place]| places.iter().any(|place| gold.contains(place));
        return match gold.is_empty() {
            true => Tally { silent: 1.0, ..asked },
            false => Tally {
                missed: 1.0,
                helped: f32::from(u8::from(suggested(reply).iter().any(|s| helps(s)))),
                ..asked
            },
        };
    };
    if cited.iter().any(|place| gold.contains(place)) {
        Tally { right: 1.0, ..asked }
    } else if gold.is_empty() && cited.iter().any(|place| question.corrected_by.contains(place)) {
        Tally { silent: 1.0, ..asked }
    } else {
        Tally { wrong: 1.0, ..asked }
    }
}

fn judge_compound(question: &Question, reply: &Reply, asked: Tally) -> Tally {
    let share = 1.0 / question.gold.len() as f32;
    let mut tally = asked;
    let mut stray: Vec<Vec<Place>> = answers(reply).collect();
    let mut used = vec![false; stray.len()];
    for part in question.gold.iter().filter(|part| !part.is_empty()) {
        match stray.iter().position(|cited| cited.iter().any(|place| part.contains(place))) {
            Some(at) => {
                tally.right += share;
                used[at] = true;
            }
            None => tally.missed += share,
        }
    }
    let mut used = used.into_iter();
    stray.retain(|_| !used.next().unwrap_or_default());
    for _ in question.gold.iter().filter(|part| part.is_empty()) {
        match stray.pop() {
            Some(_) => tally.wrong += share,
            None => tally.silent += share,
        }
    }
    let moved = tally.missed.min(share * stray.len() as f32);
    tally.wrong += moved;
    tally.missed -= moved;
    tally
}

/// The first two citations of every answered part.
fn answers(reply: &Reply) -> impl Iterator<Item = Vec<Place>> {
    reply.parts().filter_map(|part| Some(places(part.outcome.answer()?.citations()).take(2).collect()))
}

fn suggested(reply: &Reply) -> Vec<Vec<Place>> {
    let of_part = |part: &Part| match &part.outcome {
        Outcome::Suggested(suggestions) => suggestions.clone(),
        _ => Vec::new(),
    };
    let suggestions = reply.parts().flat_map(of_part).take(3);
    suggestions.map(|suggestion| places(&suggestion.entry.citations).take(2).collect()).collect()
}

fn places(citations: &Citations) -> impl Iterator<Item = Place> {
    citations.iter().map(|citation| (citation.section.to_string(), citation.passage.number))
}

/// Reads exam questions, one JSON object a line: `id`, `question`, `kind`, `gold` (places as
/// `[section, paragraph]`; for the kind `compound` one such list for each part), and, where there are any,
/// `context`, `premise_corrected_by` and `doubtful` (left out). Other fields are notes.
///
/// # Errors
///
/// A sentence for each line that is not such an object, with its number.
pub fn parse(text: &str) -> Result<Vec<Question>, Vec<String>> {
    let mut questions = Vec::new();
    let mut problems = Vec::new();
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        match parse_line(line) {
            Ok(question) => questions.extend(question),
            Err(problem) => problems.push(format!("{number}: {problem}")),
        }
    }
    if problems.is_empty() { Ok(questions) } else { Err(problems) }
}

#[derive(Deserialize)]
struct Line {
    id: String,
    question: String,
    kind: String,
    gold: serde_json::Value,
    #[serde(default)]
    context: Vec<String>,
    #[serde(default)]
    premise_corrected_by: Vec<Place>,
    #[serde(default)]
    doubtful: bool,
}

fn parse_line(line: &str) -> Result<Option<Question>, serde_json::Error> {
    let line: Line = serde_json::from_str(line)?;
    let gold = match line.kind.as_str() {
        "compound" => serde_json::from_value(line.gold)?,
        _ => vec![serde_json::from_value(line.gold)?],
    };
    let Line { id, question, kind, context, premise_corrected_by: corrected_by, .. } = line;
    Ok((!line.doubtful).then_some(Question { id, kind, question, context, gold, corrected_by }))
}
