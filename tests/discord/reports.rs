//! Faults that other bots had, as far as they are not shown where their kind is (tests/README.md lists all): each
//! test links its report.

use std::time::Duration;

use serde_json::json;

use crate::bot::Bot;
use crate::expect::check;
use crate::standin::StandIn;
use crate::standin::events::{Interaction, Post};
use crate::standin::faults::Failure;
use crate::standin::people::Person;

/// A question that the one section answers too.
const QUESTION: &str = "What does OSCE stand for?";

#[tokio::test]
async fn members_and_bots_who_talk_about_the_bot() {
    let standin = StandIn::start().await;
    let bot = Bot::start_quickly(&standin).await;
    a_bot_with_a_nickname_is_found(&standin).await;
    two_bots_do_not_talk_for_ever(&standin).await;
    no_way_of_answering_pings(&standin).await;
    a_masked_link_stays_text(&standin).await;
    bot.stop().await;
    standin.verify();
}

// https://github.com/abalabahaha/eris/issues/58
async fn a_bot_with_a_nickname_is_found(standin: &StandIn) {
    let id = standin.world().bot;
    for form in
        [format!("<@!{id}> {QUESTION}"), format!("<@!{id}>{QUESTION}"), format!("{QUESTION} <@!{id}>")]
    {
        let mut named = Person::new(id, "aide-memoire").bot().nick("the note").member();
        named["id"] = json!(id.to_string());
        let mut user = standin.world().bot_user();
        user["member"] = named;
        standin.post(Post::new(&form).set("/mentions", json!([user]))).await;
        check(&standin.next_message(standin.world().channel).await, QUESTION, &[]);
    }
}

// https://github.com/Lynnesbian/mstdn-ebooks/issues/17 and https://github.com/brh55/botkit-discord/issues/14
async fn two_bots_do_not_talk_for_ever(standin: &StandIn) {
    let world = standin.world().clone();
    // An answer that echoes the bot's own mention comes back to the bot as a message that mentions it.
    let id = standin.ask_command(&format!("{} {} zebra", world.bot_mention(), world.bot_mention())).await;
    let answer = standin.message_of(&standin.callback(id).await);
    let mark = standin.mark();
    let mut own = answer.clone();
    own["content"] = json!(format!("{} {QUESTION}", world.bot_mention()));
    own["mentions"] = json!([world.bot_user()]);
    own["id"] = json!("900000000000000001");
    standin.dispatch("MESSAGE_CREATE", own).await;
    // Another bot replies to an answer, with the ping on, and so does a webhook that is not marked as a bot.
    for other in [Person::new(81, "another bot").bot(), Person::new(82, "hook").webhook()] {
        standin.post(Post::new(QUESTION).by(&other).reply_to(&answer)).await;
        standin.post(Post::new(QUESTION).by(&other).direct()).await;
    }
    standin.fence().await;
    assert_eq!(standin.since(mark).iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
}

// https://github.com/fisher60/friendo-bot/pull/182 and https://github.com/serenity-rs/serenity/issues/2630
async fn no_way_of_answering_pings(standin: &StandIn) {
    let nasty = "who is @everyone <@&111111111111111111> <@222222222222222222>?";
    let plain = (1_u64 << 11).to_string();
    let command = || Interaction::command("ask").text("question", nasty);
    let invalid = || Failure::Status(400, 50035, "Invalid Form Body");
    // By command, in plain text, after a failure; by mention, in plain text, after a failure.
    let mark = standin.mark();
    let mut ids = vec![
        standin.send(command()).await,
        standin.send(command().set("/app_permissions", json!(plain))).await,
    ];
    standin.fail_next(|request| request.is("POST /interactions/*/*/callback"), invalid());
    ids.push(standin.send(command()).await);
    for id in ids {
        standin.callback(id).await;
    }
    let is_notice = |text: String| text.starts_with("Something went wrong");
    standin.request(|request| request.number >= mark && is_notice(request.text())).await;
    let channel = standin.world().channel;
    standin.mention(nasty).await;
    standin.next_message(channel).await;
    for failure in [Failure::MISSING_PERMISSIONS, invalid()] {
        let route = format!("POST /channels/{channel}/messages");
        standin.fail_next(move |request| request.is(&route), failure);
        standin.mention(nasty).await;
        for _ in 0..2 {
            standin.next_message(channel).await;
        }
    }
    standin.fence().await;
    let sent = standin.since(mark);
    assert_eq!(sent.len(), 4 + 5, "{sent:#?}");
    for request in sent {
        assert_eq!(request.message()["allowed_mentions"]["parse"], json!([]), "{request}");
        for text in ["@everyone", "<@&1", "<@2"] {
            assert!(!request.text().contains(text), "{text:?} in {request}");
        }
    }
}

// https://github.com/yiliansource/brackeys-bot/issues/251 and https://github.com/Rapptz/discord.py/issues/4206
async fn a_masked_link_stays_text(standin: &StandIn) {
    let masked = "[official NATO site](https://phish.example)";
    let permissions = (1_u64 << 11).to_string();
    for interaction in [
        Interaction::command("ask").text("question", masked),
        Interaction::command("ask").text("question", masked).set("/app_permissions", json!(permissions)),
    ] {
        let id = standin.send(interaction).await;
        let text = standin.callback(id).await.text();
        assert!(text.contains("\\[official NATO site\\](https\\://phish.example)"), "{text}");
    }
}

// https://github.com/discord-tickets/bot/issues/250 and https://github.com/discordjs/discord.js/issues/10752
#[tokio::test]
async fn whatever_is_slow_delays_nobody_else() {
    let standin = StandIn::start().await;
    let bot = Bot::start_quickly(&standin).await;
    let slow = Failure::Delay(Duration::from_secs(4));
    standin.fail_next(|request| request.is("POST /interactions/*/*/callback"), slow.clone());
    standin.fail_next(|request| request.is("POST /channels/*/messages"), slow);
    let delayed = standin.ask_command(QUESTION).await;
    let question = standin.mention(QUESTION).await;
    standin.next_message(standin.world().channel).await;
    for _ in 0..20 {
        standin.direct_message(&"why did Sherman ".repeat(240)).await;
    }
    for _ in 0..50 {
        let sent = std::time::Instant::now();
        let id = standin.ask_command(QUESTION).await;
        let answer = standin.callback(id).await;
        // Discord itself gives up after three seconds.
        assert!(answer.at - sent < Duration::from_secs(1), "an answer took {:?}", answer.at - sent);
        check(&answer, QUESTION, &[]);
    }
    check(&standin.callback(delayed).await, QUESTION, &[]);
    bot.logged_times("command answered", 51).await;
    assert_eq!(standin.replies_to(question).len(), 1);
    let log = bot.stop().await;
    assert_eq!(log.matches("WARN").count(), 0, "{log}");
    standin.verify();
}

// https://github.com/Pycord-Development/pycord/issues/940 and https://github.com/Pycord-Development/pycord/issues/2264
#[tokio::test]
async fn a_command_in_direct_messages_has_no_member_and_does_no_harm() {
    let standin = StandIn::start().await;
    let bot = Bot::start_quickly(&standin).await;
    let stranger = Person::new(83, "stranger");
    for person in [&stranger, &standin.world().moderator.clone()] {
        for name in ["reload", "no-such-command"] {
            let id = standin.send(Interaction::command(name).by(person).direct()).await;
            assert_eq!(standin.callback(id).await.message()["flags"], 64, "a refusal for the one who asked");
        }
        let id =
            standin.send(Interaction::command("ask").text("question", QUESTION).by(person).direct()).await;
        check(&standin.callback(id).await, QUESTION, &[]);
    }
    bot.stop().await;
    standin.verify();
}
