//! Remembers for a short while which question was answered where, so that the same question in the same channel is
//! answered by a link. Questions are kept as numbers from which no word can be read back.

use std::collections::VecDeque;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher as _;
use std::pin::pin;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Notify;
use tokio::time::timeout;

use crate::text::{normalise, tokenise};

/// How many answers are remembered at most.
const REMEMBERED: usize = 1000;
/// How long an answer on its way is waited for: Discord tells of our own messages at once, and waits 3 s for us.
const SOON: Duration = Duration::from_secs(1);

/// The latest answers.
#[derive(Debug)]
pub(super) struct Repeats {
    time: Duration,
    /// Its keys are drawn anew at every start.
    hash: RandomState,
    answers: Mutex<VecDeque<Answer>>,
    /// Woken when a message has appeared.
    appeared: Notify,
}

/// A question, as it is remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Key {
    channel: u64,
    question: u64,
}

#[derive(Debug)]
struct Answer {
    /// The message or interaction that asked.
    asked: u64,
    key: Key,
    at: Instant,
    /// The message that answers, once Discord has told of it.
    message: Option<u64>,
}

impl Repeats {
    /// Remembers answers for so long; for no time, none.
    pub(super) fn new(time: Duration) -> Self {
        Self { time, hash: RandomState::new(), answers: Mutex::default(), appeared: Notify::new() }
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Answer>> {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The message that has just answered this question in this channel, from this generation; where it is on its
    /// way, it is waited for. Where there is none, the question is remembered: an answer to it follows.
    pub(super) async fn answered(
        &self,
        asked: u64,
        channel: u64,
        generation: u64,
        question: &str,
        now: Instant,
    ) -> Option<u64> {
        let words = tokenise(&normalise(question));
        if words.is_empty() || self.time.is_zero() {
            return None;
        }
        let key = Key { channel, question: self.hash.hash_one((generation, words)) };
        if self.is_new(asked, key, now) {
            return None;
        }
        let message = timeout(SOON, self.message(key)).await.ok().flatten();
        if message.is_none() {
            // It did not come: from now on this question is the one that is answered.
            self.forget(|answer| answer.key == key && answer.message.is_none());
            self.is_new(asked, key, now);
        }
        message
    }

    /// Whether this question was not asked before; then it is remembered.
    fn is_new(&self, asked: u64, key: Key, now: Instant) -> bool {
        let mut answers = self.lock();
        while answers.front().is_some_and(|first| now.duration_since(first.at) >= self.time) {
            answers.pop_front();
        }
        let is_new = answers.iter().all(|other| other.key != key);
        if is_new {
            if answers.len() == REMEMBERED {
                answers.pop_front();
            }
            answers.push_back(Answer { asked, key, at: now, message: None });
        }
        is_new
    }

    /// The message that answers a question, once it has appeared; `None` where it is not awaited any more.
    async fn message(&self, key: Key) -> Option<u64> {
        loop {
            let mut appeared = pin!(self.appeared.notified());
            // Listening before looking: what appears in between is not missed.
            appeared.as_mut().enable();
            let known = self.lock().iter().find(|answer| answer.key == key).map(|answer| answer.message);
            match known {
                None => return None,
                Some(Some(message)) => return Some(message),
                Some(None) => appeared.await,
            }
        }
    }

    /// A message of ours has appeared that answers what was asked by this message or interaction.
    pub(super) fn appeared(&self, asked: u64, message: u64) {
        if let Some(answer) = self.lock().iter_mut().find(|answer| answer.asked == asked) {
            answer.message = Some(message);
        }
        self.appeared.notify_waiters();
    }

    /// A message was deleted: nobody is sent to it any more.
    pub(super) fn deleted(&self, message: u64) {
        self.forget(|answer| answer.message == Some(message));
    }

    fn forget(&self, which: impl Fn(&Answer) -> bool) {
        self.lock().retain(|answer| !which(answer));
        self.appeared.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);

    /// The first to ask gets no message, since the answer is not there yet.
    async fn first(repeats: &Repeats, asked: u64, question: &str, now: Instant) {
        assert_eq!(repeats.answered(asked, 7, 1, question, now).await, None, "{asked} asks {question:?}");
    }

    #[tokio::test]
    async fn the_same_question_is_known_for_a_while_where_it_was_answered() {
        let (repeats, start) = (Repeats::new(MINUTE), Instant::now());
        let who = "Who is Wendy Sherman?";
        let after = |asked, channel, generation, question, seconds| {
            repeats.answered(asked, channel, generation, question, start + Duration::from_secs(seconds))
        };
        first(&repeats, 1, who, start).await;
        repeats.appeared(1, 100);
        for same in [who, " who is WENDY  Sherman", "who is wendy sherman???"] {
            assert_eq!(after(3, 7, 1, same, 59).await, Some(100), "{same:?}");
        }
        assert_eq!(after(4, 8, 1, who, 59).await, None, "in another channel");
        assert_eq!(after(5, 7, 2, who, 59).await, None, "of other knowledge");
        assert_eq!(after(6, 7, 1, "Who is Sergei Ryabkov?", 59).await, None, "another question");
        assert_eq!(after(7, 7, 1, who, 60).await, None, "long ago");
        for asked in [8, 9] {
            assert_eq!(after(asked, 7, 1, "???", 60).await, None, "no words are no question");
            repeats.appeared(asked, 101);
        }
    }

    #[tokio::test]
    async fn an_answer_on_its_way_is_waited_for() {
        let (repeats, now) = (Repeats::new(MINUTE), Instant::now());
        first(&repeats, 1, "who?", now).await;
        let (second, third) =
            (repeats.answered(2, 7, 1, "who?", now), repeats.answered(3, 7, 1, "who?", now));
        let appears = async { repeats.appeared(1, 100) };
        assert_eq!(tokio::join!(second, third, appears), (Some(100), Some(100), ()));
    }

    #[tokio::test]
    async fn an_answer_that_does_not_come_is_given_by_the_next() {
        let (repeats, now) = (Repeats::new(MINUTE), Instant::now());
        first(&repeats, 1, "who?", now).await;
        // As where it was deleted, or could not be sent.
        let gone = async { repeats.forget(|answer| answer.asked == 1) };
        assert_eq!(tokio::join!(repeats.answered(2, 7, 1, "who?", now), gone).0, None);
        repeats.appeared(2, 101);
        assert_eq!(repeats.answered(3, 7, 1, "who?", now).await, Some(101));
        repeats.deleted(101);
        first(&repeats, 4, "who?", now).await;
    }

    #[tokio::test]
    async fn for_no_time_nothing_is_remembered_and_memory_is_bounded() {
        let (off, on, now) = (Repeats::new(Duration::ZERO), Repeats::new(MINUTE), Instant::now());
        for asked in 0..2 * REMEMBERED as u64 {
            off.answered(asked, 7, 1, "who?", now).await;
            on.answered(asked, asked, 1, "who?", now).await;
        }
        assert_eq!((off.lock().len(), on.lock().len()), (0, REMEMBERED));
    }
}
