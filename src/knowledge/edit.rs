//! A phrasing or a silence added to the text of a knowledge file: one place changes, all else stays byte for byte, in
//! the form that the files have.
//!
//! Pure: [`add`] hands back the new text of one file, and `save` writes it.

use std::fmt::{self, Write as _};

use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::fault::Fault;
use super::json::KnowledgeFile;
use super::{KnowledgeBase, SilenceReason};
use crate::text::{normalise, tokenise};

const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// What is to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Addition {
    /// Another way to ask for the entry or silence of this id.
    Phrasing {
        /// The id.
        of: String,
        /// The phrasing.
        text: String,
    },
    /// A silence, after all others.
    Silence(NewSilence),
}

/// A silence that is not in the files yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSilence {
    /// Its id.
    pub id: String,
    /// What the topic is.
    pub topic: String,
    /// Why there is no answer.
    pub reason: SilenceReason,
    /// What the bot says.
    pub reply: String,
    /// The id of the entry that comes nearest.
    pub nearest: Option<String>,
    /// Ways to ask.
    pub phrasings: Vec<String>,
}

/// One file before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The file's path inside the knowledge folder.
    pub path: String,
    /// What it held.
    pub before: Vec<u8>,
    /// What it is to hold.
    pub after: Vec<u8>,
}

/// Why nothing is added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// No entry and no silence has this id.
    Unknown(String),
    /// It is a way to ask already: of which entry or silence.
    There(String),
    /// The files have faults already.
    BrokenBefore(Vec<Fault>),
    /// The addition would bring these.
    Faults(Vec<Fault>),
    /// The file has no such list where one must be.
    NoPlace(String),
}

impl fmt::Display for Refused {
    /// A sentence or two, with the first fault where there are some.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(id) => write!(f, "No entry and no silence has the id \"{id}\"."),
            Self::There(owner) => write!(f, "It is a way to ask for {owner} already."),
            Self::BrokenBefore(faults) => {
                write!(f, "The knowledge files have faults; mend them first.{}", first(faults))
            }
            Self::Faults(faults) => write!(f, "It would not pass the check.{}", first(faults)),
            Self::NoPlace(path) => write!(f, "{path} has no list where it could be added."),
        }
    }
}

fn first(faults: &[Fault]) -> String {
    faults.iter().find(|fault| fault.is_error()).map_or_else(String::new, |fault| {
        format!(" {}: {} {}", fault.location, sentence(&fault.message), fault.code.advice())
    })
}

fn sentence(message: &str) -> String {
    let mut chars = message.chars();
    let first = chars.next().map(|first| first.to_uppercase().collect::<String>()).unwrap_or_default();
    format!("{first}{}.", chars.as_str())
}

/// The file with the addition, where the files with it pass the check.
///
/// # Errors
///
/// Why it is not added.
pub fn add(files: &[KnowledgeFile], addition: &Addition) -> Result<Edit, Refused> {
    let (knowledge, _) = KnowledgeBase::check(files).map_err(Refused::BrokenBefore)?;
    if let Addition::Phrasing { text, .. } = addition
        && let Some(owner) = owner(&knowledge, text)
    {
        return Err(Refused::There(owner));
    }
    let holds = |file: &&KnowledgeFile| file.path == "silences.json" || file.path.starts_with("entries/");
    let mut edited = None;
    for file in files.iter().filter(holds) {
        let Some(text) = file.bytes.as_ref().ok().and_then(|bytes| std::str::from_utf8(bytes).ok()) else {
            continue;
        };
        let added = match addition {
            Addition::Phrasing { of, text: phrasing } => with_phrasing(text, of, phrasing),
            Addition::Silence(silence) if file.path == "silences.json" => with_silence(text, silence),
            Addition::Silence(_) => None,
        };
        if let Some(added) = added {
            let (before, after) = (text.as_bytes().to_vec(), added.into_bytes());
            edited = Some(Edit { path: file.path.clone(), before, after });
            break;
        }
    }
    let edit = edited.ok_or_else(|| match addition {
        Addition::Phrasing { of, .. } => Refused::Unknown(of.clone()),
        Addition::Silence(_) => Refused::NoPlace("silences.json".to_owned()),
    })?;
    let with_it = |file: &KnowledgeFile| match file.path == edit.path {
        true => KnowledgeFile { path: file.path.clone(), bytes: Ok(edit.after.clone()) },
        false => file.clone(),
    };
    let after: Vec<KnowledgeFile> = files.iter().map(with_it).collect();
    KnowledgeBase::check(&after).map_err(Refused::Faults)?;
    Ok(edit)
}

/// The entry or silence that has this way to ask already, in any letters.
fn owner(knowledge: &KnowledgeBase, text: &str) -> Option<String> {
    let words = |text: &str| tokenise(&normalise(text));
    let wanted = Some(words(text)).filter(|words| !words.is_empty())?;
    let has = |way: &str| words(way) == wanted;
    let entry = knowledge.entries.iter().find(|entry| entry.ways_to_ask().any(has));
    let silence = || knowledge.silences.iter().find(|silence| silence.phrasings.iter().any(|way| has(way)));
    let entry = entry.map(|entry| format!("entry \"{}\"", entry.id));
    entry.or_else(|| silence().map(|silence| format!("silence \"{}\"", silence.id)))
}

/// The text of a file of entries or silences with one more phrasing for the one of this id; `None` where it has none of
/// this id.
pub fn with_phrasing(text: &str, id: &str, phrasing: &str) -> Option<String> {
    insert(text, |root| {
        let list = ["entries", "silences"].iter().find_map(|name| root.get_array(name))?;
        let is_it =
            |object: &&ast::Object<'_>| object.get_string("id").is_some_and(|found| found.value == id);
        let object = list.elements.iter().filter_map(ast::Value::as_object).find(is_it)?;
        Some((object.get_array("phrasings")?, quoted(phrasing)))
    })
}

/// The text of a file of silences with one more after the others; `None` where it has no list of them.
pub fn with_silence(text: &str, silence: &NewSilence) -> Option<String> {
    insert(text, |root| Some((root.get_array("silences")?, written(silence))))
}

/// Adds an item to the end of a list. `find` names the list and the item, whose further lines are indented against its
/// first.
fn insert<'a>(
    text: &'a str,
    find: impl for<'b> FnOnce(&'b ast::Object<'a>) -> Option<(&'b ast::Array<'a>, String)>,
) -> Option<String> {
    let body = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let mark = &text[..text.len() - body.len()];
    let root = parse_to_ast(body, &CollectOptions::default(), &ParseOptions::default()).ok()?.value?;
    let (list, item) = find(root.as_object()?)?;
    let indented = |newline: &str, indent: &str| item.replace('\n', &format!("{newline}{indent}"));
    let Some(last) = list.elements.last() else {
        let newline = if body.contains("\r\n") { "\r\n" } else { "\n" };
        let (open, close) = (list.range().start + 1, list.range().end - 1);
        let (head, tail) = (&body[..open], &body[close..]);
        let item = indented(newline, "    ");
        return Some(format!("{mark}{head}{newline}    {item}{newline}  {tail}"));
    };
    let (start, end) = (last.range().start, last.range().end);
    let line = body[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let before = &body[line..start];
    let rest = end + body[end..].find('\n').unwrap_or(body.len() - end);
    let after = body[end..rest].trim_end_matches('\r');
    if !before.trim().is_empty() || closes(after) {
        let one_line = item.lines().map(str::trim).collect::<Vec<_>>().join(" ");
        return Some(format!("{mark}{}, {one_line}{}", &body[..end], &body[end..]));
    }
    // As this line ends: others may end otherwise.
    let newline = if body[..rest].ends_with('\r') { "\r\n" } else { "\n" };
    let has_comma = after.trim_start().starts_with(',');
    let (comma, own) = if has_comma { ("", ",") } else { (",", "") };
    let at = end + after.len();
    let item = indented(newline, before);
    Some(format!("{mark}{}{comma}{after}{newline}{before}{item}{own}{}", &body[..end], &body[at..]))
}

/// Whether a list ends on the same line, comments passed over.
fn closes(rest: &str) -> bool {
    rest.split("//").next().unwrap_or_default().contains(']')
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A silence in the form of the files.
fn written(silence: &NewSilence) -> String {
    let mut text = "{\n".to_owned();
    let nearest = silence.nearest.as_deref();
    let fields = [
        ("id", Some(silence.id.as_str())),
        ("topic", Some(silence.topic.as_str())),
        ("reason", Some(silence.reason.name())),
        ("reply", Some(silence.reply.as_str())),
        ("nearest", nearest),
    ];
    for (name, value) in fields.iter().filter_map(|(name, value)| Some((name, (*value)?))) {
        let _ = writeln!(text, "  \"{name}\": {},", quoted(value));
    }
    let phrasings: Vec<String> =
        silence.phrasings.iter().map(|phrasing| format!("    {}", quoted(phrasing))).collect();
    let _ = write!(text, "  \"phrasings\": [\n{}\n  ]\n}}", phrasings.join(",\n"));
    text
}
