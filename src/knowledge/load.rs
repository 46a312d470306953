//! Where knowledge files come from: a folder, or the copy compiled into the program. The only reader of files.

use std::fs;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use sha2::{Digest as _, Sha256};

use super::KnowledgeFile;
use super::raw::WHOLE_FOLDER;

static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/knowledge/geneva-talks");

/// The folder that is used where none is named and it exists under the working directory.
pub const DEFAULT_FOLDER: &str = "knowledge/geneva-talks";

/// Where a knowledge base is read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A folder of knowledge files.
    Folder(PathBuf),
    /// The copy compiled into the program.
    Embedded,
}

impl Origin {
    /// The folder named, else [`DEFAULT_FOLDER`] under the working directory, else the embedded copy.
    pub fn find(named: Option<PathBuf>) -> Self {
        match named {
            Some(folder) => Self::Folder(folder),
            None if Path::new(DEFAULT_FOLDER).is_dir() => Self::Folder(DEFAULT_FOLDER.into()),
            None => Self::Embedded,
        }
    }

    /// All files, in the order of their paths. A file that cannot be read comes with the reason.
    pub fn files(&self) -> Vec<KnowledgeFile> {
        let mut files = Vec::new();
        match self {
            Self::Folder(folder) => collect(folder, "", &mut files),
            Self::Embedded => collect_embedded(&EMBEDDED, &mut files),
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files
    }
}

/// Adds the files of a folder and of its sub-folders; hidden files and editors' backups are passed over.
fn collect(folder: &Path, prefix: &str, files: &mut Vec<KnowledgeFile>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            let path = if prefix.is_empty() { WHOLE_FOLDER } else { prefix };
            files.push(KnowledgeFile { path: path.to_owned(), bytes: Err(error.to_string()) });
            return;
        }
    };
    for entry in entries.filter_map(Result::ok) {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(['.', '#']) || name.ends_with(['~', '#']) || name.ends_with(".swp") {
            continue;
        }
        let path = if prefix.is_empty() { name } else { format!("{prefix}/{name}") };
        if entry.path().is_dir() {
            collect(&entry.path(), &path, files);
        } else {
            files.push(KnowledgeFile {
                path,
                bytes: fs::read(entry.path()).map_err(|error| error.to_string()),
            });
        }
    }
}

fn collect_embedded(folder: &Dir<'_>, files: &mut Vec<KnowledgeFile>) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.push(KnowledgeFile { path, bytes: Ok(file.contents().to_vec()) });
    }
    for sub in folder.dirs() {
        collect_embedded(sub, files);
    }
}

/// A digest of files: another one where a byte, a name or a reason why one cannot be read changes. 64 hexadecimal
/// digits.
pub fn digest(files: &[KnowledgeFile]) -> String {
    let mut digest = Sha256::new();
    // Each part with its length, so that no two lists of parts run together to the same bytes.
    let mut add = |part: &[u8]| {
        digest.update(part.len().to_le_bytes());
        digest.update(part);
    };
    for file in files {
        add(file.path.as_bytes());
        match &file.bytes {
            Ok(bytes) => add(bytes),
            Err(reason) => {
                add(b"unreadable");
                add(reason.as_bytes());
            }
        }
    }
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads a text file from outside the knowledge folder: the printed article, an exam.
///
/// # Errors
///
/// A sentence that names the file and the reason.
pub fn text_file(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}
