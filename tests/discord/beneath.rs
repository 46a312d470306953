//! The buttons under an answer: passages, follow-ups, related entries, opinions, and whether it is still so.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use aide_memoire::knowledge::Entry;

use crate::bot::{Bot, one_section};
use crate::expect::{beneath, check, check_entry, custom_ids, desk, entry_of};
use crate::standin::StandIn;
use crate::standin::events::{Interaction, Post};
use crate::standin::people::Person;
use crate::standin::record::Request;

const QUESTION: &str = "What does OSCE stand for?";

/// A bot that knows the bridge of Elmford, with its printed article beside.
const ELMFORD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/check/minimal");
const PRINTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/verify/bridge.txt");

#[tokio::test]
async fn every_button_under_an_answer_does_what_it_says() {
    let standin = StandIn::start().await;
    let bot = Bot::start(&standin).await;
    let id = standin.ask_command(QUESTION).await;
    let answer = standin.message_of(&standin.callback(id).await);
    passages_show_what_is_cited_and_what_stands_next_to_it(&standin, &answer).await;
    related_entries_can_be_read_one_after_the_other(&standin, &answer).await;
    a_follow_up_is_understood_from_the_answer(&standin, &answer).await;
    several_answers_have_a_button_each(&standin).await;
    opinions_are_counted_and_never_written_down(&standin, &bot, &answer).await;
    a_form_that_was_forged_gets_a_sentence(&standin, &answer).await;
    bot.stop().await;
    standin.verify();
}

/// The entry that answers [`QUESTION`].
fn osce() -> std::sync::Arc<Entry> {
    desk().current().engine.knowledge().entry("osce-name").unwrap().clone()
}

/// The button of this kind.
#[track_caller]
fn button(message: &Value, kind: &str) -> String {
    let prefix = format!("v1:{kind}:");
    let ids = custom_ids(message);
    let found = ids.iter().find(|id| id.starts_with(&prefix));
    found.unwrap_or_else(|| panic!("expected a button {kind}, got {ids:?}")).clone()
}

/// Presses it, and checks that only the one who pressed sees the answer.
async fn press_privately(standin: &StandIn, kind: &str, message: &Value) -> Request {
    let id = standin.press(&button(message, kind), message).await;
    let answer = standin.callback(id).await;
    assert_eq!((answer.callback_type(), &answer.message()["flags"]), (4, &json!(64)), "{kind}: {answer}");
    answer
}

fn fields(answer: &Request) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let fields = answer.message()["embeds"][0]["fields"].as_array().cloned().unwrap_or_default();
    fields.iter().map(|field| (text(&field["name"]), text(&field["value"]))).collect()
}

async fn passages_show_what_is_cited_and_what_stands_next_to_it(standin: &StandIn, answer: &Value) {
    let shown = fields(&press_privately(standin, "passages", answer).await);
    let current = desk().current();
    let section = current.engine.knowledge().article.sections.last().unwrap();
    let expected: Vec<String> = [("", 1), ("▸ ", 2), ("", 3)]
        .iter()
        .map(|(mark, number)| format!("{mark}{}, paragraph {number}", section.title))
        .collect();
    assert_eq!(shown.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>(), expected);
    for ((_, value), passage) in shown.iter().zip(section.passages.iter()) {
        assert!(value.contains(&passage.text), "{value:?} lacks {:?}", passage.text);
        for said in &passage.statements {
            assert!(value.contains(&format!("{}: “{}”", said.speaker, said.quote)), "{value:?}");
        }
    }
}

async fn related_entries_can_be_read_one_after_the_other(standin: &StandIn, answer: &Value) {
    let list = press_privately(standin, "related", answer).await;
    let expected = desk().current().engine.knowledge().related(&osce(), 5);
    assert_eq!(expected.len(), 5);
    let ids: Vec<String> = expected.iter().map(|entry| format!("v1:answer:{}", entry.id)).collect();
    assert_eq!(custom_ids(list.message()), ids);
    for entry in &expected {
        assert!(list.text().contains(&entry.question), "{}", list.text());
    }
    let id = standin.press(&ids[2], &standin.message_of(&list)).await;
    let related = standin.callback(id).await;
    assert_eq!(related.callback_type(), 7, "in the place of the list");
    check_entry(&related.message()["embeds"][0], &entry_of(&ids[2]));
    assert_eq!(custom_ids(related.message()), beneath(&entry_of(&ids[2])));
}

async fn a_follow_up_is_understood_from_the_answer(standin: &StandIn, answer: &Value) {
    let follow = button(answer, "follow");
    let id = standin.press(&follow, answer).await;
    let modal = standin.callback(id).await;
    assert_eq!((modal.callback_type(), &modal.message()["custom_id"]), (9, &json!(follow)));
    let input = &modal.message()["components"][0]["components"][0];
    assert_eq!((&input["type"], &input["max_length"]), (&json!(4), &json!(1000)));
    let name = input["custom_id"].as_str().unwrap();
    for text in ["when does it meet?", "and NATO?", "when is that?", "who is <@&1> @everyone?"] {
        let id = standin.send(Interaction::submit(&follow, &[(name, text)]).from(answer)).await;
        let reply = standin.callback(id).await;
        assert_eq!((reply.callback_type(), &reply.message()["flags"]), (4, &Value::Null), "a new message");
        check(&reply, text, &[QUESTION]);
    }
    let leans = |text: &str| {
        let main = |before: &[String]| {
            let reply = desk().ask(text, before).reply;
            reply.main_part().outcome.answer().map(|answer| answer.entry.id.clone())
        };
        main(&[]) != main(&[QUESTION.to_owned()])
    };
    assert!(
        ["when does it meet?", "and NATO?", "when is that?"].into_iter().any(leans),
        "one needs the answer before"
    );
    // An answer for one member alone is followed up alone.
    let asked = Interaction::command("ask").text("question", QUESTION);
    let private = json!({ "name": "private", "type": 5, "value": true });
    let id = standin.send(asked.option(private)).await;
    let alone = standin.message_of(&standin.callback(id).await);
    let id = standin.send(Interaction::submit(&follow, &[(name, "and NATO?")]).from(&alone)).await;
    assert_eq!(standin.callback(id).await.message()["flags"], 64);
}

async fn several_answers_have_a_button_each(standin: &StandIn) {
    let id = standin.ask_command("What does OSCE stand for? And who is Sergei Ryabkov?").await;
    let both = standin.message_of(&standin.callback(id).await);
    assert_eq!(both["embeds"].as_array().map(Vec::len), Some(2), "{both:#}");
    let buttons = custom_ids(&both);
    assert_eq!(buttons.len(), 2, "{buttons:?}");
    let alone = press_privately(standin, "more", &both).await;
    check_entry(&alone.message()["embeds"][0], &osce());
    assert_eq!(custom_ids(alone.message()), beneath(&osce()));
}

async fn opinions_are_counted_and_never_written_down(standin: &StandIn, bot: &Bot, answer: &Value) {
    let thanks = press_privately(standin, "useful", answer).await;
    assert!(thanks.text().contains("Thank you"), "{}", thanks.text());
    bot.logged("an answer was useful entry=\"osce-name\" useful=1").await;
    let wrong = button(answer, "wrong");
    let id = standin.press(&wrong, answer).await;
    let modal = standin.callback(id).await;
    assert_eq!((modal.callback_type(), &modal.message()["custom_id"]), (9, &json!(wrong)));
    let name = modal.message()["components"][0]["components"][0]["custom_id"].as_str().unwrap().to_owned();
    let sent = Interaction::submit(&wrong, &[(&name, "quetzalcoatl says no")]).from(answer);
    let id = standin.send(sent.by(&Person::new(78, "critic"))).await;
    let thanks = standin.callback(id).await;
    assert_eq!(thanks.message()["flags"], 64);
    assert!(thanks.text().contains("Thank you"), "{}", thanks.text());
    bot.logged("an answer was found wrong entry=\"osce-name\" wrong=1").await;
    assert!(!bot.log().contains("quetzalcoatl"), "{}", bot.log());
}

async fn a_form_that_was_forged_gets_a_sentence(standin: &StandIn, answer: &Value) {
    let too_long = format!("v1:follow:{}", "x".repeat(91));
    let cases = [
        ("v1:follow:no-such-entry", "who?", "no longer"),
        ("v1:wrong:no-such-entry", "all", "no longer"),
        ("v2:follow:osce-name", "who?", "another version"),
        ("v1:answer:osce-name", "who?", "do not know"),
        ("reload", "now", "do not know"),
        (&too_long, "who?", "do not know"),
        ("v1:follow:osce-name", " \u{200B} ", "nothing in the form"),
        ("v1:wrong:osce-name", "", "nothing in the form"),
    ];
    for (custom_id, text, sentence) in cases {
        let id = standin.send(Interaction::submit(custom_id, &[("text", text)]).from(answer)).await;
        let reply = standin.callback(id).await;
        assert!(reply.text().contains(sentence), "{custom_id:?}: {}", reply.text());
        assert_eq!((reply.callback_type(), &reply.message()["flags"]), (4, &json!(64)), "{custom_id:?}");
    }
}

/// The one section with other files in place of its own.
fn changed(name: &str, change: impl Fn(&mut Vec<Value>)) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(folder.join("entries")).unwrap();
    for file in ["article.json", "vocabulary.json", "silences.json", "exam.json"] {
        fs::copy(one_section().join(file), folder.join(file)).unwrap();
    }
    let file = "entries/whats-next.json";
    let mut entries: Value = serde_json::from_slice(&fs::read(one_section().join(file)).unwrap()).unwrap();
    change(entries["entries"].as_array_mut().unwrap());
    fs::write(folder.join(file), entries.to_string()).unwrap();
    folder
}

#[tokio::test]
async fn an_old_answer_is_unchanged_changed_or_withdrawn() {
    let standin = StandIn::start().await;
    let bot = Bot::start_quickly(&standin).await;
    let id = standin.ask_command(QUESTION).await;
    let answer = standin.message_of(&standin.callback(id).await);
    let same = press_privately(&standin, "still", &answer).await;
    assert!(same.text().starts_with("Unchanged"), "{}", same.text());
    bot.stop().await;

    let edited = changed("edited", |entries| {
        let entry = entries.iter_mut().find(|entry| entry["id"] == "osce-name").unwrap();
        entry["answer"] = json!("Another answer.");
    });
    let withdrawn = changed("withdrawn", |entries| entries.retain(|entry| entry["id"] != "osce-name"));
    for (folder, word, cards) in [(edited, "Changed", 1), (withdrawn, "Withdrawn", 0)] {
        let bot = Bot::start_with(&standin, &[("AIDE_KNOWLEDGE", folder.to_str().unwrap())]).await;
        let reply = press_privately(&standin, "still", &answer).await;
        assert!(reply.text().starts_with(word), "{}", reply.text());
        let embeds = reply.message()["embeds"].as_array().map_or(0, Vec::len);
        assert_eq!(embeds, cards, "{reply}");
        if cards == 1 {
            assert_eq!(reply.message()["embeds"][0]["description"], "Another answer.");
            let newer = standin.message_of(&reply);
            assert_ne!(button(&newer, "still"), button(&answer, "still"));
            assert!(press_privately(&standin, "still", &newer).await.text().starts_with("Unchanged"));
        }
        bot.stop().await;
    }
    standin.verify();
}

#[tokio::test]
async fn printed_paragraphs_are_shown_where_the_copy_proves_the_knowledge() {
    let printed = fs::read_to_string(PRINTED).unwrap();
    let spoilt = Path::new(env!("CARGO_TARGET_TMPDIR")).join("spoilt.txt");
    fs::write(&spoilt, printed.replace("toll", "fee")).unwrap();
    let cases = [
        (PRINTED, "proves every passage and quote", true),
        (spoilt.to_str().unwrap(), "does not prove the knowledge", false),
        ("/no/such/article.txt", "passages are shown in our words", false),
    ];
    for (article, logged, is_printed) in cases {
        let standin = StandIn::start().await;
        let variables = [("AIDE_KNOWLEDGE", ELMFORD), ("AIDE_ARTICLE", article)];
        let bot = Bot::start_with(&standin, &variables).await;
        bot.logged(logged).await;
        let button = "v1:passages:bridge-built";
        let id = standin.send(Interaction::command("about")).await;
        let mut message = standin.message_of(&standin.callback(id).await);
        message["components"] =
            json!([{ "type": 1, "components": [{ "type": 2, "custom_id": button, "style": 2 }] }]);
        let id = standin.press(button, &message).await;
        let shown = fields(&standin.callback(id).await);
        assert_eq!(shown.len(), 2, "{shown:?}");
        let first = printed.lines().find(|line| line.contains("1846")).unwrap();
        assert_eq!(shown[0].1 == first, is_printed, "{shown:?}");
        assert_eq!(shown[0].1.contains("A mason called Ada Thorn put up"), !is_printed, "{shown:?}");
        bot.stop().await;
        standin.verify();
    }
}

#[tokio::test]
async fn a_question_in_a_thread_forum_or_voice_chat_is_answered_there() {
    let standin = StandIn::start().await;
    let bot = Bot::start_quickly(&standin).await;
    let world = standin.world().clone();
    for channel in world.elsewhere {
        for form in [format!("<@!{}> {QUESTION}", world.bot), format!("{QUESTION} <@{}>", world.bot)] {
            let asked = standin.post(Post::new(&form).in_channel(channel)).await;
            let answer = standin.next_message(channel).await;
            check(&answer, QUESTION, &[]);
            assert_eq!(answer.message()["message_reference"]["message_id"], json!(asked.to_string()));
        }
        let id =
            standin.send(Interaction::command("ask").text("question", QUESTION).in_channel(channel)).await;
        check(&standin.callback(id).await, QUESTION, &[]);
    }
    bot.stop().await;
    standin.verify();
}
