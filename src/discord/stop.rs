//! Tells when the process is asked to stop: SIGTERM or SIGINT (Ctrl-C).

use std::io;

/// Starts listening, and hands back what ends with the first signal. Needs a runtime.
///
/// # Errors
///
/// Where the system does not let the process listen.
#[cfg(unix)]
pub(super) fn asked() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// Starts listening, and hands back what ends with Ctrl-C.
///
/// # Errors
///
/// None here; other systems have some.
#[cfg(not(unix))]
pub(super) fn asked() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
