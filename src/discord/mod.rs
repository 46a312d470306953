//! The Discord door: the only place that knows serenity.

use std::fmt;

/// What the door needs to connect.
#[derive(Debug)]
pub struct Settings {
    /// The bot's token.
    pub token: Token,
    /// Another address of Discord's API (`http://127.0.0.1:PORT`), for tests.
    pub api: Option<String>,
}

/// A bot token. It is never shown: `Debug` prints dots.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// Takes a token of printable ASCII without blanks; `None` for anything else.
    pub fn new(token: &str) -> Option<Self> {
        let printable = !token.is_empty() && token.bytes().all(|b| b.is_ascii_graphic());
        printable.then(|| Self(token.to_owned()))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// Why the door could not stay open.
#[derive(Debug)]
pub struct ServeError(String);

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ServeError {}

/// Connects to Discord and answers until the process is asked to stop (SIGTERM or SIGINT).
///
/// # Errors
///
/// A sentence where Discord refuses the token or the intents, or the connection cannot be kept.
pub fn serve(settings: Settings, desk: crate::desk::Desk) -> Result<(), ServeError> {
    let _ = (settings.token.0, settings.api, desk);
    Err(ServeError("not there yet".to_owned()))
}
