//! A message → its clauses, and which of them ask.

use std::collections::HashSet;

use super::tuning::MOST_QUESTIONS;
use crate::text::{normalise, tokenise};

/// Words that begin a question, also after a preposition.
const QUESTION_WORDS: &[&str] =
    &["who", "whom", "whose", "what", "whats", "when", "where", "why", "how", "which"];
/// Other words that begin a question or a request.
const OPENINGS: &[&str] = &[
    "did", "does", "do", "is", "are", "was", "were", "will", "would", "can", "could", "has", "have", "had",
    "should", "wat", "whos", "wen", "wheres", "whens", "hows", "y", "name", "list", "explain", "tell",
];
/// Prepositions: they begin a question only before a question word ("in which year").
const BEFORE_QUESTION_WORD: &[&str] = &["in", "at", "on", "for", "by", "to", "with", "from"];
/// Words between two questions.
const JOINTS: &[&str] = &["and", "n", "nd", "also", "plus", "then", "or", "but", "so"];
/// How far into a clause its first word is looked for, behind joints and list markers.
const MOST_BEFORE_QUESTION: usize = 12;
/// Words that ask without any other ("who left, and why?").
const ENOUGH_ALONE: &[&str] = &["who", "when", "where", "why", "how", "y", "wen"];

/// Turns of phrase that begin like a question and ask nothing.
const IDLE: &[&str] = &[
    "can you believe",
    "would you believe",
    "what a",
    "who knows",
    "who cares",
    "how are you",
    "hows it going",
    "whats up",
    "can i ask",
    "may i ask",
    "can anyone help",
    "can anybody help",
    "can someone help",
    "can somebody help",
    "does anyone know",
    "does anybody know",
    "is anyone here",
    "is it just me",
];
/// A turn of phrase with more words than this behind it is the beginning of a question after all.
const IDLE_TAIL: usize = 2;
/// From so many words on, what stands before a comma is more than the topic of the question behind it.
const LONG_CLAUSE: usize = 8;

/// A part of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    /// As typed.
    pub(super) text: String,
    pub(super) kind: Kind,
}

/// What a clause does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It asks nothing.
    Statement,
    Question,
    /// It asks, and so does all that is left of the message, beyond [`MOST_QUESTIONS`].
    Surplus,
}

/// The clauses of a message in their order; a question that was asked before in the same words stands once.
pub(super) fn clauses(message: &str) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    let mut asked: HashSet<Vec<String>> = HashSet::new();
    for text in sentences(message).into_iter().flat_map(parts_of_sentence) {
        let words = tokenise(&normalise(&text));
        let is_question = asks(&text, &words);
        if is_question && !asked.insert(words) {
            continue;
        }
        let kind = match is_question {
            false => Kind::Statement,
            true if asked.len() <= MOST_QUESTIONS => Kind::Question,
            true => Kind::Surplus,
        };
        match clauses.last_mut() {
            Some(last) if last.kind == Kind::Surplus => last.text = format!("{} {text}", last.text),
            _ => clauses.push(Clause { text, kind }),
        }
    }
    clauses
}

/// The clauses that ask, or the message where none does.
pub(super) fn questions_or_all(message: &str) -> Vec<String> {
    let asking = clauses(message).into_iter().filter(|clause| clause.kind == Kind::Question);
    let questions: Vec<String> = asking.map(|clause| clause.text).collect();
    if questions.is_empty() { vec![message.to_owned()] } else { questions }
}

/// Whether a question begins with a word that asks, rather than with a verb.
pub(super) fn opens_with_question_word(clause: &str) -> bool {
    let words = tokenise(&normalise(clause));
    words.first().is_some_and(|first| QUESTION_WORDS.contains(&first.as_str()))
}

/// Whether a clause asks, given its words.
fn asks(clause: &str, words: &[String]) -> bool {
    let is_idle = |phrase: &&str| {
        let phrase = phrase.split(' ').collect::<Vec<_>>();
        words.len() <= phrase.len() + IDLE_TAIL && words.iter().zip(&phrase).all(|(a, b)| a == b)
    };
    let is_enough = match words {
        [] => false,
        _ if IDLE.iter().any(is_idle) => false,
        [only] => ENOUGH_ALONE.contains(&only.as_str()),
        _ => true,
    };
    is_enough
        && (opens_question(&clause.split_whitespace().collect::<Vec<_>>())
            || clause.trim_end().ends_with('?'))
}

/// Sentences: they end with a mark that ends one, or a colon, before a blank; "U.S. troops", "Mr. Putin", "2.5"
/// and "10:30" stay whole.
fn sentences(message: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, mark) in message.char_indices() {
        let after = at + mark.len_utf8();
        let before_blank = message[after..].chars().next().is_none_or(char::is_whitespace);
        let ends = match mark {
            '?' | '!' => !message[after..].starts_with(['?', '!']),
            '\n' | ';' => true,
            ':' | '–' | '—' => before_blank,
            '.' => {
                let last_word = message[start..at].rsplit([' ', '.']).next().unwrap_or_default();
                let is_abbreviation = last_word.chars().count() < 2
                    || (last_word.chars().count() == 2 && last_word.chars().any(char::is_uppercase));
                before_blank && !is_abbreviation
            }
            _ => false,
        };
        if ends {
            sentences.push(&message[start..after]);
            start = after;
        }
    }
    sentences.push(&message[start..]);
    sentences
}

/// A sentence cut before each joint, comma or list marker that a question follows.
fn parts_of_sentence(sentence: &str) -> Vec<String> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let mut parts: Vec<Vec<&str>> = vec![Vec::new()];
    let mut has_words = false;
    for (at, word) in words.iter().enumerate() {
        let current = parts.last().map_or(&[][..], Vec::as_slice);
        let after_comma = current.last().is_some_and(|word| word.ends_with(','))
            && (current.len() >= LONG_CLAUSE || opens_question(current));
        let may_end = is_joint(word) || after_comma || is_list_marker(word);
        if may_end && has_words && !is_subordinate(current) && opens_question(&words[at..]) {
            parts.push(Vec::new());
            has_words = false;
        }
        has_words |= !is_list_marker(word) && !is_joint(word);
        if let Some(part) = parts.last_mut() {
            part.push(word);
        }
    }
    let tidy = |part: Vec<&str>| {
        let first = part.iter().position(|word| !is_joint(word) && !matches!(*word, "-" | ","));
        let from = if opens_question(&part) { first.unwrap_or_default() } else { 0 };
        part[from..].join(" ")
    };
    parts.into_iter().map(tidy).filter(|part| !part.is_empty()).collect()
}

fn is_joint(word: &str) -> bool {
    let word = word.trim_end_matches(',');
    JOINTS.iter().any(|joint| joint.eq_ignore_ascii_case(word))
}

/// "When Crimea was annexed, what did …" is one question: no verb stands before the subject of its first part.
fn is_subordinate(part: &[&str]) -> bool {
    match beginning(part.iter().copied()).as_slice() {
        [first, second, ..] if first == "when" => !OPENINGS.contains(&second.as_str()),
        [first, ..] => matches!(first.as_str(), "if" | "since" | "because" | "after" | "although" | "once"),
        [] => false,
    }
}

/// "1.", "2)", "(b)", "c:"; a number or a letter alone is none.
fn is_list_marker(word: &str) -> bool {
    let inner = word.trim_start_matches('(').trim_end_matches(['.', ')', ':']);
    let is_short =
        inner.chars().count() == 1 || (inner.len() == 2 && inner.bytes().all(|b| b.is_ascii_digit()));
    word.ends_with(['.', ')', ':']) && is_short && inner.chars().all(char::is_alphanumeric)
}

/// Whether words begin like a question, joints and list markers before it aside.
fn opens_question(words: &[&str]) -> bool {
    let words = words.iter().copied().take(MOST_BEFORE_QUESTION);
    let words = words.skip_while(|word| is_list_marker(word) || is_joint(word) || *word == "-");
    match beginning(words).iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [first, second, ..] if BEFORE_QUESTION_WORD.contains(first) => QUESTION_WORDS.contains(second),
        [first, ..] => QUESTION_WORDS.contains(first) || OPENINGS.contains(first),
        [] => false,
    }
}

/// The first words as they are compared; no more, since every joint of a long message looks at those behind it.
fn beginning<'a>(words: impl Iterator<Item = &'a str>) -> Vec<String> {
    const LOOKED_AT: usize = 3;
    tokenise(&normalise(&words.take(LOOKED_AT).collect::<Vec<_>>().join(" ")))
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(message: &str, expected: &[&str]) {
        let clauses = super::clauses(message);
        let questions: Vec<&str> =
            clauses.iter().filter(|c| c.kind != super::Kind::Statement).map(|c| c.text.as_str()).collect();
        assert_eq!(questions, expected, "questions in {message:?}");
    }

    #[test]
    fn questions_are_found_in_messages() {
        check("who is menon and what did he say", &["who is menon", "what did he say"]);
        check("Where was it? And when was it?", &["Where was it?", "when was it?"]);
        check("Hello all. I teach history. Was it a negotiation?", &["Was it a negotiation?"]);
        check("I have read it. I did not get it. Who is she?", &["Who is she?"]);
        check("did the U.S. and Russia agree", &["did the U.S. and Russia agree"]);
        check(
            "(a) When was Crimea taken? (b) Do they accept it?",
            &["(a) When was Crimea taken?", "(b) Do they accept it?"],
        );
        check("1. who is he 2. what did he say", &["1. who is he", "2. what did he say"]);
        check("I like it. Who is Mr. Putin?", &["Who is Mr. Putin?"]);
        check("It is loud, can you believe it. Who won?", &["Who won?"]);
        check("can I ask something? who is she", &["who is she"]);
        check("troops at the border", &[]);
        check("how long, and in which city?", &["how long,", "in which city?"]);
        check("who left it, when and why?", &["who left it,", "when", "why?"]);
        check("quick two: when was it, and is it legal?", &["when was it,", "is it legal?"]);
        check("When it ended, what did they say?", &["When it ended, what did they say?"]);
        check("If they invade, what then happens?", &["If they invade, what then happens?"]);
        check("they met, so how long was it", &["how long was it"]);
        check("What did the US and Russia agree on?", &["What did the US and Russia agree on?"]);
        check("what?? who is she?!", &["who is she?!"]);
        check("who won? WHO WON?? and who won", &["who won?"]);
    }

    #[test]
    fn no_question_is_lost_however_many_there_are() {
        let message: String =
            (0..super::MOST_QUESTIONS + 3).map(|n| format!("Who is number {n}? I see. ")).collect();
        let clauses = super::clauses(&message);
        let surplus = clauses.last().map(|clause| (clause.kind, clause.text.matches("Who is").count()));
        assert_eq!(surplus, Some((super::Kind::Surplus, 3)));
    }
}
