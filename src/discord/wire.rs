//! Replies in serenity's terms. Every message is made here, so that none can be without empty
//! `allowed_mentions`: nothing the bot says may ping anybody.

use serenity::all::{
    ButtonStyle, CreateActionRow, CreateAllowedMentions, CreateButton, CreateEmbed, CreateEmbedFooter,
    CreateInteractionResponseMessage, CreateMessage, Message, MessageReference, MessageReferenceKind,
};

use super::card::{self, Fitted};
use super::limits::{BUTTONS_IN_ROW, CONTENT};
use super::render::Shown;
use super::shorten::shorten;

/// The response to an interaction. As an update it replaces embeds, buttons and text of the message.
pub(super) fn response(shown: &Shown) -> CreateInteractionResponseMessage {
    CreateInteractionResponseMessage::new()
        .embeds(embeds(shown))
        .components(rows(shown))
        .allowed_mentions(nobody())
}

/// A sentence for the one who pressed or asked, and nobody else.
pub(super) fn notice(sentence: &str) -> CreateInteractionResponseMessage {
    CreateInteractionResponseMessage::new()
        .content(shorten(sentence, CONTENT))
        .ephemeral(true)
        .allowed_mentions(nobody())
}

/// An answer to a message, as a reply to it.
pub(super) fn answer_to(message: &Message, shown: &Shown) -> CreateMessage {
    in_reply_to(message).embeds(embeds(shown)).components(rows(shown))
}

/// A sentence in reply to a message.
pub(super) fn sentence_to(message: &Message, sentence: &str) -> CreateMessage {
    in_reply_to(message).content(shorten(sentence, CONTENT))
}

fn in_reply_to(message: &Message) -> CreateMessage {
    let question = MessageReference::new(MessageReferenceKind::Default, message.channel_id)
        .message_id(message.id)
        // A question that was deleted meanwhile still gets its answer.
        .fail_if_not_exists(false);
    CreateMessage::new().reference_message(question).allowed_mentions(nobody())
}

fn nobody() -> CreateAllowedMentions {
    CreateAllowedMentions::new().replied_user(false)
}

fn embeds(shown: &Shown) -> Vec<CreateEmbed> {
    card::fit(&shown.cards).into_iter().map(embed).collect()
}

fn embed(fitted: Fitted) -> CreateEmbed {
    let Fitted { title, text, fields, footer, colour } = fitted;
    let embed = CreateEmbed::new()
        .description(text)
        .fields(fields.into_iter().map(|(name, value)| (name, value, false)))
        .footer(CreateEmbedFooter::new(footer))
        .colour(colour);
    // A question of invisible characters leaves nothing to show.
    if title.is_empty() { embed } else { embed.title(title) }
}

fn rows(shown: &Shown) -> Vec<CreateActionRow> {
    let button = |button: &super::buttons::Button| {
        CreateButton::new(&button.id).label(&button.label).style(ButtonStyle::Secondary)
    };
    shown
        .rows
        .iter()
        .map(|row| CreateActionRow::Buttons(row.iter().take(BUTTONS_IN_ROW).map(button).collect()))
        .collect()
}
