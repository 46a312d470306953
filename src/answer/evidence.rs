//! Everything that speaks for and against the best entry, in numbers that can be explained.

use crate::matching::{Candidate, Ranking};
use crate::text::Reading;

use super::signals::{QuestionWord, Signals};
use super::tuning::{ABSENT_NAME_PENALTY, LEANING_WEIGHT, UNASKED_KIND_PENALTY};

/// What is known about one question before anything is decided.
#[derive(Debug, Clone)]
pub(super) struct Evidence {
    pub(super) best: Candidate,
    /// The best entry that rests on none of the best one's paragraphs.
    pub(super) rival: Option<Candidate>,
    pub(super) silence: Option<Candidate>,
    pub(super) leaning: f32,
    pub(super) unasked_kind: Option<QuestionWord>,
    pub(super) absent_name: Option<String>,
}

impl Evidence {
    /// Gathers the evidence; `None` where there is no entry at all.
    pub(super) fn gather(
        ranking: &Ranking,
        reading: &Reading,
        signals: &Signals,
        share_paragraph: impl Fn(usize, usize) -> bool,
    ) -> Option<Self> {
        let best = *ranking.answerable.first()?;
        let rival = ranking.answerable.iter().find(|other| !share_paragraph(best.topic, other.topic));
        Some(Self {
            best,
            rival: rival.copied(),
            silence: ranking.silent.first().copied(),
            leaning: ranking.leaning,
            unasked_kind: signals.unasked_kind(reading, best.topic),
            absent_name: signals.absent_name(reading),
        })
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

    pub(super) fn name_penalty(&self) -> f32 {
        if self.absent_name.is_some() { ABSENT_NAME_PENALTY } else { 0.0 }
    }

    pub(super) fn leaning_bonus(&self) -> f32 {
        LEANING_WEIGHT * self.leaning
    }

    /// How sure it is that the best entry answers the question.
    pub(super) fn certainty(&self) -> f32 {
        self.ahead_of_silence().min(self.ahead_of_rival()) - self.kind_penalty() - self.name_penalty()
            + self.leaning_bonus()
    }

    /// How likely it is that some entry answers the question.
    pub(super) fn closeness(&self) -> f32 {
        self.ahead_of_silence() - self.name_penalty() + self.leaning_bonus()
    }

    /// How well the best silence fits; the lowest value where there is none.
    pub(super) fn silence_total(&self) -> f32 {
        self.silence.map_or(f32::MIN, |silence| silence.fit.total())
    }
}
