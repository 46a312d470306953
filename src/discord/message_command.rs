//! The message command "Answer this": what somebody wrote, answered for all.

use serenity::all::{CommandInteraction, ResolvedTarget, UserId};

use crate::text::is_blank;

use super::commands;
use super::mentions;
use super::service::Service;
use super::shown::Response;

/// The answer, and its name for the log.
pub(super) async fn answer(
    command: &CommandInteraction,
    bot: UserId,
    service: &Service,
) -> (Response, &'static str) {
    let Some(ResolvedTarget::Message(target)) = command.data.target() else {
        return (
            Response::notice("Discord did not tell me which message you mean. Please try again."),
            "no_target",
        );
    };
    let (text, _) = mentions::without_mentions(&target.content, bot);
    if is_blank(&text) {
        let sentence = "There is no text in that message that I could answer. Please use /ask.";
        return (Response::notice(sentence), "blank");
    }
    let asked = commands::asked(command, &text, false);
    let (mut response, outcome) = service.respond(&asked).await;
    if let Response::Public(shown) = &mut response {
        // The target's own channel and guild are those of the command.
        let link = target.id.link(command.channel_id, command.guild_id);
        shown.sentence = format!("About this message: {link}");
    }
    (response, outcome)
}
