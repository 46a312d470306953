//! Fails when a layer knows what it must not know. The sources are read as text; what is checked is in two
//! tables: which layer may name which, and which word belongs in which files.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "layering/source.rs"]
mod source;

use std::path::Path;

use source::{Source, named_layers, uses};

/// Each layer of the library with the layers that it may name, from the doors inwards.
const ARROWS: &[(&str, &[&str])] = &[
    ("discord", &["desk", "exam", "journal", "answer", "knowledge", "text"]),
    ("terminal", &["desk", "exam", "journal", "answer", "knowledge", "text"]),
    ("exam", &["desk", "answer", "knowledge"]),
    ("desk", &["exam", "journal", "answer", "knowledge", "text"]),
    ("journal", &["text"]),
    ("answer", &["matching", "knowledge", "text"]),
    ("matching", &["text"]),
    ("knowledge", &["text"]),
    ("text", &[]),
    // The map and the program: the one names every layer, the other may use any.
    ("lib", &["discord", "terminal", "exam", "desk", "journal", "answer", "matching", "knowledge", "text"]),
    ("main", &["config", "discord", "terminal", "exam", "desk", "journal", "answer", "knowledge"]),
    ("config", &["discord", "journal", "knowledge"]),
];

/// Words of code, the files that may use them (a folder ends with `/`), and the reason.
const WORDS: &[(&[&str], &[&str], &str)] = &[
    (
        &["serenity", "reqwest", "tokio_tungstenite", "futures_util"],
        &["discord/"],
        "Discord's protocol stays behind its door",
    ),
    (&["tokio"], &["discord/", "main.rs"], "the core never awaits"),
    (&["async", "await"], &["discord/", "main.rs"], "the core never awaits"),
    (
        &["fs", "File", "OpenOptions"],
        &["knowledge/load.rs", "knowledge/save.rs", "knowledge/history/", "journal/store.rs"],
        "one place reads files, another keeps what was applied",
    ),
    (&["rusqlite"], &["journal/"], "SQL stays behind the journal"),
    (&["SystemTime", "UNIX_EPOCH"], &["discord/clock.rs"], "the core is told what time it is"),
    (&["env"], &["config.rs"], "one place reads the environment"),
    (&["rustix"], &["desk/beside.rs"], "one place speaks to the system"),
    (&["strsim"], &["text/", "matching/"], "words are compared where words are known"),
    (
        &["println!", "print!", "eprintln!", "eprint!", "stdout", "stderr", "stdin"],
        &["terminal/", "main.rs"],
        "the core prints nothing",
    ),
    (&["clap"], &["config.rs", "main.rs"], "arguments are read in one place"),
    (&["rustyline"], &["terminal/"], "lines are edited at the terminal"),
    (
        &["jsonc_parser", "include_dir", "sha2"],
        &["knowledge/"],
        "the format of the files is known in one layer",
    ),
    (&["tracing"], &["discord/"], "the core never logs"),
    (&["tracing_subscriber"], &["main.rs"], "the program decides where logs go"),
    (&["exit"], &[], "only main ends the process, by returning an exit status"),
    (&["dbg!", "todo!", "unimplemented!"], &[], "nothing unfinished stays"),
];

#[test]
fn no_layer_is_crossed() {
    let violations: Vec<String> = source::all().iter().flat_map(crossed).collect();
    assert!(violations.is_empty(), "{}", violations.join("\n"));
}

#[test]
fn every_word_stays_where_it_belongs() {
    let violations: Vec<String> = source::all().iter().flat_map(strayed).collect();
    assert!(violations.is_empty(), "{}", violations.join("\n"));
}

#[test]
fn every_layer_is_in_the_table_and_the_table_has_no_other() {
    let sources = source::all();
    for source in &sources {
        let layer = source.layer();
        assert!(
            ARROWS.iter().any(|(known, _)| *known == layer),
            "src/{} has no place among the arrows",
            source.path
        );
    }
    for (layer, _) in ARROWS {
        assert!(sources.iter().any(|source| source.layer() == *layer), "there is no layer {layer}");
    }
}

#[test]
fn every_allowed_file_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for place in WORDS.iter().flat_map(|(_, places, _)| *places) {
        assert!(root.join(place).exists(), "src/{place} is allowed a word and does not exist");
    }
}

/// The uses of layers that a source may not name.
fn crossed(source: &Source) -> Vec<String> {
    let layer = source.layer();
    let allowed = ARROWS.iter().find(|(known, _)| *known == layer).map_or(&[][..], |(_, allowed)| allowed);
    let layers: Vec<&str> = ARROWS.iter().map(|(layer, _)| *layer).collect();
    named_layers(source, &layers)
        .into_iter()
        .filter(|(_, named)| named != layer && !allowed.contains(&named.as_str()))
        .map(|(line, named)| format!("src/{}:{line}: {layer} must not know {named}", source.path))
        .collect()
}

/// The words in a source that belong in other files.
fn strayed(source: &Source) -> Vec<String> {
    let mut violations = Vec::new();
    for (words, places, reason) in WORDS {
        let is_allowed =
            |place: &str| source.path == place || (place.ends_with('/') && source.path.starts_with(place));
        if places.iter().any(|place| is_allowed(place)) {
            continue;
        }
        for word in *words {
            violations.extend(
                uses(source, word)
                    .into_iter()
                    .map(|line| format!("src/{}:{line}: {word}: {reason}", source.path)),
            );
        }
    }
    violations
}

#[test]
fn every_forbidden_arrow_is_found() {
    for (layer, allowed) in ARROWS.iter().filter(|(layer, _)| *layer != "lib") {
        for (other, _) in ARROWS.iter().filter(|(other, _)| other != layer) {
            for line in [
                format!("use crate::{other}::Thing;"),
                format!("use crate::{{\n    {other}::{{Thing, Other}},\n}};"),
                format!("    let thing = crate::{other}::thing();"),
                format!("use super::{other}::Thing;"),
                format!("use aide_memoire::{{self, {other} as thing}};"),
            ] {
                let found = crossed(&Source::new(&format!("{layer}.rs"), &line)).len();
                let expected = usize::from(!allowed.contains(other));
                assert_eq!(found, expected, "{layer}.rs with {line:?}");
            }
        }
    }
}

#[test]
fn every_stray_word_is_found() {
    for (words, _, reason) in WORDS {
        for word in *words {
            let is_macro = word.ends_with('!');
            let lines = match is_macro {
                true => vec![
                    format!("    {word}(\"a // b\");"),
                    format!("x => call(\"a \\\" b\", std::{word}[1]),"),
                ],
                false => vec![
                    format!("use {word}::Thing;"),
                    format!("use std::{{{word}, thread}};"),
                    format!("    call(\"a \\\" b\").{word}().x"),
                ],
            };
            for line in lines {
                let stray = Source::new("text/elsewhere.rs", &line);
                let stray = if *word == "strsim" { Source::new("answer/elsewhere.rs", &line) } else { stray };
                assert!(strayed(&stray).iter().any(|found| found.ends_with(reason)), "{line:?}");
            }
        }
    }
}

#[test]
fn comments_texts_and_longer_words_are_no_use() {
    let source = Source::new(
        "text/spell.rs",
        "//! serenity is elsewhere\n/* tokio */ let environment = \"std::fs\"; // crate::discord\nlet c = '\"'; let offset = fsync;\n",
    );
    assert_eq!((strayed(&source), crossed(&source)), (Vec::new(), Vec::new()));
    let after = Source::new(
        "text/spell.rs",
        "let c = '\"'; use crate::discord;\n\nlet l: &'a str = std::fs::read();\n",
    );
    assert_eq!(
        strayed(&after),
        ["src/text/spell.rs:3: fs: one place reads files, another keeps what was applied"]
    );
    assert_eq!(crossed(&after), ["src/text/spell.rs:1: text must not know discord"]);
}
