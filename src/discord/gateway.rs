//! One connection to Discord's gateway (version 10, JSON), from HELLO to its end.
//!
//! Ours and not serenity's: after a close frame without a status code that client is deaf for a heartbeat
//! interval and spins a core, it starts anew where the session could go on, and does not tell with which code
//! it was closed. Whatever ends a connection here ends it at once, and the session outlives it where it can.

use std::time::Duration;

use futures_util::StreamExt as _;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep_until, timeout};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use super::events::{self, Event};
use super::heart::Heart;
use super::stop::Stop;

/// How long Discord may take to accept a connection, to say HELLO, and to start or resume a session.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long saying good-bye may take.
const CLOSE_TIME: Duration = Duration::from_secs(1);
/// Ends the session; any code but this and 1001 leaves it open for a resume.
const GOOD_BYE: u16 = 1000;
/// Leaves the connection and not the session.
const LEAVING: u16 = 4000;

/// Who connects.
pub(super) struct Identity<'a> {
    pub(super) token: &'a str,
    pub(super) intents: u64,
}

/// What Discord knows a bot by across connections.
#[derive(Debug)]
pub(super) struct Session {
    id: String,
    /// Where to resume it.
    pub(super) url: String,
    /// The latest event heard.
    sequence: u64,
}

/// How a connection ended.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum End {
    /// We were asked to stop, and said good-bye.
    Stopped,
    /// The session can be resumed, if one had begun. In words: why.
    Lost(String),
    /// The session is gone too.
    Over(String),
    /// Discord will not have this bot, and says with which code.
    Refused(u16),
}

/// An open connection.
pub(super) struct Connection<'a> {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    session: &'a mut Option<Session>,
    heart: Heart,
    /// Discord has started or resumed a session on this connection.
    pub(super) established: bool,
}

#[derive(Deserialize)]
struct Payload {
    op: u8,
    #[serde(default)]
    d: Value,
    s: Option<u64>,
    t: Option<String>,
}

/// What a frame comes to.
enum Heard {
    Nothing,
    BeatAsked,
    End(End),
}

impl<'a> Connection<'a> {
    /// Connects, and asks for the session to be resumed, or for a new one where there is none.
    ///
    /// # Errors
    ///
    /// Where no connection comes about.
    pub(super) async fn open(
        url: &str,
        identity: &Identity<'_>,
        session: &'a mut Option<Session>,
    ) -> Result<Self, End> {
        let lost = |why: &str| End::Lost(why.to_owned());
        let address = format!("{}/?v=10&encoding=json", url.trim_end_matches('/'));
        let connected = timeout(PATIENCE, connect_async(address)).await;
        let (mut socket, _) = connected
            .map_err(|_| lost("no answer in time"))?
            // An error may hold the address, and that is nobody's business.
            .map_err(|_| lost("no connection to the gateway"))?;
        let hello = timeout(PATIENCE, socket.next()).await.map_err(|_| lost("no HELLO in time"))?;
        let interval = match hello.and_then(Result::ok).as_ref().and_then(read) {
            Some(Payload { op: 10, d, .. }) => d["heartbeat_interval"].as_u64(),
            _ => None,
        };
        let interval = interval.filter(|ms| *ms > 0).ok_or_else(|| lost("no HELLO"))?;
        let heart = Heart::new(Duration::from_millis(interval));
        let mut connection = Self { socket, session, heart, established: false };
        let greeting = connection.greeting(identity);
        connection.say(&greeting).await?;
        Ok(connection)
    }

    fn greeting(&self, identity: &Identity<'_>) -> Value {
        match &*self.session {
            Some(session) => json!({ "op": 6, "d": {
                "token": identity.token, "session_id": session.id, "seq": session.sequence,
            } }),
            None => json!({ "op": 2, "d": {
                "token": identity.token, "intents": identity.intents, "compress": false,
                "properties": { "os": "linux", "browser": "aide-memoire", "device": "aide-memoire" },
            } }),
        }
    }

    /// Hands over every event until the connection ends or `stop` does.
    pub(super) async fn listen(&mut self, stop: &mut Stop, hear: &(dyn Fn(Event) + Sync)) -> End {
        let opened = Instant::now();
        loop {
            // A session that never begins is noticed too, however well the heart beats.
            let due =
                if self.established { self.heart.due() } else { self.heart.due().min(opened + PATIENCE) };
            let heard = tokio::select! {
                frame = self.socket.next() => self.take(frame, hear),
                () = sleep_until(due) => match self.heart.is_answered() {
                    _ if due < self.heart.due() => Heard::End(End::Lost("no session in time".to_owned())),
                    true => Heard::BeatAsked,
                    false => Heard::End(End::Lost("a heartbeat was not answered".to_owned())),
                },
                () = stop.asked() => return self.say_good_bye(hear).await,
            };
            let end = match heard {
                Heard::Nothing => continue,
                Heard::BeatAsked => match self.beat().await {
                    Ok(()) => continue,
                    Err(end) => end,
                },
                Heard::End(end) => end,
            };
            let _ = timeout(CLOSE_TIME, self.socket.close(Some(frame(LEAVING)))).await;
            return end;
        }
    }

    fn take(
        &mut self,
        frame: Option<Result<Message, tokio_tungstenite::tungstenite::Error>>,
        hear: &(dyn Fn(Event) + Sync),
    ) -> Heard {
        match frame {
            Some(Ok(Message::Close(frame))) => Heard::End(after_close(frame.map(|frame| frame.code.into()))),
            Some(Ok(frame)) => read(&frame).map_or(Heard::Nothing, |payload| self.follow(payload, hear)),
            Some(Err(_)) | None => Heard::End(End::Lost("the connection broke off".to_owned())),
        }
    }

    fn follow(&mut self, payload: Payload, hear: &(dyn Fn(Event) + Sync)) -> Heard {
        match payload.op {
            0 => {
                let (name, sequence) = (payload.t.unwrap_or_default(), payload.s.unwrap_or(0));
                self.begin(&name, &payload.d);
                if let Some(session) = self.session.as_mut() {
                    session.sequence = session.sequence.max(sequence);
                }
                if let Some(event) = events::decode(&name, payload.d) {
                    hear(event);
                }
                Heard::Nothing
            }
            1 => Heard::BeatAsked,
            7 => Heard::End(End::Lost("Discord asks for a new connection".to_owned())),
            9 if payload.d == true => Heard::End(End::Lost("Discord asks for a resume".to_owned())),
            9 => Heard::End(End::Over("the session has become invalid".to_owned())),
            11 => {
                self.heart.answered();
                Heard::Nothing
            }
            _ => Heard::Nothing,
        }
    }

    /// Takes up the session that an event begins or resumes.
    fn begin(&mut self, name: &str, data: &Value) {
        match name {
            "READY" => {
                let text = |field: &str| data[field].as_str().unwrap_or_default().to_owned();
                let (id, url) = (text("session_id"), text("resume_gateway_url"));
                *self.session = Some(Session { id, url, sequence: 0 });
                self.established = true;
            }
            "RESUMED" => self.established = true,
            _ => {}
        }
    }

    async fn beat(&mut self) -> Result<(), End> {
        let latest = self.session.as_ref().map(|session| session.sequence);
        self.say(&json!({ "op": 1, "d": latest })).await?;
        self.heart.beaten();
        Ok(())
    }

    async fn say(&mut self, payload: &Value) -> Result<(), End> {
        use futures_util::SinkExt as _;
        let sent = timeout(PATIENCE, self.socket.send(Message::text(payload.to_string()))).await;
        match sent {
            Ok(Ok(())) => Ok(()),
            _ => Err(End::Lost("nothing can be sent any more".to_owned())),
        }
    }

    /// Closes the session. What Discord sent before it learnt of that is still heard.
    async fn say_good_bye(&mut self, hear: &(dyn Fn(Event) + Sync)) -> End {
        let _ = timeout(CLOSE_TIME, async {
            if self.socket.close(Some(frame(GOOD_BYE))).await.is_ok() {
                while let Some(Ok(frame)) = self.socket.next().await {
                    self.take(Some(Ok(frame)), hear);
                }
            }
        })
        .await;
        End::Stopped
    }
}

/// What the code of a close frame means for the session.
fn after_close(code: Option<u16>) -> End {
    match code {
        Some(code @ (4004 | 4010..=4014)) => End::Refused(code),
        Some(code @ (4003 | 4006 | 4007 | 4009)) => End::Over(format!("the gateway closed with code {code}")),
        Some(code) => End::Lost(format!("the gateway closed with code {code}")),
        None => End::Lost("the gateway closed without a code".to_owned()),
    }
}

fn frame(code: u16) -> CloseFrame {
    CloseFrame { code: code.into(), reason: "".into() }
}

fn read(frame: &Message) -> Option<Payload> {
    serde_json::from_str(frame.to_text().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_close_code_tells_what_becomes_of_the_session() {
        for code in [4004, 4010, 4011, 4012, 4013, 4014] {
            assert_eq!(after_close(Some(code)), End::Refused(code));
        }
        for code in [4007, 4009] {
            assert!(matches!(after_close(Some(code)), End::Over(_)), "{code}");
        }
        for code in [1000, 1001, 1006, 4000, 4001, 4002, 4005, 4008, 4999] {
            assert!(matches!(after_close(Some(code)), End::Lost(_)), "{code}");
        }
        assert!(matches!(after_close(None), End::Lost(_)));
    }

    /// The encryption has a provider, which is otherwise only found out when a real Discord is connected to.
    #[tokio::test]
    async fn a_server_that_does_not_encrypt_is_no_gateway() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("wss://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { listener.accept().await.map(|(stream, _)| drop(stream)) });
        let identity = Identity { token: "x", intents: 0 };
        let mut session = None;
        let opened = Connection::open(&url, &identity, &mut session).await;
        assert_eq!(opened.err(), Some(End::Lost("no connection to the gateway".to_owned())));
    }
}
