//! The gateway, version 10: HELLO, IDENTIFY, heartbeats, RESUME with replay, and orders from the test.

use std::io::Write as _;
use std::sync::Arc;
use std::time::Instant;

use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::extract::{ConnectInfo, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use super::record::Frame;
use super::state::{Order, Session, Shared, State as Memory};
use super::wire::Line;
use super::world::{self, intents};

/// Upgrades to a WebSocket, unless the gateway is down.
pub(super) async fn accept(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(line): ConnectInfo<Line>,
    upgrade: WebSocketUpgrade,
) -> Response {
    if shared.lock().gateway_down {
        shared.change(|state| state.notes.push("connection refused: gateway down".to_owned()));
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    upgrade.on_upgrade(move |socket| converse(socket, shared, line))
}

/// Serves one connection from HELLO to its end.
async fn converse(mut socket: WebSocket, shared: Arc<Shared>, line: Line) {
    let (orders, mut todo) = unbounded_channel();
    let number = shared.change(|state| {
        state.connections += 1;
        state.notes.push(format!("connection {} opened", state.connections));
        state.connections
    });
    let interval = u64::try_from(shared.settings.heartbeat_interval.as_millis()).unwrap_or(u64::MAX);
    // A failed send means that the bot is gone, which the next receive reports.
    let _ = orders.send(Order::Send(json!({ "op": 10, "d": { "heartbeat_interval": interval } })));
    let mut compress = false;
    loop {
        tokio::select! {
            order = todo.recv() => match order {
                Some(Order::Send(payload)) => drop(socket.send(encode(&payload, compress)).await),
                Some(Order::Close(code)) => {
                    let frame = code.map(|code| CloseFrame { code, reason: "stand-in".into() });
                    drop(socket.send(Message::Close(frame)).await);
                }
                Some(Order::Drop) | None => {
                    line.cut();
                    break;
                }
            },
            frame = socket.recv() => match frame {
                Some(Ok(Message::Text(text))) => {
                    let identified = hear(&shared, number, &orders, text.as_str());
                    compress |= identified && shared.settings.zlib;
                }
                Some(Ok(Message::Close(frame))) => {
                    let code = frame.map(|frame| frame.code);
                    shared.change(|state| forget_after_close(state, number, code));
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => break,
            },
        }
    }
    shared.change(|state| {
        state.notes.push(format!("connection {number} ended"));
        detach(state, number);
    });
}

/// Records a frame and answers it; true when it was an IDENTIFY that allows compression.
fn hear(shared: &Shared, number: usize, orders: &UnboundedSender<Order>, text: &str) -> bool {
    let frame: Value = serde_json::from_str(text).unwrap_or(Value::Null);
    let op = frame["op"].as_u64().unwrap_or(u64::MAX);
    let data = frame["d"].clone();
    let compress = data["compress"] == true;
    // The answer is made under the same lock as the record: whoever sees the frame also finds its effect.
    let answer = shared.change(|state| {
        state.frames.push(Frame { at: Instant::now(), connection: number, op, data: data.clone() });
        match op {
            1 if state.heartbeats_ignored => None,
            1 => Some(Order::Send(json!({ "op": 11, "d": null }))),
            2 => identify(shared, state, number, orders, &data),
            6 => resume(shared, state, number, orders, &data),
            3 | 4 | 8 => None,
            _ => {
                state.violations.push(format!("gateway: expected a known opcode, got {text}"));
                Some(Order::Close(Some(4001)))
            }
        }
    });
    if let Some(order) = answer {
        let _ = orders.send(order);
    }
    compress
}

/// Discord takes the token with and without the prefix that REST needs, and serenity sends it with.
fn token_is_right(shared: &Shared, data: &Value) -> bool {
    let token = data["token"].as_str().unwrap_or_default();
    token.strip_prefix("Bot ").unwrap_or(token) == shared.settings.token
}

/// Starts a session, or says with which code the connection closes.
fn identify(
    shared: &Shared,
    state: &mut Memory,
    number: usize,
    orders: &UnboundedSender<Order>,
    data: &Value,
) -> Option<Order> {
    let asked = data["intents"].as_u64().unwrap_or(0);
    let refused = state.refuse_identify.or_else(|| {
        if !token_is_right(shared, data) {
            Some(4004)
        } else if !data["intents"].is_u64() || asked & !intents::ALL != 0 {
            Some(4013)
        } else if asked & intents::PRIVILEGED & !shared.settings.privileged_intents != 0 {
            Some(4014)
        } else {
            None
        }
    });
    if let Some(code) = refused {
        state.notes.push(format!("IDENTIFY refused with {code}"));
        return Some(Order::Close(Some(code)));
    }
    let id = format!("session-{}-{number}", shared.address.port());
    state.session = Some(Session { id: id.clone(), intents: asked, forgotten: 0, history: Vec::new() });
    state.attached = Some((number, orders.clone()));
    state.dispatch("READY", world::ready(shared, &id, &data["shard"]));
    if asked & intents::GUILDS != 0 {
        state.dispatch("GUILD_CREATE", world::guild(&shared.world));
    }
    None
}

/// Replays what was missed and confirms, or declares the session invalid.
fn resume(
    shared: &Shared,
    state: &mut Memory,
    number: usize,
    orders: &UnboundedSender<Order>,
    data: &Value,
) -> Option<Order> {
    if !token_is_right(shared, data) {
        return Some(Order::Close(Some(4004)));
    }
    let seen = usize::try_from(data["seq"].as_u64().unwrap_or(u64::MAX)).unwrap_or(usize::MAX);
    let missed = match &state.session {
        Some(session)
            if data["session_id"] == session.id.as_str()
                && (session.forgotten..=session.forgotten + session.history.len()).contains(&seen) =>
        {
            session.history[seen - session.forgotten..].to_vec()
        }
        _ => {
            state.notes.push("RESUME refused: no such session".to_owned());
            return Some(Order::Send(json!({ "op": 9, "d": false })));
        }
    };
    state.attached = Some((number, orders.clone()));
    state.notes.push(format!("RESUME on connection {number}: {} events replayed", missed.len()));
    for payload in missed {
        let _ = orders.send(Order::Send(payload));
    }
    state.dispatch("RESUMED", json!({ "_trace": [] }));
    None
}

/// A bot that closes with 1000 or 1001 gives up its session; with any other code it may resume.
fn forget_after_close(state: &mut Memory, number: usize, code: Option<u16>) {
    state.notes.push(format!("the bot closed connection {number} with {code:?}"));
    let attached = state.attached.as_ref().is_some_and(|(attached, _)| *attached == number);
    if attached && matches!(code, Some(1000 | 1001)) {
        state.session = None;
    }
    detach(state, number);
}

fn detach(state: &mut Memory, number: usize) {
    state.attached.take_if(|(attached, _)| *attached == number);
}

fn encode(payload: &Value, compress: bool) -> Message {
    let text = payload.to_string();
    if !compress {
        return Message::Text(text.into());
    }
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text.as_bytes()).expect("a vector takes every byte");
    Message::Binary(encoder.finish().expect("a vector takes every byte").into())
}
