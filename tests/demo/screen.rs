//! What the bot sends as lines of text. What there is no way to show for is shown as it was sent, never dropped.

use std::io::{IsTerminal as _, stdout};

use serde_json::Value;

/// The longest line.
const WIDTH: usize = 100;

/// Something to press, in the order in which they are numbered.
pub struct Control {
    pub label: String,
    pub does: Does,
}

pub enum Does {
    /// Sends this `custom_id`.
    Press(String),
    /// Chooses this value in the menu with this `custom_id`.
    Choose(String, String),
    Open(String),
}

/// A form with its fields.
pub struct Form {
    pub id: String,
    pub inputs: Vec<Input>,
}

pub struct Input {
    pub id: String,
    pub label: String,
    placeholder: String,
}

/// Prints lines, indented.
pub fn print(lines: &[String]) {
    for line in lines {
        println!("{}", format!("    {line}").trim_end());
    }
}

/// A message as it stands; `sent` is the body that made it so.
pub fn message(message: &Value, sent: &Value) -> Vec<String> {
    const NAMED: [&str; 4] = ["allowed_mentions", "message_reference", "nonce", "enforce_nonce"];
    let mut lines = wrapped(string(&message["content"]), WIDTH);
    for embed in items(&message["embeds"]) {
        let edge = edge(&embed["color"]);
        lines.extend(embed_lines(embed).into_iter().map(|line| format!("{edge} {line}")));
    }
    let mut number = 0;
    for row in items(&message["components"]) {
        lines.extend(row_lines(row, &mut number));
    }
    let shown = ["content", "embeds", "components", "flags"];
    lines.extend(rest(sent, &[&shown[..], &NAMED].concat()));
    let flags = sent["flags"].as_u64().unwrap_or(0) & !64;
    lines.extend((flags != 0).then(|| format!("flags: {flags}")));
    lines
}

/// What can be pressed under a message.
pub fn controls(message: &Value) -> Vec<Control> {
    let parts = items(&message["components"]).iter().flat_map(|row| items(&row["components"]));
    parts.flat_map(controls_of).collect()
}

fn controls_of(part: &Value) -> Vec<Control> {
    let (id, label) = (string(&part["custom_id"]).to_owned(), string(&part["label"]).to_owned());
    match part["type"].as_u64() {
        Some(2) if part["url"].is_string() => {
            vec![Control { label, does: Does::Open(string(&part["url"]).to_owned()) }]
        }
        Some(2) => vec![Control { label, does: Does::Press(id) }],
        Some(3) => items(&part["options"])
            .iter()
            .map(|option| Control {
                label: string(&option["label"]).to_owned(),
                does: Does::Choose(id.clone(), string(&option["value"]).to_owned()),
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// The suggestions of a command's option.
pub fn suggestions(sent: &Value) -> Vec<String> {
    let choices = items(&sent["choices"]);
    if choices.is_empty() {
        return vec!["(no suggestions)".to_owned()];
    }
    choices.iter().map(|choice| format!("· {}", string(&choice["name"]))).collect()
}

impl Form {
    pub fn read(sent: &Value) -> Self {
        let parts = items(&sent["components"]).iter().flat_map(|row| items(&row["components"]));
        let input = |part: &Value| Input {
            id: string(&part["custom_id"]).to_owned(),
            label: string(&part["label"]).to_owned(),
            placeholder: string(&part["placeholder"]).to_owned(),
        };
        let inputs = parts.filter(|part| part["type"] == 4).map(input).collect();
        Self { id: string(&sent["custom_id"]).to_owned(), inputs }
    }
}

/// A form that opens.
pub fn form(sent: &Value, form: &Form) -> Vec<String> {
    let mut lines = vec![format!("A form opens: {}", string(&sent["title"]))];
    lines.extend(form.inputs.iter().map(|input| format!("│ {} ({})", input.label, input.placeholder)));
    if form.inputs.is_empty() {
        lines.push(sent.to_string());
    }
    lines.push("Type on the next line; an empty line closes the form.".to_owned());
    lines
}

fn embed_lines(embed: &Value) -> Vec<String> {
    let mut lines = wrapped(string(&embed["title"]), WIDTH);
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.extend(wrapped(string(&embed["description"]), WIDTH));
    for field in items(&embed["fields"]) {
        lines.push(String::new());
        lines.extend(wrapped(string(&field["name"]), WIDTH));
        lines.extend(wrapped(string(&field["value"]), WIDTH));
    }
    lines.extend(rest(embed, &["title", "description", "fields", "footer", "color", "type"]));
    if embed["footer"].is_object() {
        lines.push(String::new());
        lines.extend(wrapped(string(&embed["footer"]["text"]), WIDTH));
    }
    lines
}

fn row_lines(row: &Value, number: &mut usize) -> Vec<String> {
    let mut numbered = |control: &Control| {
        *number += 1;
        format!("[{number}] {}", control.label)
    };
    let mut lines = Vec::new();
    let mut buttons = Vec::new();
    for part in items(&row["components"]) {
        let controls = controls_of(part);
        let labels = controls.iter().map(&mut numbered);
        match part["type"].as_u64() {
            Some(2) => {
                buttons.extend(labels);
                lines.extend(rest(part, &["type", "custom_id", "label", "style", "url"]));
            }
            Some(3) => {
                lines.push(format!("{}:", string(&part["placeholder"])));
                lines.extend(labels.map(|label| format!("  {label}")));
                lines.extend(rest(part, &["type", "custom_id", "placeholder", "options"]));
            }
            _ => lines.push(part.to_string()),
        }
    }
    lines.extend((!buttons.is_empty()).then(|| buttons.join("  ")));
    if row["type"] != 1 {
        lines.push(row.to_string());
    }
    lines
}

/// What an object holds beside these fields, as it was sent.
fn rest(object: &Value, shown: &[&str]) -> Vec<String> {
    let fields = object.as_object().into_iter().flatten();
    let is_empty = |value: &Value| match value {
        Value::Null => true,
        Value::Bool(set) => !set,
        Value::Array(items) => items.is_empty(),
        Value::String(text) => text.is_empty(),
        _ => false,
    };
    let left = fields.filter(|(name, value)| !shown.contains(&name.as_str()) && !is_empty(value));
    left.map(|(name, value)| format!("{name}: {value}")).collect()
}

/// The edge of an embed, in its colour where the terminal shows colours.
fn edge(colour: &Value) -> String {
    let is_wanted =
        stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    match colour.as_u64().filter(|_| is_wanted) {
        Some(colour) => {
            let [red, green, blue] = [16, 8, 0].map(|shift| colour >> shift & 0xFF);
            format!("\x1b[38;2;{red};{green};{blue}m┃\x1b[0m")
        }
        None => "┃".to_owned(),
    }
}

/// Lines of at most so many characters, without the backslashes that Discord does not show either.
fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in unescaped(text).lines() {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && line.chars().count() + word.chars().count() >= most {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

fn unescaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let escapes = character == '\\' && characters.peek().is_some_and(char::is_ascii_punctuation);
        shown.extend(if escapes { characters.next() } else { Some(character) });
    }
    shown
}

fn string(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
