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

    /// The spelling for which a feature stands that is not of stems.
    fn spelling_of(&self, feature: u32) -> u32 {
        feature - self.stems.count() as u32
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
        let (stems, spellings) =
            vector.terms.split_at(vector.terms.partition_point(|term| self.is_of_stems(term.place())));
        let runs = spellings.iter().flat_map(|spelling| {
            let runs = self.spellings.runs_of(self.spelling_of(spelling.place()));
            runs.iter().map(|run| Weighted::new(run.place(), spelling.weight() * run.weight()))
        });
        Asked { stems: stems.to_vec(), runs: runs.collect() }
    }

    /// How long the sum of some examples is, as alike as their spellings are.
    pub(super) fn length_of<'a>(&self, sum: &Sum, summed: impl Iterator<Item = Example<'a>>) -> f32 {
        let mut features: Vec<u32> =
            summed.flat_map(|example| &example.vector.terms).map(|term| term.place()).collect();
        features.sort_unstable();
        features.dedup();
        let (stems, spellings) =
            features.split_at(features.partition_point(|place| self.is_of_stems(*place)));
        let of_stems: f32 = stems.iter().map(|stem| sum.weight(*stem).powi(2)).sum();
        let summed = spellings.iter().map(|feature| (self.spelling_of(*feature), sum.weight(*feature)));
        let of_runs = self.spellings.square_of(summed);
        let of_meaning: f32 = sum.meaning.iter().map(|x| x * x).sum();
        (of_stems + of_runs + of_meaning).sqrt()
    }

    fn weighed_stems(&self, question: &Question) -> Vec<Weighted> {
        let frequencies = counts(&question.stems).map(|(stem, count)| (stem, 1.0 + (count as f32).ln()));
        self.stems.weigh(frequencies, STEM_WEIGHT).terms
    }
}

/// A vector with a number for every feature, in which others are summed up. Each spelling is a feature of its own here,
/// whatever others it is like: their runs would cost three times as much, and twice as many examples tell more
/// (`tests/README.md`).
pub(super) struct Sum {
    terms: Vec<f32>,
    meaning: Meaning,
}

impl Sum {
    /// Zeros for so many features.
    pub(super) fn new(features: usize) -> Self {
        Self { terms: vec![0.0; features], meaning: [0.0; DIMENSIONS] }
    }

    /// Adds an example, so many times.
    pub(super) fn add(&mut self, Example { vector, direction }: Example<'_>, times: f32) {
        let raw_times = times * Weighted::RAW;
        for term in &vector.terms {
            self.terms[term.place() as usize] += raw_times * term.raw_weight();
        }
        let times = times * kernel_unit();
        self.meaning.iter_mut().zip(direction).for_each(|(x, y)| *x += times * f32::from(*y));
    }

    /// Dot product with an example.
    pub(super) fn dot(&self, Example { vector, direction }: Example<'_>) -> f32 {
        let product = |term: &Weighted| term.raw_weight() * self.terms[term.place() as usize];
        // Four sums side by side, so that one need not wait for the other.
        let (fours, rest) = vector.terms.as_chunks::<4>();
        let mut sums = [0.0_f32; 4];
        for four in fours {
            sums.iter_mut().zip(four).for_each(|(sum, term)| *sum += product(term));
        }
        let of_terms = Weighted::RAW * (sums.iter().sum::<f32>() + rest.iter().map(product).sum::<f32>());
        of_terms + kernel_unit() * dot_meaning(&self.meaning, direction)
    }

    /// The number of a feature.
    pub(super) fn weight(&self, feature: u32) -> f32 {
        self.terms[feature as usize]
    }

    /// The sum of all meanings.
    pub(super) fn meaning(&self) -> Meaning {
        self.meaning
    }

    /// Makes it zero again, given every example that was added.
    pub(super) fn clear<'a>(&mut self, added: impl Iterator<Item = Example<'a>>) {
        for example in added {
            example.vector.terms.iter().for_each(|term| self.terms[term.place() as usize] = 0.0);
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
