//! What is in the journal's file, in SQL.
//!
//! SQLite's rollback journal, and not its write-ahead log: with `synchronous = EXTRA` whatever was committed is still
//! there after a loss of power, at rest there is one file that can be copied as it is, and no memory is shared with
//! others, which fails on network drives. It costs a wait for the disk at every transaction, which is no question's
//! wait. `secure_delete` overwrites what is removed: a question that was forgotten is not in the file any more.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior, params};

use super::schema;
use super::{Act, DAY, FILE, Nearest, Note, Settings, Trouble, Unanswered, mask};

/// How long another program is waited for that has locked the file.
const PATIENCE: Duration = Duration::from_millis(300);
/// How many questions, remarks and acts are kept at most; the oldest go.
const MOST_QUESTIONS: i64 = 10_000;
const MOST_REMARKS: i64 = 2_000;
const MOST_ACTS: i64 = 10_000;
/// How many characters of a text are kept: what a phrasing may have.
const LONGEST: usize = 500;

/// How the names of files begin that were moved aside; Unix seconds follow.
const ASIDE: &str = "journal.corrupt-";

/// The journal's file, open.
#[derive(Debug)]
pub struct Store {
    pub(super) connection: Connection,
    days: i64,
}

impl Store {
    /// Opens the file to write, makes it where it is not there, and brings it to the present form.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub(super) fn open(settings: &Settings) -> Result<Self, Trouble> {
        let folder = settings.folder.as_deref().ok_or(Trouble::NoFolder)?;
        fs::create_dir_all(folder).map_err(|_| Trouble::Unreachable)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let mut connection = connect(folder, flags)?;
        // Before anything is written: a file of a later version is not touched.
        schema::version(&connection)?;
        connection.pragma_update(None, "journal_mode", "DELETE")?;
        connection.pragma_update(None, "synchronous", "EXTRA")?;
        connection.pragma_update(None, "secure_delete", true)?;
        let found: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if found != "ok" {
            return Err(Trouble::Damaged);
        }
        schema::migrate(&mut connection)?;
        Ok(Self { connection, days: i64::from(settings.days) })
    }

    /// Opens the file of a state folder to read, beside a bot that may be writing it; `None` where there is none.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn open_to_read(folder: &Path) -> Result<Option<Self>, Trouble> {
        if !folder.join(FILE).exists() {
            return Ok(None);
        }
        let connection = connect(folder, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        // Of an earlier form, nothing can be read before a bot has brought it to the present one.
        let is_present = schema::version(&connection)? == schema::VERSION;
        Ok(is_present.then_some(Self { connection, days: 0 }))
    }

    /// Moves the file out of the way, with what SQLite keeps beside it. Returns its new name.
    pub(super) fn move_aside(settings: &Settings, now: i64) -> Option<String> {
        let folder = settings.folder.as_deref()?;
        let names = (0..100).map(|n| if n == 0 { format!("{now}") } else { format!("{now}-{n}") });
        let mut names = names.map(|when| format!("{ASIDE}{when}.sqlite"));
        let name = names.find(|name| !folder.join(name).exists())?;
        fs::rename(folder.join(FILE), folder.join(&name)).ok()?;
        for beside in ["-journal", "-wal", "-shm"] {
            // Of these there may be none.
            let from = folder.join(format!("{FILE}{beside}"));
            let _ = fs::rename(from, folder.join(format!("{name}{beside}")));
        }
        Some(name)
    }

    /// Removes files that were moved aside before this time: what members wrote is in them too.
    pub(super) fn drop_aside(settings: &Settings, now: i64) {
        let before = now - i64::from(settings.days) * DAY;
        let Some(entries) = settings.folder.as_deref().and_then(|folder| fs::read_dir(folder).ok()) else {
            return;
        };
        for entry in entries.filter_map(Result::ok) {
            let name = entry.file_name().to_string_lossy().into_owned();
            let when =
                name.strip_prefix(ASIDE).and_then(|rest| rest.split(['-', '.']).next()?.parse::<i64>().ok());
            if when.is_some_and(|when| when < before) {
                // What cannot be removed now is tried again with the next pruning.
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// Writes notes down, all or none.
    pub(super) fn write(&mut self, notes: Vec<Note>) -> Result<(), Trouble> {
        let days = self.days;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for note in notes {
            write(&transaction, note, days)?;
        }
        bound(&transaction)?;
        Ok(transaction.commit()?)
    }
}

fn connect(folder: &Path, flags: OpenFlags) -> Result<Connection, Trouble> {
    let connection = Connection::open_with_flags(folder.join(FILE), flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(PATIENCE)?;
    Ok(connection)
}

impl Note {
    /// When it was noted, in Unix seconds.
    pub(super) fn at(&self) -> i64 {
        match self {
            Self::Unanswered { at, .. }
            | Self::Useful { at, .. }
            | Self::Wrong { at, .. }
            | Self::Prune { at } => *at,
            Self::Act(act) => act.at,
        }
    }
}

fn write(transaction: &Transaction<'_>, note: Note, days: i64) -> Result<(), Trouble> {
    match note {
        Note::Unanswered { token, at, find } => {
            for Unanswered { question, outcome, generation, nearest } in find() {
                transaction.execute(
                    "INSERT INTO questions (token, at, question, outcome, generation, nearest)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                    params![
                        token,
                        at,
                        short(&mask(&question)),
                        outcome,
                        signed(generation),
                        written_nearest(&nearest)
                    ],
                )?;
            }
        }
        Note::Useful { at, entry } => count(transaction, at, &entry, 1, 0)?,
        Note::Wrong { at, entry, generation, what } => {
            count(transaction, at, &entry, 0, 1)?;
            transaction.execute(
                "INSERT INTO remarks (at, entry, generation, remark) VALUES (?1, ?2, ?3, ?4)",
                params![at, entry, signed(generation), short(&mask(&what))],
            )?;
        }
        Note::Act(Act { at, who, what, outcome }) => {
            transaction.execute(
                "INSERT INTO acts (at, who, what, outcome) VALUES (?1, ?2, ?3, ?4)",
                params![at, who, short(&what), short(&outcome)],
            )?;
        }
        Note::Prune { at } => prune(transaction, at - days * DAY)?,
    }
    Ok(())
}

fn count(
    transaction: &Transaction<'_>,
    at: i64,
    entry: &str,
    useful: i64,
    wrong: i64,
) -> Result<(), Trouble> {
    transaction.execute(
        "INSERT INTO opinions (day, entry, useful, wrong) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (day, entry) DO UPDATE SET useful = useful + excluded.useful, wrong = wrong + excluded.wrong",
        params![at.div_euclid(DAY), entry, useful, wrong],
    )?;
    Ok(())
}

/// Removes what members wrote and thought before this time. What moderators did stays.
fn prune(transaction: &Transaction<'_>, before: i64) -> Result<(), Trouble> {
    transaction.execute("DELETE FROM questions WHERE at < ?1", [before])?;
    transaction.execute("DELETE FROM remarks WHERE at < ?1", [before])?;
    transaction.execute("DELETE FROM opinions WHERE day < ?1", [before.div_euclid(DAY)])?;
    Ok(())
}

/// Removes the oldest rows where there are too many.
fn bound(transaction: &Transaction<'_>) -> Result<(), Trouble> {
    for (table, most) in [("questions", MOST_QUESTIONS), ("remarks", MOST_REMARKS), ("acts", MOST_ACTS)] {
        let sql = format!("DELETE FROM {table} WHERE id <= (SELECT max(id) FROM {table}) - ?1");
        transaction.execute(&sql, [most])?;
    }
    Ok(())
}

/// As it is kept: one `entry score` a line.
fn written_nearest(nearest: &[Nearest]) -> String {
    let lines: Vec<String> = nearest.iter().map(|near| format!("{:.3} {}", near.score, near.entry)).collect();
    lines.join("\n")
}

fn short(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
