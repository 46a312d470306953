//! Phrasings and silences added to knowledge files: what changes, what stays, and what is refused.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::{Path, PathBuf};

use aide_memoire::knowledge::edit::{Addition, NewSilence, Refused, add, with_phrasing, with_silence};
use aide_memoire::knowledge::load::Origin;
use aide_memoire::knowledge::{KnowledgeFile, SilenceReason, save};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};

const MINIMAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/check/minimal");

fn minimal() -> Vec<KnowledgeFile> {
    Origin::Folder(MINIMAL.into()).files()
}

fn phrasing(of: &str, text: &str) -> Addition {
    Addition::Phrasing { of: of.to_owned(), text: text.to_owned() }
}

fn ferry() -> NewSilence {
    NewSilence {
        id: "ferry".to_owned(),
        topic: "a ferry across the river".to_owned(),
        reason: SilenceReason::Silent,
        reply: "The article speaks of no “ferry”.".to_owned(),
        nearest: Some("bridge-built".to_owned()),
        phrasings: ["ferry", "any ferry", "where is the ferry", "ferry times", "cost of the ferry"]
            .map(str::to_owned)
            .to_vec(),
    }
}

/// The lines of a text, and those that a later form of it has in their place: each common line once.
fn difference<'a>(before: &'a str, after: &'a str) -> (Vec<&'a str>, Vec<&'a str>) {
    let (before, after): (Vec<_>, Vec<_>) = (before.split('\n').collect(), after.split('\n').collect());
    let same = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
    let (before, after) = (&before[same..], &after[same..]);
    let end = before.iter().rev().zip(after.iter().rev()).take_while(|(a, b)| a == b).count();
    (before[..before.len() - end].to_vec(), after[..after.len() - end].to_vec())
}

#[test]
fn a_phrasing_is_one_more_line_in_every_file_of_the_talks() {
    let files = Origin::Embedded.files();
    let of = |path: &str| {
        let file = files.iter().find(|file| file.path == path).unwrap();
        std::str::from_utf8(file.bytes.as_ref().unwrap()).unwrap()
    };
    let entries =
        files.iter().filter(|file| file.path.starts_with("entries/") || file.path == "silences.json");
    for file in entries {
        let text = of(&file.path);
        let value: Value = serde_json::from_str(text).unwrap();
        let list = if file.path == "silences.json" { &value["silences"] } else { &value["entries"] };
        for item in list.as_array().unwrap() {
            let added = with_phrasing(text, item["id"].as_str().unwrap(), "say \"it\" again").unwrap();
            let (before, after) = difference(text, &added);
            let last = item["phrasings"].as_array().unwrap().last().unwrap();
            assert_eq!(before, [format!("        {last}")]);
            assert_eq!(after, [format!("        {last},"), "        \"say \\\"it\\\" again\"".to_owned()]);
        }
    }
    let silences = of("silences.json");
    let added = with_silence(silences, &ferry()).unwrap();
    let expected = r#"    },
    {
      "id": "ferry",
      "topic": "a ferry across the river",
      "reason": "silent",
      "reply": "The article speaks of no “ferry”.",
      "nearest": "bridge-built",
      "phrasings": [
        "ferry",
        "any ferry",
        "where is the ferry",
        "ferry times",
        "cost of the ferry"
      ]"#;
    assert_eq!(difference(silences, &added).1, expected.split('\n').collect::<Vec<_>>());
}

#[test]
fn other_forms_of_a_file_are_kept() {
    let cases = [
        // One line, and a list of one line.
        (
            r#"{"entries":[{"id":"a","phrasings":["x","y"]}]}"#,
            r#"{"entries":[{"id":"a","phrasings":["x","y", "new"]}]}"#,
        ),
        (
            "{\"entries\": [{\"id\": \"a\",\n \"phrasings\": [\"x\"]}]}",
            "{\"entries\": [{\"id\": \"a\",\n \"phrasings\": [\"x\", \"new\"]}]}",
        ),
        // The bracket behind the last one.
        (
            "{\"entries\": [{\"id\": \"a\", \"phrasings\": [\n  \"x\",\n  \"y\"]}]}",
            "{\"entries\": [{\"id\": \"a\", \"phrasings\": [\n  \"x\",\n  \"y\", \"new\"]}]}",
        ),
        // Tabs, lines that end in two characters, a mark at the beginning, no end of the last line.
        (
            "\u{FEFF}{\"entries\": [{\"id\": \"a\", \"phrasings\": [\r\n\t\t\"x\"\r\n\t]}]}",
            "\u{FEFF}{\"entries\": [{\"id\": \"a\", \"phrasings\": [\r\n\t\t\"x\",\r\n\t\t\"new\"\r\n\t]}]}",
        ),
        // Comments and a comma after the last one, which the check will not have, but an editor may have left there.
        (
            "{\"entries\": [{\"id\": \"a\", \"phrasings\": [\n  \"x\" // [1]\n  // two\n]}]}",
            "{\"entries\": [{\"id\": \"a\", \"phrasings\": [\n  \"x\", // [1]\n  \"new\"\n  // two\n]}]}",
        ),
        (
            "{\"entries\": [{\"id\": \"a\", \"phrasings\": [\n  \"x\",\n]}]}",
            "{\"entries\": [{\"id\": \"a\", \"phrasings\": [\n  \"x\",\n  \"new\",\n]}]}",
        ),
        (
            "{\"entries\": [{\"id\": \"a\", \"phrasings\": []}]}",
            "{\"entries\": [{\"id\": \"a\", \"phrasings\": [\n    \"new\"\n  ]}]}",
        ),
        // Of two with one id the first; of other lists none.
        (
            r#"{"silences":[{"id":"a","phrasings":["x"]},{"id":"a","phrasings":["y"]}]}"#,
            r#"{"silences":[{"id":"a","phrasings":["x", "new"]},{"id":"a","phrasings":["y"]}]}"#,
        ),
    ];
    for (before, after) in cases {
        assert_eq!(with_phrasing(before, "a", "new").as_deref(), Some(after), "{before}");
        assert_eq!(with_phrasing(before, "b", "new"), None);
    }
    for broken in ["", "[]", "{", "{\"entries\": 1}", "{\"entries\": [{\"id\": \"a\"}]}", "\u{FEFF}"] {
        assert_eq!(with_phrasing(broken, "a", "new"), None, "{broken:?}");
        assert_eq!(with_silence(broken, &ferry()), None, "{broken:?}");
    }
    let one = with_silence("{ \"silences\": [] }\n", &NewSilence { nearest: None, ..ferry() }).unwrap();
    let value: Value = serde_json::from_str(&one).unwrap();
    assert_eq!(value["silences"][0]["phrasings"][4], "cost of the ferry");
    assert_eq!(value["silences"][0].get("nearest"), None);
}

#[test]
fn what_would_not_pass_the_check_is_refused_with_a_sentence() {
    let files = minimal();
    let too_long = "long ".repeat(101);
    let refused = |addition: &Addition| add(&files, addition).unwrap_err().to_string();
    let cases = [
        (phrasing("no-such", "hm"), "No entry and no silence has the id \"no-such\"."),
        (phrasing("bridge-built", &too_long), "505 characters, at most 500 can be shown. Shorten the text."),
        (phrasing("bridge-built", "see https://example.com"), "The text contains \"https://\"."),
        (phrasing("bridge-built", " \u{200B} "), "The text shows nothing."),
    ];
    for (addition, sentence) in cases {
        let told = refused(&addition);
        assert!(told.ends_with(sentence) || told.contains(sentence), "{told}");
    }
    // There already, in other letters: of its own entry, of another one, of the examination.
    let text = |path: &str| {
        let file = files.iter().find(|file| file.path == path).unwrap();
        serde_json::from_slice::<Value>(file.bytes.as_ref().unwrap()).unwrap()
    };
    let built = text("entries/built.json")["entries"][0]["phrasings"][0].as_str().unwrap().to_uppercase();
    let told = refused(&phrasing("bridge-built", &format!("{built}?!")));
    assert_eq!(told, "It is a way to ask for entry \"bridge-built\" already.");
    let told = refused(&phrasing("flood-damage", &built));
    assert_eq!(told, "It is a way to ask for entry \"bridge-built\" already.");
    let told = refused(&phrasing("flood-damage", "Hello, there!"));
    assert_eq!(told, "It is a way to ask for silence \"greeting\" already.");
    let golden = text("exam.json")["questions"][0]["question"].as_str().unwrap().to_owned();
    let told = refused(&phrasing("bridge-built", &golden));
    assert!(told.contains("golden question equals"), "{told}");
    let mut broken = files.clone();
    broken.retain(|file| file.path != "exam.json");
    assert!(matches!(add(&broken, &phrasing("bridge-built", "hm")), Err(Refused::BrokenBefore(_))));
    let told = refused(&Addition::Silence(NewSilence { phrasings: vec!["ferry".to_owned()], ..ferry() }));
    assert!(told.contains("1 phrasings, at least 5 are needed"), "{told}");
    let told = refused(&Addition::Silence(NewSilence { id: "bridge-built".to_owned(), ..ferry() }));
    assert!(told.contains("stands already at"), "{told}");
    add(&files, &Addition::Silence(ferry())).unwrap();
}

/// A copy of the minimal knowledge.
fn copy(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("edit").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("entries")).unwrap();
    for file in minimal() {
        fs::write(folder.join(&file.path), file.bytes.unwrap()).unwrap();
    }
    folder
}

#[test]
fn a_file_is_replaced_whole_and_only_as_it_was() {
    let folder = copy("save");
    let edit = add(&Origin::Folder(folder.clone()).files(), &phrasing("bridge-built", "one more")).unwrap();
    let file = folder.join(&edit.path);
    let names = || fs::read_dir(folder.join("entries")).unwrap().count();
    let before = names();
    let somebody_elses = [edit.before.clone(), b"\n".to_vec()].concat();
    fs::write(&file, &somebody_elses).unwrap();
    let told = save(&folder, &edit).unwrap_err();
    assert!(told.contains("was changed by somebody else meanwhile"), "{told}");
    assert_eq!((fs::read(&file).unwrap(), names()), (somebody_elses, before), "nothing is left behind");
    fs::write(&file, &edit.before).unwrap();
    save(&folder, &edit).unwrap();
    assert_eq!((fs::read(&file).unwrap(), names()), (edit.after.clone(), before));
    fs::remove_file(&file).unwrap();
    let told = save(&folder, &edit).unwrap_err();
    assert!(told.contains(&edit.path) && !told.contains(folder.to_str().unwrap()), "{told}");
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = copy("link");
    let file = folder.join("entries/built.json");
    let elsewhere = folder.join("../elsewhere.json");
    fs::rename(&file, &elsewhere).unwrap();
    fs::set_permissions(&elsewhere, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("../../elsewhere.json", &file).unwrap();
    let edit = add(&Origin::Folder(folder.clone()).files(), &phrasing("bridge-built", "one more")).unwrap();
    save(&folder, &edit).unwrap();
    assert!(fs::symlink_metadata(&file).unwrap().is_symlink());
    assert_eq!(fs::read(&elsewhere).unwrap(), edit.after);
    assert_eq!(fs::metadata(&elsewhere).unwrap().permissions().mode() & 0o777, 0o640);
}

/// How a file may be written: what stands before and after an item, between two, and at the beginning and the end.
#[derive(Debug, Clone)]
struct Form {
    newline: &'static str,
    indent: &'static str,
    mark: &'static str,
    end: &'static str,
    on_one_line: bool,
}

fn forms() -> impl Strategy<Value = Form> {
    let (newlines, indents) = (select(vec!["\n", "\r\n"]), select(vec!["", "  ", "\t", "        "]));
    let (marks, ends) = (select(vec!["", "\u{FEFF}"]), select(vec!["", "\n", "\r\n\r\n"]));
    (newlines, indents, marks, ends, any::<bool>()).prop_map(|(newline, indent, mark, end, on_one_line)| {
        Form { newline, indent, mark, end, on_one_line }
    })
}

fn written(form: &Form, phrasings: &[String]) -> String {
    let items: Vec<String> = phrasings.iter().map(|text| json!(text).to_string()).collect();
    let Form { newline, indent, mark, end, .. } = form;
    let list = if form.on_one_line {
        format!("[{}]", items.join(", "))
    } else {
        let between = format!(",{newline}{indent}");
        format!("[{newline}{indent}{}{newline}]", items.join(&between))
    };
    format!(
        "{mark}{{{newline}\"entries\": [{{\"id\": \"z\", \"phrasings\": [\"q\"]}},{newline}{{\"id\": \"a\", \
         \"phrasings\": {list}{newline}}}]{newline}}}{end}"
    )
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 500, rng_seed: RngSeed::Fixed(5), failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn an_addition_is_all_that_changes(
        form in forms(),
        phrasings in vec(any::<String>(), 1..5),
        new in any::<String>(),
    ) {
        let before = written(&form, &phrasings);
        let after = with_phrasing(&before, "a", &new).unwrap();
        let value = |text: &str| -> Value {
            serde_json::from_str(text.strip_prefix('\u{FEFF}').unwrap_or(text)).unwrap()
        };
        let mut expected = value(&before);
        expected["entries"][1]["phrasings"].as_array_mut().unwrap().push(json!(new));
        prop_assert_eq!(value(&after), expected);
        // An item that is like the last one can be taken for that one.
        let (old, now) = difference(&before, &after);
        prop_assert!(old.len() <= 1);
        let (lines, around) = if form.on_one_line { (0, 2) } else { (1, 1 + form.newline.len() + form.indent.len()) };
        prop_assert_eq!(now.len(), old.len() + lines);
        prop_assert_eq!(after.len(), before.len() + json!(new).to_string().len() + around);
        prop_assert_eq!(after.starts_with('\u{FEFF}'), before.starts_with('\u{FEFF}'));
        prop_assert!(after.ends_with(form.end));
    }
}
