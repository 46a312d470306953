//! Gaps that become phrasings and silences, and why a question is answered as it is: what moderators see and do.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::bot::Bot;
use crate::expect::custom_ids;
use crate::standin::StandIn;
use crate::standin::events::Interaction;
use crate::standin::people::Person;
use crate::standin::record::Request;

const MINIMAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/check/minimal");
const GUIDE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/knowledge/README.md");
/// What stands around the transcript in the guide.
const FROM: &str = "<!-- From here on: made by tests/discord/teaching.rs -->\n";
const TO: &str = "<!-- To here -->\n";

/// A question that the minimal knowledge does not answer, and the entry that should.
const MISSED: &str = "what got swept away when the river came up";
const SHOULD: &str = "flood-damage";

/// A bot with knowledge of its own that may be changed, and a journal.
struct Desk {
    standin: StandIn,
    bot: Bot,
    knowledge: PathBuf,
}

impl Desk {
    async fn start(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("teaching").join(name);
        let _ = fs::remove_dir_all(&folder);
        let (knowledge, state) = (folder.join("elmford"), folder.join("state"));
        fs::create_dir_all(knowledge.join("entries")).unwrap();
        for file in aide_memoire::knowledge::load::Origin::Folder(MINIMAL.into()).files() {
            fs::write(knowledge.join(file.path), file.bytes.unwrap()).unwrap();
        }
        let standin = StandIn::start().await;
        let bot = Self::bot(&standin, &knowledge, &state).await;
        Self { standin, bot, knowledge }
    }

    async fn bot(standin: &StandIn, knowledge: &Path, state: &Path) -> Bot {
        let variables = [
            ("AIDE_KNOWLEDGE", knowledge.to_str().unwrap()),
            ("AIDE_STATE", state.to_str().unwrap()),
            ("AIDE_JOURNAL_DAYS", "30"),
        ];
        Bot::start_with(standin, &variables).await
    }

    fn moderator(&self) -> Person {
        // Manage Server.
        self.standin.world().moderator.clone().permissions("32")
    }

    /// What a member sees of an answer to `/ask`.
    async fn ask(&self, question: &str) -> Value {
        let id = self.standin.ask_command(question).await;
        self.standin.message_of(&self.standin.callback(id).await)
    }

    /// A subcommand of `/knowledge`, by the moderator: what is filled in.
    async fn knowledge(&self, name: &str, options: &[(&str, &str)]) -> Value {
        let options: Vec<Value> =
            options.iter().map(|(name, value)| json!({ "name": name, "type": 3, "value": value })).collect();
        let subcommand = json!({ "name": name, "type": 1, "options": options });
        let command = Interaction::command("knowledge").option(subcommand).by(&self.moderator());
        let id = self.standin.send(command).await;
        self.filled_in(id).await
    }

    /// What an answer that takes its time shows in the end, to the one who acted alone.
    async fn filled_in(&self, interaction: u64) -> Value {
        let at_once = self.standin.callback(interaction).await;
        assert!(matches!(at_once.callback_type(), 5 | 6), "put off, not {at_once}");
        let edit = self.standin.next_edit(interaction).await;
        let message = self.standin.message_of(&edit);
        assert_eq!(
            message["flags"].as_u64().unwrap_or_default() & 64,
            64,
            "for the moderator alone: {message:#}"
        );
        message
    }

    /// Presses or chooses something of a message, by the moderator: what is filled in.
    async fn press(&self, message: &Value, kind: &str) -> Value {
        let id = self
            .standin
            .send(Interaction::press(&component(message, kind), message).by(&self.moderator()))
            .await;
        self.filled_in(id).await
    }

    async fn choose(&self, message: &Value, kind: &str, value: &str) -> u64 {
        let choice = Interaction::choose(&component(message, kind), &[value], message).by(&self.moderator());
        self.standin.send(choice).await
    }

    /// The form that an interaction opens.
    async fn form(&self, interaction: u64) -> Request {
        let form = self.standin.callback(interaction).await;
        assert_eq!(form.callback_type(), 9, "a form: {form}");
        form
    }

    /// Sends a form off with these texts, by the moderator.
    async fn submit(&self, form: &Request, texts: &[(&str, &str)], message: &Value) -> u64 {
        let id = form.message()["custom_id"].as_str().unwrap().to_owned();
        let sent = Interaction::submit(&id, texts).from(message).by(&self.moderator());
        self.standin.send(sent).await
    }

    async fn stop(self) -> String {
        let log = self.bot.stop().await;
        self.standin.verify();
        log
    }
}

/// The component of this kind.
#[track_caller]
fn component(message: &Value, kind: &str) -> String {
    let prefix = format!("v1:{kind}:");
    let ids = custom_ids(message);
    ids.iter()
        .find(|id| id.starts_with(&prefix))
        .unwrap_or_else(|| panic!("expected {kind}, got {ids:?}"))
        .clone()
}

/// The values of a menu.
fn choices(message: &Value, kind: &str) -> Vec<String> {
    let id = component(message, kind);
    let rows = message["components"].as_array().unwrap();
    let menus = rows.iter().flat_map(|row| row["components"].as_array().unwrap());
    let menu = menus.into_iter().find(|part| part["custom_id"] == id).unwrap();
    let options = menu["options"].as_array().unwrap().iter();
    options.map(|option| option["value"].as_str().unwrap().to_owned()).collect()
}

/// The inputs of a form: name, and what is in it from the beginning.
fn inputs(form: &Request) -> Vec<(String, String)> {
    let rows = form.message()["components"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    rows.map(|row| (text(&row["components"][0]["custom_id"]), text(&row["components"][0]["value"]))).collect()
}

/// Everything that is said in a message.
fn text(message: &Value) -> String {
    let embeds = message["embeds"].as_array().into_iter().flatten();
    let parts = embeds.flat_map(|embed| [embed["title"].as_str(), embed["description"].as_str()]);
    let parts = std::iter::once(message["content"].as_str()).chain(parts).flatten();
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A message as the guide shows it: what is said, then what can be pressed and chosen.
fn shown(message: &Value) -> String {
    let mut lines: Vec<String> = text(message).lines().map(plain).collect();
    let embeds = message["embeds"].as_array().into_iter().flatten();
    for field in embeds.flat_map(|embed| embed["fields"].as_array().into_iter().flatten()) {
        let (name, value) = (field["name"].as_str().unwrap(), field["value"].as_str().unwrap());
        lines.push(plain(&format!("{name}: {}", value.replace('\n', " "))));
    }
    for row in message["components"].as_array().into_iter().flatten() {
        let parts = row["components"].as_array().into_iter().flatten();
        let label = |part: &Value| match part["placeholder"].as_str() {
            Some(menu) => format!("[{menu} ▾]"),
            None => format!("[{}]", part["label"].as_str().unwrap_or_default()),
        };
        lines.push(parts.map(label).collect::<Vec<_>>().join(" "));
    }
    lines.join("\n")
}

/// A line without its marks, and without the time of the test.
fn plain(line: &str) -> String {
    let mut line = line.replace("**", "").replace('\\', "");
    while let Some(start) = line.find("<t:") {
        let end = start + line[start..].find('>').unwrap() + 1;
        line.replace_range(start..end, "a moment ago");
    }
    line
}

/// A conversation as text.
#[derive(Default)]
struct Transcript(String);

impl Transcript {
    fn says(&mut self, who: &str, what: &str) {
        for (at, line) in what.lines().enumerate() {
            let who = if at == 0 { who } else { "" };
            self.0.push_str(format!("{who:11}{line}").trim_end());
            self.0.push('\n');
        }
        self.0.push('\n');
    }
}

#[tokio::test]
async fn a_question_that_was_missed_is_taught_in_a_minute() {
    let desk = Desk::start("walk-through").await;
    let mut walk = Transcript::default();

    walk.says("member", &format!("/ask question: {MISSED}"));
    let missed = desk.ask(MISSED).await;
    walk.says("bot", &shown(&missed));
    // Somebody else asks the same in other words.
    desk.ask("when the river came up, what got swept away").await;

    walk.says("moderator", "/knowledge gaps");
    let gaps = desk.knowledge("gaps", &[]).await;
    assert!(text(&gaps).contains("2×"), "{}", text(&gaps));
    walk.says("bot", &shown(&gaps));

    let chosen = choices(&gaps, "gap");
    walk.says("moderator", "chooses the first one");
    let id = desk.choose(&gaps, "gap", &chosen[0]).await;
    let gap = desk.filled_in(id).await;
    walk.says("bot", &shown(&gap));
    assert_eq!(choices(&gap, "teach").first().map(String::as_str), Some(SHOULD), "the nearest first");

    walk.says("moderator", "chooses “What did the flood damage?” from the menu");
    let id = desk.choose(&gap, "teach", SHOULD).await;
    let form = desk.form(id).await;
    let [(name, filled)] = &inputs(&form)[..] else { panic!("expected one input, got {form}") };
    walk.says("bot", &format!("Add as phrasing (a form, with the question in it):\n{filled}"));
    assert_eq!(filled, "when the river came up, what got swept away", "as it was asked last");

    walk.says("moderator", &format!("writes “{MISSED}” and sends it off"));
    let file = desk.knowledge.join("entries/flood.json");
    let before = fs::read_to_string(&file).unwrap();
    let id = desk.submit(&form, &[(name, MISSED)], &gap).await;
    let proposal = desk.filled_in(id).await;
    walk.says("bot", &shown(&proposal));
    let after = fs::read_to_string(&file).unwrap();
    assert_eq!(after.lines().count(), before.lines().count() + 1, "one line more");
    assert!(after.contains(&format!("        \"{MISSED}\"\n      ]")), "{after}");

    walk.says("moderator", "presses Apply");
    let applied = desk.press(&proposal, "apply").await;
    walk.says("bot", &shown(&applied));

    walk.says("member", &format!("/ask question: {MISSED}"));
    let answered = desk.ask(MISSED).await;
    walk.says("bot", &shown(&answered));
    assert!(text(&answered).contains("The rail on the north side."), "{answered:#}");
    let gaps = desk.knowledge("gaps", &[]).await;
    assert!(text(&gaps).contains("no question"), "{}", text(&gaps));
    let audit = text(&desk.knowledge("audit", &[]).await);
    let moderator = desk.moderator().id.to_string();
    for act in ["/knowledge gaps", "add a phrasing to flood-damage → added to entries/flood.json", "applied"]
    {
        let line = audit.lines().map(plain).find(|line| line.contains(act));
        assert!(
            act.starts_with('/') || line.is_some_and(|line| line.contains(&moderator)),
            "{act:?} in {audit}"
        );
    }
    let log = desk.stop().await;
    assert!(!log.contains("swept"), "{log}");
    compare(&walk.0);
}

/// The guide holds the transcript, letter for letter; `BLESS=1` puts it there.
fn compare(walk: &str) {
    let guide = fs::read_to_string(GUIDE).unwrap();
    let (start, end) = (guide.find(FROM).unwrap() + FROM.len(), guide.find(TO).unwrap());
    let expected = format!("\n```\n{}\n```\n\n", walk.trim_end());
    if std::env::var_os("BLESS").is_some() {
        fs::write(GUIDE, format!("{}{expected}{}", &guide[..start], &guide[end..])).unwrap();
    } else {
        assert_eq!(&guide[start..end], expected, "BLESS=1 puts it into knowledge/README.md");
    }
}
