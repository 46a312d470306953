//! What a test waits for: each wait ends when the thing has been recorded, or fails with a list of what was.

use std::collections::HashSet;
use std::panic::Location;
use std::pin::pin;
use std::time::Duration;

use serde_json::Value;
use tokio::time::{Instant, timeout_at};

use super::StandIn;
use super::events::Post;
use super::people::Person;
use super::record::{Frame, Request};
use super::send::interaction_token;
use super::state::{Shared, State};

/// How long any wait lasts at most. Generous: it only ever runs out when the test fails.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// The author of what `fence` sends: a different one each time, so that no limit per user meets it.
const FENCE_USER: u64 = 490_000_000_000_000_000;

impl Shared {
    /// Waits until the state is like this, for ever.
    pub async fn until(&self, mut like: impl FnMut(&State) -> bool) {
        loop {
            let mut changed = pin!(self.changed.notified());
            // Listening before looking: a change in between is not missed.
            changed.as_mut().enable();
            if like(&self.lock()) {
                return;
            }
            changed.await;
        }
    }

    /// Waits until `look` finds something; after [`PATIENCE`] fails with a list of what was recorded.
    pub async fn wait_for<T>(
        &self,
        what: &str,
        asked_at: &Location<'_>,
        mut look: impl FnMut(&mut State) -> Option<T>,
    ) -> T {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let mut changed = pin!(self.changed.notified());
            changed.as_mut().enable();
            if let Some(found) = look(&mut self.lock()) {
                return found;
            }
            if timeout_at(deadline, changed).await.is_err() {
                let report = report(&self.lock());
                panic!("{asked_at}: expected {what} within {} s, got\n{report}", PATIENCE.as_secs());
            }
        }
    }
}

fn report(state: &State) -> String {
    let mut lines = vec!["  requests:".to_owned()];
    lines.extend(state.requests.iter().map(|request| format!("    {request}")));
    lines.push("  gateway:".to_owned());
    lines.extend(state.notes.iter().map(|note| format!("    {note}")));
    lines.push("  violations:".to_owned());
    lines.extend(state.violations.iter().map(|violation| format!("    {violation}")));
    lines.join("\n")
}

impl StandIn {
    /// Waits until the bot has a session (READY has been sent).
    #[track_caller]
    pub fn ready(&self) -> impl Future<Output = ()> {
        let asked_at = Location::caller();
        self.shared.wait_for("a session", asked_at, |state| state.session.as_ref().map(|_| ()))
    }

    /// Waits for the first request that matches, whether it came already or not. The closure must not call the
    /// stand-in.
    #[track_caller]
    pub fn request(&self, matches: impl Fn(&Request) -> bool) -> impl Future<Output = Request> {
        self.find(Location::caller(), "a request that matches", matches)
    }

    /// Waits for a request that matches and was not handed out by a `next_…` wait before.
    #[track_caller]
    pub fn next_request(&self, matches: impl Fn(&Request) -> bool) -> impl Future<Output = Request> {
        self.take(Location::caller(), "another request that matches", matches)
    }

    /// Waits for the response to an interaction.
    #[track_caller]
    pub fn callback(&self, interaction: u64) -> impl Future<Output = Request> {
        let wanted = format!("POST /interactions/{interaction}/*/callback");
        let what = format!("the response to interaction {interaction}");
        self.find(Location::caller(), what, move |request| request.is(&wanted))
    }

    /// Waits for an edit of the response to an interaction (`PATCH …/messages/@original`) not handed out before.
    #[track_caller]
    pub fn next_edit(&self, interaction: u64) -> impl Future<Output = Request> {
        let wanted = format!("PATCH /webhooks/*/{}/messages/@original", interaction_token(interaction));
        self.take(
            Location::caller(),
            format!("an edit of the response to interaction {interaction}"),
            move |request| request.is(&wanted),
        )
    }

    /// Waits for a follow-up message of an interaction not handed out before.
    #[track_caller]
    pub fn next_follow_up(&self, interaction: u64) -> impl Future<Output = Request> {
        let wanted = format!("POST /webhooks/*/{}", interaction_token(interaction));
        self.take(Location::caller(), format!("a follow-up of interaction {interaction}"), move |request| {
            request.is(&wanted)
        })
    }

    /// Waits for a message of the bot in a channel not handed out before.
    #[track_caller]
    pub fn next_message(&self, channel: u64) -> impl Future<Output = Request> {
        let wanted = format!("POST /channels/{channel}/messages");
        self.take(Location::caller(), format!("another message in channel {channel}"), move |request| {
            request.is(&wanted)
        })
    }

    /// Waits until the bot has sent `count` frames with this opcode: 1 heartbeat, 2 IDENTIFY, 6 RESUME. Returns all.
    #[track_caller]
    pub fn frames_with(&self, op: u64, count: usize) -> impl Future<Output = Vec<Frame>> {
        let what = format!("{count} frames with op {op}");
        let asked_at = Location::caller();
        async move {
            let enough = |state: &mut State| {
                let found: Vec<Frame> = state.frames.iter().filter(|frame| frame.op == op).cloned().collect();
                (found.len() >= count).then_some(found)
            };
            self.shared.wait_for(&what, asked_at, enough).await
        }
    }

    /// Waits until the bot has been without a gateway connection: after a stop, or a fault.
    #[track_caller]
    pub fn disconnected(&self) -> impl Future<Output = ()> {
        let asked_at = Location::caller();
        self.shared
            .wait_for("a bot that is not connected", asked_at, |state| state.attached.is_none().then_some(()))
    }

    /// Waits until so many gateway connections have been refused because the gateway is down.
    #[track_caller]
    pub fn gateway_refused(&self, times: usize) -> impl Future<Output = ()> {
        let refused = |note: &&String| note.starts_with("connection refused");
        let look =
            move |state: &mut State| (state.notes.iter().filter(refused).count() >= times).then_some(());
        self.shared.wait_for("refused gateway connections", Location::caller(), look)
    }

    /// Waits until the bot has a gateway connection.
    #[track_caller]
    pub fn connected(&self) -> impl Future<Output = ()> {
        let asked_at = Location::caller();
        self.shared.wait_for("a bot that is connected", asked_at, |state| state.attached.as_ref().map(|_| ()))
    }

    /// Waits until each of these interactions has its response.
    #[track_caller]
    pub fn all_answered<'a>(&'a self, interactions: &'a [u64]) -> impl Future<Output = ()> {
        let asked_at = Location::caller();
        let answered = |state: &State, id| state.interactions.get(id).is_some_and(|known| known.answered);
        let look = move |state: &mut State| interactions.iter().all(|id| answered(state, id)).then_some(());
        self.shared.wait_for("a response to every interaction", asked_at, look)
    }

    /// Waits until there is a message of the bot in reply to each of these.
    #[track_caller]
    pub fn all_replied_to<'a>(&'a self, questions: &'a [u64]) -> impl Future<Output = ()> {
        let asked_at = Location::caller();
        let bot = Value::from(self.world().bot.to_string());
        let look = move |state: &mut State| {
            let own = state.messages.values().filter(|message| message["author"]["id"] == bot);
            let replied: HashSet<u64> =
                own.filter_map(|own| own["message_reference"]["message_id"].as_str()?.parse().ok()).collect();
            questions.iter().all(|question| replied.contains(question)).then_some(())
        };
        self.shared.wait_for("a reply to every message", asked_at, look)
    }

    /// Forgets what was recorded and sent so far, where much is: nothing of it can be waited for or resumed any more.
    pub fn forget(&self) {
        self.shared.change(|state| {
            state.requests.clear();
            state.frames.clear();
            state.notes.clear();
            // A response that was not confirmed will come again.
            let State { interactions, swallowed, .. } = &mut *state;
            interactions.retain(|id, _| swallowed.contains(id));
            state.messages.clear();
            state.made.clear();
            state.nonces.clear();
            if let Some(session) = &mut state.session {
                session.forgotten += session.history.len();
                session.history.clear();
            }
        });
    }

    /// The messages of the bot that now stand in a channel and reply to this one.
    pub fn replies_to(&self, question: u64) -> Vec<Value> {
        let [question, bot] = [question, self.world().bot].map(|id| Value::from(id.to_string()));
        let state = self.shared.lock();
        let replies = state.messages.values().filter(|message| {
            message["message_reference"]["message_id"] == question && message["author"]["id"] == bot
        });
        replies.cloned().collect()
    }

    /// Proves silence by order: asks a question in a channel of its own and waits for the answer, twice, so that
    /// whatever came before has been read and had two round trips to show an effect. What the fence itself causes is
    /// left out by [`since`](Self::since).
    #[track_caller]
    pub fn fence(&self) -> impl Future<Output = ()> {
        let asked_at = Location::caller();
        let ready = self.ready();
        async move {
            ready.await;
            for _ in 0..2 {
                let (channel, question) = (self.world().fence_channel, &self.shared.settings.fence_question);
                let person = Person::new(FENCE_USER + self.shared.lock().next_id() % 1_000_000, "fence");
                let text = format!("{} {question}", self.world().bot_mention());
                self.post_now(&Post::new(&text).by(&person).in_channel(channel));
                let answer = format!("POST /channels/{channel}/messages");
                self.take(asked_at, "an answer to the fence", |request| request.is(&answer)).await;
            }
        }
    }

    /// Everything recorded so far.
    pub fn requests(&self) -> Vec<Request> {
        self.shared.lock().requests.clone()
    }

    /// A place in the record, for [`since`](Self::since).
    pub fn mark(&self) -> usize {
        self.shared.lock().requests.len()
    }

    /// What was recorded after a mark, without what a fence caused.
    pub fn since(&self, mark: usize) -> Vec<Request> {
        let fence = format!("/channels/{}/", self.world().fence_channel);
        let state = self.shared.lock();
        state.requests[mark..].iter().filter(|request| !request.path.starts_with(&fence)).cloned().collect()
    }

    /// How many TCP connections there have been.
    pub fn tcp_connections(&self) -> usize {
        self.shared.lines()
    }

    /// Every frame that the bot has sent so far.
    pub fn frames(&self) -> Vec<Frame> {
        self.shared.lock().frames.clone()
    }

    /// The message that a request made or edited, as Discord has it now.
    pub fn message_of(&self, request: &Request) -> Value {
        let made = self.made_by(request);
        made.unwrap_or_else(|| panic!("expected a request that made a message, got {request}"))
    }

    /// The same; `None` where the request made none.
    pub fn made_by(&self, request: &Request) -> Option<Value> {
        let state = self.shared.lock();
        state.made.get(&request.number).and_then(|id| state.messages.get(id)).cloned()
    }

    /// The commands that the bot has registered, as Discord has them.
    pub fn registered_commands(&self) -> Vec<Value> {
        self.shared.lock().commands.clone()
    }

    async fn find(
        &self,
        asked_at: &Location<'_>,
        what: impl Into<String>,
        matches: impl Fn(&Request) -> bool,
    ) -> Request {
        let first = |state: &mut State| state.requests.iter().find(|request| matches(request)).cloned();
        self.shared.wait_for(&what.into(), asked_at, first).await
    }

    async fn take(
        &self,
        asked_at: &Location<'_>,
        what: impl Into<String>,
        matches: impl Fn(&Request) -> bool,
    ) -> Request {
        let first = |state: &mut State| {
            let found = state.requests.iter_mut().find(|request| !request.taken && matches(request))?;
            found.taken = true;
            Some(found.clone())
        };
        self.shared.wait_for(&what.into(), asked_at, first).await
    }
}
