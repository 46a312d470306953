//! Compound messages: finds the questions in one message.

use super::{Engine, Part};

/// The parts of a message that asks several questions; empty where it asks one.
pub(super) fn questions(_engine: &Engine, _message: &str, _context: &[String]) -> Vec<Part> {
    Vec::new()
}
