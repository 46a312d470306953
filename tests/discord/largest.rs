//! The longest texts that a knowledge base may hold, and characters of several bytes around every cut: each surface
//! shows them within Discord's limits, and the next question is answered as if nothing had been.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::bot::Bot;
use crate::standin::StandIn;
use crate::standin::events::Interaction;
use crate::standin::record::Request;

/// The longest answer, passage and statement of a knowledge base.
const ANSWER: usize = 1000;
const PASSAGE: usize = 600;
const QUOTE: usize = 300;
/// Three questions in one message, each with an answer of its own.
const QUESTIONS: &str =
    "When was the bridge built? Does it cost anything to cross? What did the flood damage?";

/// A text with this beginning and exactly this many characters, most of them of two or three bytes.
fn long(beginning: &str, length: usize) -> String {
    beginning.chars().chain(" ý—žluť. ".chars().cycle()).take(length - 1).chain(['.']).collect()
}

fn read(path: &str) -> Value {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/check/minimal").join(path);
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// The small knowledge of the checks with every text as long as it may be.
fn largest() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("largest");
    fs::create_dir_all(folder.join("entries")).unwrap();
    let write = |path: &str, value: &Value| fs::write(folder.join(path), value.to_string()).unwrap();
    for path in ["silences.json", "vocabulary.json", "exam.json"] {
        write(path, &read(path));
    }
    let mut article = read("article.json");
    for section in article["sections"].as_array_mut().unwrap() {
        for paragraph in section["paragraphs"].as_array_mut().unwrap() {
            paragraph["passage"] = json!(long(paragraph["passage"].as_str().unwrap(), PASSAGE));
            let quote = json!({ "speaker": "Ines Vale", "quote": long("We will mend", QUOTE) });
            paragraph["statements"] = json!([quote]);
        }
    }
    write("article.json", &article);
    for path in ["entries/built.json", "entries/flood.json", "entries/toll.json"] {
        let mut file = read(path);
        let entry = &mut file["entries"][0];
        entry["answer"] = json!(long(entry["answer"].as_str().unwrap(), ANSWER));
        let cited = [("The bridge", 1), ("The bridge", 2), ("The flood", 1)].map(|(section, paragraph)| {
            json!({ "section": section, "paragraph": paragraph, "quote": long("We will mend", QUOTE) })
        });
        entry["citations"] = json!(cited);
        write(path, &file);
    }
    folder
}

#[track_caller]
fn check(answer: &Request) {
    let text = answer.text();
    // The stand-in judges the limits; here it is what must not be lost.
    for place in ["The bridge, paragraph 1", "The bridge, paragraph 2", "The flood, paragraph 1"] {
        assert_eq!(text.matches(place).count(), 3, "{place} in {answer}");
    }
    for beginning in ["In 1846, by Ada Thorn.", "No. The toll ended in May.", "The rail on the north side."] {
        assert!(text.contains(beginning), "{beginning:?} in {text}");
    }
    assert!(text.contains('…'), "what is left out is marked: {text}");
}

// https://github.com/spacedriveapp/spacebot/pull/49, https://github.com/harubaru/discord-stable-diffusion/issues/16,
// https://github.com/Mirasaki-Archive/dayz-leaderboard-bot/issues/39, https://github.com/finki-hub/discord-bot/pull/860
// and https://github.com/antoinelrnld/discord-rag/issues/17
#[tokio::test]
async fn the_longest_texts_fit_everywhere() {
    let standin = StandIn::start().await;
    let folder = largest();
    let bot = Bot::start_with(&standin, &[("AIDE_KNOWLEDGE", folder.to_str().unwrap())]).await;
    for _ in 0..2 {
        let id = standin.ask_command(QUESTIONS).await;
        check(&standin.callback(id).await);
        standin.mention(QUESTIONS).await;
        check(&standin.next_message(standin.world().channel).await);
        let command = Interaction::command("ask").text("question", QUESTIONS);
        let id = standin.send(command.set("/app_permissions", json!("2048"))).await;
        let plain = standin.callback(id).await;
        assert_eq!(plain.message()["embeds"], json!([]));
        check(&plain);
    }
    bot.stop().await;
    standin.verify();
}
