//! The slash command `/ask`: how it is declared, and its suggestions while a question is typed.

use serenity::all::{
    AutocompleteChoice, Command, CommandInteraction, CommandOptionType, CreateAutocompleteResponse,
    CreateCommand, CreateCommandOption, Http, InstallationContext, InteractionContext,
};
use tracing::{error, info, warn};

use crate::desk::Desk;

use super::limits::{ASKED, CHOICE, CHOICES};
use super::pauses::pauses;
use super::trouble;

/// The command's name.
pub(super) const ASK: &str = "ask";
/// The name of its option.
const QUESTION: &str = "question";

/// Declares the commands to Discord; tries again until it succeeds, or Discord refuses for good.
pub(super) async fn register(http: &Http) {
    for pause in pauses() {
        match Command::set_global_commands(http, vec![ask()]).await {
            Ok(commands) => {
                info!(commands = commands.len(), "commands registered");
                return;
            }
            Err(error) if trouble::status(&error).is_some_and(is_final) => {
                error!("Discord refuses the commands: {}", trouble::describe(&error));
                return;
            }
            Err(error) => warn!(
                "the commands are not registered ({}); next try in {} s",
                trouble::describe(&error),
                pause.as_secs()
            ),
        }
        tokio::time::sleep(pause).await;
    }
}

/// Whether trying again with the same request is in vain: it is at fault, and not too frequent.
fn is_final(status: u16) -> bool {
    (400..500).contains(&status) && status != 429
}

fn ask() -> CreateCommand {
    let question = CreateCommandOption::new(CommandOptionType::String, QUESTION, "What you want to know")
        .required(true)
        .set_autocomplete(true)
        .min_length(1)
        .max_length(ASKED);
    CreateCommand::new(ASK)
        .description("Ask about the article; the answer cites its passages")
        .add_option(question)
        .integration_types(vec![InstallationContext::Guild])
        .contexts(vec![InteractionContext::Guild, InteractionContext::BotDm])
}

/// The question of an `/ask`; blank where there is none.
pub(super) fn question(command: &CommandInteraction) -> &str {
    let option = command.data.options.iter().find(|option| option.name == QUESTION);
    option.and_then(|option| option.value.as_str()).unwrap_or_default()
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
