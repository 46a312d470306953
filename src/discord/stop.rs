//! Tells when the process is asked to stop: SIGTERM or SIGINT (Ctrl-C).

use std::io;

use tokio::sync::watch;

/// Whether the process was asked to stop; every copy hears of it.
#[derive(Debug, Clone)]
pub(super) struct Stop(watch::Receiver<bool>);

impl Stop {
    /// Starts listening. From now on a signal does not end the process by itself. Needs a runtime.
    ///
    /// # Errors
    ///
    /// Where the system does not let the process listen.
    pub(super) fn listen() -> io::Result<Self> {
        let signal = signal()?;
        let (sender, receiver) = watch::channel(false);
        tokio::spawn(async move {
            signal.await;
            sender.send_replace(true);
            // Whoever listens must never learn that there is nobody left to tell.
            std::future::pending::<()>().await;
        });
        Ok(Self(receiver))
    }

    /// Waits until the process is asked to stop. May be asked again and again.
    pub(super) async fn asked(&mut self) {
        // An error means that the runtime is gone, and the process with it.
        let _ = self.0.wait_for(|stopped| *stopped).await;
    }
}

#[cfg(unix)]
fn signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn signal() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
