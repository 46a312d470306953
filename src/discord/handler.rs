//! Events → answers. Each event is told apart here, handed to the file that knows it, and logged once: with
//! identifiers and the outcome's name, never with what a member wrote.

use serenity::all::{
    ChannelId, CommandInteraction, ComponentInteraction, Context, CreateInteractionResponse, CreateMessage,
    EventHandler, GuildId, Interaction, Message, MessageId, MessageInteractionMetadata, ModalInteraction,
    Ready, ResumedEvent, UserId,
};
use serenity::async_trait;
use tracing::{debug, info, warn};

use super::about;
use super::buttons;
use super::commands;
use super::in_flight::InFlight;
use super::mentions::{self, Addressed, Earlier};
use super::message_command;
use super::modals;
use super::render;
use super::seen::Seen;
use super::service::{self, Asked, Came, Service};
use super::shown::Response;
use super::topics;
use super::trouble;
use super::wire;

/// What every event needs.
pub(super) struct Handler {
    service: Service,
    bot: UserId,
    seen: Seen,
    in_flight: InFlight,
}

impl Handler {
    /// A handler for the bot's own account.
    pub(super) fn new(service: Service, bot: UserId, in_flight: InFlight) -> Self {
        Self { service, bot, seen: Seen::default(), in_flight }
    }

    async fn command(&self, context: &Context, command: &CommandInteraction) {
        let (response, outcome) = match command.data.name.as_str() {
            commands::ASK => {
                let asked = Asked {
                    id: command.id.get(),
                    by: command.user.id.get(),
                    channel: command.channel_id.get(),
                    guild: command.guild_id.map(|guild| guild.get()),
                    question: commands::question(command),
                    before: &[],
                    private: commands::is_private(command),
                };
                self.service.respond(&asked).await
            }
            commands::ANSWER_THIS => message_command::answer(command, self.bot, &self.service).await,
            commands::TOPICS => (topics::open(&self.service.desk.current()), "topics"),
            commands::ABOUT => (about::about(&self.service), "about"),
            _ => (Response::notice("I do not know this command. Please use /ask."), "unknown_command"),
        };
        let interaction = command.id.get();
        match command.create_response(&context.http, wire::interaction(&response)).await {
            Ok(()) => info!(interaction, outcome, "command answered"),
            Err(error) => warn!(interaction, outcome, "command not answered: {}", trouble::describe(&error)),
        }
    }

    async fn suggest(&self, context: &Context, typing: &CommandInteraction) {
        let interaction = typing.id.get();
        let choices = commands::suggestions(typing, &self.service.desk);
        match typing.create_response(&context.http, CreateInteractionResponse::Autocomplete(choices)).await {
            Ok(()) => debug!(interaction, "suggestions sent"),
            // While a member types, a list that comes too late is no loss.
            Err(error) => debug!(interaction, "suggestions not sent: {}", trouble::describe(&error)),
        }
    }

    async fn press(&self, context: &Context, press: &ComponentInteraction) {
        let interaction = press.id.get();
        let (response, outcome) = buttons::press(press, &self.service);
        match press.create_response(&context.http, wire::interaction(&response)).await {
            Ok(()) => info!(interaction, outcome, "button answered"),
            Err(error) => warn!(interaction, outcome, "button not answered: {}", trouble::describe(&error)),
        }
    }

    async fn modal(&self, context: &Context, modal: &ModalInteraction) {
        let interaction = modal.id.get();
        let (response, outcome) = modals::sent(modal, &self.service).await;
        match modal.create_response(&context.http, wire::interaction(&response)).await {
            Ok(()) => info!(interaction, outcome, "form answered"),
            Err(error) => warn!(interaction, outcome, "form not answered: {}", trouble::describe(&error)),
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
            Came::Reply(consultation) => Some(match render::small_talk(&consultation) {
                Some(sentence) => (wire::sentence_to(message, sentence), "small_talk"),
                None => (
                    wire::answer_to(message, &render::reply(&consultation)),
                    service::outcome(&consultation.reply),
                ),
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
        if message.author.id == self.bot
            && let Some(asked) = answers(&message)
        {
            self.service.repeats.appeared(asked, message.id.get());
        }
        let Some(addressed) = mentions::addressed(&message, self.bot) else { return };
        if !self.seen.is_new(message.id.get()) {
            return;
        }
        let message_id = message.id.get();
        let Some((answer, outcome)) = self.answer(&message, addressed).await else {
            info!(message = message_id, outcome = "cooldown", "message left alone");
            return;
        };
        match message.channel_id.send_message(&context.http, answer).await {
            Ok(_) => info!(message = message_id, outcome, "message answered"),
            Err(error) => {
                warn!(message = message_id, outcome, "message not answered: {}", trouble::describe(&error));
            }
        }
    }

    async fn message_delete(&self, _: Context, _: ChannelId, message: MessageId, _: Option<GuildId>) {
        self.service.repeats.deleted(message.get());
    }

    async fn message_delete_bulk(&self, _: Context, _: ChannelId, all: Vec<MessageId>, _: Option<GuildId>) {
        all.into_iter().for_each(|message| self.service.repeats.deleted(message.get()));
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
            Interaction::Modal(modal) if self.seen.is_new(modal.id.get()) => {
                self.modal(&context, &modal).await;
            }
            // One for every key: they would crowd out what has to be remembered.
            Interaction::Autocomplete(typing) => self.suggest(&context, &typing).await,
            // Discord itself answers a ping over HTTP.
            _ => {}
        }
    }
}
