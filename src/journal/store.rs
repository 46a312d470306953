//! What is in the journal's file, in SQL.
//!
//! SQLite's rollback journal, and not its write-ahead log: with `synchronous = EXTRA` whatever was committed is still
//! there after a loss of power, at rest there is one file that can be copied as it is, and no memory is shared with
//! others, which fails on network drives. It costs a wait for the disk at every transaction, which is no question's
//! wait. `secure_delete` overwrites what is removed: a question that was forgotten is not in the file any more.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::{
    Connection, OpenFlags, OptionalExtension as _, Row, Transaction, TransactionBehavior, params,
};

use super::schema;
use super::{DAY, FILE, Note, Settings, Trouble, Unanswered, mask};

/// How long another program is waited for that has locked the file.
const PATIENCE: Duration = Duration::from_millis(300);
/// How many questions, remarks and acts are kept at most; the oldest go.
const MOST_QUESTIONS: i64 = 10_000;
const MOST_REMARKS: i64 = 2_000;
const MOST_ACTS: i64 = 10_000;
/// How many characters of a text are kept: what a phrasing may have.
const LONGEST: usize = 500;

/// The journal's file, open.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    days: i64,
}

/// An entry near a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Nearest {
    /// The id of the entry.
    pub entry: String,
    /// How well it fits, about −1.5 to 2.5.
    pub score: f32,
}

/// A question that was kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// Its number; later ones are larger.
    pub id: i64,
    /// When it was asked, in Unix seconds.
    pub at: i64,
    /// The question, masked.
    pub question: String,
    /// `suggested`, or the name of the reason for the refusal.
    pub outcome: String,
    /// The generation of knowledge that was asked.
    pub generation: u64,
    /// The entries that came nearest then, the best first.
    pub nearest: Vec<Nearest>,
    /// What a moderator has made of it.
    pub settled: Option<Settled>,
}

/// What a moderator has made of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// It is now in the knowledge files.
    Added,
    /// It needs no answer.
    Ignored,
}

impl Settled {
    fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Ignored => "ignored",
        }
    }
}

/// What members think of an entry's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// The id of the entry.
    pub entry: String,
    /// How many found it useful.
    pub useful: u64,
    /// How many found it wrong.
    pub wrong: u64,
}

/// What a member says is wrong with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// When, in Unix seconds.
    pub at: i64,
    /// The id of the entry.
    pub entry: String,
    /// The generation of knowledge that gave the answer.
    pub generation: u64,
    /// What is wrong, masked.
    pub remark: String,
}

/// What somebody with a say over the knowledge did, or tried to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// When, in Unix seconds.
    pub at: i64,
    /// Who: a Discord user id, or how else it came about.
    pub who: String,
    /// What.
    pub what: String,
    /// What came of it.
    pub outcome: String,
}

/// How much there is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Questions that were not answered.
    pub questions: u64,
    /// Presses on *Useful*.
    pub useful: u64,
    /// Presses on *Wrong*.
    pub wrong: u64,
    /// Acts of moderators.
    pub acts: u64,
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
        let mut names = names.map(|when| format!("journal.corrupt-{when}.sqlite"));
        let name = names.find(|name| !folder.join(name).exists())?;
        fs::rename(folder.join(FILE), folder.join(&name)).ok()?;
        for beside in ["-journal", "-wal", "-shm"] {
            // Of these there may be none.
            let from = folder.join(format!("{FILE}{beside}"));
            let _ = fs::rename(from, folder.join(format!("{name}{beside}")));
        }
        Some(name)
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

    /// Removes the questions with this token. Returns how many there were.
    ///
    /// # Errors
    ///
    /// What is wrong with the file.
    pub fn forget(&mut self, token: &str) -> Result<usize, Trouble> {
        Ok(self.connection.execute("DELETE FROM questions WHERE token = ?1", [token])?)
    }

    /// Notes what a moderator has made of these questions.
    ///
    /// # Errors
    ///
    /// What is wrong with the file.
    pub fn settle(&mut self, ids: &[i64], how: Settled) -> Result<(), Trouble> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for id in ids {
            transaction
                .execute("UPDATE questions SET settled = ?2 WHERE id = ?1", params![id, how.name()])?;
        }
        Ok(transaction.commit()?)
    }

    /// The question of this number.
    ///
    /// # Errors
    ///
    /// What is wrong with the file.
    pub fn question(&self, id: i64) -> Result<Option<Kept>, Trouble> {
        let sql = format!("{QUESTIONS} WHERE id = ?1");
        Ok(self.connection.query_row(&sql, [id], kept).optional()?)
    }

    /// Every question, the oldest first.
    ///
    /// # Errors
    ///
    /// What is wrong with the file.
    pub fn questions(&self) -> Result<Vec<Kept>, Trouble> {
        let mut statement = self.connection.prepare(&format!("{QUESTIONS} ORDER BY id"))?;
        let rows = statement.query_map([], kept)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What members think of each entry, those found wrong most often first.
    ///
    /// # Errors
    ///
    /// What is wrong with the file.
    pub fn opinions(&self) -> Result<Vec<Opinion>, Trouble> {
        let mut statement = self.connection.prepare(
            "SELECT entry, sum(useful), sum(wrong) FROM opinions GROUP BY entry ORDER BY 3 DESC, 2 DESC, 1",
        )?;
        let rows = statement.query_map([], |row| {
            let (useful, wrong) = (unsigned(row.get(1)?), unsigned(row.get(2)?));
            Ok(Opinion { entry: row.get(0)?, useful, wrong })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What members say is wrong, the latest first; at most so much.
    ///
    /// # Errors
    ///
    /// What is wrong with the file.
    pub fn remarks(&self, most: u32) -> Result<Vec<Remark>, Trouble> {
        let mut statement = self
            .connection
            .prepare("SELECT at, entry, generation, remark FROM remarks ORDER BY id DESC LIMIT ?1")?;
        let rows = statement.query_map([most], |row| {
            let generation = unsigned(row.get(2)?);
            Ok(Remark { at: row.get(0)?, entry: row.get(1)?, generation, remark: row.get(3)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What moderators did, the latest first; at most so much.
    ///
    /// # Errors
    ///
    /// What is wrong with the file.
    pub fn acts(&self, most: u32) -> Result<Vec<Act>, Trouble> {
        let mut statement =
            self.connection.prepare("SELECT at, who, what, outcome FROM acts ORDER BY id DESC LIMIT ?1")?;
        let rows = statement.query_map([most], |row| {
            Ok(Act { at: row.get(0)?, who: row.get(1)?, what: row.get(2)?, outcome: row.get(3)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How much there is.
    ///
    /// # Errors
    ///
    /// What is wrong with the file.
    pub fn counts(&self) -> Result<Counts, Trouble> {
        let count = |sql: &str| -> Result<u64, Trouble> {
            let found: Option<Option<i64>> =
                self.connection.query_row(sql, [], |row| row.get(0)).optional()?;
            Ok(unsigned(found.flatten().unwrap_or_default()))
        };
        Ok(Counts {
            questions: count("SELECT count(*) FROM questions")?,
            useful: count("SELECT sum(useful) FROM opinions")?,
            wrong: count("SELECT sum(wrong) FROM opinions")?,
            acts: count("SELECT count(*) FROM acts")?,
        })
    }
}

const QUESTIONS: &str = "SELECT id, at, question, outcome, generation, nearest, settled FROM questions";

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    Ok(Kept {
        id: row.get(0)?,
        at: row.get(1)?,
        question: row.get(2)?,
        outcome: row.get(3)?,
        generation: unsigned(row.get(4)?),
        nearest: read_nearest(&row.get::<_, String>(5)?),
        settled: match row.get::<_, Option<String>>(6)?.as_deref() {
            Some("added") => Some(Settled::Added),
            Some(_) => Some(Settled::Ignored),
            None => None,
        },
    })
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

fn read_nearest(written: &str) -> Vec<Nearest> {
    let read = |line: &str| {
        let (score, entry) = line.split_once(' ')?;
        Some(Nearest { entry: entry.to_owned(), score: score.parse().ok()? })
    };
    written.lines().filter_map(read).collect()
}

fn short(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}
