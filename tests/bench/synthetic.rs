//! A made-up knowledge base of any size, as the files that the program reads, with questions kept back.

use std::collections::HashSet;

use aide_memoire::knowledge::KnowledgeFile;
use serde_json::{Value, json};

use crate::language::{Lexicon, Subject, mistype};
use crate::random::Random;

/// Ways to ask for each entry, its question included.
pub const WAYS: usize = 10;
/// One silence for so many entries, about as few as the talks' own base would have if it grew.
const ENTRIES_PER_SILENCE: usize = 20;
const PARAGRAPHS_PER_SECTION: usize = 10;
const ENTRIES_PER_FILE: usize = 100;
const SEED: u64 = 2022;

/// A knowledge base and what it is asked.
#[derive(Debug)]
pub struct Synthetic {
    entries: Vec<Asked>,
    silences: Vec<Asked>,
    names: Vec<String>,
    /// A fresh phrasing for each entry, with its position; some have typos.
    pub questions: Vec<(usize, String)>,
}

/// Something to ask for: its words, and the ways to ask.
#[derive(Debug)]
struct Asked {
    words: String,
    ways: Vec<String>,
}

impl Synthetic {
    /// A knowledge base of so many ways to ask, ten for each entry; those of silences come on top.
    pub fn new(phrasings: usize) -> Self {
        let mut random = Random::new(SEED);
        let count = (phrasings / WAYS).max(1);
        // New words come ever more slowly as a text grows, but names keep coming.
        let lexicon = Lexicon::new(2_000 + 2 * count, &mut random);
        let (mut taken_words, mut taken) = (HashSet::new(), HashSet::new());
        let mut questions = Vec::with_capacity(count);
        let mut asked = |is_entry: Option<usize>, random: &mut Random| {
            let subject = Subject::new(&lexicon, &mut taken_words, random);
            let words = subject.words(&lexicon).collect::<Vec<_>>().join(" ");
            let mut ways: Vec<String> =
                (0..WAYS).map(|_| subject.phrasing(&lexicon, &mut taken, random)).collect();
            // The canonical question is the shortest: it has to fit where Discord lists questions.
            ways.sort_by_key(String::len);
            if let Some(entry) = is_entry {
                let fresh = subject.phrasing(&lexicon, &mut taken, random);
                let slips = if random.once_in(3) { 1 + usize::from(random.once_in(3)) } else { 0 };
                questions.push((entry, mistype(&fresh, slips, random)));
            }
            Asked { words, ways }
        };
        let entries = (0..count).map(|entry| asked(Some(entry), &mut random)).collect();
        let silences = (0..count.div_ceil(ENTRIES_PER_SILENCE)).map(|_| asked(None, &mut random)).collect();
        let names = lexicon.names().take(count.div_ceil(ENTRIES_PER_SILENCE)).map(str::to_owned).collect();
        Self { entries, silences, names, questions }
    }

    /// The id of the entry at this position.
    pub fn id(entry: usize) -> String {
        format!("entry-{entry}")
    }

    /// Every way to ask for an entry, with its position.
    pub fn phrasings(&self) -> impl Iterator<Item = (usize, &str)> {
        let entries = self.entries.iter().enumerate();
        entries.flat_map(|(at, entry)| entry.ways.iter().map(move |way| (at, way.as_str())))
    }

    /// The files that the program reads.
    pub fn files(&self) -> Vec<KnowledgeFile> {
        let names: Vec<Value> = self.names.iter().map(|name| json!({ "name": name })).collect();
        let mut files = vec![
            file("article.json", &self.article()),
            file("silences.json", &self.silences()),
            file("vocabulary.json", &json!({ "synonyms": [], "names": names })),
            file("exam.json", &json!({ "questions": [] })),
        ];
        let mut start = 0;
        for (number, entries) in self.entries.chunks(ENTRIES_PER_FILE).enumerate() {
            let entries: Vec<Value> = (start..).zip(entries).map(|(at, asked)| entry(at, asked)).collect();
            start += ENTRIES_PER_FILE;
            files.push(file(&format!("entries/{number:04}.json"), &json!({ "entries": entries })));
        }
        files
    }

    fn article(&self) -> Value {
        let paragraph = |number: usize, entry: &Asked| {
            json!({
                "number": number,
                "passage": format!("Of the {} it was told here.", entry.words),
                "fingerprint": "0".repeat(64),
            })
        };
        let sections = self.entries.chunks(PARAGRAPHS_PER_SECTION).enumerate();
        let sections = sections.map(|(section, entries)| {
            let paragraphs: Vec<Value> =
                (1..).zip(entries).map(|(number, entry)| paragraph(number, entry)).collect();
            json!({ "title": section_title(section), "paragraphs": paragraphs })
        });
        json!({
            "title": "A made-up article", "publisher": "Nobody", "date": "2022-01-10",
            "date_note": "Made up.", "sections": sections.collect::<Vec<_>>(),
        })
    }

    fn silences(&self) -> Value {
        let silences = self.silences.iter().enumerate().map(|(at, silence)| {
            json!({
                "id": format!("silence-{at}"), "topic": silence.words, "reason": "silent",
                "reply": "The article does not tell.", "phrasings": silence.ways,
            })
        });
        json!({ "silences": silences.collect::<Vec<_>>() })
    }
}

fn section_title(section: usize) -> String {
    format!("Section {section}")
}

fn entry(at: usize, asked: &Asked) -> Value {
    let (section, paragraph) = (at / PARAGRAPHS_PER_SECTION, at % PARAGRAPHS_PER_SECTION + 1);
    json!({
        "id": Synthetic::id(at), "question": asked.ways[0], "phrasings": asked.ways[1..],
        "answer": format!("This is what is known of the {}.", asked.words),
        "citations": [{ "section": section_title(section), "paragraph": paragraph }],
    })
}

/// Written on many lines, as people write it: columns are counted from the start of a line.
fn file(path: &str, content: &Value) -> KnowledgeFile {
    KnowledgeFile { path: path.to_owned(), bytes: Ok(format!("{content:#}").into_bytes()) }
}
