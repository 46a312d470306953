//! Replies in serenity's terms. Every message is made here, so that none can be without empty
//! `allowed_mentions`: nothing the bot says may ping anybody.

use serenity::all::{
    ButtonStyle, CreateActionRow, CreateAllowedMentions, CreateButton, CreateEmbed, CreateEmbedFooter,
    CreateInputText, CreateInteractionResponse, CreateInteractionResponseMessage, CreateMessage, CreateModal,
    CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption, EditInteractionResponse, InputTextStyle,
    Message, MessageReference, MessageReferenceKind,
};

use super::card::{self, Fitted};
use super::limits::{BUTTONS_IN_ROW, CHOICES, CONTENT, PLACEHOLDER};
use super::shorten::shorten;
use super::shown::{Button, Does, Input, Menu, Modal, Response, Row, Shown};

/// The response to an interaction.
pub(super) fn interaction(response: &Response) -> CreateInteractionResponse {
    match response {
        Response::Public(shown) => CreateInteractionResponse::Message(message(shown)),
        Response::Private(shown) => CreateInteractionResponse::Message(message(shown).ephemeral(true)),
        Response::Update(shown) => CreateInteractionResponse::UpdateMessage(message(shown)),
        Response::Notice(sentence) => CreateInteractionResponse::Message(
            CreateInteractionResponseMessage::new()
                .content(shorten(sentence, CONTENT))
                .ephemeral(true)
                .allowed_mentions(nobody()),
        ),
        Response::Modal(modal) => CreateInteractionResponse::Modal(form(modal)),
        Response::Later(later) => acknowledgement(later.in_place),
    }
}

/// Says that an answer follows: in the place of the message with the button, or as a new one for the one who acted.
pub(super) fn acknowledgement(in_place: bool) -> CreateInteractionResponse {
    if in_place {
        CreateInteractionResponse::Acknowledge
    } else {
        CreateInteractionResponse::Defer(CreateInteractionResponseMessage::new().ephemeral(true))
    }
}

/// The answer that was said to follow. It replaces everything that its message shows.
pub(super) fn filled_in(shown: &Shown) -> EditInteractionResponse {
    EditInteractionResponse::new()
        .content(shorten(&shown.sentence, CONTENT))
        .embeds(embeds(shown))
        .components(rows(shown))
        .allowed_mentions(nobody())
}

/// As an update it replaces embeds and buttons of the message, and its sentence where there is another one.
fn message(shown: &Shown) -> CreateInteractionResponseMessage {
    let message = CreateInteractionResponseMessage::new()
        .embeds(embeds(shown))
        .components(rows(shown))
        .allowed_mentions(nobody());
    if shown.sentence.is_empty() { message } else { message.content(shorten(&shown.sentence, CONTENT)) }
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
        .colour(colour);
    let embed = if footer.is_empty() { embed } else { embed.footer(CreateEmbedFooter::new(footer)) };
    // A question of invisible characters leaves nothing to show.
    if title.is_empty() { embed } else { embed.title(title) }
}

fn rows(shown: &Shown) -> Vec<CreateActionRow> {
    let row = |row: &Row| match row {
        Row::Buttons(buttons) => {
            CreateActionRow::Buttons(buttons.iter().take(BUTTONS_IN_ROW).map(button).collect())
        }
        Row::Menu(choices) => CreateActionRow::SelectMenu(menu(choices)),
    };
    shown.rows.iter().map(row).collect()
}

fn button(button: &Button) -> CreateButton {
    match &button.does {
        Does::Press(id) => CreateButton::new(id).style(ButtonStyle::Secondary),
        Does::Open(address) => CreateButton::new_link(address),
    }
    .label(&button.label)
}

fn menu(menu: &Menu) -> CreateSelectMenu {
    let choices = menu.choices.iter().take(CHOICES);
    let options = choices.map(|choice| CreateSelectMenuOption::new(&choice.label, &choice.value)).collect();
    CreateSelectMenu::new(&menu.id, CreateSelectMenuKind::String { options }).placeholder(&menu.placeholder)
}

fn form(modal: &Modal) -> CreateModal {
    let inputs = modal.inputs.iter().map(|input| CreateActionRow::InputText(text_input(input)));
    CreateModal::new(&modal.id, modal.title).components(inputs.collect())
}

fn text_input(input: &Input) -> CreateInputText {
    let style = if input.long { InputTextStyle::Paragraph } else { InputTextStyle::Short };
    let text = CreateInputText::new(style, input.label, input.name)
        .placeholder(shorten(&input.placeholder, PLACEHOLDER))
        .min_length(1)
        .max_length(input.most)
        .required(true);
    if input.filled.is_empty() { text } else { text.value(shorten(&input.filled, usize::from(input.most))) }
}
