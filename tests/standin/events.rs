//! Events under construction: an interaction or a message, complete by default, with any field open to change.

use serde_json::{Value, json};

use super::people::Person;

/// Where something happens.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum Place {
    /// The guild's first channel.
    #[default]
    Guild,
    Channel(u64),
    /// The direct channel of whoever acts.
    Direct,
}

/// An INTERACTION_CREATE to send with [`StandIn::send`](super::StandIn::send).
#[derive(Clone, Debug)]
pub struct Interaction {
    pub(super) kind: u64,
    pub(super) data: Value,
    /// The message whose component was used.
    pub(super) message: Option<Value>,
    /// The message whose component opened this modal.
    pub(super) opened_on: Option<Value>,
    pub(super) by: Option<Person>,
    pub(super) place: Place,
    pub(super) changes: Vec<(String, Value)>,
}

impl Interaction {
    fn new(kind: u64, data: Value) -> Self {
        let (message, opened_on) = (None, None);
        Self { kind, data, message, opened_on, by: None, place: Place::Guild, changes: Vec::new() }
    }

    /// A slash command.
    pub fn command(name: &str) -> Self {
        Self::new(2, json!({ "name": name, "type": 1, "options": [] }))
    }

    /// A command from the context menu of a message.
    pub fn message_command(name: &str, target: &Value) -> Self {
        let id = target["id"].as_str().unwrap_or_default();
        let resolved = json!({ "messages": { id: target } });
        Self::new(2, json!({ "name": name, "type": 3, "target_id": id, "resolved": resolved }))
    }

    /// Suggestions for an option of a slash command, which has the focus and holds what was typed so far.
    pub fn autocomplete(name: &str, option: &str, typed: &str) -> Self {
        let focused = json!({ "name": option, "type": 3, "value": typed, "focused": true });
        Self::new(4, json!({ "name": name, "type": 1, "options": [focused] }))
    }

    /// A press on a button of a message.
    pub fn press(custom_id: &str, message: &Value) -> Self {
        let mut press = Self::new(3, json!({ "custom_id": custom_id, "component_type": 2 }));
        press.message = Some(message.clone());
        press
    }

    /// A choice in a select menu of a message.
    pub fn choose(custom_id: &str, values: &[&str], message: &Value) -> Self {
        let mut choice =
            Self::new(3, json!({ "custom_id": custom_id, "component_type": 3, "values": values }));
        choice.message = Some(message.clone());
        choice
    }

    /// A modal sent off, with the identifier and the text of each input, one to an action row.
    pub fn submit(custom_id: &str, inputs: &[(&str, &str)]) -> Self {
        let rows: Vec<Value> = inputs
            .iter()
            .map(|(id, text)| json!({ "type": 1, "components": [{ "type": 4, "custom_id": id, "value": text }] }))
            .collect();
        Self::new(5, json!({ "custom_id": custom_id, "components": rows }))
    }

    /// As a modal that a button of this message opened.
    #[must_use]
    pub fn from(mut self, message: &Value) -> Self {
        self.opened_on = Some(message.clone());
        self
    }

    /// Adds a text option to a command.
    #[must_use]
    pub fn text(self, name: &str, value: &str) -> Self {
        self.option(json!({ "name": name, "type": 3, "value": value }))
    }

    /// Adds any option to a command; a subcommand is an option of type 1 with `options` of its own.
    #[must_use]
    pub fn option(mut self, option: Value) -> Self {
        if let Some(options) = self.data["options"].as_array_mut() {
            options.push(option);
        }
        self
    }

    /// Used by this person; otherwise by the default member.
    #[must_use]
    pub fn by(mut self, person: &Person) -> Self {
        self.by = Some(person.clone());
        self
    }

    /// In this channel of the guild.
    #[must_use]
    pub fn in_channel(mut self, channel: u64) -> Self {
        self.place = Place::Channel(channel);
        self
    }

    /// In direct messages: there is a user, and neither a guild nor a member.
    #[must_use]
    pub fn direct(mut self) -> Self {
        self.place = Place::Direct;
        self
    }

    /// Sets one field of the finished event by JSON pointer, after everything else: `/data/options/0/type`.
    #[must_use]
    pub fn set(mut self, pointer: &str, value: Value) -> Self {
        self.changes.push((pointer.to_owned(), value));
        self
    }
}

/// A MESSAGE_CREATE to send with [`StandIn::post`](super::StandIn::post).
#[derive(Clone, Debug)]
pub struct Post {
    pub content: String,
    pub(super) by: Option<Person>,
    pub(super) place: Place,
    pub(super) reply_to: Option<Value>,
    pub(super) changes: Vec<(String, Value)>,
}

impl Post {
    /// A message in the guild. It mentions the bot when the text holds `<@id>` or `<@!id>` of it.
    pub fn new(content: &str) -> Self {
        let content = content.to_owned();
        Self { content, by: None, place: Place::Guild, reply_to: None, changes: Vec::new() }
    }

    /// Written by this person; otherwise by the default member.
    #[must_use]
    pub fn by(mut self, person: &Person) -> Self {
        self.by = Some(person.clone());
        self
    }

    /// In this channel of the guild.
    #[must_use]
    pub fn in_channel(mut self, channel: u64) -> Self {
        self.place = Place::Channel(channel);
        self
    }

    /// As a direct message.
    #[must_use]
    pub fn direct(mut self) -> Self {
        self.place = Place::Direct;
        self
    }

    /// As a reply, with the ping on: the author of the other message is mentioned.
    #[must_use]
    pub fn reply_to(mut self, message: &Value) -> Self {
        self.reply_to = Some(message.clone());
        self
    }

    /// Sets one field of the finished event by JSON pointer, after everything else: `/type`.
    #[must_use]
    pub fn set(mut self, pointer: &str, value: Value) -> Self {
        self.changes.push((pointer.to_owned(), value));
        self
    }
}

/// Applies the changes of a builder. A pointer to nothing adds the field when its parent exists.
pub(super) fn apply(event: &mut Value, changes: &[(String, Value)]) {
    for (pointer, value) in changes {
        let (parent, key) = pointer.rsplit_once('/').expect("a JSON pointer starts with a slash");
        let parent =
            event.pointer_mut(parent).unwrap_or_else(|| panic!("the event has nothing at {parent:?}"));
        match key.parse::<usize>() {
            Ok(index) if parent.is_array() => parent[index] = value.clone(),
            _ => parent[key] = value.clone(),
        }
    }
}
