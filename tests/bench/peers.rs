//! Runs other ways of answering beside ours, on the same phrasings and questions.
//!
//! They are a package of their own (`tests/peers`), so that nobody who builds the bot has to build a search
//! engine; what they share is a folder with `phrasings.jsonl` and `questions.jsonl`.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs};

use serde_json::json;

use crate::synthetic::Synthetic;
use crate::table::Row;
use crate::{Failure, spread};

/// A row for every peer.
pub fn answer(synthetic: &Synthetic, size: usize, most_questions: usize) -> Result<Vec<Row>, Failure> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("growth-{size}"));
    fs::create_dir_all(&folder)?;
    let mut phrasings = String::new();
    for (entry, text) in synthetic.phrasings() {
        writeln!(phrasings, "{}", json!({ "entry": Synthetic::id(entry), "text": text }))?;
    }
    fs::write(folder.join("phrasings.jsonl"), phrasings)?;
    let mut questions = String::new();
    for (entry, question) in spread(&synthetic.questions, most_questions) {
        let id = format!("q{entry}");
        writeln!(questions, "{}", json!({ "id": id, "question": question, "entry": Synthetic::id(*entry) }))?;
    }
    fs::write(folder.join("questions.jsonl"), questions)?;

    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/peers/Cargo.toml");
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["run", "--release", "--locked", "--quiet", "--manifest-path"]).arg(manifest);
    let output = cargo.arg("--").arg("--json").arg(&folder).stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(format!("the peers ended with {}", output.status).into());
    }
    let lines = std::str::from_utf8(&output.stdout)?.lines();
    Ok(lines.map(serde_json::from_str).collect::<Result<_, _>>()?)
}
