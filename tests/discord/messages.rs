//! Mentions and direct messages: which are answered, which are not, and what is echoed.

use serde_json::json;

use crate::bot::Bot;
use crate::expect::{check, desk};
use crate::standin::StandIn;
use crate::standin::events::{Interaction, Post};
use crate::standin::faults::Failure;
use crate::standin::people::Person;

const QUESTION: &str = "Who is Wendy Sherman?";

#[tokio::test]
async fn mentions_replies_and_direct_messages() {
    let standin = StandIn::start().await;
    let bot = Bot::start(&standin).await;
    a_mention_is_answered_in_every_form(&standin).await;
    a_bare_mention_gets_a_hint(&standin).await;
    what_is_echoed_names_nobody_and_links_nowhere(&standin).await;
    a_reply_is_understood_from_the_question_before_it(&standin).await;
    a_chain_of_replies_keeps_its_subject(&standin).await;
    endless_messages_delay_nobody(&standin).await;
    bot.stop().await;
    standin.verify();
}

// https://github.com/andersfylling/disgord/issues/383
async fn a_mention_is_answered_in_every_form(standin: &StandIn) {
    let (id, channel) = (standin.world().bot, standin.world().channel);
    let forms = [
        format!("<@{id}> {QUESTION}"),
        format!("<@!{id}> {QUESTION}"),
        format!("<@{id}>{QUESTION}"),
        format!("{QUESTION} <@{id}>"),
        format!("{QUESTION}<@!{id}>"),
        format!("Who is <@{id}> Wendy Sherman?"),
    ];
    for form in forms {
        let asked = standin.post(Post::new(&form)).await;
        let answer = standin.next_message(channel).await;
        check(&answer, QUESTION, &[]);
        let question = &answer.message()["message_reference"]["message_id"];
        assert_eq!(question, &json!(asked.to_string()), "{form:?} is replied to");
    }
    standin.direct_message(QUESTION).await;
    check(&standin.next_message(standin.world().direct_channel).await, QUESTION, &[]);
}

// https://github.com/letta-ai/letta-code/issues/4106 and https://github.com/QwenLM/qwen-code/pull/2978
async fn a_bare_mention_gets_a_hint(standin: &StandIn) {
    let mention = standin.world().bot_mention();
    for text in [
        mention.clone(),
        format!("{mention}    "),
        format!("{mention} {mention}"),
        format!("{mention}\u{200B}"),
        // What a newcomer says to a bot.
        format!("{mention} help"),
        format!("{mention} Help!"),
        format!("{mention} what can you do?"),
        format!("who are you {mention}"),
    ] {
        standin.post(Post::new(&text)).await;
        let hint = standin.next_message(standin.world().channel).await;
        assert!(hint.text().contains("/ask"), "{text:?}: {}", hint.text());
        assert_eq!(hint.message()["embeds"], json!([]), "no citation");
    }
}

// https://github.com/brh55/botkit-discord/issues/14, https://github.com/TheDiscordian/onebot/issues/39,
// https://github.com/openclaw/openclaw/issues/58443 and https://github.com/kangalio/rustbot/issues/46
#[tokio::test]
async fn what_is_not_for_the_bot_is_met_with_silence() {
    let standin = StandIn::start().await;
    let bot = Bot::start(&standin).await;
    let world = standin.world().clone();
    let addressed = format!("{} {QUESTION}", world.bot_mention());
    let asked = standin.post(Post::new(&addressed)).await;
    let answer = standin.next_message(world.channel).await;
    let own = Person::new(world.bot, "aide-memoire").bot();
    let bot_user = json!([world.bot_user()]);
    let mark = standin.mark();
    for post in [
        Post::new("NATO lol"),
        Post::new("same, Geneva is cold"),
        Post::new("@everyone who is Wendy Sherman?"),
        Post::new(&format!("<@&{}> who is Wendy Sherman?", world.bot)),
        Post::new(&addressed).by(&Person::new(71, "another bot").bot()),
        Post::new(&addressed).by(&Person::new(72, "webhook").webhook()),
        Post::new(&addressed).by(&own),
        // A pin, and a member who joins.
        Post::new(&addressed).set("/type", json!(6)),
        Post::new(&addressed).set("/type", json!(7)),
        // Without content, as when an intent is missing; a reply with nothing but a picture.
        Post::new("").set("/mentions", bot_user),
        Post::new("").reply_to(&standin.message_of(&answer)),
        Post::new("").direct(),
    ] {
        standin.post(post).await;
    }
    // The same once more, an edit of it, a link preview, and the same again after a resume.
    standin.deliver_again(asked).await;
    let mut edited = standin.stored_message(asked);
    edited["edited_timestamp"] = json!("2022-01-10T12:00:01.000000+00:00");
    standin.dispatch("MESSAGE_UPDATE", edited.clone()).await;
    edited["embeds"] = json!([{ "type": "link", "url": "https://example.org" }]);
    standin.dispatch("MESSAGE_UPDATE", edited).await;
    standin.reconnect();
    standin.frames_with(6, 1).await;
    standin.deliver_again(asked).await;
    standin.fence().await;
    assert_eq!(standin.since(mark).iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
    bot.stop().await;
    standin.verify();
}

// https://github.com/kangalio/rustbot/issues/47, https://github.com/serenity-rs/serenity/issues/2630 and
// https://github.com/yiliansource/brackeys-bot/issues/251
async fn what_is_echoed_names_nobody_and_links_nowhere(standin: &StandIn) {
    let nasty =
        "who is @everyone <@&111111111111111111> <@222222222222222222> [x](https://y) **b** \u{202E}z?";
    let shown = "who is ＠everyone \\<＠&111111111111111111\\> \\<＠222222222222222222\\> \\[x\\](https\\://y) \
                 \\*\\*b\\*\\* z?";
    let world = standin.world().clone();
    let id = standin.ask_command(nasty).await;
    let by_command = standin.callback(id).await;
    standin.mention(nasty).await;
    let by_mention = standin.next_message(world.channel).await;
    standin.direct_message(nasty).await;
    let direct = standin.next_message(world.direct_channel).await;
    let id = standin.send(Interaction::command("ask").text("question", &nasty.repeat(9))).await;
    let long = standin.callback(id).await;
    assert!(long.message()["embeds"][0]["title"].as_str().unwrap().starts_with(shown), "{long}");
    for answer in [by_command, by_mention, direct] {
        assert_eq!(answer.message()["embeds"][0]["title"], shown);
        // Set on each request; the stand-in checks the same on every other one.
        let allowed = &answer.message()["allowed_mentions"];
        assert_eq!(allowed["parse"], json!([]), "{allowed}");
        for text in ["@everyone", "<@", "](https://"] {
            assert!(!answer.text().contains(text), "{text:?} in {}", answer.text());
        }
    }
}

/// Discord gives the bot one message back; what its question came to is read off the answer shown there.
async fn a_chain_of_replies_keeps_its_subject(standin: &StandIn) {
    let channel = standin.world().channel;
    let chain = ["What is the INF Treaty?", "who left it?", "why?"];
    for with_embeds in [true, false] {
        let may_embed = || {
            let route = format!("POST /channels/{channel}/messages");
            if !with_embeds {
                standin.fail_next(move |request| request.is(&route), Failure::MISSING_PERMISSIONS);
            }
        };
        may_embed();
        standin.mention(chain[0]).await;
        for follow_up in &chain[1..] {
            let mut answer = standin.next_message(channel).await;
            if !with_embeds {
                answer = standin.next_message(channel).await;
                assert_eq!(answer.message()["embeds"], json!([]));
            }
            if follow_up != &chain[2] {
                may_embed();
            }
            let earlier = standin.message_of(&answer);
            standin.post(Post::new(follow_up).reply_to(&earlier)).await;
        }
        check(&standin.next_message(channel).await, chain[2], &chain[..2]);
    }
    let reply = desk().ask(chain[2], &[chain[0].to_owned(), chain[1].to_owned()]).reply;
    let answered = reply.main_part().outcome.answer().map(|answer| answer.entry.id.clone());
    assert_eq!(answered.as_deref(), Some("inf-why-left"));
}

async fn a_reply_is_understood_from_the_question_before_it(standin: &StandIn) {
    let channel = standin.world().channel;
    let follow_ups = ["and Ryabkov?", "when?", "where was that?", "how long did it last?", "why?"];
    standin.mention(QUESTION).await;
    let by_mention = standin.message_of(&standin.next_message(channel).await);
    let id = standin.ask_command(QUESTION).await;
    let by_command = standin.message_of(&standin.callback(id).await);
    for earlier in [by_mention, by_command] {
        for follow_up in follow_ups {
            standin.post(Post::new(follow_up).reply_to(&earlier)).await;
            check(&standin.next_message(channel).await, follow_up, &[QUESTION]);
        }
    }
    let differs = |question: &&str| {
        let main = |asked_before: &[String]| {
            let reply = desk().ask(question, asked_before).reply;
            let part = reply.main_part();
            (part.outcome.name(), part.outcome.answer().map(|answer| answer.entry.id.clone()))
        };
        main(&[]) != main(&[QUESTION.to_owned()])
    };
    assert!(follow_ups.iter().any(differs), "one of the follow-ups must need what was asked before");
    // What somebody else wrote is no question put to the bot.
    let other = standin.message("What is the INF Treaty?").await;
    let reply = format!("{} and Ryabkov?", standin.world().bot_mention());
    standin.post(Post::new(&reply).reply_to(&standin.stored_message(other))).await;
    check(&standin.next_message(channel).await, "and Ryabkov?", &[]);
}

// https://github.com/denoland/std/issues/5465
async fn endless_messages_delay_nobody(standin: &StandIn) {
    for text in ["a".repeat(4000), "ab ".repeat(1300)] {
        for _ in 0..5 {
            standin.direct_message(&text).await;
        }
    }
    let id = standin.ask_command(QUESTION).await;
    check(&standin.callback(id).await, QUESTION, &[]);
    for _ in 0..10 {
        standin.next_message(standin.world().direct_channel).await;
    }
}
