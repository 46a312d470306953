//! The largest content that the knowledge allows, on every surface, and what members may type, one character more
//! each. The stand-in judges every body.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use aide_memoire::desk::Desk;
use aide_memoire::knowledge::load::Origin;
use aide_memoire::knowledge::{
    LONGEST_ANSWER, LONGEST_ID, LONGEST_NAME, LONGEST_PASSAGE, LONGEST_QUESTION, LONGEST_QUOTE,
    MOST_CITATIONS,
};

use crate::bot::{Bot, serve};
use crate::expect::custom_ids;
use crate::standin::StandIn;
use crate::standin::events::{Interaction, Post};
use crate::standin::record::Request;

/// More sections than a menu takes, and more entries of the first one.
const MANY: usize = 26;

/// A text of exactly so many characters, of two bytes for the most part, that begins with these words and ends a
/// sentence every now and then.
fn text(begin: &str, length: usize) -> String {
    let fill = "éléphant énorme. Où ça? ";
    begin.chars().chain(" ".chars()).chain(fill.chars().cycle()).take(length - 1).chain(['.']).collect()
}

/// A word that nothing else has: `number` in letters.
fn word(prefix: &str, number: usize) -> String {
    let letter = |digit: usize| char::from(b'a' + u8::try_from(digit % 26).unwrap());
    format!("{prefix}{}{}", letter(number / 26), letter(number))
}

fn section(number: usize) -> String {
    text(&word("section", number), LONGEST_NAME)
}

fn entry(number: usize, of_section: usize) -> Value {
    let citations: Vec<Value> = (1..=MOST_CITATIONS)
        .map(|paragraph| {
            let quote = text(&word("quote", of_section), LONGEST_QUOTE);
            json!({ "section": section(of_section), "paragraph": paragraph, "quote": quote })
        })
        .collect();
    let words = |part: &str| word(&format!("{part}{}", word("subject", number)), of_section);
    let phrasings: Vec<String> = ["who", "when", "why", "where", "how"]
        .iter()
        .map(|ask| format!("{ask} did {} {} {}", words("x"), words("y"), words("z")))
        .collect();
    let mut entry = json!({
        "id": text(&words("id"), LONGEST_ID), "question": text(&words("question"), LONGEST_QUESTION),
        "answer": text(&words("answer"), LONGEST_ANSWER), "citations": citations, "phrasings": phrasings,
    });
    if number % 2 == 1 {
        entry["corrects"] = json!(text(&words("premise"), LONGEST_NAME));
    }
    entry
}

/// A knowledge folder in which every text is as long as it may be.
fn largest() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("surfaces");
    fs::create_dir_all(folder.join("entries")).unwrap();
    let paragraph = |number: usize, of_section: usize| {
        json!({
            "number": number, "passage": text(&word("passage", of_section), LONGEST_PASSAGE),
            "fingerprint": format!("{:064x}", of_section * 10 + number),
            "statements": [
                { "speaker": text("Ada Thorn", LONGEST_NAME), "quote": text(&word("quote", of_section), LONGEST_QUOTE) },
                { "speaker": text("Ines Vale", LONGEST_NAME), "quote": text(&word("other", of_section), LONGEST_QUOTE) },
            ],
        })
    };
    let sections: Vec<Value> = (0..MANY)
        .map(|at| {
            let paragraphs: Vec<Value> = (1..=MOST_CITATIONS).map(|number| paragraph(number, at)).collect();
            json!({ "title": section(at), "paragraphs": paragraphs })
        })
        .collect();
    let article = json!({
        "title": text("Title", LONGEST_NAME), "publisher": text("Publisher", LONGEST_NAME), "date": "2022-01-10",
        "date_note": text("Note", LONGEST_NAME), "sections": sections,
    });
    let entries: Vec<Value> =
        (0..MANY).map(|n| entry(n, 0)).chain((1..MANY).map(|at| entry(0, at))).collect();
    let files = [
        ("article.json", article),
        ("entries/all.json", json!({ "entries": entries })),
        ("silences.json", json!({ "silences": [] })),
        ("vocabulary.json", json!({ "synonyms": [], "names": [] })),
        ("exam.json", json!({ "questions": [] })),
    ];
    for (file, content) in files {
        fs::write(folder.join(file), format!("{content:#}")).unwrap();
    }
    folder
}

/// The first component of a message's row, as Discord has it.
fn component(message: &Value, row: usize) -> &Value {
    &message["components"][row]["components"][0]
}

fn characters(text: &Value) -> usize {
    text.as_str().unwrap_or_default().chars().count()
}

#[tokio::test]
async fn the_largest_content_fits_on_every_surface() {
    let folder = largest();
    let desk = Desk::open(&Origin::Folder(folder.clone()).files()).unwrap().0;
    let current = desk.current();
    let knowledge = current.engine.knowledge();
    let standin = StandIn::start().await;
    let address = format!("https://example.org/{}", "x".repeat(512 - 20));
    let variables = [("AIDE_KNOWLEDGE", folder.to_str().unwrap()), ("AIDE_REPORT_URL", address.as_str())];
    let bot = Bot::start_with(&standin, &variables).await;

    let answer = by_topic(&standin).await;
    let entry = &knowledge.entries[25];
    the_whole_answer_is_shown(&answer, &entry.answer);
    let shown = standin.message_of(&answer);
    for button in custom_ids(&shown) {
        let id = standin.press(&button, &shown).await;
        let reply = standin.callback(id).await;
        if button.starts_with("v1:passages:") {
            // Those cited, whole as far as a field goes.
            let fields = reply.message()["embeds"][0]["fields"].as_array().unwrap().clone();
            assert_eq!(fields.len(), MOST_CITATIONS, "{reply}");
            for field in fields {
                assert!(field["name"].as_str().unwrap().contains(", paragraph "), "{field}");
                assert!(characters(&field["value"]) >= LONGEST_PASSAGE, "{field}");
            }
        }
    }
    let id = standin.send(Interaction::command("about")).await;
    let about = standin.callback(id).await;
    assert_eq!(component(about.message(), 0)["url"], json!(address));
    what_members_type(&standin, &knowledge.entries[0].question).await;
    bot.stop().await;
    standin.verify();

    let over = format!("{address}x");
    let refused = serve(&[("DISCORD_TOKEN", "some.made-up.token"), ("AIDE_REPORT_URL", &over)]);
    let ended = { refused }.output().await.unwrap();
    assert_eq!(ended.status.code(), Some(2), "an address that is too long is refused at the start");
}

/// Through every menu of `/topics`, to the last question of the first section.
async fn by_topic(standin: &StandIn) -> Request {
    let id = standin.send(Interaction::command("topics")).await;
    let topics = standin.message_of(&standin.callback(id).await);
    assert_eq!(component(&topics, 0)["options"].as_array().map(Vec::len), Some(25));
    let next = component(&topics, 1)["custom_id"].as_str().unwrap().to_owned();
    let id = standin.press(&next, &topics).await;
    let last = standin.callback(id).await;
    assert_eq!(component(last.message(), 0)["options"].as_array().map(Vec::len), Some(1));
    let value = |menu: &Value, at: usize| menu["options"][at]["value"].as_str().unwrap().to_owned();
    let menu = component(&topics, 0).clone();
    let id = menu["custom_id"].as_str().unwrap();
    let id = standin.send(Interaction::choose(id, &[&value(&menu, 0)], &topics)).await;
    let questions = standin.message_of(&standin.callback(id).await);
    let next = component(&questions, 1)["custom_id"].as_str().unwrap().to_owned();
    let id = standin.press(&next, &questions).await;
    let questions = standin.message_of(&standin.callback(id).await);
    let menu = component(&questions, 0).clone();
    let id = menu["custom_id"].as_str().unwrap();
    let id = standin.send(Interaction::choose(id, &[&value(&menu, 0)], &questions)).await;
    standin.callback(id).await
}

#[track_caller]
fn the_whole_answer_is_shown(answer: &Request, whole: &str) {
    let embed = &answer.message()["embeds"][0];
    assert!(embed["description"].as_str().unwrap().ends_with(whole), "{embed:#}");
    assert_eq!(characters(&embed["title"]), LONGEST_QUESTION);
    let fields = embed["fields"].as_array().unwrap();
    assert_eq!(fields.len(), MOST_CITATIONS);
    for (number, field) in (1..).zip(fields) {
        assert!(field["name"].as_str().unwrap().ends_with(&format!(", paragraph {number}")), "{field}");
    }
    let footer = embed["footer"]["text"].as_str().unwrap();
    assert!(footer.ends_with("as of 2022-01-10 · knowledge generation 1"), "{footer}");
    assert_eq!(custom_ids(answer.message()).len(), 6);
}

/// As long as Discord lets it be, and one character more.
async fn what_members_type(standin: &StandIn, question: &str) {
    let world = standin.world().clone();
    for begin in [question, "*_~[@<", "question? question! "] {
        for length in [1000, 1001, 2000, 2001, 4000, 4001] {
            let typed = begin.chars().cycle().take(length).collect::<String>();
            let id = standin.ask_command(&typed).await;
            let reply = standin.callback(id).await;
            let title = reply.message()["embeds"][0]["title"].as_str().unwrap();
            assert!(title.ends_with('…') || title.chars().count() < 256, "{title}");
            let id = standin.autocomplete(&typed).await;
            standin.callback(id).await;
            standin.mention(&typed).await;
            standin.next_message(world.channel).await;
            let target = standin.stored_message(standin.post(Post::new(&typed)).await);
            let id = standin.send(Interaction::message_command("Answer this", &target)).await;
            standin.callback(id).await;
        }
    }
    // Many questions in one message: as many cards as it takes.
    let many = format!("{question} ").repeat(12);
    let id = standin.ask_command(&many).await;
    standin.callback(id).await;
    standin.mention("").await;
    let hint = standin.next_message(world.channel).await;
    assert!(hint.text().contains("/ask") && characters(&hint.message()["content"]) <= 2000, "{hint}");
}
