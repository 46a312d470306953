//! `aide-memoire verify`: passages and quotes against a printed article.
//!
//! The article of the minimal knowledge base is our own and stands in `tests/verify`. The real one belongs to its
//! publisher and is not here: where a copy is at hand (`AIDE_TEST_ARTICLE`, or `../shared/article.txt` beside the
//! package) the real knowledge is proven against it too.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
#![expect(unreachable_pub, reason = "a test program has no outside")]

mod program;
#[path = "verify/real.rs"]
mod real;

use std::fs;
use std::path::Path;

use program::{Ran, command, empty_folder, minimal, package, run};

const BUILT: &str = "The bridge, paragraph 1";
const TOLL: &str = "The bridge, paragraph 2";
const FLOOD: &str = "The flood, paragraph 1";
const NO_FINGERPRINT: &str = "no printed paragraph has this fingerprint; cited by";

fn printed() -> String {
    fs::read_to_string(package().join("tests/verify/bridge.txt")).unwrap()
}

/// Verifies the minimal knowledge base against an article; `name` is the test's own.
fn verify(name: &str, article: impl AsRef<[u8]>) -> Ran {
    let folder = empty_folder(name);
    fs::write(folder.join("article.txt"), article).unwrap();
    verify_file(&folder, "article.txt")
}

fn verify_file(folder: &Path, file: &str) -> Ran {
    let mut verify = command(folder, &["verify", "--article", file]);
    verify.arg("--knowledge").arg(minimal());
    run(verify, b"")
}

/// Asserts that everything is proven.
#[track_caller]
fn assert_proven(ran: &Ran) {
    let expected = "6 paragraphs and quotes proven against article.txt\n";
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, expected, ""));
}

/// Asserts that these are not proven, and nothing else.
#[track_caller]
fn assert_failures(ran: &Ran, failures: &[String]) {
    let (found, proven) = (failures.len(), 6 - failures.len());
    let verdict = format!("{found} not proven, {proven} proven against article.txt");
    let expected: String =
        failures.iter().chain([&verdict]).map(|line| format!("aide-memoire: {line}\n")).collect();
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (2, "", expected.as_str()));
}

/// The article with one text replaced that stands in it once.
#[track_caller]
fn changed(from: &str, to: &str) -> String {
    assert_eq!(printed().matches(from).count(), 1, "{from:?}");
    printed().replace(from, to)
}

#[test]
fn the_printed_article_proves_everything() {
    assert_proven(&verify("whole", printed()));
}

#[test]
fn one_letter_inside_a_quote_fails_its_paragraph_and_that_quote() {
    let ran = verify("in-a-quote", changed("every farmer", "every Farmer"));
    let quote = format!("{TOLL}: not in print: Ines Vale said \"was a burden on every farmer’s cart\"");
    assert_failures(&ran, &[format!("{TOLL}: {NO_FINGERPRINT} toll-ended"), quote]);
    let ran = verify("in-a-quote", changed("the harvest", "the hervest"));
    let quote =
        format!("{FLOOD}: not in print: Ines Vale said \"We will mend the rail before the harvest,\"");
    assert_failures(&ran, &[format!("{FLOOD}: {NO_FINGERPRINT} flood-damage"), quote]);
}

#[test]
fn one_letter_outside_quotes_fails_the_fingerprint_only() {
    for (from, to, place, entry) in [
        ("1846", "1847", BUILT, "bridge-built"),
        ("Since May", "Since Mai", TOLL, "toll-ended"),
        ("two metres", "two meters", FLOOD, "flood-damage"),
    ] {
        assert_failures(
            &verify("outside", changed(from, to)),
            &[format!("{place}: {NO_FINGERPRINT} {entry}")],
        );
    }
}

#[test]
fn quotes_are_found_however_far_down_their_paragraph_stands() {
    let captions = "A photograph of the bridge.\n".repeat(30);
    let article = changed("Since May", &format!("{captions}Since Mai"));
    assert_failures(&verify("captions", article), &[format!("{TOLL}: {NO_FINGERPRINT} toll-ended")]);
}

#[test]
fn marks_and_spaces_make_no_difference() {
    let straight = printed().replace(['“', '”'], "\"").replace('’', "'");
    assert_ne!(straight, printed());
    let spaced = printed().replace(' ', "  ").replace("  carried", "\u{A0}carried").replace('\n', "\t \r\n ");
    for article in [straight, spaced, printed().replace("ff", "ﬀ"), printed().trim_end().to_owned()] {
        assert_proven(&verify("marks", article));
    }
}

#[test]
fn letters_and_case_make_a_difference() {
    let ran = verify("case", changed("The stone bridge", "the stone bridge"));
    assert_failures(&ran, &[format!("{BUILT}: {NO_FINGERPRINT} bridge-built")]);
}

#[test]
fn another_article_proves_nothing() {
    let ran = verify("another", "Elmford has a new well.\n");
    assert_eq!((ran.status, ran.err.lines().count()), (2, 7), "{}", ran.err);
    assert!(ran.err.ends_with("6 not proven, 0 proven against article.txt\n"), "{}", ran.err);
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let folder = empty_folder("unreadable");
    fs::write(folder.join("latin.txt"), b"caf\xE9").unwrap();
    for file in ["missing.txt", "latin.txt", "."] {
        let ran = verify_file(&folder, file);
        assert_eq!((ran.status, ran.out.as_str(), ran.err.lines().count()), (2, "", 1), "{}", ran.err);
        assert!(ran.err.starts_with(&format!("aide-memoire: cannot read {file}: ")), "{}", ran.err);
    }
}
