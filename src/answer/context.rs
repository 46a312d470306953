//! What was said before, and a question in the light of it.

use std::sync::{Arc, OnceLock};

use super::clauses;
use super::follow_up::{self, How, Subject, Way};
use super::name_index::Name;
use super::tuning::{LEAST_GAIN, LEAST_GAIN_BARE, REMEMBERED_MESSAGES};
use super::{Decision, Engine, Judgement};
use crate::matching::Question;
use crate::text::Reading;

/// The questions that were asked before in a conversation. Cheap to copy; belongs to one engine, since what a
/// question was about is worked out once, by the first that leans on it.
#[derive(Debug, Clone, Default)]
pub(super) struct Context(Option<Arc<Asked>>);

/// A question, and what was asked before it.
#[derive(Debug)]
struct Asked {
    question: String,
    before: Context,
    /// How many questions there are, with those before it.
    count: usize,
    subject: OnceLock<Option<Subject>>,
}

impl Context {
    /// What is remembered of the messages before.
    pub(super) fn of(messages: &[String]) -> Self {
        let asked = latest(messages).iter().flat_map(|message| clauses::questions_or_all(message));
        let mut asked: Vec<String> = asked.collect();
        asked.dedup();
        latest(&asked).iter().fold(Self::default(), |before, text| before.and(text))
    }

    /// The same, and then one question more. It begins anew from time to time, so that no message can ask for endless
    /// looking back.
    pub(super) fn and(&self, question: &str) -> Self {
        let is_full = self.count() >= 2 * REMEMBERED_MESSAGES;
        let before = if is_full { self.latest(REMEMBERED_MESSAGES) } else { self.clone() };
        let count = before.count() + 1;
        Self(Some(Arc::new(Asked { question: question.to_owned(), before, count, subject: OnceLock::new() })))
    }

    fn count(&self) -> usize {
        self.0.as_ref().map_or(0, |asked| asked.count)
    }

    /// So many of the questions, of which nothing is worked out yet.
    fn latest(&self, count: usize) -> Self {
        match &self.0 {
            Some(asked) if count > 0 => asked.before.latest(count - 1).and(&asked.question),
            _ => Self::default(),
        }
    }

    /// Whether nothing was said before.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// What was asked last, understood from what was asked before it.
    fn subject(&self, engine: &Engine) -> Option<&Subject> {
        let asked = self.0.as_ref()?;
        asked.subject.get_or_init(|| asked.subject(engine)).as_ref()
    }
}

impl Asked {
    /// What the question is about. Those before it are only looked at where it does not stand alone.
    fn subject(&self, engine: &Engine) -> Option<Subject> {
        let reading = engine.reader.read_typed(&self.question);
        let judgement = follow_up::asks(&reading).then(|| judge(engine, &reading, &self.before)).flatten();
        let Some(judgement) = judgement else { return self.before.subject(engine).cloned() };
        let decision = engine.decision(&judgement);
        let is_sure = matches!(decision, Decision::Answer);
        let entry = judgement.evidence.best.topic;
        let answered = is_sure.then(|| engine.names_in_answer(entry));
        // What was not understood must not hide what was asked before it.
        let hides = !is_sure && follow_up::leans(&reading);
        let (words, is_refused) = match hides.then(|| self.before.subject(engine)).flatten() {
            Some(before) => (follow_up::joined(&reading.words, &before.words), before.is_refused),
            None => (judgement.reading.words, matches!(decision, Decision::Refuse(_))),
        };
        Some(Subject { words, answered: answered.unwrap_or_default(), entry, is_refused })
    }
}

/// What is remembered of all that was said.
fn latest(said: &[String]) -> &[String] {
    &said[said.len().saturating_sub(REMEMBERED_MESSAGES)..]
}

/// Judges a question, in the light of what was said before where it does not stand alone: of all the ways to
/// take it, the surest.
pub(super) fn judge(engine: &Engine, reading: &Reading, context: &Context) -> Option<Judgement> {
    let alone = Judgement::gather(engine, reading.clone(), How::Alone)?;
    let is_bare = follow_up::is_bare(reading);
    let stands_alone = !is_bare && !follow_up::points_back(reading) && comes_to_something(engine, &alone);
    if stands_alone || !follow_up::leans(reading) {
        return Some(alone);
    }
    let Some(subject) = context.subject(engine) else { return Some(alone) };
    let least_gain = |how: &How| match how {
        // "Who is she" asks for no more than the name does.
        How::Of(_) if is_bare => f32::NEG_INFINITY,
        _ if is_bare => LEAST_GAIN_BARE,
        _ => LEAST_GAIN,
    };
    let ways = follow_up::ways(reading, subject, &engine.names);
    let judged = ways.into_iter().filter_map(|way| {
        let least_gain = least_gain(&way.how);
        judge_way(engine, way, subject, least_gain)
    });
    // "Why is that?" means nothing by itself.
    let alone = Some(alone).filter(|_| !is_bare).map(|alone| alone.alone_after(subject, engine));
    alone.into_iter().chain(judged).max_by(|a, b| a.fitness().total_cmp(&b.fitness()))
}

/// Whether an entry or a silence speaks to a question.
fn comes_to_something(engine: &Engine, judgement: &Judgement) -> bool {
    match engine.decision(judgement) {
        Decision::Answer => true,
        Decision::Refuse(silence) => silence.is_some(),
        Decision::Suggest => false,
    }
}

/// Judges one way to take a follow-up.
///
/// What the follow-up says itself must speak for the entry: where the entry fits what was borrowed from before
/// just as well without it, it only answers the question before once more, and the next best entry is tried.
/// Where one name takes the place of another, the entry must not be silent about it.
fn judge_way(engine: &Engine, way: Way, subject: &Subject, least_gain: f32) -> Option<Judgement> {
    let borrowed = Question::new(&engine.reader.read_curated(&way.borrowed.join(" ")));
    let borrowed = engine.index.compare(borrowed);
    let mut judgement = Judgement::gather(engine, engine.reader.read_curated(&way.words.join(" ")), way.how)?;
    let gains = |judgement: &Judgement| {
        let best = judgement.evidence.best;
        best.fit.total() - engine.index.fit(&borrowed, best.topic).total() >= least_gain
    };
    if !gains(&judgement) {
        judgement = judgement.without_best(engine).filter(gains)?;
    }
    let strange = &judgement.evidence.strange_names;
    let is_strange = |name: &Name| strange.all().any(|other| *other == name.join(" "));
    match &judgement.how {
        How::InPlaceOf { new, .. } if is_strange(new) => None,
        _ => Some(judgement.after(subject, engine)),
    }
}
