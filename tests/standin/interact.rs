//! The rules of interactions: one response each, of a kind that fits, and afterwards edits and follow-ups by token.

use serde_json::json;

use super::faults::Failure;
use super::messages;
use super::record::Request;
use super::reply::Reply;
use super::send::interaction_token;
use super::state::{Known, Shared, State};

/// The response of an interaction.
pub(super) fn callback(
    shared: &Shared,
    state: &mut State,
    request: &Request,
    id: &str,
    token: &str,
) -> Reply {
    let id = id.parse().unwrap_or(0);
    let Some(known) = state.interactions.remove(&id).filter(|_| token == interaction_token(id)) else {
        return Reply::failure(&Failure::UNKNOWN_INTERACTION);
    };
    let (reply, known) = respond(shared, state, request, id, known);
    state.interactions.insert(id, known);
    reply
}

fn respond(
    shared: &Shared,
    state: &mut State,
    request: &Request,
    id: u64,
    mut known: Known,
) -> (Reply, Known) {
    if known.answered {
        if !state.swallowed.contains(&id) {
            state
                .violations
                .push(format!("{request}\n    expected one response to the interaction, got a second one"));
        }
        return (Reply::failure(&Failure::ALREADY_ACKNOWLEDGED), known);
    }
    let world = &shared.world;
    let kind = request.callback_type();
    if !fits(kind, known.kind, known.source.is_some()) {
        let got = format!("callback type {kind} for an interaction of type {}", known.kind);
        state.violations.push(format!("{request}\n    expected a fitting callback type, got {got}"));
        return (Reply::failure(&Failure::Status(400, 50035, "Invalid Form Body")), known);
    }
    known.answered = true;
    match kind {
        4 | 5 => {
            let message = messages::create(world, state, request, known.channel, Some((id, &known)));
            known.original = messages::id_of(&message);
        }
        6 => known.original = known.source,
        7 => {
            known.original = known.source;
            if let Some(source) = known.source {
                messages::edit(world, state, request, source);
            }
        }
        _ => {}
    }
    (Reply::nothing(), known)
}

/// Which callbacks an interaction allows: suggestions only for autocomplete, an update only where there is a message,
/// a modal not in answer to a modal.
fn fits(callback: u64, interaction: u64, has_message: bool) -> bool {
    match callback {
        4 | 5 => interaction != 4,
        6 | 7 => has_message && matches!(interaction, 3 | 5),
        8 => interaction == 4,
        9 => matches!(interaction, 2 | 3),
        _ => false,
    }
}

/// What is done with an interaction's token after the response.
pub(super) fn webhook(shared: &Shared, state: &mut State, request: &Request, rest: &[&str]) -> Reply {
    let (token, message) = match rest {
        [_, token] => (*token, None),
        [_, token, "messages", message] => (*token, Some(*message)),
        _ => return Reply::unknown_route(state, request),
    };
    let found = state.interactions.keys().copied().find(|id| interaction_token(*id) == token);
    let Some((id, known)) = found.and_then(|id| state.interactions.remove_entry(&id)) else {
        return Reply::failure(&Failure::UNKNOWN_WEBHOOK);
    };
    let target = match message {
        Some("@original") => known.original,
        Some(id) => id.parse().ok(),
        None => None,
    };
    let unknown = Failure::Status(404, 10008, "Unknown Message");
    let reply = match (request.method.as_str(), message, target) {
        _ if !known.answered => Reply::failure(&Failure::UNKNOWN_WEBHOOK),
        ("POST", None, _) => {
            Reply::ok(messages::create(&shared.world, state, request, known.channel, Some((id, &known))))
        }
        (_, Some(_), None) => Reply::failure(&unknown),
        ("GET", _, Some(id)) => {
            state.messages.get(&id).map_or(Reply::failure(&unknown), |found| Reply::ok(found.clone()))
        }
        ("PATCH", _, Some(id)) => {
            messages::edit(&shared.world, state, request, id).map_or(Reply::failure(&unknown), Reply::ok)
        }
        ("DELETE", _, Some(id)) => {
            state.messages.remove(&id).map_or(Reply::failure(&unknown), |_| Reply::nothing())
        }
        _ => Reply::unknown_route(state, request),
    };
    state.interactions.insert(id, known);
    reply
}

/// The direct channel of a user, made when there is none yet.
pub(super) fn direct_channel(shared: &Shared, state: &mut State, user: u64) -> u64 {
    if user == shared.world.member.id {
        return shared.world.direct_channel;
    }
    if let Some(channel) = state.direct_channels.get(&user) {
        return *channel;
    }
    let channel = state.next_id();
    state.direct_channels.insert(user, channel);
    channel
}

/// POST /users/@me/channels.
pub(super) fn open_direct_channel(shared: &Shared, state: &mut State, request: &Request) -> Reply {
    let Some(user) = request.body["recipient_id"].as_str().and_then(|id| id.parse().ok()) else {
        return Reply::failure(&Failure::Status(400, 50033, "Invalid Recipient(s)"));
    };
    let channel = direct_channel(shared, state, user);
    let mut object = shared.world.channel_object(channel);
    if user != shared.world.member.id {
        object["recipients"][0]["id"] = json!(user.to_string());
    }
    Reply::ok(object)
}
