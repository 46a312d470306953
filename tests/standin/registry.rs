//! The commands that the bot has registered.

use serde_json::{Value, json};

use super::faults::Failure;
use super::record::Request;
use super::reply::Reply;
use super::state::{Shared, State};

/// Answers `/applications/{id}/commands` and below.
///
/// Global and guild commands share one list: a bot that registers both is told so by its names.
pub(super) fn answer(shared: &Shared, state: &mut State, request: &Request, rest: &[&str]) -> Reply {
    let unknown = Failure::Status(404, 10063, "Unknown application command");
    match (request.method.as_str(), rest) {
        ("GET", []) => Reply::ok(Value::Array(state.commands.clone())),
        ("PUT", []) => {
            state.commands = register(shared, state, &request.body);
            Reply::ok(Value::Array(state.commands.clone()))
        }
        ("POST", []) => {
            let made = register(shared, state, &request.body).remove(0);
            state.commands.retain(|command| command["name"] != made["name"]);
            state.commands.push(made.clone());
            Reply::ok(made)
        }
        ("DELETE", [id]) => {
            let before = state.commands.len();
            state.commands.retain(|command| command["id"] != *id);
            if state.commands.len() < before { Reply::nothing() } else { Reply::failure(&unknown) }
        }
        ("GET", [id]) => {
            let found = state.commands.iter().find(|command| command["id"] == *id);
            found.map_or(Reply::failure(&unknown), |command| Reply::ok(command.clone()))
        }
        _ => Reply::unknown_route(state, request),
    }
}

/// Commands as Discord returns them: with what it adds by itself.
fn register(shared: &Shared, state: &mut State, body: &Value) -> Vec<Value> {
    let sent: Vec<Value> = body.as_array().cloned().unwrap_or_else(|| vec![body.clone()]);
    sent.into_iter()
        .map(|mut command| {
            let id = state.next_id().to_string();
            command["id"] = json!(id);
            command["version"] = json!(id);
            command["application_id"] = json!(shared.world.bot.to_string());
            if command["type"].is_null() {
                command["type"] = json!(1);
            }
            if command["description"].is_null() {
                command["description"] = json!("");
            }
            command
        })
        .collect()
}
