//! What Discord accepts in a request body: the table of limits, and the check of a body against it.
//!
//! Discord's documentation counts "characters" and does not name a unit; its OpenAPI description gives the same numbers
//! as `maxLength`, which JSON Schema counts in Unicode code points. So a character is a `char` here. Discord trims
//! the white space around embed texts before it counts; that is not done here, so the check is never too lenient.

mod commands;
mod components;
mod message;

use std::fmt;

use serde_json::Value;

/// `content` of a message. Documentation, "Create Message". The OpenAPI description says 4000, which holds for members
/// who pay for it, not for bots.
pub const CONTENT: usize = 2000;
/// `embeds` of a message. Documentation, "Create Message".
pub const EMBEDS: usize = 10;
/// Documentation, "Embed Limits"; so are the next six.
pub const EMBED_TITLE: usize = 256;
pub const EMBED_DESCRIPTION: usize = 4096;
pub const EMBED_FIELDS: usize = 25;
pub const EMBED_FIELD_NAME: usize = 256;
pub const EMBED_FIELD_VALUE: usize = 1024;
pub const EMBED_FOOTER: usize = 2048;
pub const EMBED_AUTHOR: usize = 256;
/// Titles, descriptions, field names and values, footers and author names of all embeds of one message together.
/// Documentation, "Embed Limits"; not in the OpenAPI description.
pub const EMBED_SUM: usize = 6000;
/// Action rows of a message. Documentation, "Legacy Message Component Behavior".
pub const ACTION_ROWS: usize = 5;
/// Buttons of an action row. Documentation, "Action Row"; a select menu takes the whole row.
pub const BUTTONS: usize = 5;
/// Documentation, "Button Structure".
pub const BUTTON_LABEL: usize = 80;
/// Documentation, "Button Structure".
pub const BUTTON_URL: usize = 512;
/// 1 to 100, unique within the message. Documentation, "Custom ID".
pub const CUSTOM_ID: usize = 100;
/// Documentation, "String Select Structure".
pub const SELECT_OPTIONS: usize = 25;
/// Documentation, "String Select Structure".
pub const SELECT_PLACEHOLDER: usize = 150;
/// Label, value and description. Documentation, "Select Option Structure".
pub const SELECT_OPTION_TEXT: usize = 100;
/// Documentation, "Autocomplete" under interaction callback data.
pub const CHOICES: usize = 25;
/// 1 to 100. Documentation, "Application Command Option Choice Structure".
pub const CHOICE_NAME: usize = 100;
/// 1 to 100 for text. Documentation as above; the OpenAPI description says 6000.
pub const CHOICE_VALUE: usize = 100;
/// 1 to 45. Documentation, "Modal".
pub const MODAL_TITLE: usize = 45;
/// Documentation, "Modal": 1 to 5 components.
pub const MODAL_ROWS: usize = 5;
/// 1 to 45. Documentation, "Text Input Structure" and "Label".
pub const INPUT_LABEL: usize = 45;
/// Documentation, "Text Input Structure".
pub const INPUT_PLACEHOLDER: usize = 100;
/// Documentation, "Text Input Structure": the most that `value`, `min_length` and `max_length` may be.
pub const INPUT_VALUE: usize = 4000;
/// Slash commands of an application. Documentation, "Registering a Command".
pub const SLASH_COMMANDS: usize = 100;
/// User commands of an application, and as many message commands. Documentation, "Registering a Command".
pub const CONTEXT_COMMANDS: usize = 15;
/// 1 to 32, lower case for a slash command and its options. Documentation, "Application Command Naming".
pub const COMMAND_NAME: usize = 32;
/// 1 to 100 for a slash command and its options, empty for others. Documentation, "Application Command Structure".
pub const COMMAND_DESCRIPTION: usize = 100;
/// Documentation, "Application Command Structure".
pub const COMMAND_OPTIONS: usize = 25;
/// Names, descriptions and choice values of one command together. Documentation, "Application Commands".
pub const COMMAND_SUM: usize = 8000;

/// One thing that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// JSON pointer into the body.
    pub at: String,
    pub expected: String,
    pub got: String,
    /// Our own rule, which Discord does not enforce.
    pub house_rule: bool,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = if self.at.is_empty() { "the body" } else { &self.at };
        write!(f, "{at}: expected {}, got {}", self.expected, self.got)
    }
}

/// Checks the body of a request, whose path is without the version prefix. Routes without a limit have no findings.
pub fn check(method: &str, path: &str, body: &Value) -> Vec<Finding> {
    let mut findings = Findings::default();
    let segments: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    match (method, segments.as_slice()) {
        ("POST", ["channels", _, "messages"] | ["webhooks", _, _]) => message::new(&mut findings, body, ""),
        ("PATCH", ["channels", _, "messages", _] | ["webhooks", _, _, "messages", _]) => {
            message::edit(&mut findings, body, "");
        }
        ("POST", ["interactions", _, _, "callback"]) => match body["type"].as_u64() {
            Some(4) => message::new(&mut findings, &body["data"], "/data"),
            Some(7) => message::edit(&mut findings, &body["data"], "/data"),
            Some(8) => components::choices(&mut findings, &body["data"]["choices"], "/data/choices"),
            Some(9) => components::modal(&mut findings, &body["data"], "/data"),
            _ => {}
        },
        ("PUT", ["applications", .., "commands"]) => commands::all(&mut findings, body),
        ("POST", ["applications", .., "commands"]) | ("PATCH", ["applications", .., "commands", _]) => {
            commands::one(&mut findings, body, "");
        }
        _ => {}
    }
    findings.0
}

/// Collects findings.
#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn add(&mut self, at: impl Into<String>, expected: impl Into<String>, got: impl fmt::Display) {
        let (at, expected, got) = (at.into(), expected.into(), got.to_string());
        self.0.push(Finding { at, expected, got, house_rule: false });
    }

    fn add_house_rule(&mut self, at: impl Into<String>, expected: &str, got: &Value) {
        let (at, expected, got) = (at.into(), expected.to_owned(), got.to_string());
        self.0.push(Finding { at, expected, got, house_rule: true });
    }

    /// A text of `least` to `most` characters; absent counts as empty. Returns its length.
    fn text(&mut self, value: &Value, at: impl Into<String>, least: usize, most: usize) -> usize {
        let Some(text) = value.as_str() else {
            if !value.is_null() || least > 0 {
                self.add(at, format!("a text of {least} to {most} characters"), value);
            }
            return 0;
        };
        let length = text.chars().count();
        let blank = least > 0 && text.trim().is_empty();
        if blank || length < least || length > most {
            let got = if blank { format!("{length}, all blank") } else { length.to_string() };
            self.add(at, format!("{least} to {most} characters"), got);
        }
        length
    }

    /// The items of a list of at most `most`; null and absent count as empty.
    fn list<'a>(&mut self, value: &'a Value, at: &str, least: usize, most: usize) -> &'a [Value] {
        let items = value.as_array().map_or(&[][..], Vec::as_slice);
        if !value.is_null() && !value.is_array() {
            self.add(at, "a list", value);
        } else if items.len() < least || items.len() > most {
            self.add(at, format!("{least} to {most} items"), items.len());
        }
        items
    }
}
