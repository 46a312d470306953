//! Limits of a message: content, embeds, allowed mentions; components are judged next door.

use serde_json::Value;

use super::{
    CONTENT, EMBED_AUTHOR, EMBED_DESCRIPTION, EMBED_FIELD_NAME, EMBED_FIELD_VALUE, EMBED_FIELDS,
    EMBED_FOOTER, EMBED_SUM, EMBED_TITLE, EMBEDS, Findings, components,
};

/// A new message, which has to hold something.
pub(super) fn new(findings: &mut Findings, message: &Value, at: &str) {
    let something =
        ["content", "embeds", "components", "attachments", "poll", "sticker_ids"].iter().any(|field| {
            match &message[field] {
                Value::String(text) => !text.trim().is_empty(),
                Value::Array(items) => !items.is_empty(),
                Value::Object(_) => true,
                _ => false,
            }
        });
    if !something {
        findings.add(at, "a message with content, an embed or a component", message);
    }
    edit(findings, message, at);
}

/// An edit, which may leave out whatever stays as it is.
pub(super) fn edit(findings: &mut Findings, message: &Value, at: &str) {
    findings.text(&message["content"], format!("{at}/content"), 0, CONTENT);
    embeds(findings, &message["embeds"], &format!("{at}/embeds"));
    components::rows(findings, &message["components"], &format!("{at}/components"));
    allowed_mentions(findings, &message["allowed_mentions"], &format!("{at}/allowed_mentions"));
}

fn embeds(findings: &mut Findings, embeds: &Value, at: &str) {
    let embeds = findings.list(embeds, at, 0, EMBEDS);
    let sum: usize =
        embeds.iter().enumerate().map(|(index, one)| embed(findings, one, &format!("{at}/{index}"))).sum();
    if sum > EMBED_SUM {
        findings.add(at, format!("at most {EMBED_SUM} characters in all embeds together"), sum);
    }
}

/// Judges one embed and returns the length that counts towards the sum.
fn embed(findings: &mut Findings, embed: &Value, at: &str) -> usize {
    let mut sum = findings.text(&embed["title"], format!("{at}/title"), 0, EMBED_TITLE)
        + findings.text(&embed["description"], format!("{at}/description"), 0, EMBED_DESCRIPTION);
    if embed["footer"].is_object() {
        sum += findings.text(&embed["footer"]["text"], format!("{at}/footer/text"), 1, EMBED_FOOTER);
    }
    if embed["author"].is_object() {
        sum += findings.text(&embed["author"]["name"], format!("{at}/author/name"), 1, EMBED_AUTHOR);
    }
    let fields = findings.list(&embed["fields"], &format!("{at}/fields"), 0, EMBED_FIELDS);
    for (index, field) in fields.iter().enumerate() {
        sum += findings.text(&field["name"], format!("{at}/fields/{index}/name"), 1, EMBED_FIELD_NAME);
        sum += findings.text(&field["value"], format!("{at}/fields/{index}/value"), 1, EMBED_FIELD_VALUE);
    }
    sum
}

/// Nothing the bot says may ping anybody: set on every request, since no default covers all paths.
fn allowed_mentions(findings: &mut Findings, allowed: &Value, at: &str) {
    let empty = |field: &str| allowed[field].as_array().is_none_or(Vec::is_empty);
    if allowed["parse"].as_array().is_none_or(|parse| !parse.is_empty()) || !empty("users") || !empty("roles")
    {
        findings.add_house_rule(at, "allowed_mentions with an empty parse, and no users or roles", allowed);
    } else if allowed["replied_user"] == true {
        findings.add_house_rule(
            format!("{at}/replied_user"),
            "a reply without a ping",
            &allowed["replied_user"],
        );
    }
}
