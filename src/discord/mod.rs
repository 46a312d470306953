//! The Discord door: the only place that knows serenity.
//!
//! Reading order: `connection` (found, answered, stopped), `session` (kept over connections) → `gateway` (one
//! connection) → `events` and `heart`; `handler` (events told apart), `service` (the way of a question, through
//! `cooldown` and `repeats`, and into the journal by `record`); then by kind of event `mentions`, `commands` with
//! `localised`, `message_command`, `buttons` with `custom_id`, `modals`; for moderators `access` (who may),
//! `desk_command` (`/knowledge`), `reload` with `proposals`, `hang_up` (SIGHUP), `gaps` and `teach`, and what they see,
//! `proposed`, `faults`, `standing`, `explain`, `export` with `zip`; then what is said, `render`, `passages`, `related`,
//! `still`, `topics`, `about` → `shown` → `card` → `wire`, with `neutral`, `shorten` and `limits`; then how it goes out,
//! `deliver` with `attached`, `later`, `turns`,
//! `failure` and `plain`; the small rest is `seen`, `in_flight`, `pauses`, `clock`, `stop`, `panics` and `trouble`.
//!
//! Deliberately absent: serenity's client and rate limiter (see `gateway` and `deliver`), a cache, several shards,
//! and privileged intents.

mod about;
mod access;
mod attached;
mod buttons;
mod card;
mod clock;
mod commands;
mod connection;
mod cooldown;
mod custom_id;
mod deliver;
mod desk_command;
mod events;
mod explain;
mod export;
mod failure;
mod faults;
mod gaps;
mod gateway;
mod handler;
mod hang_up;
mod heart;
mod in_flight;
mod later;
mod limits;
mod localised;
mod mentions;
mod message_command;
mod modals;
mod neutral;
mod panics;
mod passages;
mod pauses;
mod plain;
mod proposals;
mod proposed;
mod record;
mod related;
mod reload;
mod render;
mod repeats;
mod seen;
mod service;
mod session;
mod shorten;
mod shown;
mod standing;
mod still;
mod stop;
mod teach;
mod topics;
mod trouble;
mod turns;
mod wire;

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use tracing::{info, warn};

use crate::desk::Desk;
use crate::journal;

use self::stop::Stop;
pub use access::Moderators;
pub use clock::now;
pub use cooldown::Pace;
pub use limits::ADDRESS as LONGEST_ADDRESS;

/// How long the runtime may take to end once everything is finished.
const LAST_WAIT: Duration = Duration::from_millis(200);

const BAD_TOKEN: &str = "Discord does not accept the bot token: copy it again from the application's Bot page \
                         in Discord's developer portal";

/// What the door needs to connect.
#[derive(Debug)]
pub struct Settings {
    /// The bot's token.
    pub token: Token,
    /// Another address of Discord's API (`http://127.0.0.1:PORT`), for tests.
    pub api: Option<String>,
    /// How often members may ask.
    pub limits: Limits,
    /// Where the journal is.
    pub journal: journal::Settings,
    /// The version of the program.
    pub version: &'static str,
    /// A copy of the printed article, whose paragraphs members may see where it proves the knowledge.
    pub article: Option<PathBuf>,
    /// Where members report a mistake: an address of at most [`LONGEST_ADDRESS`] characters.
    pub report_url: Option<String>,
    /// Who has a say over the knowledge.
    pub moderators: Moderators,
}

/// How often members may ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Each member; without a pace, as often as they like.
    pub member: Option<Pace>,
    /// All members of a channel together.
    pub channel: Option<Pace>,
    /// How long the same question in the same channel is answered by a link to the answer; zero: never.
    pub repeats: Duration,
}

/// A bot token. It is never shown: `Debug` prints dots.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// Takes a token of printable ASCII without blanks; `None` for anything else.
    pub fn new(token: &str) -> Option<Self> {
        let printable = !token.is_empty() && token.bytes().all(|b| b.is_ascii_graphic());
        printable.then(|| Self(token.to_owned()))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// Why the door could not stay open.
#[derive(Debug)]
pub struct ServeError(Vec<String>);

impl ServeError {
    fn new(sentence: &str) -> Self {
        Self(vec![sentence.to_owned()])
    }

    /// What is wrong, one sentence each.
    pub fn sentences(self) -> Vec<String> {
        self.0
    }
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl std::error::Error for ServeError {}

/// Opens the desk, which comes with sentences for the log, connects to Discord and answers until the process is asked to stop (SIGTERM or SIGINT, at any
/// time); then finishes what it is answering, in less than five seconds. At SIGHUP it reloads its knowledge.
///
/// Where Discord cannot be reached it says so in the log and tries again, with pauses of one second to a minute.
///
/// # Errors
///
/// The problems with the desk, or a sentence where Discord will not have this bot.
pub fn serve(
    settings: Settings,
    open: impl FnOnce() -> Result<(Desk, Vec<String>), Vec<String>> + Send + 'static,
) -> Result<(), ServeError> {
    panics::log();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| ServeError(vec![format!("no threads to run on: {error}")]))?;
    let served = runtime.block_on(async {
        let stop = Stop::listen();
        let mut stop = stop.map_err(|error| ServeError(vec![format!("cannot listen for signals: {error}")]))?;
        // Before anything takes its time: from now on this signal does not end the process either.
        let hang_up = hang_up::listen();
        info!("learning the knowledge");
        // Takes seconds, and is given up where it stands when the process is asked to stop.
        let (desk, told) = tokio::select! {
            opened = tokio::task::spawn_blocking(open) => match opened {
                Ok(opened) => opened.map_err(ServeError)?,
                Err(_) => return Err(ServeError::new("the knowledge could not be learnt: a mistake in this program")),
            },
            () = stop.asked() => return Ok(()),
        };
        told.iter().for_each(|sentence| warn!("{sentence}"));
        // On one of the threads where the answers are made: an event need not cross to another one.
        let served = tokio::spawn(connection::run(settings, desk, stop, hang_up)).await;
        served.unwrap_or_else(|_| Err(ServeError::new("the connection was given up: a mistake in this program")))
    });
    runtime.shutdown_timeout(LAST_WAIT);
    served
}
