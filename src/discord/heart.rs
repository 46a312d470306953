//! When heartbeats are due, and whether they are answered: by this a connection that is half dead is noticed.

use std::hash::{BuildHasher as _, RandomState};
use std::time::Duration;

use tokio::time::Instant;

/// How long a heartbeat may go unanswered: a connection that is half dead is given up well before the next one.
const ANSWER_TIME: Duration = Duration::from_secs(5);

/// When to send heartbeats, and whether they are answered.
pub(super) struct Heart {
    interval: Duration,
    latest: Instant,
    awaits_answer: bool,
    due: Instant,
}

impl Heart {
    /// The first beat comes at any time within the interval, so that not all bots beat at once.
    pub(super) fn new(interval: Duration) -> Self {
        let now = Instant::now();
        let share = RandomState::new().hash_one(0) % 1000;
        let first = interval.mul_f64(Duration::from_millis(share).as_secs_f64());
        Self { interval, latest: now, awaits_answer: false, due: now + first }
    }

    /// A beat has been sent.
    pub(super) fn beaten(&mut self) {
        self.latest = Instant::now();
        self.awaits_answer = true;
        self.due = self.latest + self.interval.min(ANSWER_TIME);
    }

    /// It has been answered.
    pub(super) fn answered(&mut self) {
        self.awaits_answer = false;
        self.due = self.latest + self.interval;
    }

    /// Whether every beat so far has been answered.
    pub(super) fn is_answered(&self) -> bool {
        !self.awaits_answer
    }

    /// When something has to happen: the next beat, or the answer to the latest.
    pub(super) fn due(&self) -> Instant {
        self.due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heartbeat_is_due_within_the_interval_and_its_answer_within_seconds() {
        let interval = Duration::from_secs(41);
        let mut heart = Heart::new(interval);
        assert!(heart.is_answered() && heart.due <= Instant::now() + interval);
        heart.beaten();
        assert!(!heart.is_answered() && heart.due == heart.latest + ANSWER_TIME);
        heart.answered();
        assert!(heart.is_answered() && heart.due == heart.latest + interval);
    }
}
