//! How long a newcomer waits: from start to the first answer, and for each question after that.
//!
//! `cargo bench --bench ask` prints one table. Times are wall-clock times of this machine; compare ratios.

#![expect(unreachable_pub, reason = "a benchmark has no outside")]
#![expect(dead_code, reason = "random numbers are used in more ways by the other benchmark")]
#![expect(clippy::panic, reason = "a benchmark that cannot load the knowledge has nothing to measure")]

mod measure;
mod random;
mod worst;

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use aide_memoire::desk::Desk;
use aide_memoire::knowledge::load::Origin;
use measure::{milliseconds_at, resident_megabytes};

/// How often the program is started.
const STARTS: usize = 10;
/// How often every golden question, and every input that is hard on purpose, is asked.
const ROUNDS: usize = 5;
/// What no message may take, whatever it holds.
const MOST_MILLISECONDS: f64 = 10.0;

fn main() {
    let starts: Vec<Duration> = (0..STARTS).map(|_| start_and_ask()).collect();
    report("start to first answer", starts);

    let began = Instant::now();
    let desk = match Desk::open(&Origin::Embedded.files()) {
        Ok((desk, _)) => desk,
        Err(faults) => panic!("the built-in knowledge has {} faults", faults.len()),
    };
    report("load and learn", vec![began.elapsed()]);

    let generation = desk.current();
    let golden = &generation.engine.knowledge().golden;
    let asked: Vec<Duration> = (0..ROUNDS)
        .flat_map(|_| golden)
        .map(|golden| {
            let began = Instant::now();
            std::hint::black_box(desk.ask(&golden.question, &golden.context));
            began.elapsed()
        })
        .collect();
    report("a question", asked);

    let inputs = worst::inputs(generation.engine.knowledge());
    let mut costs: Vec<(f64, &str)> =
        inputs.iter().map(|(name, text)| (cost(&desk, text) * 1000.0, *name)).collect();
    costs.sort_by(|a, b| b.0.total_cmp(&a.0));
    if let Some((most, name)) = costs.first() {
        println!("{:24}{most:>10.3} ms at most, for {name}, of {} inputs", "worst input", costs.len());
    }
    for (cost, name) in costs.iter().filter(|(cost, _)| *cost > MOST_MILLISECONDS) {
        println!("{:24}{cost:>10.3} ms for {name}: over {MOST_MILLISECONDS} ms", "");
    }

    match resident_megabytes() {
        Some((now, most)) => println!("{:24}{now:>10.1} MB resident, {most:.1} MB at most", "memory"),
        None => println!("{:24} this system does not tell", "memory"),
    }
}

/// Starts the program in a folder without knowledge, so that the built-in copy answers.
fn start_and_ask() -> Duration {
    let began = Instant::now();
    let status = Command::new(env!("CARGO_BIN_EXE_aide-memoire"))
        .args(["ask", "Who is Wendy Sherman?"])
        .current_dir(std::env::temp_dir())
        .env_remove("AIDE_KNOWLEDGE")
        .stdout(Stdio::null())
        .status();
    let elapsed = began.elapsed();
    assert!(status.is_ok_and(|status| status.success()), "the first question must be answered");
    elapsed
}

/// Seconds that a message takes, without context and after itself: the fastest of some rounds, so that what
/// else this machine does is left out.
fn cost(desk: &Desk, text: &str) -> f64 {
    let contexts: [&[String]; 2] = [&[], &[text.to_owned()]];
    let seconds = |context: &&[String]| {
        let rounds = (0..ROUNDS).map(|_| {
            let began = Instant::now();
            std::hint::black_box(desk.ask(text, context));
            began.elapsed().as_secs_f64()
        });
        rounds.fold(f64::INFINITY, f64::min)
    };
    contexts.iter().map(seconds).fold(0.0, f64::max)
}

fn report(name: &str, mut times: Vec<Duration>) {
    let (p50, p99) = (milliseconds_at(0.5, &mut times), milliseconds_at(0.99, &mut times));
    println!("{name:24}{p50:>10.3} ms p50{p99:>10.3} ms p99{:>8} times", times.len());
}
