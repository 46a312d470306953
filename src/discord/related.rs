//! *Related*: entries that rest on the same paragraphs as an answer, or on those next to them.

use crate::desk::Generation;
use crate::knowledge::Entry;

use super::buttons;
use super::card::Card;
use super::limits::BUTTON_ROWS;
use super::render;
use super::shown::{Response, Row, Shown};

/// A list with a button for each entry, a row each: questions are long, and phones narrow.
pub(super) fn to(entry: &Entry, generation: &Generation) -> Response {
    let related = generation.engine.knowledge().related(entry, BUTTON_ROWS);
    if related.is_empty() {
        return Response::notice("Nothing else in my knowledge base rests on these paragraphs or the next.");
    }
    let rows =
        related.iter().filter_map(|entry| buttons::answer(entry)).map(|button| Row::Buttons(vec![button]));
    let questions: Vec<String> = related.iter().map(|entry| format!("• {}", entry.question)).collect();
    let card = Card {
        title: entry.question.clone(),
        text: format!("On the same paragraphs, or next to them:\n{}", questions.join("\n")),
        footer: render::footer(generation),
        colour: render::NEUTRAL,
        ..Card::default()
    };
    Response::Private(Shown { cards: vec![card], rows: rows.collect(), ..Shown::default() })
}
