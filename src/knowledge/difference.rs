//! What differs between two knowledge bases, name by name: what a moderator is shown before new knowledge serves.

use std::collections::HashMap;

use super::{Citation, Entry, GoldenQuestion, KnowledgeBase, NameGroup, Passage, Silence};

/// What changes from one knowledge base to another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Fields of the article itself: title, publisher, date, date_note.
    pub article: Vec<&'static str>,
    /// Passages, by section and number.
    pub passages: Changes,
    /// Entries, by id.
    pub entries: Changes,
    /// Silences, by id.
    pub silences: Changes,
    /// Groups of synonyms, by name.
    pub synonyms: Changes,
    /// Names, by name.
    pub names: Changes,
    /// Golden questions, by question.
    pub golden: Changes,
}

/// What changes in one list of things, each by its name, in the order of the knowledge.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Only in the new one.
    pub added: Vec<String>,
    /// In both, and not the same.
    pub edited: Vec<Edited>,
    /// Only in the old one.
    pub removed: Vec<String>,
}

/// Something that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// Its name.
    pub name: String,
    /// The fields that changed, a list of texts with the numbers of those that came and went: `phrasings +2 −1`.
    pub fields: Vec<String>,
}

impl Changes {
    /// How many things change.
    pub fn count(&self) -> usize {
        self.added.len() + self.edited.len() + self.removed.len()
    }
}

impl Difference {
    /// What changes from `before` to `after`. The order of things is no difference.
    pub fn between(before: &KnowledgeBase, after: &KnowledgeBase) -> Self {
        let (old, new) = (&before.article, &after.article);
        let fields = [
            ("title", old.title != new.title),
            ("publisher", old.publisher != new.publisher),
            ("date", old.date != new.date),
            ("date_note", old.date_note != new.date_note),
        ];
        Self {
            article: fields.into_iter().filter(|(_, changed)| *changed).map(|(field, _)| field).collect(),
            passages: changes(&passages(before), &passages(after), passage_fields),
            entries: changes(&entries(before), &entries(after), entry_fields),
            silences: changes(&silences(before), &silences(after), silence_fields),
            synonyms: groups(&before.vocabulary.groups, &after.vocabulary.groups),
            names: groups(&before.vocabulary.names, &after.vocabulary.names),
            golden: changes(&golden(before), &golden(after), golden_fields),
        }
    }

    /// Each list of things with its name, in the order in which they are told.
    pub fn lists(&self) -> [(&'static str, &Changes); 6] {
        [
            ("entries", &self.entries),
            ("silences", &self.silences),
            ("passages", &self.passages),
            ("synonyms", &self.synonyms),
            ("names", &self.names),
            ("golden questions", &self.golden),
        ]
    }

    /// How many things change.
    pub fn count(&self) -> usize {
        self.article.len() + self.lists().iter().map(|(_, changes)| changes.count()).sum::<usize>()
    }
}

fn changes<T>(
    before: &[(String, &T)],
    after: &[(String, &T)],
    fields: impl Fn(&T, &T) -> Vec<String>,
) -> Changes {
    let known: HashMap<&str, &T> = before.iter().map(|(name, thing)| (name.as_str(), *thing)).collect();
    let kept: HashMap<&str, &T> = after.iter().map(|(name, thing)| (name.as_str(), *thing)).collect();
    let mut changes = Changes::default();
    for (name, new) in after {
        match known.get(name.as_str()) {
            None => changes.added.push(name.clone()),
            Some(old) => {
                let fields = fields(old, new);
                if !fields.is_empty() {
                    changes.edited.push(Edited { name: name.clone(), fields });
                }
            }
        }
    }
    let gone = before.iter().filter(|(name, _)| !kept.contains_key(name.as_str()));
    changes.removed = gone.map(|(name, _)| name.clone()).collect();
    changes
}

fn passages(knowledge: &KnowledgeBase) -> Vec<(String, &Passage)> {
    let of_section = knowledge.article.sections.iter().flat_map(|section| {
        let passages = section.passages.iter();
        passages.map(|passage| (format!("{}, paragraph {}", section.title, passage.number), passage.as_ref()))
    });
    of_section.collect()
}

fn entries(knowledge: &KnowledgeBase) -> Vec<(String, &Entry)> {
    knowledge.entries.iter().map(|entry| (entry.id.clone(), entry.as_ref())).collect()
}

fn silences(knowledge: &KnowledgeBase) -> Vec<(String, &Silence)> {
    knowledge.silences.iter().map(|silence| (silence.id.clone(), silence.as_ref())).collect()
}

/// By the question, after those before it.
fn golden(knowledge: &KnowledgeBase) -> Vec<(String, &GoldenQuestion)> {
    let name = |golden: &GoldenQuestion| {
        let before = golden.context.iter().map(|question| format!("{question} → "));
        before.chain([golden.question.clone()]).collect()
    };
    knowledge.golden.iter().map(|golden| (name(golden), golden)).collect()
}

fn groups(before: &[NameGroup], after: &[NameGroup]) -> Changes {
    fn by_name(groups: &[NameGroup]) -> Vec<(String, &NameGroup)> {
        groups.iter().map(|group| (group.name.clone(), group)).collect()
    }
    changes(&by_name(before), &by_name(after), |old, new| {
        texts("also", &old.also, &new.also).into_iter().collect()
    })
}

fn field(name: &str, changed: bool) -> Option<String> {
    changed.then(|| name.to_owned())
}

/// A list of texts that changed; that only their order did is told by its name alone.
fn texts(name: &str, old: &[String], new: &[String]) -> Option<String> {
    if old == new {
        return None;
    }
    let missing = |from: &[String], of: &[String]| of.iter().filter(|text| !from.contains(text)).count();
    let (added, removed) = (missing(old, new), missing(new, old));
    let part = |sign: &str, count: usize| if count == 0 { String::new() } else { format!(" {sign}{count}") };
    Some(format!("{name}{}{}", part("+", added), part("−", removed)))
}

fn passage_fields(old: &Passage, new: &Passage) -> Vec<String> {
    let fields = [
        field("passage", old.text != new.text),
        field("statements", old.statements != new.statements),
        field("fingerprint", old.fingerprint != new.fingerprint),
    ];
    fields.into_iter().flatten().collect()
}

fn entry_fields(old: &Entry, new: &Entry) -> Vec<String> {
    let place = |cited: &Citation| (cited.section.to_string(), cited.passage.number, cited.quote.clone());
    let places = |entry: &Entry| entry.citations.iter().map(place).collect::<Vec<_>>();
    let fields = [
        field("question", old.question != new.question),
        field("corrects", old.corrects != new.corrects),
        field("answer", old.answer != new.answer),
        field("citations", places(old) != places(new)),
        texts("phrasings", &old.phrasings, &new.phrasings),
    ];
    fields.into_iter().flatten().collect()
}

fn silence_fields(old: &Silence, new: &Silence) -> Vec<String> {
    let nearest = |silence: &Silence| silence.nearest.as_ref().map(|entry| entry.id.clone());
    let fields = [
        field("topic", old.topic != new.topic),
        field("reason", old.reason != new.reason),
        field("reply", old.reply != new.reply),
        field("nearest", nearest(old) != nearest(new)),
        texts("phrasings", &old.phrasings, &new.phrasings),
    ];
    fields.into_iter().flatten().collect()
}

fn golden_fields(old: &GoldenQuestion, new: &GoldenQuestion) -> Vec<String> {
    let entry = |golden: &GoldenQuestion| golden.entry.as_ref().map(|entry| entry.id.clone());
    field("entry", entry(old) != entry(new)).into_iter().collect()
}
