//! What the stand-in remembers, behind one lock, and the signal that something was added.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::net::SocketAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::Value;
use tokio::sync::Notify;
use tokio::sync::mpsc::UnboundedSender;

use super::Settings;
use super::faults::{Failure, Matcher};
use super::record::{Frame, Request};
use super::wire::Line;
use super::world::World;

/// First millisecond of 2015, from which Discord's identifiers count time.
const DISCORD_EPOCH_MS: u64 = 1_420_070_400_000;

/// Everything that the connections and the test share.
pub(super) struct Shared {
    pub settings: Settings,
    pub address: SocketAddr,
    pub world: World,
    /// Woken after every change that somebody may wait for.
    pub changed: Notify,
    state: Mutex<State>,
}

/// What has happened so far.
#[derive(Default)]
pub(super) struct State {
    pub requests: Vec<Request>,
    pub frames: Vec<Frame>,
    /// What the gateway did, in words, for the report of a wait that ran out.
    pub notes: Vec<String>,
    pub violations: Vec<String>,
    pub session: Option<Session>,
    /// The connection that the session is attached to, with its number.
    pub attached: Option<(usize, UnboundedSender<Order>)>,
    pub connections: usize,
    pub interactions: HashMap<u64, Known>,
    pub messages: BTreeMap<u64, Value>,
    /// Interactions whose response took effect and was never confirmed: the bot cannot but try again.
    pub swallowed: HashSet<u64>,
    /// The messages made with a nonce that is enforced, by channel and nonce.
    pub nonces: HashMap<(u64, String), u64>,
    /// Which message a request (by number) made.
    pub made: HashMap<usize, u64>,
    /// The direct channel of each user who has one.
    pub direct_channels: HashMap<u64, u64>,
    pub commands: Vec<Value>,
    pub failures: Vec<(Matcher, Failure)>,
    /// Raised by every `release`: requests held before that go on.
    pub releases: usize,
    pub gateway_down: bool,
    pub heartbeats_ignored: bool,
    pub refuse_identify: Option<u16>,
    lines: Vec<Line>,
    last_id: u64,
}

/// A gateway session: survives connections, until it is invalidated.
pub(super) struct Session {
    pub id: String,
    pub intents: u64,
    /// How many payloads came before those that are remembered.
    pub forgotten: usize,
    /// Every dispatched payload; the sequence number of the first one of the session is 1.
    pub history: Vec<Value>,
}

/// What is known of an interaction that was sent.
pub(super) struct Known {
    /// 2 command, 3 component, 4 autocomplete, 5 modal.
    pub kind: u64,
    pub channel: u64,
    /// Who used it.
    pub user: Value,
    /// The message that carried the component.
    pub source: Option<u64>,
    /// The response has been received.
    pub answered: bool,
    /// The message that `@original` names, once there is one.
    pub original: Option<u64>,
}

/// What a connection's task is told to do.
pub(super) enum Order {
    Send(Value),
    /// Close with this code, or with an empty close frame.
    Close(Option<u16>),
    /// Cut the TCP connection without a word.
    Drop,
}

impl Shared {
    pub fn new(settings: Settings, address: SocketAddr) -> Self {
        let (changed, state) = (Notify::new(), Mutex::default());
        Self { settings, address, world: World::default(), changed, state }
    }

    /// The state. A panic elsewhere must not hide the report, so poison is ignored.
    pub fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the state, and wakes whoever waits.
    pub fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let result = change(&mut self.lock());
        self.changed.notify_waiters();
        result
    }

    /// Remembers a connection so that it can be cut when the stand-in stops.
    pub fn keep_line(&self, line: &Line) {
        self.lock().lines.push(line.clone());
    }

    /// How many connections there have been, of either kind.
    pub fn lines(&self) -> usize {
        self.lock().lines.len()
    }

    pub fn cut_all_lines(&self) {
        for line in self.lock().lines.drain(..) {
            line.cut();
        }
    }
}

impl State {
    /// A new identifier: like Discord's it holds the time, and is larger than every one before.
    #[expect(clippy::disallowed_methods, reason = "identifiers hold the time here as they do in Discord")]
    pub fn next_id(&mut self) -> u64 {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
        let floor = u64::try_from(now).unwrap_or(0).saturating_sub(DISCORD_EPOCH_MS) << 22;
        self.last_id = floor.max(self.last_id + 1);
        self.last_id
    }

    /// Dispatches an event to the current session, whether a connection is attached to it or not: events of a gap are
    /// replayed by RESUME. Without a session the event is lost, as it is in Discord.
    pub fn dispatch(&mut self, event: &str, data: Value) {
        let Some(session) = &mut self.session else {
            self.notes.push(format!("{event} lost: no session"));
            return;
        };
        let sequence = session.forgotten + session.history.len() + 1;
        let mut payload = serde_json::json!({ "op": 0, "t": event, "s": sequence });
        payload["d"] = data;
        session.history.push(payload.clone());
        let sent = self.order(Order::Send(payload));
        self.notes
            .push(format!("{} {event} (s = {sequence})", if sent { "sent" } else { "kept for a resume" }));
    }

    /// Passes an order to the attached connection; false when there is none.
    pub fn order(&mut self, order: Order) -> bool {
        self.attached.as_ref().is_some_and(|(_, orders)| orders.send(order).is_ok())
    }
}
