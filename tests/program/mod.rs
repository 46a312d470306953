//! Runs the real program: in a folder of its own, with nothing of this machine's settings.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{fs, io, thread};

/// What a run of the program left behind.
#[derive(Debug)]
pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

/// The program with its arguments, to be run in `folder`. The settings it reads from the environment are unset.
pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_aide-memoire"));
    command.args(arguments).current_dir(folder);
    for setting in [
        "AIDE_KNOWLEDGE",
        "AIDE_LOG",
        "AIDE_DISCORD_API",
        "AIDE_STATE",
        "DISCORD_TOKEN",
        "DISCORD_TOKEN_FILE",
    ] {
        command.env_remove(setting);
    }
    command
}

/// Runs a command to its end, with `input` on standard input.
pub fn run(mut command: Command, input: &[u8]) -> Ran {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("its input is a pipe");
    let output = thread::scope(|scope| {
        // Beside reading, so that neither side waits for the other on a full pipe. A program that ends
        // without reading its input closes the pipe, which is no failure.
        scope.spawn(move || stdin.write_all(input));
        child.wait_with_output().expect("the program ends")
    });
    let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
    Ran {
        status: output.status.code().expect("the program exits by itself"),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

/// A folder of this test program: empty, and emptied again by the next run.
pub fn empty_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(env!("CARGO_CRATE_NAME")).join(name);
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => panic!("cannot empty {name}: {error}"),
        _ => fs::create_dir_all(&folder).expect("a folder for the test can be made"),
    }
    folder
}

/// The folder of this package.
pub fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A small knowledge base without faults, about a village bridge.
pub fn minimal() -> PathBuf {
    package().join("tests/check/minimal")
}
