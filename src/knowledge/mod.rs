//! The knowledge base: one article as passages, curated entries that cite them, and known silences.
//!
//! A [`KnowledgeBase`] that exists is valid: [`KnowledgeBase::check`] is the only way to make one.

mod build;
mod check;
mod difference;
pub mod edit;
mod fault;
pub mod history;
mod json;
mod limits;
pub mod load;
mod near;
mod printed;
mod raw;
mod save;
mod verify;

use std::sync::Arc;

use crate::text::Synonyms;

pub use difference::{Changes, Difference, Edited};
pub use fault::{Code, Fault, Location, Severity};
pub use json::KnowledgeFile;
pub use limits::*;
pub use near::{DIGEST_DIGITS, Nearby};
pub use printed::Printed;
pub use save::save;
pub use verify::{Proof, verify};

/// Everything the bot knows, checked.
#[derive(Debug)]
pub struct KnowledgeBase {
    /// The article, paragraph by paragraph.
    pub article: Article,
    /// The curated entries, in the order of the files.
    pub entries: Vec<Arc<Entry>>,
    /// What members ask and the article does not say.
    pub silences: Vec<Arc<Silence>>,
    /// Names and synonyms.
    pub vocabulary: Vocabulary,
    /// Questions with the outcome expected.
    pub golden: Vec<GoldenQuestion>,
}

impl KnowledgeBase {
    /// Checks the files of a knowledge folder. With the knowledge come warnings; without it, every fault found.
    ///
    /// # Errors
    ///
    /// All faults, errors and warnings, in the order of files and lines, where at least one is an error.
    pub fn check(files: &[KnowledgeFile]) -> Result<(Self, Vec<Fault>), Vec<Fault>> {
        check::check(files)
    }

    /// The entry of this id.
    pub fn entry(&self, id: &str) -> Option<&Arc<Entry>> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// The passages of the article in order.
    pub fn passages(&self) -> impl Iterator<Item = &Arc<Passage>> {
        self.article.sections.iter().flat_map(|section| &section.passages)
    }
}

/// The article that the knowledge base is about.
#[derive(Debug, Default)]
pub struct Article {
    /// The headline.
    pub title: String,
    /// The publisher as printed.
    pub publisher: String,
    /// The date of the article, `YYYY-MM-DD`: what it says is true as of this day.
    pub date: String,
    /// Where the date comes from.
    pub date_note: String,
    /// The sections in order.
    pub sections: Vec<Section>,
}

/// A part of the article under one heading.
#[derive(Debug)]
pub struct Section {
    /// The heading.
    pub title: Arc<str>,
    /// Its paragraphs in order.
    pub passages: Vec<Arc<Passage>>,
}

/// What we say of one printed paragraph, in our own words.
#[derive(Debug)]
pub struct Passage {
    /// The paragraph's number in its section.
    pub number: u32,
    /// The paragraph's facts, restated.
    pub text: String,
    /// What officials say in it on record.
    pub statements: Vec<Statement>,
    /// SHA-256 of the normalised printed paragraph, 64 hexadecimal digits.
    pub fingerprint: String,
}

/// Words of an official on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Who said it.
    pub speaker: String,
    /// The words, as printed.
    pub quote: String,
}

/// One curated answer and the ways to ask for it.
#[derive(Debug)]
pub struct Entry {
    /// Unique name.
    pub id: String,
    /// The canonical question, shown in lists.
    pub question: String,
    /// The false premise that this entry corrects, where it is a correction.
    pub corrects: Option<String>,
    /// The answer, in our own words.
    pub answer: String,
    /// What the answer rests on.
    pub citations: Citations,
    /// Ways to ask.
    pub phrasings: Vec<String>,
    /// Where the question, and then each phrasing, stands in the files.
    pub locations: Vec<Location>,
}

impl Entry {
    /// Everything that the entry says: question, premise, answer, and the passages and statements they rest on.
    pub fn statements(&self) -> impl Iterator<Item = &str> {
        let own = [Some(self.question.as_str()), self.corrects.as_deref(), Some(self.answer.as_str())];
        let cited = self.citations.iter().flat_map(|citation| {
            let said = citation.passage.statements.iter();
            let said = said.flat_map(|statement| [statement.speaker.as_str(), statement.quote.as_str()]);
            std::iter::once(citation.passage.text.as_str()).chain(said)
        });
        own.into_iter().flatten().chain(cited)
    }

    /// The canonical question, then the phrasings.
    pub fn ways_to_ask(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.question.as_str()).chain(self.phrasings.iter().map(String::as_str))
    }
}

/// One or more citations, the best first: an answer without one cannot be built.
#[derive(Debug, Clone)]
pub struct Citations {
    best: Citation,
    others: Vec<Citation>,
}

impl Citations {
    fn new(citations: Vec<Citation>) -> Option<Self> {
        let mut citations = citations.into_iter();
        let best = citations.next()?;
        Some(Self { best, others: citations.collect() })
    }

    /// The citation that supports the answer best.
    pub fn best(&self) -> &Citation {
        &self.best
    }

    /// All citations, the best first.
    pub fn iter(&self) -> impl Iterator<Item = &Citation> {
        std::iter::once(&self.best).chain(&self.others)
    }

    /// Whether both rest on a common paragraph.
    pub fn overlap(&self, other: &Citations) -> bool {
        self.iter().any(|mine| other.iter().any(|theirs| mine.same_paragraph(theirs)))
    }

    /// Whether both rest on a common section.
    pub fn meet_in_a_section(&self, other: &Citations) -> bool {
        self.iter().any(|mine| other.iter().any(|theirs| mine.section == theirs.section))
    }
}

/// A resolved pointer from an entry to a passage.
#[derive(Debug, Clone)]
pub struct Citation {
    /// Title of the section.
    pub section: Arc<str>,
    /// The passage cited.
    pub passage: Arc<Passage>,
    /// The words on record that matter.
    pub quote: Option<Statement>,
}

impl Citation {
    /// Whether both point to one paragraph.
    pub fn same_paragraph(&self, other: &Citation) -> bool {
        Arc::ptr_eq(&self.passage, &other.passage)
    }
}

/// A topic on which the article says nothing.
#[derive(Debug)]
pub struct Silence {
    /// Unique name.
    pub id: String,
    /// What the topic is.
    pub topic: String,
    /// Why there is no answer.
    pub reason: SilenceReason,
    /// What the bot says.
    pub reply: String,
    /// The entry that comes nearest to the topic.
    pub nearest: Option<Arc<Entry>>,
    /// Ways to ask.
    pub phrasings: Vec<String>,
}

/// Why a silence has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SilenceReason {
    /// The article does not say.
    Silent,
    /// It happened after the article.
    Later,
    /// A forecast.
    Prediction,
    /// An opinion or a judgement.
    Opinion,
    /// Not about the article.
    OffTopic,
    /// Greetings, thanks.
    SmallTalk,
    /// About the bot.
    AboutBot,
    /// An order to the bot.
    Order,
    /// An insult or threat.
    Abuse,
}

impl SilenceReason {
    const ALL: [(&'static str, Self); 9] = [
        ("silent", Self::Silent),
        ("later", Self::Later),
        ("prediction", Self::Prediction),
        ("opinion", Self::Opinion),
        ("off_topic", Self::OffTopic),
        ("small_talk", Self::SmallTalk),
        ("about_bot", Self::AboutBot),
        ("order", Self::Order),
        ("abuse", Self::Abuse),
    ];

    /// Every name, in the order in which they are explained.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|(name, _)| *name)
    }

    /// The name in the files.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, reason)| *reason == self).map_or("silent", |(name, _)| name)
    }

    /// The reason of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, reason)| *reason)
    }
}

/// Names and synonyms.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// Different words for one thing.
    pub groups: Vec<NameGroup>,
    /// Names of people, countries, organisations and weapons that members bring up. Those that neither an
    /// entry nor a passage uses are absent from the article.
    pub names: Vec<NameGroup>,
}

/// A name and what else it is called.
#[derive(Debug)]
pub struct NameGroup {
    /// The name that the others are folded into.
    pub name: String,
    /// Other names of the same thing.
    pub also: Vec<String>,
}

impl Vocabulary {
    /// All names, ready to be folded.
    pub fn synonyms(&self) -> Synonyms {
        let groups = self.groups.iter().chain(&self.names);
        Synonyms::new(groups.map(|group| (group.name.as_str(), group.also.as_slice())))
    }
}

/// A question with the outcome that is expected of it.
#[derive(Debug)]
pub struct GoldenQuestion {
    /// The question.
    pub question: String,
    /// The questions before it.
    pub context: Vec<String>,
    /// The entry that must answer, or `None` where a refusal or suggestions are right.
    pub entry: Option<Arc<Entry>>,
}
