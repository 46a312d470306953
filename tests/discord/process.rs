//! The process: how it starts, what it survives, how it ends, and what it writes.

use std::net::{Ipv4Addr, TcpListener};
use std::time::Duration;

use tokio::process::Command;
use tokio::time::timeout;

use crate::bot::{Bot, one_section, serve};
use crate::expect::{ambiguous, check, custom_ids};
use crate::standin::StandIn;
use crate::standin::faults::Failure;

/// A question that the one section answers too.
const QUESTION: &str = "What does OSCE stand for?";

#[tokio::test]
async fn a_stop_lets_an_answer_finish() {
    let standin = StandIn::start().await;
    let bot = Bot::start_quickly(&standin).await;
    standin.fail_next(|request| request.is("POST /interactions/*/*/callback"), Failure::Hold);
    let id = standin.ask_command(QUESTION).await;
    standin.callback(id).await;
    // All other tests stop by SIGTERM.
    bot.signal("INT").await;
    bot.logged("stopping").await;
    standin.release();
    let log = bot.stopped().await;
    assert!(log.contains("command answered") && !log.contains("before everything"), "{log}");
    standin.verify();
}

#[tokio::test]
async fn without_any_discord_it_says_so_and_can_be_stopped() {
    let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap();
    let bot = Bot::launch_quickly(&format!("http://{free}"), "some.made-up.token");
    bot.logged("Discord cannot be reached (no connection); next try in 2 s").await;
    bot.stop().await;
}

#[tokio::test]
async fn without_a_token_it_says_what_to_set() {
    let ended = serve(&[]).output().await.unwrap();
    assert_eq!(ended.status.code(), Some(2));
    let said = String::from_utf8_lossy(&ended.stderr);
    for word in ["DISCORD_TOKEN", "DISCORD_TOKEN_FILE", "chat"] {
        assert!(said.contains(word), "{said}");
    }
}

/// Whatever it is doing, a signal ends it in time and with status 0.
#[tokio::test]
async fn a_stop_is_heeded_at_any_time() {
    let standin = StandIn::start().await;
    let url = standin.url();
    let launch = || Bot::launch_quickly(&url, standin.token());
    // While the knowledge is learnt, which takes seconds.
    let bot = Bot::launch_whole(&url, standin.token());
    bot.logged("learning the knowledge").await;
    // That asks for a reload, and ends nothing.
    bot.signal("HUP").await;
    bot.stop().await;
    // While Discord takes its time over the first question.
    standin.fail_next(|request| request.is("GET /gateway"), Failure::Hold);
    let bot = launch();
    standin.next_request(|request| request.is("GET /gateway")).await;
    bot.stop().await;
    // During a pause between tries.
    standin.gateway_down(true);
    let bot = launch();
    bot.logged("no connection to the gateway); next try in 2 s").await;
    bot.stop().await;
    standin.gateway_down(false);
    // While an answer waits for a rate limit that outlasts the stop, and another one to try again.
    let bot = Bot::start_quickly(&standin).await;
    let world = standin.world().clone();
    standin.fail_next(|request| request.is("POST /channels/*/messages"), Failure::RateLimited(60.0));
    standin.mention(QUESTION).await;
    standin.next_message(world.channel).await;
    bot.logged("Discord asks to wait").await;
    let log = bot.stop().await;
    assert!(log.contains("stopped before everything was finished"), "{log}");
    // While everything is asked at once: what was heard is answered.
    let bot = Bot::start_quickly(&standin).await;
    let mut ids = Vec::new();
    for _ in 0..200 {
        ids.push(standin.ask_command(QUESTION).await);
    }
    standin.callback(ids[199]).await;
    let log = bot.stop().await;
    let answered = ids.iter().filter(|id| {
        let route = format!("POST /interactions/{id}/*/callback");
        standin.requests().iter().any(|request| request.is(&route))
    });
    assert_eq!(answered.count(), 200, "{log}");
    standin.verify();
}

/// As where a `tee` that it is piped into has died.
#[tokio::test]
async fn a_log_that_nobody_reads_any_more_stops_nothing() {
    let standin = StandIn::start().await;
    let (url, knowledge) = (standin.url(), one_section().to_str().unwrap());
    let variables = [
        ("DISCORD_TOKEN", standin.token()),
        ("AIDE_DISCORD_API", &url),
        ("AIDE_KNOWLEDGE", knowledge),
        ("AIDE_LOG", "trace"),
    ];
    let mut bot = serve(&variables).spawn().unwrap();
    standin.request(|request| request.is("PUT /applications/*/commands")).await;
    drop(bot.stderr.take());
    for times in 1..=3 {
        let id = standin.ask_command(QUESTION).await;
        check(&standin.callback(id).await, QUESTION, &[]);
        standin.mention(QUESTION).await;
        check(&standin.next_message(standin.world().channel).await, QUESTION, &[]);
        standin.reconnect();
        standin.frames_with(6, times).await;
    }
    let id = bot.id().unwrap().to_string();
    assert!(Command::new("kill").args(["-s", "TERM", &id]).status().await.unwrap().success());
    let ended = timeout(Duration::from_secs(5), bot.wait()).await.unwrap().unwrap();
    assert_eq!(ended.code(), Some(0), "{ended}");
    standin.verify();
}

/// A gateway that accepts a connection and then says nothing.
#[tokio::test]
async fn a_stop_is_heeded_before_hello() {
    let mute = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let bot = Bot::launch_quickly(&format!("http://{}", mute.local_addr().unwrap()), "some.made-up.token");
    let accepted = tokio::task::spawn_blocking(move || mute.accept().map(|(stream, _)| stream));
    let _open = accepted.await.unwrap().unwrap();
    bot.stop().await;
}

// https://github.com/discordjs/discord.js/issues/8763 and https://github.com/katerlol/n8n-discord-trigger/issues/45
#[tokio::test]
async fn the_log_has_no_secrets_and_nothing_that_members_wrote() {
    let standin = StandIn::start().await;
    let bot = Bot::start_keeping(&standin).await;
    let channel = standin.world().channel;
    let marked = format!("quetzalcoatl {}", ambiguous());
    let invalid = Failure::Status(400, 50035, "Invalid Form Body");
    let unexpected = Failure::Status(200, 0, "no content was expected");
    for failure in [None, Some(Failure::INTERNAL), Some(invalid), Some(unexpected)] {
        let fail = |route: &'static str| {
            if let Some(failure) = &failure {
                standin.fail_next(move |request| request.is(route), failure.clone());
            }
        };
        fail("POST /interactions/*/*/callback");
        let id = standin.autocomplete(&marked).await;
        standin.callback(id).await;
        fail("POST /interactions/*/*/callback");
        let id = standin.ask_command(&marked).await;
        standin.callback(id).await;
        fail("POST /channels/*/messages");
        standin.mention(&marked).await;
        standin.next_message(channel).await;
        fail("POST /channels/*/messages");
        standin.direct_message(&marked).await;
        standin.next_message(standin.world().direct_channel).await;
    }
    let id = standin.ask_command(ambiguous()).await;
    let message = standin.message_of(&standin.callback(id).await);
    let id = standin.press(&custom_ids(&message)[0], &message).await;
    standin.callback(id).await;
    standin.fence().await;
    let log = bot.stop().await;
    for secret in ["quetzalcoatl", ambiguous(), "OSCE"] {
        assert!(!log.contains(secret), "{secret:?} is in the log:\n{log}");
    }
    assert!(log.contains("button answered"), "the log tells what was done:\n{log}");
    standin.verify();
}
