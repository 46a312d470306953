//! What becomes of time, memory and accuracy as a knowledge base grows to a hundred thousand phrasings.
//!
//! `cargo bench --bench growth` prints a table; `-- 1000 10000` limits the sizes, `--json` prints an object a
//! line, and `--peers` lets BM25 and a whole-sentence comparison answer the same questions beside it
//! (`tests/peers`, built on the spot). Times are wall-clock times of this machine; compare ratios.
//!
//! Every size is measured in a process of its own, so that memory is that of the size alone.

#![expect(unreachable_pub, reason = "a benchmark has no outside")]

mod language;
mod measure;
mod peers;
mod random;
mod synthetic;
mod table;

use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use aide_memoire::answer::Engine;
use aide_memoire::knowledge::load::Origin;
use aide_memoire::knowledge::{KnowledgeBase, KnowledgeFile};
use measure::{milliseconds_at, resident_megabytes};
use synthetic::Synthetic;
use table::{OURS, Row, TALKS_ROW};

/// How many phrasings are measured where no size is given.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
/// Questions asked of one size, at most; evenly spread over the entries.
const MOST_QUESTIONS: usize = 2_000;
/// How often every golden question of the talks' own base is asked.
const ROUNDS: usize = 5;
/// The argument that tells a child process what to measure: a size, or the talks' own base.
const MEASURE: &str = "--measure";
/// The talks' own base, in place of a size.
pub const TALKS: &str = "talks";

type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("growth: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: impl Iterator<Item = String>) -> Result<(), Failure> {
    let (mut sizes, mut json, mut with_peers) = (Vec::new(), false, false);
    let mut arguments = arguments;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            MEASURE => {
                let what = arguments.next().unwrap_or_default();
                println!("{}", serde_json::to_string(&measure(&what)?)?);
                return Ok(());
            }
            "--json" => json = true,
            "--peers" => with_peers = true,
            // What cargo passes to every benchmark.
            "--bench" => {}
            size => sizes.push(size.parse().map_err(|_| format!("\"{size}\" is no number of phrasings"))?),
        }
    }
    let sizes = if sizes.is_empty() { SIZES.to_vec() } else { sizes };
    let mut table = table::Table::new(json);
    table.print(measure_apart(TALKS)?)?;
    for size in sizes {
        table.print(measure_apart(&size.to_string())?)?;
        if with_peers {
            for row in peers::answer(&Synthetic::new(size), size, MOST_QUESTIONS)? {
                table.print(row)?;
            }
        }
    }
    table.targets();
    Ok(())
}

/// Measures in a child process.
fn measure_apart(what: &str) -> Result<Row, Failure> {
    let mut child = Command::new(std::env::current_exe()?);
    let output = child.args([MEASURE, what]).stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(format!("measuring {what} ended with {}", output.status).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

fn measure(what: &str) -> Result<Row, Failure> {
    if what == TALKS {
        return measure_talks();
    }
    let size: usize = what.parse()?;
    let synthetic = Synthetic::new(size);
    let files = synthetic.files();
    let Synthetic { questions, .. } = synthetic;
    let asked = spread(&questions, MOST_QUESTIONS);
    let (engine, mut row) = load(files)?;
    let mut times = Vec::with_capacity(asked.len());
    let (mut first, mut right, mut wrong) = (0, 0, 0);
    for (entry, question) in &asked {
        let id = Synthetic::id(*entry);
        let began = Instant::now();
        let reply = std::hint::black_box(engine.reply(question, &[]));
        times.push(began.elapsed());
        match reply.main_part().outcome.answer() {
            Some(answer) if answer.entry.id == id => right += 1,
            Some(_) => wrong += 1,
            None => {}
        }
        first += usize::from(engine.complete(question, 1).first().is_some_and(|entry| entry.id == id));
    }
    let share = |count: usize| Some(100.0 * count as f64 / asked.len() as f64);
    (row.phrasings, row.first, row.right, row.wrong) = (size, share(first), share(right), share(wrong));
    Ok(row.timed(&mut times))
}

/// The talks' own base, asked its golden questions.
fn measure_talks() -> Result<Row, Failure> {
    let (engine, mut row) = load(Origin::Embedded.files())?;
    let KnowledgeBase { entries, golden, .. } = engine.knowledge();
    row.phrasings = entries.iter().map(|entry| entry.ways_to_ask().count()).sum();
    let asked = (0..ROUNDS).flat_map(|_| golden).map(|golden| {
        let began = Instant::now();
        std::hint::black_box(engine.reply(&golden.question, &golden.context));
        began.elapsed()
    });
    let mut times: Vec<Duration> = asked.collect();
    Ok(Row { what: TALKS_ROW.to_owned(), ..row.timed(&mut times) })
}

/// Checks and learns knowledge files, with the time that each takes.
fn load(files: Vec<KnowledgeFile>) -> Result<(Engine, Row), Failure> {
    let began = Instant::now();
    let (knowledge, _) = KnowledgeBase::check(&files)
        .map_err(|faults| format!("{} faults, first {}", faults.len(), faults[0]))?;
    let check_seconds = began.elapsed().as_secs_f64();
    drop(files);
    let began = Instant::now();
    let engine = Engine::build(knowledge);
    let build_seconds = Some(began.elapsed().as_secs_f64());
    let check_seconds = Some(check_seconds);
    Ok((engine, Row { what: OURS.to_owned(), check_seconds, build_seconds, ..Row::default() }))
}

/// At most so many of the items, evenly spread.
pub fn spread<T>(items: &[T], most: usize) -> Vec<&T> {
    let step = items.len().div_ceil(most).max(1);
    items.iter().step_by(step).collect()
}

impl Row {
    /// The row with the times of the questions, and with the memory used until now.
    fn timed(mut self, times: &mut [Duration]) -> Self {
        self.asked = times.len();
        (self.p50_ms, self.p99_ms) = (milliseconds_at(0.5, times), milliseconds_at(0.99, times));
        (self.resident_mb, self.most_mb) = resident_megabytes().unzip();
        self
    }
}
