//! What a question can come to: answered, corrected, suggested or refused.

use std::sync::Arc;

use super::context::Context;
use super::judgement::Wording;
use crate::knowledge::{Citations, Entry, Silence};

/// A reply to one message: a part for each question in it.
#[derive(Debug, Clone)]
pub struct Reply {
    first: Part,
    others: Vec<Part>,
}

impl Reply {
    pub(super) fn new(first: Part, others: Vec<Part>) -> Self {
        Self { first, others }
    }

    /// The parts in the order they were asked; at least one.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// The part that tells what became of the message: an answered one before suggestions before a refusal.
    pub fn main_part(&self) -> &Part {
        let rank = |part: &&Part| match part.outcome {
            Outcome::Answered(_) => 0,
            Outcome::Corrected(_) => 1,
            Outcome::Suggested(_) => 2,
            Outcome::Refused(_) => 3,
        };
        self.parts().min_by_key(rank).unwrap_or(&self.first)
    }

    /// Whether at least one part was answered or corrected.
    pub fn is_answered(&self) -> bool {
        self.parts().any(|part| part.outcome.answer().is_some())
    }
}

/// One question of a message and what it came to.
#[derive(Debug, Clone)]
pub struct Part {
    /// The question, as typed.
    pub question: String,
    /// What it came to.
    pub outcome: Outcome,
    /// What was judged, for the explanation: of a wordy message only the clause that asks.
    pub(super) judged: Judged,
}

impl Part {
    /// A question that is not looked at.
    pub(super) fn refused(question: &str, reason: Reason) -> Self {
        let judged = Judged {
            wording: Wording::plain(question),
            context: Context::default(),
            certainty: f32::MIN,
            is_alone: true,
        };
        let outcome = Outcome::Refused(Refusal { reason, nearest: None });
        Self { question: question.to_owned(), outcome, judged }
    }
}

/// A text that was judged, and what it may have leaned on.
#[derive(Debug, Clone)]
pub(super) struct Judged {
    pub(super) wording: Wording,
    pub(super) context: Context,
    /// How sure it was that the best entry answers it.
    pub(super) certainty: f32,
    /// Whether it was taken as it stands, without what was said before.
    pub(super) is_alone: bool,
}

/// What a question comes to. A refusal is a value, not an error.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// An entry answers it.
    Answered(Answer),
    /// A passage contradicts what the question takes for granted.
    Corrected(Answer),
    /// The best entries are too close to call, or not close enough: which was meant?
    Suggested(Vec<Suggestion>),
    /// There is no answer.
    Refused(Refusal),
}

impl Outcome {
    /// The name in JSON.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Answered(_) => "answered",
            Self::Corrected(_) => "corrected",
            Self::Suggested(_) => "suggested",
            Self::Refused(_) => "refused",
        }
    }

    /// The answer, where there is one.
    pub fn answer(&self) -> Option<&Answer> {
        match self {
            Self::Answered(answer) | Self::Corrected(answer) => Some(answer),
            Self::Suggested(_) | Self::Refused(_) => None,
        }
    }
}

/// A curated answer. It is made from an entry, and an entry has at least one citation.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The entry.
    pub entry: Arc<Entry>,
    /// How well the question fits it, 0.0–1.0.
    pub score: f32,
}

impl Answer {
    /// What the answer rests on.
    pub fn citations(&self) -> &Citations {
        &self.entry.citations
    }
}

/// An entry that may have been meant.
#[derive(Debug, Clone)]
pub struct Suggestion {
    /// The entry.
    pub entry: Arc<Entry>,
    /// How well the question fits it, 0.0–1.0.
    pub score: f32,
}

/// Why there is no answer, and what comes nearest.
#[derive(Debug, Clone)]
pub struct Refusal {
    /// Why.
    pub reason: Reason,
    /// An entry that may help instead.
    pub nearest: Option<Arc<Entry>>,
}

/// Why a question is refused.
#[derive(Debug, Clone)]
pub enum Reason {
    /// Nothing in the message could be compared with anything.
    NothingToMatch,
    /// The message is in another language.
    NotEnglish,
    /// A known topic on which the article says nothing.
    Silent(Arc<Silence>),
    /// No entry comes close.
    NothingClose,
    /// Questions beyond those that one message shows.
    TooMany,
}

impl Reason {
    /// The name in JSON.
    pub fn name(&self) -> &'static str {
        match self {
            Self::NothingToMatch => "nothing_to_match",
            Self::NotEnglish => "not_english",
            Self::Silent(silence) => silence.reason.name(),
            Self::NothingClose => "nothing_close",
            Self::TooMany => "too_many",
        }
    }

    /// What the bot says, in a sentence or two.
    pub fn text(&self) -> &str {
        match self {
            Self::NothingToMatch => {
                "I found no question in that. Ask me something about the article, in a few words."
            }
            Self::NotEnglish => "I can only read and answer English, sorry. Please ask in English.",
            Self::Silent(silence) => &silence.reply,
            Self::NothingClose => "The article does not seem to answer that.",
            Self::TooMany => {
                "These are more questions than I answer at once. Please ask them in another message."
            }
        }
    }
}
