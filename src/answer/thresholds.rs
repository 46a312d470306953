//! How sure is sure enough, measured on the knowledge base alone.
//!
//! Part of every topic's ways to ask, and some topics as a whole, are held out; an index is built from the
//! rest and asked what was held out. The thresholds are the loosest ones under which the errors made there
//! stay within bounds. An exam plays no part.

use super::evidence::Evidence;
use super::tuning::{
    FEW_TRIALS_CAUTION, HELD_OUT_EVERY, LEAST_CERTAINTY, MOST_LISTS, MOST_WRONG, SHARE_ANSWERABLE,
    SHARE_KNOWN_SILENCE, SILENCE_RIGHT,
};

/// The three lines that decide an outcome; all in the units of [`Evidence`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Thresholds {
    /// From here on the best entry answers.
    pub(super) answer: f32,
    /// From here on entries are suggested.
    pub(super) suggest: f32,
    /// From here on the best silence speaks for itself; below it the refusal is a general one.
    pub(super) silence: f32,
}

/// What was asked, and what came of it without the way it was asked in.
pub(super) struct Trial {
    pub(super) kind: TrialKind,
    pub(super) evidence: Evidence,
}

pub(super) enum TrialKind {
    /// A way to ask for an entry that is indexed; whether the best entry cites what it should.
    Answerable { right: bool },
    /// A way to ask for a silence that is indexed; whether the best silence is that one.
    KnownSilence { right: bool },
    /// A way to ask for something that is not indexed.
    Unknown,
}

/// Which ways to ask are held out of a topic, and whether all of them are.
pub(super) struct HoldOut {
    fold: usize,
}

impl HoldOut {
    /// Every rotation: together they hold out each way and each topic once.
    pub(super) fn rotations() -> impl Iterator<Item = HoldOut> {
        (0..HELD_OUT_EVERY).map(|fold| HoldOut { fold })
    }

    /// Whether a topic is held out as a whole.
    pub(super) fn topic(&self, topic: usize) -> bool {
        topic % HELD_OUT_EVERY == self.fold
    }

    /// Whether a way to ask is held out.
    pub(super) fn way(&self, topic: usize, way: usize) -> bool {
        self.topic(topic) || self.asks(topic, way)
    }

    /// Whether a way to ask that is held out is also tried: of a topic that is held out as a whole, only some.
    pub(super) fn asks(&self, topic: usize, way: usize) -> bool {
        (way + topic) % HELD_OUT_EVERY == self.fold
    }
}

/// Sets the thresholds from what came of the trials.
pub(super) fn calibrate(trials: &[Trial]) -> Thresholds {
    let count =
        |kind: fn(&TrialKind) -> bool| trials.iter().filter(|trial| kind(&trial.kind)).count().max(1) as f32;
    let answerable = SHARE_ANSWERABLE / count(|kind| matches!(kind, TrialKind::Answerable { .. }));
    let known = SHARE_KNOWN_SILENCE / count(|kind| matches!(kind, TrialKind::KnownSilence { .. }));
    let unknown =
        (1.0 - SHARE_ANSWERABLE - SHARE_KNOWN_SILENCE) / count(|kind| matches!(kind, TrialKind::Unknown));
    let weight = |trial: &Trial| match trial.kind {
        TrialKind::Answerable { .. } => answerable,
        TrialKind::KnownSilence { .. } => known,
        TrialKind::Unknown => unknown,
    };
    let unanswerable = |trial: &&Trial| !matches!(trial.kind, TrialKind::Answerable { .. });

    let answers = trials.iter().map(|trial| {
        let wrong = !matches!(trial.kind, TrialKind::Answerable { right: true });
        (trial.evidence.certainty(), if wrong { weight(trial) } else { 0.0 })
    });
    let few_trials = FEW_TRIALS_CAUTION / (trials.len().max(1) as f32).sqrt();
    let answer = loosest(answers, MOST_WRONG).max(LEAST_CERTAINTY + few_trials);
    let lists = trials.iter().filter(unanswerable).map(|trial| {
        let weight = if trial.evidence.certainty() < answer { weight(trial) } else { 0.0 };
        (trial.evidence.closeness(), weight / (1.0 - SHARE_ANSWERABLE))
    });
    let suggest = loosest(lists, MOST_LISTS);
    let silences: Vec<(f32, bool)> = trials
        .iter()
        .filter_map(|trial| match trial.kind {
            TrialKind::KnownSilence { right } => Some((trial.evidence.silence_total(), right)),
            TrialKind::Unknown | TrialKind::Answerable { .. } => None,
        })
        .collect();
    Thresholds { answer, suggest, silence: purest(silences, SILENCE_RIGHT) }
}

/// The lowest value from which on all costs together stay within `budget`.
fn loosest(values: impl Iterator<Item = (f32, f32)>, budget: f32) -> f32 {
    let mut values: Vec<(f32, f32)> = values.collect();
    values.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut spent = 0.0;
    let mut lowest = f32::INFINITY;
    for (value, cost) in values {
        spent += cost;
        if spent > budget {
            break;
        }
        lowest = value;
    }
    lowest
}

/// The lowest value from which on at least `share` are right.
fn purest(mut values: Vec<(f32, bool)>, share: f32) -> f32 {
    values.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut right = 0;
    let mut lowest = f32::INFINITY;
    for (at, (value, is_right)) in values.iter().enumerate() {
        right += usize::from(*is_right);
        if right as f32 >= share * (at + 1) as f32 {
            lowest = *value;
        }
    }
    lowest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loosest_spends_the_budget_and_no_more() {
        let values = [(3.0, 0.0), (2.0, 1.0), (1.0, 0.0), (0.0, 1.0)];
        assert_eq!(loosest(values.into_iter(), 1.0), 1.0);
        assert_eq!(loosest(values.into_iter(), 0.5), 3.0);
        assert_eq!(loosest(std::iter::empty(), 0.5), f32::INFINITY);
    }

    #[test]
    fn purest_keeps_the_share() {
        assert_eq!(purest(vec![(3.0, true), (2.0, false), (1.0, true), (0.0, true)], 0.75), 0.0);
        assert_eq!(purest(vec![(3.0, true), (2.0, false), (1.0, false)], 0.75), 3.0);
    }
}
