//! What the tests of `/knowledge` share: a bot on a folder that is edited, and a moderator at its desk.

use serde_json::{Value, json};

use crate::bot::{Bot, state};
use crate::folder::{Folder, QUESTION};
use crate::standin::StandIn;
use crate::standin::events::Interaction;
use crate::standin::record::Request;

/// A bot on a folder of its own.
pub struct Desk {
    pub standin: StandIn,
    pub bot: Bot,
    pub folder: Folder,
    pub state: String,
}

/// `/knowledge` with this subcommand and its options.
pub fn knowledge(subcommand: &str, options: &Value) -> Interaction {
    Interaction::command("knowledge").option(json!({ "name": subcommand, "type": 1, "options": options }))
}

impl Desk {
    pub async fn open(name: &str) -> Self {
        Self::open_with(name, &[]).await
    }

    pub async fn open_with(name: &str, variables: &[(&str, &str)]) -> Self {
        let (standin, folder) = (StandIn::start().await, Folder::new(name));
        let state = state().to_str().unwrap().to_owned();
        let bot = start(&standin, &folder, &state, variables).await;
        Self { standin, bot, folder, state }
    }

    /// The same bot, started again.
    pub async fn restart(self) -> Self {
        let Self { standin, bot, folder, state } = self;
        bot.stop().await;
        let bot = start(&standin, &folder, &state, &[]).await;
        Self { standin, bot, folder, state }
    }

    /// The moderator uses `/knowledge`: what it comes to, which nobody else sees.
    pub async fn moderator(&self, subcommand: &str, options: Value) -> (Request, Value) {
        let moderator = self.standin.world().moderator.clone();
        self.worked_out(knowledge(subcommand, &options).by(&moderator)).await
    }

    /// An answer that is acknowledged at once and filled in later, and its message then.
    pub async fn worked_out(&self, interaction: Interaction) -> (Request, Value) {
        let id = self.standin.send(interaction).await;
        let acknowledged = self.standin.callback(id).await;
        assert!(acknowledged.callback_type() == 5, "at once and for one alone: {acknowledged}");
        assert_eq!(acknowledged.message()["flags"], json!(64), "{acknowledged}");
        let filled = self.standin.next_edit(id).await;
        (filled, self.standin.message_of(&acknowledged))
    }

    /// `/knowledge reload`, and what it shows.
    pub async fn reload(&self) -> (Request, Value) {
        self.moderator("reload", json!([])).await
    }

    /// The moderator presses a button that is filled in later.
    pub async fn press(&self, label: &str, message: &Value) -> Request {
        let moderator = self.standin.world().moderator.clone();
        let id = self.standin.send(Interaction::press(&button(message, label), message).by(&moderator)).await;
        let acknowledged = self.standin.callback(id).await;
        if acknowledged.callback_type() == 6 { self.standin.next_edit(id).await } else { acknowledged }
    }

    /// What a member is told now, and from which generation.
    pub async fn says(&self) -> (String, u64) {
        let id = self.standin.ask_command(QUESTION).await;
        said(&self.standin.callback(id).await)
    }

    pub async fn stop(self) -> String {
        let log = self.bot.stop().await;
        self.standin.verify();
        log
    }
}

/// The answer in a message, and the generation in its footer.
#[track_caller]
pub fn said(answer: &Request) -> (String, u64) {
    let embed = &answer.message()["embeds"][0];
    let footer = embed["footer"]["text"].as_str().unwrap_or_default();
    let (_, number) = footer.rsplit_once(' ').unwrap_or_else(|| panic!("no generation in {answer}"));
    (embed["description"].as_str().unwrap().to_owned(), number.parse().unwrap())
}

/// The `custom_id` of the button with this label.
#[track_caller]
pub fn button(message: &Value, label: &str) -> String {
    let rows = message["components"].as_array().into_iter().flatten();
    let mut parts = rows.flat_map(|row| row["components"].as_array().unwrap());
    let found = parts.find(|part| part["label"] == label);
    found.unwrap_or_else(|| panic!("no {label:?} in {message:#}"))["custom_id"].as_str().unwrap().to_owned()
}

#[track_caller]
pub fn check(answer: &Request, parts: &[&str]) {
    for part in parts {
        assert!(answer.text().contains(part), "expected {part:?}, got\n{}", answer.text());
    }
}

async fn start(standin: &StandIn, folder: &Folder, state: &str, variables: &[(&str, &str)]) -> Bot {
    let mut all = vec![("AIDE_KNOWLEDGE", folder.str()), ("AIDE_STATE", state)];
    all.extend(variables);
    Bot::start_with(standin, &all).await
}
