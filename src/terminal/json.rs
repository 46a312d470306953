//! Outcomes as JSON, one object a line.

use serde::Serialize;
use serde_json::Value;

use super::render;
use crate::answer::{Outcome, Part, Suggestion};
use crate::desk::{Consultation, Desk};
use crate::knowledge::{Citations, Fault};

#[derive(Serialize)]
struct ReplyJson<'a> {
    id: &'a Value,
    outcome: &'a str,
    reason: Option<&'a str>,
    text: String,
    parts: Vec<PartJson<'a>>,
    suggestions: Vec<SuggestionJson<'a>>,
}

#[derive(Serialize)]
struct PartJson<'a> {
    question: &'a str,
    /// A correction counts as an answer here.
    outcome: &'a str,
    reason: Option<&'a str>,
    entry: Option<&'a str>,
    score: Option<f32>,
    citations: Vec<CitationJson<'a>>,
}

#[derive(Serialize)]
struct SuggestionJson<'a> {
    entry: &'a str,
    question: &'a str,
    score: f32,
    citations: Vec<CitationJson<'a>>,
}

#[derive(Serialize)]
struct CitationJson<'a> {
    section: &'a str,
    paragraph: u32,
    passage: &'a str,
    quote: Option<&'a str>,
    speaker: Option<&'a str>,
}

#[derive(Serialize)]
struct FaultJson<'a> {
    severity: &'a str,
    code: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    pointer: &'a str,
    message: &'a str,
    advice: &'a str,
}

/// Answers one line of a batch.
pub(super) fn answer_line(desk: &Desk, line: &[u8]) -> String {
    let read = match std::str::from_utf8(line) {
        Ok(line) => read_line(line),
        // The id may well be legible.
        Err(_) => Err((id(&String::from_utf8_lossy(line)), "not UTF-8".to_owned())),
    };
    match read {
        Ok((id, question, context)) => reply(&desk.ask(&question, &context), &id),
        Err((id, error)) => serde_json::json!({ "id": id, "error": error }).to_string(),
    }
}

fn id(line: &str) -> Value {
    let mut value: Value = serde_json::from_str(line).unwrap_or_default();
    value.get_mut("id").map(Value::take).unwrap_or_default()
}

/// Id, question and context of a line, or its id and what is wrong with it.
fn read_line(line: &str) -> Result<(Value, String, Vec<String>), (Value, String)> {
    let value: Value =
        serde_json::from_str(line).map_err(|error| (Value::Null, format!("not JSON: {error}")))?;
    let Value::Object(mut object) = value else {
        return Err((
            Value::Null,
            "expected an object with \"id\", \"question\" and, if any, \"context\"".to_owned(),
        ));
    };
    let id = object.remove("id").unwrap_or_default();
    let question = match object.remove("question") {
        Some(Value::String(question)) => question,
        _ => return Err((id, "\"question\" must be a string".to_owned())),
    };
    match object.remove("context").unwrap_or_default() {
        Value::Null => Ok((id, question, Vec::new())),
        context => match serde_json::from_value(context) {
            Ok(context) => Ok((id, question, context)),
            Err(_) => Err((id, "\"context\" must be a list of strings".to_owned())),
        },
    }
}

/// A reply as one line of JSON.
pub(super) fn reply(consultation: &Consultation, id: &Value) -> String {
    let reply = &consultation.reply;
    let main = &reply.main_part().outcome;
    let suggestions = reply.parts().flat_map(|part| match &part.outcome {
        Outcome::Suggested(suggestions) => suggestions.as_slice(),
        _ => &[],
    });
    let json = ReplyJson {
        id,
        outcome: main.name(),
        reason: reason(main),
        text: render::reply(consultation, &render::PLAIN),
        parts: reply.parts().map(part).collect(),
        suggestions: suggestions.map(suggestion).collect(),
    };
    serde_json::to_string(&json)
        .unwrap_or_else(|error| serde_json::json!({ "id": id, "error": error.to_string() }).to_string())
}

fn reason(outcome: &Outcome) -> Option<&str> {
    match outcome {
        Outcome::Refused(refusal) => Some(refusal.reason.name()),
        Outcome::Suggested(_) => Some("unsure"),
        Outcome::Answered(_) | Outcome::Corrected(_) => None,
    }
}

fn part(part: &Part) -> PartJson<'_> {
    let answer = part.outcome.answer();
    PartJson {
        question: &part.question,
        outcome: if answer.is_some() { "answered" } else { part.outcome.name() },
        reason: reason(&part.outcome),
        entry: answer.map(|answer| answer.entry.id.as_str()),
        score: answer.map(|answer| answer.score),
        citations: answer.map(|answer| citations(answer.citations())).unwrap_or_default(),
    }
}

fn suggestion(suggestion: &Suggestion) -> SuggestionJson<'_> {
    SuggestionJson {
        entry: &suggestion.entry.id,
        question: &suggestion.entry.question,
        score: suggestion.score,
        citations: citations(&suggestion.entry.citations),
    }
}

fn citations(citations: &Citations) -> Vec<CitationJson<'_>> {
    citations
        .iter()
        .map(|citation| CitationJson {
            section: &citation.section,
            paragraph: citation.passage.number,
            passage: &citation.passage.text,
            quote: citation.quote.as_ref().map(|quote| quote.quote.as_str()),
            speaker: citation.quote.as_ref().map(|quote| quote.speaker.as_str()),
        })
        .collect()
}

/// Faults as a JSON list.
pub(super) fn faults(faults: &[Fault]) -> String {
    let json: Vec<FaultJson<'_>> = faults
        .iter()
        .map(|fault| FaultJson {
            severity: if fault.is_error() { "error" } else { "warning" },
            code: fault.code.name(),
            file: &fault.location.file,
            line: fault.location.line,
            column: fault.location.column,
            pointer: &fault.location.pointer,
            message: &fault.message,
            advice: fault.code.advice(),
        })
        .collect();
    serde_json::to_string_pretty(&json).unwrap_or_default()
}
