//! Follow-ups: a short or pronominal question is understood from the one before it.

use super::tuning::{CONTEXT_WEIGHT, FOLLOW_UP_WORDS};
use super::{Engine, Judgement};
use crate::matching::Question;
use crate::text::Reading;

/// Words that point to something said before.
const POINTING_BACK: &[&str] = &[
    "it", "that", "this", "they", "them", "their", "he", "she", "him", "her", "his", "there", "those",
    "these", "one",
];
/// Openings that go on from something said before.
const CONTINUING: &[&str] = &["and", "but", "so", "then", "what about", "how about"];

/// What a question may lean on.
#[derive(Debug, Clone)]
pub(super) enum Context {
    /// Nothing was said before.
    None,
    /// An earlier message, which may or may not be gone on from.
    Earlier(String),
    /// The clause before in the same message, which is gone on from.
    SameMessage(String),
}

impl Context {
    /// The latest of the questions asked before.
    pub(super) fn latest(earlier: &[String]) -> Self {
        earlier.last().cloned().map_or(Self::None, Self::Earlier)
    }
}

/// Judges a question, in the light of what was said before where it does not stand alone: whichever of the
/// two readings is surer, but always in context within one message.
///
/// In context, the entry that answered the question before is left out: a follow-up asks for something else.
pub(super) fn judge(engine: &Engine, reading: &Reading, context: &Context) -> Option<Judgement> {
    let question = Question::new(reading);
    let alone = || engine.gather(reading, engine.index.rank(&question));
    let in_context = |earlier: &str| {
        let earlier = Question::new(&engine.reader.read_typed(earlier));
        let mut ranking = engine.index.rank_in_context(&question, &earlier, CONTEXT_WEIGHT);
        let answered_before = engine.index.rank(&earlier).answerable.first().map(|candidate| candidate.topic);
        ranking.answerable.retain(|candidate| Some(candidate.topic) != answered_before);
        engine.gather(reading, ranking)
    };
    match context {
        Context::SameMessage(earlier) if leans_on_context(reading) => in_context(earlier),
        Context::Earlier(earlier) if leans_on_context(reading) => {
            let certainty = |judgement: &Judgement| judgement.evidence.certainty();
            [alone(), in_context(earlier)]
                .into_iter()
                .flatten()
                .max_by(|a, b| certainty(a).total_cmp(&certainty(b)))
        }
        _ => alone(),
    }
}

/// Whether a question is too short, or points back too plainly, to be sure that it stands alone.
fn leans_on_context(reading: &Reading) -> bool {
    let start = reading.words.iter().take(2).map(String::as_str).collect::<Vec<_>>().join(" ");
    let opens = |opening: &str| start == opening || start.starts_with(&format!("{opening} "));
    reading.topical_words().count() <= FOLLOW_UP_WORDS
        || reading.words.iter().any(|word| POINTING_BACK.contains(&word.as_str()))
        || CONTINUING.iter().any(|opening| opens(opening))
}
