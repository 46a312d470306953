//! Limits of what members press, choose and fill in: buttons, select menus, suggestions, modals.

use std::collections::HashSet;

use serde_json::Value;

use super::{
    ACTION_ROWS, BUTTON_LABEL, BUTTON_URL, BUTTONS, CHOICE_NAME, CHOICE_VALUE, CHOICES, CUSTOM_ID, Findings,
    INPUT_LABEL, INPUT_PLACEHOLDER, INPUT_VALUE, MODAL_ROWS, MODAL_TITLE, SELECT_OPTION_TEXT, SELECT_OPTIONS,
    SELECT_PLACEHOLDER,
};

const ACTION_ROW: u64 = 1;
const BUTTON: u64 = 2;
const STRING_SELECT: u64 = 3;
const TEXT_INPUT: u64 = 4;
const LABEL: u64 = 18;
/// Button styles that carry an address or a product in place of a `custom_id`.
const LINK: u64 = 5;
const PREMIUM: u64 = 6;

/// The `components` of a message.
pub(super) fn rows(findings: &mut Findings, rows: &Value, at: &str) {
    let mut custom_ids = HashSet::new();
    for (index, row) in findings.list(rows, at, 0, ACTION_ROWS).iter().enumerate() {
        let at = format!("{at}/{index}");
        if row["type"] != ACTION_ROW {
            findings.add(format!("{at}/type"), "an action row (1)", &row["type"]);
            continue;
        }
        let at = format!("{at}/components");
        let parts = findings.list(&row["components"], &at, 1, BUTTONS);
        let selects = parts.iter().filter(|part| part["type"] != BUTTON).count();
        if selects > 0 && parts.len() > 1 {
            findings.add(&at, "a select menu alone in its row", format!("{} components", parts.len()));
        }
        for (index, part) in parts.iter().enumerate() {
            let at = format!("{at}/{index}");
            match part["type"].as_u64() {
                Some(BUTTON) => button(findings, part, &at),
                Some(STRING_SELECT) => select(findings, part, &at),
                // Menus of users, roles and channels have no options of their own.
                Some(5..=8) => {
                    findings.text(&part["custom_id"], format!("{at}/custom_id"), 1, CUSTOM_ID);
                }
                _ => findings.add(format!("{at}/type"), "a button or a select menu", &part["type"]),
            }
            unique(findings, &mut custom_ids, part, &at);
        }
    }
}

fn button(findings: &mut Findings, button: &Value, at: &str) {
    findings.text(&button["label"], format!("{at}/label"), 0, BUTTON_LABEL);
    match button["style"].as_u64() {
        Some(LINK) => {
            findings.text(&button["url"], format!("{at}/url"), 1, BUTTON_URL);
        }
        Some(PREMIUM) => return,
        _ => {
            findings.text(&button["custom_id"], format!("{at}/custom_id"), 1, CUSTOM_ID);
        }
    }
    if button["label"].as_str().unwrap_or_default().is_empty() && !button["emoji"].is_object() {
        findings.add(at, "a button with a label or an emoji", button);
    }
}

fn select(findings: &mut Findings, select: &Value, at: &str) {
    findings.text(&select["custom_id"], format!("{at}/custom_id"), 1, CUSTOM_ID);
    findings.text(&select["placeholder"], format!("{at}/placeholder"), 0, SELECT_PLACEHOLDER);
    let mut values = HashSet::new();
    let options = findings.list(&select["options"], &format!("{at}/options"), 1, SELECT_OPTIONS);
    for (index, option) in options.iter().enumerate() {
        let at = format!("{at}/options/{index}");
        findings.text(&option["label"], format!("{at}/label"), 1, SELECT_OPTION_TEXT);
        findings.text(&option["value"], format!("{at}/value"), 1, SELECT_OPTION_TEXT);
        findings.text(&option["description"], format!("{at}/description"), 0, SELECT_OPTION_TEXT);
        if !values.insert(option["value"].as_str()) {
            findings.add(format!("{at}/value"), "a value of its own", &option["value"]);
        }
    }
}

fn unique<'a>(findings: &mut Findings, seen: &mut HashSet<&'a str>, part: &'a Value, at: &str) {
    if let Some(id) = part["custom_id"].as_str()
        && !seen.insert(id)
    {
        findings.add(
            format!("{at}/custom_id"),
            "a custom_id of its own within the message",
            format!("{id:?} again"),
        );
    }
}

/// Suggestions of an autocomplete, or the fixed choices of an option. One fault voids the whole list.
pub(super) fn choices(findings: &mut Findings, choices: &Value, at: &str) {
    for (index, choice) in findings.list(choices, at, 0, CHOICES).iter().enumerate() {
        findings.text(&choice["name"], format!("{at}/{index}/name"), 1, CHOICE_NAME);
        if !choice["value"].is_number() {
            findings.text(&choice["value"], format!("{at}/{index}/value"), 1, CHOICE_VALUE);
        }
    }
}

/// The data of a modal.
pub(super) fn modal(findings: &mut Findings, modal: &Value, at: &str) {
    findings.text(&modal["custom_id"], format!("{at}/custom_id"), 1, CUSTOM_ID);
    findings.text(&modal["title"], format!("{at}/title"), 1, MODAL_TITLE);
    let mut custom_ids = HashSet::new();
    let at = format!("{at}/components");
    for (index, row) in findings.list(&modal["components"], &at, 1, MODAL_ROWS).iter().enumerate() {
        let at = format!("{at}/{index}");
        let (part, at) = match row["type"].as_u64() {
            Some(ACTION_ROW) => {
                findings.list(&row["components"], &format!("{at}/components"), 1, 1);
                let at = format!("{at}/components/0");
                findings.text(&row["components"][0]["label"], format!("{at}/label"), 1, INPUT_LABEL);
                (&row["components"][0], at)
            }
            Some(LABEL) => {
                findings.text(&row["label"], format!("{at}/label"), 1, INPUT_LABEL);
                (&row["component"], format!("{at}/component"))
            }
            _ => {
                findings.add(format!("{at}/type"), "an action row (1) or a label (18)", &row["type"]);
                continue;
            }
        };
        if part["type"] == TEXT_INPUT {
            input(findings, part, &at);
        }
        unique(findings, &mut custom_ids, part, &at);
    }
}

fn input(findings: &mut Findings, input: &Value, at: &str) {
    findings.text(&input["custom_id"], format!("{at}/custom_id"), 1, CUSTOM_ID);
    findings.text(&input["placeholder"], format!("{at}/placeholder"), 0, INPUT_PLACEHOLDER);
    findings.text(&input["value"], format!("{at}/value"), 0, INPUT_VALUE);
    for (field, least) in [("min_length", 0), ("max_length", 1)] {
        let most = INPUT_VALUE as u64;
        if input[field].as_u64().is_some_and(|length| !(least..=most).contains(&length)) {
            findings.add(format!("{at}/{field}"), format!("{least} to {most}"), &input[field]);
        }
    }
}
