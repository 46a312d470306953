//! Everything that speaks for and against the best entry, in numbers that can be explained.

use crate::knowledge::KnowledgeBase;
use crate::matching::{Candidate, Index, Ranking};
use crate::text::Reading;

use super::coverage::unsaid_focus;
use super::signals::{QuestionWord, Signals, StrangeNames};
use super::tuning::{
    ABSENT_NAME_PENALTY, ASIDE_PENALTY, CORRECTION_LEAD, LEANING_WEIGHT, LEAST_GAIN, STRANGE_ACTOR_PENALTY,
    STRANGE_NAME_PENALTY, STRANGE_NUMBER_PENALTY, STRANGE_ROLE_PENALTY, STRANGE_TIME_PENALTY,
    UNASKED_KIND_PENALTY, UNSAID_FOCUS_PENALTY, UNSAID_PENALTY,
};

/// What is known about one question before anything is decided.
#[derive(Debug, Clone)]
pub(super) struct Evidence {
    pub(super) best: Candidate,
    /// The best entry that rests on none of the best one's paragraphs.
    pub(super) rival: Option<Candidate>,
    pub(super) silence: Option<Candidate>,
    pub(super) leaning: f32,
    pub(super) unasked_kind: Option<QuestionWord>,
    pub(super) strange_names: StrangeNames,
    /// The kind of thing that is asked for, where the best entry does not speak of it.
    pub(super) unsaid_focus: Option<String>,
    /// How much better the best entry fits the whole message than what is said there beside the question.
    pub(super) gain: Option<f32>,
}

impl Evidence {
    /// Gathers the evidence; `None` where there is no entry at all. `own` is the topic that has the question
    /// among its ways to ask, in a trial.
    ///
    /// A correction tells members that they are wrong, so it has to be well ahead of the plain entries that rest
    /// on the same paragraphs; otherwise the best of these is taken.
    pub(super) fn gather(
        ranking: &Ranking,
        reading: &Reading,
        signals: &Signals,
        index: &Index,
        knowledge: &KnowledgeBase,
        own: Option<usize>,
    ) -> Option<Self> {
        let entry = |candidate: &Candidate| &knowledge.entries[candidate.topic];
        let overlap = |a: &Candidate, b: &Candidate| entry(a).citations.overlap(&entry(b).citations);
        let mut best = *ranking.answerable.first()?;
        if entry(&best).corrects.is_some() {
            let plain = ranking
                .answerable
                .iter()
                .find(|other| entry(other).corrects.is_none() && overlap(&best, other));
            best = *plain
                .filter(|plain| plain.fit.total() > best.fit.total() - CORRECTION_LEAD)
                .unwrap_or(&best);
        }
        let rival = ranking.answerable.iter().find(|other| !overlap(&best, other));
        Some(Self {
            best,
            rival: rival.copied(),
            silence: ranking.silent.first().copied(),
            leaning: ranking.leaning,
            unasked_kind: signals.unasked_kind(reading, best.topic),
            strange_names: signals.strange_names(reading, best.topic),
            unsaid_focus: unsaid_focus(reading, index, best.topic, own == Some(best.topic)),
            gain: None,
        })
    }

    /// Asks of the best entry what the question of a message asks, of which it is only a part; `gain` is how much
    /// better the entry fits the whole message than the rest of it.
    pub(super) fn ask(&mut self, question: &Reading, gain: f32, signals: &Signals, index: &Index) {
        self.unsaid_focus = unsaid_focus(question, index, self.best.topic, false);
        self.unasked_kind = signals.unasked_kind(question, self.best.topic);
        self.gain = Some(gain);
    }

    /// How far the best entry is ahead of the best silence.
    pub(super) fn ahead_of_silence(&self) -> f32 {
        self.silence.map_or(f32::MAX, |silence| self.best.fit.total() - silence.fit.total())
    }

    /// How far the best entry is ahead of the best one that rests on other paragraphs.
    pub(super) fn ahead_of_rival(&self) -> f32 {
        self.rival.map_or(f32::MAX, |rival| self.best.fit.total() - rival.fit.total())
    }

    pub(super) fn kind_penalty(&self) -> f32 {
        if self.unasked_kind.is_some() { UNASKED_KIND_PENALTY } else { 0.0 }
    }

    /// For names that the article never mentions.
    pub(super) fn absent_penalty(&self) -> f32 {
        if self.strange_names.absent.is_empty() { 0.0 } else { ABSENT_NAME_PENALTY }
    }

    /// For names that the best entry does not mention.
    pub(super) fn elsewhere_penalty(&self) -> f32 {
        STRANGE_NAME_PENALTY * self.strange_names.elsewhere.len() as f32
    }

    /// For numbers and times that the best entry does not mention.
    pub(super) fn exact_penalty(&self) -> f32 {
        STRANGE_NUMBER_PENALTY * self.strange_names.numbers.len() as f32
            + STRANGE_TIME_PENALTY * self.strange_names.times.len() as f32
    }

    /// For somebody of whom nobody asks this with the best entry.
    pub(super) fn actor_penalty(&self) -> f32 {
        if self.strange_names.actor.is_some() { STRANGE_ACTOR_PENALTY } else { 0.0 }
    }

    /// For somebody in a role that the best entry gives to others.
    pub(super) fn role_penalty(&self) -> f32 {
        if self.strange_names.role.is_some() { STRANGE_ROLE_PENALTY } else { 0.0 }
    }

    /// For what the best entry leaves unsaid.
    pub(super) fn unsaid_penalty(&self) -> f32 {
        UNSAID_PENALTY * self.best.fit.unsaid
    }

    /// For the kind of thing that is asked for, where the best entry does not speak of it.
    pub(super) fn focus_penalty(&self) -> f32 {
        if self.unsaid_focus.is_some() { UNSAID_FOCUS_PENALTY } else { 0.0 }
    }

    /// For an entry that fits what is said beside the question as well as the question with it.
    pub(super) fn aside_penalty(&self) -> f32 {
        if self.gain.is_some_and(|gain| gain < LEAST_GAIN) { ASIDE_PENALTY } else { 0.0 }
    }

    pub(super) fn leaning_bonus(&self) -> f32 {
        LEANING_WEIGHT * self.leaning
    }

    /// How sure it is that the best entry answers the question.
    pub(super) fn certainty(&self) -> f32 {
        self.ahead_of_silence().min(self.ahead_of_rival()) + self.leaning_bonus()
            - self.kind_penalty()
            - self.absent_penalty()
            - self.elsewhere_penalty()
            - self.exact_penalty()
            - self.actor_penalty()
            - self.role_penalty()
            - self.unsaid_penalty()
            - self.focus_penalty()
            - self.aside_penalty()
    }

    /// How likely it is that some entry answers the question.
    pub(super) fn closeness(&self) -> f32 {
        self.ahead_of_silence() - self.absent_penalty() + self.leaning_bonus()
    }

    /// Similarity of the nearest way to ask, for the best entry or the best silence.
    pub(super) fn nearest(&self) -> f32 {
        self.silence.map_or(0.0, |silence| silence.fit.nearest).max(self.best.fit.nearest)
    }

    /// How well the best silence fits; the lowest value where there is none.
    pub(super) fn silence_total(&self) -> f32 {
        self.silence.map_or(f32::MIN, |silence| silence.fit.total())
    }
}
