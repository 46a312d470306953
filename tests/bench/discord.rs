//! The Discord door under load: the real program against the stand-in, over loopback.
//!
//! `cargo bench --bench discord -- [soak] [SECONDS [SEED]]` prints how long answers take, one after the other and all at
//! once, how memory grows over 100,000 questions, and what a soak of so many seconds (default: 300) comes to, in
//! which faults follow from the seed; with `soak`, only that. It fails where a question is lost or answered twice, or a target is missed.

#![expect(unreachable_pub, reason = "a benchmark has no outside")]
#![allow(dead_code, reason = "the helpers are used in more ways by the tests")]
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a benchmark that cannot go on has nothing to measure"
)]

#[path = "../discord/bot.rs"]
mod bot;
mod measure;
mod random;
mod soak;
#[path = "../standin/mod.rs"]
mod standin;

use std::time::{Duration, Instant};

use bot::Bot;
use measure::{milliseconds_at, resident_megabytes_of};
use standin::StandIn;
use standin::events::{Interaction, Post};

/// Questions one after the other, and at once.
const QUESTIONS: usize = 1000;
/// Questions over which memory must stay flat, how many of them come first, and how many are asked at once.
const MANY: usize = 100_000;
const WARM_UP: usize = 20_000;
const TOGETHER: usize = 500;
/// What must hold.
const MOST_P50_MS: f64 = 1.0;
const MOST_P99_MS: f64 = 5.0;
const MOST_BURST: Duration = Duration::from_secs(1);
const MOST_GROWTH: f64 = 0.05;
/// How long the soak lasts unless told otherwise.
const SOAK_SECONDS: u64 = 300;

/// Questions of every kind of outcome.
const ASKED: [&str; 6] = [
    "Who is Wendy Sherman?",
    "What does OSCE stand for?",
    "what is the capital of Mongolia",
    "how old is wendy sherman",
    "Did the US and Russia sign a deal in Geneva?",
    "wat did shermn say abuot the INF treety",
];

fn main() {
    // Cargo adds a flag of its own.
    let numbers: Vec<u64> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let seconds = numbers.first().copied().unwrap_or(SOAK_SECONDS);
    let seed = numbers.get(1).copied().unwrap_or(1);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let missed = runtime.block_on(async {
        let only_soak = std::env::args().any(|argument| argument == "soak");
        let mut missed = if only_soak { Vec::new() } else { load().await };
        missed.extend(soak::run(Duration::from_secs(seconds), seed).await);
        missed
    });
    assert!(missed.is_empty(), "missed: {}", missed.join("; "));
}

/// Measures answers and memory; the targets that are missed.
async fn load() -> Vec<String> {
    let standin = StandIn::start().await;
    let bot = Bot::start(&standin).await;
    let without = one_after_the_other(&standin).await;
    bot.stop().await;
    // As it runs unless told otherwise: what is not answered goes into the journal.
    let bot = Bot::start_keeping(&standin).await;
    let mut missed = Vec::new();
    let mut target = |held: bool, what: String| {
        println!("{}{what}", if held { "         " } else { "MISSED   " });
        if !held {
            missed.push(what);
        }
    };

    for (journal, (p50, p99)) in [("no", without), ("a", one_after_the_other(&standin).await)] {
        target(
            p50 <= MOST_P50_MS && p99 <= MOST_P99_MS,
            format!(
                "one after the other, {journal} journal: p50 {p50:.3} ms, p99 {p99:.3} ms over {QUESTIONS}"
            ),
        );
    }

    let mut times = Vec::new();
    for _ in 0..QUESTIONS {
        let sent = Instant::now();
        let id = standin.send(Interaction::command("about")).await;
        times.push(standin.callback(id).await.at - sent);
    }
    let (p50, p99) = (milliseconds_at(0.5, &mut times), milliseconds_at(0.99, &mut times));
    println!("         the door alone (/about): p50 {p50:.3} ms, p99 {p99:.3} ms over {QUESTIONS}");
    standin.forget();

    let sent = Instant::now();
    let mut ids = Vec::new();
    for number in 0..QUESTIONS {
        ids.push(standin.ask_command(ASKED[number % ASKED.len()]).await);
    }
    standin.all_answered(&ids).await;
    let last = standin.requests().iter().map(|request| request.at).max().unwrap_or(sent);
    let burst = last - sent;
    target(burst <= MOST_BURST, format!("{QUESTIONS} at once: answered within {} ms", burst.as_millis()));
    standin.forget();

    ask_many(&standin, WARM_UP).await;
    let resident = || resident_megabytes_of(&bot.id().to_string()).map_or(f64::NAN, |(now, _)| now);
    let before = resident();
    let (began, used) = (Instant::now(), bot.processor_time());
    ask_many(&standin, MANY - WARM_UP).await;
    let after = resident();
    let growth = (after - before) / before;
    target(
        growth.abs() <= MOST_GROWTH,
        format!(
            "memory: {before:.1} MB after {WARM_UP} questions, {after:.1} MB after {MANY} ({:+.1} %)",
            growth * 100.0
        ),
    );
    let each = (bot.processor_time() - used).as_secs_f64() * 1000.0 / (MANY - WARM_UP) as f64;
    println!("         {each:.3} ms of processor time a question, {:.0?} in all", began.elapsed());
    bot.stop().await;
    standin.verify();
    missed
}

/// How long questions take that are asked one after the other: half of them, and 99 of 100, in milliseconds.
async fn one_after_the_other(standin: &StandIn) -> (f64, f64) {
    let mut times = Vec::new();
    for number in 0..QUESTIONS {
        let sent = Instant::now();
        let id = standin.ask_command(ASKED[number % ASKED.len()]).await;
        times.push(standin.callback(id).await.at - sent);
    }
    standin.forget();
    (milliseconds_at(0.5, &mut times), milliseconds_at(0.99, &mut times))
}

/// Asks so many questions by command and by mention, some at a time, and forgets them.
async fn ask_many(standin: &StandIn, questions: usize) {
    for round in 0..questions / TOGETHER {
        let (mut commands, mut messages) = (Vec::new(), Vec::new());
        for number in 0..TOGETHER {
            let question = ASKED[(round + number) % ASKED.len()];
            if number % 10 == 0 {
                let text = format!("{} {question}", standin.world().bot_mention());
                let channel = [standin.world().channel, standin.world().other_channel][number / 10 % 2];
                messages.push(standin.post(Post::new(&text).in_channel(channel)).await);
            } else {
                commands.push(standin.ask_command(question).await);
            }
        }
        standin.all_answered(&commands).await;
        standin.all_replied_to(&messages).await;
        standin.forget();
    }
}
