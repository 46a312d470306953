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
        let mut found: Vec<Name> = Vec::new();
        for (_, name) in self.vocabulary.spans(words) {
            let name = self.vocabulary.name(name);
            if !found.contains(name) {
                found.push(name.clone());
            }
        }
        found
    }

    /// Whether the words are one name and nothing else.
    pub(super) fn is_name(&self, words: &[String]) -> bool {
        self.vocabulary.beginning(words).any(|name| self.vocabulary.name(name).len() == words.len())
    }

    /// Whether a name is a person's.
    pub(super) fn is_person(&self, name: &Name) -> bool {
        self.people.contains(name)
    }
}
