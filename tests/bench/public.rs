//! How good the matcher is on other people's questions: public sets in a neutral form, one folder a set.
//!
//! `cargo bench --bench public -- FOLDER [--json]` measures every set under FOLDER, each in a process of its
//! own so that memory is the set's own, and prints a table or one JSON object a line. A set is
//! `phrasings.jsonl` (`entry`, `text`), `questions.jsonl` (`id`, `question`, `entry` or null where it is out of
//! scope) and `questions.typo.jsonl`. Entries are phrasings and nothing else. `--tune` asks `tune.jsonl`
//! instead, which is what settings may be chosen on.

#![expect(unreachable_pub, reason = "a benchmark has no outside")]
#![expect(clippy::panic, reason = "a benchmark that cannot read its sets has nothing to measure")]

mod measure;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use aide_memoire::matching::{Index, Question, Topic};
use aide_memoire::text::{Reader, Reading, Synonyms};
use serde::{Deserialize, Serialize};

/// Tells a child process to measure one set and print it as JSON.
const ONE_SET: &str = "--one-set";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let has = |flag: &str| arguments.iter().any(|argument| argument == flag);
    let questions = if has("--tune") { "tune" } else { "questions" };
    let Some(folder) = arguments.iter().find(|argument| !argument.starts_with("--")).map(PathBuf::from)
    else {
        println!("usage: cargo bench --bench public -- FOLDER [--json] [--tune]");
        return;
    };
    if has(ONE_SET) {
        println!("{}", json(&measure_set(&folder, questions)));
        return;
    }
    if !has("--json") {
        println!("{HEADER}");
    }
    for set in sets(&folder, questions) {
        let figures = in_child(&set, &arguments);
        println!("{}", if has("--json") { json(&figures) } else { row(&figures) });
    }
}

/// What was measured on one set; shares in per cent.
#[derive(Serialize, Deserialize)]
struct Figures {
    set: String,
    entries: usize,
    phrasings: usize,
    questions: usize,
    accuracy: f64,
    accuracy_typo: Option<f64>,
    /// Area under the curve of right answers against questions out of scope, by score.
    auroc: Option<f64>,
    /// Questions out of scope that are answered when so much of what is in scope is.
    answered_at_80: Option<f64>,
    answered_at_90: Option<f64>,
    /// Right answers, of questions in scope, when at most so much of all questions is answered wrongly.
    right_at_5: f64,
    right_at_10: f64,
    p50_ms: f64,
    p99_ms: f64,
    build_s: f64,
    memory_mb: Option<f64>,
}

const HEADER: &str = "set               entries  phrasings    clean     typo    AUROC   out@80   out@90  right@5 right@10   p50 ms   p99 ms  build s       MB";

fn row(figures: &Figures) -> String {
    let optional = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format!("{value:.1}"));
    format!(
        "{:16}{:>9}{:>11}{:>9.1}{:>9}{:>9}{:>9}{:>9}{:>9.1}{:>9.1}{:>9.3}{:>9.3}{:>9.2}{:>9}",
        figures.set,
        figures.entries,
        figures.phrasings,
        figures.accuracy,
        optional(figures.accuracy_typo),
        optional(figures.auroc),
        optional(figures.answered_at_80),
        optional(figures.answered_at_90),
        figures.right_at_5,
        figures.right_at_10,
        figures.p50_ms,
        figures.p99_ms,
        figures.build_s,
        optional(figures.memory_mb),
    )
}

fn json(figures: &Figures) -> String {
    serde_json::to_string(figures).unwrap_or_else(|error| panic!("figures must be JSON: {error}"))
}

/// The folders that hold the wanted questions, by name; the folder itself where it is a set.
fn sets(folder: &Path, questions: &str) -> Vec<PathBuf> {
    let is_set = |folder: &Path| folder.join(format!("{questions}.jsonl")).is_file();
    if is_set(folder) {
        return vec![folder.to_owned()];
    }
    let entries = std::fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("cannot read the folder {}: {error}", folder.display()));
    let mut sets: Vec<PathBuf> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| is_set(path)).collect();
    sets.sort();
    assert!(!sets.is_empty(), "no set with {questions}.jsonl under {}", folder.display());
    sets
}

fn in_child(set: &Path, arguments: &[String]) -> Figures {
    let program = std::env::current_exe().unwrap_or_else(|error| panic!("cannot find this program: {error}"));
    let flags = arguments.iter().filter(|argument| argument.starts_with("--"));
    let output = Command::new(program).arg(set).arg(ONE_SET).args(flags).output();
    let output = output.unwrap_or_else(|error| panic!("cannot start a process: {error}"));
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
        panic!("{}: {error}\n{}", set.display(), String::from_utf8_lossy(&output.stderr))
    })
}

#[derive(Deserialize)]
struct Phrasing {
    entry: String,
    text: String,
}

#[derive(Deserialize)]
struct Asked {
    question: String,
    entry: Option<String>,
}

fn read<T: for<'de> Deserialize<'de>>(path: &Path) -> Vec<T> {
    let text = std::fs::read_to_string(path)
        .unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()));
    let parse = |(number, line): (usize, &str)| {
        serde_json::from_str(line)
            .unwrap_or_else(|error| panic!("{}:{}: {error}", path.display(), number + 1))
    };
    text.lines().enumerate().map(parse).collect()
}

/// A question that was asked: how sure the best entry is, and whether it is the right one.
struct Verdict {
    score: f32,
    in_scope: bool,
    right: bool,
}

fn measure_set(folder: &Path, questions: &str) -> Figures {
    let phrasings: Vec<Phrasing> = read(&folder.join("phrasings.jsonl"));
    let mut names: Vec<&str> = phrasings.iter().map(|phrasing| phrasing.entry.as_str()).collect();
    names.sort_unstable();
    names.dedup();

    let began = Instant::now();
    let reader = Reader::new(Synonyms::default());
    let ways = |name: &&str| -> Vec<Reading> {
        let own = phrasings.iter().filter(|phrasing| phrasing.entry == **name);
        own.map(|phrasing| reader.read_curated(&phrasing.text)).collect()
    };
    let readings: Vec<Vec<Reading>> = names.iter().map(ways).collect();
    let index = Index::build(readings.iter().map(|ways| Topic::new(true, ways, &[])).collect());
    let reader = reader.knowing(readings.iter().flatten().cloned(), std::iter::empty());
    let build_s = began.elapsed().as_secs_f64();

    let mut times = Vec::new();
    let mut ask = |asked: &Asked| {
        let began = Instant::now();
        let question = index.compare(Question::new(&reader.read_typed(&asked.question)));
        let ranking = index.rank(&question);
        let best = ranking.answerable.first();
        let score = best.map_or(0.0, |best| index.score(&question, best));
        times.push(began.elapsed());
        let right = best.is_some_and(|best| asked.entry.as_deref() == Some(names[best.topic]));
        Verdict { score, in_scope: asked.entry.is_some(), right }
    };
    let asked: Vec<Asked> = read(&folder.join(format!("{questions}.jsonl")));
    let verdicts: Vec<Verdict> = asked.iter().map(&mut ask).collect();
    let with_typos = folder.join(format!("{questions}.typo.jsonl"));
    let typo = with_typos.is_file().then(|| read(&with_typos).iter().map(&mut ask).collect::<Vec<Verdict>>());

    Figures {
        set: folder.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        entries: names.len(),
        phrasings: phrasings.len(),
        questions: verdicts.len(),
        accuracy: accuracy(&verdicts),
        accuracy_typo: typo.map(|verdicts| accuracy(&verdicts)),
        auroc: auroc(&verdicts),
        answered_at_80: answered_out_of_scope(&verdicts, 0.8),
        answered_at_90: answered_out_of_scope(&verdicts, 0.9),
        right_at_5: right_at(&verdicts, 0.05),
        right_at_10: right_at(&verdicts, 0.1),
        p50_ms: measure::milliseconds_at(0.5, &mut times),
        p99_ms: measure::milliseconds_at(0.99, &mut times),
        build_s,
        memory_mb: measure::resident_megabytes().map(|(_, most)| most),
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

fn accuracy(verdicts: &[Verdict]) -> f64 {
    let right = verdicts.iter().filter(|verdict| verdict.right).count();
    percent(right, verdicts.iter().filter(|verdict| verdict.in_scope).count())
}

/// How often a right answer has a higher score than a question out of scope; ties count half.
fn auroc(verdicts: &[Verdict]) -> Option<f64> {
    let scores = |wanted: fn(&Verdict) -> bool| {
        let mut scores: Vec<f32> = verdicts.iter().filter(|v| wanted(v)).map(|v| v.score).collect();
        scores.sort_by(f32::total_cmp);
        scores
    };
    let (right, outside) = (scores(|v| v.right), scores(|v| !v.in_scope));
    let below = |score: f32| outside.partition_point(|other| *other < score);
    let not_above = |score: f32| outside.partition_point(|other| *other <= score);
    let wins: f64 = right.iter().map(|score| (below(*score) + not_above(*score)) as f64 / 2.0).sum();
    let pairs = right.len() * outside.len();
    (pairs > 0).then(|| 100.0 * wins / pairs as f64)
}

/// Questions out of scope above the score that `coverage` of those in scope reach.
fn answered_out_of_scope(verdicts: &[Verdict], coverage: f64) -> Option<f64> {
    let mut inside: Vec<f32> = verdicts.iter().filter(|v| v.in_scope).map(|v| v.score).collect();
    inside.sort_by(|a, b| b.total_cmp(a));
    let least = *inside.get(((inside.len() as f64 * coverage).ceil() as usize).saturating_sub(1))?;
    let outside: Vec<&Verdict> = verdicts.iter().filter(|v| !v.in_scope).collect();
    let answered = outside.iter().filter(|v| v.score >= least).count();
    (!outside.is_empty()).then(|| percent(answered, outside.len()))
}

/// Right answers of those in scope at the loosest score under which at most `most_wrong` of all are wrong.
fn right_at(verdicts: &[Verdict], most_wrong: f64) -> f64 {
    let mut surest: Vec<&Verdict> = verdicts.iter().collect();
    surest.sort_by(|a, b| b.score.total_cmp(&a.score));
    let (mut right, mut wrong, mut best) = (0, 0, 0);
    for verdict in surest {
        right += usize::from(verdict.right);
        wrong += usize::from(!verdict.right);
        if wrong as f64 <= most_wrong * verdicts.len() as f64 {
            best = right;
        }
    }
    percent(best, verdicts.iter().filter(|verdict| verdict.in_scope).count())
}
