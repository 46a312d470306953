//! The table that `growth` prints, as text or as JSON, and the targets below it.

use serde::{Deserialize, Serialize};

use crate::TALKS;

/// What was measured of one way of answering at one size. `None` where there is nothing to tell.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Row {
    pub what: String,
    /// Ways to ask for entries.
    pub phrasings: usize,
    /// Reading and checking the knowledge files.
    pub check_seconds: Option<f64>,
    pub build_seconds: Option<f64>,
    pub p50_ms: f64,
    pub p99_ms: f64,
    pub resident_mb: Option<f64>,
    pub most_mb: Option<f64>,
    /// Questions asked.
    pub asked: usize,
    /// Of these in per cent: the right entry comes first, whether it is sure enough to answer or not.
    pub first: Option<f64>,
    /// Answered by the right entry.
    pub right: Option<f64>,
    /// Answered by another entry.
    pub wrong: Option<f64>,
}

/// A property, the most that it may be, and how it is named.
type Target = (&'static str, fn(&Row) -> Option<f64>, f64);

/// What a hundred thousand phrasings may cost.
const AT_THE_LARGEST: (usize, &[Target]) = (
    100_000,
    &[
        ("p50 ms", |row| Some(row.p50_ms), 5.0),
        ("p99 ms", |row| Some(row.p99_ms), 15.0),
        ("build s", |row| row.build_seconds, 20.0),
        ("most MB", |row| row.most_mb, 1536.0),
    ],
);
/// What the talks' own base may cost.
const AT_THE_TALKS: Target = ("p50 ms", |row| Some(row.p50_ms), 0.5);

/// Prints rows as they come, and remembers them for the targets.
#[derive(Debug)]
pub struct Table {
    json: bool,
    rows: Vec<Row>,
}

impl Table {
    pub fn new(json: bool) -> Self {
        Self { json, rows: Vec::new() }
    }

    /// Prints a row, under the heading where it is the first.
    pub fn print(&mut self, row: Row) -> Result<(), serde_json::Error> {
        if self.json {
            println!("{}", serde_json::to_string(&row)?);
        } else {
            if self.rows.is_empty() {
                println!("{HEADING}");
            }
            println!("{}", line(&row));
        }
        self.rows.push(row);
        Ok(())
    }

    /// Prints which targets are met, of the sizes that were measured.
    pub fn targets(&self) {
        if self.json {
            return;
        }
        println!();
        let of = |what: &str, phrasings: Option<usize>| {
            let fits = |row: &&Row| row.what == what && phrasings.is_none_or(|size| row.phrasings == size);
            self.rows.iter().find(fits)
        };
        let (size, targets) = AT_THE_LARGEST;
        for target in targets {
            verdict(&size.to_string(), target, of(OURS, Some(size)));
        }
        verdict(TALKS, &AT_THE_TALKS, of(TALKS_ROW, None));
    }
}

/// How the rows of this program are named.
pub const OURS: &str = "aide-memoire";
/// How the row of the talks' own base is named.
pub const TALKS_ROW: &str = "talks' own base";

const HEADING: &str = "what                    phrasings   check s   build s    p50 ms    p99 ms    MB now   MB most  first %  right %  wrong %   asked";

fn line(row: &Row) -> String {
    let number = |value: Option<f64>, width: usize, digits: usize| match value {
        Some(value) => format!("{value:>width$.digits$}"),
        None => format!("{:>width$}", "–"),
    };
    let cells = [
        number(row.check_seconds, 10, 2),
        number(row.build_seconds, 10, 2),
        number(Some(row.p50_ms), 10, 3),
        number(Some(row.p99_ms), 10, 3),
        number(row.resident_mb, 10, 0),
        number(row.most_mb, 10, 0),
        number(row.first, 9, 1),
        number(row.right, 9, 1),
        number(row.wrong, 9, 1),
    ];
    format!("{:22}{:>11}{}{:>8}", row.what, row.phrasings, cells.concat(), row.asked)
}

fn verdict(size: &str, (name, value, most): &Target, row: Option<&Row>) {
    if let Some(value) = row.and_then(value) {
        let met = if value <= *most { "met" } else { "missed" };
        println!("target at {size}: {name} at most {most}: {value:.3}, {met}");
    }
}
