//! Whether a topic speaks of all that a question asks for, word by word: "what maximum size do the exercises have" comes
//! near every question about exercises, but a topic that never speaks of sizes is not what is asked for.

use super::encoder::{Direction, direction, likeness};
use super::features::hash;
use crate::text::{Reading, Term, english_word};

/// How many words of a question are looked at: a long message comes near many topics by some of its words alone.
const MOST_WORDS: usize = 12;

/// A word, as topics are searched for it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    stem: u64,
    /// Its position in the English list.
    rank: Option<u16>,
    /// Whether it carries a topic of its own.
    is_topical: bool,
}

impl Word {
    /// A word with a topic of its own.
    pub(super) fn topical(term: Term<'_>) -> Self {
        Self::new(term.word, term.stem, true)
    }

    /// The words of a text.
    pub(super) fn all_of(reading: &Reading) -> Vec<Self> {
        let words = reading.words.iter().zip(&reading.stems).enumerate();
        words.map(|(at, (word, stem))| Self::new(word, stem, reading.topical_at(at).is_some())).collect()
    }

    fn new(word: &str, stem: &str, is_topical: bool) -> Self {
        let rank = english_word(word).and_then(|known| u16::try_from(known.rank).ok());
        Self { stem: hash(stem), rank, is_topical }
    }
}

/// The English words that topics speak of, with what each is about.
#[derive(Debug)]
pub(super) struct Vocabulary {
    /// Positions in the English list, ascending.
    ranks: Vec<u16>,
    /// The direction of each, side by side, since many are compared with every question.
    directions: Vec<Direction>,
}

impl Vocabulary {
    /// Learns the words of texts.
    pub(super) fn learn<'a>(texts: impl Iterator<Item = &'a [Word]>) -> Self {
        let mut ranks: Vec<u16> = texts.flatten().filter_map(|word| word.rank).collect();
        ranks.sort_unstable();
        ranks.dedup();
        let directions = ranks.iter().map(|rank| direction(*rank)).collect();
        Self { ranks, directions }
    }
}

/// The words that a topic speaks of.
#[derive(Debug)]
pub(super) struct Spoken {
    /// Every stem, ascending, and whether more than one text has it.
    stems: Vec<(u64, bool)>,
    /// The words that English knows: positions in the vocabulary, and of their stems.
    words: Vec<(u16, u16)>,
    /// How many of them carry a topic of their own; these come first.
    topical: usize,
}

impl Spoken {
    /// Learns the words of texts, which the vocabulary has.
    pub(super) fn learn<'a>(texts: impl Iterator<Item = &'a [Word]>, vocabulary: &Vocabulary) -> Self {
        let mut own: Vec<(u64, usize)> = Vec::new();
        let mut words: Vec<(bool, u16, u64)> = Vec::new();
        for (number, text) in texts.enumerate() {
            own.extend(text.iter().map(|word| (word.stem, number)));
            words.extend(text.iter().filter_map(|word| Some((!word.is_topical, word.rank?, word.stem))));
        }
        own.sort_unstable();
        own.dedup();
        let stems: Vec<(u64, bool)> =
            own.chunk_by(|(a, _), (b, _)| a == b).map(|texts| (texts[0].0, texts.len() > 1)).collect();
        words.sort_unstable();
        words.dedup();
        let place = |rank: u16| u16::try_from(vocabulary.ranks.binary_search(&rank).ok()?).ok();
        let stem = |stem: u64| u16::try_from(find(&stems, stem)?).ok();
        let placed =
            |(is_function, rank, of): (bool, u16, u64)| Some((is_function, (place(rank)?, stem(of)?)));
        let (is_function, words): (Vec<bool>, Vec<(u16, u16)>) = words.into_iter().filter_map(placed).unzip();
        let topical = is_function.partition_point(|is_function| !is_function);
        Self { stems, words, topical }
    }
}

/// The position of a stem.
fn find(stems: &[(u64, bool)], stem: u64) -> Option<usize> {
    stems.binary_search_by_key(&stem, |(other, _)| *other).ok()
}

/// The words of a question, with how like others are to them, which is worked out once for all topics.
pub(super) struct Sought<'a> {
    vocabulary: &'a Vocabulary,
    words: Vec<SoughtWord>,
    /// Whether only words that carry a topic of their own are compared with.
    topical: bool,
}

struct SoughtWord {
    stem: u64,
    direction: Option<Direction>,
    /// Its likeness to every word of the vocabulary that was looked at; not a number elsewhere.
    likeness: Vec<f32>,
}

impl<'a> Sought<'a> {
    /// The words of a question that carry a topic of their own, as many as are looked at.
    pub(super) fn topical(words: &[Word], vocabulary: &'a Vocabulary) -> Self {
        Self::new(words.iter().filter(|word| word.is_topical).take(MOST_WORDS), vocabulary, true)
    }

    /// All words of a text.
    pub(super) fn all(words: &[Word], vocabulary: &'a Vocabulary) -> Self {
        Self::new(words.iter(), vocabulary, false)
    }

    fn new<'w>(words: impl Iterator<Item = &'w Word>, vocabulary: &'a Vocabulary, topical: bool) -> Self {
        let sought = |word: &Word| SoughtWord {
            stem: word.stem,
            direction: word.rank.map(direction),
            likeness: vec![f32::NAN; vocabulary.ranks.len()],
        };
        Self { vocabulary, words: words.map(sought).collect(), topical }
    }

    /// How far the words are from any word of a topic, on the mean: 0.0 (all of them are there) to about 1.0 (nothing
    /// is like them). `is_own` as with [`Sought::far`].
    pub(super) fn unsaid(&mut self, spoken: &Spoken, is_own: bool) -> f32 {
        let far = self.far(spoken, is_own);
        let (sum, count) = far.flatten().fold((0.0, 0), |(sum, count), far| (sum + far, count + 1));
        sum / count.max(1) as f32
    }

    /// How far each word is from the nearest word of a topic, 0.0 to about 1.0; nothing for a word that neither the topic
    /// nor English knows, which says nothing for or against the topic. `is_own` where the words are themselves one of the
    /// topic's texts, which then does not count.
    pub(super) fn far(&mut self, spoken: &Spoken, is_own: bool) -> impl Iterator<Item = Option<f32>> {
        let counts = move |at: usize| !is_own || spoken.stems[at].1;
        let directions = &self.vocabulary.directions;
        let others = if self.topical { &spoken.words[..spoken.topical] } else { &spoken.words };
        self.words.iter_mut().map(move |word| {
            if find(&spoken.stems, word.stem).is_some_and(counts) {
                return Some(0.0);
            }
            let direction = word.direction.as_ref()?;
            let mut nearest = 0.0_f32;
            for (other, _) in others.iter().filter(|(_, stem)| counts(usize::from(*stem))) {
                let other = usize::from(*other);
                let known = &mut word.likeness[other];
                if known.is_nan() {
                    *known = likeness(direction, &directions[other]);
                }
                nearest = nearest.max(*known);
            }
            Some(1.0 - nearest)
        })
    }
}

/// How far a question and a topic's way to ask are from each other, word by word: the question's words from all that the
/// topic speaks of, and the way's words from the question's.
pub(super) fn apart(question: &[Word], spoken: &Spoken, vocabulary: &Vocabulary, way: &[Word]) -> f32 {
    let question = &question[..question.len().min(MOST_WORDS)];
    let own = Vocabulary::learn(std::iter::once(question));
    let asked = Spoken::learn(std::iter::once(question), &own);
    Sought::all(question, vocabulary).unsaid(spoken, false) + Sought::all(way, &own).unsaid(&asked, false)
}
