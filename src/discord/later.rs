//! Answers that take longer than Discord waits: acknowledged at once, worked out beside everything else, then filled in.

use std::fmt;

use super::service::Service;
use super::shown::Shown;

/// Work for a thread of its own: what is shown then, and its name for the log.
type Work = Box<dyn FnOnce(&Service) -> (Shown, &'static str) + Send>;

/// An answer that is worked out.
pub(super) struct Later {
    /// Works it out.
    pub(super) work: Work,
    /// Whether it replaces the message with the button; otherwise it is a new one, for the one who acted alone.
    pub(super) in_place: bool,
}

impl fmt::Debug for Later {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Later").field("in_place", &self.in_place).finish_non_exhaustive()
    }
}
