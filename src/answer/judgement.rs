//! One question, taken in one way, and what speaks for and against its best entry.

use super::Engine;
use super::evidence::Evidence;
use super::follow_up::{self, How, Subject};
use super::tuning::{ASTRAY_PENALTY, FOLLOW_UP_PENALTY, NEARBY_BONUS};
use crate::matching::{Compared, Question, Ranking};
use crate::text::Reading;

/// A text to be judged.
#[derive(Debug, Clone)]
pub(super) struct Wording {
    pub(super) text: String,
    /// What of it asks, and what is said beside that, where there is such.
    aside: Option<Aside>,
}

/// A question, and what is said beside it in the same message.
#[derive(Debug, Clone)]
struct Aside {
    question: String,
    said: String,
}

impl Wording {
    /// A question and nothing else.
    pub(super) fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), aside: None }
    }

    /// A message that says something beside its question.
    pub(super) fn beside(text: &str, question: &str, said: String) -> Self {
        Self { text: text.to_owned(), aside: Some(Aside { question: question.to_owned(), said }) }
    }

    /// Whether the question stands among other words.
    pub(super) fn is_among_others(&self) -> bool {
        self.aside.is_some()
    }
}

/// The evidence on a question, with what it was drawn from.
#[derive(Debug)]
pub(super) struct Judgement {
    /// The words that were judged.
    pub(super) reading: Reading,
    /// How they came about.
    pub(super) how: How,
    pub(super) evidence: Evidence,
    pub(super) compared: Compared,
    pub(super) ranking: Ranking,
    nearby: Nearby,
    /// Where the question points back to something else than its best entry speaks of.
    pub(super) astray: Option<Astray>,
}

/// What a question points back to that is not what its best entry speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Astray {
    /// A question that rests on other sections.
    Elsewhere,
    /// A question that the article does not answer.
    BehindRefusal,
}

/// Which entries rest on a paragraph of the entry before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nearby {
    Neither,
    Best,
    BestAndRival,
}

impl Judgement {
    /// Gathers the evidence; `None` where there is no entry at all.
    pub(super) fn gather(engine: &Engine, reading: Reading, how: How) -> Option<Self> {
        let compared = engine.index.compare(Question::new(&reading));
        let ranking = engine.index.rank(&compared);
        let evidence = engine.evidence(&ranking, &reading)?;
        Some(Self { reading, how, evidence, compared, ranking, nearby: Nearby::Neither, astray: None })
    }

    /// The same, as if the best entry were not there.
    pub(super) fn without_best(mut self, engine: &Engine) -> Option<Self> {
        let best = self.evidence.best.topic;
        self.ranking.answerable.retain(|candidate| candidate.topic != best);
        let evidence = engine.evidence(&self.ranking, &self.reading)?;
        Some(Self { evidence, ..self })
    }

    /// The same, with the question in its wording: what is said beside it tells what it is about, but the question
    /// itself is what the best entry must answer. "They met for eight hours. Is that normal?" comes near the entry
    /// on the length of the talks for what it says, not for what it asks.
    pub(super) fn of(mut self, wording: &Wording, engine: &Engine) -> Self {
        let Some(Aside { question, said }) = &wording.aside else { return self };
        let question = engine.reader.read_typed(question);
        if follow_up::only_checks(&question) {
            return self;
        }
        let said = engine.index.compare(Question::new(&engine.reader.read_typed(said)));
        let best = self.evidence.best;
        let gain = best.fit.total() - engine.index.fit(&said, best.topic).total();
        self.evidence.ask(&question, gain, &engine.signals, &engine.index);
        self
    }

    /// The same, after another question.
    pub(super) fn after(self, subject: &Subject, engine: &Engine) -> Self {
        let is_nearby = |entry: usize| engine.citations(entry).overlap(engine.citations(subject.entry));
        let rival = self.evidence.rival.is_some_and(|rival| is_nearby(rival.topic));
        let nearby = match (is_nearby(self.evidence.best.topic), rival) {
            (false, _) => Nearby::Neither,
            (true, false) => Nearby::Best,
            (true, true) => Nearby::BestAndRival,
        };
        Self { nearby, ..self }
    }

    /// The same, of a question taken alone though another was asked before it. "How many soldiers did they use for that?" comes
    /// near the entry on troops at the border, also behind a question on something that no section on troops speaks of. What
    /// is said of the one whom "he" or "she" stands for may come from any section.
    pub(super) fn alone_after(self, subject: &Subject, engine: &Engine) -> Self {
        let best = self.evidence.best.topic;
        let is_of_the_same_person = || {
            let people = follow_up::people_pointed_to(&self.reading, subject, &engine.names);
            !people.is_empty() && engine.names_in_answer(best).iter().any(|name| people.contains(name))
        };
        let astray = if !follow_up::depends(&self.reading) || is_of_the_same_person() {
            None
        } else if subject.is_refused {
            Some(Astray::BehindRefusal)
        } else {
            let meets = engine.citations(best).meet_in_a_section(engine.citations(subject.entry));
            (!meets).then_some(Astray::Elsewhere)
        };
        Self { astray, ..self }
    }

    /// A follow-up more often than not stays with the paragraphs of the question before, which tells nothing
    /// where the runner-up rests on them too.
    pub(super) fn nearby_bonus(&self) -> f32 {
        let (silence, rival) = (self.evidence.ahead_of_silence(), self.evidence.ahead_of_rival());
        match self.nearby {
            Nearby::Neither => 0.0,
            Nearby::Best => NEARBY_BONUS,
            Nearby::BestAndRival => (silence + NEARBY_BONUS).min(rival) - silence.min(rival),
        }
    }

    /// For a question that is understood only from those before it.
    pub(super) fn follow_up_penalty(&self) -> f32 {
        if self.how == How::Alone { 0.0 } else { FOLLOW_UP_PENALTY }
    }

    /// For a question that points back to something else than its best entry speaks of.
    pub(super) fn astray_penalty(&self) -> f32 {
        if self.astray.is_some() { ASTRAY_PENALTY } else { 0.0 }
    }

    /// How well this way to take the question fits, compared with other ways.
    pub(super) fn fitness(&self) -> f32 {
        self.evidence.certainty() + self.nearby_bonus() - self.follow_up_penalty()
    }

    /// How sure it is that the best entry answers the question.
    pub(super) fn certainty(&self) -> f32 {
        self.fitness() - self.astray_penalty()
    }
}
