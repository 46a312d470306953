//! How many questions a member and a channel may ask in a while.

use std::collections::{HashMap, VecDeque};
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How many members, and how many channels, are remembered at most.
const REMEMBERED: usize = 10_000;

/// So many questions in so much time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// How many questions.
    pub questions: NonZeroU32,
    /// In how much time.
    pub time: Duration,
}

/// Who has to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    Member,
    Channel,
}

/// Why a question is not answered now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wait {
    who: Who,
    /// The member or channel.
    id: u64,
    left: Duration,
}

impl Wait {
    /// What the one who asked is told.
    pub(super) fn sentence(&self) -> String {
        let seconds = self.left.as_secs_f64().ceil().max(1.0);
        let unit = if seconds > 1.0 { "seconds" } else { "second" };
        match self.who {
            Who::Member => {
                format!("You have asked many questions at once. Please ask me again in {seconds} {unit}.")
            }
            Who::Channel => {
                format!("There were many questions in this channel. Please ask me again in {seconds} {unit}.")
            }
        }
    }
}

/// Counts questions, by identifiers alone.
#[derive(Debug)]
pub(super) struct Cooldown {
    member: Option<Pace>,
    channel: Option<Pace>,
    asked: Mutex<Asked>,
}

#[derive(Debug, Default)]
struct Asked {
    members: HashMap<u64, Times>,
    channels: HashMap<u64, Times>,
}

/// When questions were asked that still count, and when a wait was told.
#[derive(Debug, Default)]
struct Times {
    asked: VecDeque<Instant>,
    told: Option<Instant>,
}

impl Cooldown {
    /// Without a pace there is no limit.
    pub(super) fn new(member: Option<Pace>, channel: Option<Pace>) -> Self {
        Self { member, channel, asked: Mutex::default() }
    }

    /// Counts a question; where it is one too many it does not count, and has to wait.
    pub(super) fn ask(&self, member: u64, channel: u64, now: Instant) -> Result<(), Wait> {
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        let Asked { members, channels } = &mut *asked;
        let of_member = self.member.map(|pace| (pace, times(members, member, pace, now)));
        let of_channel = self.channel.map(|pace| (pace, times(channels, channel, pace, now)));
        let counted = [(Who::Member, member, of_member), (Who::Channel, channel, of_channel)];
        for (who, id, counted) in &counted {
            if let Some((pace, times)) = counted
                && let Some(left) = times.left(*pace, now)
            {
                return Err(Wait { who: *who, id: *id, left });
            }
        }
        for (_, times) in counted.into_iter().filter_map(|(_, _, counted)| counted) {
            times.asked.push_back(now);
        }
        Ok(())
    }

    /// Whether a wait may be told where all see it: once in the time of its pace.
    pub(super) fn tells(&self, wait: &Wait, now: Instant) -> bool {
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        let (pace, times) = match wait.who {
            Who::Member => (self.member, asked.members.get_mut(&wait.id)),
            Who::Channel => (self.channel, asked.channels.get_mut(&wait.id)),
        };
        let (Some(pace), Some(times)) = (pace, times) else { return true };
        let is_told = times.told.is_some_and(|told| now.duration_since(told) < pace.time);
        if !is_told {
            times.told = Some(now);
        }
        !is_told
    }
}

/// The times of one member or channel that still count. Where too many are remembered, those who have not asked
/// for a while are forgotten, and if there are none such, all.
fn times(of: &mut HashMap<u64, Times>, who: u64, pace: Pace, now: Instant) -> &mut Times {
    if of.len() >= REMEMBERED && !of.contains_key(&who) {
        of.retain(|_, times| times.asked.back().is_some_and(|last| now.duration_since(*last) < pace.time));
        if of.len() >= REMEMBERED {
            of.clear();
        }
    }
    let times = of.entry(who).or_default();
    while times.asked.front().is_some_and(|first| now.duration_since(*first) >= pace.time) {
        times.asked.pop_front();
    }
    times
}

impl Times {
    /// How long the next question has to wait, where it has to.
    fn left(&self, pace: Pace, now: Instant) -> Option<Duration> {
        let is_full = self.asked.len() >= pace.questions.get() as usize;
        let first = self.asked.front().filter(|_| is_full)?;
        Some(pace.time.saturating_sub(now.duration_since(*first)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pace(questions: u32, seconds: u64) -> Option<Pace> {
        Some(Pace { questions: NonZeroU32::new(questions).unwrap(), time: Duration::from_secs(seconds) })
    }

    /// A second, a member, a channel; then who has to wait, for how many seconds, and whether that may be told.
    type Asks = (u64, u64, u64, Result<(), (Who, u64, bool)>);

    #[track_caller]
    fn check(member: Option<Pace>, channel: Option<Pace>, asked: &[Asks]) {
        let (cooldown, start) = (Cooldown::new(member, channel), Instant::now());
        for (second, member, channel, expected) in asked {
            let now = start + Duration::from_secs(*second);
            let came = cooldown.ask(*member, *channel, now);
            let came = came.map_err(|wait| (wait.who, wait.left.as_secs(), cooldown.tells(&wait, now)));
            assert_eq!(came, *expected, "member {member} in channel {channel} at {second} s");
        }
    }

    #[test]
    fn a_member_waits_until_the_first_question_is_long_ago() {
        let too_many = |left, tells| Err((Who::Member, left, tells));
        check(
            pace(2, 20),
            None,
            &[
                (0, 1, 1, Ok(())),
                (5, 1, 2, Ok(())),
                (6, 1, 1, too_many(14, true)),
                (7, 1, 1, too_many(13, false)),
                (7, 2, 1, Ok(())),
                // What was refused did not count.
                (20, 1, 1, Ok(())),
                (21, 1, 1, too_many(4, false)),
                (25, 1, 1, Ok(())),
                (27, 1, 1, too_many(13, true)),
            ],
        );
    }

    #[test]
    fn a_channel_waits_whoever_asks() {
        let too_many = |left, tells| Err((Who::Channel, left, tells));
        check(
            pace(2, 20),
            pace(3, 10),
            &[
                (0, 1, 1, Ok(())),
                (0, 2, 1, Ok(())),
                (0, 3, 1, Ok(())),
                (1, 4, 1, too_many(9, true)),
                (1, 4, 2, Ok(())),
                (1, 4, 2, Ok(())),
                (1, 4, 2, Err((Who::Member, 20, true))),
                (10, 5, 1, Ok(())),
            ],
        );
    }

    #[test]
    fn without_a_pace_nobody_waits() {
        check(None, None, &[(0, 1, 1, Ok(())); 50]);
    }

    #[test]
    fn memory_is_bounded() {
        let (cooldown, start) = (Cooldown::new(pace(1, 20), None), Instant::now());
        for member in 0..REMEMBERED as u64 {
            assert_eq!(cooldown.ask(member, 1, start), Ok(()));
        }
        assert!(cooldown.ask(1, 1, start).is_err(), "all are remembered");
        assert_eq!(cooldown.ask(u64::MAX, 1, start), Ok(()));
        let remembered = cooldown.asked.lock().unwrap().members.len();
        assert!(remembered <= REMEMBERED, "{remembered} members");
    }

    #[test]
    fn a_wait_is_told_in_whole_seconds() {
        let wait = |who, millis| Wait { who, id: 1, left: Duration::from_millis(millis) }.sentence();
        assert!(wait(Who::Member, 200).ends_with("in 1 second."));
        assert!(wait(Who::Member, 1200).ends_with("in 2 seconds."));
        assert!(wait(Who::Channel, 1000).contains("channel"));
    }
}
