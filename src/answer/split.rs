//! Compound and wordy messages: the reply to a message that asks several things, or one among other words.

use std::borrow::Cow;

use super::clauses::{Clause, Kind, clauses, opens_with_question_word};
use super::context::Context;
use super::follow_up;
use super::judgement::Wording;
use super::tuning::MOST_CLAUSES_ASIDE;
use super::{Engine, Outcome, Part, Reason, Refusal, Reply};

/// The reply to a message: a part for each of its questions.
pub(super) fn reply(engine: &Engine, message: &str, context: &Context) -> Reply {
    let clauses = clauses(message);
    let message = &once(message, &clauses);
    let asking = clauses.iter().filter(|clause| clause.kind != Kind::Statement).count();
    match asking {
        0 => one(engine.part(message, context)),
        1 if clauses.len() == 1 => of_two_names(engine, message, context),
        1 => of_one_question(engine, message, &clauses, context),
        _ => of_several(engine, message, &clauses, context),
    }
}

/// A message as typed, or its clauses one time each where it says them over and over.
fn once<'a>(message: &'a str, clauses: &[Clause]) -> Cow<'a, str> {
    let clauses = joined(clauses.iter());
    if message.len() >= 2 * clauses.len() { Cow::Owned(clauses) } else { Cow::Borrowed(message) }
}

fn joined<'a>(clauses: impl Iterator<Item = &'a Clause>) -> String {
    clauses.map(|clause| clause.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn one(part: Part) -> Reply {
    Reply::new(part, Vec::new())
}

/// What was asked and said before each clause.
fn before_each(clauses: &[Clause], context: &Context) -> Vec<Context> {
    let and = |before: &mut Context, clause: &Clause| {
        let after = before.and(&clause.text);
        Some(std::mem::replace(before, after))
    };
    clauses.iter().scan(context.clone(), and).collect()
}

/// Every question, each in the light of what stands before it.
fn questions(engine: &Engine, clauses: &[Clause], before: &[Context]) -> Vec<Part> {
    let part = |(clause, before): (&Clause, &Context)| match clause.kind {
        Kind::Statement => None,
        Kind::Question => Some(engine.part(&clause.text, before)),
        Kind::Surplus => Some(Part::refused(&clause.text, Reason::TooMany)),
    };
    clauses.iter().zip(before).filter_map(part).collect()
}

/// A question among other words: it is taken by itself, with the sentence before it, or with the whole message or as much of
/// it as is near, whichever is surer.
fn of_one_question(engine: &Engine, message: &str, all: &[Clause], context: &Context) -> Reply {
    let clauses = around_question(all);
    let is_all = clauses.len() == all.len();
    let text = if is_all { Cow::Borrowed(message) } else { Cow::Owned(joined(clauses.iter())) };
    let whole = engine.part_in(among(&text, clauses), context);
    let goes_on = clauses.first().is_some_and(|first| first.kind == Kind::Statement);
    let before = before_each(clauses, context);
    let alone = questions(engine, clauses, &before).into_iter().find(|part| {
        (stands_alone(engine, &part.question) || opens_with_question_word(&part.question))
            && !(goes_on && part.judged.is_alone && points_to_matter(engine, &part.question))
    });
    let near = sentence_before_question(clauses).map(|at| {
        let near = &clauses[at..=at + 1];
        engine.part_in(among(&joined(near.iter()), near), &before[at])
    });
    let question = message.to_owned();
    let answered = [alone, near].into_iter().flatten().filter(|part| part.outcome.answer().is_some());
    let surest = answered.fold(whole, |surest, part| {
        let is_surer = surest.outcome.answer().is_none() || part.judged.certainty >= surest.judged.certainty;
        if is_surer { part } else { surest }
    });
    one(Part { question, ..surest })
}

/// Where the only question stands.
fn place_of_question(clauses: &[Clause]) -> usize {
    clauses.iter().position(|clause| clause.kind != Kind::Statement).unwrap_or_default()
}

/// The question with at most [`MOST_CLAUSES_ASIDE`] clauses on either side.
fn around_question(clauses: &[Clause]) -> &[Clause] {
    let question = place_of_question(clauses);
    let end = clauses.len().min(question + 1 + MOST_CLAUSES_ASIDE);
    &clauses[question.saturating_sub(MOST_CLAUSES_ASIDE)..end]
}

/// Where the sentence before the question stands, if there is more than the two.
fn sentence_before_question(clauses: &[Clause]) -> Option<usize> {
    place_of_question(clauses).checked_sub(1).filter(|_| clauses.len() > 2)
}

/// The wording of a message with one question among other words.
fn among(message: &str, clauses: &[Clause]) -> Wording {
    let text = |kind| joined(clauses.iter().filter(|clause| clause.kind == kind));
    Wording::beside(message, &text(Kind::Question), text(Kind::Statement))
}

/// Several questions: taken apart, unless they come to one thing together.
fn of_several(engine: &Engine, message: &str, clauses: &[Clause], context: &Context) -> Reply {
    let whole = || engine.part(message, context);
    let mut parts = merged(questions(engine, clauses, &before_each(clauses, context))).into_iter();
    let Some(first) = parts.next() else { return one(whole()) };
    let apart = Reply::new(first, parts.collect());
    // Nobody asks one thing in more questions than are answered.
    if clauses.iter().any(|clause| clause.kind == Kind::Surplus) {
        return apart;
    }
    let whole = whole();
    if is_compound(engine, &apart, &whole) { apart } else { one(whole) }
}

/// Neighbours that one entry answers are one part.
fn merged(parts: Vec<Part>) -> Vec<Part> {
    let mut merged: Vec<Part> = Vec::new();
    for part in parts {
        match merged.last_mut() {
            Some(last) if is_same_answer(&last.outcome, &part.outcome) => {
                last.question = format!("{} {}", last.question, part.question);
            }
            _ => merged.push(part),
        }
    }
    merged
}

fn is_same_answer(a: &Outcome, b: &Outcome) -> bool {
    let id = |outcome: &Outcome| outcome.answer().map(|answer| answer.entry.id.clone());
    id(a).is_some() && id(a) == id(b)
}

/// Whether a message is better taken apart: two of its questions come to something by themselves; or one is
/// answered that needs no other; or all of them could be asked alone, or at least have a topic where there is no
/// answer to the whole. One reply would pass over some in silence.
fn is_compound(engine: &Engine, apart: &Reply, whole: &Part) -> bool {
    let mut decided: Vec<&str> = apart.parts().filter_map(|part| decided_by(&part.outcome)).collect();
    decided.sort_unstable();
    decided.dedup();
    let is_answered = |part: &Part| part.outcome.answer().is_some();
    let stands = |part: &Part| stands_alone(engine, &part.question);
    let has_topic = |part: &Part| {
        let reading = engine.reader.read_typed(&part.question);
        reading.topical().next().is_some() && !follow_up::points_back(&reading)
    };
    let all_apart = if is_answered(whole) { apart.parts().all(stands) } else { apart.parts().all(has_topic) };
    decided.len() > 1 || all_apart || apart.parts().any(|part| is_answered(part) && stands(part))
}

/// Whether a clause asks about all that was said before it ("Did he deny that?").
fn points_to_matter(engine: &Engine, clause: &str) -> bool {
    follow_up::points_to_matter(&engine.reader.read_typed(clause))
}

/// Whether a clause says enough, or names whom it is about, to be asked without the rest of the message.
fn stands_alone(engine: &Engine, clause: &str) -> bool {
    const ENOUGH_WORDS: usize = 2;
    let reading = engine.reader.read_typed(clause);
    let names_one = !engine.names.within(&reading.words).is_empty() && !follow_up::points_back(&reading);
    names_one || reading.topical().count() >= ENOUGH_WORDS
}

/// The entry or silence that an outcome rests on.
fn decided_by(outcome: &Outcome) -> Option<&str> {
    match outcome {
        Outcome::Answered(answer) | Outcome::Corrected(answer) => Some(&answer.entry.id),
        Outcome::Refused(Refusal { reason: Reason::Silent(silence), .. }) => Some(&silence.id),
        Outcome::Refused(_) | Outcome::Suggested(_) => None,
    }
}

/// One question, perhaps of two names ("Who are Sherman and Ryabkov?"): where it has no answer as a whole, but
/// one for each of them, it is two questions.
fn of_two_names(engine: &Engine, message: &str, context: &Context) -> Reply {
    let whole = engine.part(message, context);
    if whole.outcome.answer().is_some() {
        return one(whole);
    }
    let answered = |part: &Part| part.outcome.answer().is_some();
    match for_each_name(engine, message).map(|texts| texts.map(|text| engine.part(&text, context))) {
        Some([first, second])
            if answered(&first) && answered(&second) && !is_same_answer(&first.outcome, &second.outcome) =>
        {
            Reply::new(first, vec![second])
        }
        _ => one(whole),
    }
}

/// A question of two names that are joined by "and", asked for each of them.
fn for_each_name(engine: &Engine, message: &str) -> Option<[String; 2]> {
    const LONGEST_NAME: usize = 4;
    let words: Vec<&str> = message.split_whitespace().collect();
    let joint = words.iter().position(|word| matches!(word.to_lowercase().as_str(), "and" | "&" | "n"))?;
    let topical = |from: usize, to: usize| {
        let reading = engine.reader.read_typed(&words[from..to].join(" "));
        reading.topical().map(|term| term.word.to_owned()).collect::<Vec<_>>()
    };
    let is_name = |from: usize, to: usize| engine.names.is_name(&topical(from, to));
    let has_topic = |at: usize| !topical(at, at + 1).is_empty();
    let start =
        (joint.saturating_sub(LONGEST_NAME)..joint).find(|at| has_topic(*at) && is_name(*at, joint))?;
    let longest = words.len().min(joint + 1 + LONGEST_NAME);
    let end = (joint + 2..=longest).rev().find(|end| has_topic(end - 1) && is_name(joint + 1, *end))?;
    // "on Tuesday and on Wednesday"
    let repeats = start > 0 && words[start - 1].eq_ignore_ascii_case(words[joint + 1]);
    let start = if repeats { start - 1 } else { start };
    let first = [&words[..joint], &words[end..]].concat().join(" ");
    let second = [&words[..start], &words[joint + 1..]].concat().join(" ");
    Some([first, second])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_taken_with_as_many_clauses_on_either_side() {
        const MOST: usize = MOST_CLAUSES_ASIDE;
        let taken = |before: usize, behind: usize| {
            let clause = |kind: Kind| move |number: usize| Clause { text: number.to_string(), kind };
            let mut clauses: Vec<Clause> = (0..before).map(clause(Kind::Statement)).collect();
            clauses.push(clause(Kind::Question)(before));
            clauses.extend((before + 1..=before + behind).map(clause(Kind::Statement)));
            let near = around_question(&clauses);
            (near[0].text.parse().unwrap_or(usize::MAX), near.len())
        };
        assert_eq!(taken(0, 0), (0, 1));
        assert_eq!(taken(MOST, MOST), (0, 2 * MOST + 1));
        assert_eq!(taken(MOST + 3, 1), (3, MOST + 2));
        assert_eq!(taken(1, MOST + 3), (0, MOST + 2));
    }
}
