//! From raw files to a [`KnowledgeBase`]: resolves every reference and judges what only then can be judged.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::fault::{Code, Fault};
use super::json::Located;
use super::limits::MOST_CITATIONS;
use super::raw::{RawArticle, RawCitation, RawEntry, RawGolden, RawKnowledge, RawNames, RawSilence};
use super::{
    Article, Citation, Citations, Entry, GoldenQuestion, KnowledgeBase, NameGroup, Passage, Section, Silence,
    SilenceReason, Statement, Vocabulary,
};

/// The knowledge base, where there is an article; every other file is checked without one too.
pub(super) fn build(raw: RawKnowledge, faults: &mut Vec<Fault>) -> Option<KnowledgeBase> {
    let RawKnowledge { article, entries, silences, synonyms, names, golden } = raw;
    let ids: HashSet<String> = entries.iter().map(|entry| entry.id.value.clone()).collect();
    let cited: Vec<(String, u32)> = entries
        .iter()
        .flat_map(|entry| &entry.citations.value)
        .map(|citation| (citation.section.value.clone(), citation.paragraph.value))
        .collect();
    if let Some(article) = &article {
        paragraphs_are_cited(article, &cited, faults);
    }
    // Without an article the other files are still checked, against an empty one.
    let has_article = article.is_some();
    let article = article.map(|article| build_article(article, faults)).unwrap_or_default();
    let entries: Vec<Arc<Entry>> =
        entries.into_iter().filter_map(|entry| build_entry(entry, &article, faults)).map(Arc::new).collect();
    let by_id = entries.iter().map(|entry| (entry.id.clone(), Arc::clone(entry))).collect();
    let by_id = EntriesById { by_id, ids };
    let silences = silences
        .into_iter()
        .filter_map(|silence| build_silence(silence, &by_id, faults))
        .map(Arc::new)
        .collect();
    let golden = golden.into_iter().filter_map(|golden| build_golden(golden, &by_id, faults)).collect();
    let vocabulary = Vocabulary { groups: build_names(synonyms), names: build_names(names) };
    has_article.then_some(KnowledgeBase { article, entries, silences, vocabulary, golden })
}

/// Entries by id, for resolving references.
struct EntriesById {
    by_id: HashMap<String, Arc<Entry>>,
    /// The ids of all entries, those included that could not be built for faults of their own.
    ids: HashSet<String>,
}

fn paragraphs_are_cited(article: &RawArticle, cited: &[(String, u32)], faults: &mut Vec<Fault>) {
    for section in &article.sections {
        for paragraph in &section.paragraphs {
            let number = paragraph.number.value;
            let is_cited =
                cited.iter().any(|(title, cited)| *title == section.title.value && *cited == number);
            if paragraph.states_fact && !is_cited {
                let message = format!("no entry cites paragraph {number} of \"{}\"", section.title.value);
                faults.push(paragraph.number.fault(Code::UncitedParagraph, message));
            }
        }
    }
}

fn build_article(raw: RawArticle, faults: &mut Vec<Fault>) -> Article {
    faults.extend(is_date(&raw.date));
    let sections = raw.sections.into_iter().map(|section| Section {
        title: section.title.value.into(),
        passages: section
            .paragraphs
            .into_iter()
            .map(|paragraph| {
                faults.extend(is_fingerprint(&paragraph.fingerprint));
                let statements = paragraph.statements.into_iter();
                Arc::new(Passage {
                    number: paragraph.number.value,
                    text: paragraph.passage.value,
                    statements: statements
                        .map(|statement| Statement {
                            speaker: statement.speaker.value,
                            quote: statement.quote.value,
                        })
                        .collect(),
                    fingerprint: paragraph.fingerprint.value,
                })
            })
            .collect(),
    });
    Article {
        sections: sections.collect(),
        title: raw.title.value,
        publisher: raw.publisher.value,
        date: raw.date.value,
        date_note: raw.date_note.value,
    }
}

fn is_date(date: &Located<String>) -> Option<Fault> {
    let parts: Vec<&str> = date.value.split('-').collect();
    let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    let number = |part: &str| part.parse().unwrap_or_default();
    let valid = matches!(parts.as_slice(), [year, month, day]
        if digits(year, 4) && digits(month, 2) && digits(day, 2)
            && (1..=days_in_month(number(year), number(month))).contains(&number(day)));
    (!valid)
        .then(|| date.fault(Code::BadValue, format!("\"{}\" is no date of the form YYYY-MM-DD", date.value)))
}

fn days_in_month(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    }
}

fn is_fingerprint(fingerprint: &Located<String>) -> Option<Fault> {
    let digits = fingerprint.value.bytes().filter(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')).count();
    (digits != 64 || fingerprint.value.len() != 64).then(|| {
        fingerprint.fault(Code::BadValue, "a fingerprint is 64 lower-case hexadecimal digits (SHA-256)")
    })
}

fn build_entry(raw: RawEntry, article: &Article, faults: &mut Vec<Fault>) -> Option<Entry> {
    let count = raw.citations.value.len();
    if !(1..=MOST_CITATIONS).contains(&count) {
        faults.push(
            raw.citations
                .fault(Code::BadCount, format!("{count} citations, an entry has 1 to {MOST_CITATIONS}")),
        );
    }
    let citations =
        raw.citations.value.iter().filter_map(|citation| resolve(citation, article, faults)).collect();
    let ways = std::iter::once(&raw.question).chain(&raw.phrasings.value);
    Some(Entry {
        locations: ways.map(|way| way.location.clone()).collect(),
        id: raw.id.value,
        question: raw.question.value,
        corrects: raw.corrects.map(|text| text.value),
        answer: raw.answer.value,
        citations: Citations::new(citations)?,
        phrasings: raw.phrasings.value.into_iter().map(|phrasing| phrasing.value).collect(),
    })
}

/// The passage that a citation points to, and the statement that its quote is or is a part of.
fn resolve(raw: &RawCitation, article: &Article, faults: &mut Vec<Fault>) -> Option<Citation> {
    let Some(section) = article.sections.iter().find(|section| *section.title == *raw.section.value) else {
        let titles: Vec<String> =
            article.sections.iter().map(|section| format!("\"{}\"", section.title)).collect();
        let message = format!("no section \"{}\"; there are {}", raw.section.value, titles.join(", "));
        faults.push(raw.section.fault(Code::UnknownParagraph, message));
        return None;
    };
    let Some(passage) = section.passages.iter().find(|passage| passage.number == raw.paragraph.value) else {
        let message = format!("\"{}\" has no paragraph {}", raw.section.value, raw.paragraph.value);
        faults.push(Fault { code: Code::UnknownParagraph, location: raw.location.clone(), message });
        return None;
    };
    let quote = raw.quote.as_ref().and_then(|quote| {
        let statement = passage.statements.iter().find(|statement| statement.quote.contains(&quote.value));
        if statement.is_none() {
            let message = format!("the passage has no statement \"{}\"", quote.value);
            faults.push(quote.fault(Code::UnknownQuote, message));
        }
        statement
            .map(|statement| Statement { speaker: statement.speaker.clone(), quote: quote.value.clone() })
    });
    Some(Citation { section: Arc::clone(&section.title), passage: Arc::clone(passage), quote })
}

fn build_silence(raw: RawSilence, entries: &EntriesById, faults: &mut Vec<Fault>) -> Option<Silence> {
    let reason = SilenceReason::parse(&raw.reason.value);
    if reason.is_none() {
        let names: Vec<&str> = SilenceReason::ALL.iter().map(|(name, _)| *name).collect();
        let message = format!("\"{}\" is no reason; there are {}", raw.reason.value, names.join(", "));
        faults.push(raw.reason.fault(Code::BadValue, message));
    }
    let nearest = raw.nearest.and_then(|id| find_entry(&id, entries, faults));
    Some(Silence {
        id: raw.id.value,
        topic: raw.topic.value,
        reason: reason?,
        reply: raw.reply.value,
        nearest,
        phrasings: raw.phrasings.value.into_iter().map(|phrasing| phrasing.value).collect(),
    })
}

fn build_golden(raw: RawGolden, entries: &EntriesById, faults: &mut Vec<Fault>) -> Option<GoldenQuestion> {
    let entry = match raw.entry {
        Some(id) => Some(find_entry(&id, entries, faults)?),
        None => None,
    };
    let context = raw.context.into_iter().map(|text| text.value).collect();
    Some(GoldenQuestion { question: raw.question.value, context, entry })
}

fn find_entry(id: &Located<String>, entries: &EntriesById, faults: &mut Vec<Fault>) -> Option<Arc<Entry>> {
    let entry = entries.by_id.get(&id.value).map(Arc::clone);
    if !entries.ids.contains(&id.value) {
        faults.push(id.fault(Code::UnknownEntry, format!("there is no entry \"{}\"", id.value)));
    }
    entry
}

fn build_names(raw: Vec<RawNames>) -> Vec<NameGroup> {
    let group = |names: RawNames| NameGroup {
        name: names.name.value,
        also: names.also.into_iter().map(|name| name.value).collect(),
    };
    raw.into_iter().map(group).collect()
}
