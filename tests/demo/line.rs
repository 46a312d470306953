//! What a typed line means. What is no command of the client is a message, as in Discord.

use serde_json::{Value, json};

/// What to do.
#[derive(Debug)]
pub enum Line<'a> {
    Quit,
    Help,
    Nothing,
    /// A slash command and the text behind its name.
    Command(&'a str, &'a str),
    /// Typing in the question of `/ask`.
    Type(&'a str),
    /// A button or menu entry by its number, on a message by its number or on the latest.
    Press(usize, Option<usize>),
    Reply(usize, &'a str),
    AnswerThis(usize),
    Direct(&'a str),
    As(&'a str),
    Say(&'a str),
}

impl<'a> Line<'a> {
    pub fn read(typed: &'a str) -> Self {
        if let Some(command) = typed.strip_prefix('/') {
            let (name, text) = split(command);
            return Self::Command(name, text);
        }
        let (verb, rest) = split(typed);
        let (first, text) = split(rest);
        let number = first.trim_start_matches('#').parse().ok();
        let on = || text.strip_prefix("on ").map(|on| on.trim_start_matches('#').parse().ok());
        match (verb, number) {
            ("", _) => Self::Nothing,
            ("quit", _) if rest.is_empty() => Self::Quit,
            ("help", _) if rest.is_empty() => Self::Help,
            ("type", _) => Self::Type(rest),
            ("dm", _) if !rest.is_empty() => Self::Direct(rest),
            ("as", _) if !first.is_empty() && text.is_empty() => Self::As(first),
            ("press", Some(number)) if text.is_empty() => Self::Press(number, None),
            ("press", Some(number)) if on().flatten().is_some() => Self::Press(number, on().flatten()),
            ("reply", Some(number)) if !text.is_empty() => Self::Reply(number, text),
            ("answer", Some(number)) if text.is_empty() => Self::AnswerThis(number),
            _ => Self::Say(typed),
        }
    }
}

/// The options of a command or subcommand, from the text behind its name: `word word name:value …`, where words without
/// a name belong to the option before them, and the first ones to the first option.
pub fn options(of: &Value, text: &str) -> Vec<Value> {
    let known: &[Value] = of["options"].as_array().map_or(&[], Vec::as_slice);
    let (first, rest) = split(text);
    let named = |name: &str| known.iter().find(|option| option["name"] == name);
    if let Some(subcommand) = named(first).filter(|option| matches!(option["type"].as_u64(), Some(1 | 2))) {
        let below = options(subcommand, rest);
        return vec![json!({ "name": first, "type": subcommand["type"], "options": below })];
    }
    let mut found: Vec<(&Value, String)> = Vec::new();
    for word in text.split_whitespace() {
        let begins = word.split_once(':').and_then(|(name, value)| Some((named(name)?, value)));
        match (begins, found.last_mut()) {
            (Some((option, value)), _) => found.push((option, value.to_owned())),
            (None, Some((_, value))) => *value = format!("{value} {word}").trim().to_owned(),
            (None, None) => found.extend(known.first().map(|option| (option, word.to_owned()))),
        }
    }
    let option = |(option, value): (&Value, String)| {
        let read = match option["type"].as_u64() {
            Some(5) => json!(matches!(value.to_lowercase().as_str(), "true" | "yes")),
            Some(4 | 10) => serde_json::from_str(&value).unwrap_or(json!(0)),
            _ => json!(value),
        };
        json!({ "name": option["name"], "type": option["type"], "value": read })
    };
    found.into_iter().map(option).collect()
}

/// The first word, and what follows it.
fn split(text: &str) -> (&str, &str) {
    let text = text.trim();
    text.split_once(char::is_whitespace).map_or((text, ""), |(first, rest)| (first, rest.trim()))
}
