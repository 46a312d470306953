//! The words of a follow-up: what shows that it is one, and what it may mean after what was asked before.

use super::name_index::Name;
use super::names::Names;
use super::tuning::{FOLLOW_UP_WORDS, MOST_NAMES_TRIED};
use crate::text::Reading;

/// Words that ask.
const ASKING: &[&str] = &["who", "whom", "whose", "what", "which", "when", "where", "why", "how"];
/// Words that belong to the asking one before them.
const AFTER_ASKING: &[&str] = &["many", "much", "long", "come", "exactly", "else", "kind", "sort", "of"];
/// Verbs that stand before the subject in a question.
const AUXILIARIES: &[&str] = &[
    "did", "does", "do", "is", "are", "was", "were", "will", "would", "can", "could", "has", "have", "had",
    "should",
];
/// Words that point to a person named before.
const POINTING_TO_PERSON: &[&str] = &["he", "she", "him", "her", "his", "hes", "shes"];
/// Words that point to a thing or a place, or to all that was said.
const POINTING_TO_THING: &[&str] = &["it", "its", "that", "this", "there", "one"];
/// Those of them that stand for what was said rather than for whom it named.
const POINTING_TO_MATTER: &[&str] = &["that", "this", "one"];
/// Words that point to several, or to a country.
const POINTING_TO_ANY: &[&str] = &["they", "them", "their", "theyre", "those", "these"];
/// Words that only go on from something said before.
const GOING_ON: &[&str] = &["and", "but", "so", "then", "ok", "okay", "also", "well", "oh", "plus", "or"];
/// The same in two words.
const GOING_ON_PAIRS: &[[&str; 2]] = &[["what", "about"], ["how", "about"], ["what", "of"]];
/// Words that take note of a reply and ask nothing.
const TAKING_NOTE: &[&str] = &[
    "thanks",
    "thank",
    "you",
    "ty",
    "cheers",
    "cool",
    "nice",
    "great",
    "good",
    "lol",
    "wow",
    "interesting",
    "yes",
    "yeah",
    "no",
    "nope",
    "right",
    "sure",
    "alright",
    "hm",
    "hmm",
    "ah",
    "huh",
    "damn",
    "fine",
    "perfect",
    "awesome",
    "got",
    "it",
    "i",
    "see",
];

/// Words that add nothing to a question ("why though").
const FILLING: &[&str] = &["though", "anyway", "again", "really", "exactly", "precisely"];

/// Words that only ask whether what was said is so ("is that true", "is he right").
const CHECKING: &[&str] = &[
    "true", "truth", "correct", "right", "real", "accurate", "legit", "fact", "facts", "factual", "false",
    "fake", "wrong", "lying", "lie", "lies", "cap", "capping", "mistaken", "confirm", "bs",
];

/// How a question was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum How {
    /// As it stands.
    Alone,
    /// Together with what was asked before.
    GoingOn,
    /// Of somebody or something named before.
    Of(Name),
    /// Like the question before, with a new name in the place of an old one.
    InPlaceOf { old: Name, new: Name },
}

/// What was asked before.
#[derive(Debug, Clone)]
pub(super) struct Subject {
    /// The words of the question, itself already understood.
    pub(super) words: Vec<String>,
    /// The names in the answer to it, where there was one.
    pub(super) answered: Vec<Name>,
    /// Position of the entry that fitted it best.
    pub(super) entry: usize,
    /// Whether neither an answer nor suggestions came of it.
    pub(super) is_refused: bool,
}

/// One way to take a follow-up.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Way {
    pub(super) how: How,
    /// The follow-up made whole.
    pub(super) words: Vec<String>,
    /// What of these words comes from before.
    pub(super) borrowed: Vec<String>,
}

/// Whether a question is too short, or points back too plainly, to be sure that it stands alone.
pub(super) fn leans(reading: &Reading) -> bool {
    asks(reading) && (says_little(reading) || points_back(reading))
}

/// Whether a word is a verb that stands before the subject in a question.
pub(super) fn is_auxiliary(word: &str) -> bool {
    is(word, AUXILIARIES)
}

/// Whether a question says itself that it goes on from something.
pub(super) fn points_back(reading: &Reading) -> bool {
    gist(&reading.words).len() < reading.words.len() || pointer(&reading.words).is_some()
}

/// Whether a question points back and says so little else that it hardly means anything by itself ("which city was that in"). Longer
/// ones point somewhere as often as not ("did they get anywhere or was it a waste of time").
pub(super) fn depends(reading: &Reading) -> bool {
    points_back(reading) && says_little(reading)
}

fn says_little(reading: &Reading) -> bool {
    reading.topical().count() <= FOLLOW_UP_WORDS
}

/// Whether a question asks about something that was said: "did he deny that?", but not "who wrote this article?".
pub(super) fn points_to_matter(reading: &Reading) -> bool {
    let points = |at: &usize| is(&reading.words[*at], &["that", "this", "it"]);
    (0..reading.words.len()).filter(points).any(|at| reading.topical_at(at + 1).is_none())
}

/// Whether a text asks for anything; "ok thanks" does not.
pub(super) fn asks(reading: &Reading) -> bool {
    let notes = |word: &String| is(word, TAKING_NOTE) || is(word, GOING_ON);
    let has_substance =
        reading.topical().next().is_some() || reading.words.iter().any(|word| is(word, ASKING));
    has_substance && !reading.words.iter().all(notes)
}

/// Whether a question has nothing of its own but the word that asks ("when?", "why though").
pub(super) fn is_bare(reading: &Reading) -> bool {
    reading.topical().all(|term| is(term.word, FILLING))
}

/// Whether a question only asks whether what was said is so: "is that correct?", "did he?".
pub(super) fn only_checks(reading: &Reading) -> bool {
    !reading.words.iter().any(|word| is(word, ASKING))
        && reading.topical().all(|term| is(term.word, CHECKING) || is(term.word, FILLING))
}

/// Every way to take a follow-up after what was asked before.
pub(super) fn ways(reading: &Reading, subject: &Subject, names: &Names) -> Vec<Way> {
    let question = gist(&reading.words);
    let before = names.within(&subject.words);
    let going_on = Way {
        how: How::GoingOn,
        words: joined(&reading.words, &subject.words),
        borrowed: subject.words.clone(),
    };
    let of = pointer(question).into_iter().flat_map(|at| {
        let of = move |name: Name| Way {
            words: [&question[..at], &name, &question[at + 1..]].concat(),
            how: How::Of(name.clone()),
            borrowed: name,
        };
        pointed_to(&question[at], &before, subject, names).into_iter().take(MOST_NAMES_TRIED).map(of)
    });
    let in_place = new_name(reading, names).filter(|new| !before.contains(new)).into_iter().flat_map(|new| {
        let in_place_of = move |old: &Name| Way {
            how: How::InPlaceOf { old: old.clone(), new: new.clone() },
            words: replaced(&subject.words, old, &new),
            borrowed: replaced(&subject.words, old, &[]),
        };
        before.iter().take(MOST_NAMES_TRIED).map(in_place_of)
    });
    std::iter::once(going_on).chain(of).chain(in_place).collect()
}

/// A follow-up with what was asked before in the place of its pointing word, or else behind it.
pub(super) fn joined(question: &[String], before: &[String]) -> Vec<String> {
    let question = gist(question);
    let asks_anew = question.iter().take(3).any(|word| is(word, ASKING));
    match pointer(question) {
        Some(at) => {
            let after = question[at + 1..].iter().filter(|word| !points(word)).cloned().collect::<Vec<_>>();
            [&question[..at], without_auxiliary(without_asking(before)), &after].concat()
        }
        None if asks_anew => [question, without_asking(before)].concat(),
        None => [question, gist(before)].concat(),
    }
}

/// The names that a pointing word may stand for: those in the question before, else those in its answer.
fn pointed_to(pointing: &str, before: &[Name], subject: &Subject, names: &Names) -> Vec<Name> {
    let fits = |name: &&Name| {
        is(pointing, POINTING_TO_ANY)
            || !is(pointing, POINTING_TO_MATTER) && is(pointing, POINTING_TO_PERSON) == names.is_person(name)
    };
    let fitting = |all: &[Name]| all.iter().filter(fits).cloned().collect::<Vec<_>>();
    let asked = fitting(before);
    if asked.is_empty() { fitting(&subject.answered) } else { asked }
}

/// Whom "he" or "she" in a question may be.
pub(super) fn people_pointed_to(reading: &Reading, subject: &Subject, names: &Names) -> Vec<Name> {
    let person = reading.words.iter().find(|word| is(word, POINTING_TO_PERSON));
    person.map_or_else(Vec::new, |word| pointed_to(word, &names.within(&subject.words), subject, names))
}

/// The name that is all a follow-up says ("and Georgia?").
fn new_name(reading: &Reading, names: &Names) -> Option<Name> {
    let [only] = <[Name; 1]>::try_from(names.within(&reading.words)).ok()?;
    let asks_anew = gist(&reading.words).iter().any(|word| is(word, ASKING));
    (!asks_anew && reading.topical().count() <= only.len()).then_some(only)
}

fn replaced(words: &[String], old: &[String], new: &[String]) -> Vec<String> {
    match words.windows(old.len()).position(|window| window == old) {
        Some(at) => [&words[..at], new, &replaced(&words[at + old.len()..], old, new)].concat(),
        None => words.to_vec(),
    }
}

/// A question without what only goes on from something before.
fn gist(words: &[String]) -> &[String] {
    match words {
        [first, second, rest @ ..] if GOING_ON_PAIRS.contains(&[first.as_str(), second.as_str()]) => {
            gist(rest)
        }
        [first, rest @ ..] if is(first, GOING_ON) => gist(rest),
        _ => words,
    }
}

/// A question without its asking word and what belongs to that.
fn without_asking(words: &[String]) -> &[String] {
    let words = gist(words);
    match words.iter().take(2).position(|word| is(word, ASKING)) {
        Some(at) => {
            let rest = &words[at + 1..];
            &rest[rest.iter().take_while(|word| is(word, AFTER_ASKING)).count()..]
        }
        None => words,
    }
}

fn without_auxiliary(words: &[String]) -> &[String] {
    match words {
        [first, rest @ ..] if is(first, AUXILIARIES) => rest,
        _ => words,
    }
}

fn pointer(words: &[String]) -> Option<usize> {
    words.iter().position(|word| points(word))
}

fn points(word: &str) -> bool {
    [POINTING_TO_PERSON, POINTING_TO_THING, POINTING_TO_ANY].iter().any(|list| is(word, list))
}

fn is(word: &str, list: &[&str]) -> bool {
    list.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_follow_up_is_made_whole() {
        let cases = [
            ("when", "did trump leave the treaty", "when did trump leave the treaty"),
            ("why though", "who left the treaty", "why though left the treaty"),
            ("who left it", "what is the treaty", "who left the treaty"),
            ("and is that legal", "russia annexed crimea", "is russia annexed crimea legal"),
            ("what about exercises", "did they talk of missiles", "exercises did they talk of missiles"),
        ];
        for (question, before, whole) in cases {
            assert_eq!(joined(&words(question), &words(before)).join(" "), whole);
        }
    }

    #[test]
    fn one_name_takes_the_place_of_another() {
        let replaced = |text: &str| replaced(&words(text), &words("red cross"), &words("nato")).join(" ");
        assert_eq!(replaced("does the red cross like the red cross"), "does the nato like the nato");
        assert_eq!(replaced("does it"), "does it");
    }
}
