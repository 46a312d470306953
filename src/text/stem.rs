//! Word → stem, by the Snowball English algorithm (Porter 2, snowballstem.org).

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

static ENGLISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// The stem of a normalised word; words that are not English come back as they are.
pub(super) fn stem(word: &str) -> String {
    ENGLISH.stem(word).into_owned()
}
