//! `/about`: what the bot knows, how it answers, what it stores, and where to report a mistake.

use crate::desk::Generation;

use super::card::Card;
use super::render;
use super::service::Service;
use super::shown::{Button, Does, Response, Row, Shown};

/// For the one who asked.
pub(super) fn about(service: &Service) -> Response {
    let generation = service.desk.current();
    let report = service.report_url.iter().map(|address| {
        let button = Button { does: Does::Open(address.clone()), label: "Report a mistake".to_owned() };
        Row::Buttons(vec![button])
    });
    let card = Card {
        title: "About me".to_owned(),
        text: text(&generation, service.version, &stored(service.days)),
        footer: render::footer(&generation),
        colour: render::NEUTRAL,
        ..Card::default()
    };
    Response::Private(Shown { cards: vec![card], rows: report.collect(), ..Shown::default() })
}

/// What becomes of what members write.
fn stored(days: u32) -> String {
    if days == 0 {
        return "nothing of what you write.".to_owned();
    }
    let days = if days == 1 { "a day".to_owned() } else { format!("{days} days") };
    format!(
        "for {days}, questions that I could not answer and what you write about a wrong answer. It is only the text: \
         no name, no channel, and e-mail addresses, links and long numbers are taken out. “Forget my question” \
         removes it within 15 minutes."
    )
}

fn text(generation: &Generation, version: &str, stored: &str) -> String {
    let knowledge = generation.engine.knowledge();
    let article = &knowledge.article;
    format!(
        "I answer questions about one article: “{}” ({}). What I say is true as of {}. {}\n\n\
         **What I know:** {} answers on {} passages in {} sections, and {} topics on which the article is silent.\n\
         **How I answer:** people wrote every answer from the article. I only find the one that you ask for, and \
         name the passages behind it. If the article does not say it, I tell you so.\n\
         **How to ask:** /ask, a mention, a direct message, or “Answer this” on a message. /topics lists \
         everything.\n\
         **What I store:** {stored}\n\
         **Version:** aide-memoire {version}, knowledge generation {}.",
        article.title,
        article.publisher,
        article.date,
        article.date_note,
        knowledge.entries.len(),
        knowledge.passages().count(),
        article.sections.len(),
        knowledge.silences.len(),
        generation.number,
    )
}
