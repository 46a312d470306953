//! Faults that other bots had, each as a question to ours; the link is the report.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
#![expect(unreachable_pub, reason = "a test program has no outside")]
#![expect(dead_code, reason = "the real knowledge is asked, not the small one")]

mod program;

use std::thread;
use std::time::{Duration, Instant};

use aide_memoire::desk::Desk;
use aide_memoire::knowledge::load::Origin;
use program::{command, empty_folder, package, run};
use serde_json::{Value, json};

/// What must become of a question.
enum Expect {
    /// Answered by this entry.
    Entry(&'static str),
    /// Refused for this reason.
    Refused(&'static str),
    /// Not answered by any entry; suggestions may be made.
    NotAnswered,
    /// Answered by an entry that cites this paragraph, or suggesting one.
    Reaches(&'static str, u64),
}
use Expect::{Entry, NotAnswered, Reaches, Refused};

const PADDING: &str = "Hello dear friends, I hope you are all well and having a lovely day, I am a great fan of this \
    server and of the people who run it, thank you all so much for your patience with me, I am sorry to disturb you \
    with my little question but I would be so very grateful if somebody had a minute to help me: ";

fn cases() -> Vec<(&'static str, String, Expect)> {
    let cases: [(&str, &str, Expect); 32] = [
        ("aws-solutions-library-samples/qnabot-on-aws/issues/148", "how much do I get paid?", NotAnswered),
        (
            "aws-solutions-library-samples/qnabot-on-aws/issues/435",
            "what is the of and on",
            Refused("nothing_to_match"),
        ),
        ("aws-solutions-library-samples/qnabot-on-aws/issues/435", "who is it", Refused("nothing_to_match")),
        ("aws-solutions-library-samples/qnabot-on-aws/issues/435", "and?", Refused("nothing_to_match")),
        ("RasaHQ/rasa/issues/9723", "shall I buy crypto this week?", Refused("off_topic")),
        ("RasaHQ/rasa/issues/9723", "how is life going?", NotAnswered),
        ("RasaHQ/rasa/issues/9751", "What colour was Sherman's jacket in Geneva?", Refused("silent")),
        (
            "Exaphis/HackQ-Trivia/issues/30",
            "Which topic did the two sides NOT discuss on Monday?",
            Entry("not-discussed"),
        ),
        ("Exaphis/HackQ-Trivia/issues/30", "Did Sherman refuse to go to Brussels?", NotAnswered),
        (
            "piyushpatelcodes/gssocFAQ-Bot/issues/88",
            "wat did shermn say abuot the INF treety",
            Reaches("Areas of possible agreement", 3),
        ),
        ("rapidfuzz/RapidFuzz/issues/110", "+++", Refused("nothing_to_match")),
        ("rapidfuzz/RapidFuzz/issues/110", "???", Refused("nothing_to_match")),
        ("rapidfuzz/RapidFuzz/issues/110", "…", Refused("nothing_to_match")),
        ("rapidfuzz/RapidFuzz/issues/110", "—", Refused("nothing_to_match")),
        ("rapidfuzz/RapidFuzz/issues/219", "Why did Trump leave the INF treaty?", Entry("inf-why-left")),
        ("lentech/botster/issues/14", "Who is Wendy Sherman?", Entry("sherman-who")),
        ("lentech/botster/issues/14", "who even is this Wendy Sherman person tho", Entry("sherman-who")),
        ("serenity-rs/serenity/issues/1545", "What’s next?", Entry("next-meetings")),
        ("serenity-rs/serenity/issues/1545", "What's next?", Entry("next-meetings")),
        ("serenity-rs/serenity/issues/1545", "“gun to the head”", Entry("gun-quote")),
        ("serenity-rs/serenity/issues/1545", "“", Refused("nothing_to_match")),
        ("python-discord/bot/issues/1469", "Rya\u{200B}bkov", Entry("ryabkov-who")),
        ("python-discord/bot/issues/1469", "\u{200B}", Refused("nothing_to_match")),
        ("serenity-rs/serenity/issues/309", "🇺🇦 what happens next?", Entry("next-meetings")),
        ("serenity-rs/serenity/issues/309", "«Что дальше?»", Refused("not_english")),
        ("serenity-rs/serenity/issues/309", "다음에 무슨 일이 있나요?", Refused("not_english")),
        ("RasaHQ/rasa/issues/9723", "hi", Refused("small_talk")),
        ("RasaHQ/rasa/issues/9723", "thanks!", Refused("small_talk")),
        ("letta-ai/letta-code/issues/4106", "", Refused("nothing_to_match")),
        ("Rapptz/discord.py/issues/1796", "“gun to the head”", Entry("gun-quote")),
        ("technetos/discord-mods-bot/pull/21", "🇺🇦🇷🇺 Who is Wendy Sherman?", Entry("sherman-who")),
        ("JakeBayer/FuzzySharp/pull/24", "?! … —", Refused("nothing_to_match")),
    ];
    let made = [
        (
            "rapidfuzz/RapidFuzz/issues/219",
            format!("{PADDING}Why did Trump leave the INF treaty?"),
            Entry("inf-why-left"),
        ),
        ("denoland/std/issues/5465", "a".repeat(4000), Refused("nothing_close")),
    ];
    cases
        .into_iter()
        .map(|(report, question, expect)| (report, question.to_owned(), expect))
        .chain(made)
        .collect()
}

#[track_caller]
fn check(report: &str, question: &str, expect: &Expect, reply: &Value) {
    let entries: Vec<&Value> = reply["parts"].as_array().unwrap().iter().map(|part| &part["entry"]).collect();
    let kept = match expect {
        Entry(entry) => entries == [&json!(entry)],
        Refused(reason) => reply["outcome"] == "refused" && reply["reason"] == *reason,
        NotAnswered => entries.iter().all(|entry| entry.is_null()),
        Reaches(section, paragraph) => {
            let parts =
                reply["parts"].as_array().unwrap().iter().chain(reply["suggestions"].as_array().unwrap());
            let mut citations = parts.flat_map(|part| part["citations"].as_array().unwrap());
            citations.any(|citation| citation["section"] == *section && citation["paragraph"] == *paragraph)
        }
    };
    assert!(kept, "https://github.com/{report}: {question:?} came to {reply}");
}

#[test]
fn faults_of_other_bots() {
    let cases = cases();
    let line = |(id, (_, question, _)): (usize, &(&str, String, Expect))| {
        json!({ "id": id, "question": question }).to_string() + "\n"
    };
    let input: String = cases.iter().enumerate().map(line).collect();
    let ran = run(command(&empty_folder("cases"), &["ask", "--json", "--batch"]), input.as_bytes());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let replies: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(replies.len(), cases.len());
    for ((report, question, expect), reply) in cases.iter().zip(&replies) {
        check(report, question, expect, reply);
    }
}

/// Questions that differ only in what a phone or a hurry makes of them get one reply, and so does one asked again.
#[test]
fn forms_of_one_question_get_one_reply() {
    let groups: [(&str, &[&str]); 8] = [
        ("aws-solutions-library-samples/qnabot-on-aws/issues/435", &["what is the of and on"; 3]),
        ("aws-solutions-library-samples/qnabot-on-aws/pull/439", &["who is it"; 3]),
        ("aws-solutions-library-samples/qnabot-on-aws/pull/439", &["and?"; 3]),
        (
            "lentech/botster/issues/14",
            &["who even is this Wendy Sherman person tho", "Who is Wendy Sherman?"],
        ),
        ("serenity-rs/serenity/issues/1545", &["Ukraine’s fate", "Ukraine's fate", "Ukraine‘s fate"]),
        ("Rapptz/discord.py/issues/1796", &["What’s next?", "What's next?", "whats next"]),
        (
            "python-discord/bot/issues/1469",
            &[
                "NATO mem\u{AD}bership for Ukraine",
                "NATO membership for Ukraine",
                "NATO member\u{200B}ship for Ukraine",
            ],
        ),
        ("piyushpatelcodes/gssocFAQ-Bot/pull/115", &["who is wendy shermn", "who is wendy sherman"]),
    ];
    let desk = desk();
    let outcome = |question: &str| {
        let reply = desk.ask(question, &[]).reply;
        let part = reply.main_part();
        (part.outcome.name(), part.outcome.answer().map(|answer| answer.entry.id.clone()))
    };
    for (report, forms) in groups {
        let outcomes: Vec<_> = forms.iter().map(|form| outcome(form)).collect();
        let [first, others @ ..] = &outcomes[..] else { panic!("a group has forms") };
        assert!(
            others.iter().all(|other| other == first),
            "https://github.com/{report}: {forms:?} {outcomes:?}"
        );
    }
}

/// Ten endless messages at once, each of another kind, and somebody with a plain question beside them.
#[test]
fn endless_messages_at_once_keep_nobody_waiting() {
    const LIMIT: Duration = Duration::from_secs(1);
    let desk = desk();
    let endless = ["a", "ab", "geneva", "ý—", "natoexpansion", "sherman", "x1", "qzx", "é", "whatdid"];
    let longest = |unit: &str| unit.chars().cycle().take(4000).collect::<String>();
    let timed = |question: &str| {
        let began = Instant::now();
        (desk.ask(question, &[]).reply.is_answered(), began.elapsed())
    };
    thread::scope(|scope| {
        for unit in endless {
            scope.spawn(move || {
                let (answered, took) = timed(&longest(unit));
                assert!(!answered && took < LIMIT, "denoland/std/issues/5465: {unit:?} took {took:?}");
            });
        }
        let (answered, took) = timed("Who is Wendy Sherman?");
        assert!(answered && took < LIMIT, "rubyapi/rubyapi/issues/103: another member waited {took:?}");
    });
}

/// The built-in knowledge, ready to be asked.
fn desk() -> Desk {
    Desk::open(&Origin::Embedded.files()).map(|(desk, _)| desk).expect("the built-in knowledge is sound")
}

/// The README shows a conversation; this is what the program says.
#[test]
fn the_transcript_of_the_readme_is_real() {
    let readme = std::fs::read_to_string(package().join("README.md")).unwrap();
    let transcript = readme.split("```").nth(1).expect("the README shows a transcript").trim();
    let questions: Vec<&str> = transcript.lines().filter_map(|line| line.strip_prefix("? ")).collect();
    let ran = run(command(&empty_folder("readme"), &["chat"]), questions.join("\n").as_bytes());
    assert_eq!(ran.out.trim(), transcript);
    assert!(questions.len() > 2, "a transcript shows an answer, a refusal and a correction at least");
}

/// The explanation once told of the whole message where only the clause that asks had been judged, and
/// printed a certainty below the threshold that it said it reached.
#[test]
fn the_explanation_of_a_wordy_message_is_of_what_was_judged() {
    let message = "My teacher is strict and rude and tomorrow we have a test about rivers, trains and the price \
        of bread. How many Russian troops are near Ukraine?";
    let ran = run(command(&empty_folder("wordy"), &["explain", message]), b"");
    let lines: Vec<&str> = ran.out.lines().map(str::trim).collect();
    assert_eq!((ran.status, lines[1]), (0, "understood: how many russia troops are near ukraine"));
    let numbers = lines[2].split([' ', ',']).filter_map(|word| word.parse::<f32>().ok());
    let [certainty, threshold] = numbers.collect::<Vec<_>>()[..] else { panic!("no rule: {}", ran.out) };
    assert!(certainty >= threshold, "{}", lines[2]);
}
