//! Where a curator should write: questions that fell short, gathered at the entry that came nearest.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Place, Question, Tally, answers, places};
use crate::answer::{Engine, Part, Reply};
use crate::knowledge::Entry;

/// An entry that may answer has to be among this many for a question, or its fact counts as one without an
/// entry that is asked for like this: lists show three, and the ones behind the tenth share hardly a word.
const NEAR_RANKS: usize = 10;
/// How many missed questions weigh as much as a wrong answer.
const WRONG_WEIGHT: usize = 3;
/// How many of the entries that would have been right are named.
const NAMED_ENTRIES: usize = 3;

/// The place where questions fell short.
#[derive(Debug, Clone)]
pub enum Spot {
    /// This entry answered, or came nearest to it.
    Entry(Arc<Entry>),
    /// No entry that cites this paragraph comes near: a fact without an entry, or with one that nobody finds.
    Fact(Place),
}

/// What went wrong with a question, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Answered with something else, or though the article is silent.
    Wrong,
    /// Not answered, though the article holds the answer.
    Missed,
    /// Not answered, but the right entry was in the list.
    Helped,
}

impl Verdict {
    /// The verdict on a question that fell short.
    pub fn of(tally: &Tally) -> Option<Self> {
        match tally {
            tally if tally.wrong > 0.0 => Some(Self::Wrong),
            tally if tally.missed > 0.0 && tally.helped > 0.0 => Some(Self::Helped),
            tally if tally.missed > 0.0 => Some(Self::Missed),
            _ => None,
        }
    }

    /// The name in print and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Wrong => "wrong",
            Self::Missed => "missed",
            Self::Helped => "helped",
        }
    }
}

/// A question that fell short.
#[derive(Debug, Clone)]
pub struct Shortfall<'a> {
    /// What was asked.
    pub question: &'a Question,
    /// What went wrong.
    pub verdict: Verdict,
    /// What was said.
    pub reply: &'a Reply,
    /// The paragraphs that would have been right; none where the article is silent.
    pub expected: Vec<Place>,
    /// The entries that rest on these most, with their ranks among all entries, the first being 1.
    pub fitting: Vec<(usize, Arc<Entry>)>,
}

/// The questions that fell short at one place.
#[derive(Debug, Clone)]
pub struct Gap<'a> {
    /// Where.
    pub spot: Spot,
    /// The questions, the worst first.
    pub shortfalls: Vec<Shortfall<'a>>,
}

impl Gap<'_> {
    /// How many questions came to one of these verdicts.
    pub fn count(&self, verdicts: &[Verdict]) -> usize {
        self.shortfalls.iter().filter(|shortfall| verdicts.contains(&shortfall.verdict)).count()
    }

    fn trouble(&self) -> (usize, usize) {
        let not_answered = self.count(&[Verdict::Missed, Verdict::Helped]);
        let weight = WRONG_WEIGHT * self.count(&[Verdict::Wrong]) + not_answered;
        (weight, self.count(&[Verdict::Wrong, Verdict::Missed]))
    }
}

/// Gathers the questions that fell short, the most troublesome place first.
pub fn gaps<'a>(engine: &Engine, asked: &'a [(&'a Question, Tally, Reply)]) -> Vec<Gap<'a>> {
    let mut by_place: BTreeMap<(bool, String, u32), Gap<'a>> = BTreeMap::new();
    for (question, tally, reply) in asked {
        let Some(verdict) = Verdict::of(tally) else { continue };
        let Some((spot, shortfall)) = shortfall(engine, question, verdict, reply) else { continue };
        let key = match &spot {
            Spot::Entry(entry) => (false, entry.id.clone(), 0),
            Spot::Fact((section, number)) => (true, section.clone(), *number),
        };
        let gap = by_place.entry(key).or_insert_with(|| Gap { spot, shortfalls: Vec::new() });
        gap.shortfalls.push(shortfall);
    }
    let mut gaps: Vec<Gap<'a>> = by_place.into_values().collect();
    gaps.iter_mut().for_each(|gap| gap.shortfalls.sort_by_key(|shortfall| shortfall.verdict));
    gaps.sort_by_key(|gap| std::cmp::Reverse(gap.trouble()));
    gaps
}

/// The place of a question that fell short; `None` where neither an entry nor a paragraph has to do with it.
fn shortfall<'a>(
    engine: &Engine,
    question: &'a Question,
    verdict: Verdict,
    reply: &'a Reply,
) -> Option<(Spot, Shortfall<'a>)> {
    let part = failed_part(question, reply);
    let expected = unmet(question, reply);
    let ranked = engine.ranked(part);
    let fitting = fitting(&ranked, &expected);
    let is_near = fitting.first().is_some_and(|(rank, _)| *rank <= NEAR_RANKS);
    let spot = match (expected.first(), ranked.into_iter().next()) {
        (Some(fact), _) if !is_near => Spot::Fact(fact.clone()),
        (_, Some(nearest)) => Spot::Entry(nearest),
        _ => return None,
    };
    Some((spot, Shortfall { question, verdict, reply, expected, fitting }))
}

/// The part of a reply that fell short: the first with an answer that rests on no paragraph expected, else the
/// first without an answer.
fn failed_part<'a>(question: &Question, reply: &'a Reply) -> &'a Part {
    let is_gold = |place: &Place| question.gold.iter().flatten().any(|gold| gold == place);
    let is_stray = |part: &&Part| {
        let cited = part.outcome.answer().map(|answer| places(answer.citations()).take(2));
        cited.is_some_and(|mut cited| !cited.any(|place| is_gold(&place)))
    };
    let stray = reply.parts().find(is_stray);
    stray.or_else(|| reply.parts().find(|part| part.outcome.answer().is_none())).unwrap_or(reply.main_part())
}

/// The paragraphs expected of those parts of a question that no answer rests on.
fn unmet(question: &Question, reply: &Reply) -> Vec<Place> {
    let cited: Vec<Place> = answers(reply).flatten().collect();
    let parts = question.gold.iter().filter(|part| !part.iter().any(|place| cited.contains(place)));
    parts.flatten().cloned().collect()
}

/// The entries that rest on these paragraphs, those before others whose best citation is one of them.
fn fitting(ranked: &[Arc<Entry>], expected: &[Place]) -> Vec<(usize, Arc<Entry>)> {
    let rests = |entry: &Entry, citations: usize| {
        places(&entry.citations).take(citations).any(|place| expected.contains(&place))
    };
    let citing = |citations: usize| -> Vec<(usize, Arc<Entry>)> {
        let fits = (1..).zip(ranked).filter(|(_, entry)| rests(entry, citations));
        fits.take(NAMED_ENTRIES).map(|(rank, entry)| (rank, Arc::clone(entry))).collect()
    };
    let best = citing(1);
    if best.is_empty() { citing(2) } else { best }
}
