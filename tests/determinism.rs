//! The same knowledge and the same question give the same bytes: however many threads learned, however many
//! ask at once, in every run of the program.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
#![expect(unreachable_pub, reason = "a test program has no outside")]
#![expect(dead_code, reason = "the real knowledge is asked, not the small one")]

mod program;

use std::thread;

use aide_memoire::desk::Desk;
use aide_memoire::knowledge::load::Origin;
use aide_memoire::terminal;
use program::{command, empty_folder, run};
use serde_json::json;

/// A desk that was opened by so many threads.
fn desk(threads: usize) -> Desk {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be started");
    let (desk, _) = pool.install(|| Desk::open(&Origin::Embedded.files())).expect("the knowledge is valid");
    desk
}

/// A batch of all golden questions, each as it is and mistyped.
fn questions(desk: &Desk) -> String {
    let generation = desk.current();
    let golden = &generation.engine.knowledge().golden;
    let lines = golden.iter().flat_map(|golden| {
        let asked = [golden.question.clone(), mistyped(&golden.question)];
        asked.map(|question| json!({ "question": question, "context": golden.context }).to_string() + "\n")
    });
    lines.collect()
}

/// The text with two letters exchanged in the middle of its longest word.
fn mistyped(text: &str) -> String {
    let longest = text.split(' ').max_by_key(|word| word.chars().count()).unwrap();
    let mut letters: Vec<char> = longest.chars().collect();
    let middle = letters.len() / 2;
    letters.swap(middle.saturating_sub(1), middle);
    text.replacen(longest, &String::from_iter(letters), 1)
}

fn replies(desk: &Desk, questions: &str) -> Vec<u8> {
    let mut replies = Vec::new();
    terminal::batch(desk, &mut questions.as_bytes(), &mut replies).expect("memory can be written to");
    replies
}

/// Compares line by line, so that a difference can be read.
#[track_caller]
fn assert_same(questions: &str, expected: &[u8], found: &[u8], of: &str) {
    let lines = |bytes: &[u8]| -> Vec<String> {
        std::str::from_utf8(bytes).unwrap().lines().map(str::to_owned).collect()
    };
    let (expected, found) = (lines(expected), lines(found));
    assert_eq!((expected.len(), found.len()), (questions.lines().count(), expected.len()), "lines of {of}");
    for ((question, expected), found) in questions.lines().zip(&expected).zip(&found) {
        assert_eq!(expected, found, "{of} answers {question} differently");
    }
}

#[test]
fn the_same_bytes_for_every_number_of_threads_and_in_every_run() {
    let five = desk(5);
    let questions = questions(&five);
    let expected = replies(&five, &questions);

    // Every run also draws its hash seeds anew, so that an order that follows from them would show.
    let folder = empty_folder("runs");
    for threads in ["1", "2", "5"] {
        let mut command = command(&folder, &["ask", "--json", "--batch"]);
        command.env("RAYON_NUM_THREADS", threads);
        let ran = run(command, questions.as_bytes());
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        let of = format!("the program with {threads} threads");
        assert_same(&questions, &expected, ran.out.as_bytes(), &of);
    }

    // Beside one another, each beginning elsewhere, so that different questions are answered at one time.
    let lines: Vec<&str> = questions.split_inclusive('\n').collect();
    thread::scope(|scope| {
        let asking: Vec<_> = (0..5)
            .map(|start| {
                let mut turned = lines.clone();
                turned.rotate_left(start * lines.len() / 5);
                let (five, questions, expected, lines) = (&five, &questions, &expected, lines.len());
                scope.spawn(move || {
                    let found = replies(five, &turned.concat());
                    let mut found: Vec<&[u8]> = found.split_inclusive(|byte| *byte == b'\n').collect();
                    found.rotate_right(start * lines / 5);
                    assert_same(questions, expected, &found.concat(), "one of five that ask at once");
                })
            })
            .collect();
        for asked in asking {
            asked.join().expect("every asker gets the same replies");
        }
    });
}
