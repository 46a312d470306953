//! Phrasings and questions, one JSON object a line.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::Failure;

/// A way to ask for an entry.
#[derive(Debug, Deserialize)]
pub struct Phrasing {
    pub entry: String,
    pub text: String,
}

/// A question, with the entry that it asks for.
#[derive(Debug, Deserialize)]
pub struct Question {
    pub question: String,
    /// `None` where no entry answers it.
    pub entry: Option<String>,
}

/// What the peers learn and are asked.
#[derive(Debug)]
pub struct Folder {
    pub phrasings: Vec<Phrasing>,
    /// Only those that have an entry.
    pub questions: Vec<Question>,
}

/// Reads a folder.
///
/// # Errors
///
/// Where a file cannot be read, a line is not what it should be, or there is nothing in a file.
pub fn read(folder: &Path) -> Result<Folder, Failure> {
    let phrasings: Vec<Phrasing> = lines(&folder.join("phrasings.jsonl"))?;
    let mut questions: Vec<Question> = lines(&folder.join("questions.jsonl"))?;
    questions.retain(|question| question.entry.is_some());
    if phrasings.is_empty() || questions.is_empty() {
        return Err(format!("{}: no phrasings, or no question with an entry", folder.display()).into());
    }
    Ok(Folder { phrasings, questions })
}

fn lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, Failure> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let parse = |(number, line): (usize, &str)| {
        serde_json::from_str(line).map_err(|error| format!("{}:{number}: {error}", path.display()).into())
    };
    (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()).map(parse).collect()
}
