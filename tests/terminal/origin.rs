//! Where the knowledge comes from: the flag, the environment, the working directory, the program itself.

use std::fs;
use std::path::Path;

use crate::ANSWERED;
use crate::program::{Ran, command, empty_folder, minimal, package, run};

const ASK: &[&str] = &["ask", ANSWERED];
const TOLL: &str = "The toll ended in May.";

#[test]
fn the_environment_names_a_folder_and_the_flag_goes_first() {
    let folder = empty_folder("environment");
    let mut by_environment = command(&folder, ASK);
    by_environment.env("AIDE_KNOWLEDGE", minimal());
    assert!(run(by_environment, b"").out.contains(TOLL));

    let mut by_flag = command(&folder, ASK);
    by_flag.env("AIDE_KNOWLEDGE", folder.join("nowhere")).arg("--knowledge").arg(minimal());
    assert!(run(by_flag, b"").out.contains(TOLL));

    let mut broken = command(&folder, ASK);
    broken.env("AIDE_KNOWLEDGE", folder.join("nowhere"));
    assert_eq!(run(broken, b"").status, 2);
}

#[test]
fn a_folder_in_its_usual_place_is_found() {
    let folder = empty_folder("usual");
    let place = folder.join("knowledge/geneva-talks");
    fs::create_dir_all(place.join("entries")).unwrap();
    for file in [
        "article.json",
        "exam.json",
        "silences.json",
        "vocabulary.json",
        "entries/built.json",
        "entries/flood.json",
        "entries/toll.json",
    ] {
        fs::copy(minimal().join(file), place.join(file)).unwrap();
    }
    assert!(run(command(&folder, ASK), b"").out.contains(TOLL));
}

#[test]
fn without_a_folder_the_copy_inside_the_program_answers() {
    let question = "Where did the talks take place?";
    let ran = run(command(&empty_folder("nothing"), &["ask", question]), b"");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(ran.out.starts_with("The talks were held in Geneva."), "{}", ran.out);
}

#[test]
fn a_missing_folder_is_one_fault() {
    for arguments in [&["ask", "anything"][..], &["chat"], &["explain", "anything"], &["exam"], &["check"]] {
        let mut missing = command(&empty_folder("missing"), arguments);
        missing.args(["--knowledge", "nowhere"]);
        let Ran { status, out, err } = run(missing, b"anything\n");
        let said = if arguments == ["check"] { &out } else { &err };
        assert_eq!(status, 2, "{arguments:?}");
        assert_eq!(said.matches("error[").count(), 1, "{arguments:?}: {said}");
        assert!(
            said.contains("error[unreadable-file] the folder cannot be read") && said.contains("nowhere"),
            "{said}"
        );
    }
}

#[test]
fn broken_knowledge_exits_2_and_tells_every_error_on_standard_error() {
    let folder = empty_folder("broken");
    fs::write(folder.join("article.json"), "{").unwrap();
    fs::write(folder.join("notes.md"), "").unwrap();
    for arguments in [
        &["ask", "anything"][..],
        &["ask", "--json", "--batch"],
        &["chat"],
        &["explain", "anything"],
        &["exam"],
    ] {
        let mut broken = command(&folder, arguments);
        broken.args(["--knowledge", "."]);
        let Ran { status, out, err } = run(broken, b"anything\n");
        assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}");
        for fault in [
            "article.json:1:1: error[json-syntax]",
            "notes.md:1:1: error[unexpected-file]",
            "silences.json:1:1: error[missing-file]",
        ] {
            assert!(err.contains(fault), "{arguments:?}: no {fault} in {err}");
        }
        assert!(err.ends_with("aide-memoire: the knowledge in . cannot be used: 6 errors\n"), "{err}");
    }
}

#[test]
fn faults_as_json_stand_at_the_same_places_as_faults_as_text() {
    let folder = empty_folder("faults");
    fs::write(folder.join("article.json"), "{}").unwrap();
    let check = |arguments: &[&str]| {
        let mut check = command(&folder, arguments);
        check.args(["--knowledge", "."]);
        run(check, b"")
    };
    let (text, json) = (check(&["check"]), check(&["check", "--json"]));
    assert_eq!((text.status, json.status), (2, 2));
    let faults: Vec<serde_json::Value> = serde_json::from_str(&json.out).unwrap();
    assert_eq!(faults.len(), text.out.matches("error[").count());
    for fault in faults {
        let field = |name: &str| fault[name].as_str().unwrap().to_owned();
        let place = format!(
            "{}:{}:{}: {}[{}] {}",
            field("file"),
            fault["line"],
            fault["column"],
            field("severity"),
            field("code"),
            field("message")
        );
        assert!(text.out.contains(&place), "no {place} in {}", text.out);
        assert!(text.out.contains(&field("advice")), "{}", text.out);
    }
}

#[test]
fn the_package_stands_in_no_way() {
    // The other tests rely on working directories that hold no knowledge of their own.
    assert!(!Path::new(env!("CARGO_TARGET_TMPDIR")).join("knowledge").exists());
    assert!(package().join("knowledge/geneva-talks/article.json").exists());
}
