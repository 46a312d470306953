//! Readings → vectors in which similar questions point the same way.
//!
//! A vector is made of three blocks, each of unit length and then scaled so that the dot product of two
//! vectors is the kernel: the weighted mean of the blocks' cosines. Stems with their pairs miss typos and
//! other words for the same, characters catch the one and meaning the other; together they miss less than
//! each (`tests/README.md` tells how that was measured).

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::coverage::Word;
use super::encoder::{self, DIMENSIONS, Direction, Meaning, UNIT, likeness};
use super::tuning::{CHARACTER_WEIGHT, LEAST_WIDESPREAD, MEANING_WEIGHT, STEM_WEIGHT, WIDESPREAD_ONE_IN};
use crate::text::Reading;

/// A place with a weight of 0.0–1.0, in six bytes: millions of them are kept, and a weight needs no more than its first
/// four digits.
#[derive(Debug, Clone, Copy, Default)]
#[repr(C, packed(2))]
pub(super) struct Weighted {
    place: u32,
    weight: u16,
}

impl Weighted {
    const WHOLE: f32 = u16::MAX as f32;

    pub(super) fn new(place: u32, weight: f32) -> Self {
        Self { place, weight: (weight * Self::WHOLE).round() as u16 }
    }

    /// Which feature, or which way to ask.
    pub(super) fn place(self) -> u32 {
        self.place
    }

    pub(super) fn weight(self) -> f32 {
        f32::from(self.weight) * (1.0 / Self::WHOLE)
    }
}

/// The terms of a question as the index compares them.
#[derive(Debug, Clone)]
pub(super) struct Vector {
    /// Features, ascending.
    pub(super) terms: Vec<Weighted>,
    /// Dot product with itself, with what the question is about.
    pub(super) square: f32,
}

/// A question with all that is compared of it.
#[derive(Clone, Copy)]
pub(super) struct Example<'a> {
    pub(super) vector: &'a Vector,
    /// What it is about.
    pub(super) direction: &'a Direction,
}

/// What one block of terms looks at, and its share of the kernel.
const BLOCKS: [(Block, f32); 2] = [(Block::Stems, STEM_WEIGHT), (Block::Characters, CHARACTER_WEIGHT)];

#[derive(Debug, Clone, Copy)]
enum Block {
    /// Stems, pairs of neighbours, and what begins and ends the question.
    Stems,
    /// Runs of three to five characters inside the words as typed, so that a typo spoils few of them.
    Characters,
}

impl Block {
    /// Adds the hash of every term of a reading.
    fn terms(self, reading: &Reading, hashes: &mut Vec<u64>) {
        let stems = reading.stems.iter().map(String::as_str);
        match self {
            Self::Stems => {
                let edged: Vec<&str> = ["^"].into_iter().chain(stems).chain(["$"]).collect();
                hashes.extend(edged[1..edged.len() - 1].iter().map(|stem| hash(&[stem])));
                hashes.extend(edged.windows(2).map(hash));
            }
            Self::Characters => {
                for word in &reading.typed {
                    let edged: Vec<char> = [' '].into_iter().chain(word.chars()).chain([' ']).collect();
                    hashes.extend((3..=5).flat_map(|length| edged.windows(length)).map(hash));
                }
            }
        }
    }
}

/// A term is kept as its hash: sixty-four bits make a collision among some hundred thousand terms unlikely.
pub(super) fn hash<T: Hash + ?Sized>(term: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    term.hash(&mut hasher);
    hasher.finish()
}

/// The terms and the meaning of one text: what is compared when questions are.
#[derive(Debug, Clone)]
pub struct Question {
    /// The hash of every term, ascending, a list for each block; a term that occurs twice stands twice.
    blocks: Vec<Vec<u64>>,
    pub(super) direction: Direction,
    pub(super) words: Vec<Word>,
}

impl Question {
    /// Takes what is compared from a reading.
    pub fn new(reading: &Reading) -> Self {
        let sorted = |(block, _): &(Block, f32)| {
            let mut hashes = Vec::new();
            block.terms(reading, &mut hashes);
            hashes.sort_unstable();
            hashes.shrink_to_fit();
            hashes
        };
        Self {
            blocks: BLOCKS.iter().map(sorted).collect(),
            direction: encoder::encode(reading),
            words: Word::all_of(reading),
        }
    }

    /// Every term of a block with its number of occurrences.
    fn counts(&self, block: usize) -> impl Iterator<Item = (u64, usize)> {
        self.blocks[block].chunk_by(|a, b| a == b).map(|run| (run[0], run.len()))
    }
}

/// The terms of one block that the indexed questions use, with their rarity.
#[derive(Debug, Default)]
struct Terms {
    /// Term → feature and inverse document frequency.
    known: HashMap<u64, (u32, f32)>,
    /// Terms that so many indexed questions use that they are left out.
    widespread: HashSet<u64>,
    /// Inverse document frequency of a term that no indexed question uses.
    unknown: f32,
}

/// Turns questions into vectors; learned from the indexed ones.
#[derive(Debug)]
pub(super) struct Features {
    /// The terms of each block.
    blocks: Vec<Terms>,
    /// How many features there are.
    pub(super) count: usize,
    /// The first feature of the character block, which is the last.
    first_of_characters: u32,
}

impl Features {
    /// Learns terms and their rarity.
    pub(super) fn learn(questions: &[Question]) -> Self {
        let idf = |frequency: usize| ((1.0 + questions.len() as f32) / (1.0 + frequency as f32)).ln() + 1.0;
        let mut count: u32 = 0;
        let mut learn_block = |block: usize| {
            let mut frequencies: HashMap<u64, usize> = HashMap::new();
            for (term, _) in questions.iter().flat_map(|question| question.counts(block)) {
                *frequencies.entry(term).or_default() += 1;
            }
            let is_widespread = |uses: usize| {
                matches!(BLOCKS[block].0, Block::Characters)
                    && uses >= LEAST_WIDESPREAD
                    && uses > questions.len() / WIDESPREAD_ONE_IN
            };
            let (widespread, mut terms): (Vec<(u64, usize)>, Vec<_>) =
                frequencies.into_iter().partition(|(_, uses)| is_widespread(*uses));
            terms.sort_unstable();
            let known = (count..).zip(&terms).map(|(feature, (term, uses))| (*term, (feature, idf(*uses))));
            let known: HashMap<u64, (u32, f32)> = known.collect();
            count += known.len() as u32;
            let widespread = widespread.into_iter().map(|(term, _)| term).collect();
            Terms { known, widespread, unknown: idf(0) }
        };
        let blocks: Vec<Terms> = (0..BLOCKS.len()).map(&mut learn_block).collect();
        let of_characters = blocks.last().map_or(0, |terms| terms.known.len() as u32);
        Self { blocks, count: count as usize, first_of_characters: count - of_characters }
    }

    /// Whether a feature is a stem or a pair of stems.
    pub(super) fn is_of_stems(&self, feature: u32) -> bool {
        feature < self.first_of_characters
    }

    /// The vector of a question. A term that the indexed questions never use has no feature, but counts in
    /// the block's length at the highest rarity: a question full of unknown words is like nothing we know. One that is
    /// left out because it is widespread counts nothing, not even in the length.
    pub(super) fn vector(&self, question: &Question) -> Vector {
        let mut terms: Vec<(u32, f32)> = Vec::new();
        for (block, (learned, (_, weight))) in self.blocks.iter().zip(BLOCKS).enumerate() {
            let start = terms.len();
            let mut square = 0.0;
            for (term, count) in question.counts(block) {
                let tf = 1.0 + (count as f32).ln();
                match learned.known.get(&term) {
                    Some((feature, idf)) => terms.push((*feature, tf * idf)),
                    None if learned.widespread.contains(&term) => {}
                    None => square += (tf * learned.unknown).powi(2),
                }
            }
            square += terms[start..].iter().map(|(_, weight)| weight * weight).sum::<f32>();
            let scale = if square > 0.0 { weight.sqrt() / square.sqrt() } else { 0.0 };
            terms[start..].iter_mut().for_each(|(_, weight)| *weight *= scale);
        }
        let terms: Vec<Weighted> =
            terms.into_iter().map(|(feature, weight)| Weighted::new(feature, weight)).collect();
        let of_terms: f32 = terms.iter().map(|term| term.weight() * term.weight()).sum();
        Vector { terms, square: of_terms + meaning_in_common(&question.direction, &question.direction) }
    }
}

/// A vector with a number for every feature, in which others are summed up.
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
        vector.terms.iter().for_each(|term| self.terms[term.place() as usize] += times * term.weight());
        let times = times * kernel_unit();
        self.meaning.iter_mut().zip(direction).for_each(|(x, y)| *x += times * f32::from(*y));
    }

    /// Dot product with an example.
    pub(super) fn dot(&self, Example { vector, direction }: Example<'_>) -> f32 {
        let of_terms: f32 =
            vector.terms.iter().map(|term| term.weight() * self.terms[term.place() as usize]).sum();
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
    use super::*;
    use crate::text::{Reader, Synonyms};

    #[test]
    fn a_place_and_its_weight_take_six_bytes_and_come_back() {
        assert_eq!(size_of::<Weighted>(), 6);
        for weight in [0.0, 0.001, 0.2_f32.sqrt(), 1.0] {
            let weighted = Weighted::new(70_000, weight);
            assert_eq!(weighted.place(), 70_000);
            assert!((weighted.weight() - weight).abs() < 1e-5, "{weight}");
        }
    }

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
