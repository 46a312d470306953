//! A reader that has had enough (`… | head -1`): the program ends, and does not panic.

use std::io::Write as _;
use std::process::Stdio;

use crate::ANSWERED;
use crate::program::{command, minimal, package};

#[test]
fn a_closed_output_pipe_is_the_end_and_no_panic() {
    let article = package().join("tests/verify/bridge.txt");
    let article = article.to_str().unwrap();
    for arguments in [
        &["ask", ANSWERED][..],
        &["ask", "--json", "--batch"],
        &["chat"],
        &["explain", ANSWERED],
        &["check"],
        &["check", "--json"],
        &["exam"],
        &["verify", "--article", article],
    ] {
        assert_eq!(status_without_reader(arguments, "."), 0, "{arguments:?}");
    }
}

#[test]
fn faults_that_nobody_reads_still_count() {
    assert_eq!(status_without_reader(&["ask", ANSWERED], "nowhere"), 2);
}

/// The exit status of a run whose standard output and standard error nobody reads.
fn status_without_reader(arguments: &[&str], knowledge: &str) -> i32 {
    let mut command = command(&minimal(), arguments);
    command.args(["--knowledge", knowledge]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop((child.stdout.take(), child.stderr.take()));
    let input = format!("{{\"question\": \"{ANSWERED}\"}}\n").repeat(100);
    // The program may be gone before it has read everything.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait().unwrap().code().expect("the program exits by itself")
}
