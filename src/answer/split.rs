//! Compound and wordy messages: finds the questions in one message.

use super::context::Context;
use super::{Engine, Outcome, Part, Reason, Refusal, Reply};
use crate::text::{normalise, tokenise};

/// Words that begin a question, also after a preposition.
const QUESTION_WORDS: &[&str] =
    &["who", "whom", "whose", "what", "whats", "when", "where", "why", "how", "which"];
/// Other words that begin a question or a request.
const OPENINGS: &[&str] = &[
    "did", "does", "do", "is", "are", "was", "were", "will", "would", "can", "could", "has", "have", "had",
    "should", "wat", "whos", "wen", "wheres", "whens", "hows", "name", "list", "explain", "tell",
];
/// Prepositions: they begin a question only before a question word ("in which year").
const BEFORE_QUESTION_WORD: &[&str] = &["in", "at", "on", "for", "by", "to", "with", "from"];
/// Words between two questions.
const JOINTS: &[&str] = &["and", "n", "nd", "also", "plus", "then", "or", "but"];
/// More questions in one message than anybody asks in earnest; the rest stay in the last one.
const MOST_PARTS: usize = 4;

/// The reply to a message: in one part, unless several questions in it come to something by themselves.
pub(super) fn reply(engine: &Engine, message: &str, context: &Context) -> Reply {
    let whole = engine.part(message, context);
    let questions = questions(message);
    match questions.as_slice() {
        [] => Reply::new(whole, Vec::new()),
        [only] => {
            if whole.outcome.answer().is_some() || !stands_alone(engine, only) {
                return Reply::new(whole, Vec::new());
            }
            let alone = engine.part(only, context);
            let answered = alone.outcome.answer().is_some();
            let part = if answered { Part { question: whole.question, ..alone } } else { whole };
            Reply::new(part, Vec::new())
        }
        [first, ..] => {
            let goes_on = |pair: &[String]| engine.part(&pair[1], &Context::SameMessage(pair[0].clone()));
            let others = questions.windows(2).map(goes_on).collect();
            let apart = Reply::new(engine.part(first, context), others);
            if is_compound(engine, &apart, &whole) { apart } else { Reply::new(whole, Vec::new()) }
        }
    }
}

/// Whether a clause has enough words of its own to be asked without the rest of the message.
fn stands_alone(engine: &Engine, clause: &str) -> bool {
    const ENOUGH_WORDS: usize = 2;
    engine.reader.read_typed(clause).topical_words().count() >= ENOUGH_WORDS
}

/// Whether a message is better taken apart: two of its questions come to something by themselves, or one does
/// and the others would be passed over in silence.
fn is_compound(engine: &Engine, apart: &Reply, whole: &Part) -> bool {
    let mut decided: Vec<&str> = apart.parts().filter_map(|part| decided_by(&part.outcome)).collect();
    decided.sort_unstable();
    decided.dedup();
    let answered = apart.is_answered();
    let is_left_out =
        whole.outcome.answer().is_none() || apart.parts().all(|part| stands_alone(engine, &part.question));
    decided.len() > 1 || (answered && is_left_out)
}

/// The entry or silence that an outcome rests on.
fn decided_by(outcome: &Outcome) -> Option<&str> {
    match outcome {
        Outcome::Answered(answer) | Outcome::Corrected(answer) => Some(&answer.entry.id),
        Outcome::Refused(Refusal { reason: Reason::Silent(silence), .. }) => Some(&silence.id),
        Outcome::Refused(_) | Outcome::Suggested(_) => None,
    }
}

/// The questions in a message, as typed, without what is said around them.
fn questions(message: &str) -> Vec<String> {
    let mut questions: Vec<String> = Vec::new();
    for sentence in message.split_inclusive(['?', '!', '\n', ';']).flat_map(split_at_full_stops) {
        for clause in split_at_joints(sentence) {
            let is_question = opens_question(&clause) || clause.trim_end().ends_with('?');
            let has_words = tokenise(&normalise(&clause)).len() > 1;
            if is_question && has_words {
                if questions.len() == MOST_PARTS {
                    return questions;
                }
                questions.push(clause.trim().trim_start_matches([',', '-', '–']).trim().to_owned());
            }
        }
    }
    questions
}

/// Sentences that end with a full stop before a blank; "U.S. troops" and "2.5" stay whole.
fn split_at_full_stops(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(". ") {
        let last_word = text[start..at].rsplit([' ', '.']).next().unwrap_or_default();
        if last_word.chars().count() > 2 {
            sentences.push(&text[start..=at]);
            start = at + 1;
        }
    }
    sentences.push(&text[start..]);
    sentences
}

/// A sentence cut before each joint or comma that a question follows.
fn split_at_joints(sentence: &str) -> Vec<String> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let mut clauses: Vec<Vec<&str>> = vec![Vec::new()];
    for (at, word) in words.iter().enumerate() {
        let plain = word.to_lowercase();
        let after_comma = at > 0 && words[at - 1].ends_with(',');
        let is_joint = JOINTS.contains(&plain.trim_end_matches(','));
        let rest = words[at + usize::from(is_joint)..].join(" ");
        if (is_joint || after_comma)
            && at > 0
            && opens_question(&rest)
            && !clauses.last().is_none_or(Vec::is_empty)
        {
            clauses.push(Vec::new());
            if is_joint {
                continue;
            }
        }
        if let Some(clause) = clauses.last_mut() {
            clause.push(word);
        }
    }
    clauses.into_iter().map(|clause| clause.join(" ")).collect()
}

/// Whether a text begins like a question, list markers such as "1." or "(b)" aside.
fn opens_question(text: &str) -> bool {
    let words = tokenise(&normalise(text));
    let mut words =
        words.iter().map(String::as_str).skip_while(|word| word.chars().count() == 1 && *word != "y");
    match words.next() {
        Some(first) if BEFORE_QUESTION_WORD.contains(&first) => {
            words.next().is_some_and(|second| QUESTION_WORDS.contains(&second))
        }
        Some(first) => QUESTION_WORDS.contains(&first) || OPENINGS.contains(&first),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(message: &str, expected: &[&str]) {
        assert_eq!(super::questions(message), expected, "questions in {message:?}");
    }

    #[test]
    fn questions_are_found_in_messages() {
        check("who is menon and what did he say", &["who is menon", "what did he say"]);
        check("Where was it? And when was it?", &["Where was it?", "And when was it?"]);
        check("Hello all. I teach history. Was it a negotiation?", &["Was it a negotiation?"]);
        check("did the U.S. and Russia agree", &["did the U.S. and Russia agree"]);
        check(
            "(a) When was Crimea taken? (b) Do they accept it?",
            &["(a) When was Crimea taken?", "(b) Do they accept it?"],
        );
        check("troops at the border", &[]);
        check("how long, and in which city?", &["how long,", "in which city?"]);
    }
}
