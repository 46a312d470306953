//! What went wrong with a request, in words fit for the log: an address may hold an interaction's token, and
//! an error's text what a member typed, so neither is repeated.

use serenity::Error;
use serenity::http::{HttpError, StatusCode};

/// The kind of failure; for an answer of Discord's its HTTP status and its own error code.
pub(super) fn describe(error: &Error) -> String {
    match error {
        Error::Http(HttpError::UnsuccessfulRequest(response)) => {
            let meaning = match response.error.code {
                10_062 => ": the interaction has expired",
                40_060 => ": the interaction already has an answer",
                50_001 | 50_013 => ": a permission is missing (View Channel, Send Messages, Embed Links)",
                50_007 => ": the member takes no direct messages",
                160_002 => ": a permission is missing (Read Message History)",
                _ => "",
            };
            format!("HTTP {}, code {}{meaning}", response.status_code.as_u16(), response.error.code)
        }
        Error::Http(HttpError::Request(request)) if request.is_connect() => "no connection".to_owned(),
        Error::Http(HttpError::Request(request)) if request.is_timeout() => "no answer in time".to_owned(),
        Error::Http(_) => "the connection failed".to_owned(),
        Error::Json(_) => "an answer that could not be read".to_owned(),
        Error::Model(_) => "a message that breaks a limit".to_owned(),
        _ => "an error inside the Discord library".to_owned(),
    }
}

/// The HTTP status of Discord's answer, where there was one.
pub(super) fn status(error: &Error) -> Option<u16> {
    match error {
        Error::Http(error) => error.status_code().map(|status: StatusCode| status.as_u16()),
        _ => None,
    }
}
