//! What the stand-in answers to each REST route, and the effect that it has.

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{Response, StatusCode};
use serde_json::{Value, json};

use super::faults::Failure;
use super::interact;
use super::messages;
use super::record::Request;
use super::registry;
use super::state::{Shared, State};

/// An answer: status, body and, for a 429, after how many seconds to try again.
pub(super) struct Reply {
    status: u16,
    body: Option<Value>,
    retry_after: Option<f64>,
}

impl Reply {
    pub fn ok(body: Value) -> Self {
        Self { status: 200, body: Some(body), retry_after: None }
    }

    pub fn nothing() -> Self {
        Self { status: 204, body: None, retry_after: None }
    }

    /// The answer of a failure that has one; 500 for those that have not.
    pub fn failure(failure: &Failure) -> Self {
        match failure {
            Failure::Status(status, code, message) => Self {
                status: *status,
                body: Some(json!({ "message": message, "code": code })),
                retry_after: None,
            },
            Failure::RateLimited(seconds) | Failure::RateLimitedGlobally(seconds) => {
                let global = matches!(failure, Failure::RateLimitedGlobally(_));
                let body = json!({ "message": "You are being rate limited.", "retry_after": seconds, "global": global });
                Self { status: 429, body: Some(body), retry_after: Some(*seconds) }
            }
            Failure::Delay(_) | Failure::Hold | Failure::Drop | Failure::Swallow => {
                Self::failure(&Failure::INTERNAL)
            }
        }
    }

    /// A body that breaks a limit, which Discord refuses with 50035.
    pub fn invalid_form_body(findings: &[String]) -> Self {
        let body =
            json!({ "message": "Invalid Form Body", "code": 50035, "errors": { "_errors": findings } });
        Self { status: 400, body: Some(body), retry_after: None }
    }

    /// A route that the stand-in does not have, which is a gap in it or a mistake in the bot.
    pub fn unknown_route(state: &mut State, request: &Request) -> Self {
        state
            .violations
            .push(format!("{request}\n    expected a route that the stand-in knows, got this one"));
        Self::failure(&Failure::Status(404, 0, "404: Not Found"))
    }

    pub fn into_response(self) -> Response<Body> {
        let mut response =
            Response::new(self.body.map_or_else(Body::empty, |body| Body::from(body.to_string())));
        *response.status_mut() =
            StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, "application/json".parse().expect("a constant header value"));
        if let Some(seconds) = self.retry_after {
            // The header counts whole seconds, the body fractions of one.
            let seconds = seconds.ceil().to_string().parse().expect("a number is a header value");
            headers.insert(RETRY_AFTER, seconds);
        }
        response
    }
}

/// Carries out a request and says what Discord would answer.
pub(super) fn to(shared: &Shared, state: &mut State, request: &Request) -> Reply {
    let world = &shared.world;
    let segments: Vec<&str> = request.path.trim_start_matches('/').split('/').collect();
    match (request.method.as_str(), segments.as_slice()) {
        ("POST", ["interactions", id, token, "callback"]) => {
            interact::callback(shared, state, request, id, token)
        }
        (_, ["webhooks", rest @ ..]) => interact::webhook(shared, state, request, rest),
        // Open to everybody: a wrong token is noticed by IDENTIFY.
        ("GET", ["gateway"]) => Reply::ok(json!({ "url": format!("ws://{}", shared.address) })),
        _ if request.authorization != format!("Bot {}", shared.settings.token) => {
            Reply::failure(&Failure::Status(401, 0, "401: Unauthorized"))
        }
        ("GET", ["gateway", "bot"]) => Reply::ok(json!({
            "url": format!("ws://{}", shared.address), "shards": 1,
            "session_start_limit": { "total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1 },
        })),
        ("GET", ["users", "@me"]) => Reply::ok(world.bot_user()),
        ("POST", ["users", "@me", "channels"]) => interact::open_direct_channel(shared, state, request),
        ("GET", ["applications", "@me"] | ["oauth2", "applications", "@me"]) => Reply::ok(json!({
            "id": world.bot.to_string(), "name": "aide-memoire", "icon": null, "description": "", "flags": 0,
            "bot_public": true, "bot_require_code_grant": false, "verify_key": "0", "team": null,
            "owner": world.moderator.user(), "bot": world.bot_user(),
        })),
        (
            _,
            ["applications", _, "commands", rest @ ..]
            | ["applications", _, "guilds", _, "commands", rest @ ..],
        ) => registry::answer(shared, state, request, rest),
        ("GET", ["guilds", id]) if *id == world.guild.to_string() => Reply::ok(super::world::guild(world)),
        (_, ["channels", channel, rest @ ..]) => match channel.parse() {
            Ok(channel) => in_channel(shared, state, request, channel, rest),
            Err(_) => Reply::unknown_route(state, request),
        },
        _ => Reply::unknown_route(state, request),
    }
}

fn in_channel(shared: &Shared, state: &mut State, request: &Request, channel: u64, rest: &[&str]) -> Reply {
    let world = &shared.world;
    let unknown = Failure::Status(404, 10008, "Unknown Message");
    match (request.method.as_str(), rest) {
        ("GET", []) => Reply::ok(world.channel_object(channel)),
        ("POST", ["typing"]) => Reply::nothing(),
        ("POST", ["messages"]) => Reply::ok(messages::post(world, state, request, channel)),
        ("PUT" | "DELETE", ["messages", _, "reactions", _, "@me"]) => Reply::nothing(),
        (method, ["messages", id]) => match (method, id.parse().unwrap_or(0)) {
            ("GET", id) => {
                state.messages.get(&id).map_or(Reply::failure(&unknown), |found| Reply::ok(found.clone()))
            }
            ("PATCH", id) => {
                messages::edit(world, state, request, id).map_or(Reply::failure(&unknown), Reply::ok)
            }
            ("DELETE", id) => {
                state.messages.remove(&id).map_or(Reply::failure(&unknown), |_| Reply::nothing())
            }
            _ => Reply::unknown_route(state, request),
        },
        _ => Reply::unknown_route(state, request),
    }
}
