//! The connection to Discord: found, kept, and closed when the process is asked to stop.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use serenity::Client;
use serenity::all::{
    ClientBuilder, GatewayError, GatewayIntents, Http, HttpBuilder, ShardManager, ShardRunnerMessage, UserId,
};
use tokio::time::{Instant, sleep, sleep_until, timeout, timeout_at};
use tracing::{info, warn};

use crate::desk::Desk;

use super::handler::Handler;
use super::in_flight::InFlight;
use super::pauses::pauses;
use super::service::Service;
use super::trouble;
use super::{ServeError, Settings};

/// What the bot hears of. None is privileged: the text of direct messages and of messages that mention the
/// bot comes without the Message Content intent.
const INTENTS: GatewayIntents = GatewayIntents::GUILD_MESSAGES.union(GatewayIntents::DIRECT_MESSAGES);
/// How long Discord may take to answer the questions before the connection.
const ANSWER_TIME: Duration = Duration::from_secs(10);
/// How long a stop may take at most; five seconds are promised.
const STOP_TIME: Duration = Duration::from_secs(4);
/// How often serenity's reader looks for orders, with something to spare (`gateway/ws.rs`: 500 ms).
const READER_WAKES: Duration = Duration::from_millis(600);
/// The close code by which a bot says good-bye for good.
const GOING_AWAY: u16 = 1000;

const BAD_TOKEN: &str = "Discord does not accept the bot token: copy it again from the application's Bot page \
                         in Discord's developer portal";
const BAD_INTENTS: &str = "Discord refuses the gateway intents of this bot (guild messages and direct messages, \
                           none of them privileged): see the application's Bot page in Discord's developer portal";

/// Serves until `stop` ends.
///
/// # Errors
///
/// A sentence where Discord refuses the token or the intents, or the connection ends for good.
pub(super) async fn run(
    settings: &Settings,
    desk: Desk,
    stop: impl Future<Output = ()>,
) -> Result<(), ServeError> {
    let mut stop = pin!(stop);
    let in_flight = InFlight::default();
    let mut client = tokio::select! {
        client = connect(settings, desk, in_flight.clone()) => client?,
        () = &mut stop => return Ok(()),
    };
    let shards = Arc::clone(&client.shard_manager);
    tokio::select! {
        ended = client.start() => Err(ServeError(why(&ended).to_owned())),
        () = &mut stop => {
            finish(&shards, &in_flight).await;
            Ok(())
        }
    }
}

/// A client that knows where the gateway is, not yet connected to it.
async fn connect(settings: &Settings, desk: Desk, in_flight: InFlight) -> Result<Client, ServeError> {
    let http = http(settings);
    let (gateway, bot) = find(&http).await?;
    let handler = Handler::new(Service::new(settings, desk), bot, in_flight);
    let client = ClientBuilder::new_with_http(http, INTENTS).event_handler(handler).await;
    let client = client.map_err(|error| ServeError(trouble::describe(&error)))?;
    // Where its own question fails, serenity takes Discord's usual gateway, whatever API it was given.
    *client.ws_url.lock().await = gateway;
    Ok(client)
}

fn http(settings: &Settings) -> Http {
    let builder = HttpBuilder::new(&settings.token.0);
    match &settings.api {
        // With its rate limiter on, serenity ignores the address.
        Some(api) => builder.proxy(api.trim_end_matches('/')).ratelimiter_disabled(true).build(),
        None => builder.build(),
    }
}

/// Asks for the gateway's address and the bot's own account, until Discord answers.
async fn find(http: &Http) -> Result<(String, UserId), ServeError> {
    for pause in pauses() {
        let asked = async {
            let gateway = http.get_gateway().await?;
            Ok((gateway.url, http.get_current_user().await?.id))
        };
        let reason = match timeout(ANSWER_TIME, asked).await {
            Ok(Ok(found)) => return Ok(found),
            Ok(Err(error)) if trouble::status(&error) == Some(401) => {
                return Err(ServeError(BAD_TOKEN.to_owned()));
            }
            Ok(Err(error)) => trouble::describe(&error),
            Err(_) => "no answer in time".to_owned(),
        };
        warn!("Discord cannot be reached ({reason}); next try in {} s", pause.as_secs());
        sleep(pause).await;
    }
    Err(ServeError("Discord cannot be reached".to_owned()))
}

/// Why the connection ended by itself.
fn why(ended: &serenity::Result<()>) -> &'static str {
    match ended {
        Err(serenity::Error::Gateway(GatewayError::InvalidAuthentication)) => BAD_TOKEN,
        Err(serenity::Error::Gateway(
            GatewayError::InvalidGatewayIntents | GatewayError::DisallowedGatewayIntents,
        )) => BAD_INTENTS,
        _ => "the connection to Discord has ended and is not coming back",
    }
}

/// Closes the connection and lets what is being answered finish.
async fn finish(shards: &ShardManager, in_flight: &InFlight) {
    info!("stopping");
    let asked = Instant::now();
    let deadline = asked + STOP_TIME;
    // After a new IDENTIFY the manager believes at once that its reader has stopped, and leaves it running
    // (serenity 0.12.5, `ShardManager::restart_shard`), so the readers are told directly too.
    for (shard, reader) in shards.runners.lock().await.iter() {
        reader.runner_tx.send_to_shard(ShardRunnerMessage::Shutdown(*shard, GOING_AWAY));
    }
    let closed = timeout_at(deadline, shards.shutdown_all()).await;
    sleep_until(asked + READER_WAKES).await;
    let answered = timeout_at(deadline, in_flight.none()).await;
    if closed.is_err() || answered.is_err() {
        warn!("stopped before everything was finished");
    } else {
        info!("stopped");
    }
}
