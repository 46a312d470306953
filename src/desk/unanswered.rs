//! Which questions of a message were not answered, and what comes nearest to each.

use super::Consultation;
use crate::answer::{Explanation, Outcome, Part, Reason};
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
    let explanation = generation.engine.explain(reply);
    let one = reply.parts().count() == 1;
    let trees = if one { std::slice::from_ref(&explanation) } else { explanation.details.as_slice() };
    let parts = reply.parts().zip(trees).filter(|(part, _)| is_unanswered(part));
    parts
        .map(|(part, tree)| Unanswered {
            question: part.question.clone(),
            outcome: outcome(part),
            generation: generation.number,
            nearest: nearest(tree),
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

/// The entries that an explanation shows, the best first.
fn nearest(tree: &Explanation) -> Vec<Nearest> {
    let entry = |detail: &Explanation| {
        let entry = detail.label.strip_prefix("entry ")?.to_owned();
        Some(Nearest { entry, score: detail.value? })
    };
    tree.details.iter().filter_map(entry).collect()
}
