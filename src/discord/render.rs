//! A reply as cards and buttons: everything a member reads is put into words here.

use crate::answer::{Outcome, Part};
use crate::desk::{Consultation, Generation};
use crate::knowledge::{Citation, Entry};

use super::buttons::Button;
use super::card::{Card, Cited};
use super::limits::{BUTTON_ROWS, EMBED_TITLE, EMBEDS};
use super::neutral;

/// Colours of a card's edge.
const ANSWERED: u32 = 0x2E_8B_57;
const CORRECTED: u32 = 0xD9_8E_04;
const SUGGESTED: u32 = 0x3B_6E_A8;
const REFUSED: u32 = 0x80_80_80;

/// What one message shows.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// One card for each question.
    pub(super) cards: Vec<Card>,
    /// Rows of buttons, one for each question that has some.
    pub(super) rows: Vec<Vec<Button>>,
}

/// A reply, with a card for each of its parts.
pub(super) fn reply(consultation: &Consultation) -> Shown {
    let generation = &consultation.generation;
    let mut shown = Shown::default();
    for part in consultation.reply.parts().take(EMBEDS) {
        let mut card = card(part, generation);
        let used: Vec<String> = shown.rows.iter().flatten().map(|button| button.id.clone()).collect();
        let buttons = offered(&part.outcome).filter_map(Button::answer);
        let row: Vec<Button> = buttons.filter(|button| !used.contains(&button.id)).collect();
        let has_room = shown.rows.len() < BUTTON_ROWS;
        if !has_room || row.len() < offered(&part.outcome).count() {
            // Without a button of its own a question is offered in words.
            offered(&part.outcome).for_each(|entry| card.text += &format!("\n• {}", entry.question));
        }
        if has_room && !row.is_empty() {
            shown.rows.push(row);
        }
        shown.cards.push(card);
    }
    shown
}

/// One entry, asked for by a button.
pub(super) fn entry(entry: &Entry, generation: &Generation) -> Shown {
    Shown { cards: vec![answer(&entry.question, entry, generation)], rows: Vec::new() }
}

/// How the bot is asked, with a question that it answers.
pub(super) fn usage(generation: &Generation) -> String {
    let article = &generation.engine.knowledge().article;
    let example = generation
        .engine
        .complete("", 1)
        .first()
        .map_or_else(String::new, |entry| format!(" For example: {}", entry.question));
    format!("Ask me about “{}”: mention me with your question, or use /ask.{example}", article.title)
}

/// The entries that a member may pick.
fn offered(outcome: &Outcome) -> impl Iterator<Item = &Entry> {
    let (suggested, nearest) = match outcome {
        Outcome::Suggested(suggestions) => (suggestions.as_slice(), None),
        Outcome::Refused(refusal) => (&[][..], refusal.nearest.as_deref()),
        Outcome::Answered(_) | Outcome::Corrected(_) => (&[][..], None),
    };
    suggested.iter().map(|suggestion| suggestion.entry.as_ref()).chain(nearest)
}

fn card(part: &Part, generation: &Generation) -> Card {
    let title = neutral::echo(&part.question, EMBED_TITLE);
    match &part.outcome {
        Outcome::Answered(found) | Outcome::Corrected(found) => answer(&title, &found.entry, generation),
        Outcome::Suggested(_) => Card {
            title,
            text: "I am not sure which of these you mean:".to_owned(),
            footer: footer(generation),
            colour: SUGGESTED,
            ..Card::default()
        },
        Outcome::Refused(refusal) => {
            let offer = if refusal.nearest.is_some() { "\nIt does answer this:" } else { "" };
            Card {
                title,
                text: format!("{}{offer}", refusal.reason.text()),
                footer: footer(generation),
                colour: REFUSED,
                ..Card::default()
            }
        }
    }
}

fn answer(title: &str, entry: &Entry, generation: &Generation) -> Card {
    let premise = entry.corrects.as_ref();
    let text = premise.map_or_else(
        || entry.answer.clone(),
        |premise| format!("The article does not bear out that {premise}.\n\n{}", entry.answer),
    );
    Card {
        title: title.to_owned(),
        text,
        citations: entry.citations.iter().map(cited).collect(),
        footer: footer(generation),
        colour: if premise.is_some() { CORRECTED } else { ANSWERED },
    }
}

fn cited(citation: &Citation) -> Cited {
    Cited {
        place: format!("{}, paragraph {}", citation.section, citation.passage.number),
        passage: citation.passage.text.clone(),
        quote: citation.quote.as_ref().map(|said| format!("{}: “{}”", said.speaker, said.quote)),
    }
}

fn footer(generation: &Generation) -> String {
    let article = &generation.engine.knowledge().article;
    format!("{}, as of {} · knowledge generation {}", article.publisher, article.date, generation.number)
}
