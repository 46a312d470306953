//! Reloads through Discord: proposed, applied, rolled back; and the faults that other bots had with their data files.

use std::fs;
use std::os::unix::fs::symlink;
use std::time::Duration;

use serde_json::json;

use crate::desk::{Desk, button, check, knowledge, said};
use crate::folder::{FILE, FIRST, QUESTION};
use crate::standin::events::Interaction;

const SECOND: &str = "It is free, version 2.";

#[tokio::test]
async fn a_change_goes_live_when_it_is_applied_and_comes_back_by_a_rollback() {
    let desk = Desk::open("goes-live").await;
    let (status, _) = desk.moderator("status", json!([])).await;
    check(&status, &["Answering from generation 1", "by start", "are the same"]);
    let (unchanged, _) = desk.reload().await;
    check(&unchanged, &["nothing to apply: these are the files of generation 1"]);

    desk.folder.answer(SECOND);
    let (status, _) = desk.moderator("status", json!([])).await;
    check(&status, &["Answering from generation 1", "differ from it: use /knowledge reload"]);
    let note = json!([{ "name": "note", "type": 3, "value": "free @everyone" }]);
    let (proposal, message) = desk.moderator("reload", note).await;
    let shown = [
        "Apply generation 2?",
        "entries: 0 added, 1 edited, 0 removed",
        "edited entry: toll-ended (answer)",
        "golden questions: no outcome changes",
        "exam before: 3 of 3 golden questions right",
        "Nothing has changed yet",
    ];
    check(&proposal, &shown);
    assert_eq!(desk.says().await, (FIRST.to_owned(), 1), "a proposal changes nothing");
    check(&desk.press("Apply", &message).await, &["Now answering from generation 2", "toll-ended"]);
    assert_eq!(desk.says().await, (SECOND.to_owned(), 2));

    let (history, _) = desk.moderator("history", json!([])).await;
    check(&history, &["Generation 2", "free ＠everyone", "Generation 1", "<t:"]);
    let user = format!("by Discord user {}", desk.standin.world().moderator.id);
    check(&history, &[user.as_str()]);

    let (proposal, message) = desk.moderator("rollback", json!([])).await;
    check(&proposal, &["generation 3, a rollback to generation 1, compared with generation 2"]);
    check(&desk.press("Cancel", &message).await, &["Cancelled", "still answering from generation 2"]);
    let lapsed = Interaction::press(&button(&message, "Apply"), &message);
    let id = desk.standin.send(lapsed.by(&desk.standin.world().moderator.clone())).await;
    check(&desk.standin.callback(id).await, &["has lapsed", "Nothing has changed"]);
    assert_eq!(desk.says().await, (SECOND.to_owned(), 2));
    let number = json!([{ "name": "generation", "type": 4, "value": 1 }]);
    let (_, message) = desk.moderator("rollback", number).await;
    check(&desk.press("Apply", &message).await, &["Now answering from generation 3"]);
    assert_eq!(desk.says().await, (FIRST.to_owned(), 3));
    let (none, _) =
        desk.moderator("rollback", json!([{ "name": "generation", "type": 4, "value": 99 }])).await;
    check(&none, &["generation 99 is not kept; there are 3, 2, 1", "Still answering from generation 3"]);

    // What was applied last serves after a restart, although the folder differs, and even where it is broken.
    desk.folder.write(FILE, "{");
    let desk = desk.restart().await;
    assert_eq!(desk.says().await, (FIRST.to_owned(), 3));
    let log = desk.stop().await;
    assert!(log.contains("differ from generation 3"), "{log}");
}

// https://github.com/vectordotdev/vector/pull/752, https://github.com/NousResearch/hermes-agent/pull/60591,
// https://github.com/paultuckey/urlrewritefilter/issues/59, https://github.com/serde-rs/json/issues/805,
// https://github.com/axodotdev/axoasset/pull/87, https://github.com/facebookarchive/mention-bot/pull/186,
// https://github.com/elijabesu/SauriCogs/pull/8 and https://github.com/puremachinery/carapace/pull/421
#[tokio::test]
async fn broken_files_are_told_where_they_are_broken_and_change_nothing() {
    let desk = Desk::open("broken").await;
    let sound = desk.folder.read(FILE);
    let path = desk.folder.path.join(FILE);
    let comma = sound.trim_end().strip_suffix("]\n}").unwrap().trim_end().to_owned() + ",\n  ]\n}\n";
    let line = format!("toll.json:{}:", comma.lines().count() - 1);
    let utf16: Vec<u8> = "\u{FEFF}{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let broken: [(&str, Vec<u8>, &str); 7] = [
        ("cut short", sound.as_bytes()[..400].to_vec(), "[json-syntax]"),
        ("empty", Vec::new(), "toll.json:1:1: error\\[json-syntax\\]"),
        ("a list", b"[]".to_vec(), "toll.json:1:1: error\\[wrong-type\\]"),
        ("a mark", format!("\u{FEFF}{sound}").into_bytes(), "error\\[byte-order-mark\\]"),
        ("UTF-16", utf16, "error\\[not-utf8\\]"),
        ("a comma", comma.into_bytes(), line.as_str()),
        ("rubbish", b"{ \"secret-token\": \"xyzzy\"\n".to_vec(), "toll.json:"),
    ];
    let place = desk.folder.path.parent().unwrap().to_str().unwrap().to_owned();
    let mut generation = 1;
    for (what, bytes, part) in broken {
        desk.folder.write(FILE, bytes);
        let (told, _) = desk.reload().await;
        let plain = told.text().replace('\\', "");
        assert!(plain.contains(&part.replace('\\', "")), "{what}: {plain}");
        let serving = format!("still answering from generation {generation}");
        check(&told, &["in the files", serving.as_str()]);
        for secret in [place.as_str(), "/tmp", "src/", "jsonc", "xyzzy", "how much is the toll"] {
            assert!(!told.text().contains(secret), "{what}: {secret:?} is shown in {}", told.text());
        }
        assert_eq!(told.message()["components"], json!([]), "nothing to apply: {told}");
        assert_eq!(desk.says().await.1, generation, "{what}");
        // Mended, the next reload works.
        generation += 1;
        desk.folder.write(FILE, &sound);
        let answer = format!("It is free, version {generation}.");
        desk.folder.answer(&answer);
        let (_, message) = desk.reload().await;
        check(&desk.press("Apply", &message).await, &["Now answering from"]);
        assert_eq!(desk.says().await, (answer, generation), "after {what}");
    }
    let serving = format!("still answering from generation {generation}");
    for (what, part) in [("missing", "[missing-file]"), ("unreadable", "[unreadable-file]")] {
        for file in ["article.json", "silences.json"] {
            let path = desk.folder.path.join(file);
            let kept = desk.folder.read(file);
            fs::remove_file(&path).unwrap();
            if what == "unreadable" {
                symlink("nowhere", &path).unwrap();
            }
            let (told, _) = desk.reload().await;
            check(&told, &[serving.as_str()]);
            assert!(told.text().replace('\\', "").contains(part), "{what}: {}", told.text());
            assert!(!told.text().contains(&place), "{}", told.text());
            assert_eq!(desk.says().await.1, generation);
            let _ = fs::remove_file(&path);
            desk.folder.write(file, kept);
        }
    }
    assert!(path.exists());
    // More faults than are shown, each as long as can be.
    desk.folder.edit("vocabulary.json", |file| {
        for number in 0..40 {
            file[format!("{number}@everyone{}", "*".repeat(900))] = json!(1);
        }
    });
    let (told, _) = desk.reload().await;
    check(&told, &["40 errors in the files", "and 30 more", serving.as_str()]);
    assert!(!told.text().contains("@everyone"), "{}", told.text());
    desk.stop().await;
}

// https://github.com/notify-rs/notify/issues/531, https://github.com/notify-rs/notify/issues/113 and
// https://github.com/fsnotify/fsnotify/issues/17: nothing is watched here, so that nothing can follow an old file.
#[tokio::test]
async fn however_a_file_is_saved_the_next_reload_sees_it() {
    let desk = Desk::open("saved").await;
    let path = desk.folder.path.join(FILE);
    for edit in 2..7 {
        let answer = format!("It is free, version {edit}.");
        desk.folder.answer(&answer);
        let text = desk.folder.read(FILE);
        let beside = desk.folder.path.parent().unwrap().join(format!("saved-{edit}.json"));
        match edit {
            // As Vim does: the old one becomes a backup, a new one takes its name.
            2..=4 => {
                fs::rename(&path, path.with_extension("json~")).unwrap();
                fs::write(&path, &text).unwrap();
            }
            // `mv new data`.
            5 => {
                fs::write(&beside, &text).unwrap();
                fs::rename(&beside, &path).unwrap();
            }
            // A symbolic link is swapped.
            _ => {
                fs::write(&beside, &text).unwrap();
                let link = path.with_extension("link");
                symlink(&beside, &link).unwrap();
                fs::rename(&link, &path).unwrap();
            }
        }
        let (_, message) = desk.reload().await;
        desk.press("Apply", &message).await;
        assert_eq!(desk.says().await, (answer, edit));
    }
    desk.stop().await;
}

// https://github.com/serenity-rs/serenity/issues/676, https://github.com/discord-tickets/bot/issues/250 and
// https://github.com/discordjs/discord.js/issues/10752
#[tokio::test]
async fn of_two_reloads_at_once_one_is_applied_and_no_question_waits() {
    let desk = Desk::open("at-once").await;
    let standin = &desk.standin;
    let moderator = standin.world().moderator.clone();
    for number in 2..12 {
        let answer = format!("It is free, version {number}.");
        desk.folder.answer(&answer);
        let mut proposals = Vec::new();
        for _ in 0..2 {
            proposals.push(standin.send(knowledge("reload", &json!([])).by(&moderator)).await);
        }
        let mut asked = Vec::new();
        for _ in 0..10 {
            asked.push(standin.ask_command(QUESTION).await);
        }
        let mut pressed = Vec::new();
        for id in proposals {
            let acknowledged = standin.callback(id).await;
            standin.next_edit(id).await;
            let message = standin.message_of(&acknowledged);
            pressed.push(Interaction::press(&button(&message, "Apply"), &message).by(&moderator));
        }
        let mut applied = Vec::new();
        for press in pressed {
            applied.push(standin.send(press).await);
            for _ in 0..5 {
                asked.push(standin.ask_command(QUESTION).await);
            }
        }
        let mut outcomes = Vec::new();
        for id in applied {
            let text = standin.next_edit(id).await.text();
            outcomes.push(if text.contains("Now answering from") { "applied" } else { "refused" });
        }
        outcomes.sort_unstable();
        assert_eq!(outcomes, ["applied", "refused"], "round {number}");
        for id in asked {
            let (text, generation) = said(&standin.callback(id).await);
            let before =
                if number == 2 { FIRST.to_owned() } else { format!("It is free, version {}.", number - 1) };
            assert!(
                [(before, number - 1), (answer.clone(), number)].contains(&(text.clone(), generation)),
                "round {number}: {text} of generation {generation}"
            );
        }
        assert_eq!(desk.says().await, (answer, number));
    }
    let log = desk.stop().await;
    assert_eq!(log.matches("WARN").count(), 0, "{log}");
}

#[tokio::test]
async fn a_proposal_falls_when_files_or_generation_are_no_longer_those() {
    let desk = Desk::open("falls").await;
    desk.folder.answer(SECOND);
    let (_, message) = desk.reload().await;
    desk.folder.answer("It is free, version 3.");
    let refused = desk.press("Apply", &message).await;
    check(&refused, &["Not applied: the files have changed", "Still answering from generation 1"]);
    let (_, first) = desk.reload().await;
    let (_, second) = desk.reload().await;
    check(&desk.press("Apply", &second).await, &["Now answering from generation 2"]);
    let refused = desk.press("Apply", &first).await;
    check(&refused, &["Not applied: generation 2 was applied since", "Still answering from generation 2"]);
    // Golden questions that turn wrong stop nobody who has seen them.
    desk.folder.lose_the_toll();
    let (proposal, message) = desk.reload().await;
    check(&proposal, &["1 golden question turns wrong", "TURNS WRONG “what will it cost me"]);
    check(&desk.press("Apply", &message).await, &["Now answering from generation 3"]);
    desk.stop().await;
}

#[tokio::test]
async fn a_signal_takes_up_applies_or_tells_the_log_why_not() {
    let desk = Desk::open("signal").await;
    desk.bot.signal("HUP").await;
    desk.bot.logged("reload: the files are those that serve").await;
    desk.folder.answer(SECOND);
    desk.bot.signal("HUP").await;
    desk.bot.logged("new knowledge is serving: 3 of 3 golden questions right").await;
    assert_eq!(desk.says().await, (SECOND.to_owned(), 2));
    // In a terminal; then with the folder as it is.
    let mut terminal = tokio::process::Command::new(env!("CARGO_BIN_EXE_aide-memoire"));
    terminal.args(["rollback", "--knowledge", desk.folder.str(), "--state", &desk.state]);
    let rolled_back = terminal.output().await.unwrap();
    assert!(rolled_back.status.success(), "{rolled_back:?}");
    assert_eq!(desk.says().await.1, 2, "until it is told");
    let (status, _) = desk.moderator("status", json!([])).await;
    check(&status, &["Generation 3 was applied outside of Discord"]);
    desk.bot.signal("HUP").await;
    desk.bot.logged("new knowledge is serving, applied elsewhere").await;
    assert_eq!(desk.says().await, (FIRST.to_owned(), 3));
    desk.folder.lose_the_toll();
    desk.bot.signal("HUP").await;
    desk.bot.logged("golden questions turn wrong; still answering from generation 3").await;
    desk.folder.write(FILE, "{");
    desk.bot.signal("HUP").await;
    desk.bot.logged("the files cannot be used; still answering from generation 3").await;
    assert_eq!(desk.says().await, (FIRST.to_owned(), 3));
    let log = desk.bot.log();
    for part in ["turns wrong: answered with toll-ended → ", "entries/toll.json:1:", "error[json-syntax]"] {
        assert!(log.contains(part), "{part:?} is not in the log:\n{log}");
    }
    desk.stop().await;
}

#[tokio::test]
async fn what_cannot_be_kept_is_not_applied() {
    let file = crate::folder::scratch("no-state");
    fs::write(&file, "a file in the place of a folder").unwrap();
    let desk = Desk::open_with("unkept", &[("AIDE_STATE", file.to_str().unwrap())]).await;
    let (status, _) = desk.moderator("status", json!([])).await;
    check(&status, &["which is not kept anywhere", "Nothing can be applied"]);
    desk.folder.answer(SECOND);
    let (_, message) = desk.reload().await;
    let refused = desk.press("Apply", &message).await;
    check(&refused, &["Not applied: the new generation cannot be kept in the state folder"]);
    assert!(!refused.text().contains(file.to_str().unwrap()), "{}", refused.text());
    assert_eq!(desk.says().await, (FIRST.to_owned(), 1));
    let log = desk.stop().await;
    assert!(log.contains("the state folder cannot be written"), "{log}");
}

#[tokio::test]
async fn questions_are_answered_while_proposals_are_worked_out() {
    let desk = Desk::open("meanwhile").await;
    desk.folder.answer(SECOND);
    let moderator = desk.standin.world().moderator.clone();
    let mut proposals = Vec::new();
    for _ in 0..4 {
        proposals.push(desk.standin.send(knowledge("reload", &json!([])).by(&moderator)).await);
    }
    for _ in 0..50 {
        let sent = std::time::Instant::now();
        let id = desk.standin.ask_command(QUESTION).await;
        let answer = desk.standin.callback(id).await;
        assert!(answer.at - sent < Duration::from_secs(1), "an answer took {:?}", answer.at - sent);
    }
    for id in proposals {
        desk.standin.next_edit(id).await;
    }
    desk.stop().await;
}
