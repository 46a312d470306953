//! Remembers for a short while which question was answered where, so that the same question in the same channel is
//! answered by a link. Questions are kept as numbers from which no word can be read back.

use std::collections::VecDeque;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher as _;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::text::{normalise, tokenise};

/// How many answers are remembered at most.
const REMEMBERED: usize = 1000;

/// The latest answers.
#[derive(Debug)]
pub(super) struct Repeats {
    time: Duration,
    /// Its keys are drawn anew at every start.
    hash: RandomState,
    answers: Mutex<VecDeque<Answer>>,
}

#[derive(Debug)]
struct Answer {
    /// The message or interaction that asked.
    asked: u64,
    channel: u64,
    question: u64,
    at: Instant,
    /// The message that answers, once Discord has told of it.
    message: Option<u64>,
}

impl Repeats {
    /// Remembers answers for so long; for no time, none.
    pub(super) fn new(time: Duration) -> Self {
        Self { time, hash: RandomState::new(), answers: Mutex::default() }
    }

    /// The message that has just answered this question in this channel, from this generation. Where there is none,
    /// the question is remembered: an answer to it follows.
    pub(super) fn answered(
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
        let question = self.hash.hash_one((generation, words));
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        while answers.front().is_some_and(|first| now.duration_since(first.at) >= self.time) {
            answers.pop_front();
        }
        let mut same = answers.iter().filter(|other| other.channel == channel && other.question == question);
        let message = same.find_map(|other| other.message);
        if message.is_none() {
            if answers.len() == REMEMBERED {
                answers.pop_front();
            }
            answers.push_back(Answer { asked, channel, question, at: now, message: None });
        }
        message
    }

    /// A message of ours has appeared that answers what was asked by this message or interaction.
    pub(super) fn appeared(&self, asked: u64, message: u64) {
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(answer) = answers.iter_mut().find(|answer| answer.asked == asked) {
            answer.message = Some(message);
        }
    }

    /// A message was deleted: nobody is sent to it any more.
    pub(super) fn deleted(&self, message: u64) {
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        answers.retain(|answer| answer.message != Some(message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);

    #[test]
    fn the_same_question_is_known_for_a_while_where_it_was_answered() {
        let (repeats, start) = (Repeats::new(MINUTE), Instant::now());
        let after = |asked, channel, generation, question: &str, seconds| {
            repeats.answered(asked, channel, generation, question, start + Duration::from_secs(seconds))
        };
        assert_eq!(after(1, 7, 1, "Who is Wendy Sherman?", 0), None);
        assert_eq!(after(2, 7, 1, "Who is Wendy Sherman?", 1), None, "not answered yet");
        repeats.appeared(1, 100);
        for same in ["Who is Wendy Sherman?", " who is WENDY  Sherman", "who is wendy sherman???"] {
            assert_eq!(after(3, 7, 1, same, 59), Some(100), "{same:?}");
        }
        assert_eq!(after(4, 8, 1, "Who is Wendy Sherman?", 59), None, "in another channel");
        assert_eq!(after(5, 7, 2, "Who is Wendy Sherman?", 59), None, "of other knowledge");
        assert_eq!(after(6, 7, 1, "Who is Sergei Ryabkov?", 59), None, "another question");
        assert_eq!(after(7, 7, 1, "Who is Wendy Sherman?", 60), None, "long ago");
        assert_eq!(after(8, 7, 1, "???", 60), None);
        repeats.appeared(8, 101);
        assert_eq!(after(9, 7, 1, "!!!", 60), None, "no words are no question");
    }

    #[test]
    fn nobody_is_sent_to_a_message_that_was_deleted() {
        let (repeats, now) = (Repeats::new(MINUTE), Instant::now());
        assert_eq!(repeats.answered(1, 7, 1, "who?", now), None);
        repeats.appeared(1, 100);
        repeats.deleted(100);
        assert_eq!(repeats.answered(2, 7, 1, "who?", now), None);
    }

    #[test]
    fn for_no_time_nothing_is_remembered_and_memory_is_bounded() {
        let (off, on, now) = (Repeats::new(Duration::ZERO), Repeats::new(MINUTE), Instant::now());
        for asked in 0..2 * REMEMBERED as u64 {
            off.answered(asked, 7, 1, "who?", now);
            on.answered(asked, asked, 1, "who?", now);
        }
        assert_eq!(off.answers.lock().unwrap().len(), 0);
        assert_eq!(on.answers.lock().unwrap().len(), REMEMBERED);
    }
}
