//! What a test makes happen: commands, presses, messages, raw events. Each waits for a session, then hands back the id.

use serde_json::{Value, json};

use super::StandIn;
use super::events::{Interaction, Place, Post, apply};
use super::interact;
use super::messages;
use super::people::Person;
use super::state::{Known, Shared, State};
use super::world::ALL_PERMISSIONS;

impl StandIn {
    /// `/ask question:…` by the default member in the guild. Returns the interaction's id.
    #[track_caller]
    pub fn ask_command(&self, question: &str) -> impl Future<Output = u64> {
        self.send(Interaction::command("ask").text("question", question))
    }

    /// Typing in the option `question` of `/ask`. Returns the interaction's id.
    #[track_caller]
    pub fn autocomplete(&self, typed: &str) -> impl Future<Output = u64> {
        self.send(Interaction::autocomplete("ask", "question", typed))
    }

    /// A press on a button of this message. Returns the interaction's id.
    #[track_caller]
    pub fn press(&self, custom_id: &str, message: &Value) -> impl Future<Output = u64> {
        self.send(Interaction::press(custom_id, message))
    }

    /// A message in the guild that begins with the bot's mention. Returns the message's id.
    #[track_caller]
    pub fn mention(&self, text: &str) -> impl Future<Output = u64> {
        self.post(Post::new(&format!("{} {text}", self.world().bot_mention())))
    }

    /// A message in the guild that does not mention the bot. Returns the message's id.
    #[track_caller]
    pub fn message(&self, text: &str) -> impl Future<Output = u64> {
        self.post(Post::new(text))
    }

    /// A direct message of the default member. Returns the message's id.
    #[track_caller]
    pub fn direct_message(&self, text: &str) -> impl Future<Output = u64> {
        self.post(Post::new(text).direct())
    }

    /// Sends an interaction. Panics when it presses what the message does not have.
    #[track_caller]
    pub fn send(&self, interaction: Interaction) -> impl Future<Output = u64> {
        check_component(&interaction);
        let ready = self.ready();
        async move {
            ready.await;
            self.shared.change(|state| {
                let id = state.next_id();
                let (event, known) = interaction_event(&self.shared, state, id, &interaction);
                state.interactions.insert(id, known);
                state.dispatch("INTERACTION_CREATE", event);
                id
            })
        }
    }

    /// Sends a message event, if the intents asked for cover it; without Message Content its text is withheld from
    /// a bot that it does not concern, as Discord does.
    #[track_caller]
    pub fn post(&self, post: Post) -> impl Future<Output = u64> {
        let ready = self.ready();
        async move {
            ready.await;
            self.post_now(&post)
        }
    }

    pub(super) fn post_now(&self, post: &Post) -> u64 {
        self.shared.change(|state| {
            let id = state.next_id();
            let event = message_event(&self.shared, state, id, post);
            state.messages.insert(id, event.clone());
            messages::announce(state, "MESSAGE_CREATE", event, self.shared.world.bot);
            id
        })
    }

    /// Sends any event with any data, whatever the intents.
    #[track_caller]
    pub fn dispatch(&self, event: &str, data: Value) -> impl Future<Output = ()> {
        let ready = self.ready();
        async move {
            ready.await;
            self.shared.change(|state| state.dispatch(event, data));
        }
    }

    /// Sends the MESSAGE_CREATE of a message once more, as may happen after a reconnect.
    pub async fn deliver_again(&self, message: u64) {
        let event = self.stored_message(message);
        self.ready().await;
        let bot = self.world().bot;
        self.shared.change(|state| messages::announce(state, "MESSAGE_CREATE", event, bot));
    }

    /// The message with this id as Discord has it now.
    pub fn stored_message(&self, id: u64) -> Value {
        self.shared.lock().messages.get(&id).cloned().unwrap_or_else(|| panic!("there is no message {id}"))
    }
}

/// The token of an interaction, which must never be logged.
pub fn interaction_token(id: u64) -> String {
    format!("interaction-token-{id}")
}

fn interaction_event(
    shared: &Shared,
    state: &mut State,
    id: u64,
    interaction: &Interaction,
) -> (Value, Known) {
    let world = &shared.world;
    let person = interaction.by.as_ref().unwrap_or(&world.member);
    let channel = channel_of(shared, state, interaction.place, person);
    let guild = world.is_guild_channel(channel).then(|| world.guild.to_string());
    let mut data = interaction.data.clone();
    if let Some(name) = data["name"].as_str() {
        let registered = state.commands.iter().find(|command| command["name"] == name);
        data["id"] = registered.map_or_else(|| json!("500000000000000001"), |command| command["id"].clone());
    }
    let owner = guild.clone().unwrap_or_else(|| "0".to_owned());
    let mut event = json!({
        "id": id.to_string(), "application_id": world.bot.to_string(), "type": interaction.kind, "version": 1,
        "token": interaction_token(id), "data": data, "channel_id": channel.to_string(),
        "channel": world.channel_object(channel), "app_permissions": ALL_PERMISSIONS, "locale": "en-US",
        "entitlements": [], "authorizing_integration_owners": { "0": owner }, "attachment_size_limit": 10_485_760,
        "context": if guild.is_some() { 0 } else { 1 },
    });
    match guild {
        Some(guild) => {
            event["guild"] = json!({ "id": guild, "locale": "en-US", "features": [] });
            event["guild_id"] = json!(guild);
            event["guild_locale"] = json!("en-US");
            event["member"] = person.interacting_member();
        }
        None => event["user"] = person.user(),
    }
    let source = interaction.message.as_ref().or(interaction.opened_on.as_ref());
    if let Some(message) = source {
        event["message"] = message.clone();
    }
    apply(&mut event, &interaction.changes);
    let source = source.and_then(messages::id_of);
    let (kind, user) = (interaction.kind, person.user());
    (event, Known { kind, channel, user, source, answered: false, original: None })
}

fn message_event(shared: &Shared, state: &mut State, id: u64, post: &Post) -> Value {
    let world = &shared.world;
    let person = post.by.as_ref().unwrap_or(&world.member);
    let channel = channel_of(shared, state, post.place, person);
    let mut event = messages::blank(world, id, channel, &person.user());
    event["content"] = json!(post.content);
    event["mentions"] = messages::mentions(world, &post.content);
    if world.is_guild_channel(channel) {
        event["guild_id"] = json!(world.guild.to_string());
        if !person.webhook {
            event["member"] = person.partial_member();
        }
    }
    if person.webhook {
        event["webhook_id"] = json!(person.id.to_string());
    }
    if let Some(other) = &post.reply_to {
        event["type"] = json!(19);
        event["message_reference"] =
            json!({ "type": 0, "channel_id": other["channel_id"], "message_id": other["id"] });
        event["referenced_message"] = other.clone();
        let mentioned = event["mentions"].as_array_mut().expect("mentions are an array");
        if !mentioned.iter().any(|user| user["id"] == other["author"]["id"]) {
            mentioned.push(other["author"].clone());
        }
    }
    apply(&mut event, &post.changes);
    event
}

fn channel_of(shared: &Shared, state: &mut State, place: Place, person: &Person) -> u64 {
    match place {
        Place::Guild => shared.world.channel,
        Place::Channel(channel) => channel,
        Place::Direct => interact::direct_channel(shared, state, person.id),
    }
}

fn check_component(interaction: &Interaction) {
    let Some(message) = &interaction.message else { return };
    let wanted = &interaction.data["custom_id"];
    let rows = message["components"].as_array().into_iter().flatten();
    let present: Vec<&Value> = rows
        .flat_map(|row| row["components"].as_array().into_iter().flatten())
        .map(|part| &part["custom_id"])
        .collect();
    assert!(present.contains(&wanted), "the message has no component {wanted}; it has {present:?}");
}
