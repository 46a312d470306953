//! Limits of application commands as they are registered.

use std::collections::HashSet;

use serde_json::Value;

use super::{
    COMMAND_DESCRIPTION, COMMAND_NAME, COMMAND_OPTIONS, COMMAND_SUM, CONTEXT_COMMANDS, Findings,
    SLASH_COMMANDS, components,
};

/// Command types; a slash command when there is none.
const SLASH: u64 = 1;
const KINDS: [(u64, &str, usize); 3] =
    [(SLASH, "slash", SLASH_COMMANDS), (2, "user", CONTEXT_COMMANDS), (3, "message", CONTEXT_COMMANDS)];

/// Documentation, "Locales".
const LOCALES: [&str; 34] = [
    "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr",
    "hu", "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk",
    "vi", "zh-CN", "zh-TW",
];

/// A bulk registration.
pub(super) fn all(findings: &mut Findings, body: &Value) {
    let commands = findings.list(body, "", 0, usize::MAX);
    for (kind, name, most) in KINDS {
        let count = commands.iter().filter(|command| kind_of(command) == kind).count();
        if count > most {
            findings.add("", format!("at most {most} {name} commands"), count);
        }
    }
    let mut names = HashSet::new();
    for (index, command) in commands.iter().enumerate() {
        one(findings, command, &format!("/{index}"));
        if !names.insert((kind_of(command), command["name"].as_str())) {
            findings.add(
                format!("/{index}/name"),
                "a name of its own among commands of its type",
                &command["name"],
            );
        }
    }
}

/// One command.
pub(super) fn one(findings: &mut Findings, command: &Value, at: &str) {
    if kind_of(command) == SLASH {
        let sum = entry(findings, command, at);
        if sum > COMMAND_SUM {
            findings.add(at, format!("at most {COMMAND_SUM} characters in all texts of the command"), sum);
        }
    } else {
        findings.text(&command["name"], format!("{at}/name"), 1, COMMAND_NAME);
        findings.text(&command["description"], format!("{at}/description"), 0, 0);
        localised(findings, command, "name", at, 1, COMMAND_NAME);
        localised(findings, command, "description", at, 0, 0);
        findings.list(&command["options"], &format!("{at}/options"), 0, 0);
    }
}

/// A slash command, or an option of one: both have a name, a description and options. Returns the length of all texts.
fn entry(findings: &mut Findings, entry: &Value, at: &str) -> usize {
    let mut sum = findings.text(&entry["name"], format!("{at}/name"), 1, COMMAND_NAME)
        + findings.text(&entry["description"], format!("{at}/description"), 1, COMMAND_DESCRIPTION);
    plain(findings, &entry["name"], &format!("{at}/name"));
    for (at, name) in localised(findings, entry, "name", at, 1, COMMAND_NAME) {
        plain(findings, name, &at);
    }
    localised(findings, entry, "description", at, 1, COMMAND_DESCRIPTION);
    let choices_at = format!("{at}/choices");
    components::choices(findings, &entry["choices"], &choices_at);
    for choice in entry["choices"].as_array().into_iter().flatten() {
        let texts = [&choice["name"], &choice["value"]];
        sum += texts.iter().filter_map(|text| text.as_str()).map(|text| text.chars().count()).sum::<usize>();
    }
    if entry["autocomplete"] == true && !is_empty(&entry["choices"]) {
        findings.add(choices_at, "no fixed choices beside autocomplete", &entry["choices"]);
    }
    let at = format!("{at}/options");
    let (mut names, mut optional) = (HashSet::new(), false);
    for (index, option) in findings.list(&entry["options"], &at, 0, COMMAND_OPTIONS).iter().enumerate() {
        let at = format!("{at}/{index}");
        sum += self::entry(findings, option, &at);
        if !names.insert(option["name"].as_str()) {
            findings.add(format!("{at}/name"), "a name of its own among the options", &option["name"]);
        }
        let required = option["required"] == true;
        if required && optional {
            findings.add(format!("{at}/required"), "required options before the others", true);
        }
        optional |= !required;
    }
    sum
}

/// A name of a slash command or an option: `^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$` in lower case.
/// Documentation, "Application Command Naming".
fn plain(findings: &mut Findings, name: &Value, at: &str) {
    let name = name.as_str().unwrap_or_default();
    let of_script = |c: char| ('\u{900}'..='\u{97F}').contains(&c) || ('\u{E00}'..='\u{E7F}').contains(&c);
    let plain = |c: char| c.is_alphanumeric() || "-_'".contains(c) || of_script(c);
    if !name.chars().all(plain) || name.to_lowercase() != name {
        findings.add(at, "lower-case letters, digits, - and _", format!("{name:?}"));
    }
}

/// The texts of a field in other languages, with where they stand. Documentation, "Localization".
fn localised<'a>(
    findings: &mut Findings,
    entry: &'a Value,
    field: &str,
    at: &str,
    least: usize,
    most: usize,
) -> Vec<(String, &'a Value)> {
    let at = format!("{at}/{field}_localizations");
    let texts = entry[format!("{field}_localizations")].as_object();
    let texts: Vec<(String, &Value)> = texts
        .into_iter()
        .flatten()
        .map(|(locale, text)| {
            if !LOCALES.contains(&locale.as_str()) {
                findings.add(&at, "a locale of Discord", locale);
            }
            (format!("{at}/{locale}"), text)
        })
        .collect();
    for (at, text) in &texts {
        findings.text(text, at, least, most);
    }
    texts
}

fn kind_of(command: &Value) -> u64 {
    command["type"].as_u64().unwrap_or(SLASH)
}

fn is_empty(list: &Value) -> bool {
    list.as_array().is_none_or(Vec::is_empty)
}
