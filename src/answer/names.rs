//! The names of the vocabulary, found in what is asked, and which of them are people's.

use std::collections::HashSet;
use std::sync::Arc;

use super::name_index::{Name, NameIndex};
use crate::text::Reading;

/// Every name of the vocabulary.
#[derive(Debug)]
pub(super) struct Names {
    vocabulary: Arc<NameIndex>,
    people: HashSet<Name>,
}

impl Names {
    /// Takes the names, and learns who is a person: whoever speaks on record, and whoever curators let members
    /// ask for by "who is …".
    pub(super) fn learn(
        vocabulary: Arc<NameIndex>,
        speakers: impl Iterator<Item = Reading>,
        ways_to_ask: impl Iterator<Item = Reading>,
    ) -> Self {
        let mut names = Self { vocabulary, people: HashSet::new() };
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
        let names = self.vocabulary.beginning(words).map(|position| self.vocabulary.name(position));
        names.max_by_key(|name| name.len())
    }
}
