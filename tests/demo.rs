//! The demo, as a newcomer starts it: lines go in through a pipe, and what is printed is what the README shows.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
#![expect(
    unreachable_pub,
    dead_code,
    reason = "a test program has no outside, and this one runs another program"
)]

mod program;

use std::fs;
use std::path::Path;
use std::process::Command;

use program::{Ran, package, run};

/// Begins the transcript in the README, which ends with its block.
const BEGIN: &str = "<!-- tests/demo.rs -->\n```\n";

/// `cargo run --example demo` with these lines typed.
fn demo(lines: &str) -> Ran {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["run", "--quiet", "--example", "demo", "--target-dir"]);
    // Where this test was built, so that nothing is built twice.
    cargo.arg(Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap());
    cargo.args(if cfg!(debug_assertions) { &[][..] } else { &["--release"] }).current_dir(package());
    let of_this_test = |name: &str| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_");
    for (name, _) in std::env::vars().filter(|(name, _)| of_this_test(name) || name.starts_with("AIDE_")) {
        cargo.env_remove(name);
    }
    cargo.env("AIDE_COOLDOWN_MEMBER", "off");
    run(cargo, lines.as_bytes())
}

/// The README shows what the demo prints; `BLESS=1 cargo test --test demo` writes it anew.
#[test]
fn the_transcript_in_the_readme_is_what_the_demo_prints() {
    let file = package().join("README.md");
    let readme = fs::read_to_string(&file).unwrap();
    let (before, block) = readme.split_once(BEGIN).unwrap();
    let (shown, after) = block.split_once("```").unwrap();
    let typed = |line: &str| line.split_once(['>', ':']).map(|(_, typed)| typed.trim().to_owned() + "\n");
    let is_prompt = |line: &&str| line.starts_with("> ") || line.starts_with("  Your question: ");
    let lines: String = shown.lines().filter(is_prompt).filter_map(typed).collect();
    let ran = demo(&lines);
    let (_, printed) = ran.out.split_once("\n\n> ").unwrap();
    let printed = format!("> {}\n", printed.trim_end().trim_end_matches('>').trim_end());
    if std::env::var_os("BLESS").is_some() {
        fs::write(&file, format!("{before}{BEGIN}{printed}```{after}")).unwrap();
    }
    assert_eq!((ran.status, printed.as_str()), (0, shown), "{}", ran.err);
    assert_eq!(lines.lines().count(), 4, "a question, two presses, a follow-up: {lines:?}");
}

/// One line of everything that can be done, and what has to come of it.
const EVERYTHING: [(&str, &str); 26] = [
    ("/ask who led the talks for the us", "#1 aide-memoire:"),
    ("press 1", "#2 aide-memoire, only asker sees it:"),
    ("type shermn", "· Who is Wendy Sherman?"),
    ("@bot", "mention me with your question"),
    ("thanks @bot", "You are welcome."),
    ("NATO lol", "(the bot stays silent)"),
    ("dm What does OSCE stand for?", "Organization for Security and Co-operation in Europe"),
    ("reply 1 and Ryabkov?", "Sergei Ryabkov"),
    ("@bot who led the talks for the us", "I have just answered that: #1"),
    ("answer 7", "About this message: #7"),
    ("reply 9 who is putin?", "The president of Russia"),
    ("answer 8", "I have just answered that: #9"),
    ("/topics", "Choose a section:"),
    ("press 1", "Choose a question:"),
    ("press 1", ", only asker sees it:"),
    ("as moderator", ""),
    ("press 5 on 1", "A form opens: What is wrong with this answer?"),
    ("It is too short.", "this answer was found wrong"),
    ("press 6 on 1", "Unchanged"),
    ("/ask how long did the talks last private:true", ", only moderator sees it:"),
    ("press 2", "A form opens: Follow up"),
    ("", ""),
    ("/about", "What I store"),
    ("press 99", "There is no [99] to press."),
    ("reply 99 why?", "There is no message #99."),
    ("/nonsense", "There is no command /nonsense; there are /ask,"),
];

#[test]
fn everything_that_a_member_can_do_can_be_done() {
    let lines: String = EVERYTHING.iter().map(|(line, _)| format!("{line}\n")).collect();
    let ran = demo(&(lines + "quit\nnever read\n"));
    assert_eq!(ran.status, 0, "{}{}", ran.out, ran.err);
    let mut rest = ran.out.as_str();
    for (line, expected) in EVERYTHING {
        let (_, after) = rest.split_once(&format!("{line}\n")).unwrap();
        let end = after.find("\n> ").unwrap();
        assert!(after[..end].contains(expected), "{line:?} came to {:?}, not {expected:?}", &after[..end]);
        rest = after;
    }
    assert!(rest.ends_with("> quit\n"), "{rest}");
}
