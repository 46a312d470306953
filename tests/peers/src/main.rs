//! Answers questions the way others do, from the same phrasings: BM25 (tantivy) and whole-sentence similarity
//! (strsim), to have something to compare accuracy and time with.
//!
//! `cargo run --release --manifest-path tests/peers/Cargo.toml -- FOLDER` reads `phrasings.jsonl`
//! (`{"entry", "text"}` a line) and `questions.jsonl` (`{"id", "question", "entry" or null}`) and prints a line
//! for each peer; `--json` prints one object each, which `cargo bench --bench growth -- --peers` reads.
//!
//! No peer refuses, so only questions that have an entry are asked, and what counts is which entry comes first.

mod bm25;
mod folder;
mod sentences;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use folder::Question;
use serde::Serialize;

/// What became of one peer; the fields are those of the table that `growth` prints.
#[derive(Debug, Serialize)]
struct Row {
    what: String,
    phrasings: usize,
    build_seconds: Option<f64>,
    p50_ms: f64,
    p99_ms: f64,
    asked: usize,
    /// The right entry comes first, in per cent of the questions asked.
    first: f64,
}

type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("peers: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: impl Iterator<Item = String>) -> Result<(), Failure> {
    let (options, paths): (Vec<String>, Vec<String>) =
        arguments.partition(|argument| argument.starts_with("--"));
    let ([path], true) = (paths.as_slice(), options.iter().all(|option| option == "--json")) else {
        return Err("expected one folder and, if any, --json".into());
    };
    let folder = folder::read(&PathBuf::from(path))?;
    let mut rows = bm25::answer(&folder)?;
    rows.push(sentences::answer(&folder));
    for row in rows {
        let Row { what, phrasings, build_seconds, p50_ms, p99_ms, asked, first } = &row;
        if options.is_empty() {
            let build = build_seconds.map_or(String::new(), |seconds| format!(", built in {seconds:.2} s"));
            println!(
                "{what:22}{phrasings:>9} phrasings{first:>7.1} % first of {asked}, \
                 p50 {p50_ms:.3} ms, p99 {p99_ms:.3} ms{build}"
            );
        } else {
            println!("{}", serde_json::to_string(&row)?);
        }
    }
    Ok(())
}

/// Asks the questions and takes the time; `answer` names the entry that comes first.
fn ask<'e>(
    what: &str,
    phrasings: usize,
    questions: &[&Question],
    mut answer: impl FnMut(&str) -> Option<&'e str>,
) -> Row {
    let mut first = 0;
    let mut times: Vec<Duration> = Vec::with_capacity(questions.len());
    for question in questions {
        let began = Instant::now();
        let entry = std::hint::black_box(answer(&question.question));
        times.push(began.elapsed());
        first += usize::from(entry == question.entry.as_deref());
    }
    times.sort_unstable();
    let last = times.len().saturating_sub(1);
    let at = |share: f64| {
        times.get((last as f64 * share) as usize).map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0)
    };
    Row {
        what: what.to_owned(),
        phrasings,
        build_seconds: None,
        p50_ms: at(0.5),
        p99_ms: at(0.99),
        asked: questions.len(),
        first: 100.0 * first as f64 / questions.len().max(1) as f64,
    }
}
