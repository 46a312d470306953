//! Modals: the forms of *Follow up* and *Wrong*, and what is sent off with them.

use serenity::all::{ActionRowComponent, ModalInteraction};
use tracing::info;

use crate::knowledge::Entry;
use crate::text::is_blank;

use super::buttons;
use super::clock;
use super::custom_id::{NoWish, Wish};
use super::limits::{ASKED, PLACEHOLDER, REMARK};
use super::service::{Asked, Service};
use super::shorten::shorten;
use super::shown::{Input, Modal, Response};
use super::teach;

/// The one input of most forms.
const TEXT: &str = "text";

/// The form for a question after the one of this entry.
pub(super) fn follow_up(entry: &Entry) -> (Response, &'static str) {
    let placeholder = shorten(&format!("After: {}", entry.question), PLACEHOLDER);
    form(&Wish::FollowUp(&entry.id), "Follow up", "Your question", placeholder, ASKED)
        .map_or_else(unknown, |response| (response, "follow_up_asked"))
}

/// The form for what is wrong with the answer of this entry.
pub(super) fn wrong(entry: &Entry) -> (Response, &'static str) {
    let placeholder = "One line is enough".to_owned();
    form(&Wish::Wrong(&entry.id), "What is wrong with this answer?", "In one line", placeholder, REMARK)
        .map_or_else(unknown, |response| (response, "wrong_asked"))
}

fn form(
    wish: &Wish<'_>,
    title: &'static str,
    label: &'static str,
    placeholder: String,
    most: u16,
) -> Option<Response> {
    let input = Input { name: TEXT, label, placeholder, filled: String::new(), most, long: false };
    wish.id().map(|id| Response::Modal(Modal { id, title, inputs: vec![input] }))
}

fn unknown() -> (Response, &'static str) {
    (Response::notice(NoWish::Unknown.sentence()), "unknown_modal")
}

/// What a modal that was sent off comes to, and its name for the log.
pub(super) async fn sent(modal: &ModalInteraction, service: &Service) -> (Response, &'static str) {
    let (id, is_follow_up) = match Wish::read(&modal.data.custom_id) {
        Ok(Wish::FollowUp(id)) => (id, true),
        Ok(Wish::Wrong(id)) => (id, false),
        Ok(Wish::Phrase { question, entry }) => return teach::phrase(question, entry, modal, service),
        Ok(Wish::Silence(question)) => return teach::silence(question, modal, service),
        Ok(_) => return unknown(),
        Err(none) => return (Response::notice(none.sentence()), "unknown_modal"),
    };
    let generation = service.desk.current();
    let entry = match buttons::find(id, &generation) {
        Ok(entry) => entry,
        Err(sentence) => return (Response::notice(sentence), "unknown_modal"),
    };
    let text = field(modal, TEXT);
    if is_blank(text) {
        return (Response::notice("There was nothing in the form. Please write a few words."), "blank");
    }
    if !is_follow_up {
        // A modal opens over the message with its button, wherever that is.
        let message = modal.message.as_deref().map_or(0, |message| message.id.get());
        if !service.record.is_first("wrong", message, modal.user.id.get()) {
            return (Response::notice(buttons::COUNTED), "wrong_again");
        }
        let wrong = service.desk.feedback().wrong(&entry, generation.number, text, clock::now());
        info!(entry = entry.id.as_str(), wrong, "an answer was found wrong");
        return (Response::notice("Thank you. I have counted that this answer was found wrong."), "wrong");
    }
    let asked = Asked {
        id: modal.id.get(),
        by: modal.user.id.get(),
        channel: modal.channel_id.get(),
        guild: modal.guild_id.map(|guild| guild.get()),
        question: text,
        before: std::slice::from_ref(&entry.question),
        // What came from an answer for one member alone stays with that member.
        private: modal.message.as_deref().is_some_and(buttons::is_private),
    };
    service.respond(&asked).await
}

/// What was filled in under this name.
pub(super) fn field<'a>(modal: &'a ModalInteraction, name: &str) -> &'a str {
    let components = modal.data.components.iter().flat_map(|row| &row.components);
    let mut inputs = components.filter_map(|component| match component {
        ActionRowComponent::InputText(input) if input.custom_id == name => input.value.as_deref(),
        _ => None,
    });
    inputs.next().unwrap_or_default()
}
