//! What is recorded: REST requests and gateway frames, each in the order in which it arrived.

use std::fmt;
use std::time::Instant;

use serde_json::Value;

use super::payload;

/// One REST request, as it was received.
#[derive(Clone, Debug)]
pub struct Request {
    /// Place in the order of arrival, from 0.
    pub number: usize,
    pub at: Instant,
    /// In capitals: `POST`.
    pub method: String,
    /// Below the version prefix and without a query: `/channels/1/messages`.
    pub path: String,
    pub query: String,
    /// The `Authorization` header.
    pub authorization: String,
    /// The JSON body, or `payload_json` of a multipart body; null without a body.
    pub body: Value,
    /// The uploaded files: name and content.
    pub files: Vec<super::payload::Upload>,
    /// Already handed to the test by one of the `next_…` waits.
    pub(super) taken: bool,
}

impl Request {
    /// Whether method and path are these; `*` in the pattern stands for one segment: `POST /channels/*/messages`.
    pub fn is(&self, pattern: &str) -> bool {
        let Some((method, path)) = pattern.split_once(' ') else { return false };
        let (mut want, mut have) = (path.split('/'), self.path.split('/'));
        method == self.method
            && loop {
                match (want.next(), have.next()) {
                    (None, None) => break true,
                    (Some(want), Some(have)) if want == "*" || want == have => {}
                    _ => break false,
                }
            }
    }

    /// The message in this request: `data` of an interaction callback, otherwise the body itself.
    pub fn message(&self) -> &Value {
        if self.is("POST /interactions/*/*/callback") { &self.body["data"] } else { &self.body }
    }

    /// Callback type of an interaction response; 0 for any other request.
    pub fn callback_type(&self) -> u64 {
        if self.is("POST /interactions/*/*/callback") { self.body["type"].as_u64().unwrap_or(0) } else { 0 }
    }

    /// Every text of the message that a member would read, one a line: content, embeds, labels.
    pub fn text(&self) -> String {
        payload::texts(self.message()).join("\n")
    }
}

impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body: String = self.body.to_string().chars().take(300).collect();
        write!(f, "#{} {} {} {body}", self.number, self.method, self.path)
    }
}

/// One frame that the bot sent over the gateway.
#[derive(Clone, Debug)]
pub struct Frame {
    pub at: Instant,
    /// Which connection it came on, from 1.
    pub connection: usize,
    /// 1 heartbeat, 2 IDENTIFY, 3 presence, 6 RESUME.
    pub op: u64,
    pub data: Value,
}

impl fmt::Display for Frame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "connection {} op {} {}", self.connection, self.op, self.data)
    }
}
