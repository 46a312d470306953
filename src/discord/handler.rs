//! Events → answers. Each event is told apart here, handed to the file that knows it, and logged once: with
//! identifiers and the outcome's name, never with what a member wrote.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use serenity::all::{
    CommandInteraction, ComponentInteraction, CreateInteractionResponse, CreateMessage, Http, Interaction,
    Message, UserId,
};
use tokio::time::Instant;
use tracing::{debug, info, warn};

use crate::answer::Reply;
use crate::desk::Desk;

use super::buttons;
use super::commands;
use super::deliver::{Asked, Delivery, SORRY};
use super::mentions::{self, Addressed, Earlier};
use super::render;
use super::seen::Seen;
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
    desk: Desk,
    bot: UserId,
    seen: Seen,
    /// One for every key, apart from the rest: they would crowd out what has to be remembered.
    typed: Seen,
}

impl Handler {
    /// A handler for the bot's own account.
    pub(super) fn new(desk: Desk, bot: UserId) -> Self {
        Self { desk, bot, seen: Seen::default(), typed: Seen::default() }
    }

    async fn command(&self, context: &Context, command: &CommandInteraction, asked: Asked<'_>) {
        if command.data.name != commands::ASK {
            let answer = wire::notice("I do not know this command. Please use /ask.");
            let response = CreateInteractionResponse::Message(answer);
            self.respond(context, asked, response, "command", "unknown_command").await;
            return;
        }
        let consultation = self.desk.ask(commands::question(command), &[]);
        let response = CreateInteractionResponse::Message(wire::response(&render::reply(&consultation)));
        self.respond(context, asked, response, "command", outcome(&consultation.reply)).await;
    }

    async fn respond(
        &self,
        context: &Context,
        asked: Asked<'_>,
        response: CreateInteractionResponse,
        what: &'static str,
        outcome: &'static str,
    ) {
        let interaction = asked.id.get();
        match context.delivery.respond(asked, &response).await {
            Ok(()) => info!(interaction, outcome, "{what} answered"),
            Err(failure) => warn!(interaction, outcome, "{what} not answered: {failure}"),
        }
    }

    async fn suggest(&self, context: &Context, typing: &CommandInteraction, asked: Asked<'_>) {
        let interaction = asked.id.get();
        let choices = CreateInteractionResponse::Autocomplete(commands::suggestions(typing, &self.desk));
        match context.delivery.respond(asked, &choices).await {
            Ok(()) => debug!(interaction, "suggestions sent"),
            // While a member types, a list that comes too late is no loss.
            Err(failure) => debug!(interaction, "suggestions not sent: {failure}"),
        }
    }

    async fn press(&self, context: &Context, press: &ComponentInteraction, asked: Asked<'_>) {
        let (response, outcome) = buttons::press(press, &self.desk);
        self.respond(context, asked, response, "button", outcome).await;
    }

    fn answer(&self, message: &Message, addressed: Addressed) -> (CreateMessage, &'static str) {
        match addressed {
            Addressed::Bare => {
                let usage = render::usage(&self.desk.current());
                (wire::sentence_to(message, &usage), "usage")
            }
            Addressed::Question(question, asked_before) => {
                let consultation = self.desk.ask(&question, &self.context(asked_before));
                let answer = wire::answer_to(message, &render::reply(&consultation));
                (answer, outcome(&consultation.reply))
            }
        }
    }

    /// What was asked before. A card that shows an entry's answer shows what its question came to, which the
    /// question alone may not tell: Discord gives us one message back, and "when?" was itself a follow-up.
    fn context(&self, asked_before: Vec<Earlier>) -> Vec<String> {
        let generation = self.desk.current();
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
        commands::register(&context.http).await;
    }

    /// Answers a message that is for the bot.
    pub(super) async fn message(&self, context: &Context, message: &Message) {
        let Some(addressed) = mentions::addressed(message, self.bot) else { return };
        if !self.seen.is_new(message.id.get()) {
            return;
        }
        let answer = catch_unwind(AssertUnwindSafe(|| self.answer(message, addressed)));
        // A mistake of ours, which has been logged: whoever asked is told at least that.
        let (answer, outcome) = answer.unwrap_or_else(|_| (wire::sentence_to(message, SORRY), "mistake"));
        let id = message.id.get();
        match context.delivery.send(message.channel_id, id, &answer).await {
            Ok(()) => info!(message = id, outcome, "message answered"),
            Err(failure) => warn!(message = id, outcome, "message not answered: {failure}"),
        }
    }

    /// Answers a command, a press, or the wish for suggestions.
    pub(super) async fn interaction(&self, context: &Context, interaction: &Interaction, heard: Instant) {
        let asked = asked(interaction, heard);
        match interaction {
            Interaction::Command(command) if self.seen.is_new(command.id.get()) => {
                self.command(context, command, asked).await;
            }
            Interaction::Component(press) if self.seen.is_new(press.id.get()) => {
                self.press(context, press, asked).await;
            }
            Interaction::Autocomplete(typing) if self.typed.is_new(typing.id.get()) => {
                self.suggest(context, typing, asked).await;
            }
            // Discord itself answers a ping over HTTP, and we show no modal.
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

fn asked(interaction: &Interaction, at: Instant) -> Asked<'_> {
    let embeds = interaction.app_permissions().is_none_or(|may| may.embed_links());
    Asked { id: interaction.id(), token: interaction.token(), at, embeds }
}

/// What became of a message, for the log.
fn outcome(reply: &Reply) -> &'static str {
    reply.main_part().outcome.name()
}
