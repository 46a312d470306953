//! Reloads of the talks' base through Discord: the real program against the stand-in, over loopback.
//!
//! `cargo bench --bench reload` prints how long it takes from the command to the proposal, and how long questions take with
//! no reload going on, while a proposal is worked out, and around the swap. It fails where a target is missed.

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
#[path = "../standin/mod.rs"]
mod standin;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use aide_memoire::knowledge::load::Origin;
use bot::Bot;
use measure::milliseconds_at;
use standin::StandIn;
use standin::events::Interaction;
use standin::record::Request;

/// Proposals that are timed with nothing else going on, and reloads with questions at the same time.
const PROPOSALS: usize = 5;
const RELOADS: usize = 10;
/// Questions without a reload, and around each swap.
const QUESTIONS: usize = 2000;
const AROUND: usize = 200;
/// Between questions while a proposal is worked out.
const PAUSE: Duration = Duration::from_millis(5);
/// What must hold.
const MOST_PROPOSAL: Duration = Duration::from_secs(2);
const MOST_DELAY_MS: f64 = 1.0;

const QUESTION: &str = "Who is Wendy Sherman?";

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let missed = runtime.block_on(run());
    assert!(missed.is_empty(), "missed: {}", missed.join("; "));
}

async fn run() -> Vec<String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench-reload");
    let _ = fs::remove_dir_all(&folder);
    for file in Origin::Embedded.files() {
        let path = folder.join(file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, file.bytes.unwrap()).unwrap();
    }
    let standin = StandIn::start().await;
    let bot = Bot::start_with(&standin, &[("AIDE_KNOWLEDGE", folder.to_str().unwrap())]).await;
    let mut missed = Vec::new();
    let mut target = |held: bool, what: String| {
        println!("{}{what}", if held { "         " } else { "MISSED   " });
        if !held {
            missed.push(what);
        }
    };

    let mut times = Vec::new();
    for round in 0..PROPOSALS {
        edit(&folder, round);
        times.push(propose(&standin).await.0);
    }
    times.sort_unstable();
    let median = times[PROPOSALS / 2];
    target(
        median <= MOST_PROPOSAL,
        format!(
            "command to proposal: median {median:.2?}, longest {:.2?} of {PROPOSALS}",
            times[PROPOSALS - 1]
        ),
    );

    let mut quiet = Vec::new();
    for _ in 0..QUESTIONS {
        quiet.push(ask(&standin).await);
    }
    let (mut meanwhile, mut around) = (Vec::new(), Vec::new());
    for round in 0..RELOADS {
        edit(&folder, PROPOSALS + round);
        let proposal = propose(&standin);
        tokio::pin!(proposal);
        let message = loop {
            tokio::select! {
                biased;
                (_, message) = &mut proposal => break message,
                time = paced(&standin) => meanwhile.push(time),
            }
        };
        let applied = apply(&standin, &message);
        tokio::pin!(applied);
        let mut left = AROUND;
        let mut is_applied = false;
        while left > 0 {
            tokio::select! {
                biased;
                answer = &mut applied, if !is_applied => {
                    assert!(answer.text().contains("Now answering from"), "{answer}");
                    is_applied = true;
                }
                time = ask(&standin) => {
                    around.push(time);
                    left -= 1;
                }
            }
        }
        if !is_applied {
            applied.await;
        }
    }
    let row = |times: &mut Vec<Duration>| (milliseconds_at(0.5, times), milliseconds_at(0.99, times));
    let ((q50, q99), (m50, m99), (a50, a99)) = (row(&mut quiet), row(&mut meanwhile), row(&mut around));
    println!("         a question: p50 {q50:.3} ms, p99 {q99:.3} ms of {} with no reload", quiet.len());
    println!(
        "         a question: p50 {m50:.3} ms, p99 {m99:.3} ms of {} while a proposal is worked out",
        meanwhile.len()
    );
    target(
        a99 - q99 <= MOST_DELAY_MS,
        format!("a question: p50 {a50:.3} ms, p99 {a99:.3} ms of {} around a swap", around.len()),
    );
    bot.stop().await;
    missed
}

/// Another answer to one question.
fn edit(folder: &Path, round: usize) {
    let path = folder.join("entries/lead.json");
    let mut file: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    file["entries"][0]["answer"] = json!(format!("Another answer, for the {round}th time."));
    fs::write(path, format!("{file:#}")).unwrap();
}

async fn ask(standin: &StandIn) -> Duration {
    let sent = Instant::now();
    let id = standin.ask_command(QUESTION).await;
    standin.callback(id).await.at - sent
}

/// A question after a pause, so that questions alone do not keep a processor busy.
async fn paced(standin: &StandIn) -> Duration {
    tokio::time::sleep(PAUSE).await;
    ask(standin).await
}

/// How long a proposal took, and its message.
async fn propose(standin: &StandIn) -> (Duration, Value) {
    let moderator = standin.world().moderator.clone();
    let sent = Instant::now();
    let command =
        Interaction::command("knowledge").option(json!({ "name": "reload", "type": 1, "options": [] }));
    let id = standin.send(command.by(&moderator)).await;
    let acknowledged = standin.callback(id).await;
    let filled = standin.next_edit(id).await;
    (filled.at - sent, standin.message_of(&acknowledged))
}

async fn apply(standin: &StandIn, message: &Value) -> Request {
    let id = message["components"][0]["components"][0]["custom_id"].as_str().unwrap().to_owned();
    let press = Interaction::press(&id, message).by(&standin.world().moderator.clone());
    let id = standin.send(press).await;
    standin.next_edit(id).await
}
