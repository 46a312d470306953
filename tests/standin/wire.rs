//! The port: accepts connections, keeps a handle on each so that it can be cut, and routes HTTP and WebSocket.

use std::io;
use std::net::Shutdown;
use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::extract::connect_info::Connected;
use axum::routing::any;
use axum::serve::{IncomingStream, Listener};
use tokio::net::{TcpListener, TcpStream};

use super::state::Shared;
use super::{gateway, rest};

/// A second handle on an accepted socket.
#[derive(Clone, Debug)]
pub(super) struct Line(Option<Arc<std::net::TcpStream>>);

impl Line {
    /// Ends the TCP connection in both directions, whatever is under way on it.
    pub fn cut(&self) {
        if let Some(socket) = &self.0 {
            // An error means that the other side was faster.
            let _ = socket.shutdown(Shutdown::Both);
        }
    }
}

/// A listener that hands out a [`Line`] in place of the remote address, which is of no interest on loopback.
struct Lines {
    listener: TcpListener,
    shared: Arc<Shared>,
}

impl Listener for Lines {
    type Io = TcpStream;
    type Addr = Line;

    async fn accept(&mut self) -> (TcpStream, Line) {
        loop {
            let Ok((stream, _)) = self.listener.accept().await else { continue };
            // Small frames, answered one by one: waiting to fill a packet would distort every latency.
            let _ = stream.set_nodelay(true);
            if let Ok((stream, line)) = with_second_handle(stream) {
                self.shared.keep_line(&line);
                return (stream, line);
            }
        }
    }

    fn local_addr(&self) -> io::Result<Line> {
        Ok(Line(None))
    }
}

fn with_second_handle(stream: TcpStream) -> io::Result<(TcpStream, Line)> {
    let socket = stream.into_std()?;
    let line = Line(Some(Arc::new(socket.try_clone()?)));
    Ok((TcpStream::from_std(socket)?, line))
}

impl Connected<IncomingStream<'_, Lines>> for Line {
    fn connect_info(stream: IncomingStream<'_, Lines>) -> Self {
        stream.remote_addr().clone()
    }
}

/// Serves until the task is aborted.
pub(super) async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    let router = Router::new()
        .route("/", any(gateway::accept))
        .fallback(rest::answer)
        .layer(DefaultBodyLimit::disable())
        .with_state(Arc::clone(&shared));
    let service = router.into_make_service_with_connect_info::<Line>();
    axum::serve(Lines { listener, shared }, service)
        .await
        .expect("serving on loopback does not end by itself");
}
