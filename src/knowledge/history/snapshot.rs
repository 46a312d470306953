//! One snapshot: the files of a generation and its record, in a folder of their own.
//!
//! ```text
//! 0007/record.json
//! 0007/files/article.json
//! 0007/files/entries/lead.json
//! ```

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Component, Path};

use super::Record;
use crate::knowledge::KnowledgeFile;
use crate::knowledge::load::{Origin, digest};

const RECORD: &str = "record.json";
const FILES: &str = "files";

/// An applied generation, as it was kept.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// What was written down of it.
    pub record: Record,
    /// Its files.
    pub files: Vec<KnowledgeFile>,
}

/// The record in a snapshot's folder.
///
/// # Errors
///
/// What is wrong with it, without the path.
pub(super) fn record(folder: &Path, number: u64) -> Result<Record, String> {
    let text = fs::read_to_string(folder.join(RECORD)).map_err(|error| format!("its record: {error}"))?;
    let record: Record = serde_json::from_str(&text).map_err(|error| format!("its record: {error}"))?;
    if record.number != number {
        return Err(format!("its record is of generation {}", record.number));
    }
    Ok(record)
}

/// A snapshot, whole: its files are those that were applied, to the byte.
///
/// # Errors
///
/// What is wrong with it, without the path.
pub(super) fn read(folder: &Path, number: u64) -> Result<Snapshot, String> {
    let record = record(folder, number)?;
    let files = Origin::Folder(folder.join(FILES)).files();
    if digest(&files) != record.digest {
        return Err("its files are not those that were applied".to_owned());
    }
    Ok(Snapshot { record, files })
}

/// Writes a snapshot into a folder that is not there yet, down to the disk.
///
/// # Errors
///
/// Why it could not be written.
pub(super) fn write(folder: &Path, files: &[KnowledgeFile], record: &Record) -> io::Result<()> {
    let root = folder.join(FILES);
    fs::create_dir_all(&root)?;
    for file in files {
        let bytes = file.bytes.as_ref().map_err(|reason| io::Error::other(reason.clone()))?;
        let path = Path::new(&file.path);
        // They came out of a folder; none may lead out of this one.
        if !path.components().all(|part| matches!(part, Component::Normal(_))) {
            return Err(io::Error::other("a file that is not inside the knowledge folder"));
        }
        let path = root.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
            write_file(&path, bytes)?;
            sync_folder(parent);
        }
    }
    let text = serde_json::to_string_pretty(record)?;
    write_file(&folder.join(RECORD), format!("{text}\n").as_bytes())?;
    sync_folder(&root);
    sync_folder(folder);
    Ok(())
}

fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Makes names in a folder outlast a loss of power. Not every system can; a kill does no harm either way.
pub(super) fn sync_folder(folder: &Path) {
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}
