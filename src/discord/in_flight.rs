//! Counts the events that are being answered, so that a stop can let them finish.

use tokio::sync::watch;

/// A shared count.
#[derive(Debug, Clone, Default)]
pub(super) struct InFlight(watch::Sender<usize>);

/// Counts as one event for as long as it lives.
#[derive(Debug)]
pub(super) struct Busy(InFlight);

impl InFlight {
    /// Counts one more event until the guard is dropped.
    pub(super) fn enter(&self) -> Busy {
        self.0.send_modify(|count| *count += 1);
        Busy(self.clone())
    }

    /// Waits until nothing is being answered.
    pub(super) async fn none(&self) {
        // An error means that the sender is gone; it is ours.
        let _ = self.0.subscribe().wait_for(|count| *count == 0).await;
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.0.send_modify(|count| *count -= 1);
    }
}
