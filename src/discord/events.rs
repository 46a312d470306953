//! Events of the gateway, told apart and taken out of their JSON. What cannot be read is left out and logged
//! by its name alone; it never stops the connection.

use serde::Deserialize as _;
use serde_json::Value;
use serenity::all::{ApplicationId, Interaction, Message, MessageId};
use tracing::warn;

/// What the bot hears of.
#[derive(Debug)]
pub(super) enum Event {
    /// A new session, with the servers the bot is in, and its application, whose commands they are.
    Ready { guilds: Vec<u64>, application: Option<ApplicationId> },
    /// The session goes on.
    Resumed,
    /// A message.
    Message(Box<Message>),
    /// Messages are no longer there.
    Deleted(Vec<MessageId>),
    /// A command, a button, a modal, or suggestions asked for.
    Interaction(Box<Interaction>),
}

/// The event of this name; `None` for those that do not matter here, and for what cannot be read.
pub(super) fn decode(name: &str, mut data: Value) -> Option<Event> {
    match name {
        "READY" => Some(Event::Ready {
            guilds: data["guilds"].as_array().into_iter().flatten().filter_map(id).collect(),
            application: ApplicationId::deserialize(&data["application"]["id"]).ok(),
        }),
        "RESUMED" => Some(Event::Resumed),
        "MESSAGE_CREATE" => read(name, &mut data, |data| Message::deserialize(data).ok())
            .map(|message| Event::Message(Box::new(message))),
        "MESSAGE_DELETE" => MessageId::deserialize(&data["id"]).ok().map(|id| Event::Deleted(vec![id])),
        "MESSAGE_DELETE_BULK" => Vec::deserialize(&data["ids"]).ok().map(Event::Deleted),
        "INTERACTION_CREATE" => read(name, &mut data, |data| Interaction::deserialize(data).ok())
            .map(|interaction| Event::Interaction(Box::new(interaction))),
        _ => None,
    }
}

/// The id of what Discord tells of.
fn id(of: &Value) -> Option<u64> {
    of["id"].as_str()?.parse().ok()
}

/// Reads an event, at need without the components of its messages: Discord adds kinds of them that the library
/// does not know, and what a member asks does not depend on them.
fn read<T>(name: &str, data: &mut Value, parse: impl Fn(&Value) -> Option<T>) -> Option<T> {
    let event = parse(data).or_else(|| {
        drop_components(data);
        parse(data)
    });
    if event.is_none() {
        warn!(event = name, "an event that cannot be read is left out");
    }
    event
}

fn drop_components(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            // What has an author is a message; the components of a modal hold what was typed.
            if fields.contains_key("author") {
                fields.remove("components");
            }
            fields.values_mut().for_each(drop_components);
        }
        Value::Array(items) => items.iter_mut().for_each(drop_components),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn message(fields: &Value) -> Value {
        let author = json!({ "id": "2", "username": "asker", "discriminator": "0", "avatar": null });
        let mut message = json!({
            "id": "1", "channel_id": "3", "author": author, "content": "Who?", "timestamp": "2022-01-10T12:00:00Z",
            "edited_timestamp": null, "tts": false, "mention_everyone": false, "mentions": [], "mention_roles": [],
            "attachments": [], "embeds": [], "pinned": false, "type": 0,
        });
        for (field, value) in fields.as_object().into_iter().flatten() {
            message[field] = value.clone();
        }
        message
    }

    #[test]
    fn an_unknown_component_does_not_hide_a_message() {
        let unknown = json!([{ "type": 1, "components": [{ "type": 99, "custom_id": "x" }] }]);
        let below = message(&json!({ "components": unknown }));
        for data in [
            message(&json!({})),
            message(&json!({ "components": unknown })),
            message(&json!({ "components": unknown, "referenced_message": below })),
        ] {
            match decode("MESSAGE_CREATE", data.clone()) {
                Some(Event::Message(message)) => assert_eq!(message.content, "Who?"),
                other => panic!("expected a message of {data}, got {other:?}"),
            }
        }
    }

    #[test]
    fn what_is_no_event_is_left_out() {
        for (name, data) in [
            ("MESSAGE_CREATE", json!({})),
            ("MESSAGE_CREATE", json!([1, 2])),
            ("INTERACTION_CREATE", json!({ "type": 99 })),
            ("INTERACTION_CREATE", Value::Null),
            ("TYPING_START", json!({})),
            ("", Value::Null),
        ] {
            assert!(decode(name, data.clone()).is_none(), "{name} {data}");
        }
    }
}
