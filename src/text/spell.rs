//! Corrects words that neither English nor the knowledge base knows.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use super::english::{self, english_word, word_position};
use super::function_words::is_function_word;

/// The shortest word that is corrected, in letters: shorter ones are too close to too many others.
const SHORTEST_CORRECTED: usize = 3;
/// Up to this length, in letters, a word is only taken for one of the knowledge base that it lacks a letter of, or that has
/// two of its letters the other way round: most others are abbreviations.
const SHORT_WORD: usize = 3;
/// The longest word that is compared, in letters; longer ones are no words.
const LONGEST_CORRECTED: usize = 24;
/// From this length on, in letters, a word may be two edits away instead of one.
const LONG_WORD: usize = 7;
/// How many different words of one message are looked up: more than the longest question has wrong, and few
/// enough to be done within some milliseconds.
const MOST_LOOKED_UP: usize = 12;
/// How much a word's Zipf frequency (0 to about 8) makes up for edits.
const FREQUENCY_WEIGHT: f64 = 0.05;
/// What a candidate with the same first letter gains: people rarely mistype the first.
const SAME_FIRST_LETTER: f64 = 0.1;
/// What a candidate loses that the knowledge base does not use.
const UNUSED_PENALTY: f64 = 0.4;
/// What a candidate loses with one letter in the place of another that is neither beside it on the keyboard nor, like it, a
/// vowel.
const UNLIKELY_LETTER: f64 = 0.3;
/// What a candidate gains that has the same letters, two of them the other way round.
const SWAPPED_LETTERS: f64 = 0.2;
/// The Zipf frequency of a word that only the knowledge base knows: names, rarer than the list.
const NAME_FREQUENCY: f64 = 3.0;

/// A word that a typed one may have been meant for.
#[derive(Debug)]
struct Candidate {
    word: String,
    length: usize,
    letters: u64,
    /// Whether the knowledge base uses it.
    is_used: bool,
    /// What is added to the edit distance: lower is likelier.
    handicap: f64,
}

impl Candidate {
    /// What it costs to take a typed word of a length for this one; `None` where they are too far apart.
    fn cost(&self, typed: &str, length: usize, reach: usize) -> Option<f64> {
        let same_first = typed.chars().next() == self.word.chars().next();
        let is_short = length <= SHORT_WORD;
        if is_short && !(self.is_used && same_first) {
            return None;
        }
        let distance = strsim::osa_distance(typed, &self.word);
        let slip = if self.length == length { Slip::between(typed, &self.word) } else { Slip::Other };
        let lacks_or_swaps = self.length > length || slip == Slip::Swapped;
        if distance > reach || (is_short && !lacks_or_swaps) {
            return None;
        }
        let bonus = if same_first { SAME_FIRST_LETTER } else { 0.0 };
        Some(distance as f64 + self.handicap + slip.handicap() - bonus)
    }
}

/// Knows which words need no correction, and the nearest known word for the others.
#[derive(Debug, Default)]
pub struct Speller {
    known: HashSet<String>,
    candidates: Vec<Candidate>,
}

impl Speller {
    /// A speller for texts about what `known` words are used for.
    pub fn new(known: impl IntoIterator<Item = String>) -> Self {
        let known: HashSet<String> = known.into_iter().collect();
        let of_base = known.iter().map(|word| (word.as_str(), true));
        let of_english = english::words().filter(|word| !known.contains(*word)).map(|word| (word, false));
        let mut candidates: Vec<Candidate> = of_base
            .chain(of_english)
            .filter(|(word, _)| word.chars().all(char::is_alphabetic))
            .map(|(word, is_used)| Candidate {
                length: word.chars().count(),
                letters: letter_set(word),
                is_used,
                handicap: if is_used { 0.0 } else { UNUSED_PENALTY }
                    - FREQUENCY_WEIGHT * english_word(word).map_or(NAME_FREQUENCY, |english| english.zipf),
                word: word.to_owned(),
            })
            .filter(|candidate| candidate.length >= SHORTEST_CORRECTED)
            .collect();
        candidates.sort_by(|a, b| (a.length, &a.word).cmp(&(b.length, &b.word)));
        Self { known, candidates }
    }

    /// Whether the knowledge base uses a word.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.known.contains(word)
    }

    /// Whether a word needs no correction or is none that could be corrected.
    fn is_taken_as_typed(&self, word: &str) -> bool {
        let is_latin = |c: char| c.is_alphabetic() && c <= '\u{024F}';
        !(SHORTEST_CORRECTED..=LONGEST_CORRECTED).contains(&word.chars().count())
            || !word.chars().all(is_latin)
            || self.known.contains(word)
            || word_position(word).is_some()
            // Contractions that are too rare for either list.
            || is_function_word(word)
    }

    /// The word that was probably meant, or `None` where the word is known, too short or like no other.
    ///
    /// The cost of a candidate is its optimal string alignment distance plus its handicap.
    pub fn correct(&self, word: &str) -> Option<&str> {
        if self.is_taken_as_typed(word) {
            return None;
        }
        let length = word.chars().count();
        let reach = if length >= LONG_WORD { 2 } else { 1 };
        let letters = letter_set(word);
        let first_near = self.candidates.partition_point(|candidate| candidate.length + reach < length);
        self.candidates[first_near..]
            .iter()
            .take_while(|candidate| candidate.length <= length + reach)
            // One edit changes at most two letters of the set, so most of the list is passed over cheaply.
            .filter(|candidate| (candidate.letters ^ letters).count_ones() as usize <= 2 * reach)
            .filter_map(|candidate| Some((candidate.cost(word, length, reach)?, candidate)))
            .min_by(|(cost, _), (other, _)| cost.total_cmp(other))
            .map(|(_, candidate)| candidate.word.as_str())
    }
}

/// The corrections of one message: each word is looked up once, and no message can ask for endless work.
#[derive(Debug)]
pub(super) struct Corrections<'a> {
    speller: &'a Speller,
    looked_up: RefCell<HashMap<String, Option<&'a str>>>,
}

impl<'a> Corrections<'a> {
    pub(super) fn new(speller: &'a Speller) -> Self {
        Self { speller, looked_up: RefCell::default() }
    }

    /// Whether the knowledge base has a word.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.speller.knows(word)
    }

    /// The word that was probably meant; see [`Speller::correct`]. After many different words nothing is
    /// corrected any more.
    pub(super) fn correct(&self, word: &str) -> Option<&'a str> {
        let mut looked_up = self.looked_up.borrow_mut();
        if let Some(corrected) = looked_up.get(word) {
            return *corrected;
        }
        if looked_up.len() >= MOST_LOOKED_UP {
            return None;
        }
        let corrected = self.speller.correct(word);
        if !self.speller.is_taken_as_typed(word) {
            looked_up.insert(word.to_owned(), corrected);
        }
        corrected
    }
}

/// Which letters occur in a word, a bit each; letters outside a–z share bits.
fn letter_set(word: &str) -> u64 {
    word.chars().fold(0, |set, c| set | 1 << ((c as u32).wrapping_sub('a' as u32) % 64))
}

/// How a word came to be typed as another of the same length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slip {
    /// Two neighbours the other way round.
    Swapped,
    /// One letter for another that is often typed for it.
    LikelyLetter,
    /// One letter for another that is seldom typed for it.
    UnlikelyLetter,
    /// More than that.
    Other,
}

impl Slip {
    fn between(typed: &str, meant: &str) -> Self {
        let differing = typed.chars().zip(meant.chars()).enumerate().filter(|(_, (a, b))| a != b);
        match differing.take(3).collect::<Vec<_>>().as_slice() {
            [(_, (a, b))] if are_neighbours(*a, *b) || (is_vowel(*a) && is_vowel(*b)) => Self::LikelyLetter,
            [_] => Self::UnlikelyLetter,
            [(at, (a, b)), (next, (c, d))] if at + 1 == *next && a == d && b == c => Self::Swapped,
            _ => Self::Other,
        }
    }

    /// What is added to the distance.
    fn handicap(self) -> f64 {
        match self {
            Self::Swapped => -SWAPPED_LETTERS,
            Self::UnlikelyLetter => UNLIKELY_LETTER,
            Self::LikelyLetter | Self::Other => 0.0,
        }
    }
}

/// Whether two letters lie side by side on most keyboards.
fn are_neighbours(a: char, b: char) -> bool {
    const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    let place = |letter: char| {
        ROWS.iter().zip(0_i32..).find_map(|(row, at)| Some((at, i32::try_from(row.find(letter)?).ok()?)))
    };
    // Each row is shifted by about half a key to the right of the one above.
    let (Some((row, column)), Some((other_row, other_column))) = (place(a), place(b)) else { return false };
    let (down, right) = (other_row - row, other_column - column);
    matches!((down, right), (0, -1 | 1) | (1, -1 | 0) | (-1, 0 | 1))
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corrects_towards_the_knowledge_base() {
        let speller = Speller::new(["sherman", "treaty", "ryabkov", "nato"].map(str::to_owned));
        let check = |typed: &str, meant: Option<&str>| assert_eq!(speller.correct(typed), meant, "{typed:?}");
        check("shermn", Some("sherman"));
        check("treety", Some("treaty"));
        check("rybakov", Some("ryabkov"));
        check("abuot", Some("about"));
        check("treaty", None);
        check("weather", None);
        check("cannot", None);
        check("dont", None);
        check("uber", None);
        check("qqqqqqqq", None);
        check(&"a".repeat(4000), None);
    }

    #[test]
    fn letters_slip_to_their_neighbours_and_change_places() {
        let speller = Speller::new(["tell", "talk", "time", "timer"].map(str::to_owned));
        for (typed, meant) in [("trll", "tell"), ("tslk", "talk"), ("timre", "timer"), ("timr", "time")] {
            assert_eq!(speller.correct(typed), Some(meant), "{typed:?}");
        }
    }

    #[test]
    fn a_short_word_is_corrected_only_where_it_lacks_a_letter_or_two_changed_places() {
        let speller = Speller::new(["talk", "inf", "nato", "xqz"].map(str::to_owned));
        for (typed, meant) in
            [("tlk", Some("talk")), ("ifn", Some("inf")), ("nto", Some("nato")), ("iqf", None), ("qz", None)]
        {
            assert_eq!(speller.correct(typed), meant, "{typed:?}");
        }
    }
}
