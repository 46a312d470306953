//! Readings → sparse vectors in which similar questions point the same way.
//!
//! A vector is made of three blocks, each of unit length and then scaled so that the dot product of two
//! vectors is the kernel: the weighted mean of the blocks' cosines. Words alone miss typos, characters alone
//! miss meaning; together they miss less than either (`tests/README.md` tells how that was measured).

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::tuning::{BIGRAM_WEIGHT, CHARACTER_WEIGHT, WORD_WEIGHT};
use crate::text::Reading;

/// A sparse vector: feature and weight, features ascending.
pub(super) type Vector = Vec<(u32, f32)>;

/// What one block of features looks at, and its share of the kernel.
const BLOCKS: [(Block, f32); 3] =
    [(Block::Words, WORD_WEIGHT), (Block::Bigrams, BIGRAM_WEIGHT), (Block::Characters, CHARACTER_WEIGHT)];

#[derive(Debug, Clone, Copy)]
enum Block {
    /// Stems.
    Words,
    /// Stems, pairs of neighbours, and what begins and ends the question.
    Bigrams,
    /// Runs of three to five characters inside the words as typed, so that a typo spoils few of them.
    Characters,
}

impl Block {
    /// Adds the hash of every term of a reading.
    fn terms(self, reading: &Reading, hashes: &mut Vec<u64>) {
        let stems = reading.stems.iter().map(String::as_str);
        match self {
            Self::Words => hashes.extend(stems.map(|stem| hash(&[stem]))),
            Self::Bigrams => {
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
fn hash<T: Hash + ?Sized>(term: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    term.hash(&mut hasher);
    hasher.finish()
}

/// The terms of one text: what is compared when questions are.
#[derive(Debug, Clone)]
pub struct Question {
    /// The hash of every term, ascending, a list for each block; a term that occurs twice stands twice.
    blocks: Vec<Vec<u64>>,
}

impl Question {
    /// Takes the terms of a reading.
    pub fn new(reading: &Reading) -> Self {
        let sorted = |(block, _): &(Block, f32)| {
            let mut hashes = Vec::new();
            block.terms(reading, &mut hashes);
            hashes.sort_unstable();
            hashes.shrink_to_fit();
            hashes
        };
        Self { blocks: BLOCKS.iter().map(sorted).collect() }
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
    pub(super) fn learn(questions: &[&Question]) -> Self {
        let idf = |frequency: usize| ((1.0 + questions.len() as f32) / (1.0 + frequency as f32)).ln() + 1.0;
        let mut count = 0;
        let mut learn_block = |block: usize| {
            let terms = questions.iter().flat_map(|question| question.counts(block).map(|(term, _)| term));
            let mut terms: Vec<u64> = terms.collect();
            terms.sort_unstable();
            let mut known = HashMap::new();
            for run in terms.chunk_by(|a, b| a == b) {
                known.insert(run[0], (count, idf(run.len())));
                count += 1;
            }
            Terms { known, unknown: idf(0) }
        };
        let blocks: Vec<Terms> = (0..BLOCKS.len()).map(&mut learn_block).collect();
        let of_characters = blocks.last().map_or(0, |terms| terms.known.len() as u32);
        Self { blocks, count: count as usize, first_of_characters: count - of_characters }
    }

    /// The part of a vector that words and their pairs make: enough to tell which questions are near.
    pub(super) fn without_characters<'v>(&self, vector: &'v Vector) -> &'v [(u32, f32)] {
        &vector[..vector.partition_point(|(feature, _)| *feature < self.first_of_characters)]
    }

    /// The vector of a question. A term that the indexed questions never use has no feature, but counts in
    /// the block's length at the highest rarity: a question full of unknown words is like nothing we know.
    pub(super) fn vector(&self, question: &Question) -> Vector {
        let mut vector = Vector::new();
        for (block, (terms, (_, weight))) in self.blocks.iter().zip(BLOCKS).enumerate() {
            let start = vector.len();
            let mut square = 0.0;
            for (term, count) in question.counts(block) {
                let tf = 1.0 + (count as f32).ln();
                match terms.known.get(&term) {
                    Some((feature, idf)) => vector.push((*feature, tf * idf)),
                    None => square += (tf * terms.unknown).powi(2),
                }
            }
            square += vector[start..].iter().map(|(_, weight)| weight * weight).sum::<f32>();
            let scale = if square > 0.0 { weight.sqrt() / square.sqrt() } else { 0.0 };
            vector[start..].iter_mut().for_each(|(_, weight)| *weight *= scale);
        }
        vector.shrink_to_fit();
        vector
    }
}

/// Dot product of a sparse vector with a dense one.
pub(super) fn dot(vector: &[(u32, f32)], dense: &[f32]) -> f32 {
    vector.iter().map(|(feature, weight)| weight * dense[*feature as usize]).sum()
}
