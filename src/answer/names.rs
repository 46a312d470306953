//! The names of the vocabulary, found in what is asked, and which of them are people's.

use std::collections::{HashMap, HashSet};

use crate::text::Reading;

/// A name, as words.
pub(super) type Name = Vec<String>;

/// Every name of the vocabulary.
#[derive(Debug)]
pub(super) struct Names {
    /// By their first word, longer ones first.
    by_first_word: HashMap<String, Vec<Name>>,
    people: HashSet<Name>,
}

impl Names {
    /// Takes the names, and learns who is a person: whoever speaks on record, and whoever curators let members
    /// ask for by "who is …".
    pub(super) fn learn(
        names: Vec<Name>,
        speakers: impl Iterator<Item = Reading>,
        ways_to_ask: impl Iterator<Item = Reading>,
    ) -> Self {
        let mut by_first_word: HashMap<String, Vec<Name>> = HashMap::new();
        for name in names {
            if let Some(first) = name.first() {
                by_first_word.entry(first.clone()).or_default().push(name);
            }
        }
        by_first_word.values_mut().for_each(|names| names.sort_by_key(|name| std::cmp::Reverse(name.len())));
        let mut names = Self { by_first_word, people: HashSet::new() };
        let spoken: Vec<Name> = speakers.flat_map(|speaker| names.within(&speaker.words)).collect();
        let asked = ways_to_ask.filter_map(|way| match way.words.as_slice() {
            [who, is, name @ ..] if who == "who" && is == "is" && names.is_name(name) => Some(name.to_vec()),
            _ => None,
        });
        names.people = asked.chain(spoken).collect();
        names
    }

    /// The names in a text, in their order, each once; the longest where several begin at one word.
    pub(super) fn within(&self, words: &[String]) -> Vec<Name> {
        let mut found = Vec::new();
        let mut rest = words;
        while !rest.is_empty() {
            match self.beginning(rest) {
                Some(name) => {
                    rest = &rest[name.len()..];
                    if !found.contains(name) {
                        found.push(name.clone());
                    }
                }
                None => rest = &rest[1..],
            }
        }
        found
    }

    /// Whether the words are one name and nothing else.
    pub(super) fn is_name(&self, words: &[String]) -> bool {
        self.beginning(words).is_some_and(|name| name.len() == words.len())
    }

    /// Whether a name is a person's.
    pub(super) fn is_person(&self, name: &Name) -> bool {
        self.people.contains(name)
    }

    fn beginning(&self, words: &[String]) -> Option<&Name> {
        self.by_first_word.get(words.first()?)?.iter().find(|name| words.starts_with(name))
    }
}
