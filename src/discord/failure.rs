//! Why something could not be said, what may be done about it, and how the log tells it: an answer of Discord's
//! may repeat what a member typed, so only its numbers are kept.

use std::fmt;

/// Why a message or a response did not go out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Failure {
    /// It could not be put into JSON.
    Unwritten,
    /// No connection, or none that lasted until an answer came.
    NoAnswer,
    /// The rate limit outlasts what can be waited for.
    Limited,
    /// The interaction has expired.
    Expired,
    /// The interaction has a response already.
    Acknowledged,
    /// A permission is missing, or the member takes no direct messages.
    MayNot,
    /// Old messages may not be read, so that none can be replied to.
    MayNotReply,
    /// Anything else: HTTP status and Discord's own code.
    Refused(u16, u64),
}

impl Failure {
    /// The failure behind an HTTP status and Discord's own code.
    pub(super) fn of(status: u16, code: u64) -> Self {
        match (status, code) {
            (_, 10_062 | 10_015) => Self::Expired,
            (_, 40_060) => Self::Acknowledged,
            (_, 50_001 | 50_007 | 50_013) => Self::MayNot,
            (_, 160_002) => Self::MayNotReply,
            _ => Self::Refused(status, code),
        }
    }

    /// Whether the same request may succeed a little later.
    pub(super) fn may_pass(&self) -> bool {
        matches!(self, Self::NoAnswer | Self::Refused(500.., _))
    }

    /// Whether the request itself is at fault, so that another one may succeed.
    pub(super) fn is_about_the_content(&self) -> bool {
        matches!(self, Self::Refused(400, _))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unwritten => "it could not be written",
            Self::NoAnswer => "the connection failed",
            Self::Limited => "Discord asks to wait for too long",
            Self::Expired => "the interaction has expired",
            Self::Acknowledged => "the interaction already has an answer",
            Self::MayNot => {
                "a permission is missing (View Channel, Send Messages), or the member takes no direct messages"
            }
            Self::MayNotReply => "a permission is missing (Read Message History)",
            Self::Refused(status, code) => return write!(f, "HTTP {status}, code {code}"),
        })
    }
}
