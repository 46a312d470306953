//! The words of English, the most frequent first.
//!
//! `english.txt` holds the 25,000 most frequent words of the SymSpell project's frequency dictionary (MIT,
//! derived from Google Books Ngrams, CC BY 3.0, and SCOWL), each with ten times its Zipf frequency (the logarithm
//! to base 10 of occurrences in a billion words).

use std::collections::HashMap;
use std::sync::LazyLock;

/// What the list knows of a word.
#[derive(Debug, Clone, Copy)]
pub struct EnglishWord {
    /// Position in the list, from 0; less than 25,000.
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

/// Looks a normalised word up.
pub fn english_word(word: &str) -> Option<EnglishWord> {
    WORDS.get(word).copied()
}

/// How many words the list has.
pub fn english_word_count() -> usize {
    WORDS.len()
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
