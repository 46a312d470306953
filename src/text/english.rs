//! The words of English, the most frequent first.
//!
//! `english.txt` holds the 25,000 most frequent words of the SymSpell project's frequency dictionary (MIT,
//! derived from Google Books Ngrams, CC BY 3.0, and SCOWL), each with ten times its Zipf frequency (the logarithm
//! to base 10 of occurrences in a billion words). `further_words.txt`, made by `tests/distil/`, has what that list leaves out though
//! questions often have it: single letters, contractions, names, numbers.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What the list knows of a word.
#[derive(Debug, Clone, Copy)]
pub struct EnglishWord {
    /// Position in the list, from 0.
    pub rank: usize,
    /// Zipf frequency, about 2 to 8.
    pub zipf: f64,
}

static WORDS: LazyLock<HashMap<&'static str, EnglishWord>> = LazyLock::new(|| {
    let line = |(rank, line): (usize, &'static str)| {
        let (word, zipf) = line.split_once(' ')?;
        Some((word, EnglishWord { rank, zipf: zipf.parse::<f64>().ok()? / 10.0 }))
    };
    include_str!("english.txt").lines().enumerate().filter_map(line).collect()
});

/// Further words, with their positions behind those of the list.
static FURTHER_WORDS: LazyLock<HashMap<&'static str, usize>> =
    LazyLock::new(|| include_str!("further_words.txt").lines().zip(WORDS.len()..).collect());

/// Looks a normalised word up.
pub fn english_word(word: &str) -> Option<EnglishWord> {
    WORDS.get(word).copied()
}

/// The position of a normalised word in the list and the further words behind it.
pub fn word_position(word: &str) -> Option<u16> {
    let position = english_word(word).map(|known| known.rank).or_else(|| FURTHER_WORDS.get(word).copied());
    position.and_then(|position| u16::try_from(position).ok())
}

/// Whether the list has a normalised word.
pub(super) fn is_english(word: &str) -> bool {
    WORDS.contains_key(word)
}

/// How often English uses a word, as its Zipf frequency; 0.0 for words that are not in the list.
pub(super) fn frequency(word: &str) -> f64 {
    english_word(word).map_or(0.0, |english| english.zipf)
}

/// Every word of the list.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    WORDS.keys().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_a_position_of_its_own() {
        let list: Vec<&str> =
            include_str!("english.txt").lines().filter_map(|line| line.split(' ').next()).collect();
        let further: Vec<&str> = include_str!("further_words.txt").lines().collect();
        assert!(further.is_sorted_by(|a, b| a < b), "in order, each once");
        for (position, word) in list.into_iter().chain(further).enumerate() {
            assert_eq!(word_position(word).map(usize::from), Some(position), "{word}");
        }
        assert_eq!(word_position("qqqq"), None);
    }
}
