//! What an entry leaves unsaid of a question: "what maximum size do the exercises have" comes near every question about
//! exercises, but an entry that never speaks of sizes does not answer it.

use crate::matching::Index;
use crate::text::{Reading, Term};

use super::tuning::FOCUS_LIKENESS;

/// How many words after "what" or "which" say what is asked for, at most.
const FOCUS_WORDS: usize = 3;

/// The words of a question that a topic says nothing of, of those that carry a topic of their own.
pub(super) fn unsaid_words(question: &Reading, index: &Index, topic: usize) -> Vec<String> {
    let topical: Vec<Term<'_>> = question.topical().collect();
    far(&topical, index, topic, false).map(|term| term.word.to_owned()).collect()
}

/// A word that says what kind of thing is asked for, where an entry says nothing of it. `is_own` where the question is one
/// of the entry's own ways to ask, which then does not count.
pub(super) fn unsaid_focus(question: &Reading, index: &Index, entry: usize, is_own: bool) -> Option<String> {
    far(&focus(question), index, entry, is_own).next().map(|term| term.word.to_owned())
}

/// Those of some words that are far from all that a topic speaks of.
fn far<'a>(terms: &[Term<'a>], index: &Index, topic: usize, is_own: bool) -> impl Iterator<Item = Term<'a>> {
    let far = index.far(terms, topic, is_own).into_iter();
    let is_far = |far: Option<f32>| far.is_some_and(|far| far > 1.0 - FOCUS_LIKENESS);
    terms.iter().zip(far).filter(move |(_, far)| is_far(*far)).map(|(term, _)| *term)
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
    use crate::matching::Topic;
    use crate::text::{Reader, Synonyms};

    /// The words unsaid, and the focus, of a question to an entry with these texts.
    #[track_caller]
    fn check(texts: &[&str], question: &str, is_own: bool, words: &[&str], focus: Option<&str>) {
        let reader = Reader::new(Synonyms::default());
        let texts: Vec<Reading> = texts.iter().map(|text| reader.read_curated(text)).collect();
        let index = Index::build(vec![Topic::new(true, &texts, &[])]);
        let question = reader.read_curated(question);
        assert_eq!(unsaid_words(&question, &index, 0), words);
        assert_eq!(unsaid_focus(&question, &index, 0, is_own).as_deref(), focus);
    }

    const EXERCISES: [&str; 2] = ["Will the two limit exercises?", "Limits on exercises were proposed."];

    #[test]
    fn what_the_texts_speak_of_is_said_in_any_form() {
        check(&EXERCISES, "which limit is proposed on an exercise", false, &[], None);
    }

    #[test]
    fn a_thing_that_is_asked_for_and_never_spoken_of_is_told() {
        let question = "which deadline was proposed on exercises";
        check(&EXERCISES, question, false, &["deadline"], Some("deadline"));
    }

    #[test]
    fn a_way_to_ask_does_not_speak_for_itself() {
        let texts = [EXERCISES[0], EXERCISES[1], "which deadline do exercises have"];
        check(&texts, texts[2], false, &[], None);
        check(&texts, texts[2], true, &[], Some("deadline"));
    }

    #[test]
    fn a_word_that_english_does_not_know_says_nothing() {
        check(&EXERCISES, "limit exercises, zzgrblx", false, &[], None);
        check(&[], "zzgrblx", false, &[], None);
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
