//! How often members may ask: cooldowns, and the same question again.

use serde_json::{Value, json};

use crate::bot::{Bot, serve};
use crate::expect::{check, custom_ids};
use crate::standin::StandIn;
use crate::standin::events::{Interaction, Post};
use crate::standin::people::Person;

/// Questions that the one section answers.
const QUESTION: &str = "What does OSCE stand for?";
const OTHERS: [&str; 3] = [
    "Which meeting is planned in Vienna on Thursday?",
    "Which meeting is planned in Brussels on Wednesday?",
    "Who contributed to the article?",
];

/// Long enough that no test sees its end; that it ends is shown beside the code.
const MEMBER: (&str, &str) = ("AIDE_COOLDOWN_MEMBER", "2/3600");
const CHANNEL: (&str, &str) = ("AIDE_COOLDOWN_CHANNEL", "3/3600");

fn ask(question: &str, by: &Person) -> Interaction {
    Interaction::command("ask").text("question", question).by(by)
}

#[tokio::test]
async fn a_member_who_asks_too_often_is_told_privately() {
    let standin = StandIn::start().await;
    let bot = Bot::start_with(&standin, &[MEMBER]).await;
    let (hasty, calm) = (Person::new(91, "hasty"), Person::new(92, "calm"));
    for question in &OTHERS[..2] {
        let id = standin.send(ask(question, &hasty)).await;
        check(&standin.callback(id).await, question, &[]);
    }
    for _ in 0..2 {
        let id = standin.send(ask(QUESTION, &hasty)).await;
        let wait = standin.callback(id).await;
        assert_eq!((wait.callback_type(), &wait.message()["flags"]), (4, &json!(64)), "{wait}");
        assert!(wait.text().contains("Please ask me again in 3"), "{}", wait.text());
    }
    // In another channel, too, where it is said once, since all see it.
    let other = standin.world().other_channel;
    let mention = format!("{} {QUESTION}", standin.world().bot_mention());
    let mention = Post::new(&mention).by(&hasty).in_channel(other);
    standin.post(mention.clone()).await;
    let told = standin.next_message(other).await;
    assert!(told.text().contains("Please ask me again in 3"), "{told}");
    let mark = standin.mark();
    standin.post(mention).await;
    standin.fence().await;
    assert_eq!(standin.since(mark).iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
    // Typing and buttons cost nothing, and nobody else waits.
    for _ in 0..4 {
        let id = standin.send(Interaction::autocomplete("ask", "question", "osce").by(&hasty)).await;
        assert_eq!(standin.callback(id).await.callback_type(), 8);
    }
    let id = standin.send(ask(QUESTION, &calm)).await;
    let answer = standin.callback(id).await;
    check(&answer, QUESTION, &[]);
    let message = standin.message_of(&answer);
    for button in custom_ids(&message) {
        let id = standin.send(Interaction::press(&button, &message).by(&hasty)).await;
        let pressed = standin.callback(id).await;
        assert!(!pressed.text().contains("again in"), "{button}: {pressed}");
    }
    // What a form asks is a question like any other.
    let follow = custom_ids(&message).into_iter().find(|id| id.starts_with("v1:follow:")).unwrap();
    let form = Interaction::submit(&follow, &[("text", "when?")]).from(&message);
    let id = standin.send(form.by(&hasty)).await;
    assert!(standin.callback(id).await.text().contains("again in"));
    bot.stop().await;
    standin.verify();
}

#[tokio::test]
async fn a_channel_that_asks_too_often_is_told_once() {
    let standin = StandIn::start().await;
    let bot = Bot::start_with(&standin, &[CHANNEL]).await;
    let world = standin.world().clone();
    let mention = |question: &str, by: u64| {
        Post::new(&format!("{} {question}", world.bot_mention())).by(&Person::new(by, "member"))
    };
    for (by, question) in (100..).zip(OTHERS) {
        standin.post(mention(question, by)).await;
        check(&standin.next_message(world.channel).await, question, &[]);
    }
    standin.post(mention(QUESTION, 110)).await;
    let told = standin.next_message(world.channel).await;
    assert!(told.text().contains("many questions in this channel"), "{told}");
    assert_eq!(told.message()["embeds"], json!([]));
    let mark = standin.mark();
    standin.post(mention(QUESTION, 111)).await;
    standin.post(mention(QUESTION, 112)).await;
    // A direct message is a channel of its own.
    standin.direct_message(QUESTION).await;
    check(&standin.next_message(world.direct_channel).await, QUESTION, &[]);
    standin.fence().await;
    let answers = standin.since(mark);
    assert_eq!(answers.len(), 1, "{answers:?}");
    bot.stop().await;
    standin.verify();
}

#[tokio::test]
async fn the_same_question_in_a_channel_gets_a_link_to_its_answer() {
    let standin = StandIn::start().await;
    let bot = Bot::start_with(&standin, &[("AIDE_REPEATS", "3600")]).await;
    let world = standin.world().clone();
    let (first, second) = (Person::new(95, "first"), Person::new(96, "second"));
    let link = |channel: u64, message: &Value| {
        let guild = if channel == world.direct_channel { "@me".to_owned() } else { world.guild.to_string() };
        format!("https://discord.com/channels/{guild}/{channel}/{}", message["id"].as_str().unwrap())
    };

    // By command, then by command and by mention.
    let id = standin.send(ask(QUESTION, &first)).await;
    let answer = standin.callback(id).await;
    check(&answer, QUESTION, &[]);
    let answered = link(world.channel, &standin.message_of(&answer));
    standin.fence().await;
    let id = standin.send(ask("what does OSCE stand for", &second)).await;
    let again = standin.callback(id).await;
    assert_eq!((again.callback_type(), &again.message()["flags"]), (4, &json!(64)), "{again}");
    assert!(again.text().ends_with(&answered), "{}", again.text());
    assert_eq!(again.message()["embeds"], json!(null), "the answer is given once");
    let shouted = format!("{} WHAT does OSCE stand for???", world.bot_mention());
    standin.post(Post::new(&shouted).by(&second)).await;
    let again = standin.next_message(world.channel).await;
    assert!(again.text().ends_with(&answered), "{}", again.text());

    // Elsewhere, in private, as a follow-up, or another question: answered.
    let id = standin.send(ask(QUESTION, &second).in_channel(world.other_channel)).await;
    check(&standin.callback(id).await, QUESTION, &[]);
    let private = ask(QUESTION, &second).option(json!({ "name": "private", "type": 5, "value": true }));
    let id = standin.send(private).await;
    check(&standin.callback(id).await, QUESTION, &[]);
    let answer = standin.message_of(&answer);
    standin.post(Post::new(QUESTION).reply_to(&answer)).await;
    check(&standin.next_message(world.channel).await, QUESTION, &[QUESTION]);
    let id = standin.send(ask(OTHERS[0], &second)).await;
    check(&standin.callback(id).await, OTHERS[0], &[]);

    // Many at once.
    let mut ids = Vec::new();
    for by in 200..210 {
        ids.push(standin.send(ask(OTHERS[1], &Person::new(by, "one of many"))).await);
    }
    let mut answers = 0;
    for id in ids {
        let reply = standin.callback(id).await;
        if reply.message()["embeds"].is_array() {
            check(&reply, OTHERS[1], &[]);
            answers += 1;
        } else {
            assert!(
                reply.text().contains("I have just answered that: https://discord.com/channels/"),
                "{reply}"
            );
        }
    }
    assert_eq!(answers, 1, "the answer is given once");
    // Who asks nothing is not sent to where somebody else asked nothing. (What thanks are, the one section does not know.)
    for _ in 0..2 {
        standin.mention("ok").await;
        let reply = standin.next_message(world.channel).await;
        assert!(!reply.text().contains("https://"), "{reply}");
    }

    // By mention and in direct messages, too; and nobody is sent to an answer that was deleted.
    standin.direct_message(QUESTION).await;
    let direct = standin.next_message(world.direct_channel).await;
    let answered = standin.message_of(&direct);
    standin.fence().await;
    standin.direct_message(QUESTION).await;
    let again = standin.next_message(world.direct_channel).await;
    assert!(again.text().ends_with(&link(world.direct_channel, &answered)), "{}", again.text());
    let gone = json!({ "id": answered["id"], "channel_id": answered["channel_id"] });
    standin.dispatch("MESSAGE_DELETE", gone).await;
    standin.fence().await;
    standin.direct_message(QUESTION).await;
    check(&standin.next_message(world.direct_channel).await, QUESTION, &[]);
    bot.stop().await;
    standin.verify();
}

#[tokio::test]
async fn settings_that_make_no_sense_are_told_all_at_once() {
    let long = format!("https://example.org/{}", "x".repeat(500));
    let variables = [
        ("DISCORD_TOKEN", "some.made-up.token"),
        ("AIDE_COOLDOWN_MEMBER", "often"),
        ("AIDE_COOLDOWN_CHANNEL", "0/20"),
        ("AIDE_REPEATS", "-1"),
        ("AIDE_REPORT_URL", long.as_str()),
    ];
    let ended = serve(&variables).output().await.unwrap();
    assert_eq!(ended.status.code(), Some(2));
    let said = String::from_utf8_lossy(&ended.stderr);
    for (name, _) in &variables[1..] {
        assert!(said.contains(&format!("aide-memoire: {name} must be ")), "{name}: {said}");
    }
}
