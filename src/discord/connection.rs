//! Discord found, the handler set up, events handed to it, and everything finished when the process is asked
//! to stop.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt as _;
use reqwest::Client;
use serenity::all::{GatewayIntents, Http, HttpBuilder, UserId};
use tokio::time::{Instant, sleep, timeout};
use tracing::{info, warn};

use crate::desk::Desk;

use super::deliver::{DISCORD, Delivery};
use super::events::Event;
use super::gateway::Identity;
use super::handler::{Context, Handler};
use super::hang_up::{self, Signal};
use super::in_flight::InFlight;
use super::pauses::pauses;
use super::service::Service;
use super::session;
use super::stop::Stop;
use super::trouble;
use super::{BAD_TOKEN, ServeError, Settings};

/// What the bot hears of. None is privileged: the text of direct messages and of messages that mention the
/// bot comes without the Message Content intent.
const INTENTS: GatewayIntents = GatewayIntents::GUILD_MESSAGES.union(GatewayIntents::DIRECT_MESSAGES);
/// How long Discord may take to answer a request.
const ANSWER_TIME: Duration = Duration::from_secs(10);
/// How often what is too old is let go of; it is kept for days.
const PRUNED: Duration = Duration::from_secs(3600);
/// How long the journal has after the last answer.
const LAST_NOTES: Duration = Duration::from_secs(1);
/// How long answers that are under way have after the stop; five seconds are promised for everything.
const LAST_ANSWERS: Duration = Duration::from_millis(2500);

/// Serves until `stop` ends, and reloads when `hang_up` tells.
///
/// # Errors
///
/// A sentence where Discord refuses the token, the intents or the bot's size.
pub(super) async fn run(
    settings: Settings,
    desk: Desk,
    mut stop: Stop,
    mut hang_up: Option<Signal>,
) -> Result<(), ServeError> {
    let api = settings.api.as_deref().map_or(DISCORD, |api| api.trim_end_matches('/'));
    let client = Client::builder().timeout(ANSWER_TIME).build();
    let client = client.map_err(|_| ServeError::new("no HTTP client can be set up on this machine"))?;
    // Requests that go through serenity are few and wait by themselves; with its rate limiter on, it would
    // ignore the address.
    let http = HttpBuilder::new(&settings.token.0).client(client.clone()).proxy(api);
    let http = http.ratelimiter_disabled(true).build();
    let (gateway, bot) = tokio::select! {
        found = find(&http) => found?,
        () = stop.asked() => return Ok(()),
    };
    let delivery = Delivery::new(client, api, &settings.token.0);
    let context = Context { http: Arc::new(http), delivery: Arc::new(delivery) };
    let (handler, in_flight) =
        (Arc::new(Handler::new(Service::new(&settings, desk), bot)), InFlight::default());
    let identity = Identity { token: &settings.token.0, intents: INTENTS.bits() };
    let hear = |event| answer(event, &handler, &context, &in_flight);
    let old = async {
        loop {
            sleep(PRUNED).await;
            handler.service.record.prune();
        }
    };
    let reloads = async {
        loop {
            hang_up::next(&mut hang_up).await;
            let service = Arc::clone(&handler.service);
            // One after the other; what it panics on has been logged.
            let _ = tokio::task::spawn_blocking(move || hang_up::reload(&service)).await;
        }
    };
    tokio::select! {
        kept = session::keep(&gateway, &identity, stop, &hear) => kept?,
        () = old => {}
        () = reloads => {}
    }
    info!("stopping");
    let finished = timeout(LAST_ANSWERS, in_flight.none()).await;
    let _ = timeout(LAST_NOTES, handler.service.record.flush()).await;
    match finished {
        Ok(()) => info!("stopped"),
        Err(_) => warn!("stopped before everything was finished"),
    }
    Ok(())
}

/// Has an event answered, beside all others.
fn answer(event: Event, handler: &Arc<Handler>, context: &Context, in_flight: &InFlight) {
    let (handler, context, heard) = (Arc::clone(handler), context.clone(), Instant::now());
    match event {
        Event::Ready { guilds, application } => {
            info!(guilds = guilds.len(), "connected to Discord");
            handler.service.access.is_in(guilds);
            if let Some(application) = application {
                context.http.set_application_id(application);
            }
            tokio::spawn(async move { handler.ready(&context).await });
        }
        Event::Resumed => info!("connected to Discord again"),
        Event::Message(message) => {
            let busy = in_flight.enter();
            tokio::spawn(async move {
                let _busy = busy;
                ends(handler.message(&context, &message)).await;
            });
        }
        Event::Deleted(messages) => handler.deleted(&messages),
        Event::Interaction(interaction) => {
            let busy = in_flight.enter();
            tokio::spawn(async move {
                let _busy = busy;
                if !ends(handler.interaction(&context, &interaction, heard)).await {
                    handler.apologise(&context, &interaction, heard).await;
                }
            });
        }
    }
}

/// Whether a job comes to its end. A mistake of ours inside it has been logged, and takes nothing else with it.
async fn ends(job: impl Future<Output = ()>) -> bool {
    AssertUnwindSafe(job).catch_unwind().await.is_ok()
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
                return Err(ServeError::new(BAD_TOKEN));
            }
            Ok(Err(error)) => trouble::describe(&error),
            Err(_) => "no answer in time".to_owned(),
        };
        warn!("Discord cannot be reached ({reason}); next try in {} s", pause.as_secs());
        sleep(pause).await;
    }
    Err(ServeError::new("Discord cannot be reached"))
}

#[cfg(test)]
mod tests {
    use super::ends;

    #[tokio::test]
    async fn a_mistake_in_a_job_is_noticed_and_goes_no_further() {
        assert!(ends(async {}).await);
        let nothing: Vec<u8> = Vec::new();
        assert!(!ends(async { assert!(nothing[0] > 0) }).await);
    }
}
