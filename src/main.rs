//! Arguments → door; error → message and exit status. The only place that ends the process.

mod config;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;

use aide_memoire::desk::{Desk, Signed};
use aide_memoire::discord;
use aide_memoire::journal;
use aide_memoire::knowledge::load::Origin;
use aide_memoire::terminal::{self, Detail, Floor, written};
use config::{Arguments, Command, LogLevel};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let (origin, state) = (arguments.origin(), arguments.state());
    match run(arguments.command, &origin, state) {
        Ok(status) => ExitCode::from(status),
        Err(problems) => {
            for problem in problems {
                // Where nobody listens any more there is nobody to tell either.
                let _ = writeln!(std::io::stderr(), "aide-memoire: {problem}");
            }
            ExitCode::from(terminal::BROKEN)
        }
    }
}

fn run(command: Command, origin: &Origin, state: Option<PathBuf>) -> Result<u8, Vec<String>> {
    let out = &mut std::io::stdout().lock();
    match command {
        Command::Ask { batch: true, .. } => {
            written(terminal::batch(&open(origin)?, &mut std::io::stdin().lock(), out))
        }
        Command::Ask { question, json, .. } => {
            written(terminal::ask(&open(origin)?, &question.join(" "), json, out))
        }
        Command::Explain { question } => written(terminal::explain(&open(origin)?, &question.join(" "), out)),
        Command::Check { json } => written(terminal::check(origin, json, out)),
        Command::Verify { article } => terminal::verify(&open(origin)?, &article, out),
        Command::Exam { file, right, wrong, show, gaps, json } => {
            let detail = match (show, gaps, json) {
                (_, true, true) => Detail::GapsJson,
                (_, true, false) => Detail::Gaps,
                (true, ..) => Detail::Mistakes,
                _ => Detail::None,
            };
            terminal::exam(&open(origin)?, file.as_deref(), Floor { right, wrong }, detail, out)
        }
        Command::Chat => written(terminal::chat(&open(origin)?, config::wants_colours())),
        Command::Reload { plan: true, .. } => terminal::plan(origin, state.as_deref(), out),
        Command::Reload { note, anyway, .. } => {
            terminal::reload(origin, state.as_deref(), &signed(note), anyway, out)
        }
        Command::History => terminal::history(origin, state.as_deref(), out),
        Command::Rollback { generation, note } => {
            terminal::rollback(origin, state.as_deref(), generation, &signed(note), out)
        }
        Command::Gaps { json } => {
            let state = state.ok_or_else(|| vec![journal::Trouble::NoFolder.to_string()])?;
            terminal::gaps(&open(origin)?, &state, json, out)
        }
        Command::Serve => {
            let config = config::serve_config(state.clone())?;
            start_log(config.log);
            let origin = origin.clone();
            let start = move || start(&origin, state.as_deref());
            discord::serve(config.discord, start).map_err(discord::ServeError::sentences)?;
            Ok(terminal::ANSWERED)
        }
    }
}

/// Who works at the terminal, and why.
fn signed(note: Option<String>) -> Signed {
    Signed { by: "terminal".to_owned(), at: discord::now(), note }
}

/// Loads the knowledge, or tells every fault.
fn open(origin: &Origin) -> Result<Desk, Vec<String>> {
    Desk::open(&origin.files()).map(|(desk, _)| desk).map_err(|faults| terminal::complaint(origin, &faults))
}

/// Opens the desk with what was applied last, and with sentences for the log; or tells every fault.
fn start(origin: &Origin, state: Option<&Path>) -> Result<(Desk, Vec<String>), Vec<String>> {
    let signed = Signed { by: "start".to_owned(), at: discord::now(), note: None };
    Desk::start(origin, state, &signed).map_err(|faults| terminal::complaint(origin, &faults))
}

/// Logs to standard error. Other crates may print what members write at their more talkative levels, so
/// they are kept to warnings whatever is asked for.
fn start_log(level: LogLevel) {
    use tracing_subscriber::filter::{LevelFilter, Targets};
    use tracing_subscriber::layer::SubscriberExt as _;
    use tracing_subscriber::util::SubscriberInitExt as _;
    let own = match level {
        LogLevel::Error => LevelFilter::ERROR,
        LogLevel::Warn => LevelFilter::WARN,
        LogLevel::Info => LevelFilter::INFO,
        LogLevel::Debug => LevelFilter::DEBUG,
        LogLevel::Trace => LevelFilter::TRACE,
    };
    // serenity warns of an unexpected reply with the whole address, and an interaction's token is part of it.
    let filter = Targets::new()
        .with_default(own.min(LevelFilter::WARN))
        .with_target("serenity", LevelFilter::ERROR)
        .with_target("aide_memoire", own);
    // Where nobody reads the log any more, complaining of it on the same way would be a panic.
    let lines = tracing_subscriber::fmt::layer().log_internal_errors(false);
    let lines = lines.with_writer(std::io::stderr).with_ansi(false);
    tracing_subscriber::registry().with(filter).with(lines).init();
}
