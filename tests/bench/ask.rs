//! How long a newcomer waits: from start to the first answer, and for each question after that.
//!
//! `cargo bench --bench ask` prints one table. Times are wall-clock times of this machine; compare ratios.

#![expect(clippy::panic, reason = "a benchmark that cannot load the knowledge has nothing to measure")]

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use aide_memoire::desk::Desk;
use aide_memoire::knowledge::load::Origin;

#[path = "measure.rs"]
mod measure;

/// How often the program is started.
const STARTS: usize = 10;
/// How often every golden question is asked.
const ROUNDS: usize = 5;

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

    match measure::resident_mb() {
        Some(memory) => {
            println!("{:24}{:>10.1} MB resident, {:.1} MB at most", "memory", memory.now, memory.most);
        }
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

fn report(name: &str, mut times: Vec<Duration>) {
    let [p50, p99] = [0.5, 0.99].map(|share| measure::percentile(&mut times, share));
    println!("{name:24}{p50:>10.3} ms p50{p99:>10.3} ms p99{:>8} times", times.len());
}
