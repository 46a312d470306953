//! The golden questions asked of two generations: whose outcome changes, and from what to what.

use std::collections::HashMap;

use rayon::prelude::*;

use super::{Question, Tally, golden, sit};
use crate::answer::{Outcome, Reason, Reply};
use crate::desk::Generation;
use crate::knowledge::history::Figures;

/// What new knowledge makes of its golden questions, beside what the old made of them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comparison {
    /// The old one.
    pub before: Figures,
    /// The new one.
    pub after: Figures,
    /// The questions whose outcome changes.
    pub changed: Vec<Turn>,
}

/// A golden question whose outcome changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The question.
    pub question: String,
    /// The questions before it.
    pub context: Vec<String>,
    /// What it came to.
    pub from: Standing,
    /// What it comes to.
    pub to: Standing,
}

/// What a golden question comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// `answered with sherman-who`, `suggested`, `refused by age-of-a-person`; several parts one after the other.
    pub outcome: String,
    /// Whether that is what is expected.
    pub right: bool,
}

impl Comparison {
    /// The questions that came out right and no longer do.
    pub fn turned_wrong(&self) -> impl Iterator<Item = &Turn> {
        self.changed.iter().filter(|turn| turn.from.right && !turn.to.right)
    }
}

/// Asks the golden questions of `after` of both. The old knowledge is judged by what its own golden question expected,
/// where it has the same one: a section may have been renamed since.
pub fn compare(before: &Generation, after: &Generation) -> Comparison {
    let key = |question: &Question| (question.question.clone(), question.context.clone());
    let known: HashMap<_, Question> =
        golden(before).into_iter().map(|question| (key(&question), question)).collect();
    let asked: Vec<(Judged, Judged, Question)> = golden(after)
        .into_par_iter()
        .map(|question| {
            let then = Judged::of(before, known.get(&key(&question)).unwrap_or(&question));
            (then, Judged::of(after, &question), question)
        })
        .collect();
    let (mut was, mut is) = (size(before), size(after));
    let mut changed = Vec::new();
    for (then, now, question) in asked {
        count(&mut was, &then.tally);
        count(&mut is, &now.tally);
        if then.standing != now.standing {
            let Question { question, context, .. } = question;
            changed.push(Turn { question, context, from: then.standing, to: now.standing });
        }
    }
    Comparison { before: was, after: is, changed }
}

/// The figures of one generation by its own golden questions.
pub fn figures(generation: &Generation) -> Figures {
    let mut figures = size(generation);
    for question in golden(generation) {
        count(&mut figures, &sit(generation, &question).0);
    }
    figures
}

struct Judged {
    tally: Tally,
    standing: Standing,
}

impl Judged {
    fn of(generation: &Generation, question: &Question) -> Self {
        let (tally, reply) = sit(generation, question);
        let right = tally.wrong == 0.0 && tally.missed == 0.0;
        Self { tally, standing: Standing { outcome: outcome(&reply), right } }
    }
}

fn outcome(reply: &Reply) -> String {
    let part = |outcome: &Outcome| match outcome {
        Outcome::Answered(answer) => format!("answered with {}", answer.entry.id),
        Outcome::Corrected(answer) => format!("corrected with {}", answer.entry.id),
        Outcome::Suggested(_) => "suggested".to_owned(),
        Outcome::Refused(refusal) => match &refusal.reason {
            Reason::Silent(silence) => format!("refused by {}", silence.id),
            reason => format!("refused ({})", reason.name()),
        },
    };
    reply.parts().map(|of_part| part(&of_part.outcome)).collect::<Vec<_>>().join(", ")
}

fn size(generation: &Generation) -> Figures {
    let knowledge = generation.engine.knowledge();
    Figures {
        passages: knowledge.passages().count(),
        entries: knowledge.entries.len(),
        silences: knowledge.silences.len(),
        ..Figures::default()
    }
}

fn count(figures: &mut Figures, tally: &Tally) {
    figures.golden += 1;
    if tally.wrong > 0.0 {
        figures.wrong += 1;
    } else if tally.missed > 0.0 {
        figures.missed += 1;
    } else {
        figures.right += 1;
    }
}
