//! The rules of the knowledge files, one function each; those on references are in `build`.

use std::collections::HashMap;

use super::fault::{Code, Fault};
use super::json::{KnowledgeFile, Located};
use super::limits::*;
use super::raw::{self, RawEntry, RawKnowledge};
use super::{KnowledgeBase, build};
use crate::text::{is_blank, normalise, tokenise};

/// Reads and checks everything, collecting every fault.
pub(super) fn check(files: &[KnowledgeFile]) -> Result<(KnowledgeBase, Vec<Fault>), Vec<Fault>> {
    let mut faults = Vec::new();
    let raw = raw::read(files, &mut faults);
    let unread: Vec<Fault> = faults.iter().filter(|fault| loses_values(fault)).cloned().collect();
    there_is_an_entry(&raw, &mut faults);
    texts_are_plain(&raw, &mut faults);
    ids_are_unique(&raw, &mut faults);
    phrasings_are_enough(&raw, &mut faults);
    phrasings_are_distinct(&raw, &mut faults);
    golden_questions_are_new(&raw, &mut faults);
    let knowledge = build::build(raw, &mut faults);
    faults.retain(|fault| !is_echo(fault, &unread));
    faults.sort_by(|a, b| a.location.cmp(&b.location));
    match knowledge {
        Some(knowledge) if !faults.iter().any(Fault::is_error) => Ok((knowledge, faults)),
        _ => Err(faults),
    }
}

/// Whether a value, or a whole file, is left out because of this fault.
fn loses_values(fault: &Fault) -> bool {
    !matches!(fault.code, Code::UnknownField | Code::DuplicateKey | Code::UnexpectedFile)
}

/// Whether a fault may only say that something is lacking which could not be read: where a file is broken,
/// references into it are not judged.
fn is_echo(fault: &Fault, unread: &[Fault]) -> bool {
    let (file, folder) = match fault.code {
        Code::UnknownParagraph | Code::UnknownQuote => ("article.json", ""),
        Code::UnknownEntry | Code::UncitedParagraph => ("entries", "entries/"),
        _ => return false,
    };
    let within = |path: &str| path == file || (!folder.is_empty() && path.starts_with(folder));
    unread.iter().any(|fault| within(&fault.location.file))
}

/// Knowledge without an entry could answer nothing; where entries could not be read, that is told already.
fn there_is_an_entry(raw: &RawKnowledge, faults: &mut Vec<Fault>) {
    let is_told = |file: &str| file.starts_with("entries") || file == raw::WHOLE_FOLDER;
    if raw.entries.is_empty() && !faults.iter().any(|fault| is_told(&fault.location.file)) {
        faults.push(raw::of_file("entries", Code::BadCount, "there is no entry in any file"));
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
        check(&entry.id, LONGEST_ID);
        check(&entry.question, LONGEST_QUESTION);
        check(&entry.answer, LONGEST_ANSWER);
        entry.corrects.iter().for_each(|text| check(text, LONGEST_NAME));
        let quotes = entry.citations.value.iter().filter_map(|citation| citation.quote.as_ref());
        quotes.for_each(|text| check(text, LONGEST_QUOTE));
        entry.phrasings.value.iter().for_each(|text| check(text, LONGEST_PHRASING));
    }
    for silence in &raw.silences {
        check(&silence.id, LONGEST_ID);
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
