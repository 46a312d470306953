//! The gateway: lost connections, half-dead ones, events that come twice or cannot be read, and what ends the
//! process for good.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::bot::Bot;
use crate::expect::{ambiguous, check, check_entry, custom_ids, entry_of};
use crate::standin::events::{Interaction, Post};
use crate::standin::{Settings, StandIn};

/// A question that the one section answers too.
const QUESTION: &str = "What does OSCE stand for?";

/// Asks by a mention, and checks the answer.
async fn check_a_mention(standin: &StandIn) {
    standin.mention(QUESTION).await;
    check(&standin.next_message(standin.world().channel).await, QUESTION, &[]);
}

#[tokio::test]
async fn a_lost_connection_is_resumed_and_no_question_lost() {
    let standin = StandIn::start().await;
    let bot = Bot::start_quickly(&standin).await;
    let channel = standin.world().channel;
    let faults: [(&str, &dyn Fn()); 10] = [
        ("op 7", &|| standin.reconnect()),
        ("dropped", &|| standin.drop_connection()),
        ("op 9, resumable", &|| standin.invalid_session(true)),
        ("close without a code", &|| standin.close_without_status()),
        ("close 1001", &|| standin.close(1001)),
        ("close 4000", &|| standin.close(4000)),
        ("close 4002", &|| standin.close(4002)),
        ("close 4005", &|| standin.close(4005)),
        ("close 4008", &|| standin.close(4008)),
        ("a code that nobody knows", &|| standin.close(4999)),
    ];
    for (count, (name, fault)) in (1..).zip(faults) {
        fault();
        // Asked in the gap: it comes with the resume.
        standin.mention(QUESTION).await;
        standin.frames_with(6, count).await;
        check(&standin.next_message(channel).await, QUESTION, &[]);
        bot.logged_times("connected to Discord again", count).await;
        assert_eq!(standin.frames_with(2, 1).await.len(), 1, "no new session after {name}");
    }
    bot.stop().await;
    standin.verify();
}

/// On plain serenity 0.12.5 this was deafness for a heartbeat interval, at 92 % of a core.
#[tokio::test]
async fn after_a_close_without_a_code_it_is_neither_deaf_nor_busy() {
    let standin = StandIn::start().await;
    let bot = Bot::start_quickly(&standin).await;
    let (closed, used) = (Instant::now(), bot.processor_time());
    standin.close_without_status();
    check_a_mention(&standin).await;
    assert!(closed.elapsed() < Duration::from_secs(10), "answered after {:?}", closed.elapsed());
    // And with a gateway that stays away, over some seconds of trying.
    standin.gateway_down(true);
    standin.close_without_status();
    standin.gateway_refused(6).await;
    let (passed, used) = (closed.elapsed(), bot.processor_time() - used);
    assert!(used < passed / 5, "{used:?} of processor time in {passed:?}");
    standin.gateway_down(false);
    check_a_mention(&standin).await;
    bot.stop().await;
    standin.verify();
}

#[tokio::test]
async fn a_lost_session_is_begun_anew_after_a_pause() {
    let standin = StandIn::start().await;
    let bot = Bot::start_quickly(&standin).await;
    let faults: [&dyn Fn(); 3] =
        [&|| standin.invalid_session(false), &|| standin.close(4007), &|| standin.close(4009)];
    for (count, fault) in (2..).zip(faults) {
        fault();
        let began = standin.frames_with(2, count).await;
        assert!(
            began[count - 1].at - began[count - 2].at >= Duration::from_secs(1),
            "a pause before {count}"
        );
        check_a_mention(&standin).await;
    }
    bot.stop().await;
    standin.verify();
}

// https://github.com/discord/discord-api-docs/issues/25 and https://github.com/shardlab/discordrb/issues/20
#[tokio::test]
async fn a_half_dead_connection_is_noticed_and_a_stop_is_a_stop() {
    let often = Settings { heartbeat_interval: Duration::from_millis(50), ..Settings::default() };
    let standin = StandIn::start_with(often).await;
    let bot = Bot::start_quickly(&standin).await;
    standin.frames_with(1, 3).await;
    assert_eq!(standin.frames_with(2, 1).await.len(), 1, "answered heartbeats keep a connection");
    standin.ignore_heartbeats(true);
    standin.frames_with(6, 1).await;
    standin.ignore_heartbeats(false);
    check_a_mention(&standin).await;
    standin.request_heartbeat();
    bot.signal("TERM").await;
    standin.disconnected().await;
    let frames = standin.frames().len();
    let log = bot.stopped().await;
    assert_eq!(standin.frames().len(), frames, "silence after the stop");
    assert!(log.contains("stopped") && !log.contains("before everything"), "{log}");
    standin.verify();
}

#[tokio::test]
async fn a_gateway_that_is_down_is_tried_again() {
    let standin = StandIn::start().await;
    standin.fail_next(|request| request.is("GET /gateway"), crate::standin::faults::Failure::INTERNAL);
    standin.gateway_down(true);
    let bot = Bot::launch_quickly(&standin.url(), standin.token());
    bot.logged("Discord cannot be reached (HTTP 500").await;
    for pause in [1, 2, 4] {
        bot.logged(&format!("no connection to the gateway); next try in {pause} s")).await;
    }
    standin.gateway_down(false);
    check_a_mention(&standin).await;
    bot.stop().await;
    standin.verify();
}

// https://github.com/kangalio/rustbot/issues/46 and https://github.com/serenity-rs/serenity/issues/1726
#[tokio::test]
async fn a_refusal_for_good_ends_the_process_with_one_sentence() {
    let cases = [
        (Some(4004), "does not accept the bot token"),
        (Some(4010), "asks for sharding"),
        (Some(4011), "more than 2,500 servers"),
        (Some(4012), "no longer speaks version 10"),
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
async fn an_event_that_cannot_be_read_stops_nothing() {
    let standin = StandIn::start().await;
    let bot = Bot::start(&standin).await;
    let channel = standin.world().channel;
    for data in
        [Value::Null, json!({}), json!([1]), json!({ "type": 99, "id": "1", "token": "quetzalcoatl" })]
    {
        for event in ["INTERACTION_CREATE", "MESSAGE_CREATE", "NO_SUCH_EVENT", "READ_STATE"] {
            standin.dispatch(event, data.clone()).await;
        }
    }
    // A component that no library knows yet, in a message that asks, in the one it replies to, and in the one
    // whose button is pressed.
    let unknown = json!({ "type": 1, "components": [{ "type": 99, "id": 3, "custom_id": "x" }] });
    let addressed = format!("{} {QUESTION}", standin.world().bot_mention());
    standin.post(Post::new(&addressed).set("/components", json!([unknown]))).await;
    let answer = standin.next_message(channel).await;
    check(&answer, QUESTION, &[]);
    let mut earlier = standin.message_of(&answer);
    earlier["components"] = json!([unknown]);
    standin.post(Post::new(QUESTION).reply_to(&earlier)).await;
    check(&standin.next_message(channel).await, QUESTION, &[QUESTION]);
    let id = standin.ask_command(ambiguous()).await;
    let mut message = standin.message_of(&standin.callback(id).await);
    let button = custom_ids(&message)[0].clone();
    message["components"].as_array_mut().unwrap().push(unknown);
    let id = standin.send(Interaction::press(&button, &message)).await;
    check_entry(&standin.callback(id).await.message()["embeds"][0], &entry_of(&button));
    let log = bot.stop().await;
    assert!(log.contains("an event that cannot be read is left out") && !log.contains("quetzal"), "{log}");
    standin.verify();
}

// https://github.com/openclaw/openclaw/issues/58443
#[tokio::test]
async fn what_is_delivered_again_is_answered_once() {
    let standin = StandIn::start().await;
    let bot = Bot::start_quickly(&standin).await;
    let asked = standin.mention(QUESTION).await;
    standin.next_message(standin.world().channel).await;
    for id in [standin.ask_command(QUESTION).await, standin.autocomplete("osce").await] {
        standin.callback(id).await;
    }
    let mark = standin.mark();
    standin.deliver_again(asked).await;
    standin.replay();
    standin.close_without_status();
    standin.frames_with(6, 1).await;
    standin.fence().await;
    standin.replay();
    standin.fence().await;
    assert_eq!(standin.since(mark).iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
    bot.stop().await;
    standin.verify();
}

#[tokio::test]
async fn a_thousand_at_once_are_answered_once_each() {
    let standin = StandIn::start().await;
    let bot = Bot::start_quickly(&standin).await;
    let mut ids = Vec::new();
    for _ in 0..1000 {
        ids.push(standin.ask_command(QUESTION).await);
    }
    for id in ids {
        check(&standin.callback(id).await, QUESTION, &[]);
    }
    bot.stop().await;
    standin.verify();
}
