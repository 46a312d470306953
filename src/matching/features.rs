//! Readings → vectors in which similar questions point the same way.
//!
//! A vector is made of three blocks, each of unit length and then scaled so that the dot product of two
//! vectors is the kernel: the weighted mean of the blocks' cosines. Stems with their pairs miss typos and
//! other words for the same, characters catch the one and meaning the other; together they miss less than
//! each (`tests/README.md` tells how that was measured).

use std::collections::HashMap;

use super::coverage::Word;
use super::encoder::{self, DIMENSIONS, Direction, Meaning, UNIT, likeness};
use super::postings::Weighted;
use super::spellings::Spellings;
use super::terms::{Terms, counts, hash};
use super::tuning::{MEANING_WEIGHT, STEM_WEIGHT};
use crate::text::Reading;

/// The terms of an indexed question.
#[derive(Debug, Clone)]
pub(super) struct Vector {
    /// Features: stems with their pairs, ascending, and then a spelling for each word.
    pub(super) terms: Vec<Weighted>,
    /// Dot product with itself, with what the question is about.
    pub(super) square: f32,
}

/// The terms of a question that is compared with indexed ones.
pub(super) struct Asked {
    /// Stems with their pairs.
    pub(super) stems: Vec<Weighted>,
    /// Character runs, known spellings or not; a run may stand more than once.
    pub(super) runs: Vec<Weighted>,
}

/// An indexed question with all that is compared of it.
#[derive(Clone, Copy)]
pub(super) struct Example<'a> {
    pub(super) vector: &'a Vector,
    /// What it is about.
    pub(super) direction: &'a Direction,
}

/// An indexed question as it is added to a [`Sum`].
#[derive(Clone, Copy)]
pub(super) struct Summand<'a> {
    pub(super) terms: Summed<'a>,
    pub(super) direction: &'a Direction,
}

/// The terms of a [`Summand`].
#[derive(Clone, Copy)]
pub(super) enum Summed<'a> {
    /// Stems with their pairs, and character runs, some of them more than once.
    Unfolded(&'a [(u32, f32)]),
    /// The features of a vector, whose spellings are unfolded each time.
    Folded(&'a [Weighted]),
}

/// The terms and the meaning of one text: what is compared when questions are.
#[derive(Debug, Clone)]
pub struct Question {
    /// The hashes of stems, pairs of neighbours, and what begins and ends the question, ascending; a term that occurs
    /// twice stands twice.
    stems: Vec<u64>,
    /// The words as typed, a blank between each two.
    typed: Box<str>,
    pub(super) direction: Direction,
    pub(super) words: Vec<Word>,
}

impl Question {
    /// Takes what is compared from a reading.
    pub fn new(reading: &Reading) -> Self {
        let typed = reading.typed.join(" ").into();
        Self {
            stems: stems(reading),
            typed,
            direction: encoder::encode(reading),
            words: Word::all_of(reading),
        }
    }
}

fn stems(reading: &Reading) -> Vec<u64> {
    let stems = reading.stems.iter().map(String::as_str);
    let edged: Vec<&str> = ["^"].into_iter().chain(stems).chain(["$"]).collect();
    let alone = edged[1..edged.len() - 1].iter().map(|stem| hash(&[stem]));
    let mut hashes: Vec<u64> = alone.chain(edged.windows(2).map(hash)).collect();
    hashes.sort_unstable();
    hashes
}

/// Turns questions into vectors; learned from the indexed ones.
#[derive(Debug)]
pub(super) struct Features {
    stems: Terms,
    pub(super) spellings: Spellings,
}

impl Features {
    /// Learns terms and their rarity.
    pub(super) fn learn(questions: &[Question]) -> Self {
        let mut uses: HashMap<u64, usize> = HashMap::new();
        for (stem, _) in questions.iter().flat_map(|question| counts(&question.stems)) {
            *uses.entry(stem).or_default() += 1;
        }
        Self {
            stems: Terms::learn(questions.len(), uses, |_| false),
            spellings: Spellings::learn(questions.iter().map(|question| &*question.typed)),
        }
    }

    /// How many features there are.
    pub(super) fn count(&self) -> usize {
        self.stems.count() + self.spellings.count()
    }

    /// Whether a feature is a stem or a pair of stems.
    pub(super) fn is_of_stems(&self, feature: u32) -> bool {
        (feature as usize) < self.stems.count()
    }

    /// The feature that stands for a spelling.
    pub(super) fn of_spelling(&self, spelling: u32) -> u32 {
        self.stems.count() as u32 + spelling
    }

    /// The vector of one of the questions that were learned from.
    pub(super) fn vector(&self, question: &Question) -> Vector {
        let mut terms = self.weighed_stems(question);
        let of_stems: f32 = terms.iter().map(|term| term.weight() * term.weight()).sum();
        let (spellings, of_runs) = self.spellings.of(&question.typed);
        terms.extend(
            spellings.iter().map(|term| Weighted::new(self.of_spelling(term.place()), term.weight())),
        );
        let of_meaning = meaning_in_common(&question.direction, &question.direction);
        Vector { terms, square: of_stems + of_runs + of_meaning }
    }

    /// The terms of any question.
    pub(super) fn asked(&self, question: &Question) -> Asked {
        Asked { stems: self.weighed_stems(question), runs: self.spellings.runs(&question.typed) }
    }

    /// The same from a vector.
    pub(super) fn asked_by(&self, vector: &Vector) -> Asked {
        let stems = self.stems.count() as u32;
        let mut asked = Asked { stems: Vec::new(), runs: Vec::new() };
        self.unfold(&vector.terms, |term, weight| match term.checked_sub(stems) {
            None => asked.stems.push(Weighted::new(term, weight)),
            Some(run) => asked.runs.push(Weighted::new(run, weight)),
        });
        asked
    }

    /// Calls `each` with every stem among some features and, counted after all stems, every run inside a spelling among
    /// them.
    pub(super) fn unfold(&self, features: &[Weighted], mut each: impl FnMut(u32, f32)) {
        let stems = self.stems.count() as u32;
        for feature in features {
            match feature.place().checked_sub(stems) {
                None => each(feature.place(), feature.weight()),
                Some(spelling) => {
                    let runs = self.spellings.runs_of(spelling);
                    runs.iter().for_each(|run| each(stems + run.place(), feature.weight() * run.weight()));
                }
            }
        }
    }

    fn weighed_stems(&self, question: &Question) -> Vec<Weighted> {
        let frequencies = counts(&question.stems).map(|(stem, count)| (stem, 1.0 + (count as f32).ln()));
        self.stems.weigh(frequencies, STEM_WEIGHT).terms
    }
}

/// A vector with a number for every stem and every character run, in which others are summed up.
pub(super) struct Sum<'a> {
    features: &'a Features,
    terms: Vec<f32>,
    meaning: Meaning,
}

impl<'a> Sum<'a> {
    /// Zeros.
    pub(super) fn new(features: &'a Features) -> Self {
        let terms = features.stems.count() + features.spellings.count_of_runs();
        Self { features, terms: vec![0.0; terms], meaning: [0.0; DIMENSIONS] }
    }

    /// Adds an example, so many times.
    pub(super) fn add(&mut self, Summand { terms, direction }: Summand<'_>, times: f32) {
        match terms {
            Summed::Unfolded(terms) => {
                terms.iter().for_each(|(term, weight)| self.terms[*term as usize] += times * weight);
            }
            Summed::Folded(terms) => {
                self.features.unfold(terms, |term, weight| self.terms[term as usize] += times * weight);
            }
        }
        let times = times * kernel_unit();
        self.meaning.iter_mut().zip(direction).for_each(|(x, y)| *x += times * f32::from(*y));
    }

    /// Dot product with an example.
    pub(super) fn dot(&self, Summand { terms, direction }: Summand<'_>) -> f32 {
        let mut dot = kernel_unit() * dot_meaning(&self.meaning, direction);
        match terms {
            Summed::Unfolded(terms) => {
                dot += terms.iter().map(|(term, weight)| weight * self.terms[*term as usize]).sum::<f32>();
            }
            Summed::Folded(terms) => {
                self.features.unfold(terms, |term, weight| dot += weight * self.terms[term as usize]);
            }
        }
        dot
    }

    /// The number of a stem or a pair of stems.
    pub(super) fn of_stem(&self, feature: u32) -> f32 {
        self.terms[feature as usize]
    }

    /// The sum of all meanings.
    pub(super) fn meaning(&self) -> Meaning {
        self.meaning
    }

    /// Makes it zero again, given every example that was added.
    pub(super) fn clear<'b>(&mut self, added: impl Iterator<Item = Summand<'b>>) {
        for example in added {
            match example.terms {
                Summed::Unfolded(terms) => {
                    terms.iter().for_each(|(term, _)| self.terms[*term as usize] = 0.0);
                }
                Summed::Folded(terms) => {
                    self.features.unfold(terms, |term, _| self.terms[term as usize] = 0.0);
                }
            }
        }
        self.meaning = [0.0; DIMENSIONS];
    }
}

/// What two questions are about in common: the share of meaning in the kernel.
pub(super) fn meaning_in_common(a: &Direction, b: &Direction) -> f32 {
    MEANING_WEIGHT * likeness(a, b)
}

/// What a question is about, as long as its share of the kernel.
pub(super) fn kernel_meaning(direction: &Direction) -> Meaning {
    direction.map(|x| kernel_unit() * f32::from(x))
}

/// The number of a direction that is one of a meaning as long as its share of the kernel.
fn kernel_unit() -> f32 {
    MEANING_WEIGHT.sqrt() / UNIT
}

/// Dot product of two meanings, in eight sums side by side so that the processor can add them at once.
pub(super) fn dot_meaning<T: Copy + Into<f32>>(a: &Meaning, b: &[T; DIMENSIONS]) -> f32 {
    const LANES: usize = 8;
    let mut sums = [0.0_f32; LANES];
    for (a, b) in a.chunks_exact(LANES).zip(b.chunks_exact(LANES)) {
        for ((sum, a), b) in sums.iter_mut().zip(a).zip(b) {
            *sum += a * (*b).into();
        }
    }
    sums.iter().sum()
}

#[cfg(test)]
mod tests {
    use super::super::tuning::{CHARACTER_WEIGHT, LEAST_WIDESPREAD};
    use super::*;
    use crate::text::{Reader, Synonyms};

    /// How much of a question is left in its vector once so many are learnt that all hold the same word.
    fn square_of(count: usize) -> f32 {
        let question = Question::new(&Reader::new(Synonyms::default()).read_curated("bridge"));
        Features::learn(&vec![question.clone(); count]).vector(&question).square
    }

    #[test]
    fn only_a_large_base_leaves_out_what_every_question_has() {
        let whole = STEM_WEIGHT + CHARACTER_WEIGHT + MEANING_WEIGHT;
        assert!((square_of(LEAST_WIDESPREAD - 1) - whole).abs() < 1e-3);
        assert!((square_of(LEAST_WIDESPREAD) - (whole - CHARACTER_WEIGHT)).abs() < 1e-3);
    }

    #[test]
    fn a_text_without_words_is_about_nothing() {
        let nothing = Question::new(&Reader::new(Synonyms::default()).read_curated(""));
        assert_eq!(meaning_in_common(&nothing.direction, &nothing.direction), 0.0);
    }
}
