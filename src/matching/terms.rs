//! What texts are made of for comparing, as hashes, with how rare each is.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::postings::Weighted;

/// A term is kept as its hash: sixty-four bits make a collision among some hundred thousand terms unlikely.
pub(super) fn hash<T: Hash + ?Sized>(term: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    term.hash(&mut hasher);
    hasher.finish()
}

/// Every term of a sorted list with its number of occurrences.
pub(super) fn counts(sorted: &[u64]) -> impl Iterator<Item = (u64, usize)> {
    sorted.chunk_by(|a, b| a == b).map(|run| (run[0], run.len()))
}

/// The terms that the indexed questions use, with their rarity.
#[derive(Debug, Default)]
pub(super) struct Terms {
    /// Term → its place and inverse document frequency.
    known: HashMap<u64, (u32, f32)>,
    /// Terms that so many indexed questions use that they are left out.
    widespread: HashSet<u64>,
    /// Inverse document frequency of a term that no indexed question uses.
    unknown: f32,
}

/// The terms of one text, scaled so that their length, unknown ones included, has the square that was asked for.
pub(super) struct Weighed {
    /// Those that are known, by place, ascending.
    pub(super) terms: Vec<Weighted>,
    /// What a known term's own weight was multiplied with.
    pub(super) scale: f32,
}

impl Terms {
    /// Learns terms and their rarity, given how many questions have each of them, and which are so frequent that they
    /// tell nothing.
    pub(super) fn learn(
        questions: usize,
        frequencies: HashMap<u64, usize>,
        is_widespread: impl Fn(usize) -> bool,
    ) -> Self {
        let idf = |frequency: usize| ((1.0 + questions as f32) / (1.0 + frequency as f32)).ln() + 1.0;
        let (widespread, mut terms): (Vec<(u64, usize)>, Vec<_>) =
            frequencies.into_iter().partition(|(_, uses)| is_widespread(*uses));
        // Places follow the hashes, so that lists sorted by hash are sorted by place.
        terms.sort_unstable();
        let known = (0..).zip(&terms).map(|(place, (term, uses))| (*term, (place, idf(*uses))));
        let known = known.collect();
        let widespread = widespread.into_iter().map(|(term, _)| term).collect();
        Self { known, widespread, unknown: idf(0) }
    }

    /// How many terms have a place.
    pub(super) fn count(&self) -> usize {
        self.known.len()
    }

    /// The terms of one text, given each with how often it counts. A term that the indexed questions never use has no
    /// place, but counts in the length at the highest rarity: a question full of unknown words is like nothing
    /// we know. One that is left out because it is widespread counts nothing, not even in the length.
    pub(super) fn weigh(&self, frequencies: impl Iterator<Item = (u64, f32)>, square: f32) -> Weighed {
        let mut terms: Vec<(u32, f32)> = Vec::new();
        let mut own_square = 0.0;
        for (term, frequency) in frequencies {
            match self.known.get(&term) {
                Some((place, idf)) => {
                    let weight = frequency * idf;
                    own_square += weight * weight;
                    terms.push((*place, weight));
                }
                None if self.widespread.contains(&term) => {}
                None => own_square += (frequency * self.unknown).powi(2),
            }
        }
        let scale = if own_square > 0.0 { square.sqrt() / own_square.sqrt() } else { 0.0 };
        let terms = terms.into_iter().map(|(place, weight)| Weighted::new(place, weight * scale)).collect();
        Weighed { terms, scale }
    }
}
