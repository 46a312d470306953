//! Events → answers. Each event is told apart here, handed to the file that knows it, and logged once: with
//! identifiers and the outcome's name, never with what a member wrote.

use serenity::all::{
    CommandInteraction, ComponentInteraction, Context, CreateInteractionResponse, CreateMessage,
    EventHandler, Interaction, Message, Ready, ResumedEvent, UserId,
};
use serenity::async_trait;
use tracing::{debug, info, warn};

use crate::answer::Reply;
use crate::desk::Desk;

use super::buttons;
use super::commands;
use super::in_flight::InFlight;
use super::mentions::{self, Addressed, Earlier};
use super::render;
use super::seen::Seen;
use super::trouble;
use super::wire;

/// What every event needs.
pub(super) struct Handler {
    desk: Desk,
    bot: UserId,
    seen: Seen,
    in_flight: InFlight,
}

impl Handler {
    /// A handler for the bot's own account.
    pub(super) fn new(desk: Desk, bot: UserId, in_flight: InFlight) -> Self {
        Self { desk, bot, seen: Seen::default(), in_flight }
    }

    async fn command(&self, context: &Context, command: &CommandInteraction) {
        if command.data.name != commands::ASK {
            let answer = wire::notice("I do not know this command. Please use /ask.");
            self.respond(context, command, CreateInteractionResponse::Message(answer), "unknown_command")
                .await;
            return;
        }
        let consultation = self.desk.ask(commands::question(command), &[]);
        let response = CreateInteractionResponse::Message(wire::response(&render::reply(&consultation)));
        self.respond(context, command, response, outcome(&consultation.reply)).await;
    }

    async fn respond(
        &self,
        context: &Context,
        command: &CommandInteraction,
        response: CreateInteractionResponse,
        outcome: &'static str,
    ) {
        let interaction = command.id.get();
        match command.create_response(&context.http, response).await {
            Ok(()) => info!(interaction, outcome, "command answered"),
            Err(error) => warn!(interaction, outcome, "command not answered: {}", trouble::describe(&error)),
        }
    }

    async fn suggest(&self, context: &Context, typing: &CommandInteraction) {
        let interaction = typing.id.get();
        let choices = commands::suggestions(typing, &self.desk);
        match typing.create_response(&context.http, CreateInteractionResponse::Autocomplete(choices)).await {
            Ok(()) => debug!(interaction, "suggestions sent"),
            // While a member types, a list that comes too late is no loss.
            Err(error) => debug!(interaction, "suggestions not sent: {}", trouble::describe(&error)),
        }
    }

    async fn press(&self, context: &Context, press: &ComponentInteraction) {
        let interaction = press.id.get();
        let (response, outcome) = buttons::press(press, &self.desk);
        match press.create_response(&context.http, response).await {
            Ok(()) => info!(interaction, outcome, "button answered"),
            Err(error) => warn!(interaction, outcome, "button not answered: {}", trouble::describe(&error)),
        }
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
}

/// What became of a message, for the log.
fn outcome(reply: &Reply) -> &'static str {
    reply.main_part().outcome.name()
}

#[async_trait]
impl EventHandler for Handler {
    async fn ready(&self, context: Context, ready: Ready) {
        info!(bot = ready.user.id.get(), guilds = ready.guilds.len(), "connected to Discord");
        commands::register(&context.http).await;
    }

    async fn resume(&self, _: Context, _: ResumedEvent) {
        info!("connected to Discord again");
    }

    async fn message(&self, context: Context, message: Message) {
        let _busy = self.in_flight.enter();
        let Some(addressed) = mentions::addressed(&message, self.bot) else { return };
        if !self.seen.is_new(message.id.get()) {
            return;
        }
        let (answer, outcome) = self.answer(&message, addressed);
        let message_id = message.id.get();
        match message.channel_id.send_message(&context.http, answer).await {
            Ok(_) => info!(message = message_id, outcome, "message answered"),
            Err(error) => {
                warn!(message = message_id, outcome, "message not answered: {}", trouble::describe(&error));
            }
        }
    }

    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        let _busy = self.in_flight.enter();
        match interaction {
            Interaction::Command(command) if self.seen.is_new(command.id.get()) => {
                self.command(&context, &command).await;
            }
            Interaction::Component(press) if self.seen.is_new(press.id.get()) => {
                self.press(&context, &press).await;
            }
            // One for every key: they would crowd out what has to be remembered.
            Interaction::Autocomplete(typing) => self.suggest(&context, &typing).await,
            // Discord itself answers a ping over HTTP, and we show no modal.
            _ => {}
        }
    }
}
