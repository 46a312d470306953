//! What stands near what: the paragraphs around those cited, the entries on them, the entries of a section; and
//! short digests by which an answer or a section is known again.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::{Entry, KnowledgeBase, Passage, Section};

/// Digits of a digest: enough that two answers of one entry are not taken for each other.
pub const DIGEST_DIGITS: usize = 10;

/// A paragraph near an entry.
#[derive(Debug)]
pub struct Nearby<'a> {
    /// The section that it stands in.
    pub section: &'a Section,
    /// What it says.
    pub passage: &'a Arc<Passage>,
    /// Whether the entry cites it; otherwise it stands before or after one that is cited.
    pub cited: bool,
}

impl KnowledgeBase {
    /// The paragraphs that an entry cites and those next to them in their section, in the order of the article.
    pub fn nearby(&self, entry: &Entry) -> Vec<Nearby<'_>> {
        let cites = |passage: &Arc<Passage>| entry.citations.iter().any(|c| Arc::ptr_eq(&c.passage, passage));
        let of_section = |section: &'_ Section| -> Vec<(usize, bool)> {
            let cited: Vec<bool> = section.passages.iter().map(cites).collect();
            let is_near = |at: usize| {
                at.checked_sub(1).is_some_and(|before| cited[before]) || cited.get(at + 1) == Some(&true)
            };
            (0..cited.len()).filter(|at| cited[*at] || is_near(*at)).map(|at| (at, cited[at])).collect()
        };
        let sections = self.article.sections.iter();
        sections
            .flat_map(|section| {
                let near = of_section(section).into_iter();
                near.map(move |(at, cited)| Nearby { section, passage: &section.passages[at], cited })
            })
            .collect()
    }

    /// Other entries that rest on the same paragraphs as this one, then those on the paragraphs next to them; at
    /// most so many.
    pub fn related(&self, entry: &Entry, most: usize) -> Vec<Arc<Entry>> {
        let near = self.nearby(entry);
        let rests_on = |other: &Entry, cited: bool| {
            let mut places = near.iter().filter(|nearby| nearby.cited == cited);
            places.any(|nearby| other.citations.iter().any(|c| Arc::ptr_eq(&c.passage, nearby.passage)))
        };
        let others = || self.entries.iter().filter(|other| other.id != entry.id);
        let sharing = others().filter(|other| rests_on(other, true));
        let neighbours = others().filter(|other| !rests_on(other, true) && rests_on(other, false));
        sharing.chain(neighbours).take(most).map(Arc::clone).collect()
    }

    /// Some entries to begin with: the first of every section, then the second, and so on. Corrections, which nobody
    /// would ask for, come after all others.
    pub fn overview(&self, most: usize) -> Vec<Arc<Entry>> {
        let sections: Vec<Vec<Arc<Entry>>> =
            self.article.sections.iter().map(|section| self.entries_of(section)).collect();
        let rounds = |corrections: bool| {
            let wanted = move |entry: &&Arc<Entry>| entry.corrects.is_some() == corrections;
            let wanted: Vec<Vec<&Arc<Entry>>> =
                sections.iter().map(|entries| entries.iter().filter(wanted).collect()).collect();
            let longest = wanted.iter().map(Vec::len).max().unwrap_or_default();
            let round = |round: usize| wanted.iter().filter_map(move |entries| entries.get(round).copied());
            (0..longest).flat_map(round).map(Arc::clone).collect::<Vec<_>>()
        };
        rounds(false).into_iter().chain(rounds(true)).take(most).collect()
    }

    /// The entries that belong to a section: those whose best citation stands in it.
    pub fn entries_of(&self, section: &Section) -> Vec<Arc<Entry>> {
        let belongs = |entry: &&Arc<Entry>| entry.citations.best().section == section.title;
        self.entries.iter().filter(belongs).map(Arc::clone).collect()
    }
}

impl Entry {
    /// A short digest of what the entry answers and what that rests on: another one where a word of it changes.
    pub fn digest(&self) -> String {
        let mut digest = Parts::default();
        digest.add(self.corrects.as_deref().unwrap_or_default());
        digest.add(&self.answer);
        for citation in self.citations.iter() {
            digest.add(&citation.section);
            digest.add(&citation.passage.number.to_string());
            digest.add(&citation.passage.text);
            let quote = citation.quote.as_ref();
            digest.add(quote.map_or("", |said| &said.speaker));
            digest.add(quote.map_or("", |said| &said.quote));
        }
        digest.digits()
    }
}

impl Section {
    /// A short digest of the title, by which a section is named where its title is too long.
    pub fn digest(&self) -> String {
        let mut digest = Parts::default();
        digest.add(&self.title);
        digest.digits()
    }
}

/// Texts that are digested one after the other, each with its length, so that no two rows of texts are the same.
#[derive(Default)]
struct Parts(Sha256);

impl Parts {
    fn add(&mut self, text: &str) {
        self.0.update(text.len().to_le_bytes());
        self.0.update(text.as_bytes());
    }

    fn digits(self) -> String {
        let digits: String = self.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        digits[..DIGEST_DIGITS].to_owned()
    }
}
