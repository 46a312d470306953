//! Different names of one thing → one word, so that they compare as equal.

use std::collections::HashMap;

use super::{normalise, tokenise};

/// A name after its first word.
#[derive(Debug)]
struct Name {
    /// The words that must follow.
    rest: Vec<String>,
    /// What the whole is folded to.
    term: Vec<String>,
}

/// Names that stand for one another; a name may have several words ("white house").
#[derive(Debug, Default)]
pub struct Synonyms {
    /// First word → the names that begin with it, longest first.
    by_first_word: HashMap<String, Vec<Name>>,
}

impl Synonyms {
    /// Folds each of the names in `also` into its `term`.
    pub fn new<'a>(groups: impl Iterator<Item = (&'a str, &'a [String])>) -> Self {
        let mut by_first_word: HashMap<String, Vec<Name>> = HashMap::new();
        for (term, also) in groups {
            let term = tokenise(&normalise(term));
            for name in also {
                let mut words = tokenise(&normalise(name)).into_iter();
                if let Some(first) = words.next() {
                    by_first_word
                        .entry(first)
                        .or_default()
                        .push(Name { rest: words.collect(), term: term.clone() });
                }
            }
        }
        for names in by_first_word.values_mut() {
            names.sort_by_key(|name| std::cmp::Reverse(name.rest.len()));
        }
        Self { by_first_word }
    }

    /// Every word that occurs in a name or a term.
    pub(super) fn words(&self) -> Vec<String> {
        let names = self.by_first_word.iter().flat_map(|(first, names)| {
            let others = names.iter().flat_map(|name| name.rest.iter().chain(&name.term));
            std::iter::once(first).chain(others)
        });
        names.cloned().collect()
    }

    /// For each word, whether it belongs to a name; longer names go first.
    pub(super) fn marks(&self, words: &[String]) -> Vec<bool> {
        let mut marks = vec![false; words.len()];
        let mut at = 0;
        while at < words.len() {
            let names = self.by_first_word.get(&words[at]).map_or(&[][..], Vec::as_slice);
            let found = names.iter().find(|name| words[at + 1..].starts_with(&name.rest));
            let length = found.map_or(0, |name| 1 + name.rest.len());
            marks[at..at + length].fill(true);
            at += length.max(1);
        }
        marks
    }

    /// The words with every name replaced by its term; longer names go first.
    pub fn fold(&self, words: &[String]) -> Vec<String> {
        let mut folded = Vec::with_capacity(words.len());
        let mut at = 0;
        while at < words.len() {
            let names = self.by_first_word.get(&words[at]).map_or(&[][..], Vec::as_slice);
            match names.iter().find(|name| words[at + 1..].starts_with(&name.rest)) {
                Some(name) => {
                    folded.extend(name.term.iter().cloned());
                    at += 1 + name.rest.len();
                }
                None => {
                    folded.push(words[at].clone());
                    at += 1;
                }
            }
        }
        folded
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_is_folded_first() {
        let also = ["White House".to_owned(), "white".to_owned()];
        let synonyms = Synonyms::new([("biden", &also[..1]), ("pale", &also[1..])].into_iter());
        let words = tokenise("the white house is white");
        assert_eq!(synonyms.fold(&words).join(" "), "the biden is pale");
    }
}
