//! Flags, environment and files → one typed configuration. The only reader of the environment.

use std::env;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Parser, Subcommand};

use aide_memoire::discord;
use aide_memoire::journal;
use aide_memoire::knowledge::load::{self, Origin};

/// Where the token comes from, in this order.
const TOKEN: &str = "DISCORD_TOKEN";
const TOKEN_FILE: &str = "DISCORD_TOKEN_FILE";
/// Where Discord's API is, for tests.
const DISCORD_API: &str = "AIDE_DISCORD_API";
/// The knowledge folder.
const KNOWLEDGE: &str = "AIDE_KNOWLEDGE";
/// What is logged: error, warn, info, debug or trace.
const LOG: &str = "AIDE_LOG";
/// How often a member and a channel may ask: `5/20` is five questions in 20 seconds, `off` is no limit.
const COOLDOWN_MEMBER: &str = "AIDE_COOLDOWN_MEMBER";
const COOLDOWN_CHANNEL: &str = "AIDE_COOLDOWN_CHANNEL";
/// For how many seconds the same question in a channel gets a link to its answer; `off` is never.
const REPEATS: &str = "AIDE_REPEATS";
/// For how many days the journal keeps what members wrote; 0 keeps nothing.
const JOURNAL_DAYS: &str = "AIDE_JOURNAL_DAYS";
/// The most days: ten years.
const MOST_DAYS: u32 = 3650;
/// Where applied knowledge is kept.
const STATE: &str = "AIDE_STATE";
/// Where a user's programs keep such things (XDG Base Directory Specification), and its default under home.
const XDG_STATE_HOME: &str = "XDG_STATE_HOME";
const STATE_UNDER_HOME: [&str; 2] = [".local", "state"];
/// Ids of users and roles with a say over the knowledge beside those with Manage Server, of users who have it in
/// direct messages too, and of the server that alone may change it.
const MODERATORS: &str = "AIDE_MODERATORS";
const OWNERS: &str = "AIDE_OWNERS";
const HOME_GUILD: &str = "AIDE_HOME_GUILD";
/// A copy of the printed article.
const ARTICLE: &str = "AIDE_ARTICLE";
/// Where a mistake is reported.
const REPORT_URL: &str = "AIDE_REPORT_URL";
/// The longest time that a cooldown or a repeat may take: a day.
const LONGEST_TIME: u64 = 86_400;

/// Answers questions about one news article from a curated knowledge base, and cites the passages.
#[derive(Debug, Parser)]
#[command(name = "aide-memoire", version, arg_required_else_help = true, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    /// The knowledge folder [default: $AIDE_KNOWLEDGE, else knowledge/geneva-talks if it is there, else the
    /// copy inside the program]
    #[arg(long, global = true, value_name = "DIR")]
    knowledge: Option<PathBuf>,

    /// The state folder, where applied knowledge is kept [default: $AIDE_STATE, else aide-memoire in the user's
    /// state folder]
    #[arg(long, global = true, value_name = "DIR")]
    state: Option<PathBuf>,

    /// What to do
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Answer one question (exit status 0: answered, 1: refused or suggestions, 2: error)
    Ask {
        /// The question
        #[arg(required_unless_present = "batch", conflicts_with = "batch")]
        question: Vec<String>,
        /// Print the whole outcome as JSON
        #[arg(long)]
        json: bool,
        /// Read one JSON object a line from standard input: {"id", "question", "context": []}
        #[arg(long, requires = "json")]
        batch: bool,
    },
    /// Answer questions one after the other, follow-ups included
    Chat,
    /// Show how the outcome for a question comes about
    Explain {
        /// The question
        #[arg(required = true)]
        question: Vec<String>,
    },
    /// Check the knowledge files (exit status 2 when there is an error)
    Check {
        /// Print the faults as JSON
        #[arg(long)]
        json: bool,
    },
    /// Prove passages and quotes against a copy of the printed article
    Verify {
        /// The article as text, one paragraph a line
        #[arg(long, value_name = "FILE")]
        article: PathBuf,
    },
    /// Ask the golden questions, or those of a file, and score the outcomes
    Exam {
        /// Questions, one JSON object a line (tests/README.md has the format) [default: exam.json of the knowledge]
        file: Option<PathBuf>,
        /// Fail (exit status 1) unless at least this many per cent of what is held are answered rightly
        #[arg(long, value_name = "PERCENT")]
        right: Option<f32>,
        /// Fail (exit status 1) when more than this many per cent of all questions are answered wrongly
        #[arg(long, value_name = "PERCENT")]
        wrong: Option<f32>,
        /// Print the questions that were missed or answered wrongly
        #[arg(long)]
        show: bool,
        /// Print them gathered by the entry that came nearest, the most troublesome first
        #[arg(long, conflicts_with = "show")]
        gaps: bool,
        /// Print the gaps as JSON, one object a line, without the table
        #[arg(long, requires = "gaps")]
        json: bool,
    },
    /// Apply the knowledge folder as a new generation (exit status 1: not applied, 2: broken knowledge); a running
    /// bot takes it up on SIGHUP
    Reload {
        /// Only show what would change
        #[arg(long, conflicts_with_all = ["note", "anyway"])]
        plan: bool,
        /// Why, in at most 200 characters
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
        /// Also where a golden question turns wrong
        #[arg(long)]
        anyway: bool,
    },
    /// List the generations that were applied
    History,
    /// Apply an earlier generation again, as a new one
    Rollback {
        /// Its number [default: the one before the last]
        generation: Option<u64>,
        /// Why, in at most 200 characters
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
    },
    /// List what members of Discord asked and did not get answered, those asked most often first
    Gaps {
        /// Print one JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// Run the Discord bot
    Serve,
}

/// What `serve` needs beside the knowledge.
#[derive(Debug)]
pub(crate) struct ServeConfig {
    /// Discord's settings.
    pub(crate) discord: discord::Settings,
    /// What is logged.
    pub(crate) log: LogLevel,
}

/// How much is logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LogLevel {
    Error,
    Warn,
    Info,
    Debug,
    Trace,
}

impl Arguments {
    /// Where the knowledge comes from.
    pub(crate) fn origin(&self) -> Origin {
        Origin::find(self.knowledge.clone().or_else(|| path(KNOWLEDGE)))
    }

    /// The state folder; `None` where it is not named and the user has no home.
    pub(crate) fn state(&self) -> Option<PathBuf> {
        self.state.clone().or_else(|| path(STATE)).or_else(|| Some(user_state()?.join("aide-memoire")))
    }
}

/// Where the user's programs keep their state. A relative path in the variable does not count (XDG).
fn user_state() -> Option<PathBuf> {
    let named = env::var_os(XDG_STATE_HOME).map(PathBuf::from).filter(|folder| folder.is_absolute());
    named.or_else(|| {
        let home = env::home_dir().filter(|home| home.is_absolute())?;
        Some(STATE_UNDER_HOME.iter().fold(home, |folder, part| folder.join(part)))
    })
}

/// Whether colours are welcome (no-color.org).
pub(crate) fn wants_colours() -> bool {
    env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// Reads what `serve` needs from the environment; the journal goes into the state folder.
///
/// # Errors
///
/// A sentence for each problem, all at once.
pub(crate) fn serve_config(state: Option<PathBuf>) -> Result<ServeConfig, Vec<String>> {
    let mut problems = Vec::new();
    let token = noted(token(), &mut problems);
    let api = noted(api(), &mut problems);
    let log = noted(log_level(), &mut problems);
    let limits = noted(pace(COOLDOWN_MEMBER, (5, 20)), &mut problems)
        .zip(noted(pace(COOLDOWN_CHANNEL, (20, 20)), &mut problems))
        .zip(noted(repeats(), &mut problems))
        .map(|((member, channel), repeats)| discord::Limits { member, channel, repeats });
    let report_url = noted(report_url(), &mut problems);
    let moderators = noted(moderators(), &mut problems);
    let days = noted(journal_days(), &mut problems);
    match (token, api, log, limits, report_url, moderators, days) {
        (Some(token), Some(api), Some(log), Some(limits), Some(report_url), Some(moderators), Some(days)) => {
            let article = path(ARTICLE);
            let version = env!("CARGO_PKG_VERSION");
            let journal = journal::Settings { folder: state, days };
            let discord =
                discord::Settings { token, api, limits, journal, version, article, report_url, moderators };
            Ok(ServeConfig { discord, log })
        }
        _ => Err(problems),
    }
}

/// The value, or its problem beside the others.
fn noted<T>(read: Result<T, String>, problems: &mut Vec<String>) -> Option<T> {
    read.map_err(|problem| problems.push(problem)).ok()
}

fn token() -> Result<discord::Token, String> {
    let (place, token) = match (set(TOKEN), path(TOKEN_FILE)) {
        (Some(token), _) => (TOKEN.to_owned(), token),
        (None, Some(file)) => (format!("the file named by {TOKEN_FILE}"), load::text_file(&file)?),
        (None, None) => {
            return Err(format!(
                "no Discord token: set {TOKEN}, or {TOKEN_FILE} to a file that holds it; \
                 without a token, `aide-memoire chat` answers in the terminal"
            ));
        }
    };
    discord::Token::new(token.trim())
        .ok_or_else(|| format!("{place} does not hold a Discord token: it has blanks or odd characters"))
}

fn api() -> Result<Option<String>, String> {
    match env::var(DISCORD_API) {
        Err(_) => Ok(None),
        Ok(address) if address.starts_with("http://") || address.starts_with("https://") => Ok(Some(address)),
        Ok(_) => Err(format!("{DISCORD_API} must be an address that begins with http:// or https://")),
    }
}

fn log_level() -> Result<LogLevel, String> {
    match env::var(LOG).unwrap_or_else(|_| "info".to_owned()).to_lowercase().as_str() {
        "error" => Ok(LogLevel::Error),
        "warn" => Ok(LogLevel::Warn),
        "info" => Ok(LogLevel::Info),
        "debug" => Ok(LogLevel::Debug),
        "trace" => Ok(LogLevel::Trace),
        _ => Err(format!("{LOG} must be one of error, warn, info, debug, trace")),
    }
}

/// A file or folder that a variable names.
fn path(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|path| !path.is_empty()).map(PathBuf::from)
}

/// A variable that is set to something.
fn set(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.trim().is_empty())
}

fn pace(name: &str, (questions, seconds): (u32, u64)) -> Result<Option<discord::Pace>, String> {
    let wrong = || {
        format!(
            "{name} must be questions/seconds, such as {questions}/{seconds}, of at most {LONGEST_TIME} seconds, \
             or off"
        )
    };
    let text = set(name).unwrap_or_else(|| format!("{questions}/{seconds}"));
    if text.trim() == "off" {
        return Ok(None);
    }
    let (questions, seconds) = text.trim().split_once('/').ok_or_else(wrong)?;
    let questions = questions.parse::<NonZeroU32>().map_err(|_| wrong())?;
    let seconds = seconds.parse::<u64>().ok().filter(|seconds| (1..=LONGEST_TIME).contains(seconds));
    Ok(Some(discord::Pace { questions, time: Duration::from_secs(seconds.ok_or_else(wrong)?) }))
}

fn repeats() -> Result<Duration, String> {
    let text = set(REPEATS).unwrap_or_else(|| "60".to_owned());
    let seconds = if text.trim() == "off" { Some(0) } else { text.trim().parse().ok() };
    seconds
        .filter(|seconds| *seconds <= LONGEST_TIME)
        .map(Duration::from_secs)
        .ok_or_else(|| format!("{REPEATS} must be a number of seconds, at most {LONGEST_TIME}, or off"))
}

fn journal_days() -> Result<u32, String> {
    let text = set(JOURNAL_DAYS).unwrap_or_else(|| "30".to_owned());
    let days = text.trim().parse().ok().filter(|days| *days <= MOST_DAYS);
    days.ok_or_else(|| {
        format!("{JOURNAL_DAYS} must be a number of days, at most {MOST_DAYS}; 0 keeps nothing")
    })
}

fn moderators() -> Result<discord::Moderators, String> {
    let home_guild = ids(HOME_GUILD)?;
    match home_guild[..] {
        [] | [_] => Ok(discord::Moderators {
            ids: ids(MODERATORS)?,
            owners: ids(OWNERS)?,
            home_guild: home_guild.first().copied(),
        }),
        _ => Err(format!("{HOME_GUILD} must be the id of one server")),
    }
}

/// Discord's ids in a variable, with commas or blanks between.
fn ids(name: &str) -> Result<Vec<u64>, String> {
    let text = set(name).unwrap_or_default();
    let ids = text.split([',', ' ']).filter(|id| !id.is_empty());
    ids.map(|id| id.parse().ok().filter(|id| *id > 0))
        .collect::<Option<_>>()
        .ok_or_else(|| format!("{name} must be ids (numbers), with commas between"))
}

fn report_url() -> Result<Option<String>, String> {
    let is_address = |text: &String| {
        let is_web = text.starts_with("https://") || text.starts_with("http://");
        let is_short = text.chars().count() <= discord::LONGEST_ADDRESS;
        is_web && is_short && text.chars().all(|c| c.is_ascii_graphic())
    };
    match set(REPORT_URL).map(|text| text.trim().to_owned()) {
        Some(text) if !is_address(&text) => Err(format!(
            "{REPORT_URL} must be an address that begins with https://, of at most {} characters",
            discord::LONGEST_ADDRESS
        )),
        address => Ok(address),
    }
}
