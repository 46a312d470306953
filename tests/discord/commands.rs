//! The other commands: "Answer this" on a message, `/ask` in private, `/topics`, `/about`, and their names.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::bot::Bot;
use crate::expect::{beneath, check, check_entry, custom_ids, desk};
use crate::standin::StandIn;
use crate::standin::events::{Interaction, Post};
use crate::standin::people::Person;
use crate::standin::record::Request;

const QUESTION: &str = "Who is Wendy Sherman?";
const ANSWER_THIS: &str = "Answer this";

#[tokio::test]
async fn every_command_does_what_it_says() {
    let standin = StandIn::start().await;
    let bot = Bot::start(&standin).await;
    anybody_s_message_can_be_answered(&standin).await;
    a_message_without_text_gets_a_notice(&standin).await;
    a_private_question_is_answered_to_the_asker_alone(&standin).await;
    thanks_get_a_sentence(&standin).await;
    every_question_can_be_reached_by_its_topic(&standin).await;
    about_tells_what_is_known_and_stored(&standin).await;
    every_name_is_given_in_every_language(&standin).await;
    what_is_built_in_is_not_reloaded(&standin).await;
    bot.stop().await;
    standin.verify();
}

/// The response, which only the one who acted sees.
#[track_caller]
fn privately(answer: &Request) -> &Value {
    assert_eq!((answer.callback_type(), &answer.message()["flags"]), (4, &json!(64)), "{answer}");
    answer.message()
}

async fn anybody_s_message_can_be_answered(standin: &StandIn) {
    let world = standin.world().clone();
    let mention = world.bot_mention();
    let nasty = "who is @everyone <@&111111111111111111> [x](https://y)?";
    let shown = "who is ＠everyone \\<＠&111111111111111111\\> \\[x\\](https\\://y)?";
    let cases = [
        (Post::new(QUESTION), QUESTION),
        (Post::new(QUESTION).by(&Person::new(81, "a bot").bot()), QUESTION),
        (Post::new(QUESTION).by(&Person::new(82, "a webhook").webhook()), QUESTION),
        (Post::new(&format!("{mention} {QUESTION}")).by(&Person::new(83, "another bot").bot()), QUESTION),
        (Post::new(nasty), nasty),
        (Post::new("NATO lol"), "NATO lol"),
    ];
    for (post, question) in cases {
        let stored = standin.stored_message(standin.post(post).await);
        let id = standin.send(Interaction::message_command(ANSWER_THIS, &stored)).await;
        let answer = standin.callback(id).await;
        assert_eq!((answer.callback_type(), &answer.message()["flags"]), (4, &Value::Null), "for all");
        check(&answer, question, &[]);
        let target = stored["id"].as_str().unwrap();
        let link = format!("https://discord.com/channels/{}/{}/{target}", world.guild, world.channel);
        assert_eq!(answer.message()["content"], format!("About this message: {link}"));
        if question == nasty {
            assert_eq!(answer.message()["embeds"][0]["title"], shown);
        }
        let plain = Interaction::message_command(ANSWER_THIS, &stored).set("/app_permissions", json!("2048"));
        let id = standin.send(plain).await;
        let content = standin.callback(id).await.message()["content"].clone();
        let begins = format!("About this message: {link}\n\n**");
        assert!(content.as_str().unwrap().starts_with(&begins), "{content}");
    }
}

async fn a_message_without_text_gets_a_notice(standin: &StandIn) {
    let picture = json!([{ "id": "1", "filename": "a.png", "size": 1, "url": "https://x.example/a.png",
        "proxy_url": "https://x.example/a.png" }]);
    let posts = [
        Post::new("").set("/attachments", picture),
        Post::new(" \u{200B}"),
        Post::new(&standin.world().bot_mention()).by(&Person::new(84, "a bot").bot()),
    ];
    for post in posts {
        let target = standin.stored_message(standin.post(post).await);
        let id = standin.send(Interaction::message_command(ANSWER_THIS, &target)).await;
        let notice = standin.callback(id).await;
        assert!(privately(&notice)["content"].as_str().unwrap().contains("no text"), "{notice}");
    }
    // A target that Discord did not send along.
    let target = json!({ "id": "77" });
    let lost = Interaction::message_command(ANSWER_THIS, &target).set("/data/resolved", json!({}));
    let id = standin.send(lost).await;
    assert!(privately(&standin.callback(id).await)["content"].as_str().unwrap().contains("which message"));
}

async fn a_private_question_is_answered_to_the_asker_alone(standin: &StandIn) {
    for private in [true, false] {
        let option = json!({ "name": "private", "type": 5, "value": private });
        let asked = Interaction::command("ask").text("question", QUESTION).option(option);
        let id = standin.send(asked).await;
        let answer = standin.callback(id).await;
        check(&answer, QUESTION, &[]);
        let flags = if private { json!(64) } else { Value::Null };
        assert_eq!((answer.callback_type(), &answer.message()["flags"]), (4, &flags), "private: {private}");
    }
}

async fn thanks_get_a_sentence(standin: &StandIn) {
    for text in ["thanks!", "thank you so much", "ok", "hello", "👍", "+++"] {
        standin.mention(text).await;
        let reply = standin.next_message(standin.world().channel).await;
        assert_eq!(reply.message()["embeds"], json!([]), "{text:?}: {reply}");
        assert_eq!(custom_ids(reply.message()), [""; 0], "{text:?}: {reply}");
        let length = reply.message()["content"].as_str().unwrap().chars().count();
        assert!((1..=300).contains(&length), "{text:?}: {reply}");
    }
}

/// The menu of a message: its id, and the value and label of each choice.
#[track_caller]
fn menu(message: &Value) -> (String, Vec<(String, String)>) {
    let menu = &message["components"][0]["components"][0];
    assert_eq!(menu["type"], 3, "{message:#}");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let options = menu["options"].as_array().unwrap();
    let options = options.iter().map(|option| (text(&option["value"]), text(&option["label"])));
    (text(&menu["custom_id"]), options.collect())
}

/// The button with this label, where there is one.
fn labelled(message: &Value, label: &str) -> Option<String> {
    let rows = message["components"].as_array().unwrap().iter();
    let mut parts = rows.flat_map(|row| row["components"].as_array().unwrap());
    let found = parts.find(|part| part["label"] == label);
    found.map(|part| part["custom_id"].as_str().unwrap().to_owned())
}

async fn every_question_can_be_reached_by_its_topic(standin: &StandIn) {
    let current = desk().current();
    let knowledge = current.engine.knowledge();
    let id = standin.send(Interaction::command("topics")).await;
    let topics = standin.callback(id).await;
    privately(&topics);
    let topics = standin.message_of(&topics);
    let (sections_menu, sections) = menu(&topics);
    let titles: Vec<&str> = sections.iter().map(|(_, title)| title.as_str()).collect();
    let expected: Vec<&str> = knowledge.article.sections.iter().map(|section| &*section.title).collect();
    assert_eq!(titles, expected);
    let mut reached = BTreeSet::new();
    for (value, title) in &sections {
        let id = standin.send(Interaction::choose(&sections_menu, &[value], &topics)).await;
        let mut page = standin.callback(id).await;
        loop {
            assert_eq!(page.callback_type(), 7, "{title}: in the place of the page before");
            assert_eq!(page.message()["embeds"][0]["title"], *title);
            let (_, questions) = menu(page.message());
            reached.extend(questions.into_iter().map(|(entry, _)| entry));
            let shown = standin.message_of(&page);
            let Some(next) = labelled(&shown, "Next") else { break };
            let id = standin.press(&next, &shown).await;
            page = standin.callback(id).await;
        }
    }
    let all: BTreeSet<String> = knowledge.entries.iter().map(|entry| entry.id.clone()).collect();
    assert_eq!(reached, all);

    // Back from the second page of a long section, then to a question.
    let (value, _) = &sections[0];
    let id = standin.send(Interaction::choose(&sections_menu, &[value], &topics)).await;
    let first = standin.callback(id).await;
    assert_eq!(labelled(first.message(), "Previous"), None);
    let shown = standin.message_of(&first);
    let id = standin.press(&labelled(&shown, "Next").unwrap(), &shown).await;
    let second = standin.message_of(&standin.callback(id).await);
    let id = standin.press(&labelled(&second, "Previous").unwrap(), &second).await;
    let shown = standin.message_of(&standin.callback(id).await);
    assert_eq!(menu(&shown), menu(first.message()));
    let (questions_menu, questions) = menu(&shown);
    let (entry, _) = &questions[3];
    let id = standin.send(Interaction::choose(&questions_menu, &[entry], &shown)).await;
    let answer = standin.callback(id).await;
    privately(&answer);
    let entry = knowledge.entry(entry).unwrap();
    check_entry(&answer.message()["embeds"][0], entry);
    assert_eq!(custom_ids(answer.message()), beneath(entry));
    let id = standin.press(&labelled(&shown, "All sections").unwrap(), &shown).await;
    assert_eq!(menu(standin.callback(id).await.message()), menu(&topics));
    // What was chosen in a menu of earlier knowledge.
    for (id, value) in [(&questions_menu, "no-such-entry"), (&sections_menu, "0123456789")] {
        let message = if *id == questions_menu { &shown } else { &topics };
        let choice = standin.send(Interaction::choose(id, &[value], message)).await;
        let notice = standin.callback(choice).await;
        assert!(privately(&notice)["content"].as_str().unwrap().contains("no longer"), "{notice}");
    }
}

async fn about_tells_what_is_known_and_stored(standin: &StandIn) {
    let current = desk().current();
    let knowledge = current.engine.knowledge();
    let id = standin.send(Interaction::command("about")).await;
    let about = standin.callback(id).await;
    privately(&about);
    let passages = knowledge.passages().count();
    for part in [
        &knowledge.article.title,
        &knowledge.article.publisher,
        &knowledge.article.date,
        &format!("{} answers", knowledge.entries.len()),
        &format!("{passages} passages"),
        "nothing of what you write",
        env!("CARGO_PKG_VERSION"),
        "knowledge generation 1",
    ] {
        assert!(about.text().contains(part), "{part:?} is not in {}", about.text());
    }
    assert_eq!(about.message()["components"], json!([]), "no link without an address");
}

#[tokio::test]
async fn a_mistake_is_reported_where_the_operator_says() {
    let standin = StandIn::start().await;
    let address = "https://example.org/report?about=aide-memoire";
    let bot = Bot::start_with(&standin, &[("AIDE_REPORT_URL", address)]).await;
    let id = standin.send(Interaction::command("about").direct()).await;
    let about = standin.callback(id).await;
    let button = &about.message()["components"][0]["components"][0];
    assert_eq!((&button["style"], &button["url"]), (&json!(5), &json!(address)), "{about}");
    bot.stop().await;
    standin.verify();
}

async fn what_is_built_in_is_not_reloaded(standin: &StandIn) {
    let moderator = standin.world().moderator.clone();
    for (subcommand, part) in [
        ("reload", "the copy inside the program, which cannot be reloaded: start with --knowledge"),
        ("rollback", "the copy inside the program"),
        ("status", "Answering from generation 1"),
        ("history", "Nothing that was applied is kept."),
    ] {
        let command = crate::desk::knowledge(subcommand, &json!([])).by(&moderator);
        let id = standin.send(command).await;
        let told = standin.next_edit(id).await;
        assert!(told.text().contains(part), "{subcommand}: {}", told.text());
    }
}

/// Discord's codes of the languages that are spoken.
const LOCALES: [&str; 10] = ["de", "es-419", "es-ES", "fr", "hi", "pl", "pt-BR", "ru", "tr", "uk"];

async fn every_name_is_given_in_every_language(standin: &StandIn) {
    let commands = standin.request(|request| request.is("PUT /applications/*/commands")).await.body;
    let commands = commands.as_array().unwrap();
    let names: Vec<&str> = commands.iter().map(|command| command["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["ask", "topics", "about", ANSWER_THIS, "knowledge", "Explain this answer"]);
    let mut seen: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    let options = commands.iter().map(|command| (command["name"].to_string(), &command["options"]));
    let all = options
        .flat_map(|(name, options)| {
            options.as_array().into_iter().flatten().map(move |option| (name.clone(), option))
        })
        .flat_map(|(list, option)| {
            let inner = format!("{list} {}", option["name"]);
            let options = option["options"].as_array().into_iter().flatten();
            options.map(move |option| (inner.clone(), option)).chain([(list, option)])
        })
        .chain(commands.iter().map(|command| ("commands".to_owned(), command)));
    for (list, described) in all {
        let name = &described["name"];
        for field in ["name", "description"] {
            // Lengths and characters are the stand-in's to judge.
            let texts = described[format!("{field}_localizations")].as_object().cloned().unwrap_or_default();
            let of_message = described["type"] == 3 && list == "commands" && field == "description";
            let expected: &[&str] = if of_message { &[] } else { &LOCALES };
            assert_eq!(texts.keys().collect::<Vec<_>>(), expected, "{field} of {name}");
            for (locale, text) in texts.iter().filter(|_| field == "name") {
                let taken = seen.entry((list.clone(), locale.clone())).or_default();
                assert!(taken.insert(text.to_string()), "{text} twice in {list}, {locale}");
            }
        }
    }
}
