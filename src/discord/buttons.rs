//! Buttons under an answer, and what a press on any button or a choice in any menu comes to.

use std::sync::Arc;
use std::time::Instant;

use serenity::all::{
    ComponentInteraction, ComponentInteractionDataKind, Message, MessageFlags, MessageInteractionMetadata,
    UserId,
};
use tracing::info;

use crate::desk::Generation;
use crate::knowledge::Entry;

use super::clock;
use super::custom_id::{NoWish, Wish};
use super::gaps;
use super::limits::BUTTON_LABEL;
use super::modals;
use super::passages;
use super::related;
use super::reload;
use super::render;
use super::service::Service;
use super::shorten::shorten;
use super::shown::{Button, Does, Response, Row};
use super::still;
use super::teach;
use super::topics;

/// What is said where the knowledge has no such entry any more.
pub(super) const GONE: &str =
    "The answer behind this button is no longer in my knowledge base. Please ask again with /ask.";

/// What is said to a member whose opinion of this answer was counted before.
pub(super) const COUNTED: &str = "Thank you. I have counted your opinion of this answer already.";

/// A button; `None` where what it does does not fit into one.
pub(super) fn button(wish: &Wish<'_>, label: &str) -> Option<Button> {
    wish.id().map(|id| Button { does: Does::Press(id), label: shorten(label, BUTTON_LABEL) })
}

/// A button that answers with an entry.
pub(super) fn answer(entry: &Entry) -> Option<Button> {
    button(&Wish::Answer(&entry.id), &entry.question)
}

/// A button that shows one of several answers by itself.
pub(super) fn more(entry: &Entry) -> Option<Button> {
    button(&Wish::More(&entry.id), &format!("More: {}", entry.question))
}

/// The buttons under an answer, in two rows.
pub(super) fn beneath(entry: &Entry) -> Vec<Row> {
    let id = entry.id.as_str();
    let served = entry.digest();
    let rows = [
        [(Wish::Passages(id), "Passages"), (Wish::FollowUp(id), "Follow up"), (Wish::Related(id), "Related")],
        [
            (Wish::Useful(id), "Useful"),
            (Wish::Wrong(id), "Wrong"),
            (Wish::StillSo { served: &served, entry: id }, "Is this still so?"),
        ],
    ];
    let row = |row: [(Wish<'_>, &str); 3]| -> Vec<Button> {
        row.iter().filter_map(|(wish, label)| button(wish, label)).collect()
    };
    rows.into_iter().map(row).filter(|row| !row.is_empty()).map(Row::Buttons).collect()
}

/// The answer to a press or a choice, and its name for the log.
pub(super) async fn press(press: &ComponentInteraction, service: &Service) -> (Response, &'static str) {
    let wish = match Wish::read(&press.data.custom_id) {
        Ok(Wish::Forget(token)) => {
            return service.record.forget(token, press.user.id.get(), Instant::now()).await;
        }
        Ok(Wish::Apply(proposal)) => return reload::apply(proposal, press, service),
        Ok(Wish::Cancel(proposal)) => return reload::cancel(proposal, press, service),
        Ok(wish) => wish,
        Err(none) => return (Response::notice(none.sentence()), "unknown_button"),
    };
    let chosen = match &press.data.kind {
        ComponentInteractionDataKind::StringSelect { values } => values.first().map(String::as_str),
        _ => None,
    };
    if let Some(response) = gap(&wish, chosen.unwrap_or_default(), press, service).await {
        return response;
    }
    let generation = service.desk.current();
    let answered = match wish {
        Wish::Sections(page) => Ok((topics::sections(&generation, page), "sections")),
        Wish::Section(_) => {
            topics::questions(&generation, chosen.unwrap_or_default(), 0).map(|it| (it, "questions"))
        }
        Wish::Questions { page, section } => {
            topics::questions(&generation, section, page).map(|it| (it, "questions"))
        }
        Wish::Question { .. } => find(chosen.unwrap_or_default(), &generation)
            .map(|entry| (Response::Private(render::entry(&entry, &generation)), "answered")),
        Wish::Forget(_) => Err(GONE),
        Wish::StillSo { served, entry } => Ok(still::check(served, entry, &generation)),
        Wish::Apply(_)
        | Wish::Cancel(_)
        | Wish::Gaps(_)
        | Wish::Gap(_)
        | Wish::Teach(_)
        | Wish::Phrase { .. }
        | Wish::Silence(_)
        | Wish::Ignore(_) => Err(NoWish::Unknown.sentence()),
        Wish::Answer(entry)
        | Wish::More(entry)
        | Wish::Passages(entry)
        | Wish::FollowUp(entry)
        | Wish::Related(entry)
        | Wish::Useful(entry)
        | Wish::Wrong(entry) => {
            find(entry, &generation).map(|entry| about(&wish, &entry, &generation, press, service))
        }
    };
    answered.unwrap_or_else(|sentence| (Response::notice(sentence), "unknown_button"))
}

/// What a press comes to that is about questions in the journal.
async fn gap(
    wish: &Wish<'_>,
    chosen: &str,
    press: &ComponentInteraction,
    service: &Service,
) -> Option<(Response, &'static str)> {
    Some(match *wish {
        Wish::Gaps(page) => gaps::turn(page, press, service),
        Wish::Gap(_) => gaps::look(chosen, press, service),
        Wish::Teach(question) => teach::phrasing_form(question, chosen, press, service).await,
        Wish::Silence(question) => teach::silence_form(question, press, service).await,
        Wish::Ignore(question) => gaps::ignore(question, press, service),
        _ => return None,
    })
}

/// What a press comes to that is about one entry.
fn about(
    wish: &Wish<'_>,
    entry: &Entry,
    generation: &Generation,
    press: &ComponentInteraction,
    service: &Service,
) -> (Response, &'static str) {
    match wish {
        Wish::Passages(_) => {
            (Response::Private(passages::around(entry, generation, service.printed.as_ref())), "passages")
        }
        Wish::FollowUp(_) => modals::follow_up(entry),
        Wish::Related(_) => (related::to(entry, generation), "related"),
        Wish::Useful(_) => {
            if !service.record.is_first("useful", press.message.id.get(), press.user.id.get()) {
                return (Response::notice(COUNTED), "useful_again");
            }
            let useful = service.desk.feedback().useful(entry, clock::now());
            info!(entry = entry.id.as_str(), useful, "an answer was useful");
            (Response::notice("Thank you. I have counted that."), "useful")
        }
        Wish::Wrong(_) => modals::wrong(entry),
        Wish::More(_) => (Response::Private(render::entry(entry, generation)), "answered"),
        _ => {
            let shown = render::entry(entry, generation);
            let response = match place(&press.message, press.user.id) {
                Place::SameMessage => Response::Update(shown),
                Place::NewMessage => Response::Public(shown),
                Place::ForPresserOnly => Response::Private(shown),
            };
            (response, if entry.corrects.is_some() { "corrected" } else { "answered" })
        }
    }
}

/// The entry of an id, or what to say where there is none.
pub(super) fn find(id: &str, generation: &Generation) -> Result<Arc<Entry>, &'static str> {
    generation.engine.knowledge().entry(id).map(Arc::clone).ok_or(GONE)
}

/// Where an answer goes.
enum Place {
    SameMessage,
    NewMessage,
    ForPresserOnly,
}

/// A suggestion taken up replaces the message that made it; answers to other questions in that message stay,
/// and somebody else's press takes nothing away from the one who asked. Suggestions are one row for each question; in
/// plain text there is nothing else to count answers by.
fn place(message: &Message, presser: UserId) -> Place {
    match asker(message) {
        _ if is_private(message) => Place::SameMessage,
        Some(asker) if asker != presser => Place::ForPresserOnly,
        _ if message.embeds.len() > 1 || message.components.len() > 1 => Place::NewMessage,
        _ => Place::SameMessage,
    }
}

/// Whether only one member sees a message of ours.
pub(super) fn is_private(message: &Message) -> bool {
    message.flags.is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL))
}

/// Who asked the question that a message of ours answers, where Discord tells.
fn asker(message: &Message) -> Option<UserId> {
    match message.interaction_metadata.as_deref() {
        Some(MessageInteractionMetadata::Command(command)) => Some(command.user.id),
        Some(MessageInteractionMetadata::Component(component)) => Some(component.user.id),
        Some(MessageInteractionMetadata::ModalSubmit(modal)) => Some(modal.user.id),
        _ => message.referenced_message.as_ref().map(|question| question.author.id),
    }
}
