//! The real program, run as a child process against the stand-in: started, told to stop, its log read.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};
use tokio::sync::Notify;
use tokio::time::timeout;

use aide_memoire::knowledge::load::Origin;

use crate::standin::StandIn;

/// How long any wait lasts at most; it only ever runs out when the test fails. Learning the whole knowledge takes
/// its time where several tests do it on few cores.
const PATIENCE: Duration = Duration::from_secs(90);
/// How long a stop may take.
const STOP_TIME: Duration = Duration::from_secs(5);

/// A running `aide-memoire serve`.
pub struct Bot {
    child: Child,
    log: Arc<Log>,
    token: String,
}

#[derive(Default)]
struct Log {
    text: Mutex<String>,
    grown: Notify,
    ended: Notify,
}

impl Log {
    fn text(&self) -> String {
        self.text.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Variables that the program reads.
const VARIABLES: [&str; 15] = [
    "DISCORD_TOKEN",
    "DISCORD_TOKEN_FILE",
    "AIDE_DISCORD_API",
    "AIDE_KNOWLEDGE",
    "AIDE_LOG",
    "AIDE_ARTICLE",
    "AIDE_REPORT_URL",
    "AIDE_COOLDOWN_MEMBER",
    "AIDE_COOLDOWN_CHANNEL",
    "AIDE_REPEATS",
    "AIDE_STATE",
    "AIDE_JOURNAL_DAYS",
    "AIDE_MODERATORS",
    "AIDE_OWNERS",
    "AIDE_HOME_GUILD",
];
/// Tests ask faster than people do, and the same again; and most look at answers, not at the journal.
const UNHURRIED: [(&str, &str); 4] = [
    ("AIDE_COOLDOWN_MEMBER", "off"),
    ("AIDE_COOLDOWN_CHANNEL", "off"),
    ("AIDE_REPEATS", "off"),
    ("AIDE_JOURNAL_DAYS", "0"),
];

/// `aide-memoire serve` with these variables and no others of its own, but for limits on how often it is asked.
pub fn serve(variables: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_aide-memoire"));
    for variable in VARIABLES {
        command.env_remove(variable);
    }
    command.envs(UNHURRIED).env("AIDE_STATE", state());
    command.arg("serve").envs(variables.iter().copied()).kill_on_drop(true);
    // Away from the repository, so that the built-in knowledge is used.
    command
        .current_dir(std::env::temp_dir())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    command
}

/// A state folder of its own, which is not there yet.
pub fn state() -> PathBuf {
    static STARTED: AtomicU64 = AtomicU64::new(0);
    let number = STARTED.fetch_add(1, Ordering::Relaxed);
    let folder = format!("state-{}-{number}", std::process::id());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    let _ = fs::remove_dir_all(&folder);
    folder
}

/// A knowledge folder of one section: learnt in no time, where the whole takes seconds.
pub fn one_section() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("one-section");
        fs::create_dir_all(folder.join("entries")).unwrap();
        for file in Origin::Embedded.files() {
            if ["article.json", "vocabulary.json", "entries/whats-next.json"].contains(&file.path.as_str()) {
                fs::write(folder.join(file.path), file.bytes.unwrap()).unwrap();
            }
        }
        fs::write(folder.join("silences.json"), r#"{ "silences": [] }"#).unwrap();
        fs::write(folder.join("exam.json"), r#"{ "questions": [] }"#).unwrap();
        folder
    })
}

impl Bot {
    /// Starts it with the stand-in's token, and waits until it is connected and has registered its command.
    pub async fn start(standin: &StandIn) -> Self {
        let bot = Self::launch(&standin.url(), standin.token(), serve(&[]));
        bot.logged("commands registered").await;
        bot
    }

    /// The same with a journal, as it runs unless told otherwise.
    pub async fn start_keeping(standin: &StandIn) -> Self {
        let bot = Self::launch(&standin.url(), standin.token(), serve(&[("AIDE_JOURNAL_DAYS", "30")]));
        bot.logged("commands registered").await;
        bot
    }

    /// The same with one section of the knowledge, What's next?, for tests of everything but answers.
    pub async fn start_quickly(standin: &StandIn) -> Self {
        let bot = Self::launch_quickly(&standin.url(), standin.token());
        bot.logged("commands registered").await;
        bot
    }

    /// Like `start_quickly`, with these variables, of which `AIDE_KNOWLEDGE` may name other knowledge.
    pub async fn start_with(standin: &StandIn, variables: &[(&str, &str)]) -> Self {
        let mut command = serve(&[("AIDE_KNOWLEDGE", one_section().to_str().unwrap())]);
        command.envs(variables.iter().copied());
        let bot = Self::launch(&standin.url(), standin.token(), command);
        bot.logged("commands registered").await;
        bot
    }

    /// Like `start_with`, with what it writes to any file cut off at so many bytes, as on a full disk.
    pub async fn start_on_full_disk(standin: &StandIn, bytes: u64, variables: &[(&str, &str)]) -> Self {
        let unlimited = serve(&[("AIDE_KNOWLEDGE", one_section().to_str().unwrap())]);
        let mut command = Command::new("sh");
        // A blocked signal stays blocked, so that writing fails instead of ending the program; blocks are of 512 bytes.
        let limit = format!("trap '' XFSZ; ulimit -f {}; exec \"$0\" serve", bytes / 512);
        command.arg("-c").arg(limit).arg(unlimited.as_std().get_program());
        for (name, value) in unlimited.as_std().get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command.kill_on_drop(true).current_dir(std::env::temp_dir());
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        command.envs(variables.iter().copied());
        let bot = Self::launch(&standin.url(), standin.token(), command);
        bot.logged("commands registered").await;
        bot
    }

    /// Starts it with one section of the knowledge, and waits for nothing.
    pub fn launch_quickly(api: &str, token: &str) -> Self {
        Self::launch(api, token, serve(&[("AIDE_KNOWLEDGE", one_section().to_str().unwrap())]))
    }

    /// Starts it with the whole knowledge, and waits for nothing.
    pub fn launch_whole(api: &str, token: &str) -> Self {
        Self::launch(api, token, serve(&[]))
    }

    fn launch(api: &str, token: &str, mut command: Command) -> Self {
        command.envs([
            ("DISCORD_TOKEN", token),
            ("AIDE_DISCORD_API", api),
            ("AIDE_LOG", "trace"),
            ("RUST_LOG", "trace"),
        ]);
        let mut child = command.spawn().unwrap();
        let log = Arc::new(Log::default());
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let written = Arc::clone(&log);
        tokio::spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                let mut text = written.text.lock().unwrap_or_else(PoisonError::into_inner);
                text.push_str(&line);
                text.push('\n');
                drop(text);
                written.grown.notify_waiters();
            }
            written.ended.notify_one();
        });
        Self { child, log, token: token.to_owned() }
    }

    /// What it has written to standard error so far.
    pub fn log(&self) -> String {
        self.log.text()
    }

    /// Waits until it has written this.
    pub async fn logged(&self, part: &str) {
        self.logged_times(part, 1).await;
    }

    /// Waits until it has written this so many times.
    pub async fn logged_times(&self, part: &str, times: usize) {
        let enough = async {
            loop {
                let grown = self.log.grown.notified();
                if self.log.text().matches(part).count() >= times {
                    return;
                }
                grown.await;
            }
        };
        if timeout(PATIENCE, enough).await.is_err() {
            panic!("expected {part:?} {times} times in the log, got\n{}", self.log());
        }
    }

    /// The processor time that it has used so far.
    pub fn processor_time(&self) -> Duration {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.id())).unwrap();
        // After the name in brackets come fields of which the 12th and 13th count hundredths of a second.
        let (_, fields) = stat.rsplit_once(')').unwrap();
        let ticks = fields.split_whitespace().skip(11).take(2).map(|field| field.parse::<u64>().unwrap());
        Duration::from_millis(ticks.sum::<u64>() * 10)
    }

    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.child.id().unwrap()
    }

    /// Sends it a signal: `TERM` or `INT`.
    pub async fn signal(&self, name: &str) {
        let id = self.id().to_string();
        let sent = Command::new("kill").args(["-s", name, &id]).status().await.unwrap();
        assert!(sent.success(), "kill -s {name} {id}");
    }

    /// Asks it to stop, and checks that it does so in time and with status 0. Returns all that it wrote.
    pub async fn stop(self) -> String {
        self.signal("TERM").await;
        self.stopped().await
    }

    /// Checks that it stops in time and with status 0. Returns all that it wrote.
    pub async fn stopped(self) -> String {
        let asked = Instant::now();
        let (status, log) = self.ended().await;
        assert_eq!(status, 0, "exit status after a stop; log:\n{log}");
        assert!(asked.elapsed() < STOP_TIME, "a stop took {:?}; log:\n{log}", asked.elapsed());
        log
    }

    /// Waits for its end. Returns the exit status and all that it wrote, in which there are no secrets.
    pub async fn ended(mut self) -> (i32, String) {
        let status = timeout(PATIENCE, self.child.wait()).await;
        let log_of = |bot: &Self| bot.log();
        let status = status.unwrap_or_else(|_| panic!("expected an end, got\n{}", log_of(&self))).unwrap();
        timeout(PATIENCE, self.log.ended.notified()).await.unwrap();
        let log = self.log();
        for secret in [self.token.as_str(), "interaction-token"] {
            assert!(!log.contains(secret), "{secret:?} is in the log:\n{log}");
        }
        for mistake in ["panicked", "a mistake in this program"] {
            assert!(!log.contains(mistake), "a panic:\n{log}");
        }
        (status.code().unwrap_or(-1), log)
    }
}
