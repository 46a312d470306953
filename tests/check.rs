//! Every rule of the knowledge files, seen through `aide-memoire check`.
//!
//! A folder of `tests/check` is a case: `minimal` with the case's files laid over it, without the files that its
//! `absent.txt` lists. What the program then prints is in `expected.txt`; `BLESS=1 cargo test --test check`
//! writes it anew. The folder's name tells what must be found: a code, with a variant behind it where there
//! are several (`json-syntax-truncated`), nothing at all (`clean-…`) or many codes (`several-…`).
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
#![expect(unreachable_pub, reason = "a test program has no outside")]

#[path = "check/lengths.rs"]
mod lengths;
mod program;

use std::fs;
use std::path::{Path, PathBuf};

use aide_memoire::knowledge::{Code, Severity};
use program::{Ran, command, empty_folder, minimal, package, run};

/// Files of a case that are no knowledge.
const EXPECTED: &str = "expected.txt";
const ABSENT: &str = "absent.txt";

#[test]
fn every_case_is_reported_as_expected() {
    let failures: Vec<String> = cases().into_iter().filter_map(|case| check(&case).err()).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

#[test]
fn every_code_has_a_case() {
    let covered: Vec<Code> = cases().iter().filter_map(|case| code_of(case)).collect();
    let lacking: Vec<&str> =
        Code::ALL.iter().filter(|code| !covered.contains(code)).map(|code| code.name()).collect();
    assert!(lacking.is_empty(), "codes without a case: {}", lacking.join(", "));
}

#[test]
fn every_code_is_explained_to_curators() {
    let format = fs::read_to_string(package().join("knowledge/README.md")).unwrap();
    let lacking: Vec<&str> = Code::ALL
        .iter()
        .map(|code| code.name())
        .filter(|name| !format.contains(&format!("`{name}`")))
        .collect();
    assert!(lacking.is_empty(), "codes that knowledge/README.md does not explain: {}", lacking.join(", "));
    let example = fs::read_to_string(package().join("tests/check/too-long-answer").join(EXPECTED)).unwrap();
    let example: Vec<&str> = example.lines().take(2).collect();
    assert!(
        format.contains(&example.join("\n")),
        "the example in knowledge/README.md is not what is printed"
    );
}

#[test]
fn the_minimal_knowledge_base_has_no_fault() {
    let folder = minimal();
    let Ran { status, out, .. } =
        run(command(folder.parent().unwrap(), &["check", "--knowledge", "minimal"]), b"");
    assert_eq!((status, out.lines().count()), (0, 1), "{out}");
}

/// The names of all cases.
fn cases() -> Vec<String> {
    let folders = fs::read_dir(package().join("tests/check")).unwrap().map(Result::unwrap);
    let folders = folders.filter(|folder| folder.file_type().unwrap().is_dir());
    let mut cases: Vec<String> = folders.map(|folder| folder.file_name().into_string().unwrap()).collect();
    cases.retain(|case| case != "minimal");
    cases.sort();
    cases
}

/// The code that a case is named after.
fn code_of(case: &str) -> Option<Code> {
    let named = |code: &Code| {
        case.strip_prefix(code.name()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    Code::ALL.iter().copied().filter(named).max_by_key(|code| code.name().len())
}

/// Checks one case, or tells what is not as expected.
fn check(case: &str) -> Result<(), String> {
    let source = package().join("tests/check").join(case);
    let folder = empty_folder(case);
    let knowledge = folder.join("knowledge");
    lay(&minimal(), &knowledge);
    lay(&source, &knowledge);
    for absent in fs::read_to_string(source.join(ABSENT)).unwrap_or_default().lines() {
        fs::remove_file(knowledge.join(absent)).unwrap();
    }
    let Ran { status, out, err } = run(command(&folder, &["check", "--knowledge", "knowledge"]), b"");
    if std::env::var_os("BLESS").is_some() {
        fs::write(source.join(EXPECTED), &out).unwrap();
    }
    let expected = fs::read_to_string(source.join(EXPECTED)).unwrap_or_default();
    let found: Vec<Code> = codes(&out);
    let kind_fits = match code_of(case) {
        Some(code) => found.contains(&code),
        None if case.starts_with("clean-") => found.is_empty(),
        None if case.starts_with("several-") => found.len() > 3,
        None => return Err(format!("{case}: the name tells no code, and is neither clean- nor several-")),
    };
    let is_error = found.iter().any(|code| code.severity() == Severity::Error);
    let status_fits = status == if is_error { 2 } else { 0 };
    if kind_fits && status_fits && err.is_empty() && out == expected {
        return Ok(());
    }
    Err(format!("{case}: status {status}, expected\n{expected}\nfound\n{out}{err}"))
}

/// Every code that a report names, once.
fn codes(report: &str) -> Vec<Code> {
    let named = |code: &&Code| report.contains(&format!("[{}]", code.name()));
    Code::ALL.iter().filter(named).copied().collect()
}

/// Copies the files of a folder, and of those in it, over what is there; a link stays a link.
fn lay(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (kind, target): (_, PathBuf) = (entry.file_type().unwrap(), to.join(entry.file_name()));
        if kind.is_dir() {
            lay(&entry.path(), &target);
        } else if kind.is_symlink() {
            std::os::unix::fs::symlink(fs::read_link(entry.path()).unwrap(), target).unwrap();
        } else if entry.file_name() != EXPECTED && entry.file_name() != ABSENT {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
