//! What goes out: rate limits, trouble on Discord's side and on the way, refusals, and places where the bot may
//! not embed, reply or write.

use std::time::Duration;

use serde_json::{Value, json};

use crate::bot::Bot;
use crate::expect::{check, desk};
use crate::standin::StandIn;
use crate::standin::events::{Interaction, Post};
use crate::standin::faults::Failure;
use crate::standin::record::Request;

/// A question that the one section answers too.
const QUESTION: &str = "What does OSCE stand for?";
const MESSAGE: &str = "POST /channels/*/messages";
const CALLBACK: &str = "POST /interactions/*/*/callback";

fn fail(standin: &StandIn, route: &'static str, failures: &[Failure]) {
    for failure in failures {
        standin.fail_next(move |request| request.is(route), failure.clone());
    }
}

fn tries(requests: &[Request], route: &str) -> usize {
    requests.iter().filter(|request| request.is(route)).count()
}

// https://github.com/Pycord-Development/pycord/issues/1543 and https://github.com/NousResearch/hermes-agent/pull/29671
#[tokio::test]
async fn a_rate_limit_is_waited_for_as_told_and_no_question_lost() {
    let standin = StandIn::start().await;
    let bot = Bot::start_quickly(&standin).await;
    let channel = standin.world().channel;
    let wait = Duration::from_millis(400);
    fail(&standin, MESSAGE, &[Failure::RateLimited(0.4), Failure::RateLimited(0.4)]);
    let mut questions = Vec::new();
    for _ in 0..30 {
        questions.push(standin.mention(QUESTION).await);
    }
    let mut sent = Vec::new();
    for _ in 0..32 {
        sent.push(standin.next_message(channel).await);
    }
    standin.fence().await;
    assert_eq!(tries(&standin.since(0), MESSAGE), 32, "each once, and one more for each refusal");
    for (refused, next) in [(0, 1), (1, 2)] {
        assert!(sent[next].at - sent[refused].at >= wait, "{:?}", sent[next].at - sent[refused].at);
    }
    for question in questions {
        assert_eq!(standin.replies_to(question).len(), 1);
    }
    // A limit for everything stops the other channel too.
    fail(&standin, MESSAGE, &[Failure::RateLimitedGlobally(0.4)]);
    standin.mention(QUESTION).await;
    let refused = standin.next_message(channel).await;
    bot.logged_times("Discord asks to wait", 3).await;
    let other = standin.world().other_channel;
    standin.post(Post::new(&format!("{} {QUESTION}", standin.world().bot_mention())).in_channel(other)).await;
    let elsewhere = standin.next_message(other).await;
    assert!(elsewhere.at - refused.at >= wait, "{:?}", elsewhere.at - refused.at);
    check(&standin.next_message(channel).await, QUESTION, &[]);
    bot.stop().await;
    standin.verify();
}

#[tokio::test]
async fn commands_are_declared_as_soon_as_a_rate_limit_allows() {
    const DECLARE: &str = "PUT /applications/*/commands";
    let standin = StandIn::start().await;
    fail(&standin, DECLARE, &[Failure::RateLimited(1.5), Failure::RateLimited(0.3), Failure::INTERNAL]);
    let bot = Bot::start_quickly(&standin).await;
    let mut tries = Vec::new();
    for _ in 0..4 {
        tries.push(standin.next_request(|request| request.is(DECLARE)).await.at);
    }
    for (number, told) in (1..).zip([1500, 300, 0]) {
        let (waited, told) = (tries[number] - tries[number - 1], Duration::from_millis(told));
        assert!((told..told + Duration::from_secs(1)).contains(&waited), "{waited:?} before try {number}");
    }
    let log = bot.stop().await;
    assert_eq!(log.matches("WARN").count(), 0, "{log}");
    standin.verify();
}

/// With Discord itself each one more is a handshake between a question and its answer.
#[tokio::test]
async fn answers_share_a_connection() {
    let standin = StandIn::start().await;
    let bot = Bot::start_quickly(&standin).await;
    let before = standin.tcp_connections();
    for _ in 0..20 {
        standin.mention(QUESTION).await;
        standin.next_message(standin.world().channel).await;
        let id = standin.ask_command(QUESTION).await;
        standin.callback(id).await;
    }
    let opened = standin.tcp_connections() - before;
    assert!(opened <= 4, "{opened} connections for 40 answers");
    bot.stop().await;
    standin.verify();
}

#[tokio::test]
async fn trouble_on_the_way_is_got_over_and_nothing_shows_twice() {
    let standin = StandIn::start().await;
    let bot = Bot::start_quickly(&standin).await;
    let channel = standin.world().channel;
    for failures in [
        &[Failure::INTERNAL, Failure::Status(503, 0, "no server")][..],
        &[Failure::Drop, Failure::INTERNAL],
        &[Failure::Swallow],
        &[Failure::Swallow, Failure::Swallow],
        &[Failure::Swallow, Failure::INTERNAL],
        &[Failure::Delay(Duration::from_millis(300))],
    ] {
        let expected = failures.len() + usize::from(!matches!(failures, [Failure::Delay(_)]));
        let mark = standin.mark();
        fail(&standin, MESSAGE, failures);
        let question = standin.mention(QUESTION).await;
        for _ in 0..expected {
            check(&standin.next_message(channel).await, QUESTION, &[]);
        }
        fail(&standin, CALLBACK, failures);
        standin.ask_command(QUESTION).await;
        standin.fence().await;
        let since = standin.since(mark);
        assert_eq!(standin.replies_to(question).len(), 1, "shown once after {failures:?}");
        assert_eq!(tries(&since, MESSAGE), expected, "{failures:?}");
        for _ in 0..expected {
            standin.next_request(|request| request.is(CALLBACK)).await;
        }
    }
    bot.logged_times("command answered", 6).await;
    let log = bot.stop().await;
    assert_eq!(log.matches("WARN").count(), 0, "nothing was lost:\n{log}");
    standin.verify();
}

#[tokio::test]
async fn trouble_that_lasts_is_given_up_and_logged_once() {
    let standin = StandIn::start().await;
    let bot = Bot::start_quickly(&standin).await;
    fail(&standin, MESSAGE, &vec![Failure::INTERNAL; 5]);
    fail(&standin, CALLBACK, &[Failure::RateLimited(60.0)]);
    standin.mention(QUESTION).await;
    standin.ask_command(QUESTION).await;
    bot.logged("command not answered: Discord asks to wait for too long").await;
    bot.logged("message not answered: HTTP 500").await;
    fail(&standin, CALLBACK, &vec![Failure::INTERNAL; 5]);
    let mark = standin.mark();
    standin.ask_command(QUESTION).await;
    bot.logged("command not answered: HTTP 500").await;
    let sent = standin.since(mark);
    assert!(tries(&sent, CALLBACK) >= 3, "{sent:?}");
    assert!(sent[sent.len() - 1].at - sent[0].at < Duration::from_secs(3), "in the time that it waits");
    let log = bot.stop().await;
    assert_eq!(log.matches("WARN").count(), 3, "one line each:\n{log}");
    standin.verify();
}

// https://github.com/discordeno/discordeno/pull/4280, https://github.com/jovanblazek/elitehub-copilot/issues/18 and
// https://github.com/nikosszzz/musicbot/issues/254
#[tokio::test]
async fn a_refusal_is_told_once_in_the_log_and_to_the_asker_where_possible() {
    let standin = StandIn::start().await;
    let bot = Bot::start_quickly(&standin).await;
    let channel = standin.world().channel;
    let invalid = Failure::Status(400, 50035, "Invalid Form Body");
    // What fails, how often it is tried, and whether the last try is the notice.
    let cases = [
        (vec![Failure::UNKNOWN_INTERACTION], 1, false),
        (vec![Failure::ALREADY_ACKNOWLEDGED], 1, false),
        (vec![Failure::Status(404, 10015, "Unknown Webhook")], 1, false),
        (vec![Failure::Status(401, 0, "401: Unauthorized")], 1, false),
        (vec![invalid.clone()], 2, true),
        (vec![invalid.clone(), invalid.clone()], 2, true),
        (vec![invalid.clone(), Failure::UNKNOWN_INTERACTION], 2, true),
        (vec![invalid.clone(), Failure::Status(401, 0, "401: Unauthorized")], 2, true),
    ];
    for (count, (failures, expected, notice)) in (1..).zip(cases) {
        let mark = standin.mark();
        fail(&standin, CALLBACK, &failures);
        standin.ask_command(QUESTION).await;
        bot.logged_times("command not answered", count).await;
        fail(&standin, MESSAGE, &failures);
        standin.mention(QUESTION).await;
        bot.logged_times("message not answered", count).await;
        let sent = standin.since(mark);
        for route in [CALLBACK, MESSAGE] {
            let sent: Vec<_> = sent.iter().filter(|request| request.is(route)).collect();
            assert_eq!(sent.len(), expected, "{route} after {failures:?}");
            let said_sorry = sent[expected - 1].text().starts_with("Something went wrong on my side");
            assert_eq!(said_sorry, notice, "{route} after {failures:?}");
        }
        for _ in 0..expected {
            standin.next_message(channel).await;
        }
        let id = standin.ask_command(QUESTION).await;
        check(&standin.callback(id).await, QUESTION, &[]);
    }
    let log = bot.stop().await;
    assert_eq!(log.matches("WARN").count(), 16, "one line each:\n{log}");
    standin.verify();
}

/// Checks that a message says in plain text what the answer's embed would.
#[track_caller]
fn check_plain(message: &Value) {
    let text = message["content"].as_str().unwrap_or_default();
    let reply = desk().ask(QUESTION, &[]).reply;
    let entry = &reply.main_part().outcome.answer().unwrap().entry;
    assert!(text.contains(&entry.answer), "{message:#}");
    for citation in entry.citations.iter() {
        let place = format!("{}, paragraph {}", citation.section, citation.passage.number);
        assert!(text.contains(&place) && text.contains(&citation.passage.text), "{place}: {text}");
    }
    assert_eq!(message["embeds"], json!([]));
}

#[tokio::test]
async fn where_it_may_not_embed_it_says_the_same_in_plain_text() {
    let standin = StandIn::start().await;
    let bot = Bot::start_quickly(&standin).await;
    let channel = standin.world().channel;
    // View Channel, Send Messages, Read Message History; not Embed Links.
    let permissions = (1_u64 << 10 | 1 << 11 | 1 << 16).to_string();
    let command = Interaction::command("ask").text("question", QUESTION);
    let id = standin.send(command.set("/app_permissions", json!(permissions))).await;
    check_plain(standin.callback(id).await.message());
    fail(&standin, MESSAGE, &[Failure::MISSING_PERMISSIONS]);
    let question = standin.mention(QUESTION).await;
    standin.next_message(channel).await;
    check_plain(&standin.message_of(&standin.next_message(channel).await));
    assert_eq!(standin.replies_to(question).len(), 1);
    // Without Read Message History nothing can be replied to, and the answer comes all the same.
    fail(&standin, MESSAGE, &[Failure::Status(403, 160_002, "Cannot reply without permission")]);
    standin.mention(QUESTION).await;
    standin.next_message(channel).await;
    let answer = standin.next_message(channel).await;
    check(&answer, QUESTION, &[]);
    assert_eq!(answer.message()["message_reference"], Value::Null);
    let log = bot.stop().await;
    assert_eq!(log.matches("WARN").count(), 0, "{log}");
    standin.verify();
}

#[tokio::test]
async fn where_it_may_not_write_it_is_silent() {
    let standin = StandIn::start().await;
    let bot = Bot::start_quickly(&standin).await;
    let missing_access = Failure::Status(403, 50001, "Missing Access");
    for (count, failure) in
        (1..).zip([Failure::MISSING_PERMISSIONS, missing_access, Failure::CANNOT_MESSAGE_USER])
    {
        fail(&standin, MESSAGE, &[failure.clone(), failure]);
        standin.mention(QUESTION).await;
        bot.logged_times("message not answered: a permission is missing", count).await;
    }
    let mark = standin.mark();
    standin.fence().await;
    assert_eq!(tries(&standin.since(mark), MESSAGE), 0, "nothing more is tried");
    assert_eq!(tries(&standin.since(0), MESSAGE), 6);
    let log = bot.stop().await;
    assert_eq!(log.matches("WARN").count(), 3, "one line each:\n{log}");
    standin.verify();
}
