//! A reply as cards and buttons: everything a member reads of answers is put into words here.

use crate::answer::{Outcome, Part, Reason};
use crate::desk::{Consultation, Generation};
use crate::knowledge::{Citation, Entry, SilenceReason};

use super::buttons;
use super::card::{Card, Cited};
use super::limits::{BUTTON_ROWS, BUTTONS_IN_ROW, EMBED_TITLE, EMBEDS};
use super::neutral;
use super::shorten::shorten;
use super::shown::{Button, Row, Shown};

/// Colours of a card's edge.
const ANSWERED: u32 = 0x2E_8B_57;
const CORRECTED: u32 = 0xD9_8E_04;
const SUGGESTED: u32 = 0x3B_6E_A8;
const REFUSED: u32 = 0x80_80_80;
/// Of what is neither an answer nor a refusal.
pub(super) const NEUTRAL: u32 = SUGGESTED;

/// How much of the publisher's name a footer shows: day and generation must not be lost behind it.
const PUBLISHER: usize = 100;

/// A reply, with a card for each of its parts.
///
/// One answer has the buttons of an answer beneath; where there are several, each has one that shows it with its
/// own. What is suggested has a button, too.
pub(super) fn reply(consultation: &Consultation) -> Shown {
    let generation = &consultation.generation;
    let parts: Vec<&Part> = consultation.reply.parts().take(EMBEDS).collect();
    let answered: Vec<&Entry> = parts.iter().filter_map(|part| entry_of(part)).collect();
    let own_rows = if let [entry] = answered[..] { buttons::beneath(entry) } else { more(&answered) };
    let room = BUTTON_ROWS - own_rows.len();
    let mut shown = Shown::default();
    for part in parts {
        let mut card = card(part, generation);
        let used: Vec<&Button> = shown.rows.iter().flat_map(Row::buttons).collect();
        let buttons = offered(&part.outcome).filter_map(buttons::answer);
        let row: Vec<Button> = buttons.filter(|button| !used.contains(&button)).collect();
        let has_room = shown.rows.len() < room;
        if !has_room || row.len() < offered(&part.outcome).count() {
            // Without a button of its own a question is offered in words.
            offered(&part.outcome).for_each(|entry| card.text += &format!("\n• {}", entry.question));
        }
        if has_room && !row.is_empty() {
            shown.rows.push(Row::Buttons(row));
        }
        shown.cards.push(card);
    }
    shown.rows.splice(0..0, own_rows);
    shown
}

/// A button for each of several answers, in at most two rows.
fn more(answered: &[&Entry]) -> Vec<Row> {
    let mut buttons: Vec<Button> = Vec::new();
    for button in answered.iter().filter_map(|entry| buttons::more(entry)) {
        if !buttons.contains(&button) {
            buttons.push(button);
        }
    }
    buttons.chunks(BUTTONS_IN_ROW).map(|row| Row::Buttons(row.to_vec())).collect()
}

/// One entry, asked for by a button.
pub(super) fn entry(entry: &Entry, generation: &Generation) -> Shown {
    Shown {
        cards: vec![answer(&entry.question, entry, generation)],
        rows: buttons::beneath(entry),
        ..Shown::default()
    }
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

/// What is said to a message that asks nothing, such as thanks: a sentence or two, and no card.
pub(super) fn small_talk(consultation: &Consultation) -> Option<String> {
    let mut parts = consultation.reply.parts();
    let (Some(Part { outcome: Outcome::Refused(refusal), .. }), None) = (parts.next(), parts.next()) else {
        return None;
    };
    match &refusal.reason {
        // As where somebody asks what this is.
        Reason::NothingToMatch => {
            Some(format!("I found no question in that. {}", usage(&consultation.generation)))
        }
        Reason::Silent(silence) if silence.reason == SilenceReason::SmallTalk => {
            Some(refusal.reason.text().to_owned())
        }
        _ => None,
    }
}

fn entry_of(part: &Part) -> Option<&Entry> {
    part.outcome.answer().map(|answer| answer.entry.as_ref())
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
        section: citation.section.to_string(),
        paragraph: citation.passage.number,
        passage: citation.passage.text.clone(),
        quotes: citation.quote.iter().map(|said| format!("{}: “{}”", said.speaker, said.quote)).collect(),
    }
}

/// Publisher, day and generation.
pub(super) fn footer(generation: &Generation) -> String {
    let article = &generation.engine.knowledge().article;
    let publisher = shorten(&article.publisher, PUBLISHER);
    format!("{publisher}, as of {} · knowledge generation {}", article.date, generation.number)
}

/// One card that answers nothing: a title, a text, and what is beneath.
pub(super) fn plain_card(title: String, text: String, rows: Vec<Row>) -> Shown {
    let card = Card { title, text, colour: NEUTRAL, ..Card::default() };
    Shown { cards: vec![card], rows, ..Shown::default() }
}
