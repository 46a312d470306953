//! SIGHUP: the knowledge is reloaded without anybody who looks at it first, so that it has to be better or the same.

use std::sync::Arc;

use tracing::{error, info, warn};

use crate::desk::{NotProposed, Reloaded, Signed, told};

use super::clock;
use super::service::Service;

/// Reloads, and tells the log what came of it.
pub(super) fn reload(service: &Arc<Service>) {
    let signed = Signed { by: "SIGHUP".to_owned(), at: clock::now(), note: None };
    let reloaded = service.desk.reload(&signed);
    let serving = service.desk.current().number;
    match reloaded {
        Reloaded::TakenUp(number) => {
            info!(generation = number, "new knowledge is serving, applied elsewhere");
        }
        Reloaded::Applied(proposal) => {
            let exam = told::exam(&proposal.comparison.after);
            info!(
                generation = serving,
                changes = proposal.difference.count(),
                "new knowledge is serving: {exam}"
            );
        }
        Reloaded::NotProposed(NotProposed::Unchanged(_)) => {
            info!(generation = serving, "reload: the files are those that serve");
        }
        Reloaded::NotProposed(NotProposed::Faults(faults)) => {
            for fault in faults.iter().filter(|fault| fault.is_error()) {
                error!("{fault}");
            }
            error!("not reloaded: the files cannot be used; still answering from generation {serving}");
        }
        Reloaded::NotProposed(NotProposed::Nothing(why)) => warn!("not reloaded: {why}"),
        Reloaded::TurnsWrong(turns) => {
            for turn in &turns {
                let (question, from, to) = (&turn.question, &turn.from.outcome, &turn.to.outcome);
                error!("golden question {question:?} turns wrong: {from} → {to}");
            }
            error!("not reloaded: golden questions turn wrong; still answering from generation {serving}");
        }
        Reloaded::NotApplied(why) => error!("not reloaded: {why}; still answering from generation {serving}"),
    }
}

/// Waits for the next SIGHUP; for ever where there is no such signal.
pub(super) async fn next(signal: &mut Option<Signal>) {
    if let Some(signal) = signal
        && signal.recv().await.is_some()
    {
        return;
    }
    std::future::pending::<()>().await;
}

#[cfg(unix)]
pub(super) type Signal = tokio::signal::unix::Signal;

/// Starts to listen. From now on the signal does not end the process.
#[cfg(unix)]
pub(super) fn listen() -> Option<Signal> {
    use tokio::signal::unix::{SignalKind, signal};
    let listening = signal(SignalKind::hangup());
    listening.map_err(|error| warn!("SIGHUP cannot be listened for: {error}")).ok()
}

#[cfg(not(unix))]
pub(super) type Signal = tokio::sync::mpsc::Receiver<()>;

#[cfg(not(unix))]
pub(super) fn listen() -> Option<Signal> {
    None
}
