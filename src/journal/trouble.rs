//! What can be wrong with the journal's file, in a sentence each, for the status and the log. SQLite's own messages are
//! never shown: nobody has proven that there is no word of a member in them.

use std::fmt;

use rusqlite::{Error, ErrorCode};

/// What is wrong with the journal's file. Nothing is written as long as it lasts; it is tried again with the next note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// It is switched off.
    Off,
    /// Nobody has said where it is to be.
    NoFolder,
    /// There is no room for more.
    Full,
    /// It may be read and not written.
    ReadOnly,
    /// Another program holds it.
    Locked,
    /// It is no such file, or a damaged one.
    Damaged,
    /// It, or its folder, cannot be opened or made.
    Unreachable,
    /// A later version of this program made it: its schema, and the latest that this one knows.
    Newer(i64, i64),
    /// Too many notes are waiting.
    Busy,
    /// The system gives no thread for it.
    NoThread,
    /// Anything else, with SQLite's number for it.
    Other(i32),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Off => f.write_str("the journal is switched off (AIDE_JOURNAL_DAYS is 0)"),
            Self::NoFolder => {
                f.write_str("the journal is not written: there is no state folder, set AIDE_STATE or --state")
            }
            Self::Full => f.write_str("the journal cannot be written: the disk is full"),
            Self::ReadOnly => f.write_str("the journal cannot be written: its file is read-only"),
            Self::Locked => f.write_str("the journal cannot be written: another program has locked its file"),
            Self::Damaged => f.write_str("the journal's file is damaged"),
            Self::Unreachable => {
                f.write_str("the journal's file cannot be opened: check that the state folder may be written")
            }
            Self::Newer(found, known) => write!(
                f,
                "the journal's file is left alone: a later version of this program made it (schema {found}, this \
                 one knows {known}); run that version, or name another state folder"
            ),
            Self::Busy => f.write_str("the journal is busy: too many notes are waiting"),
            Self::NoThread => f.write_str("the journal is not written: the system gives no thread for it"),
            Self::Other(code) => write!(f, "the journal cannot be written: SQLite error {code}"),
        }
    }
}

impl std::error::Error for Trouble {}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        let Error::SqliteFailure(failure, _) = error else { return Self::Other(0) };
        match failure.code {
            // A limit on the size of files shows as a failure to write.
            ErrorCode::DiskFull | ErrorCode::SystemIoFailure => Self::Full,
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Locked,
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Damaged,
            ErrorCode::CannotOpen => Self::Unreachable,
            _ => Self::Other(failure.extended_code),
        }
    }
}
