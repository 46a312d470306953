//! Which questions of a message were not answered, and what comes nearest to each.

use super::Consultation;
use crate::answer::{Outcome, Part, Reason};
use crate::journal::{Nearest, Unanswered};
use crate::knowledge::SilenceReason;

/// Whether a part is a question without an answer. Thanks are none, and of what was not looked at nothing is known.
pub(super) fn is_unanswered(part: &Part) -> bool {
    match &part.outcome {
        Outcome::Answered(_) | Outcome::Corrected(_) => false,
        Outcome::Suggested(_) => true,
        Outcome::Refused(refusal) => match &refusal.reason {
            Reason::NothingToMatch | Reason::TooMany => false,
            Reason::Silent(silence) => silence.reason != SilenceReason::SmallTalk,
            Reason::NotEnglish | Reason::NothingClose => true,
        },
    }
}

pub(super) fn of(consultation: &Consultation) -> Vec<Unanswered> {
    let Consultation { generation, reply } = consultation;
    let nearest = |part: &Part| {
        let nearest = generation.engine.nearest(part).into_iter();
        nearest.map(|(entry, score)| Nearest { entry: entry.id.clone(), score }).collect()
    };
    let parts = reply.parts().filter(|part| is_unanswered(part));
    parts
        .map(|part| Unanswered {
            question: part.question.clone(),
            outcome: outcome(part),
            generation: generation.number,
            nearest: nearest(part),
        })
        .collect()
}

/// `suggested`, or why it was refused.
fn outcome(part: &Part) -> &'static str {
    match &part.outcome {
        Outcome::Refused(refusal) => refusal.reason.name(),
        outcome => outcome.name(),
    }
}
