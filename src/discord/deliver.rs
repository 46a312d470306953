//! Every message and every response goes out here: it waits as Discord tells, tries again where that can help,
//! never shows anything twice, and hands back in one value why something could not be said.
//!
//! Requests are made without serenity's rate limiter, whose errors lose the time that Discord asks to wait.

use std::time::Duration;

use reqwest::{Client, Method};
use serde::Deserialize;
use serde_json::{Value, json};
use serenity::all::{
    ApplicationId, ChannelId, CreateInteractionResponse, CreateMessage, EditInteractionResponse,
    InteractionId,
};
use tokio::time::{Instant, sleep};
use tracing::info;

use super::attached::{self, Attached};
use super::failure::Failure;
use super::plain;
use super::shown::Response;
use super::turns::Turns;
use super::wire;

/// Discord's own address.
pub(super) const DISCORD: &str = "https://discord.com";
/// An interaction waits three seconds for its first response; a try that begins later than this is in vain.
const LAST_TRY: Duration = Duration::from_millis(2700);
/// The first pause before another try at a response, and at a message; each is twice the one before.
const SHORT: Duration = Duration::from_millis(100);
const LONG: Duration = Duration::from_millis(500);
/// So often a message is tried where Discord or the network is in trouble.
const TRIES: u32 = 5;
/// So often a message waits for a rate limit.
const WAITS: u32 = 10;

/// Said where the real answer could not be sent.
pub(super) const SORRY: &str =
    "Something went wrong on my side, and I could not show the answer. Please ask again.";

/// The way out.
pub(super) struct Delivery {
    client: Client,
    /// `https://discord.com/api/v10`
    root: String,
    authorization: String,
    turns: Turns,
}

/// Which interaction to respond to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) id: InteractionId,
    pub(super) token: &'a str,
    /// The bot's own application.
    pub(super) application: ApplicationId,
    /// When it was heard of.
    pub(super) at: Instant,
    /// Whether the bot may show embeds there.
    pub(super) embeds: bool,
}

/// What came of one request.
enum Answer {
    Done,
    Limited(Limit),
    Failed(Failure),
}

/// What Discord says with a 429.
#[derive(Deserialize)]
struct Limit {
    #[serde(default)]
    retry_after: f64,
    #[serde(default)]
    global: bool,
}

/// Discord's own error code.
#[derive(Deserialize)]
struct Code {
    #[serde(default)]
    code: u64,
}

impl Delivery {
    /// A way out to the API at this address.
    pub(super) fn new(client: Client, api: &str, token: &str) -> Self {
        let (root, authorization) = (format!("{api}/api/v10"), format!("Bot {token}"));
        Self { client, root, authorization, turns: Turns::default() }
    }

    /// Declares the commands of an application, in the place of all that it had.
    ///
    /// # Errors
    ///
    /// Why they were not declared.
    pub(super) async fn declare(&self, application: u64, commands: &Value) -> Result<(), Failure> {
        let address = format!("{}/applications/{application}/commands", self.root);
        self.insist(Method::PUT, &address, commands, &[]).await
    }

    /// Responds to an interaction, within the time that it waits.
    ///
    /// # Errors
    ///
    /// Why it was not answered. Where Discord refuses what was to be said, the asker is told so if possible.
    pub(super) async fn respond(
        &self,
        asked: Asked<'_>,
        response: &CreateInteractionResponse,
    ) -> Result<(), Failure> {
        let body = if asked.embeds {
            serde_json::to_string(response).map_err(|_| Failure::Unwritten)?
        } else {
            let mut body = serde_json::to_value(response).map_err(|_| Failure::Unwritten)?;
            plain::instead_of_embeds(&mut body["data"]);
            body.to_string()
        };
        let sent = self.call_back(asked, &body).await;
        if sent.as_ref().is_err_and(Failure::is_about_the_content)
            && !matches!(response, CreateInteractionResponse::Autocomplete(_))
        {
            // The first failure is the one that matters; this one is no news.
            let _ = self.apologise(asked).await;
        }
        sent
    }

    /// Tells the asker that there will be no answer.
    ///
    /// # Errors
    ///
    /// Why it was not told.
    pub(super) async fn apologise(&self, asked: Asked<'_>) -> Result<(), Failure> {
        let sorry = wire::interaction(&Response::notice(SORRY));
        let body = serde_json::to_string(&sorry).map_err(|_| Failure::Unwritten)?;
        self.call_back(asked, &body).await
    }

    /// Fills in the answer to an interaction that was acknowledged; Discord takes it for 15 minutes.
    ///
    /// # Errors
    ///
    /// Why it was not filled in. Where Discord refuses what was to be said, the asker is told so if possible.
    pub(super) async fn fill_in(
        &self,
        asked: Asked<'_>,
        answer: &EditInteractionResponse,
        files: &[Attached],
    ) -> Result<(), Failure> {
        let address =
            format!("{}/webhooks/{}/{}/messages/@original", self.root, asked.application, asked.token);
        let mut body = serde_json::to_value(answer).map_err(|_| Failure::Unwritten)?;
        if !asked.embeds {
            plain::instead_of_embeds(&mut body);
        }
        attached::name_in(&mut body, files);
        let filled = self.insist(Method::PATCH, &address, &body, files).await;
        if filled.as_ref().is_err_and(Failure::is_about_the_content) {
            apology_in(&mut body);
            let _ = self.insist(Method::PATCH, &address, &body, &[]).await;
        }
        filled
    }

    async fn call_back(&self, asked: Asked<'_>, body: &str) -> Result<(), Failure> {
        let address = format!("{}/interactions/{}/{}/callback", self.root, asked.id, asked.token);
        let mut pause = SHORT;
        let mut may_be_there = false;
        loop {
            let (failure, wait) = match self.request(Method::POST, &address, body, &[]).await {
                Answer::Done => return Ok(()),
                // An earlier try got through after all.
                Answer::Failed(Failure::Acknowledged) if may_be_there => return Ok(()),
                Answer::Limited(limit) => (Failure::Limited, limit.wait()),
                Answer::Failed(failure) if failure.may_pass() => (failure, pause),
                Answer::Failed(failure) => return Err(failure),
            };
            if asked.at.elapsed() + wait > LAST_TRY {
                return Err(failure);
            }
            may_be_there |= failure.may_pass();
            pause *= 2;
            sleep(wait).await;
        }
    }

    /// Sends a message that answers the one with this identifier, which also names it: however often it is
    /// tried, Discord shows it once. Where embeds are not permitted it goes out as plain text.
    ///
    /// # Errors
    ///
    /// Why it was not sent.
    pub(super) async fn send(
        &self,
        channel: ChannelId,
        question: u64,
        message: &CreateMessage,
    ) -> Result<(), Failure> {
        let mut body = serde_json::to_value(message).map_err(|_| Failure::Unwritten)?;
        body["nonce"] = json!(question.to_string());
        body["enforce_nonce"] = json!(true);
        let address = format!("{}/channels/{channel}/messages", self.root);
        let turn = self.turns.of(channel.get());
        let _mine = turn.take().await;
        let sent = self.say(&address, &body).await;
        let Err(failure) = &sent else { return sent };
        match failure {
            Failure::MayNot if plain::instead_of_embeds(&mut body) => self.say(&address, &body).await,
            Failure::MayNotReply => {
                body["message_reference"] = Value::Null;
                self.say(&address, &body).await
            }
            failure if failure.is_about_the_content() => {
                apology_in(&mut body);
                let _ = self.say(&address, &body).await;
                sent
            }
            _ => sent,
        }
    }

    async fn say(&self, address: &str, body: &Value) -> Result<(), Failure> {
        self.insist(Method::POST, address, body, &[]).await
    }

    /// Tries until it is done, or it is clear that it will not be.
    async fn insist(
        &self,
        method: Method,
        address: &str,
        body: &Value,
        files: &[Attached],
    ) -> Result<(), Failure> {
        let (mut pause, mut tries, mut waits) = (LONG, 1, 0);
        let body = body.to_string();
        loop {
            self.turns.until_open().await;
            match self.request(method.clone(), address, &body, files).await {
                Answer::Done => return Ok(()),
                Answer::Limited(limit) if waits < WAITS => {
                    waits += 1;
                    if limit.global {
                        self.turns.close_for(limit.wait());
                    }
                    info!(seconds = limit.wait().as_secs_f64(), limit.global, "Discord asks to wait");
                    sleep(limit.wait()).await;
                }
                Answer::Limited(_) => return Err(Failure::Limited),
                Answer::Failed(failure) if failure.may_pass() && tries < TRIES => {
                    tries += 1;
                    sleep(pause).await;
                    pause *= 2;
                }
                Answer::Failed(failure) => return Err(failure),
            }
        }
    }

    async fn request(&self, method: Method, address: &str, body: &str, files: &[Attached]) -> Answer {
        let request = self.client.request(method, address).header("Authorization", &self.authorization);
        let request = match files {
            [] => request.header("Content-Type", "application/json").body(body.to_owned()),
            files => request.multipart(attached::form(body, files)),
        };
        let Ok(response) = request.send().await else { return Answer::Failed(Failure::NoAnswer) };
        let status = response.status().as_u16();
        if response.status().is_success() {
            // Done, whatever comes of the rest; only a connection that was read to the end is used again.
            let _ = response.bytes().await;
            return Answer::Done;
        }
        let after = response.headers().get("Retry-After").and_then(|value| value.to_str().ok()?.parse().ok());
        let text = response.text().await.unwrap_or_default();
        if status == 429 {
            let told = serde_json::from_str(&text).ok();
            // Without a word of Discord's own it comes from what stands before it, for every request.
            let unsaid = || Limit { retry_after: after.unwrap_or(1.0), global: true };
            return Answer::Limited(told.unwrap_or_else(unsaid));
        }
        let code = serde_json::from_str(&text).map_or(0, |Code { code }| code);
        Answer::Failed(Failure::of(status, code))
    }
}

/// Puts an apology in the place of what a message was to show.
fn apology_in(body: &mut Value) {
    let sorry = json!({ "content": SORRY, "embeds": [], "components": [], "attachments": [] });
    for (field, value) in sorry.as_object().into_iter().flatten() {
        body[field] = value.clone();
    }
}

impl Limit {
    fn wait(&self) -> Duration {
        // A day is longer than any limit of Discord's, and far from what overflows.
        let seconds = self.retry_after.clamp(0.05, 86_400.0);
        Duration::from_secs_f64(if seconds.is_nan() { 1.0 } else { seconds })
    }
}
