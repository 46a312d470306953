//! Events → answers. Each event is told apart here, handed to the file that knows it, and logged once: with
//! identifiers and the outcome's name, never with what a member wrote.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures_util::FutureExt as _;
use serenity::all::{
    CommandInteraction, CreateInteractionResponse, CreateMessage, Http, Interaction, Message, MessageId,
    MessageInteractionMetadata, UserId,
};
use tokio::time::Instant;
use tracing::{debug, info, warn};

use super::about;
use super::buttons;
use super::commands;
use super::deliver::{self, Delivery, SORRY};
use super::desk_command;
use super::explain;
use super::failure::Failure;
use super::later::Later;
use super::mentions::{self, Addressed, Earlier};
use super::message_command;
use super::modals;
use super::record;
use super::render;
use super::seen::Seen;
use super::service::{self, Asked, Came, Service};
use super::shown::{Response, Shown};
use super::topics;
use super::wire;

/// The ways to Discord.
#[derive(Clone)]
pub(super) struct Context {
    /// For what is asked of Discord.
    pub(super) http: Arc<Http>,
    /// For what is said.
    pub(super) delivery: Arc<Delivery>,
}

/// What every event needs.
pub(super) struct Handler {
    pub(super) service: Arc<Service>,
    bot: UserId,
    seen: Seen,
    /// One for every key, apart from the rest: they would crowd out what has to be remembered.
    typed: Seen,
}

impl Handler {
    /// A handler for the bot's own account.
    pub(super) fn new(service: Service, bot: UserId) -> Self {
        Self { service: Arc::new(service), bot, seen: Seen::default(), typed: Seen::default() }
    }

    async fn command(&self, command: &CommandInteraction) -> (Response, &'static str) {
        match command.data.name.as_str() {
            commands::ASK => {
                let (question, private) = (commands::question(command), commands::is_private(command));
                let asked = commands::asked(command, question, private);
                self.service.respond(&asked).await
            }
            commands::ANSWER_THIS => message_command::answer(command, self.bot, &self.service).await,
            commands::EXPLAIN_THIS => explain::message(command, self.bot, &self.service),
            commands::TOPICS => (topics::open(&self.service.desk.current()), "topics"),
            desk_command::KNOWLEDGE => desk_command::answer(command, &self.service),
            commands::ABOUT => (about::about(&self.service), "about"),
            _ => (Response::notice("I do not know this command. Please use /ask."), "unknown_command"),
        }
    }

    async fn respond(
        &self,
        context: &Context,
        asked: deliver::Asked<'_>,
        (response, outcome): (Response, &'static str),
        what: &'static str,
    ) {
        let interaction = asked.id.get();
        let (answered, outcome) = match response {
            Response::Later(later) => self.work_out(context, asked, later).await,
            response => (context.delivery.respond(asked, &wire::interaction(&response)).await, outcome),
        };
        match answered {
            Ok(()) => info!(interaction, outcome, "{what} answered"),
            Err(failure) => warn!(interaction, outcome, "{what} not answered: {failure}"),
        }
    }

    /// Acknowledges at once, works it out on a thread of its own, and fills it in.
    async fn work_out(
        &self,
        context: &Context,
        asked: deliver::Asked<'_>,
        later: Later,
    ) -> (Result<(), Failure>, &'static str) {
        let Later { work, in_place } = later;
        if let Err(failure) = context.delivery.respond(asked, &wire::acknowledgement(in_place)).await {
            return (Err(failure), "not_acknowledged");
        }
        let service = Arc::clone(&self.service);
        let worked = tokio::task::spawn_blocking(move || work(&service)).await;
        // A mistake of ours, which has been logged.
        let (shown, outcome) = worked.unwrap_or_else(|_| (Shown::sentence(SORRY.to_owned()), "mistake"));
        (context.delivery.fill_in(asked, &wire::filled_in(&shown), &shown.files).await, outcome)
    }

    async fn suggest(&self, context: &Context, typing: &CommandInteraction, asked: deliver::Asked<'_>) {
        let interaction = asked.id.get();
        let choices = commands::suggestions(typing, &self.service.desk);
        let choices = CreateInteractionResponse::Autocomplete(choices);
        match context.delivery.respond(asked, &choices).await {
            Ok(()) => debug!(interaction, "suggestions sent"),
            // While a member types, a list that comes too late is no loss.
            Err(failure) => debug!(interaction, "suggestions not sent: {failure}"),
        }
    }

    /// The answer to a message and its name for the log; `None` where silence is better.
    async fn answer(&self, message: &Message, addressed: Addressed) -> Option<(CreateMessage, &'static str)> {
        let (question, asked_before) = match addressed {
            Addressed::Bare => {
                let usage = render::usage(&self.service.desk.current());
                return Some((wire::sentence_to(message, &usage), "usage"));
            }
            Addressed::Question(question, asked_before) => (question, self.context(asked_before)),
        };
        let asked = Asked {
            id: message.id.get(),
            by: message.author.id.get(),
            channel: message.channel_id.get(),
            guild: message.guild_id.map(|guild| guild.get()),
            question: &question,
            before: &asked_before,
            private: false,
        };
        match self.service.ask(&asked).await {
            // Everybody sees it, so that once in a while is enough.
            Came::Wait(wait) if !self.service.tells(&wait) => None,
            Came::Wait(wait) => Some((wire::sentence_to(message, &wait.sentence()), "cooldown")),
            Came::Again(sentence) => Some((wire::sentence_to(message, &sentence), "repeated")),
            Came::Reply(consultation, token) => Some(match render::small_talk(&consultation) {
                Some(sentence) => (wire::sentence_to(message, &sentence), "small_talk"),
                None => {
                    let mut shown = render::reply(&consultation);
                    record::offer(&mut shown, token.as_deref());
                    (wire::answer_to(message, &shown), service::outcome(&consultation.reply))
                }
            }),
        }
    }

    /// What was asked before. A card that shows an entry's answer shows what its question came to, which the
    /// question alone may not tell: Discord gives us one message back, and "when?" was itself a follow-up.
    fn context(&self, asked_before: Vec<Earlier>) -> Vec<String> {
        let generation = self.service.desk.current();
        let entries = &generation.engine.knowledge().entries;
        let answered = |reply: &str| entries.iter().find(|entry| reply.ends_with(&entry.answer));
        let understood = asked_before.into_iter().flat_map(|earlier| {
            let answered = answered(&earlier.reply).map(|entry| entry.question.clone());
            answered.into_iter().chain([earlier.question])
        });
        understood.collect()
    }

    /// A new session has begun.
    pub(super) async fn ready(&self, context: &Context) {
        commands::register(&context.http, &context.delivery, self.service.access.has_owners()).await;
    }

    /// Answers a message that is for the bot.
    pub(super) async fn message(&self, context: &Context, message: &Message) {
        if message.author.id == self.bot
            && let Some(asked) = answers(message)
        {
            self.service.repeats.appeared(asked, message.id.get());
        }
        let Some(addressed) = mentions::addressed(message, self.bot) else { return };
        if !self.seen.is_new(message.id.get()) {
            return;
        }
        let answer = AssertUnwindSafe(self.answer(message, addressed)).catch_unwind().await;
        // A mistake of ours, which has been logged: whoever asked is told at least that.
        let answer = answer.unwrap_or_else(|_| Some((wire::sentence_to(message, SORRY), "mistake")));
        let id = message.id.get();
        let Some((answer, outcome)) = answer else {
            info!(message = id, outcome = "cooldown", "message left alone");
            return;
        };
        match context.delivery.send(message.channel_id, id, &answer).await {
            Ok(()) => info!(message = id, outcome, "message answered"),
            Err(failure) => warn!(message = id, outcome, "message not answered: {failure}"),
        }
    }

    /// Messages are no longer there to be linked to.
    pub(super) fn deleted(&self, messages: &[MessageId]) {
        messages.iter().for_each(|message| self.service.repeats.deleted(message.get()));
    }

    /// Answers a command, a press, a form, or the wish for suggestions.
    pub(super) async fn interaction(&self, context: &Context, interaction: &Interaction, heard: Instant) {
        let asked = asked(interaction, heard);
        match interaction {
            Interaction::Command(command) if self.seen.is_new(command.id.get()) => {
                self.respond(context, asked, self.command(command).await, "command").await;
            }
            Interaction::Component(press) if self.seen.is_new(press.id.get()) => {
                self.respond(context, asked, buttons::press(press, &self.service).await, "button").await;
            }
            Interaction::Modal(modal) if self.seen.is_new(modal.id.get()) => {
                self.respond(context, asked, modals::sent(modal, &self.service).await, "form").await;
            }
            Interaction::Autocomplete(typing) if self.typed.is_new(typing.id.get()) => {
                self.suggest(context, typing, asked).await;
            }
            // Discord itself answers a ping over HTTP.
            _ => {}
        }
    }

    /// Tells the asker that there will be no answer, after a mistake of ours.
    pub(super) async fn apologise(&self, context: &Context, interaction: &Interaction, heard: Instant) {
        if !matches!(interaction, Interaction::Autocomplete(_))
            && let Err(failure) = context.delivery.apologise(asked(interaction, heard)).await
        {
            warn!(interaction = interaction.id().get(), "no notice could be given: {failure}");
        }
    }
}

fn asked(interaction: &Interaction, at: Instant) -> deliver::Asked<'_> {
    let embeds = interaction.app_permissions().is_none_or(|may| may.embed_links());
    let application = interaction.application_id();
    deliver::Asked { id: interaction.id(), token: interaction.token(), application, at, embeds }
}

/// The message or interaction that a message of ours answers.
fn answers(message: &Message) -> Option<u64> {
    let interaction = message.interaction_metadata.as_deref().and_then(|metadata| match metadata {
        MessageInteractionMetadata::Command(command) => Some(command.id.get()),
        MessageInteractionMetadata::Component(component) => Some(component.id.get()),
        MessageInteractionMetadata::ModalSubmit(modal) => Some(modal.id.get()),
        _ => None,
    });
    let replied = || message.message_reference.as_ref()?.message_id.map(MessageId::get);
    interaction.or_else(replied)
}
