//! Names and descriptions of commands in other languages, from `commands.json`. Answers stay English.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serenity::all::{CreateCommand, CreateCommandOption};

/// By Discord's code of the language.
type Texts = BTreeMap<String, String>;

/// A command or an option in other languages.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Localised {
    name: Texts,
    /// A message command has none.
    #[serde(default)]
    description: Texts,
}

/// By the command's name, and `command option`.
static LOCALISED: LazyLock<BTreeMap<String, Localised>> =
    // A test reads the file, too; without it the commands would merely be English.
    LazyLock::new(|| serde_json::from_str(include_str!("commands.json")).unwrap_or_default());

/// A command with its names and descriptions in other languages.
pub(super) fn command(mut command: CreateCommand, name: &str) -> CreateCommand {
    if let Some(localised) = LOCALISED.get(name) {
        for (locale, text) in &localised.name {
            command = command.name_localized(locale, text);
        }
        for (locale, text) in &localised.description {
            command = command.description_localized(locale, text);
        }
    }
    command
}

/// An option of a command with its names and descriptions in other languages.
pub(super) fn option(mut option: CreateCommandOption, command: &str, name: &str) -> CreateCommandOption {
    if let Some(localised) = LOCALISED.get(&format!("{command} {name}")) {
        for (locale, text) in &localised.name {
            option = option.name_localized(locale, text);
        }
        for (locale, text) in &localised.description {
            option = option.description_localized(locale, text);
        }
    }
    option
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_can_be_read() {
        let read: Result<BTreeMap<String, Localised>, _> =
            serde_json::from_str(include_str!("commands.json"));
        assert_eq!(read.map(|read| read.len()).map_err(|error| error.to_string()), Ok(LOCALISED.len()));
        assert!(!LOCALISED.is_empty());
    }
}
