//! Every generation that was applied, kept as a snapshot on disk: the only writer of files beside the journal.
//!
//! ```text
//! STATE/geneva-talks-0123456789ab/lock
//! STATE/geneva-talks-0123456789ab/generations/0007/record.json, files/…
//! ```
//!
//! **The current generation is the complete snapshot with the highest number**; there is no pointer that could
//! disagree with it, and a rollback is one more generation with the content of an earlier one.
//!
//! A kill at any instruction leaves the generation before or the new one, whole:
//!
//! 1. A snapshot is written under the name `.new`, which no reader looks at, every file down to the disk. Killed
//!    until here: the one before is current, and the next writer removes `.new`.
//! 2. `.new` is renamed to its number, which nothing has: the system does that at once or not at all. From then on it
//!    is current.
//! 3. What is older than the last [`KEPT`] is renamed to `.old` and then removed. It is never the current one, and
//!    killed in between, it has no number any more; the next writer removes `.old`. Killed before, it is there until the
//!    next writer, who begins with it: there is never more than one too many.
//!
//! What was damaged in another way (a disk, a hand) is passed over with a sentence for the log: the digest in a record
//! tells. Its number is not used again.
//!
//! One program writes at a time: the system's lock on the file `lock` ends with the process that holds it, however that
//! ends. Whoever applies says which generation was the last when it looked; where there is another one by now, nothing
//! is written. Readers take no lock.

mod record;
mod snapshot;

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::KnowledgeFile;

pub use record::{Counts, Figures, LONGEST_NOTE, Record};
pub use snapshot::Snapshot;

/// How many snapshots are kept.
pub const KEPT: usize = 20;
/// Digits of the digest in the name of a folder's history.
const DIGITS: usize = 12;
/// The snapshot that is being written, and the one that is being removed.
const NEW: &str = ".new";
const OLD: &str = ".old";

/// The applied generations of one knowledge folder.
#[derive(Debug, Clone)]
pub struct History {
    home: PathBuf,
    /// Why nothing can be written, where that is so.
    trouble: Option<String>,
}

/// Why a generation was not kept, and so not applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotKept {
    /// Another one was applied meanwhile: its number.
    Overtaken(u64),
    /// It could not be written.
    Unwritten(String),
}

impl History {
    /// The history of a knowledge folder under a state folder, both as they are named: a folder that is swapped by a
    /// symbolic link, or is gone, keeps its history. Whether it can be written is found out here and now.
    pub fn open(state: &Path, knowledge: &Path) -> Self {
        let absolute = std::path::absolute(knowledge).unwrap_or_else(|_| knowledge.to_owned());
        // Component by component: `a/` and `a` are one folder.
        let absolute: PathBuf = absolute.components().collect();
        let digest = Sha256::digest(absolute.to_string_lossy().as_bytes());
        let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        let name = absolute.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let home = state.join(format!("{name}-{}", &digest[..DIGITS]));
        let mut history = Self { home, trouble: None };
        let lock = fs::create_dir_all(history.generations()).and_then(|()| history.lock());
        history.trouble = lock.err().map(|error| error.to_string());
        history
    }

    /// Why nothing can be written, where that is so; what was kept can still be read.
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    /// The number of the generation applied last, also where its snapshot is damaged; 0 where there is none.
    pub fn last(&self) -> u64 {
        self.numbers().first().copied().unwrap_or_default()
    }

    /// The records of the generations, the latest first, and a sentence for each that cannot be read.
    pub fn records(&self) -> (Vec<Record>, Vec<String>) {
        let mut problems = Vec::new();
        let mut records = Vec::new();
        for number in self.numbers() {
            match snapshot::record(&self.folder(number), number) {
                Ok(record) => records.push(record),
                Err(problem) => problems.push(damaged(number, &problem)),
            }
        }
        (records, problems)
    }

    /// The generations from the latest on, those left out that cannot be read: a sentence for each of them.
    pub fn snapshots(&self) -> impl Iterator<Item = Result<Snapshot, String>> {
        self.numbers().into_iter().map(|number| self.snapshot(number))
    }

    /// The generation of this number.
    ///
    /// # Errors
    ///
    /// A sentence where it is not there, or damaged.
    pub fn snapshot(&self, number: u64) -> Result<Snapshot, String> {
        if !self.folder(number).is_dir() {
            return Err(format!("generation {number} is not kept"));
        }
        snapshot::read(&self.folder(number), number).map_err(|problem| damaged(number, &problem))
    }

    /// Keeps a generation, after which it is the current one. `last` is the [`last`](Self::last) that it follows.
    ///
    /// # Errors
    ///
    /// Where another one was applied since, or it cannot be written: then nothing has changed.
    pub fn keep(&self, last: u64, files: &[KnowledgeFile], record: &Record) -> Result<(), NotKept> {
        let failed = |error: io::Error| NotKept::Unwritten(error.to_string());
        let _lock = fs::create_dir_all(self.generations()).and_then(|()| self.lock()).map_err(failed)?;
        let now = self.last();
        if now != last {
            return Err(NotKept::Overtaken(now));
        }
        // What a kill has left of the last time goes first, or one kill after another would leave more and more.
        self.forget_old();
        let new = self.generations().join(NEW);
        remove(&new).map_err(failed)?;
        if let Err(error) = snapshot::write(&new, files, record) {
            let _ = remove(&new);
            return Err(failed(error));
        }
        fs::rename(&new, self.folder(record.number)).map_err(failed)?;
        // It is applied. What follows may fail: it is done again the next time.
        self.generations().ancestors().take(3).for_each(snapshot::sync_folder);
        self.forget_old();
        Ok(())
    }

    /// Removes what is older than the last [`KEPT`] that can be read.
    fn forget_old(&self) {
        let old = self.generations().join(OLD);
        let (records, _) = self.records();
        let Some(oldest) = records.get(KEPT - 1).map(|record| record.number) else { return };
        for number in self.numbers().into_iter().filter(|number| *number < oldest) {
            let _ = remove(&old).and_then(|()| fs::rename(self.folder(number), &old));
        }
        let _ = remove(&old);
    }

    /// The numbers that are taken, the highest first.
    fn numbers(&self) -> Vec<u64> {
        let entries = fs::read_dir(self.generations()).into_iter().flatten().filter_map(Result::ok);
        let mut numbers: Vec<u64> =
            entries.filter_map(|entry| entry.file_name().to_string_lossy().parse().ok()).collect();
        numbers.sort_unstable_by(|a, b| b.cmp(a));
        numbers.dedup();
        numbers
    }

    fn generations(&self) -> PathBuf {
        self.home.join("generations")
    }

    fn folder(&self, number: u64) -> PathBuf {
        self.generations().join(format!("{number:04}"))
    }

    /// Waits until nobody else writes; until the file is closed, nobody else does.
    fn lock(&self) -> io::Result<File> {
        let file = File::options().create(true).append(true).open(self.home.join("lock"))?;
        file.lock()?;
        Ok(file)
    }
}

fn damaged(number: u64, problem: &str) -> String {
    format!("the snapshot of generation {number} is damaged and passed over ({problem})")
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
