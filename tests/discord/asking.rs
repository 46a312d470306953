//! `/ask`: answers, corrections, refusals, suggestions while typing, buttons, and what fails on the way.

use serde_json::{Value, json};

use crate::bot::Bot;
use crate::expect::{ambiguous, beneath, check, check_entry, custom_ids, desk, entry_of, question_that_is};
use crate::standin::StandIn;
use crate::standin::events::Interaction;
use crate::standin::people::Person;

/// Two questions: one is answered, the other refused with a button.
const COMPOUND: &str = "Who is Sergei Ryabkov? Is Wendy Sherman married?";

/// Questions of every kind of outcome, and forms of text that bots have stumbled over.
const QUESTIONS: &[&str] = &[
    "Who is Wendy Sherman?",
    "Which things did Sherman say the US will not do?",
    "Did the US and Russia sign a deal in Geneva?",
    "how old is wendy sherman",
    COMPOUND,
    "Who is Wendy Sherman? And what does OSCE stand for? And what colour was her jacket?",
    "what is the capital of Mongolia",
    "+++",
    "wat did shermn say abuot the INF treety",
    // https://github.com/serenity-rs/serenity/issues/1545
    "What’s next?",
    "“",
    "“gun to the head”",
    // https://github.com/python-discord/bot/issues/1469
    "Who is Rya\u{200B}bkov?",
    "NATO mem\u{AD}bership",
    "\u{200B}",
    // https://github.com/serenity-rs/serenity/issues/309
    "🇺🇦 what happens next?",
    "«Что дальше?»",
    "다음은 무엇입니까?",
];

#[tokio::test]
async fn commands_typing_and_buttons() {
    let standin = StandIn::start().await;
    let bot = Bot::start(&standin).await;
    a_question_is_answered_as_the_desk_answers_it(&standin).await;
    the_command_is_declared_and_no_privileged_intent_asked_for(&standin).await;
    suggestions_are_canonical_questions_within_the_limits(&standin).await;
    a_refusal_offers_what_is_nearest(&standin).await;
    a_forged_button_gets_a_sentence_for_the_presser_only(&standin).await;
    bot.stop().await;
    standin.verify();
}

async fn a_question_is_answered_as_the_desk_answers_it(standin: &StandIn) {
    for question in QUESTIONS.iter().copied().chain([ambiguous()]) {
        let id = standin.ask_command(question).await;
        check(&standin.callback(id).await, question, &[]);
    }
    // In direct messages there is a user and no member.
    let id =
        standin.send(Interaction::command("ask").text("question", "Who is Wendy Sherman?").direct()).await;
    check(&standin.callback(id).await, "Who is Wendy Sherman?", &[]);
}

async fn the_command_is_declared_and_no_privileged_intent_asked_for(standin: &StandIn) {
    let commands = standin.request(|request| request.is("PUT /applications/*/commands")).await.body;
    assert_eq!(commands[0]["name"], "ask", "{commands:#}");
    let option = &commands[0]["options"][0];
    for (field, value) in
        [("name", json!("question")), ("required", json!(true)), ("autocomplete", json!(true))]
    {
        assert_eq!(option[field], value, "{field} of {option:#}");
    }
    let identify = standin.frames_with(2, 1).await;
    assert_eq!(identify[0].data["intents"], json!(1 << 9 | 1 << 12), "messages of guilds and direct ones");
    // Another program of the same application may have left a command behind.
    let id = standin.send(Interaction::command("reload")).await;
    assert_eq!(standin.callback(id).await.message()["flags"], 64);
}

// https://github.com/discordjs/guide/pull/1236, https://github.com/Rapptz/discord.py/issues/9777,
// https://github.com/Statsify/statsify/pull/830 and https://github.com/kentcdodds/kcd-discord-bot/pull/11
async fn suggestions_are_canonical_questions_within_the_limits(standin: &StandIn) {
    let long = "what about the treaty ".repeat(7);
    let over_long = "a".repeat(101);
    let endless = "a".repeat(4000);
    for typed in ["", "   ", "shermn", "wendy", "INF treety", "?", "🇺🇦", &long[..150], &over_long, &endless]
    {
        let id = standin.autocomplete(typed).await;
        let choices = standin.callback(id).await.body["data"]["choices"].clone();
        let values = |field: &str| -> Vec<String> {
            let choices = choices.as_array().unwrap().iter();
            choices.map(|choice| choice[field].as_str().unwrap().to_owned()).collect()
        };
        let entries = desk().current().engine.complete(typed, 25);
        let expected: Vec<String> = entries.iter().map(|entry| entry.question.clone()).collect();
        assert_eq!(values("name"), expected, "names for {typed:?}");
        assert_eq!(values("value"), expected, "values for {typed:?}");
        assert!(!typed.trim().is_empty() || expected.len() == 25, "a good start, got {expected:?}");
    }
}

#[tokio::test]
async fn a_button_answers_in_place_and_after_a_restart() {
    let standin = StandIn::start().await;
    let bot = Bot::start(&standin).await;
    let id = standin.ask_command(ambiguous()).await;
    let asked = standin.message_of(&standin.callback(id).await);
    standin.mention(ambiguous()).await;
    let mentioned = standin.message_of(&standin.next_message(standin.world().channel).await);
    bot.stop().await;

    let bot = Bot::start(&standin).await;
    for message in [&asked, &mentioned] {
        let buttons = custom_ids(message);
        assert!((1..=3).contains(&buttons.len()), "{buttons:?}");
        // Somebody else's press takes nothing away from the one who asked.
        let stranger = Person::new(77, "stranger");
        let id = standin.send(Interaction::press(&buttons[0], message).by(&stranger)).await;
        let aside = standin.callback(id).await;
        assert_eq!((aside.callback_type(), &aside.message()["flags"]), (4, &json!(64)));
        check_entry(&aside.message()["embeds"][0], &entry_of(&buttons[0]));

        let last = buttons.last().unwrap();
        let id = standin.press(last, message).await;
        let answer = standin.callback(id).await;
        assert_eq!(answer.callback_type(), 7, "an update of the same message");
        let now = standin.message_of(&answer);
        assert_eq!(now["id"], message["id"]);
        check_entry(&now["embeds"][0], &entry_of(last));
        assert_eq!(custom_ids(&now), beneath(&entry_of(last)), "those of an answer in place of suggestions");
    }
    bot.stop().await;
    standin.verify();
}

async fn a_refusal_offers_what_is_nearest(standin: &StandIn) {
    let question = question_that_is("refused", &["how old is wendy sherman", "is sherman married"]);
    let id = standin.ask_command(question).await;
    let refusal = standin.message_of(&standin.callback(id).await);
    let buttons = custom_ids(&refusal);
    assert_eq!(buttons.len(), 1, "{refusal:#}");
    let id = standin.press(&buttons[0], &refusal).await;
    check_entry(&standin.callback(id).await.message()["embeds"][0], &entry_of(&buttons[0]));

    // The button of one part leaves the answer to the other where it is, also where there are no embeds to count.
    for permissions in [u64::MAX >> 12, 1 << 11] {
        let may =
            |interaction: Interaction| interaction.set("/app_permissions", json!(permissions.to_string()));
        let id = standin.send(may(Interaction::command("ask").text("question", COMPOUND))).await;
        let both = standin.message_of(&standin.callback(id).await);
        let embeds = both["embeds"].as_array().map(Vec::len);
        assert_eq!(embeds, Some(if permissions == 1 << 11 { 0 } else { 2 }), "{both:#}");
        let button = custom_ids(&both).pop().unwrap();
        let id = standin.send(may(Interaction::press(&button, &both))).await;
        let answer = standin.callback(id).await;
        assert_eq!((answer.callback_type(), &answer.message()["flags"]), (4, &Value::Null));
        assert!(answer.text().contains(&entry_of(&button).answer), "{answer}");
    }
}

async fn a_forged_button_gets_a_sentence_for_the_presser_only(standin: &StandIn) {
    let id = standin.ask_command(ambiguous()).await;
    let message = standin.message_of(&standin.callback(id).await);
    let long = format!("v1:answer:{}", "x".repeat(90));
    let too_long = format!("{long}x");
    let forged = [
        ("v1:answer:no-such-entry", "no longer"),
        ("v1:answer:../../etc/passwd", "no longer"),
        (long.as_str(), "no longer"),
        ("v2:answer:sherman-who", "another version"),
        ("v1:answer:", "do not know"),
        ("v1:reload", "do not know"),
        ("@everyone", "do not know"),
        (too_long.as_str(), "do not know"),
        ("v1:still:0123456789:no-such-entry", "Withdrawn"),
        ("v1:still:<@everyone:sherman-who", "do not know"),
        ("v1:more:no-such-entry", "no longer"),
        ("v1:passages:no-such-entry", "no longer"),
        ("v1:follow:no-such-entry", "no longer"),
        ("v1:related:no-such-entry", "no longer"),
        ("v1:useful:no-such-entry", "no longer"),
        ("v1:wrong:no-such-entry", "no longer"),
        ("v1:questions:0:no-such-section", "no longer"),
        // A button cannot choose.
        ("v1:question:0:no-such-section", "no longer"),
        ("v1:section:0", "no longer"),
    ];
    for (custom_id, sentence) in forged {
        let mut message: Value = message.clone();
        message["components"][0]["components"][0]["custom_id"] = json!(custom_id);
        let id = standin.press(custom_id, &message).await;
        let answer = standin.callback(id).await;
        assert!(answer.text().contains(sentence), "{custom_id:?}: {}", answer.text());
        assert_eq!((answer.callback_type(), &answer.message()["flags"]), (4, &json!(64)), "{custom_id:?}");
    }
}
