//! Follow-ups: a short or pronominal question is understood from the one before it.

use super::{Engine, Judgement};
use crate::matching::Question;
use crate::text::{Reading, is_function_word};

use super::tuning::{CONTEXT_WEIGHT, FOLLOW_UP_WORDS, REPEATED_ENTRY_PENALTY};

/// Judges a question, in the light of the questions before it where it does not stand alone.
pub(super) fn judge(engine: &Engine, reading: Reading, context: &[String]) -> Option<Judgement> {
    let question = Question::new(&reading);
    let alone = engine.gather(&reading, engine.index.rank(&question))?;
    let Some(earlier) = context.last().filter(|_| leans_on_context(&reading)) else {
        return Some(alone);
    };
    let earlier = engine.reader.read_typed(earlier);
    let mut ranking = engine.index.rank_in_context(&question, &Question::new(&earlier), CONTEXT_WEIGHT);
    let before =
        engine.index.rank(&Question::new(&earlier)).answerable.first().map(|candidate| candidate.topic);
    for candidate in ranking.answerable.iter_mut().filter(|candidate| Some(candidate.topic) == before) {
        candidate.fit.margin -= REPEATED_ENTRY_PENALTY;
    }
    ranking.answerable.sort_by(|a, b| b.fit.total().total_cmp(&a.fit.total()));
    let in_context = engine.gather(&reading, ranking)?;
    let better = in_context.evidence.certainty() > alone.evidence.certainty();
    Some(if better { in_context } else { alone })
}

/// Whether a question is too short, or points back too plainly, to be understood by itself.
fn leans_on_context(reading: &Reading) -> bool {
    const POINTING_BACK: &[&str] = &[
        "it", "that", "this", "they", "them", "their", "he", "she", "him", "her", "his", "there", "those",
        "these", "one",
    ];
    const CONTINUING: &[&str] = &["and", "but", "so", "then", "what about", "how about"];
    let topical = reading.words.iter().filter(|word| !is_function_word(word)).count();
    let points_back = reading.words.iter().any(|word| POINTING_BACK.contains(&word.as_str()));
    let start = reading.words.iter().take(2).map(String::as_str).collect::<Vec<_>>().join(" ");
    let continues = CONTINUING.iter().any(|opening| start.starts_with(opening));
    topical <= FOLLOW_UP_WORDS || points_back || continues
}
