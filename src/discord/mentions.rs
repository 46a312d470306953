//! Which messages are for the bot, and what they ask.

use serenity::all::{Message, MessageType, UserId};

use crate::text::{is_blank, normalise, tokenise};

use super::neutral;
use super::plain;

/// A message that is for the bot.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Addressed {
    /// A question, with those asked before it, the latest last.
    Question(String, Vec<Earlier>),
    /// A mention and nothing else, or a call for help.
    Bare,
}

/// A question that was asked before, as the card shows it that answered it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Earlier {
    pub(super) question: String,
    /// What the card says.
    pub(super) reply: String,
}

/// What a message wants of the bot; `None` where it is not for the bot, or from no member.
///
/// Without the Message Content intent the text of other messages is blank, so a blank message that does not
/// name the bot gets no answer either.
pub(super) fn addressed(message: &Message, bot: UserId) -> Option<Addressed> {
    let by_member = !message.author.bot && !message.author.system && message.webhook_id.is_none();
    let written = matches!(message.kind, MessageType::Regular | MessageType::InlineReply);
    let direct = message.guild_id.is_none();
    let mentioned = message.mentions.iter().any(|user| user.id == bot);
    if !by_member || !written || message.author.id == bot || !(direct || mentioned) {
        return None;
    }
    let (text, named) = without_mentions(&message.content, bot);
    if tokenise(&normalise(&text)) == ["help"] {
        return Some(Addressed::Bare);
    }
    match (is_blank(&text), named) {
        (false, _) => Some(Addressed::Question(text, asked_before(message, bot))),
        (true, true) => Some(Addressed::Bare),
        (true, false) => None,
    }
}

/// The text without the bot's mention in either form, and whether there was one.
pub(super) fn without_mentions(content: &str, bot: UserId) -> (String, bool) {
    let forms = [format!("<@{bot}>"), format!("<@!{bot}>")];
    let named = forms.iter().any(|form| content.contains(form));
    // A blank in its place, so that words before and after stay apart.
    let text = forms.iter().fold(content.to_owned(), |text, form| text.replace(form, " "));
    (text.trim().to_owned(), named)
}

/// The questions that the message of ours answers to which this one replies.
fn asked_before(message: &Message, bot: UserId) -> Vec<Earlier> {
    let earlier = message.referenced_message.as_deref().filter(|earlier| earlier.author.id == bot);
    earlier.map(answered_in).unwrap_or_default()
}

/// The questions that a message of ours answers: they stand in its titles.
pub(super) fn answered_in(message: &Message) -> Vec<Earlier> {
    let embeds =
        message.embeds.iter().filter_map(|embed| Some((embed.title.as_deref()?, &embed.description)));
    let embeds = embeds.map(|(title, text)| (title, text.as_deref().unwrap_or_default()));
    // Where we may show none they are plain text.
    let shown = if message.embeds.is_empty() { plain::read(&message.content) } else { embeds.collect() };
    let asked =
        |(title, text): (&str, &str)| Earlier { question: neutral::restore(title), reply: text.to_owned() };
    shown.into_iter().map(asked).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    // https://github.com/andersfylling/disgord/issues/383
    #[test]
    fn both_forms_of_a_mention_are_taken_out() {
        let cases = [
            ("<@7> who?", ("who?", true)),
            ("<@!7> who?", ("who?", true)),
            ("<@7>who?", ("who?", true)),
            ("who? <@!7>", ("who?", true)),
            ("who<@7>is it", ("who is it", true)),
            ("<@7> <@!7>", ("", true)),
            ("<@77> who?", ("<@77> who?", false)),
            ("<@&7> who?", ("<@&7> who?", false)),
            ("who?", ("who?", false)),
        ];
        for (content, (text, named)) in cases {
            assert_eq!(without_mentions(content, UserId::new(7)), (text.to_owned(), named), "{content:?}");
        }
    }
}
