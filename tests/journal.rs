//! The journal's file: what is kept in it, for how long, and what becomes of files of other versions. What happens when
//! the file cannot be written is tested over the real program, in `discord/journal.rs`.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{channel, sync_channel};
use std::sync::{Arc, Mutex};

use aide_memoire::journal::{
    Act, Condition, Counts, DAY, FILE, Journal, Nearest, Note, QUEUE, Settings, Settled, Store, Trouble,
    Unanswered,
};
use rusqlite::Connection;

const NOW: i64 = 1_700_000_000;

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("journal").join(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}

fn begin(folder: &Path, now: i64) -> Journal {
    Journal::begin(Settings { folder: Some(folder.to_owned()), days: 30 }, now, |_| ()).unwrap()
}

/// Work on the file after everything noted before.
fn work<T: Send + 'static>(
    journal: &Journal,
    work: impl FnOnce(&mut Store) -> Result<T, Trouble> + Send + 'static,
) -> Result<T, Trouble> {
    let (done, came) = channel();
    journal.work(work, move |result| done.send(result).unwrap());
    came.recv().unwrap()
}

/// What is in the file once the journal is closed.
fn reopened(journal: Journal, folder: &Path) -> Store {
    drop(journal);
    Store::open_to_read(folder).unwrap().unwrap()
}

fn unanswered(token: &str, at: i64, question: &str) -> Note {
    let asked = Unanswered {
        question: question.to_owned(),
        outcome: "suggested",
        generation: 7,
        nearest: vec![
            Nearest { entry: "first one".to_owned(), score: 0.5 },
            Nearest { entry: "second".to_owned(), score: -0.125 },
        ],
    };
    Note::Unanswered { token: token.to_owned(), at, find: Box::new(move || vec![asked]) }
}

fn useful(at: i64, entry: &str) -> Note {
    Note::Useful { at, entry: entry.to_owned() }
}

fn wrong(at: i64, entry: &str, what: &str) -> Note {
    Note::Wrong { at, entry: entry.to_owned(), generation: 7, what: what.to_owned() }
}

fn act(at: i64, what: &str) -> Act {
    Act { at, who: "4711".to_owned(), what: what.to_owned(), outcome: "done".to_owned() }
}

#[test]
fn what_is_noted_is_kept_masked_and_in_order() {
    let folder = folder("kept");
    let journal = begin(&folder, NOW);
    journal.note(unanswered("a", NOW, "who is <@123456789012345678>, a@example.com?"));
    journal.note(unanswered("b", NOW + 1, &"é".repeat(600)));
    for at in [NOW, NOW, NOW + DAY] {
        journal.note(useful(at, "first"));
    }
    journal.note(wrong(NOW, "second", "see https://example.com"));
    journal.note(Note::Act(act(NOW, "reload")));
    let store = reopened(journal, &folder);
    let questions = store.questions().unwrap();
    assert_eq!(questions.len(), 2);
    assert_eq!(questions[0].question, "who is [mention], [e-mail]");
    assert_eq!((questions[0].at, questions[0].generation, questions[0].settled), (NOW, 7, None));
    assert_eq!(questions[0].outcome, "suggested");
    let nearest: Vec<_> = questions[0].nearest.iter().map(|near| (near.entry.as_str(), near.score)).collect();
    assert_eq!(nearest, [("first one", 0.5), ("second", -0.125)]);
    assert_eq!(questions[1].question, "é".repeat(500), "cut where a phrasing ends");
    let opinions: Vec<_> =
        store.opinions().unwrap().into_iter().map(|it| (it.entry, it.useful, it.wrong)).collect();
    assert_eq!(opinions, [("second".to_owned(), 0, 1), ("first".to_owned(), 3, 0)]);
    let remarks = store.remarks(5).unwrap();
    assert_eq!((remarks.len(), remarks[0].remark.as_str(), remarks[0].generation), (1, "see [link]", 7));
    assert_eq!(store.acts(5).unwrap(), [act(NOW, "reload")]);
    assert_eq!(store.counts().unwrap(), Counts { questions: 2, useful: 3, wrong: 1, acts: 1 });
    let names: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, [FILE], "at rest there is one file");
}

#[test]
fn what_is_forgotten_is_not_in_the_file_any_more() {
    let folder = folder("forgotten");
    let journal = begin(&folder, NOW);
    journal.note(unanswered("a", NOW, "quetzalcoatl one"));
    journal.note(unanswered("a", NOW, "quetzalcoatl two"));
    journal.note(unanswered("b", NOW, "another"));
    assert_eq!(work(&journal, |store| store.forget("c")), Ok(0));
    assert_eq!(work(&journal, |store| store.forget("a")), Ok(2), "all questions of a message");
    let store = reopened(journal, &folder);
    assert_eq!(store.questions().unwrap().len(), 1);
    let bytes = fs::read(folder.join(FILE)).unwrap();
    assert!(!bytes.windows(12).any(|bytes| bytes == b"quetzalcoatl"), "overwritten");
}

#[test]
fn what_members_wrote_goes_after_so_many_days() {
    let folder = folder("days");
    let journal = begin(&folder, NOW);
    for (age, text) in [(31, "old"), (29, "new")] {
        let at = NOW - age * DAY;
        journal.note(unanswered(text, at, text));
        journal.note(useful(at, text));
        journal.note(wrong(at, text, text));
        journal.note(Note::Act(act(at, text)));
    }
    let kept = |store: &Store| {
        let questions: Vec<_> = store.questions().unwrap().into_iter().map(|it| it.question).collect();
        let remarks: Vec<_> = store.remarks(9).unwrap().into_iter().map(|it| it.remark).collect();
        let opinions: Vec<_> = store.opinions().unwrap().into_iter().map(|it| it.entry).collect();
        (questions, remarks, opinions, store.acts(9).unwrap().len())
    };
    let only = |text: &str| vec![text.to_owned()];
    journal.note(Note::Prune { at: NOW });
    let left = work(&journal, move |store| Ok(kept(store))).unwrap();
    assert_eq!(left, (only("new"), only("new"), only("new"), 2), "what moderators did stays");
    drop(journal);
    // A bot that was away for long lets go of it when it starts.
    let journal = begin(&folder, NOW + 2 * DAY);
    let left = work(&journal, move |store| Ok(kept(store))).unwrap();
    assert_eq!(left, (vec![], vec![], vec![], 2));
}

#[test]
fn a_damaged_file_that_was_moved_aside_goes_with_its_time() {
    let folder = folder("aside");
    fs::create_dir_all(&folder).unwrap();
    let old = [
        format!("journal.corrupt-{}.sqlite", NOW - 31 * DAY),
        format!("journal.corrupt-{}-2.sqlite", NOW - 31 * DAY),
    ];
    let kept = [
        format!("journal.corrupt-{}.sqlite", NOW - 29 * DAY),
        "journal.corrupt-copy.sqlite".to_owned(),
        "other-1".to_owned(),
    ];
    for name in old.iter().chain(&kept) {
        fs::write(folder.join(name), "a note").unwrap();
    }
    fs::write(folder.join(FILE), "this is no database, it is a note").unwrap();
    let journal = begin(&folder, NOW);
    work(&journal, |_| Ok(())).unwrap();
    let aside = format!("journal.corrupt-{NOW}.sqlite");
    assert_eq!(journal.condition().moved_aside, Some(aside.clone()));
    drop(journal);
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let mut expected: Vec<String> = kept.into_iter().chain([aside, FILE.to_owned()]).collect();
    names.sort();
    expected.sort();
    assert_eq!(names, expected);
}

#[test]
fn there_is_only_so_much_and_the_oldest_go() {
    let folder = folder("bounded");
    let journal = begin(&folder, NOW);
    let asked = |n: usize| Unanswered {
        question: format!("question number {n}"),
        outcome: "suggested",
        generation: 1,
        nearest: Vec::new(),
    };
    let find = Box::new(move || (1..=10_003).map(asked).collect());
    journal.note(Note::Unanswered { token: "a".to_owned(), at: NOW, find });
    let store = reopened(journal, &folder);
    let questions = store.questions().unwrap();
    assert_eq!((questions.len(), questions[0].question.as_str()), (10_000, "question number 4"));
}

#[test]
fn a_question_that_is_settled_says_so() {
    let folder = folder("settled");
    let journal = begin(&folder, NOW);
    for text in ["one", "two", "three"] {
        journal.note(unanswered(text, NOW, text));
    }
    work(&journal, |store| store.settle(&[1], Settled::Added)).unwrap();
    work(&journal, |store| store.settle(&[3], Settled::Ignored)).unwrap();
    let settled: Vec<_> =
        reopened(journal, &folder).questions().unwrap().iter().map(|it| it.settled).collect();
    assert_eq!(settled, [Some(Settled::Added), None, Some(Settled::Ignored)]);
}

#[test]
fn nothing_is_opened_where_nothing_is_kept() {
    let folder = folder("off");
    assert!(Journal::begin(Settings { folder: Some(folder.clone()), days: 0 }, NOW, |_| ()).is_none());
    assert!(!folder.exists());
    assert!(Store::open_to_read(&folder).unwrap().is_none());
}

/// A file as version 1 made it.
fn version_1(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    let connection = Connection::open(folder.join(FILE)).unwrap();
    connection
        .execute_batch(
            "CREATE TABLE questions (id INTEGER PRIMARY KEY AUTOINCREMENT, token TEXT NOT NULL, at INTEGER NOT NULL,
                 question TEXT NOT NULL, outcome TEXT NOT NULL, generation INTEGER NOT NULL, nearest TEXT NOT NULL)
                 STRICT;
             CREATE INDEX questions_by_token ON questions (token);
             CREATE TABLE opinions (day INTEGER NOT NULL, entry TEXT NOT NULL, useful INTEGER NOT NULL DEFAULT 0,
                 wrong INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (day, entry)) STRICT;
             CREATE TABLE remarks (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, entry TEXT NOT NULL,
                 generation INTEGER NOT NULL, remark TEXT NOT NULL) STRICT;
             CREATE TABLE acts (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL,
                 outcome TEXT NOT NULL) STRICT;
             INSERT INTO questions VALUES (4, 't', 1700000000, 'as of old', 'silent', 2, '0.250 near');
             INSERT INTO opinions VALUES (19675, 'near', 3, 1);
             INSERT INTO remarks VALUES (1, 1700000000, 'near', 2, 'hm');
             INSERT INTO acts VALUES (1, 1700000000, '1', 'reload', 'done');
             PRAGMA user_version = 1;",
        )
        .unwrap();
}

#[test]
fn a_file_of_an_earlier_version_is_brought_up_with_its_rows() {
    let folder = folder("version-1");
    version_1(&folder);
    assert!(Store::open_to_read(&folder).unwrap().is_none(), "reading changes nothing");
    let journal = begin(&folder, NOW);
    journal.note(unanswered("b", NOW, "as of now"));
    work(&journal, |store| store.settle(&[4], Settled::Ignored)).unwrap();
    assert_eq!(journal.condition(), Condition::default());
    let store = reopened(journal, &folder);
    let questions: Vec<_> =
        store.questions().unwrap().into_iter().map(|it| (it.id, it.question, it.settled)).collect();
    let expected = [(4, "as of old".to_owned(), Some(Settled::Ignored)), (5, "as of now".to_owned(), None)];
    assert_eq!(questions, expected);
    assert_eq!(store.counts().unwrap(), Counts { questions: 2, useful: 3, wrong: 1, acts: 1 });
    assert_eq!(store.remarks(9).unwrap()[0].remark, "hm");
}

#[test]
fn a_file_of_a_later_version_is_left_alone() {
    let folder = folder("later");
    version_1(&folder);
    let connection = Connection::open(folder.join(FILE)).unwrap();
    connection.execute_batch("DROP TABLE acts; PRAGMA user_version = 99").unwrap();
    drop(connection);
    let before = fs::read(folder.join(FILE)).unwrap();
    let told = Arc::new(Mutex::new(Vec::new()));
    let hear = Arc::clone(&told);
    let settings = Settings { folder: Some(folder.clone()), days: 30 };
    let journal =
        Journal::begin(settings, NOW, move |sentence| hear.lock().unwrap().push(sentence.to_owned()))
            .unwrap();
    journal.note(unanswered("a", NOW, "now"));
    assert!(matches!(work(&journal, |_| Ok(())), Err(Trouble::Newer(99, _))));
    assert_eq!(journal.condition().lost, 1);
    assert!(journal.condition().to_string().contains("later version"), "{}", journal.condition());
    drop(journal);
    let told = told.lock().unwrap().join("\n");
    assert!(told.contains("later version of this program made it (schema 99"), "{told}");
    assert_eq!(told.lines().count(), 1, "told once: {told}");
    assert_eq!(fs::read(folder.join(FILE)).unwrap(), before);
    assert!(matches!(Store::open_to_read(&folder), Err(Trouble::Newer(99, _))));
}

#[test]
fn what_finds_no_place_in_the_queue_is_counted_and_nobody_waits() {
    let folder = folder("queue");
    let journal = begin(&folder, NOW);
    let (started, has_started) = channel();
    let (go_on, may_go_on) = sync_channel::<()>(0);
    let hold = move |_: &mut Store| {
        started.send(()).unwrap();
        may_go_on.recv().unwrap();
        Ok(())
    };
    journal.work(hold, |_| ());
    has_started.recv().unwrap();
    for n in 0..QUEUE + 7 {
        journal.note(unanswered("a", NOW, &format!("question {n}")));
    }
    assert_eq!(journal.condition().lost, 7);
    let (done, came) = channel();
    journal.work(|_| Ok(()), move |result| done.send(result).unwrap());
    assert_eq!(came.recv().unwrap(), Err(Trouble::Busy));
    go_on.send(()).unwrap();
    assert_eq!(reopened(journal, &folder).questions().unwrap().len(), QUEUE);
}
