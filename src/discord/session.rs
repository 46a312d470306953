//! The session with Discord, kept over as many connections as it takes: after a fault the next connection
//! follows at once and resumes, so that nothing that happened in between is missed; where that does not help,
//! with growing pauses.

use std::time::Duration;

use tokio::time::{Instant, sleep};
use tracing::{info, warn};

use super::ServeError;
use super::events::Event;
use super::gateway::{Connection, End, Identity, Session};
use super::pauses::pauses;
use super::stop::Stop;

/// A connection, or a session over all its connections, that lives so long was a good one.
const GOOD: Duration = Duration::from_secs(10);
/// How often in a row a session is resumed without a pause.
const AT_ONCE: usize = 5;
/// After so many failures where the session lives, the usual gateway is tried.
const ELSEWHERE: usize = 3;

/// Keeps a session until `stop` ends.
///
/// # Errors
///
/// A sentence where Discord will not have this bot.
pub(super) async fn keep(
    gateway: &str,
    identity: &Identity<'_>,
    mut stop: Stop,
    hear: &(dyn Fn(Event) + Sync),
) -> Result<(), ServeError> {
    let mut session: Option<Session> = None;
    let mut asked_for = Instant::now();
    let mut tries = Tries::default();
    loop {
        if session.is_none() {
            asked_for = Instant::now();
        }
        let resumed = session.as_ref().map(|session| session.url.clone());
        let url = resumed.filter(|url| tries.resumes < ELSEWHERE && url.starts_with("ws"));
        let url = url.as_deref().unwrap_or(gateway);
        let began = Instant::now();
        let opened = tokio::select! {
            opened = Connection::open(url, identity, &mut session) => opened,
            () = stop.asked() => return Ok(()),
        };
        let (end, established) = match opened {
            Ok(mut connection) => (connection.listen(&mut stop, hear).await, connection.established),
            Err(end) => (end, false),
        };
        let (reason, lived) = match end {
            End::Stopped => return Ok(()),
            End::Refused(code) => return Err(ServeError::new(refusal(code))),
            // However short its last connection was, a session that lasted over many was a good one.
            End::Over(reason) => (reason, session.take().map(|_| asked_for.elapsed())),
            End::Lost(reason) => (reason, established.then(|| began.elapsed())),
        };
        let pause = tries.pause(lived, session.is_some());
        if pause.is_zero() {
            info!("disconnected ({reason}); connecting again");
        } else {
            warn!("disconnected ({reason}); next try in {} s", pause.as_secs());
        }
        tokio::select! {
            () = sleep(pause) => {}
            () = stop.asked() => return Ok(()),
        }
    }
}

/// How often in a row, since the last good connection.
#[derive(Debug, Default)]
struct Tries {
    /// Resumes.
    resumes: usize,
    /// New sessions.
    sessions: usize,
}

impl Tries {
    /// How long to wait before the next try, after a connection that lived so long, if it ever did; before a new
    /// session, after a session that did. Discord grants few new sessions a day, so that none is asked for at once.
    fn pause(&mut self, lived: Option<Duration>, resumes: bool) -> Duration {
        if lived.is_some_and(|lived| lived >= GOOD) {
            *self = Self::default();
        }
        if !resumes {
            self.resumes = 0;
            self.sessions += 1;
            return pauses().nth(self.sessions - 1).unwrap_or_default();
        }
        self.resumes += 1;
        if lived.is_some() {
            // Discord is there, and keeps resuming: there is no reason to wait ever longer.
            self.resumes = self.resumes.min(AT_ONCE + 1);
        }
        self.resumes.checked_sub(AT_ONCE + 1).and_then(|rest| pauses().nth(rest)).unwrap_or_default()
    }
}

/// Why Discord will not have this bot, and what to do.
fn refusal(code: u16) -> &'static str {
    match code {
        4004 => super::BAD_TOKEN,
        4010 | 4011 => {
            "Discord asks for sharding (the bot is in more than 2,500 servers), which this program does not do: \
             take the bot out of servers in Discord's developer portal, or run it for fewer"
        }
        4012 => {
            "Discord no longer speaks version 10 of its gateway, the only one that this program knows: \
             look for a newer version of this program"
        }
        _ => {
            "Discord refuses the gateway intents of this bot (guild messages and direct messages, none of them \
             privileged): see the application's Bot page in Discord's developer portal"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pauses in seconds before so many tries that all come to this.
    fn waits(lived: Option<u64>, resumes: bool, times: usize) -> Vec<u64> {
        let mut tries = Tries::default();
        let pause = || tries.pause(lived.map(Duration::from_secs), resumes).as_secs();
        std::iter::repeat_with(pause).take(times).collect()
    }

    #[test]
    fn a_session_is_resumed_at_once_and_later_with_pauses() {
        assert_eq!(waits(Some(60), true, 9), [0; 9], "good connections");
        assert_eq!(waits(Some(1), true, 9), [0, 0, 0, 0, 0, 1, 1, 1, 1], "short ones");
        assert_eq!(waits(None, true, 9), [0, 0, 0, 0, 0, 1, 2, 4, 8], "none");
    }

    #[test]
    fn a_new_session_is_never_asked_for_at_once() {
        assert_eq!(waits(Some(60), false, 3), [1; 3]);
        assert_eq!(waits(Some(1), false, 9), [1, 2, 4, 8, 16, 32, 60, 60, 60]);
        assert_eq!(waits(None, false, 3), [1, 2, 4]);
    }

    #[test]
    fn resumes_before_do_not_make_the_wait_for_a_session_longer() {
        let mut tries = Tries::default();
        for _ in 0..20 {
            tries.pause(Some(Duration::ZERO), true);
        }
        assert_eq!(tries.pause(Some(Duration::ZERO), false).as_secs(), 1);
        assert_eq!(tries.pause(Some(Duration::ZERO), true).as_secs(), 0);
    }
}
