//! The names of the vocabulary, found in a text by their first words.

use std::collections::HashMap;
use std::ops::Range;

/// A name, as words.
pub(super) type Name = Vec<String>;

/// Names, each by its position.
#[derive(Debug)]
pub(super) struct NameIndex {
    names: Vec<Name>,
    by_first_word: HashMap<String, Vec<usize>>,
}

impl NameIndex {
    pub(super) fn new(names: Vec<Name>) -> Self {
        let mut by_first_word: HashMap<String, Vec<usize>> = HashMap::new();
        for (position, name) in names.iter().enumerate() {
            if let Some(first) = name.first() {
                by_first_word.entry(first.clone()).or_default().push(position);
            }
        }
        Self { names, by_first_word }
    }

    /// The positions of all names.
    pub(super) fn positions(&self) -> Range<usize> {
        0..self.names.len()
    }

    /// A name.
    pub(super) fn name(&self, position: usize) -> &Name {
        &self.names[position]
    }

    /// A name as it is written.
    pub(super) fn spelled(&self, position: usize) -> String {
        self.names[position].join(" ")
    }

    /// The names with which some words begin, ascending.
    pub(super) fn beginning(&self, words: &[String]) -> impl Iterator<Item = usize> {
        let candidates = words.first().and_then(|first| self.by_first_word.get(first)).into_iter().flatten();
        candidates.copied().filter(move |name| words.starts_with(&self.names[*name]))
    }

    /// The names in a text with the places of their words, in their order; the longest where several begin at one word.
    pub(super) fn spans(&self, words: &[String]) -> Vec<(Range<usize>, usize)> {
        let mut spans = Vec::new();
        let mut at = 0;
        while at < words.len() {
            match self.beginning(&words[at..]).max_by_key(|name| self.names[*name].len()) {
                Some(name) => {
                    let end = at + self.names[name].len();
                    spans.push((at..end, name));
                    at = end;
                }
                None => at += 1,
            }
        }
        spans
    }

    /// The names that stand among some words, ascending, each once.
    pub(super) fn within(&self, words: &[String]) -> Vec<usize> {
        let mut found: Vec<usize> = (0..words.len()).flat_map(|at| self.beginning(&words[at..])).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn names_are_found_whole_and_once() {
        let names = NameIndex::new(["red cross", "russia", "red"].map(words).to_vec());
        assert_eq!(names.within(&words("russia met the red cross in russia")), [0, 1, 2]);
        assert_eq!(names.within(&words("red lines")), [2]);
        assert_eq!(names.within(&[]), [] as [usize; 0]);
        assert_eq!(names.spans(&words("red cross in red russia")), [(0..2, 0), (3..4, 2), (4..5, 1)]);
        assert_eq!(names.beginning(&words("red cross now")).collect::<Vec<_>>(), [0, 2]);
    }
}
