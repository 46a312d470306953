//! What the bot writes down, what it forgets again, and that it answers whatever is wrong with the journal's file.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde_json::{Value, json};

use aide_memoire::journal::{FILE, Store};
use aide_memoire::knowledge::load::Origin;

use crate::bot::{Bot, one_section};
use crate::expect::custom_ids;
use crate::standin::StandIn;
use crate::standin::events::{Interaction, Post};
use crate::standin::people::Person;

/// Questions that the one section answers, and does not.
const ANSWERED: &str = "What does OSCE stand for?";
const REFUSED: &str = "how tall is the tower of Pisa";

/// A state folder with nothing in it.
fn state(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("state").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The bot with one section of the knowledge and a journal in this folder.
async fn start(standin: &StandIn, folder: &Path) -> Bot {
    Bot::start_with(standin, &variables(folder)).await
}

fn variables(folder: &Path) -> [(&str, &str); 2] {
    [("AIDE_STATE", folder.to_str().unwrap()), ("AIDE_JOURNAL_DAYS", "30")]
}

/// The one section, and the silences for small talk.
fn with_small_talk() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("small-talk");
    fs::create_dir_all(folder.join("entries")).unwrap();
    for file in ["article.json", "vocabulary.json", "exam.json", "entries/whats-next.json"] {
        fs::copy(one_section().join(file), folder.join(file)).unwrap();
    }
    let files = Origin::Embedded.files();
    let silences = files.iter().find(|file| file.path == "silences.json").unwrap().bytes.as_ref().unwrap();
    let mut silences: Value = serde_json::from_slice(silences).unwrap();
    silences["silences"].as_array_mut().unwrap().retain(|silence| silence["reason"] == "small_talk");
    fs::write(folder.join("silences.json"), silences.to_string()).unwrap();
    folder
}

/// The questions in the journal, the oldest first.
fn kept(folder: &Path) -> Vec<String> {
    let store = Store::open_to_read(folder).unwrap().unwrap();
    store.questions().unwrap().into_iter().map(|kept| kept.question).collect()
}

/// Asks with `/ask`, and hands back the answer as Discord has it.
async fn ask(standin: &StandIn, question: &str) -> Value {
    let id = standin.ask_command(question).await;
    standin.message_of(&standin.callback(id).await)
}

fn forget_button(message: &Value) -> Option<String> {
    custom_ids(message).into_iter().find(|id| id.starts_with("v1:forget:"))
}

#[tokio::test]
async fn what_was_not_answered_is_written_down_and_nothing_else() {
    let standin = StandIn::start().await;
    let folder = state("written");
    let [state, days] = variables(&folder);
    let knowledge = with_small_talk();
    let knowledge = ("AIDE_KNOWLEDGE", knowledge.to_str().unwrap());
    let bot = Bot::start_with(&standin, &[state, days, knowledge]).await;
    let world = standin.world().clone();
    let id = standin.send(Interaction::command("about")).await;
    let about = standin.callback(id).await.text();
    for part in ["for 30 days, questions that I could not answer", "no name", "“Forget my question”"] {
        assert!(about.contains(part), "{about}");
    }
    // Through every door, with a word of its own.
    let asked = |word: &str| format!("{REFUSED} {word}");
    assert_eq!(forget_button(&ask(&standin, ANSWERED).await), None, "of an answer nothing is kept");
    assert!(forget_button(&ask(&standin, &asked("slash")).await).is_some());
    let private = json!({ "name": "private", "type": 5, "value": true });
    let command = Interaction::command("ask").text("question", &asked("private")).option(private);
    let id = standin.send(command).await;
    assert!(forget_button(standin.callback(id).await.message()).is_some());
    standin.mention(&asked("mention")).await;
    let mentioned = standin.message_of(&standin.next_message(world.channel).await);
    assert!(forget_button(&mentioned).is_some(), "{mentioned:#}");
    standin
        .post(Post::new(&format!("{} {}", world.bot_mention(), asked("reply"))).reply_to(&mentioned))
        .await;
    standin.next_message(world.channel).await;
    standin.direct_message(&asked("direct <@123456789012345678> me@example.com 0171 2345678")).await;
    standin.next_message(world.direct_channel).await;
    let post = standin.message(&asked("menu")).await;
    let target = standin.stored_message(post);
    let id = standin.send(Interaction::message_command("Answer this", &target)).await;
    standin.callback(id).await;
    for small_talk in ["thanks!", "+++"] {
        let id = standin.ask_command(small_talk).await;
        assert_eq!(forget_button(standin.callback(id).await.message()), None, "{small_talk}");
    }
    let log = bot.stop().await;
    assert!(!log.contains("Pisa"), "{log}");
    let doors = ["slash", "private", "mention", "reply", "direct [mention] [e-mail] [number]", "menu"];
    assert_eq!(kept(&folder), doors.map(asked));
    // Neither who asked nor where or in which message.
    let bytes = fs::read(folder.join(FILE)).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    for number in [world.member.id, world.channel, world.direct_channel, world.guild, post] {
        assert!(!text.contains(&number.to_string()), "{number} is in the journal");
        assert!(!bytes.windows(8).any(|bytes| bytes == number.to_be_bytes()), "{number} is in the journal");
    }
    standin.verify();
}

#[tokio::test]
async fn the_same_question_asked_at_once_is_written_down_once() {
    let standin = StandIn::start().await;
    let folder = state("repeats");
    let [state, days] = variables(&folder);
    let bot = Bot::start_with(&standin, &[state, days, ("AIDE_REPEATS", "60")]).await;
    ask(&standin, REFUSED).await;
    let id = standin.ask_command(REFUSED).await;
    assert!(standin.callback(id).await.text().contains("just answered that"));
    bot.stop().await;
    assert_eq!(kept(&folder), [REFUSED]);
    standin.verify();
}

#[tokio::test]
async fn the_asker_alone_can_have_a_question_forgotten() {
    let standin = StandIn::start().await;
    let folder = state("forgotten");
    let bot = start(&standin, &folder).await;
    let message = ask(&standin, REFUSED).await;
    let other = ask(&standin, &format!("{REFUSED} again")).await;
    let button = forget_button(&message).unwrap();
    assert_ne!(forget_button(&other).unwrap(), button);
    let press = |by: &Person| standin.send(Interaction::press(&button, &message).by(by));
    let id = press(&Person::new(77, "stranger")).await;
    let told = standin.callback(id).await;
    assert!(told.text().contains("Only the one who asked"), "{}", told.text());
    assert_eq!(told.message()["flags"], 64);
    let id = press(&standin.world().member.clone()).await;
    let told = standin.callback(id).await;
    assert!(told.text().contains("Forgotten"), "{}", told.text());
    assert_eq!((told.callback_type(), &told.message()["flags"]), (4, &json!(64)));
    let mut forged = message.clone();
    forged["components"][0]["components"][0]["custom_id"] = json!("v1:forget:0");
    let id = standin.press("v1:forget:0", &forged).await;
    assert!(standin.callback(id).await.text().contains("Only the one who asked"));
    bot.stop().await;
    assert_eq!(kept(&folder), [format!("{REFUSED} again")]);
    let bytes = fs::read(folder.join(FILE)).unwrap();
    assert_eq!(bytes.windows(4).filter(|bytes| bytes == b"Pisa").count(), 1);
    // Who asked is not written down: after a restart nobody can tell.
    let bot = start(&standin, &folder).await;
    let button = forget_button(&other).unwrap();
    let id = standin.press(&button, &other).await;
    assert!(standin.callback(id).await.text().contains("Only the one who asked"));
    bot.stop().await;
    standin.verify();
}

#[tokio::test]
async fn opinions_are_written_down_and_each_member_counts_once() {
    let standin = StandIn::start().await;
    let folder = state("opinions");
    let bot = start(&standin, &folder).await;
    let answer = ask(&standin, ANSWERED).await;
    let again = ask(&standin, ANSWERED).await;
    let useful = custom_ids(&answer).into_iter().find(|id| id.starts_with("v1:useful:")).unwrap();
    let stranger = Person::new(77, "stranger");
    let presses = [(&answer, "counted that"), (&answer, "already"), (&again, "counted that")];
    for (message, told) in presses {
        let id = standin.press(&useful, message).await;
        assert!(standin.callback(id).await.text().contains(told), "{told}");
    }
    let id = standin.send(Interaction::press(&useful, &answer).by(&stranger)).await;
    assert!(standin.callback(id).await.text().contains("counted that"));
    let wrong = useful.replace("useful", "wrong");
    for (text, told) in [("it is not, see https://example.com", "counted that"), ("really!", "already")] {
        let form = Interaction::submit(&wrong, &[("text", text)]).from(&answer);
        let id = standin.send(form).await;
        assert!(standin.callback(id).await.text().contains(told), "{text:?}: {told}");
    }
    bot.stop().await;
    let store = Store::open_to_read(&folder).unwrap().unwrap();
    let opinions: Vec<_> =
        store.opinions().unwrap().into_iter().map(|it| (it.entry, it.useful, it.wrong)).collect();
    assert_eq!(opinions, [("osce-name".to_owned(), 3, 1)]);
    let remarks: Vec<_> = store.remarks(9).unwrap().into_iter().map(|it| it.remark).collect();
    assert_eq!(remarks, ["it is not, see [link]"]);
    standin.verify();
}

/// Asks what is not answered, and checks that it is refused as ever. Questions in a row, one for every page of a file.
async fn asks_all_the_same(standin: &StandIn, times: usize) {
    for n in 0..times {
        let message = ask(standin, &format!("{REFUSED} {n} {}", "in the north ".repeat(30))).await;
        assert_eq!(message["embeds"].as_array().map(Vec::len), Some(1), "{message:#}");
    }
}

/// Checks that the bot says in its log and in its status how the journal fares, with no word of a member in either.
async fn says(standin: &StandIn, bot: Bot, part: &str) {
    bot.logged(part).await;
    bot.logged("questions are answered all the same").await;
    let status = status(standin).await;
    assert!(status.contains(&format!("Journal: {part}")), "{status}");
    let log = bot.stop().await;
    assert!(!log.contains("Pisa") && !status.contains("Pisa"), "{status}\n{log}");
}

/// What `/knowledge status` tells a moderator.
async fn status(standin: &StandIn) -> String {
    let subcommand = json!({ "name": "status", "type": 1, "options": [] });
    let moderator = standin.world().moderator.clone().permissions("32");
    let id = standin.send(Interaction::command("knowledge").option(subcommand).by(&moderator)).await;
    standin.next_edit(id).await.text().replace('\\', "")
}

#[tokio::test]
async fn a_full_disk_stops_no_answer() {
    let standin = StandIn::start().await;
    let folder = state("full");
    // A journal that fills the disk.
    let bot = start(&standin, &folder).await;
    asks_all_the_same(&standin, 1).await;
    bot.stop().await;
    let connection = Connection::open(folder.join(FILE)).unwrap();
    connection
        .execute_batch("CREATE TABLE filler (text TEXT); INSERT INTO filler VALUES (zeroblob(2000000));")
        .unwrap();
    drop(connection);
    let size = fs::metadata(folder.join(FILE)).unwrap().len();
    let bot = Bot::start_on_full_disk(&standin, size + 4096, &variables(&folder)).await;
    asks_all_the_same(&standin, 40).await;
    says(&standin, bot, "the journal cannot be written: the disk is full").await;
    // What was written before is still there, and there is no half of anything.
    let kept = kept(&folder).len();
    assert!((1..41).contains(&kept), "{kept}");
    standin.verify();
}

#[tokio::test]
async fn a_read_only_file_stops_no_answer() {
    let standin = StandIn::start().await;
    let folder = state("read-only");
    let bot = start(&standin, &folder).await;
    bot.stop().await;
    let file = folder.join(FILE);
    // To whom permissions mean nothing, the file itself says so: a form of it that may be read and not written
    // (https://www.sqlite.org/fileformat.html, 1.3.3).
    let mut bytes = fs::read(&file).unwrap();
    bytes[18] = 3;
    fs::write(&file, &bytes).unwrap();
    let mut permissions = fs::metadata(&file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).unwrap();
    let bot = start(&standin, &folder).await;
    asks_all_the_same(&standin, 2).await;
    says(&standin, bot, "the journal cannot be written: its file is read-only").await;
    assert_eq!(fs::read(&file).unwrap(), bytes);
    standin.verify();
}

#[tokio::test]
async fn a_locked_file_stops_no_answer() {
    let standin = StandIn::start().await;
    let folder = state("locked");
    let bot = start(&standin, &folder).await;
    let lock = Connection::open(folder.join(FILE)).unwrap();
    // The bot may be at its first transaction.
    lock.busy_timeout(std::time::Duration::from_secs(10)).unwrap();
    lock.execute_batch("BEGIN EXCLUSIVE").unwrap();
    asks_all_the_same(&standin, 3).await;
    bot.logged("the journal cannot be written: another program has locked its file").await;
    let told = status(&standin).await;
    assert!(told.contains("Journal: the journal cannot be written: another program has locked"), "{told}");
    lock.execute_batch("ROLLBACK").unwrap();
    let message = ask(&standin, "what colour is the moon over Mongolia").await;
    assert!(forget_button(&message).is_some());
    bot.logged("the journal is written again").await;
    says(&standin, bot, "the journal is written").await;
    assert!(kept(&folder).contains(&"what colour is the moon over Mongolia".to_owned()));
    standin.verify();
}

#[tokio::test]
async fn a_damaged_file_is_moved_aside_and_a_new_one_begun() {
    let standin = StandIn::start().await;
    let folder = state("damaged");
    let file = folder.join(FILE);
    let bot = start(&standin, &folder).await;
    asks_all_the_same(&standin, 40).await;
    bot.stop().await;
    let good = fs::read(&file).unwrap();
    let mut broken = good.clone();
    broken[4096..].fill(0x5A);
    let aside = || {
        let names =
            fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.filter(|name| name.starts_with("journal.corrupt-")).collect();
        names.sort();
        names
    };
    for (round, bytes) in [b"this is no database, it is a note".to_vec(), broken].iter().enumerate() {
        fs::write(&file, bytes).unwrap();
        let bot = start(&standin, &folder).await;
        let question = format!("{REFUSED} {round}");
        ask(&standin, &question).await;
        bot.logged("the journal's file is damaged: it was moved aside to journal.corrupt-").await;
        let told = status(&standin).await;
        let aside_now = "Journal: the journal is written; a damaged one was moved aside to journal.corrupt-";
        assert!(told.contains(aside_now), "{told}");
        bot.stop().await;
        assert_eq!(kept(&folder), [question]);
        assert_eq!(aside().len(), round + 1);
        assert!(aside().iter().any(|name| fs::read(folder.join(name)).unwrap() == *bytes));
    }
    standin.verify();
}
