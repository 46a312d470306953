//! Replies as text for a terminal.

use std::fmt::Write as _;

use crate::answer::{Outcome, Part};
use crate::desk::Consultation;
use crate::knowledge::{Article, Citation};

/// How text is set off: escape sequences for a terminal that shows colours, nothing for one that does not.
pub(super) struct Style {
    strong: &'static str,
    faint: &'static str,
    end: &'static str,
}

/// For pipes and files.
pub(super) const PLAIN: Style = Style { strong: "", faint: "", end: "" };
/// For terminals with colours (ECMA-48 "select graphic rendition": bold, faint, reset).
pub(super) const COLOURED: Style = Style { strong: "\x1b[1m", faint: "\x1b[2m", end: "\x1b[0m" };

/// A reply with its citations; ends with a newline.
pub(super) fn reply(consultation: &Consultation, style: &Style) -> String {
    let article = &consultation.generation.engine.knowledge().article;
    let parts: Vec<&Part> = consultation.reply.parts().collect();
    let mut text = String::new();
    // Counted through all parts, so that a number picks one question.
    let mut offered = 1;
    for (at, part) in parts.iter().enumerate() {
        if parts.len() > 1 {
            let gap = if at == 0 { "" } else { "\n" };
            let _ = writeln!(text, "{gap}{}{}.{} {}", style.faint, at + 1, style.end, part.question.trim());
        }
        outcome(&mut text, &part.outcome, &mut offered, article, style);
    }
    text
}

fn outcome(text: &mut String, outcome: &Outcome, offered: &mut usize, article: &Article, style: &Style) {
    let Style { strong, faint, end } = style;
    let _ = match outcome {
        Outcome::Answered(answer) | Outcome::Corrected(answer) => {
            if let Some(premise) = &answer.entry.corrects {
                let _ = writeln!(text, "The article does not bear out that {premise}.");
            }
            let _ = writeln!(text, "{strong}{}{end}", answer.entry.answer);
            answer.citations().iter().for_each(|cited| citation(text, cited, style));
            writeln!(text, "{faint}    {}, as of {}{end}", article.publisher, article.date)
        }
        Outcome::Suggested(suggestions) => {
            let _ = writeln!(text, "I am not sure which of these you mean:");
            for suggestion in suggestions {
                let _ = writeln!(text, "    {offered}. {strong}{}{end}", suggestion.entry.question);
                *offered += 1;
            }
            Ok(())
        }
        Outcome::Refused(refusal) => {
            let _ = writeln!(text, "{}", refusal.reason.text());
            match &refusal.nearest {
                Some(entry) => writeln!(text, "    It does answer: {strong}{}{end}", entry.question),
                None => Ok(()),
            }
        }
    };
}

fn citation(text: &mut String, citation: &Citation, style: &Style) {
    let Style { faint, end, .. } = style;
    let _ = writeln!(
        text,
        "{faint}  ▸ {}, paragraph {}:{end} {}",
        citation.section, citation.passage.number, citation.passage.text
    );
    if let Some(statement) = &citation.quote {
        let _ = writeln!(text, "    {}: “{}”", statement.speaker, statement.quote);
    }
}
