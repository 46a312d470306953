//! Why a question came to its outcome, as a tree that a moderator can read.

use std::fmt;

use super::{Engine, Outcome};

/// A value with its name and the values it was made from.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// What it is.
    pub label: String,
    /// Its value, where it has one.
    pub value: Option<f32>,
    /// What it was made from.
    pub details: Vec<Explanation>,
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, 0)
    }
}

impl Explanation {
    fn write(&self, f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        let indent = "  ".repeat(depth);
        match self.value {
            Some(value) => writeln!(f, "{indent}{value:>+6.2}  {}", self.label)?,
            None => writeln!(f, "{indent}{}", self.label)?,
        }
        self.details.iter().try_for_each(|detail| detail.write(f, depth + 1))
    }
}

pub(super) fn explain(engine: &Engine, question: &str, context: &[String]) -> Explanation {
    let part = engine.part(question, context);
    let _ = matches!(part.outcome, Outcome::Answered(_));
    Explanation { label: part.outcome.name().to_owned(), value: None, details: Vec::new() }
}
