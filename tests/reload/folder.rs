//! A knowledge folder that is edited as moderators do: the small knowledge base about a village bridge.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

/// The entry whose answer is edited, and the question that it answers.
pub const ENTRY: &str = "toll-ended";
pub const QUESTION: &str = "Does it cost anything to cross?";
/// Its file, and what it says at first.
pub const FILE: &str = "entries/toll.json";
pub const FIRST: &str = "No. The toll ended in May.";

/// A copy of the small knowledge base.
pub struct Folder {
    pub path: PathBuf,
}

impl Folder {
    /// A copy under this name, in a place that is empty.
    pub fn new(name: &str) -> Self {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check/minimal");
        let path = scratch(name);
        let folder = Self { path };
        fs::create_dir_all(folder.path.join("entries")).unwrap();
        for file in ["article.json", "silences.json", "vocabulary.json", "exam.json"] {
            fs::copy(source.join(file), folder.path.join(file)).unwrap();
        }
        for file in ["built.json", "flood.json", "toll.json"] {
            fs::copy(source.join("entries").join(file), folder.path.join("entries").join(file)).unwrap();
        }
        folder
    }

    pub fn str(&self) -> &str {
        self.path.to_str().unwrap()
    }

    /// The text of a file.
    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path.join(file)).unwrap()
    }

    /// Writes a file.
    pub fn write(&self, file: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path.join(file), content).unwrap();
    }

    /// Changes the JSON of a file.
    pub fn edit(&self, file: &str, change: impl FnOnce(&mut Value)) {
        let mut value: Value = serde_json::from_str(&self.read(file)).unwrap();
        change(&mut value);
        self.write(file, format!("{value:#}\n"));
    }

    /// Has the entry answer this.
    pub fn answer(&self, text: &str) {
        self.edit(FILE, |file| file["entries"][0]["answer"] = json!(text));
    }

    /// Has a golden question expect what it does not get.
    pub fn turn_a_golden_question_wrong(&self) {
        self.edit("exam.json", |file| {
            file["questions"][1]["entry"] = json!("bridge-built");
        });
    }

    /// Has the knowledge lose the phrasings by which a golden question found its entry.
    pub fn lose_the_toll(&self) {
        self.edit(FILE, |file| {
            let entry = &mut file["entries"][0];
            entry["question"] = json!("Who mows the meadow of the miller?");
            entry["phrasings"] =
                json!(["meadow mown", "mowing the meadow", "miller's hay", "hay of the miller", "who mows"]);
        });
    }
}

/// A place of this test program under this name, where nothing is.
pub fn scratch(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(env!("CARGO_CRATE_NAME")).join(name);
    let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
    drop(removed);
    assert!(!path.exists(), "{} is still there", path.display());
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    path
}
