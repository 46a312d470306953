//! The rules of the knowledge files, one function each, and the way from raw files to a [`KnowledgeBase`].

use std::collections::HashMap;
use std::sync::Arc;

use super::fault::{Code, Fault};
use super::json::{KnowledgeFile, Located};
use super::limits::*;
use super::raw::{self, RawArticle, RawCitation, RawEntry, RawGolden, RawKnowledge, RawNames, RawSilence};
use super::{
    Article, Citation, Citations, EntriesById, Entry, GoldenQuestion, KnowledgeBase, NameGroup, Passage,
    Section, Silence, SilenceReason, Statement, Vocabulary,
};
use crate::text::{is_blank, normalise, tokenise};

/// Reads and checks everything, collecting every fault.
pub(super) fn check(files: &[KnowledgeFile]) -> Result<(KnowledgeBase, Vec<Fault>), Vec<Fault>> {
    let mut faults = Vec::new();
    let raw = raw::read(files, &mut faults);
    texts_are_plain(&raw, &mut faults);
    ids_are_unique(&raw, &mut faults);
    phrasings_are_enough(&raw, &mut faults);
    phrasings_are_distinct(&raw, &mut faults);
    golden_questions_are_new(&raw, &mut faults);
    let knowledge = build(raw, &mut faults);
    faults.sort_by(|a, b| a.location.cmp(&b.location));
    match knowledge {
        Some(knowledge) if !faults.iter().any(Fault::is_error) => Ok((knowledge, faults)),
        _ => Err(faults),
    }
}

/// Every text can be seen, is short enough to show and smuggles nothing in.
fn texts_are_plain(raw: &RawKnowledge, faults: &mut Vec<Fault>) {
    let mut check = |text: &Located<String>, limit: usize| {
        faults.extend(has_words(text));
        faults.extend(is_short(text, limit));
        faults.extend(has_no_markup(text));
    };
    if let Some(article) = &raw.article {
        for text in [&article.title, &article.publisher, &article.date_note] {
            check(text, LONGEST_NAME);
        }
        for section in &article.sections {
            check(&section.title, LONGEST_NAME);
            for paragraph in &section.paragraphs {
                check(&paragraph.passage, LONGEST_PASSAGE);
                for statement in &paragraph.statements {
                    check(&statement.speaker, LONGEST_NAME);
                    check(&statement.quote, LONGEST_QUOTE);
                }
            }
        }
    }
    for entry in &raw.entries {
        check(&entry.id, LONGEST_NAME);
        check(&entry.question, LONGEST_QUESTION);
        check(&entry.answer, LONGEST_ANSWER);
        entry.corrects.iter().for_each(|text| check(text, LONGEST_NAME));
        entry.phrasings.value.iter().for_each(|text| check(text, LONGEST_PHRASING));
    }
    for silence in &raw.silences {
        check(&silence.id, LONGEST_NAME);
        check(&silence.topic, LONGEST_NAME);
        check(&silence.reply, LONGEST_PASSAGE);
        silence.phrasings.value.iter().for_each(|text| check(text, LONGEST_PHRASING));
    }
    for group in raw.synonyms.iter().chain(&raw.names) {
        check(&group.name, LONGEST_NAME);
        group.also.iter().for_each(|text| check(text, LONGEST_NAME));
    }
    for golden in &raw.golden {
        check(&golden.question, LONGEST_PHRASING);
        golden.context.iter().for_each(|text| check(text, LONGEST_PHRASING));
    }
}

fn has_words(text: &Located<String>) -> Option<Fault> {
    if is_blank(&text.value) {
        return Some(text.fault(Code::EmptyText, "the text shows nothing"));
    }
    same_when_read(&text.value).is_empty().then(|| text.fault(Code::EmptyText, "the text has no words"))
}

fn is_short(text: &Located<String>, limit: usize) -> Option<Fault> {
    let length = text.value.chars().count();
    (length > limit)
        .then(|| text.fault(Code::TooLong, format!("{length} characters, at most {limit} can be shown")))
}

fn has_no_markup(text: &Located<String>) -> Option<Fault> {
    const MARKUP: &[&str] = &[
        "<@",
        "<#",
        "<:",
        "<a:",
        "<t:",
        "</",
        "@everyone",
        "@here",
        "http://",
        "https://",
        "www.",
        "discord.gg",
        "](",
    ];
    let lower = text.value.to_lowercase();
    let found = MARKUP.iter().find(|markup| lower.contains(**markup))?;
    Some(text.fault(Code::SmuggledMarkup, format!("the text contains \"{found}\"")))
}

/// What is left of a text once case, accents, punctuation and invisible marks are gone.
fn same_when_read(text: &str) -> String {
    tokenise(&normalise(text)).join(" ")
}

fn ids_are_unique(raw: &RawKnowledge, faults: &mut Vec<Fault>) {
    let mut seen = HashMap::new();
    for id in raw.entries.iter().map(|entry| &entry.id).chain(raw.silences.iter().map(|silence| &silence.id))
    {
        if let Some(first) = seen.insert(&id.value, &id.location) {
            faults
                .push(id.fault(Code::DuplicateId, format!("id \"{}\" stands already at {first}", id.value)));
        }
    }
    let mut seen = HashMap::new();
    for section in raw.article.iter().flat_map(|article| &article.sections) {
        if let Some(first) = seen.insert(&section.title.value, &section.title.location) {
            let message = format!("section \"{}\" stands already at {first}", section.title.value);
            faults.push(section.title.fault(Code::DuplicateId, message));
        }
        let mut numbers = HashMap::new();
        for number in section.paragraphs.iter().map(|paragraph| &paragraph.number) {
            if let Some(first) = numbers.insert(number.value, &number.location) {
                let message = format!("paragraph {} of this section stands already at {first}", number.value);
                faults.push(number.fault(Code::DuplicateId, message));
            }
        }
    }
}

fn phrasings_are_enough(raw: &RawKnowledge, faults: &mut Vec<Fault>) {
    let of_silences = raw.silences.iter().map(|silence| &silence.phrasings);
    for phrasings in raw.entries.iter().map(|entry| &entry.phrasings).chain(of_silences) {
        let count = phrasings.value.len();
        if count < FEWEST_PHRASINGS {
            let message = format!("{count} phrasings, at least {FEWEST_PHRASINGS} are needed");
            faults.push(phrasings.fault(Code::TooFewPhrasings, message));
        }
    }
    for RawEntry { phrasings, .. } in &raw.entries {
        let count = phrasings.value.len();
        if (FEWEST_PHRASINGS..GOOD_PHRASINGS).contains(&count) {
            faults.push(phrasings.fault(Code::ThinEntry, format!("only {count} phrasings")));
        }
    }
}

/// Whose a way to ask is, for the message.
type Owned<'a> = (String, &'a str, &'a Located<String>);

/// Every way to ask with its owner.
fn ways_to_ask(raw: &RawKnowledge) -> impl Iterator<Item = Owned<'_>> {
    let of_entries = raw.entries.iter().flat_map(|entry| {
        let ways = std::iter::once(&entry.question).chain(&entry.phrasings.value);
        ways.map(|way| ("entry".to_owned(), entry.id.value.as_str(), way))
    });
    let of_silences = raw.silences.iter().flat_map(|silence| {
        silence.phrasings.value.iter().map(|way| ("silence".to_owned(), silence.id.value.as_str(), way))
    });
    of_entries.chain(of_silences)
}

fn phrasings_are_distinct(raw: &RawKnowledge, faults: &mut Vec<Fault>) {
    let mut seen: HashMap<String, (String, &str, &Located<String>)> = HashMap::new();
    for (kind, id, way) in ways_to_ask(raw) {
        let words = same_when_read(&way.value);
        match seen.get(&words) {
            _ if words.is_empty() => {}
            Some((_, owner, first)) if *owner == id => {
                let message = format!("the same phrasing stands at {}", first.location);
                faults.push(way.fault(Code::RepeatedPhrasing, message));
            }
            Some((owner_kind, owner, first)) => {
                let message =
                    format!("the same phrasing belongs to {owner_kind} \"{owner}\" at {}", first.location);
                faults.push(way.fault(Code::SharedPhrasing, message));
            }
            None => {
                seen.insert(words, (kind, id, way));
            }
        }
    }
}

/// A golden question equals no way to ask and no other golden question asked in the same context.
fn golden_questions_are_new(raw: &RawKnowledge, faults: &mut Vec<Fault>) {
    let phrasings: HashMap<String, &Located<String>> =
        ways_to_ask(raw).map(|(_, _, way)| (same_when_read(&way.value), way)).collect();
    let mut seen: HashMap<String, &Located<String>> = HashMap::new();
    for golden in &raw.golden {
        let words = same_when_read(&golden.question.value);
        let with_context: Vec<String> =
            golden.context.iter().map(|text| same_when_read(&text.value)).collect();
        let equal = match phrasings.get(&words) {
            Some(way) if golden.context.is_empty() => Some(*way),
            _ => seen.insert(format!("{}\n{words}", with_context.join("\n")), &golden.question),
        };
        if let Some(equal) = equal {
            let message = format!("this golden question equals the one at {}", equal.location);
            faults.push(golden.question.fault(Code::GoldenIsPhrasing, message));
        }
    }
}

fn build(raw: RawKnowledge, faults: &mut Vec<Fault>) -> Option<KnowledgeBase> {
    let RawKnowledge { article, entries, silences, synonyms, names, golden } = raw;
    let cited: Vec<(String, u32)> = entries
        .iter()
        .flat_map(|entry| &entry.citations.value)
        .map(|citation| (citation.section.value.clone(), citation.paragraph.value))
        .collect();
    if let Some(article) = &article {
        paragraphs_are_cited(article, &cited, faults);
    }
    let article = build_article(article?, faults);
    let entries: Vec<Arc<Entry>> =
        entries.into_iter().filter_map(|entry| build_entry(entry, &article, faults)).map(Arc::new).collect();
    let by_id: EntriesById = entries.iter().map(|entry| (entry.id.clone(), Arc::clone(entry))).collect();
    let silences = silences
        .into_iter()
        .filter_map(|silence| build_silence(silence, &by_id, faults))
        .map(Arc::new)
        .collect();
    let golden = golden.into_iter().filter_map(|golden| build_golden(golden, &by_id, faults)).collect();
    let vocabulary = Vocabulary { groups: build_names(synonyms), names: build_names(names) };
    Some(KnowledgeBase { article, entries, silences, vocabulary, golden })
}

fn paragraphs_are_cited(article: &RawArticle, cited: &[(String, u32)], faults: &mut Vec<Fault>) {
    for section in &article.sections {
        for paragraph in &section.paragraphs {
            let number = paragraph.number.value;
            if !cited.iter().any(|(title, cited)| *title == section.title.value && *cited == number) {
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
    let in_range = |part: &str, most: u32| part.parse().is_ok_and(|number: u32| (1..=most).contains(&number));
    let valid = matches!(parts.as_slice(), [year, month, day]
        if digits(year, 4) && digits(month, 2) && digits(day, 2) && in_range(month, 12) && in_range(day, 31));
    (!valid)
        .then(|| date.fault(Code::BadValue, format!("\"{}\" is no date of the form YYYY-MM-DD", date.value)))
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
        faults
            .push(raw.section.fault(Code::UnknownParagraph, format!("no section \"{}\"", raw.section.value)));
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
    Some(Silence {
        id: raw.id.value,
        topic: raw.topic.value,
        reason: reason?,
        reply: raw.reply.value,
        nearest: raw.nearest.and_then(|id| find_entry(&id, entries, faults)),
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
    let entry = entries.get(&id.value).map(Arc::clone);
    if entry.is_none() {
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
