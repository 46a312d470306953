//! Message objects: made from what the bot sends or a test posts, edited, announced over the gateway.

use serde_json::{Value, json};

use super::record::Request;
use super::state::{Known, State};
use super::world::{LONG_AGO, World, intents};

/// Only the one who asked sees it.
const EPHEMERAL: u64 = 1 << 6;
/// A deferred response: "is thinking".
const LOADING: u64 = 1 << 7;

/// A message without content.
pub(super) fn blank(world: &World, id: u64, channel: u64, author: &Value) -> Value {
    let mut message = json!({
        "id": id.to_string(), "channel_id": channel.to_string(), "author": author, "content": "", "type": 0,
        "timestamp": LONG_AGO, "edited_timestamp": null, "tts": false, "mention_everyone": false, "mentions": [],
        "mention_roles": [], "attachments": [], "embeds": [], "components": [], "pinned": false, "flags": 0,
    });
    // Objects from REST carry no guild; those from the gateway do.
    if world.is_guild_channel(channel) {
        message["guild_id"] = json!(world.guild.to_string());
    }
    message
}

/// The `mentions` of a text: the bot, in either form of a mention. Other users do not matter here.
pub(super) fn mentions(world: &World, content: &str) -> Value {
    let forms = [format!("<@{}>", world.bot), format!("<@!{}>", world.bot)];
    if forms.iter().any(|form| content.contains(form)) { json!([world.bot_user()]) } else { json!([]) }
}

/// A message that the bot posts in a channel; with a nonce that is enforced, the one it made before.
pub(super) fn post(world: &World, state: &mut State, request: &Request, channel: u64) -> Value {
    let body = request.message();
    let nonce = body["nonce"].as_str().filter(|_| body["enforce_nonce"] == true).map(str::to_owned);
    let Some(nonce) = nonce else { return create(world, state, request, channel, None) };
    let made = state.nonces.get(&(channel, nonce.clone())).copied();
    if let Some(made) = made.and_then(|id| state.messages.get(&id).cloned()) {
        state.notes.push(format!("a message with the nonce {nonce} is there already"));
        return made;
    }
    let message = create(world, state, request, channel, None);
    state.nonces.extend(id_of(&message).map(|id| ((channel, nonce), id)));
    message
}

/// A message of the bot from the body of its request. `asked` is the interaction it responds to.
pub(super) fn create(
    world: &World,
    state: &mut State,
    request: &Request,
    channel: u64,
    asked: Option<(u64, &Known)>,
) -> Value {
    let id = state.next_id();
    let mut message = blank(world, id, channel, &world.bot_user());
    merge(world, &mut message, request.message());
    let reference = &request.message()["message_reference"];
    if let Some(other) = id_at(reference, "message_id") {
        message["type"] = json!(19);
        message["message_reference"] = reference.clone();
        message["referenced_message"] = state.messages.get(&other).cloned().unwrap_or(Value::Null);
    }
    if let Some((interaction, known)) = asked {
        message["type"] = json!(if known.kind == 2 { 20 } else { 0 });
        message["webhook_id"] = json!(world.bot.to_string());
        message["application_id"] = json!(world.bot.to_string());
        message["interaction_metadata"] = metadata(world, interaction, known);
        if request.callback_type() == 5 {
            message["flags"] = json!(message["flags"].as_u64().unwrap_or(0) | LOADING);
        }
    }
    state.messages.insert(id, message.clone());
    state.made.insert(request.number, id);
    tell(world, state, "MESSAGE_CREATE", &message);
    message
}

/// Edits a message with the body of a request; `None` when there is no such message.
pub(super) fn edit(world: &World, state: &mut State, request: &Request, id: u64) -> Option<Value> {
    let mut message = state.messages.get(&id)?.clone();
    merge(world, &mut message, request.message());
    message["flags"] = json!(message["flags"].as_u64().unwrap_or(0) & !LOADING);
    message["edited_timestamp"] = json!(LONG_AGO);
    state.messages.insert(id, message.clone());
    state.made.insert(request.number, id);
    tell(world, state, "MESSAGE_UPDATE", &message);
    Some(message)
}

/// Who asked for a response and by which kind of interaction, as its message tells.
fn metadata(world: &World, interaction: u64, known: &Known) -> Value {
    let mut metadata = json!({
        "id": interaction.to_string(), "type": known.kind, "user": known.user,
        "authorizing_integration_owners": { "0": world.guild.to_string() },
    });
    match known.kind {
        3 => metadata["interacted_message_id"] = json!(known.source.map(|id| id.to_string())),
        5 => {
            let mut trigger = metadata.clone();
            trigger["type"] = json!(2);
            metadata["triggering_interaction_metadata"] = trigger;
        }
        _ => {}
    }
    metadata
}

fn merge(world: &World, message: &mut Value, body: &Value) {
    for field in ["content", "embeds", "components", "flags", "tts"] {
        match body.get(field) {
            None => {}
            Some(Value::Null) => message[field] = if field == "content" { json!("") } else { json!([]) },
            // An edit may add flags, but what is ephemeral stays so.
            Some(flags) if field == "flags" => {
                let kept = message["flags"].as_u64().unwrap_or(0) & (EPHEMERAL | LOADING);
                message["flags"] = json!(flags.as_u64().unwrap_or(0) | kept);
            }
            Some(value) => message[field] = value.clone(),
        }
    }
    for embed in message["embeds"].as_array_mut().into_iter().flatten() {
        embed["type"] = json!("rich");
    }
    message["mentions"] = mentions(world, message["content"].as_str().unwrap_or_default());
}

/// Tells the bot of its own message, as Discord does, unless it is ephemeral.
fn tell(world: &World, state: &mut State, event: &str, message: &Value) {
    if message["flags"].as_u64().unwrap_or(0) & EPHEMERAL == 0 {
        announce(state, event, message.clone(), world.bot);
    }
}

/// Dispatches a message event as far as the intents cover it.
pub(super) fn announce(state: &mut State, event: &str, mut message: Value, bot: u64) {
    let intents = state.session.as_ref().map_or(0, |session| session.intents);
    let (covered, content) = coverage(intents, &message, bot);
    if !covered {
        state.notes.push(format!("{event} withheld: intents {intents:#x} do not cover it"));
        return;
    }
    if !content {
        message["content"] = json!("");
        for field in ["embeds", "components", "attachments"] {
            message[field] = json!([]);
        }
    }
    state.dispatch(event, message);
}

/// Whether the intents cover this message event, and whether they cover its content.
fn coverage(session_intents: u64, event: &Value, bot: u64) -> (bool, bool) {
    let direct = event["guild_id"].is_null();
    let needed = if direct { intents::DIRECT_MESSAGES } else { intents::GUILD_MESSAGES };
    let bot = bot.to_string();
    let mentioned =
        event["mentions"].as_array().is_some_and(|users| users.iter().any(|user| user["id"] == bot));
    let own = event["author"]["id"] == bot;
    let content = direct || mentioned || own || session_intents & intents::MESSAGE_CONTENT != 0;
    (session_intents & needed != 0, content)
}

/// The identifier of an object.
pub(super) fn id_of(object: &Value) -> Option<u64> {
    id_at(object, "id")
}

fn id_at(object: &Value, field: &str) -> Option<u64> {
    object[field].as_str()?.parse().ok()
}
