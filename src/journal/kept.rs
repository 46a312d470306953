//! What is kept in the journal, as it is read back; and what is changed of it afterwards.

use rusqlite::{OptionalExtension as _, Row, TransactionBehavior, params};

use super::{Store, Trouble};

/// An entry near a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Nearest {
    /// The id of the entry.
    pub entry: String,
    /// How well it fits, about −1.5 to 3.
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

fn read_nearest(written: &str) -> Vec<Nearest> {
    let read = |line: &str| {
        let (score, entry) = line.split_once(' ')?;
        Some(Nearest { entry: entry.to_owned(), score: score.parse().ok()? })
    };
    written.lines().filter_map(read).collect()
}

fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}
