//! Buttons under a reply: what each carries, and what a press comes to. Nothing is stored: a button works for
//! as long as its message is there, whatever was restarted in between.

use std::sync::Arc;

use serenity::all::{
    ComponentInteraction, CreateInteractionResponse, Message, MessageInteractionMetadata, UserId,
};

use crate::desk::{Desk, Generation};
use crate::knowledge::Entry;

use super::limits::{BUTTON_LABEL, CUSTOM_ID};
use super::render;
use super::shorten::shorten;
use super::wire;

/// The form of what follows; to change with it.
const VERSION: &str = "v1";
/// Answers with the entry of the identifier that follows.
const ANSWER: &str = "answer";

/// A button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Button {
    /// What Discord sends back: `v1:answer:<entry id>`.
    pub(super) id: String,
    /// What it says.
    pub(super) label: String,
}

impl Button {
    /// A button that answers with an entry; `None` where its identifier is too long for one.
    pub(super) fn answer(entry: &Entry) -> Option<Self> {
        let id = format!("{VERSION}:{ANSWER}:{}", entry.id);
        let fits = id.chars().count() <= CUSTOM_ID;
        fits.then(|| Self { id, label: shorten(&entry.question, BUTTON_LABEL) })
    }
}

/// What a press asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish<'a> {
    Answer(&'a str),
    /// A button of an earlier or later program.
    OtherVersion,
    /// Nothing that a button of ours ever carried.
    Unknown,
}

fn wish(custom_id: &str) -> Wish<'_> {
    let mut parts = custom_id.splitn(3, ':');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(VERSION), Some(ANSWER), Some(id)) if !id.is_empty() => Wish::Answer(id),
        (Some(version), Some(_), Some(_)) if version != VERSION && is_version(version) => Wish::OtherVersion,
        _ => Wish::Unknown,
    }
}

fn is_version(word: &str) -> bool {
    word.strip_prefix('v').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

/// The answer to a press, and its name for the log.
pub(super) fn press(press: &ComponentInteraction, desk: &Desk) -> (CreateInteractionResponse, &'static str) {
    let generation = desk.current();
    match find(&press.data.custom_id, &generation) {
        Ok(entry) => {
            let message = wire::response(&render::entry(&entry, &generation));
            let response = match place(&press.message, press.user.id) {
                Place::SameMessage => CreateInteractionResponse::UpdateMessage(message),
                Place::NewMessage => CreateInteractionResponse::Message(message),
                Place::ForPresserOnly => CreateInteractionResponse::Message(message.ephemeral(true)),
            };
            (response, if entry.corrects.is_some() { "corrected" } else { "answered" })
        }
        Err(sentence) => (CreateInteractionResponse::Message(wire::notice(sentence)), "unknown_button"),
    }
}

/// The entry that a button stands for, or what to say where there is none.
fn find(custom_id: &str, generation: &Generation) -> Result<Arc<Entry>, &'static str> {
    match wish(custom_id) {
        Wish::Answer(id) => generation.engine.knowledge().entry(id).map(Arc::clone).ok_or(
            "The answer behind this button is no longer in my knowledge base. Please ask again with /ask.",
        ),
        Wish::OtherVersion => {
            Err("This button was made by another version of me. Please ask again with /ask.")
        }
        Wish::Unknown => Err("I do not know this button. Please ask again with /ask."),
    }
}

/// Where an answer goes.
enum Place {
    SameMessage,
    NewMessage,
    ForPresserOnly,
}

/// A suggestion taken up replaces the message that made it; answers to other questions in that message stay,
/// and somebody else's press takes nothing away from the one who asked.
fn place(message: &Message, presser: UserId) -> Place {
    match asker(message) {
        Some(asker) if asker != presser => Place::ForPresserOnly,
        _ if message.embeds.len() > 1 => Place::NewMessage,
        _ => Place::SameMessage,
    }
}

/// Who asked the question that a message of ours answers, where Discord tells.
fn asker(message: &Message) -> Option<UserId> {
    match message.interaction_metadata.as_deref() {
        Some(MessageInteractionMetadata::Command(command)) => Some(command.user.id),
        Some(MessageInteractionMetadata::Component(component)) => Some(component.user.id),
        _ => message.referenced_message.as_ref().map(|question| question.author.id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_button_carries_is_followed() {
        let cases = [
            ("v1:answer:sherman-who", Wish::Answer("sherman-who")),
            ("v1:answer:a:b", Wish::Answer("a:b")),
            ("v2:answer:sherman-who", Wish::OtherVersion),
            ("v10:drop:everything", Wish::OtherVersion),
            ("v1:answer:", Wish::Unknown),
            ("v1:answer", Wish::Unknown),
            ("v1:reload:now", Wish::Unknown),
            ("vote:answer:x", Wish::Unknown),
            ("answer:sherman-who", Wish::Unknown),
            ("", Wish::Unknown),
        ];
        for (custom_id, expected) in cases {
            assert_eq!(wish(custom_id), expected, "{custom_id:?}");
        }
    }
}
