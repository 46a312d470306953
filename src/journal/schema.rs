//! The tables of the journal, and the steps from every earlier form of them to the present one.
//!
//! `PRAGMA user_version` counts the steps that a file has behind it. A step is never changed once it was released.

use rusqlite::{Connection, TransactionBehavior};

use super::Trouble;

const STEPS: &[&str] = &[
    // 1: what was asked, thought and done.
    "CREATE TABLE questions (
         id INTEGER PRIMARY KEY AUTOINCREMENT,
         token TEXT NOT NULL,
         at INTEGER NOT NULL,
         question TEXT NOT NULL,
         outcome TEXT NOT NULL,
         generation INTEGER NOT NULL,
         nearest TEXT NOT NULL
     ) STRICT;
     CREATE INDEX questions_by_token ON questions (token);
     CREATE TABLE opinions (
         day INTEGER NOT NULL,
         entry TEXT NOT NULL,
         useful INTEGER NOT NULL DEFAULT 0,
         wrong INTEGER NOT NULL DEFAULT 0,
         PRIMARY KEY (day, entry)
     ) STRICT;
     CREATE TABLE remarks (
         id INTEGER PRIMARY KEY,
         at INTEGER NOT NULL,
         entry TEXT NOT NULL,
         generation INTEGER NOT NULL,
         remark TEXT NOT NULL
     ) STRICT;
     CREATE TABLE acts (
         id INTEGER PRIMARY KEY,
         at INTEGER NOT NULL,
         who TEXT NOT NULL,
         what TEXT NOT NULL,
         outcome TEXT NOT NULL
     ) STRICT;",
    // 2: what a moderator has made of a question.
    "ALTER TABLE questions ADD COLUMN settled TEXT;",
];

/// The present form.
pub(super) const VERSION: i64 = STEPS.len() as i64;

/// Brings a file to the present form, all steps or none.
///
/// # Errors
///
/// [`Trouble::Newer`] where the file is ahead of this program; it is not touched then.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), Trouble> {
    if version(connection)? == VERSION {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let behind = usize::try_from(version(&transaction)?).map_err(|_| Trouble::Damaged)?;
    for step in STEPS.get(behind..).unwrap_or_default() {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", VERSION)?;
    Ok(transaction.commit()?)
}

/// How many steps a file has behind it.
///
/// # Errors
///
/// [`Trouble::Newer`] where they are more than this program knows.
pub(super) fn version(connection: &Connection) -> Result<i64, Trouble> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version > VERSION { Err(Trouble::Newer(version, VERSION)) } else { Ok(version) }
}
