//! Discord in a terminal, without a token: `cargo run --release --example demo`.
//!
//! Starts the stand-in for Discord that the tests use, the real bot beside it, and a client in which a newcomer is a
//! member of a server: what the bot sends is shown as text, its buttons and menus numbered. Lines may also come from a
//! pipe; then they are repeated, so that what is printed reads as a conversation.
//!
//! Reading order: `program` (starting, ending), `line` (what was typed), `client` (what it does), `screen` (how it looks).
#![expect(unreachable_pub, reason = "an example has no outside")]

mod client;
mod line;
mod screen;
#[path = "../standin/mod.rs"]
mod standin;

use std::io::{IsTerminal as _, Write as _, stdin, stdout};
use std::path::PathBuf;
use std::process::{ExitCode, Stdio};
use std::time::Duration;

use tokio::process::{Child, Command};
use tokio::time::sleep;

use client::Client;
use line::Line;
use standin::StandIn;

const MANIFEST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");

/// What can be typed.
const HELP: &str = "\
You are a member of a server, and the bot is in it. Type:

  /ask who led the talks for the us     a command; also /topics, /about, and /ask … private:true
  type sherm                            what /ask suggests while you type
  @bot how long did the talks last?     a message that mentions the bot; any other line is a message without
  dm what happens next?                 a direct message
  reply 2 and Russia?                   a reply to message #2
  answer 1                              Apps → Answer this, on message #1
  press 3                               button or menu entry [3] of the latest message that has some
  press 3 on 2                          the same of message #2
  as moderator                          be somebody else; `as asker` is you again
  help, quit
";

#[tokio::main]
async fn main() -> ExitCode {
    let standin = StandIn::start().await;
    let started = start(&standin).await;
    let ended = match started {
        Ok(bot) => talk(&standin, bot).await,
        Err(problem) => Err(problem),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("demo: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// Starts the bot, and waits until it is connected and has its commands.
async fn start(standin: &StandIn) -> Result<Child, String> {
    let mut command = Command::new(build().await?);
    command.arg("serve").env_remove("DISCORD_TOKEN_FILE").envs([
        ("DISCORD_TOKEN", standin.token()),
        ("AIDE_DISCORD_API", &standin.url()),
        // Silence is proved by questions in a channel that nobody sees.
        ("AIDE_COOLDOWN_CHANNEL", "off"),
    ]);
    if std::env::var_os("AIDE_LOG").is_none() {
        command.env("AIDE_LOG", "warn");
    }
    let bot = command.stdin(Stdio::null()).stdout(Stdio::null()).kill_on_drop(true).spawn();
    let mut bot = bot.map_err(|error| format!("the bot cannot be started: {error}"))?;
    // However long that takes: in a debug build the knowledge is learnt slowly.
    while !standin.requests().iter().any(|request| request.is("PUT /applications/*/commands")) {
        tokio::select! {
            ended = bot.wait() => {
                let status = ended.map_or_else(|error| error.to_string(), |status| status.to_string());
                return Err(format!("the bot did not start ({status})"));
            }
            () = sleep(Duration::from_millis(20)) => {}
        }
    }
    Ok(bot)
}

/// Builds the bot, which is done in no time where nothing has changed: the program beside this one.
async fn build() -> Result<PathBuf, String> {
    let own = std::env::current_exe().map_err(|error| format!("this program cannot be found: {error}"))?;
    let mut folders = own.ancestors().skip(2);
    let (Some(programs), Some(target)) = (folders.next(), folders.next()) else {
        return Err("start this with `cargo run --release --example demo`".to_owned());
    };
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // What cargo tells this program of itself is not meant for another build, which would begin anew because of it.
    let is_of_this_one = |name: &str| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_");
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_str().is_some_and(is_of_this_one)) {
        cargo.env_remove(name);
    }
    // Together with this program, so that both are built from the same parts.
    cargo.args(["build", "--bin", "aide-memoire", "--example", "demo", "--manifest-path", MANIFEST]);
    cargo.args(if cfg!(debug_assertions) { &[][..] } else { &["--release"] });
    let built = cargo.arg("--target-dir").arg(target).stdin(Stdio::null()).status().await;
    match built {
        Ok(status) if status.success() => {
            Ok(programs.join("aide-memoire").with_extension(std::env::consts::EXE_EXTENSION))
        }
        Ok(_) => Err("the bot cannot be built; cargo says above why".to_owned()),
        Err(error) => Err(format!(
            "cargo cannot be run ({error}): start this with `cargo run --release --example demo`"
        )),
    }
}

/// Follows what is typed, line by line, until there is no more.
async fn talk(standin: &StandIn, mut bot: Child) -> Result<(), String> {
    let mut client = Client::new(standin);
    println!("{HELP}");
    while let Some(typed) = next_line(client.prompt()).await {
        if let Ok(Some(status)) = bot.try_wait() {
            return Err(format!("the bot has ended ({status})"));
        }
        if client.fill(&typed).await {
            continue;
        }
        match Line::read(&typed) {
            Line::Quit => break,
            Line::Help => println!("{HELP}"),
            line => client.follow(line).await,
        }
    }
    Ok(())
}

/// The next line, asked for by a prompt; `None` at the end.
async fn next_line(prompt: String) -> Option<String> {
    let read = move || {
        print!("{prompt}");
        stdout().flush().ok()?;
        let mut line = String::new();
        let length = stdin().read_line(&mut line).ok()?;
        if !stdin().is_terminal() {
            println!("{}", line.trim_end());
        }
        (length > 0).then(|| line.trim().to_owned())
    };
    tokio::task::spawn_blocking(read).await.ok().flatten()
}
