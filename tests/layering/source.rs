//! A Rust source as the words of its code: comments gone, texts emptied, lines kept.

use std::fs;
use std::path::Path;

/// One source file.
pub(crate) struct Source {
    /// Path under `src`, with `/` between its parts.
    pub(crate) path: String,
    /// Words and single signs, each with its line from 1.
    tokens: Vec<(usize, String)>,
}

impl Source {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), tokens: tokens(text) }
    }

    /// The layer that the file belongs to: its folder, or its name where it stands in no folder.
    pub(crate) fn layer(&self) -> &str {
        self.path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }

    fn is(&self, at: usize, token: &str) -> bool {
        self.tokens.get(at).is_some_and(|(_, found)| found == token)
    }
}

/// Every source file of the package.
pub(crate) fn all() -> Vec<Source> {
    let mut sources = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut sources);
    assert!(sources.len() > 10, "the sources are not where they were");
    sources
}

fn collect(folder: &Path, prefix: &str, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("the folder can be listed").map(Result::unwrap) {
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), sources);
        } else if path.ends_with(".rs") {
            sources.push(Source::new(&path, &fs::read_to_string(entry.path()).unwrap()));
        }
    }
}

/// The lines on which a word of code stands; one that ends with `!` stands for the macro only.
pub(crate) fn uses(source: &Source, word: &str) -> Vec<usize> {
    let name = word.trim_end_matches('!');
    let is_use = |at: &usize| source.is(*at, name) && (name == word || source.is(at + 1, "!"));
    (0..source.tokens.len()).filter(is_use).map(|at| source.tokens[at].0).collect()
}

/// The layers that a source names as the first step of a path from the crate's root, with their lines. A
/// path through `super` counts where its next step has a layer's name.
pub(crate) fn named_layers(source: &Source, layers: &[&str]) -> Vec<(usize, String)> {
    let mut named = Vec::new();
    for at in 0..source.tokens.len() {
        let is_root = ["crate", "aide_memoire", "super"].iter().any(|root| source.is(at, root));
        if !is_root || !source.is(at + 1, ":") || !source.is(at + 2, ":") {
            continue;
        }
        if source.is(at + 3, "{") {
            named.extend(first_steps(source, at + 3));
        } else {
            named.extend(source.tokens.get(at + 3).cloned());
        }
    }
    named.retain(|(_, name)| layers.contains(&name.as_str()));
    named
}

/// The first steps of the paths in a group: `a` and `d` of `{a::{b, c}, d}`.
fn first_steps(source: &Source, opening: usize) -> Vec<(usize, String)> {
    let mut steps = Vec::new();
    let mut depth = 0;
    for at in opening..source.tokens.len() {
        match source.tokens[at].1.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ if depth == 1 && (source.is(at - 1, "{") || source.is(at - 1, ",")) => {
                steps.push(source.tokens[at].clone());
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    steps
}

/// The words and signs of a source, without its comments and the insides of its texts.
fn tokens(text: &str) -> Vec<(usize, String)> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < chars.len() {
        let length = match (chars[at], chars.get(at + 1)) {
            ('/', Some('/')) => chars[at..].iter().take_while(|c| **c != '\n').count(),
            ('/', Some('*')) => until(&chars[at..], &['*', '/'], 2),
            ('r', Some('"' | '#')) if opens_raw(&chars[at..]) => {
                let hashes = chars[at + 1..].iter().take_while(|c| **c == '#').count();
                let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
                until(&chars[at..], &end, hashes + 2)
            }
            ('"', _) => quoted(&chars[at..], '"'),
            // A lifetime has no closing quote where a letter would have one.
            ('\'', Some('\\')) => quoted(&chars[at..], '\''),
            ('\'', _) if chars.get(at + 2) == Some(&'\'') => 3,
            (c, _) if is_word(c) => {
                let length = chars[at..].iter().take_while(|c| is_word(**c)).count();
                tokens.push((line, chars[at..at + length].iter().collect()));
                length
            }
            (c, _) => {
                if !c.is_whitespace() {
                    tokens.push((line, c.to_string()));
                }
                1
            }
        };
        let end = (at + length).min(chars.len());
        line += chars[at..end].iter().filter(|c| **c == '\n').count();
        at = end;
    }
    tokens
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn opens_raw(chars: &[char]) -> bool {
    chars[1..].iter().find(|c| **c != '#') == Some(&'"')
}

/// The length up to and with the end sign, which is looked for after the first `skipped` characters.
fn until(chars: &[char], end: &[char], skipped: usize) -> usize {
    let found = chars[skipped..].windows(end.len()).position(|window| window == end);
    found.map_or(chars.len(), |found| skipped + found + end.len())
}

/// The length of a text in quotes that a backslash may stand inside.
fn quoted(chars: &[char], quote: char) -> usize {
    let mut at = 1;
    while at < chars.len() && chars[at] != quote {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}
