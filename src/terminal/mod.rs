//! The terminal door: everything that the bot can do, without Discord and without a token.

mod chat;
mod date;
mod gaps;
mod json;
mod reload;
mod render;
mod report;
mod unanswered;

use std::io::{self, BufRead, Write};
use std::path::Path;

use crate::answer::Reply;
use crate::desk::{Consultation, Desk};
use crate::knowledge::load::text_file;
use crate::knowledge::verify as prove;

pub use chat::chat;
pub use reload::{history, plan, reload, rollback};
pub use report::{Detail, Floor, check, complaint, exam};
pub use unanswered::gaps;

/// Exit status when a question was answered, or a check passed.
pub const ANSWERED: u8 = 0;
/// Exit status when a question was refused or suggestions were made, or a floor was not reached.
pub const NOT_ANSWERED: u8 = 1;
/// Exit status for broken knowledge and wrong usage.
pub const BROKEN: u8 = 2;

/// Answers one question, as text or as JSON.
///
/// # Errors
///
/// Where the output cannot be written.
pub fn ask(desk: &Desk, question: &str, as_json: bool, out: &mut impl Write) -> io::Result<u8> {
    let consultation = desk.ask(question, &[]);
    if as_json {
        writeln!(out, "{}", json::reply(&consultation, &serde_json::Value::Null))?;
    } else {
        write!(out, "{}", render::reply(&consultation, &render::PLAIN))?;
    }
    Ok(status(&consultation.reply))
}

/// Answers one JSON object a line (`{"id", "question", "context": []}`) with one a line, in the same order.
/// A line that is no such object is answered with `{"id", "error"}`, and the rest go on.
///
/// # Errors
///
/// Where the input cannot be read or the output cannot be written.
pub fn batch(desk: &Desk, input: &mut impl BufRead, out: &mut impl Write) -> io::Result<u8> {
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        if !line.trim_ascii().is_empty() {
            writeln!(out, "{}", json::answer_line(desk, &line))?;
        }
        line.clear();
    }
    out.flush()?;
    Ok(ANSWERED)
}

/// Shows how the outcome for a question comes about.
///
/// # Errors
///
/// Where the output cannot be written.
pub fn explain(desk: &Desk, question: &str, out: &mut impl Write) -> io::Result<u8> {
    let Consultation { generation, reply } = desk.ask(question, &[]);
    write!(out, "{}", generation.engine.explain(&reply))?;
    Ok(status(&reply))
}

/// Proves passages and quotes against a copy of the printed article.
///
/// # Errors
///
/// A sentence for everything that could not be proven, or why the file cannot be read.
pub fn verify(desk: &Desk, article: &Path, out: &mut impl Write) -> Result<u8, Vec<String>> {
    let printed = text_file(article).map_err(|problem| vec![problem])?;
    let proof = prove(desk.current().engine.knowledge(), &printed);
    if !proof.failures.is_empty() {
        let count = proof.failures.len();
        let verdict = format!("{count} not proven, {} proven against {}", proof.proven, article.display());
        return Err(proof.failures.into_iter().chain([verdict]).collect());
    }
    let told = writeln!(out, "{} paragraphs and quotes proven against {}", proof.proven, article.display());
    written(told.map(|()| ANSWERED))
}

/// What writing the output came to. A reader that has had enough (`… | head`) is no failure.
///
/// # Errors
///
/// Why the output could not be written.
pub fn written(status: io::Result<u8>) -> Result<u8, Vec<String>> {
    match status {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ANSWERED),
        status => status.map_err(|error| vec![error.to_string()]),
    }
}

fn status(reply: &Reply) -> u8 {
    if reply.is_answered() { ANSWERED } else { NOT_ANSWERED }
}
