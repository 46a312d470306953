//! A conversation in the terminal: follow-ups, numbered suggestions, line editing where there is a terminal.

use std::io::{self, BufRead, IsTerminal, Write};

use rustyline::DefaultEditor;
use rustyline::error::ReadlineError;

use super::render::{self, COLOURED, PLAIN, Style};
use crate::answer::Outcome;
use crate::desk::{Consultation, Desk};
use crate::knowledge::Article;

const PROMPT: &str = "? ";
/// How many earlier questions a follow-up may lean on.
const REMEMBERED_QUESTIONS: usize = 5;

/// Answers lines until the input ends, or "quit". A bare number picks one of the questions just offered.
///
/// `colours` is for a terminal that shows them; where input or output is no terminal, everything is plain.
///
/// # Errors
///
/// Where the input cannot be read or the output cannot be written.
pub fn chat(desk: &Desk, colours: bool) -> io::Result<u8> {
    let interactive = io::stdin().is_terminal() && io::stdout().is_terminal();
    let style = if interactive && colours { &COLOURED } else { &PLAIN };
    let mut conversation = Conversation { desk, style, questions: Vec::new(), offered: Vec::new() };
    if interactive { conversation.edit_lines() } else { conversation.read_lines() }?;
    Ok(super::ANSWERED)
}

struct Conversation<'a> {
    desk: &'a Desk,
    style: &'a Style,
    questions: Vec<String>,
    offered: Vec<String>,
}

impl Conversation<'_> {
    fn edit_lines(&mut self) -> io::Result<()> {
        let generation = self.desk.current();
        let Article { title, publisher, .. } = &generation.engine.knowledge().article;
        writeln!(io::stdout(), "{title} ({publisher})\nAsk about the article; \"quit\" ends.\n")?;
        let mut editor = DefaultEditor::new().map_err(io::Error::other)?;
        loop {
            match editor.readline(PROMPT) {
                Ok(line) => {
                    let _ = editor.add_history_entry(&line);
                    if !self.answer(&line)? {
                        return Ok(());
                    }
                }
                Err(ReadlineError::Interrupted | ReadlineError::Eof) => return Ok(()),
                Err(error) => return Err(io::Error::other(error)),
            }
        }
    }

    fn read_lines(&mut self) -> io::Result<()> {
        let mut input = io::stdin().lock();
        let mut line = Vec::new();
        while input.read_until(b'\n', &mut line)? > 0 {
            let text = String::from_utf8_lossy(&line).trim().to_owned();
            writeln!(io::stdout(), "{PROMPT}{text}")?;
            if !self.answer(&text)? {
                break;
            }
            line.clear();
        }
        Ok(())
    }

    /// Answers one line; `false` ends the conversation.
    fn answer(&mut self, line: &str) -> io::Result<bool> {
        let line = line.trim();
        if line.is_empty() {
            return Ok(true);
        }
        if ends(line) {
            return Ok(false);
        }
        let mut out = io::stdout();
        // Nobody asks the article for "/help".
        if line.starts_with('/') && !line.contains(char::is_whitespace) {
            writeln!(out, "There are no commands here. Ask about the article; \"quit\" ends.\n")?;
            return Ok(true);
        }
        // As it is typed in Discord.
        let line = line.strip_prefix("/ask ").unwrap_or(line).trim();
        let question = match line.parse::<usize>() {
            Ok(number) if !self.offered.is_empty() => {
                let Some(picked) = number.checked_sub(1).and_then(|at| self.offered.get(at)) else {
                    writeln!(
                        out,
                        "Pick a number from 1 to {}, or ask something else.\n",
                        self.offered.len()
                    )?;
                    return Ok(true);
                };
                picked.clone()
            }
            _ => line.to_owned(),
        };
        let consultation = self.desk.ask(&question, &self.questions);
        writeln!(out, "{}", render::reply(&consultation, self.style))?;
        out.flush()?;
        self.offered = offered(&consultation);
        self.questions.push(question);
        let surplus = self.questions.len().saturating_sub(REMEMBERED_QUESTIONS);
        self.questions.drain(..surplus);
        Ok(true)
    }
}

/// The questions that a reply offers by number.
fn offered(consultation: &Consultation) -> Vec<String> {
    let parts = consultation.reply.parts().filter_map(|part| match &part.outcome {
        Outcome::Suggested(suggestions) => Some(suggestions),
        _ => None,
    });
    parts.flatten().map(|suggestion| suggestion.entry.question.clone()).collect()
}

/// Whether a line ends the conversation, as a word or as a command of other programs.
fn ends(line: &str) -> bool {
    let word = line.trim_start_matches(['/', ':', '\\']).to_lowercase();
    matches!(word.as_str(), "quit" | "exit" | "q" | "bye")
}
