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
const MISSED: &str = "which bits were carried off as the river came up";
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

    /// The list of gaps, the one with [`MISSED`] in it, and the form that makes a phrasing of it.
    async fn gap_and_form(&self) -> (Value, Value, Request) {
        self.ask(MISSED).await;
        let gaps = self.knowledge("gaps", &[]).await;
        let id = self.choose(&gaps, "gap", &choices(&gaps, "gap")[0]).await;
        let gap = self.filled_in(id).await;
        let id = self.choose(&gap, "teach", SHOULD).await;
        let form = self.form(id).await;
        (gaps, gap, form)
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
    desk.ask("as the river came up, which bits were carried off").await;

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
    assert_eq!(filled, "as the river came up, which bits were carried off", "as it was asked last");

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
    assert!(!log.contains("carried off"), "{log}");
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

/// Everything that a knowledge folder holds.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let files = aide_memoire::knowledge::load::Origin::Folder(folder.into()).files().into_iter();
    files.map(|file| (file.path, file.bytes.unwrap())).collect()
}

#[tokio::test]
async fn a_gap_can_become_a_silence_or_be_ignored() {
    let desk = Desk::start("silence").await;
    let other = "was a car swept off downstream";
    for question in [other, "which painter painted the bridge", "who painted the bridge?"] {
        desk.ask(question).await;
    }
    let gaps = desk.knowledge("gaps", &[]).await;
    assert_eq!(choices(&gaps, "gap").len(), 2, "{}", text(&gaps));
    let id = desk.choose(&gaps, "gap", &choices(&gaps, "gap")[0]).await;
    let gap = desk.filled_in(id).await;
    let press = Interaction::press(&component(&gap, "silence"), &gap).by(&desk.moderator());
    let form = desk.form(desk.standin.send(press).await).await;
    let names: Vec<_> = inputs(&form).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["id", "topic", "reason", "reply", "phrasings"]);
    assert_eq!(inputs(&form)[4].1, "who painted the bridge?", "the question is among its phrasings");
    let ways = "who painted the bridge\nwho painted it\n\n who  did the paint \npainter of the rail\nwhose paint is it";
    let filled = |reason: &'static str, ways: &'static str| {
        [
            ("id", "painter"),
            ("topic", "who painted the bridge"),
            ("reason", reason),
            ("reply", "The article does not say who painted it."),
            ("phrasings", ways),
        ]
    };
    let before = files(&desk.knowledge);
    for (reason, ways, told) in [
        ("no idea", ways, "There is no such reason"),
        ("silent", "who painted it\nwho painted it?", "at least 5 ways to ask, one a line; these were 2"),
    ] {
        let id = desk.submit(&form, &filled(reason, ways), &gap).await;
        let refused = desk.standin.callback(id).await;
        assert!(refused.text().contains(told), "{}", refused.text());
        assert_eq!(refused.message()["flags"], 64);
    }
    assert_eq!(files(&desk.knowledge), before, "nothing was added");
    let id = desk.submit(&form, &filled("silent", ways), &gap).await;
    let proposal = desk.filled_in(id).await;
    assert!(text(&proposal).contains("“painter” is now a silence, in silences.json"), "{}", text(&proposal));
    let silences = fs::read_to_string(desk.knowledge.join("silences.json")).unwrap();
    let value: Value = serde_json::from_str(&silences).unwrap();
    let added = value["silences"].as_array().unwrap().last().unwrap();
    assert_eq!(added["phrasings"][2], "who did the paint");
    assert_eq!((&added["reason"], added.get("nearest")), (&json!("silent"), None));
    desk.press(&proposal, "apply").await;
    let told = text(&desk.ask("who painted the bridge?").await);
    assert!(told.contains("does not say who painted it"), "{told}");

    // The other one needs no answer, and is not shown again when it is asked again.
    let gaps = desk.knowledge("gaps", &[]).await;
    let open = choices(&gaps, "gap");
    let index = if text(&gaps).lines().nth(1).unwrap().contains("swept") { 0 } else { 1 };
    let id = desk.choose(&gaps, "gap", &open[index]).await;
    let gap = desk.filled_in(id).await;
    assert!(text(&gap).contains("swept"), "{}", text(&gap));
    let list = desk.press(&gap, "ignore").await;
    assert!(!text(&list).contains("swept"), "{}", text(&list));
    desk.ask(other).await;
    assert!(!text(&desk.knowledge("gaps", &[]).await).contains("swept"));
    let again = desk.press(&gap, "ignore").await;
    assert!(text(&again).contains("no longer open"), "{}", text(&again));
    desk.stop().await;
}

#[tokio::test]
async fn nothing_is_added_that_would_not_pass_or_that_somebody_else_has_changed() {
    let desk = Desk::start("refused").await;
    let (_, gap, form) = desk.gap_and_form().await;
    let before = files(&desk.knowledge);
    let too_long = "long ".repeat(101);
    let cases = [
        ("Is there a TOLL?!", "It is a way to ask for entry \"toll-ended\" already"),
        ("what is the width of the carriageway", "This golden question equals the one at"),
        (too_long.as_str(), "at most 500 can be shown"),
        ("see https://example.com", "The text contains \"https://\""),
        ("+++", "The text has no words"),
    ];
    for (phrasing, told) in cases {
        let id = desk.submit(&form, &[("text", phrasing)], &gap).await;
        let refused = desk.filled_in(id).await;
        let said = text(&refused).replace('\\', "");
        assert!(said.contains("Nothing was added.") && said.contains(told), "{phrasing:?}: {said}");
        assert!(custom_ids(&refused).is_empty(), "nothing to apply: {refused:#}");
    }
    // A form of an entry that is not there any more, or never was.
    let forged =
        Interaction::submit("v1:phrase:1:no-such-entry", &[("text", "hm")]).from(&gap).by(&desk.moderator());
    let refused = desk.filled_in(desk.standin.send(forged).await).await;
    assert!(text(&refused).contains("No entry and no silence has the id"), "{}", text(&refused));
    assert_eq!(files(&desk.knowledge), before);
    // Faults that somebody else has just made are told, and nothing is added on top of them.
    let file = desk.knowledge.join("entries/flood.json");
    let broken = format!("{},", fs::read_to_string(&file).unwrap());
    fs::write(&file, &broken).unwrap();
    let id = desk.submit(&form, &[("text", MISSED)], &gap).await;
    let refused = text(&desk.filled_in(id).await);
    assert!(refused.contains("have faults; mend them first"), "{refused}");
    assert!(!refused.contains(desk.knowledge.to_str().unwrap()), "no path of this machine: {refused}");
    assert_eq!(fs::read_to_string(&file).unwrap(), broken);
    let told = text(&desk.knowledge("check", &[]).await);
    assert!(told.contains("entries/flood.json:") && told.contains("json-syntax"), "{told}");
    desk.stop().await;
}

#[tokio::test]
async fn a_member_can_do_none_of_it() {
    let desk = Desk::start("members").await;
    let (gaps, gap, form) = desk.gap_and_form().await;
    let phrase = form.message()["custom_id"].as_str().unwrap().to_owned();
    let before = files(&desk.knowledge);
    let subcommand = |name: &str| {
        let options = json!([{ "name": "question", "type": 3, "value": MISSED }]);
        let options = if name == "explain" { options } else { json!([]) };
        Interaction::command("knowledge").option(json!({ "name": name, "type": 1, "options": options }))
    };
    let target = desk.ask(MISSED).await;
    let silence =
        [("id", "a"), ("topic", "a"), ("reason", "silent"), ("reply", "a"), ("phrasings", "a\nb\nc\nd\ne")];
    let tries = [
        subcommand("gaps"),
        subcommand("explain"),
        subcommand("check"),
        subcommand("audit"),
        Interaction::message_command("Explain this answer", &target),
        Interaction::choose(
            &component(&gaps, "gap"),
            &choices(&gaps, "gap").iter().map(String::as_str).collect::<Vec<_>>(),
            &gaps,
        ),
        Interaction::choose(&component(&gap, "teach"), &[SHOULD], &gap),
        Interaction::press(&component(&gap, "silence"), &gap),
        Interaction::press(&component(&gap, "ignore"), &gap),
        Interaction::press(&component(&gap, "gaps"), &gap),
        Interaction::submit(&phrase, &[("text", MISSED)]).from(&gap),
        Interaction::submit("v1:silence:1", &silence).from(&gap),
    ];
    for attempt in tries {
        let id = desk.standin.send(attempt.clone()).await;
        let told = desk.standin.callback(id).await;
        assert!(told.text().contains("for the moderators of this server"), "{attempt:?}: {}", told.text());
        assert_eq!((told.callback_type(), &told.message()["flags"]), (4, &json!(64)), "{attempt:?}");
    }
    assert_eq!(files(&desk.knowledge), before);
    let gaps = desk.knowledge("gaps", &[]).await;
    assert_eq!(choices(&gaps, "gap").len(), 1, "nothing was ignored: {}", text(&gaps));
    let audit = text(&desk.knowledge("audit", &[]).await);
    assert_eq!(audit.matches("not permitted").count(), 12, "{audit}");
    desk.stop().await;
}

#[tokio::test]
async fn why_a_question_is_answered_so_is_told_in_words() {
    let desk = Desk::start("explain").await;
    let told = text(
        &desk
            .knowledge(
                "explain",
                &[("question", "what got swept away from the bridg when the quetzal came up")],
            )
            .await,
    );
    let parts = [
        "**What came of it:** suggested. Certainty",
        "**Read as:** what got swept away from the bridge when the quetzal came up",
        "**Words that counted:** ",
        "**Unknown** (in no phrasing, answer or passage): ",
        "**Best entry:** +",
        "flood-damage (What did the flood damage?; nearest phrasings, the first “",
        "**Why not the runner-up:** ",
        " behind, most of all in ",
        "**How sure that makes me**",
        "**Score tree:**\n```\n",
    ];
    for part in parts {
        assert!(told.replace('\\', "").contains(part), "{part:?} in {told}");
    }
    let unknown = told.lines().find(|line| line.starts_with("**Unknown**")).unwrap();
    assert!(unknown.contains("quetzal") && !unknown.contains("river"), "{unknown}");
    let told = text(&desk.knowledge("explain", &[("question", "how long is the bridge")]).await);
    assert!(told.contains("**Best silence:** ") && told.contains("how long, wide or high"), "{told}");
    // Of an answer, from its menu, also of one that was sent as plain text; of what a member wrote as well.
    let answer = desk.ask("Is there a toll?").await;
    let mut plain = answer.clone();
    let embed = &plain["embeds"][0];
    let (title, text_of) = (embed["title"].as_str().unwrap(), embed["description"].as_str().unwrap());
    plain["content"] = json!(format!("**{title}**\n{text_of}"));
    plain["embeds"] = json!([]);
    let asked = desk.standin.stored_message(desk.standin.message("is there a toll").await);
    for target in [&answer, &plain, &asked] {
        let command = Interaction::message_command("Explain this answer", target).by(&desk.moderator());
        let told = text(&desk.filled_in(desk.standin.send(command).await).await);
        assert!(told.contains("**What came of it:** answered.") && told.contains("toll-ended"), "{told}");
    }
    // What is explained is not asked: nothing is kept of it.
    let gaps = text(&desk.knowledge("gaps", &[]).await);
    assert!(gaps.contains("no question"), "{gaps}");
    // Several questions at once, and what nobody can read.
    for question in
        ["Is there a toll? And how wide is it?", "```", "<@1> [x](https://y.example) ```", "«Что?»"]
    {
        let message = desk.knowledge("explain", &[("question", question)]).await;
        assert!(!message["embeds"].as_array().unwrap().is_empty(), "{message:#}");
    }
    desk.stop().await;
}

#[tokio::test]
async fn many_gaps_are_shown_page_by_page() {
    let desk = Desk::start("pages").await;
    let words = "anchor basket candle dragon engine forest garden hammer island jungle kettle ladder marble needle \
                 orange pepper rabbit saddle ticket umbrella velvet window";
    for word in words.split_whitespace() {
        desk.ask(&format!("what is a {word}")).await;
    }
    let mut page = desk.knowledge("gaps", &[]).await;
    let mut seen = Vec::new();
    for number in 1..=3 {
        assert!(text(&page).contains(&format!("page {number} of 3")), "{}", text(&page));
        seen.extend(choices(&page, "gap"));
        if number < 3 {
            let next = format!("v1:gaps:{number}");
            let id = desk.standin.send(Interaction::press(&next, &page).by(&desk.moderator())).await;
            page = desk.filled_in(id).await;
        }
    }
    let count = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!((count, seen.len()), (22, 22), "each once");
    desk.stop().await;
}

#[tokio::test]
async fn everything_can_be_taken_along_as_files() {
    let desk = Desk::start("export").await;
    desk.ask(MISSED).await;
    let answer = desk.ask("Is there a toll?").await;
    let wrong = component(&answer, "wrong");
    let form = Interaction::submit(&wrong, &[("text", "it is back, says me@example.com")]).from(&answer);
    desk.standin.callback(desk.standin.send(form).await).await;
    let subcommand = json!({ "name": "export", "type": 1, "options": [] });
    let command = Interaction::command("knowledge").option(subcommand);
    let id = desk.standin.send(command.clone().by(&desk.moderator())).await;
    desk.standin.callback(id).await;
    let edit = desk.standin.next_edit(id).await;
    let names: Vec<&str> = edit.files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["knowledge.zip", "journal.json", "exam.txt"]);
    for (id, name) in names.iter().enumerate() {
        assert_eq!(edit.body["attachments"][id], json!({ "id": id.to_string(), "filename": name }));
    }
    let [(_, archive), (_, journal), (_, exam)] = &edit.files[..] else { panic!("three files") };
    for (path, bytes) in files(&desk.knowledge) {
        let inside = [path.as_bytes(), &bytes].concat();
        assert!(archive.windows(inside.len()).any(|window| window == inside), "{path} is in the archive");
    }
    let journal: Value = serde_json::from_slice(journal).unwrap();
    assert_eq!((&journal["questions_without_an_answer"], &journal["wrong"]), (&json!(1), &json!(1)));
    assert_eq!(journal["entries"], json!([{ "entry": "toll-ended", "useful": 0, "wrong": 1 }]));
    assert_eq!(journal["remarks"][0]["remark"], "it is back, says [e-mail]");
    let exam = String::from_utf8(exam.clone()).unwrap();
    let first = "generation 1: 3 of 3 golden questions right, 0 wrong, 0 missed\n\n\
                 right   which year did Thorn's bridge get built: answered by bridge-built\n";
    assert!(exam.starts_with(first), "{exam}");
    let id = desk.standin.send(command).await;
    assert!(desk.standin.callback(id).await.text().contains("for the moderators of this server"));
    desk.stop().await;
}
