//! What a test can break: single REST answers, and the gateway connection.

use std::time::Duration;

use super::StandIn;
use super::record::Request;
use super::state::Order;

/// Chooses the request that fails.
pub(super) type Matcher = Box<dyn Fn(&Request) -> bool + Send>;

/// How a REST request fails.
#[derive(Clone, Debug)]
pub enum Failure {
    /// An error in Discord's form: HTTP status, Discord's own code, message. The request has no effect.
    Status(u16, u64, &'static str),
    /// 429 with `retry_after` in seconds. The request has no effect.
    RateLimited(f64),
    /// The same for all requests, not only for those on this route.
    RateLimitedGlobally(f64),
    /// The usual answer, later.
    Delay(Duration),
    /// The usual answer, but not before [`StandIn::release`].
    Hold,
    /// The connection ends without an answer. The request has no effect.
    Drop,
    /// The connection ends without an answer, and the request has its effect nevertheless.
    Swallow,
}

impl Failure {
    /// 500, as when Discord itself is in trouble.
    pub const INTERNAL: Self = Self::Status(500, 0, "500: Internal Server Error");
    /// 404 with 10062: the interaction is gone (older than three seconds).
    pub const UNKNOWN_INTERACTION: Self = Self::Status(404, 10062, "Unknown interaction");
    /// 404 with 10015: the interaction's token is gone (older than fifteen minutes).
    pub const UNKNOWN_WEBHOOK: Self = Self::Status(404, 10015, "Unknown Webhook");
    /// 400 with 40060: the interaction already has a response.
    pub const ALREADY_ACKNOWLEDGED: Self =
        Self::Status(400, 40060, "Interaction has already been acknowledged.");
    /// 403 with 50013: the bot may not write in this channel.
    pub const MISSING_PERMISSIONS: Self = Self::Status(403, 50013, "Missing Permissions");
    /// 403 with 50007: the member takes no direct messages.
    pub const CANNOT_MESSAGE_USER: Self = Self::Status(403, 50007, "Cannot send messages to this user");
}

impl StandIn {
    /// Fails the next request that matches, once. Several failures for the same request are used up in order.
    pub fn fail_next(&self, matcher: impl Fn(&Request) -> bool + Send + 'static, failure: Failure) {
        self.shared.lock().failures.push((Box::new(matcher), failure));
    }

    /// Whether every failure asked for has come about.
    pub fn all_failed(&self) -> bool {
        self.shared.lock().failures.is_empty()
    }

    /// Lets every request held by [`Failure::Hold`] go on.
    pub fn release(&self) {
        self.shared.change(|state| state.releases += 1);
    }

    /// Op 7: asks the bot to connect again and resume.
    pub fn reconnect(&self) {
        self.command("RECONNECT", Order::Send(serde_json::json!({ "op": 7, "d": null })));
    }

    /// Op 9. When it is not resumable the session is gone: the bot has to IDENTIFY.
    pub fn invalid_session(&self, resumable: bool) {
        self.command("INVALID_SESSION", Order::Send(serde_json::json!({ "op": 9, "d": resumable })));
        if !resumable {
            self.shared.change(|state| {
                state.session = None;
                state.attached = None;
            });
        }
    }

    /// Sends every event of the session once more, as after a resume from an old sequence number.
    pub fn replay(&self) {
        let history = self.shared.lock().session.as_ref().map(|session| session.history.clone());
        for payload in history.unwrap_or_default() {
            if payload["t"] != "READY" {
                self.command("replay", Order::Send(payload));
            }
        }
    }

    /// Op 1 from Discord's side: asks the bot for a heartbeat at once.
    pub fn request_heartbeat(&self) {
        self.command("HEARTBEAT", Order::Send(serde_json::json!({ "op": 1, "d": null })));
    }

    /// Closes the gateway connection with a code. After 4006, 4007 and 4009 the session cannot be resumed.
    pub fn close(&self, code: u16) {
        self.end("close", Order::Close(Some(code)));
        if matches!(code, 4006 | 4007 | 4009) {
            self.shared.change(|state| state.session = None);
        }
    }

    /// Closes the gateway connection with a close frame that has no status code.
    pub fn close_without_status(&self) {
        self.end("close without a status", Order::Close(None));
    }

    /// Cuts the TCP connection of the gateway.
    pub fn drop_connection(&self) {
        self.end("drop", Order::Drop);
    }

    /// Stops or resumes acknowledging heartbeats: a connection that is half dead.
    pub fn ignore_heartbeats(&self, ignore: bool) {
        self.shared.change(|state| state.heartbeats_ignored = ignore);
    }

    /// Refuses new gateway connections with 503 until told otherwise. Connections that exist go on.
    pub fn gateway_down(&self, down: bool) {
        self.shared.change(|state| state.gateway_down = down);
    }

    /// Answers every IDENTIFY by closing with this code (4004, 4013, 4014), or takes that back.
    pub fn refuse_identify(&self, code: Option<u16>) {
        self.shared.change(|state| state.refuse_identify = code);
    }

    fn command(&self, name: &str, order: Order) {
        let reached = self.shared.change(|state| {
            state.notes.push(format!("ordered: {name}"));
            state.order(order)
        });
        assert!(reached, "{name} needs a connected bot, and none is connected");
    }

    /// Like `command`; afterwards events wait for a RESUME.
    fn end(&self, name: &str, order: Order) {
        self.command(name, order);
        self.shared.change(|state| state.attached = None);
    }
}
