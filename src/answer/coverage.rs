//! Whether the texts of an entry speak of all that a question asks for, word by word: "what maximum size do the
//! exercises have" comes near every question about exercises, but an entry that never speaks of sizes does not
//! answer it.

use std::collections::HashMap;

use crate::matching::likeness;
use crate::text::{EnglishWord, Reading, Term, english_word};

use super::tuning::FOCUS_LIKENESS;

/// How many words after "what" or "which" say what is asked for, at most.
const FOCUS_WORDS: usize = 3;

/// What the texts of one entry speak of.
#[derive(Debug)]
pub(super) struct Spoken {
    /// Every stem, ascending, with the number of texts that have it.
    stems: Vec<(String, usize)>,
    /// The words that English knows, with the position of their stem.
    words: Vec<(EnglishWord, usize)>,
}

/// What an entry leaves unsaid of a question.
#[derive(Debug, Clone, Default)]
pub(super) struct Unsaid {
    /// How far the question's words are from any word of the entry, on the mean: 0.0 (all of them are there)
    /// to about 1.0 (nothing is like them).
    pub(super) share: f32,
    /// The words that are furthest.
    pub(super) words: Vec<String>,
    /// A word that says what kind of thing is asked for, where it is far from every word of the entry.
    pub(super) focus: Option<String>,
}

impl Spoken {
    /// Learns what texts speak of.
    pub(super) fn learn<'a>(texts: impl Iterator<Item = &'a Reading>) -> Self {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        let mut words: HashMap<&str, &str> = HashMap::new();
        for text in texts {
            let mut own: Vec<Term<'_>> = text.topical().collect();
            own.sort_unstable();
            own.dedup_by_key(|term| term.stem);
            own.iter().for_each(|term| *counts.entry(term.stem).or_default() += 1);
            words.extend(text.topical().map(|term| (term.word, term.stem)));
        }
        let mut stems: Vec<(String, usize)> =
            counts.into_iter().map(|(stem, count)| (stem.to_owned(), count)).collect();
        stems.sort_unstable();
        let position = |stem: &str| stems.binary_search_by(|(other, _)| other.as_str().cmp(stem)).ok();
        let mut words: Vec<(EnglishWord, usize)> = words
            .into_iter()
            .filter_map(|(word, stem)| Some((english_word(word)?, position(stem)?)))
            .collect();
        words.sort_unstable_by_key(|(word, _)| word.rank);
        Self { stems, words }
    }

    /// What is left unsaid of a question. `is_own` where the question is itself one of the texts, which then
    /// does not count.
    pub(super) fn unsaid(&self, question: &Reading, is_own: bool) -> Unsaid {
        let least_texts = if is_own { 2 } else { 1 };
        let mut far: Vec<(f32, &str)> = question
            .topical()
            .filter_map(|term| Some((1.0 - self.nearest(term, least_texts)?, term.word)))
            .collect();
        let share = far.iter().map(|(far, _)| far).sum::<f32>() / far.len().max(1) as f32;
        far.retain(|(far, _)| *far > 1.0 - FOCUS_LIKENESS);
        let is_far = |term: &Term<'_>| far.iter().any(|(_, word)| *word == term.word);
        let focus = focus(question).into_iter().find(is_far).map(|term| term.word.to_owned());
        Unsaid { share, words: far.into_iter().map(|(_, word)| word.to_owned()).collect(), focus }
    }

    /// How like the entry's nearest word a word is; `None` where English does not know the word, which says
    /// nothing for or against the entry.
    fn nearest(&self, term: Term<'_>, least_texts: usize) -> Option<f32> {
        let said = |at: usize| self.stems[at].1 >= least_texts;
        if let Ok(at) = self.stems.binary_search_by(|(stem, _)| stem.as_str().cmp(term.stem))
            && said(at)
        {
            return Some(1.0);
        }
        let word = english_word(term.word)?;
        let like = self.words.iter().filter(|(_, stem)| said(*stem)).map(|(other, _)| likeness(word, *other));
        Some(like.fold(0.0, f32::max))
    }
}

/// The words that say what kind of thing is asked for: those after "what", "which" or "whose", and after
/// "what is the".
fn focus(question: &Reading) -> Vec<Term<'_>> {
    const ASKING: [&str; 3] = ["what", "which", "whose"];
    const BEING: [&str; 4] = ["is", "are", "was", "were"];
    const POINTING: [&str; 6] = ["the", "their", "his", "her", "its", "a"];
    let words = &question.words;
    let is = |at: usize, these: &[&str]| words.get(at).is_some_and(|word| these.contains(&word.as_str()));
    let run = |start: usize| {
        (start..words.len()).map_while(|at| question.topical_at(at)).take(FOCUS_WORDS).collect::<Vec<_>>()
    };
    let asking = (0..words.len()).filter(|at| is(*at, &ASKING));
    let starts = asking.flat_map(|at| {
        let thing = (is(at + 1, &BEING) && is(at + 2, &POINTING)).then_some(at + 3);
        [Some(at + 1), thing].into_iter().flatten()
    });
    starts.flat_map(run).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Reader, Synonyms};

    #[track_caller]
    fn unsaid(texts: &[&str], question: &str, is_own: bool) -> Unsaid {
        let reader = Reader::new(Synonyms::default());
        let texts: Vec<Reading> = texts.iter().map(|text| reader.read_curated(text)).collect();
        Spoken::learn(texts.iter()).unsaid(&reader.read_curated(question), is_own)
    }

    const EXERCISES: [&str; 2] = ["Will the two limit exercises?", "Limits on exercises were proposed."];

    #[test]
    fn what_the_texts_speak_of_is_said_in_any_form() {
        let unsaid = unsaid(&EXERCISES, "which limit is proposed on an exercise", false);
        assert_eq!((unsaid.share, unsaid.focus), (0.0, None));
    }

    #[test]
    fn a_thing_that_is_asked_for_and_never_spoken_of_is_told() {
        let unsaid = unsaid(&EXERCISES, "which deadline was proposed on exercises", false);
        assert_eq!(unsaid.focus.as_deref(), Some("deadline"));
        assert!((0.05..0.5).contains(&unsaid.share), "{}", unsaid.share);
    }

    #[test]
    fn a_way_to_ask_does_not_speak_for_itself() {
        let texts = [EXERCISES[0], EXERCISES[1], "which deadline do exercises have"];
        assert_eq!(unsaid(&texts, texts[2], false).focus, None);
        assert_eq!(unsaid(&texts, texts[2], true).focus.as_deref(), Some("deadline"));
    }

    #[test]
    fn a_word_that_english_does_not_know_says_nothing() {
        assert_eq!(unsaid(&EXERCISES, "limit exercises, zzgrblx", false).share, 0.0);
        assert_eq!(unsaid(&[], "zzgrblx", false).share, 0.0);
    }

    #[test]
    fn what_is_asked_for_stands_after_the_question_word() {
        let reader = Reader::new(Synonyms::default());
        for (question, expected) in [
            ("what maximum size did they propose", vec!["maximum", "size"]),
            ("what is the deadline of putin", vec!["deadline"]),
            ("so which officials were there", vec!["officials"]),
            ("what did she say", vec![]),
            ("when was it", vec![]),
        ] {
            let reading = reader.read_curated(question);
            let words: Vec<&str> = focus(&reading).iter().map(|term| term.word).collect();
            assert_eq!(words, expected, "{question}");
        }
    }
}
