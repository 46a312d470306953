//! What every event is answered from, and the way of a question: cooldown, then repeats, then the desk.

use std::sync::Arc;
use std::time::Instant;

use tracing::warn;

use crate::answer::Reply;
use crate::desk::{Consultation, Desk};
use crate::journal::Journal;
use crate::knowledge::Printed;

use super::access::Access;
use super::clock;
use super::cooldown::{Cooldown, Wait};
use super::passages;
use super::proposals::Proposals;
use super::record::{self, Record};
use super::render;
use super::repeats::Repeats;
use super::shown::Response;
use super::{Limits, Settings};

/// What every event is answered from.
#[derive(Debug)]
pub(super) struct Service {
    /// Where questions are asked.
    pub(super) desk: Desk,
    /// The printed article, where the operator holds a copy.
    pub(super) printed: Option<Printed>,
    /// Where a mistake is reported.
    pub(super) report_url: Option<String>,
    /// The version of the program.
    pub(super) version: &'static str,
    /// What is written down.
    pub(super) record: Record,
    /// For how many days; 0: nothing is.
    pub(super) days: u32,
    /// Who has a say over the knowledge.
    pub(super) access: Access,
    /// What waits to be applied.
    pub(super) proposals: Proposals,
    /// What was answered just now.
    pub(super) repeats: Repeats,
    cooldown: Cooldown,
}

/// A question, who asks it where, and who is to see the answer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked<'a> {
    /// The message or interaction that asks.
    pub(super) id: u64,
    pub(super) by: u64,
    pub(super) channel: u64,
    pub(super) guild: Option<u64>,
    pub(super) question: &'a str,
    /// The questions before it, the latest last.
    pub(super) before: &'a [String],
    /// Whether only the one who asks sees the answer.
    pub(super) private: bool,
}

/// What a question comes to.
#[derive(Debug)]
pub(super) enum Came {
    /// Later.
    Wait(Wait),
    /// The same was answered just now: a link to that message.
    Again(String),
    /// An answer, a refusal or suggestions; where a question was written down, the token that removes it.
    Reply(Consultation, Option<String>),
}

impl Service {
    /// A service as the operator has set it up.
    pub(super) fn new(settings: &Settings, desk: Desk) -> Self {
        let Limits { member, channel, repeats } = settings.limits;
        let article = settings.article.as_deref();
        let printed = article.and_then(|file| passages::printed(file, desk.current().engine.knowledge()));
        let journal = Journal::begin(settings.journal.clone(), clock::now(), |sentence| warn!("{sentence}"));
        let journal = journal.map(Arc::new);
        if let Some(journal) = &journal {
            desk.feedback().keep(journal);
            desk.audit().keep(journal);
        }
        Self {
            desk,
            record: Record::new(journal),
            days: settings.journal.days,
            printed,
            report_url: settings.report_url.clone(),
            version: settings.version,
            access: Access::new(settings.moderators.clone()),
            proposals: Proposals::default(),
            repeats: Repeats::new(repeats),
            cooldown: Cooldown::new(member, channel),
        }
    }

    /// Asks the desk, unless the question has to wait or was answered just now.
    pub(super) async fn ask(&self, asked: &Asked<'_>) -> Came {
        let now = Instant::now();
        if let Err(wait) = self.cooldown.ask(asked.by, asked.channel, now) {
            return Came::Wait(wait);
        }
        let consultation = self.desk.ask(asked.question, asked.before);
        // A follow-up depends on what was said before; what one member alone sees cannot be pointed to; and thanks
        // are no question.
        let is_one = asked.before.is_empty() && !asked.private && render::small_talk(&consultation).is_none();
        if is_one {
            let generation = consultation.generation.number;
            let answered = self.repeats.answered(asked.id, asked.channel, generation, asked.question, now);
            if let Some(message) = answered.await {
                return Came::Again(again(asked, message));
            }
        }
        let token = self.record.unanswered(&consultation, asked.by, now);
        Came::Reply(consultation, token)
    }

    /// Whether a wait may be told in a message that all see.
    pub(super) fn tells(&self, wait: &Wait) -> bool {
        self.cooldown.tells(wait, Instant::now())
    }

    /// The answer to an interaction that asks a question, and its name for the log.
    pub(super) async fn respond(&self, asked: &Asked<'_>) -> (Response, &'static str) {
        match self.ask(asked).await {
            Came::Wait(wait) => (Response::Notice(wait.sentence()), "cooldown"),
            Came::Again(sentence) => (Response::Notice(sentence), "repeated"),
            Came::Reply(consultation, token) => {
                let mut shown = render::reply(&consultation);
                record::offer(&mut shown, token.as_deref());
                (Response::message(shown, asked.private), outcome(&consultation.reply))
            }
        }
    }
}

/// Where the answer is.
fn again(asked: &Asked<'_>, message: u64) -> String {
    let place = asked.guild.map_or_else(|| "@me".to_owned(), |guild| guild.to_string());
    format!("I have just answered that: https://discord.com/channels/{place}/{}/{message}", asked.channel)
}

/// What became of a message, for the log.
pub(super) fn outcome(reply: &Reply) -> &'static str {
    reply.main_part().outcome.name()
}
