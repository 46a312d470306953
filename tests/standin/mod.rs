//! A stand-in for Discord: one port on loopback that speaks the gateway and records every REST request.
//!
//! Reading order: `mod` (starting, stopping, verifying), `send` (what a test makes happen), `wait` (what it waits
//! for), `faults` (what it breaks); then behind the scenes `wire`, `gateway`, `rest`, `reply`, `interact`,
//! `registry`, `messages`, and the two
//! judges of every request body, `limits` and `openapi`.
//!
//! Nothing here sleeps in order to wait: a test waits until a request has been recorded, and proves silence by order
//! (`StandIn::fence`). A request that Discord would refuse fails the test that caused it, when the stand-in is dropped.
//!
//! ```ignore
//! let standin = StandIn::start().await;
//! let bot = start_bot(standin.url(), standin.token());
//! let id = standin.ask_command("Who is Wendy Sherman?").await;
//! let answer = standin.callback(id).await;
//! assert!(answer.text().contains("Deputy Secretary"), "{answer}");
//! ```
//!
//! Deliberately absent: voice, the making of threads, several shards at once, rate limit headers, and any judgement of timing.
#![allow(dead_code, unreachable_pub, reason = "each test target uses its own part of the stand-in")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a stand-in that cannot go on fails its test, and says why"
)]

pub mod events;
pub mod faults;
mod gateway;
mod interact;
pub mod limits;
mod messages;
pub mod openapi;
pub mod payload;
pub mod people;
pub mod record;
mod recording;
mod registry;
mod reply;
mod rest;
mod send;
mod state;
mod wait;
mod wire;
pub mod world;

use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use self::state::Shared;
use self::world::World;

/// How this Discord is set up; every field has a default that a healthy bot gets along with.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The only token that IDENTIFY, RESUME and REST requests may carry (without the `Bot ` prefix).
    pub token: String,
    /// What HELLO asks of the bot.
    pub heartbeat_interval: Duration,
    /// The privileged intents switched on for this application; asking for another one is answered with close 4014.
    pub privileged_intents: u64,
    /// Compress every payload after an IDENTIFY that allows it (`compress: true`), as Discord may; a connection that
    /// resumes has no such flag and gets text.
    pub zlib: bool,
    /// What `fence` asks: a question that the bot answers with a message, whatever else it is doing.
    pub fence_question: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            token: "MTAwMDAwMDAwMDAwMDAwMDAx.stand-in.not-a-secret".to_owned(),
            heartbeat_interval: Duration::from_millis(41_250),
            privileged_intents: 0,
            zlib: false,
            fence_question: "What is NATO?".to_owned(),
        }
    }
}

/// A running stand-in. Dropping it closes the port and every connection, and fails the test on any violation.
pub struct StandIn {
    shared: Arc<Shared>,
    server: JoinHandle<()>,
}

impl StandIn {
    /// Starts with the default [`Settings`].
    pub async fn start() -> Self {
        Self::start_with(Settings::default()).await
    }

    /// Starts on a port that the system picks; answers from the moment this returns.
    pub async fn start_with(settings: Settings) -> Self {
        // Read here, so that a wrong path fails the test and not some connection's task.
        let _ = openapi::described();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("loopback has a free port");
        let address = listener.local_addr().expect("a bound listener has an address");
        let shared = Arc::new(Shared::new(settings, address));
        let server = tokio::spawn(wire::serve(listener, Arc::clone(&shared)));
        Self { shared, server }
    }

    /// The address to give to the bot's HTTP client as its proxy: `http://127.0.0.1:PORT`.
    pub fn url(&self) -> String {
        format!("http://{}", self.shared.address)
    }

    /// The token that the bot must use.
    pub fn token(&self) -> &str {
        &self.shared.settings.token
    }

    /// The identifiers of the people and places in this Discord.
    pub fn world(&self) -> &World {
        &self.shared.world
    }

    /// Panics with the list of violations recorded so far, if there are any.
    pub fn verify(&self) {
        let violations = self.violations();
        assert!(
            violations.is_empty(),
            "Discord would not have accepted this ({} violations):\n  {}",
            violations.len(),
            violations.join("\n  ")
        );
    }

    /// The violations recorded so far; they still fail the test.
    pub fn violations(&self) -> Vec<String> {
        self.shared.lock().violations.clone()
    }

    /// Hands over the violations recorded so far and forgets them, for a test that provokes them on purpose.
    pub fn take_violations(&self) -> Vec<String> {
        std::mem::take(&mut self.shared.lock().violations)
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        self.server.abort();
        self.shared.cut_all_lines();
        if !std::thread::panicking() {
            self.verify();
        }
    }
}
