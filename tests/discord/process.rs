//! The process: how it starts, what it survives, how it ends, and what it writes.

use std::net::{Ipv4Addr, TcpListener};

use crate::bot::{Bot, serve};
use crate::expect::{ambiguous, check, custom_ids};
use crate::standin::StandIn;
use crate::standin::faults::Failure;

/// A question that the one section answers too.
const QUESTION: &str = "What does OSCE stand for?";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_connection_is_taken_up_again() {
    let standin = StandIn::start().await;
    let bot = Bot::start(&standin).await;
    two_hundred_questions_are_answered_at_once(&standin).await;
    let channel = standin.world().channel;
    let faults: [(&str, &dyn Fn()); 4] = [
        ("op 7", &|| standin.reconnect()),
        ("dropped", &|| standin.drop_connection()),
        ("close 1001", &|| standin.close(1001)),
        ("op 9, resumable", &|| standin.invalid_session(true)),
    ];
    for (count, (name, fault)) in (1..).zip(faults) {
        fault();
        standin.mention(QUESTION).await;
        standin.frames_with(6, count).await;
        check(&standin.next_message(channel).await, QUESTION, &[]);
        bot.logged_times("connected to Discord again", count).await;
        assert_eq!(standin.frames_with(2, 1).await.len(), 1, "no new session after {name}");
    }
    bot.stop().await;
    standin.verify();
}

// https://github.com/discord/discord-api-docs/issues/25
#[tokio::test]
async fn a_stop_closes_the_connection_even_after_a_new_session() {
    let standin = StandIn::start().await;
    let bot = Bot::start_quickly(&standin).await;
    standin.invalid_session(false);
    standin.frames_with(2, 2).await;
    standin.mention(QUESTION).await;
    check(&standin.next_message(standin.world().channel).await, QUESTION, &[]);
    bot.signal("TERM").await;
    standin.disconnected().await;
    let frames = standin.frames().len();
    let log = bot.stopped().await;
    assert_eq!(standin.frames().len(), frames, "silence after the stop");
    assert!(log.contains("stopped") && !log.contains("before everything"), "{log}");
    standin.verify();
}

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
async fn a_gateway_that_is_down_is_tried_again() {
    let standin = StandIn::start().await;
    standin.fail_next(|request| request.is("GET /gateway"), Failure::INTERNAL);
    standin.gateway_down(true);
    let bot = Bot::launch_quickly(&standin.url(), standin.token());
    bot.logged("Discord cannot be reached (HTTP 500").await;
    standin.gateway_refused().await;
    standin.gateway_down(false);
    standin.mention(QUESTION).await;
    check(&standin.next_message(standin.world().channel).await, QUESTION, &[]);
    bot.stop().await;
    standin.verify();
}

#[tokio::test]
async fn without_any_discord_it_says_so_and_can_be_stopped() {
    let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap();
    let bot = Bot::launch_quickly(&format!("http://{free}"), "some.made-up.token");
    bot.logged("Discord cannot be reached (no connection); next try in 2 s").await;
    bot.stop().await;
}

// https://github.com/kangalio/rustbot/issues/46
#[tokio::test]
async fn a_refusal_for_good_ends_the_process_with_one_sentence() {
    let cases = [
        (Some(4004), "does not accept the bot token"),
        (Some(4013), "refuses the gateway intents"),
        (Some(4014), "refuses the gateway intents"),
        (None, "does not accept the bot token"),
    ];
    for (code, sentence) in cases {
        let standin = StandIn::start().await;
        standin.refuse_identify(code);
        let token = if code.is_some() { standin.token() } else { "some.made-up.token" };
        let (status, log) = Bot::launch_quickly(&standin.url(), token).ended().await;
        assert_eq!(status, 2, "{code:?}: {log}");
        let last = log.lines().last().unwrap_or_default();
        assert!(last.starts_with("aide-memoire: ") && last.contains(sentence), "{code:?}: {log}");
        assert_eq!(log.matches("aide-memoire: ").count(), 1, "{code:?}: {log}");
        standin.verify();
    }
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

// https://github.com/discordjs/discord.js/issues/8763
#[tokio::test]
async fn the_log_has_no_secrets_and_nothing_that_members_wrote() {
    let standin = StandIn::start().await;
    let bot = Bot::start(&standin).await;
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

async fn two_hundred_questions_are_answered_at_once(standin: &StandIn) {
    let mut times = Vec::new();
    for _ in 0..200 {
        let sent = std::time::Instant::now();
        let id = standin.ask_command(QUESTION).await;
        times.push(standin.callback(id).await.at - sent);
    }
    times.sort_unstable();
    println!(
        "/ask, one after the other: median {:?}, 99 % {:?}, longest {:?}",
        times[100], times[197], times[199]
    );
    let sent = std::time::Instant::now();
    let mut ids = Vec::new();
    for _ in 0..200 {
        ids.push(standin.ask_command(QUESTION).await);
    }
    for id in ids {
        standin.callback(id).await;
    }
    println!("/ask, two hundred at once: {:?}", sent.elapsed());
}
