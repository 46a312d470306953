//! Who may send when: one message at a time in a channel, so that answers keep their order and a rate limit is
//! met by one request and not by all that wait; and none anywhere while Discord asks for silence.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::MutexGuard;
use tokio::time::{Instant, sleep_until};

type Line = Arc<tokio::sync::Mutex<()>>;

/// The lines before each channel.
#[derive(Debug, Default)]
pub(super) struct Turns {
    lines: Mutex<HashMap<u64, Line>>,
    /// Until when nothing may be sent.
    closed: Mutex<Option<Instant>>,
}

/// A place in the line of a channel; gives it up when dropped.
#[derive(Debug)]
pub(super) struct Turn<'a> {
    turns: &'a Turns,
    channel: u64,
    line: Line,
}

impl Turns {
    /// A place in the line of a channel.
    pub(super) fn of(&self, channel: u64) -> Turn<'_> {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        let line = Arc::clone(lines.entry(channel).or_default());
        Turn { turns: self, channel, line }
    }

    /// Lets nothing be sent for this long.
    pub(super) fn close_for(&self, time: Duration) {
        let mut closed = self.closed.lock().unwrap_or_else(PoisonError::into_inner);
        *closed = (*closed).max(Some(Instant::now() + time));
    }

    /// Waits until something may be sent.
    pub(super) async fn until_open(&self) {
        loop {
            let closed = *self.closed.lock().unwrap_or_else(PoisonError::into_inner);
            match closed.filter(|until| *until > Instant::now()) {
                Some(until) => sleep_until(until).await,
                None => return,
            }
        }
    }
}

impl Turn<'_> {
    /// Waits for those before.
    pub(super) async fn take(&self) -> MutexGuard<'_, ()> {
        self.line.lock().await
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut lines = self.turns.lines.lock().unwrap_or_else(PoisonError::into_inner);
        // Ours and the table's: nobody else waits.
        if Arc::strong_count(&self.line) == 2 {
            lines.remove(&self.channel);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_at_a_time_in_a_channel_and_no_line_stays_behind() {
        let turns = Turns::default();
        let (first, second, elsewhere) = (turns.of(1), turns.of(1), turns.of(2));
        let taken = first.take().await;
        assert!(second.line.try_lock().is_err(), "the second waits");
        assert!(elsewhere.line.try_lock().is_ok(), "another channel does not");
        drop(taken);
        assert!(second.line.try_lock().is_ok());
        drop((first, second, elsewhere));
        assert!(turns.lines.lock().unwrap().is_empty());
    }
}
