//! The knowledge files as they are written: shape only, no rule that looks beyond one value.

use super::fault::{Code, Fault, Location};
use super::json::{KnowledgeFile, Located, Value, parse};

#[derive(Debug, Default)]
pub(super) struct RawKnowledge {
    pub(super) article: Option<RawArticle>,
    pub(super) entries: Vec<RawEntry>,
    pub(super) silences: Vec<RawSilence>,
    pub(super) synonyms: Vec<RawNames>,
    pub(super) names: Vec<RawNames>,
    pub(super) golden: Vec<RawGolden>,
}

#[derive(Debug)]
pub(super) struct RawArticle {
    pub(super) title: Located<String>,
    pub(super) publisher: Located<String>,
    pub(super) date: Located<String>,
    pub(super) date_note: Located<String>,
    pub(super) sections: Vec<RawSection>,
}

#[derive(Debug)]
pub(super) struct RawSection {
    pub(super) title: Located<String>,
    pub(super) paragraphs: Vec<RawParagraph>,
}

#[derive(Debug)]
pub(super) struct RawParagraph {
    pub(super) number: Located<u32>,
    pub(super) passage: Located<String>,
    pub(super) statements: Vec<RawStatement>,
    /// Whether there is something to ask for: a line that only leads over to a list states nothing.
    pub(super) states_fact: bool,
    pub(super) fingerprint: Located<String>,
}

#[derive(Debug)]
pub(super) struct RawStatement {
    pub(super) speaker: Located<String>,
    pub(super) quote: Located<String>,
}

#[derive(Debug)]
pub(super) struct RawEntry {
    pub(super) id: Located<String>,
    pub(super) question: Located<String>,
    pub(super) corrects: Option<Located<String>>,
    pub(super) answer: Located<String>,
    pub(super) citations: Located<Vec<RawCitation>>,
    pub(super) phrasings: Located<Vec<Located<String>>>,
}

#[derive(Debug)]
pub(super) struct RawCitation {
    pub(super) section: Located<String>,
    pub(super) paragraph: Located<u32>,
    pub(super) quote: Option<Located<String>>,
    pub(super) location: Location,
}

#[derive(Debug)]
pub(super) struct RawSilence {
    pub(super) id: Located<String>,
    pub(super) topic: Located<String>,
    pub(super) reason: Located<String>,
    pub(super) reply: Located<String>,
    pub(super) nearest: Option<Located<String>>,
    pub(super) phrasings: Located<Vec<Located<String>>>,
}

/// A name and what else it is called.
#[derive(Debug)]
pub(super) struct RawNames {
    pub(super) name: Located<String>,
    pub(super) also: Vec<Located<String>>,
}

#[derive(Debug)]
pub(super) struct RawGolden {
    pub(super) question: Located<String>,
    pub(super) context: Vec<Located<String>>,
    /// The entry expected, or `None` where a refusal is.
    pub(super) entry: Option<Located<String>>,
}

/// The one file of each kind; everything under `entries/` holds entries.
const SINGLE_FILES: &[&str] = &["article.json", "silences.json", "vocabulary.json", "exam.json"];

/// The path of the knowledge folder itself, where it cannot be listed.
pub(super) const WHOLE_FOLDER: &str = ".";

/// Reads every file; what cannot be read becomes a fault and is left out.
pub(super) fn read(files: &[KnowledgeFile], faults: &mut Vec<Fault>) -> RawKnowledge {
    let mut raw = RawKnowledge::default();
    if let [KnowledgeFile { path, bytes: Err(reason) }] = files
        && path == WHOLE_FOLDER
    {
        faults.push(of_file(path, Code::UnreadableFile, &format!("the folder cannot be read: {reason}")));
        return raw;
    }
    for file in files {
        match file.path.as_str() {
            "article.json" => raw.article = parse(file, faults, article),
            "silences.json" => {
                raw.silences =
                    parse(file, faults, |v, f| items(v, "silences", f, silence)).unwrap_or_default();
            }
            "exam.json" => {
                raw.golden = parse(file, faults, |v, f| items(v, "questions", f, golden)).unwrap_or_default();
            }
            "vocabulary.json" => {
                let read = parse(file, faults, |value, faults| {
                    let object = value.object(&["synonyms", "names"], faults)?;
                    let synonyms = list_of(object.required("synonyms", faults)?, faults, names)?;
                    Some((synonyms, list_of(object.required("names", faults)?, faults, names)?))
                });
                (raw.synonyms, raw.names) = read.unwrap_or_default();
            }
            path if path.starts_with("entries/") && path.ends_with(".json") => {
                raw.entries
                    .extend(parse(file, faults, |v, f| items(v, "entries", f, entry)).unwrap_or_default());
            }
            _ => faults.push(match &file.bytes {
                Ok(_) => of_file(&file.path, Code::UnexpectedFile, "the format has no such file"),
                Err(reason) => {
                    of_file(&file.path, Code::UnreadableFile, &format!("cannot be read: {reason}"))
                }
            }),
        }
    }
    for name in SINGLE_FILES.iter().filter(|name| files.iter().all(|file| file.path != **name)) {
        faults.push(of_file(name, Code::MissingFile, "the file is missing"));
    }
    if files.iter().all(|file| !file.path.starts_with("entries/")) {
        faults.push(of_file("entries", Code::MissingFile, "there is no file of entries"));
    }
    raw
}

pub(super) fn of_file(path: &str, code: Code, message: &str) -> Fault {
    let location = Location { file: path.to_owned(), line: 1, column: 1, pointer: String::new() };
    Fault { code, location, message: message.to_owned() }
}

/// A function that reads one value of a list.
type ReadItem<T> = fn(&Value<'_>, &mut Vec<Fault>) -> Option<T>;

/// The list under the only field of a file.
fn items<T>(
    value: &Value<'_>,
    field: &'static str,
    faults: &mut Vec<Fault>,
    read: ReadItem<T>,
) -> Option<Vec<T>> {
    const FIELDS: &[&[&str]] = &[&["entries"], &["silences"], &["questions"]];
    let known = FIELDS.iter().find(|known| known.contains(&field))?;
    let object = value.object(known, faults)?;
    list_of(object.required(field, faults)?, faults, read)
}

fn list_of<T>(value: &Value<'_>, faults: &mut Vec<Fault>, read: ReadItem<T>) -> Option<Vec<T>> {
    let list = value.list(faults)?;
    Some(list.iter().filter_map(|item| read(item, faults)).collect())
}

fn article(value: &Value<'_>, faults: &mut Vec<Fault>) -> Option<RawArticle> {
    let object = value.object(&["title", "publisher", "date", "date_note", "sections"], faults)?;
    let title = object.required("title", faults).and_then(|v| v.string(faults));
    let publisher = object.required("publisher", faults).and_then(|v| v.string(faults));
    let date = object.required("date", faults).and_then(|v| v.string(faults));
    let date_note = object.required("date_note", faults).and_then(|v| v.string(faults));
    let sections = object.required("sections", faults).and_then(|v| list_of(v, faults, section));
    Some(RawArticle {
        title: title?,
        publisher: publisher?,
        date: date?,
        date_note: date_note?,
        sections: sections?,
    })
}

fn section(value: &Value<'_>, faults: &mut Vec<Fault>) -> Option<RawSection> {
    let object = value.object(&["title", "paragraphs"], faults)?;
    let title = object.required("title", faults).and_then(|v| v.string(faults));
    let paragraphs = object.required("paragraphs", faults).and_then(|v| list_of(v, faults, paragraph));
    Some(RawSection { title: title?, paragraphs: paragraphs? })
}

fn paragraph(value: &Value<'_>, faults: &mut Vec<Fault>) -> Option<RawParagraph> {
    let object = value.object(&["number", "passage", "statements", "states_fact", "fingerprint"], faults)?;
    let number = object.required("number", faults).and_then(|v| v.number(faults));
    let passage = object.required("passage", faults).and_then(|v| v.string(faults));
    let fingerprint = object.required("fingerprint", faults).and_then(|v| v.string(faults));
    let statements = match object.optional("statements") {
        Some(list) => list_of(list, faults, statement)?,
        None => Vec::new(),
    };
    let states_fact = object.optional("states_fact").map_or(Some(true), |v| v.boolean(faults));
    Some(RawParagraph {
        number: number?,
        passage: passage?,
        statements,
        states_fact: states_fact?,
        fingerprint: fingerprint?,
    })
}

fn statement(value: &Value<'_>, faults: &mut Vec<Fault>) -> Option<RawStatement> {
    let object = value.object(&["speaker", "quote"], faults)?;
    let speaker = object.required("speaker", faults).and_then(|v| v.string(faults));
    let quote = object.required("quote", faults).and_then(|v| v.string(faults));
    Some(RawStatement { speaker: speaker?, quote: quote? })
}

fn entry(value: &Value<'_>, faults: &mut Vec<Fault>) -> Option<RawEntry> {
    let object = value.object(&["id", "question", "corrects", "answer", "citations", "phrasings"], faults)?;
    let id = object.required("id", faults).and_then(|v| v.string(faults));
    let question = object.required("question", faults).and_then(|v| v.string(faults));
    let corrects = object.optional("corrects").map(|v| v.string(faults));
    let answer = object.required("answer", faults).and_then(|v| v.string(faults));
    let citations = object.required("citations", faults).and_then(|v| {
        let location = v.location();
        list_of(v, faults, citation).map(|value| Located { value, location })
    });
    let phrasings = object.required("phrasings", faults).and_then(|v| phrasings(v, faults));
    Some(RawEntry {
        id: id?,
        question: question?,
        corrects: corrects.flatten(),
        answer: answer?,
        citations: citations?,
        phrasings: phrasings?,
    })
}

fn citation(value: &Value<'_>, faults: &mut Vec<Fault>) -> Option<RawCitation> {
    let object = value.object(&["section", "paragraph", "quote"], faults)?;
    let section = object.required("section", faults).and_then(|v| v.string(faults));
    let paragraph = object.required("paragraph", faults).and_then(|v| v.number(faults));
    let quote = object.optional("quote").map(|v| v.string(faults));
    Some(RawCitation {
        section: section?,
        paragraph: paragraph?,
        quote: quote.flatten(),
        location: value.location(),
    })
}

fn silence(value: &Value<'_>, faults: &mut Vec<Fault>) -> Option<RawSilence> {
    let object = value.object(&["id", "topic", "reason", "reply", "nearest", "phrasings"], faults)?;
    let id = object.required("id", faults).and_then(|v| v.string(faults));
    let topic = object.required("topic", faults).and_then(|v| v.string(faults));
    let reason = object.required("reason", faults).and_then(|v| v.string(faults));
    let reply = object.required("reply", faults).and_then(|v| v.string(faults));
    let nearest = object.optional("nearest").map(|v| v.string(faults));
    let phrasings = object.required("phrasings", faults).and_then(|v| phrasings(v, faults));
    Some(RawSilence {
        id: id?,
        topic: topic?,
        reason: reason?,
        reply: reply?,
        nearest: nearest.flatten(),
        phrasings: phrasings?,
    })
}

fn phrasings(value: &Value<'_>, faults: &mut Vec<Fault>) -> Option<Located<Vec<Located<String>>>> {
    let location = value.location();
    value.strings(faults).map(|value| Located { value, location })
}

fn names(value: &Value<'_>, faults: &mut Vec<Fault>) -> Option<RawNames> {
    let object = value.object(&["name", "also"], faults)?;
    let name = object.required("name", faults).and_then(|v| v.string(faults));
    let also = match object.optional("also") {
        Some(list) => list.strings(faults)?,
        None => Vec::new(),
    };
    Some(RawNames { name: name?, also })
}

fn golden(value: &Value<'_>, faults: &mut Vec<Fault>) -> Option<RawGolden> {
    let object = value.object(&["question", "context", "entry", "refused"], faults)?;
    let question = object.required("question", faults).and_then(|v| v.string(faults));
    let context = match object.optional("context") {
        Some(list) => list.strings(faults)?,
        None => Vec::new(),
    };
    let entry = object.optional("entry").map(|v| v.string(faults));
    let refused =
        object.optional("refused").map(|v| v.boolean(faults)).is_some_and(|refused| refused == Some(true));
    if entry.is_some() == refused {
        let message = "a golden question expects either an \"entry\" or \"refused\": true".to_owned();
        faults.push(Fault { code: Code::BadValue, location: object.location, message });
        return None;
    }
    Some(RawGolden { question: question?, context, entry: entry.flatten() })
}
