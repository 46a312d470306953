//! The commands: how they are declared, what `/ask` asks, and its suggestions while a question is typed.

use serenity::all::{
    AutocompleteChoice, CommandInteraction, CommandOptionType, CommandType, CreateAutocompleteResponse,
    CreateCommand, CreateCommandOption, Http, InstallationContext, InteractionContext,
};
use tracing::{error, info, warn};

use crate::desk::Desk;

use super::deliver::Delivery;
use super::desk_command;
use super::failure::Failure;
use super::limits::{ASKED, CHOICE, CHOICES};
use super::localised;
use super::pauses::pauses;
use super::service::Asked;

/// Asks a question.
pub(super) const ASK: &str = "ask";
/// Its options.
const QUESTION: &str = "question";
const PRIVATE: &str = "private";
/// Browses the article.
pub(super) const TOPICS: &str = "topics";
/// Tells of the bot.
pub(super) const ABOUT: &str = "about";
/// Answers a message, from its menu.
pub(super) const ANSWER_THIS: &str = "Answer this";
/// Explains a message's answer to moderators, from its menu.
pub(super) const EXPLAIN_THIS: &str = "Explain this answer";

/// Declares the commands to Discord; tries again until it succeeds, or Discord refuses for good.
pub(super) async fn register(http: &Http, delivery: &Delivery, has_owners: bool) {
    let Some(application) = http.application_id() else {
        error!("the commands are not registered: Discord did not tell the bot's application");
        return;
    };
    // Texts and numbers can always be written.
    let commands = serde_json::to_value(all(has_owners)).unwrap_or_default();
    for pause in pauses() {
        match delivery.declare(application.get(), &commands).await {
            Ok(()) => {
                info!(commands = commands.as_array().map_or(0, Vec::len), "commands registered");
                return;
            }
            Err(failure) if failure.may_pass() || failure == Failure::Limited => {
                warn!("the commands are not registered ({failure}); next try in {} s", pause.as_secs());
            }
            Err(failure) => {
                error!("Discord refuses the commands: {failure}");
                return;
            }
        }
        tokio::time::sleep(pause).await;
    }
}

fn all(has_owners: bool) -> Vec<CreateCommand> {
    let question =
        CreateCommandOption::new(CommandOptionType::String, QUESTION, "What you want to know, in English")
            .required(true)
            .set_autocomplete(true)
            .min_length(1)
            .max_length(ASKED);
    let private = CreateCommandOption::new(CommandOptionType::Boolean, PRIVATE, "Only you see the answer");
    let slash =
        |name: &str, description: &str| declared(CreateCommand::new(name).description(description), name);
    vec![
        slash(ASK, "Ask about the article; the answer cites its passages")
            .add_option(localised::option(question, ASK, QUESTION))
            .add_option(localised::option(private, ASK, PRIVATE)),
        slash(TOPICS, "Browse the article by section and question"),
        slash(ABOUT, "What I know, as of when, how I answer, what I store"),
        declared(CreateCommand::new(ANSWER_THIS).kind(CommandType::Message), ANSWER_THIS),
        desk_command::declared(has_owners),
        localised::command(
            desk_command::for_moderators(
                CreateCommand::new(EXPLAIN_THIS).kind(CommandType::Message),
                has_owners,
            ),
            EXPLAIN_THIS,
        ),
    ]
}

/// What all commands share.
fn declared(command: CreateCommand, name: &str) -> CreateCommand {
    localised::command(command, name)
        .integration_types(vec![InstallationContext::Guild])
        .contexts(vec![InteractionContext::Guild, InteractionContext::BotDm])
}

/// The question of an `/ask`; blank where there is none.
pub(super) fn question(command: &CommandInteraction) -> &str {
    let option = command.data.options.iter().find(|option| option.name == QUESTION);
    option.and_then(|option| option.value.as_str()).unwrap_or_default()
}

/// Whether the answer to an `/ask` is for the one who asks alone.
pub(super) fn is_private(command: &CommandInteraction) -> bool {
    let option = command.data.options.iter().find(|option| option.name == PRIVATE);
    option.and_then(|option| option.value.as_bool()).unwrap_or_default()
}

/// The canonical questions that fit what was typed so far.
///
/// One name that is blank or too long would void the whole list, so that it is left out.
pub(super) fn suggestions(typing: &CommandInteraction, desk: &Desk) -> CreateAutocompleteResponse {
    let typed = typing.data.autocomplete().map_or("", |option| option.value);
    let entries = desk.current().engine.complete(typed, CHOICES);
    let fitting = entries.iter().map(|entry| entry.question.as_str()).filter(|question| is_choice(question));
    let choices = fitting.take(CHOICES).map(|question| AutocompleteChoice::new(question, question));
    CreateAutocompleteResponse::new().set_choices(choices.collect())
}

fn is_choice(question: &str) -> bool {
    !question.trim().is_empty() && question.chars().count() <= CHOICE
}

/// A question that a command asks, which stands alone.
pub(super) fn asked<'a>(command: &CommandInteraction, question: &'a str, private: bool) -> Asked<'a> {
    Asked {
        id: command.id.get(),
        by: command.user.id.get(),
        channel: command.channel_id.get(),
        guild: command.guild_id.map(|guild| guild.get()),
        question,
        before: &[],
        private,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // https://github.com/Statsify/statsify/pull/830
    #[test]
    fn a_choice_is_neither_blank_nor_over_long() {
        let cases = [("", false), ("   ", false), ("a", true)];
        for (question, fits) in cases {
            assert_eq!(is_choice(question), fits, "{question:?}");
        }
        assert!(is_choice(&"ý".repeat(CHOICE)));
        assert!(!is_choice(&"ý".repeat(CHOICE + 1)));
    }
}
