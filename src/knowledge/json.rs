//! JSON with places: every value knows its line, column and pointer, so that a fault can name them.

use std::collections::HashSet;

use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::fault::{Code, Fault, Location};
use crate::text::is_blank;

/// A value together with where it was read.
#[derive(Debug, Clone)]
pub(super) struct Located<T> {
    pub(super) value: T,
    pub(super) location: Location,
}

impl<T> Located<T> {
    pub(super) fn fault(&self, code: Code, message: impl Into<String>) -> Fault {
        Fault { code, location: self.location.clone(), message: message.into() }
    }
}

/// A knowledge file as it came: its path inside the knowledge folder, and its bytes.
#[derive(Debug, Clone)]
pub struct KnowledgeFile {
    /// Path inside the knowledge folder, with `/` between its parts.
    pub path: String,
    /// The file's bytes, or why they could not be read.
    pub bytes: Result<Vec<u8>, String>,
}

/// Parses one file strictly and hands its value to `read`; faults of encoding and syntax end it there.
pub(super) fn parse<T>(
    file: &KnowledgeFile,
    faults: &mut Vec<Fault>,
    read: impl FnOnce(&Value<'_>, &mut Vec<Fault>) -> Option<T>,
) -> Option<T> {
    let fault_at = |code, line, column, message: String| Fault {
        code,
        location: Location { file: file.path.clone(), line, column, pointer: String::new() },
        message,
    };
    let text = match decode(file) {
        Ok(text) => text,
        Err((code, (line, column), message)) => {
            faults.push(fault_at(code, line, column, message));
            return None;
        }
    };
    let lines = Lines::new(text);
    // serde_json judges whether the text is JSON (RFC 8259); jsonc-parser then tells where each value stands.
    if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(text) {
        let reason = error.to_string();
        let reason = reason.split(" at line ").next().unwrap_or_default();
        let reason = match reason.strip_prefix("EOF while parsing ") {
            Some(_) if is_blank(text) => "the file is empty",
            Some(unfinished) => &format!("the file ends inside {unfinished}"),
            None => reason,
        };
        let (line, column) = lines.place_of_byte(error.line(), error.column());
        faults.push(fault_at(Code::JsonSyntax, line, column, format!("this is not JSON: {reason}")));
        return None;
    }
    let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
    let root = match parsed {
        Ok(parsed) => parsed.value,
        Err(error) => {
            let (line, column) = lines.place(error.range().start);
            faults.push(fault_at(
                Code::JsonSyntax,
                line,
                column,
                format!("this is not JSON: {}", error.kind()),
            ));
            return None;
        }
    };
    let root = root?;
    read(&Value { path: &file.path, lines: &lines, pointer: String::new(), ast: &root }, faults)
}

/// The text of a file, or the code, the place and the sentence that tell why it has none.
fn decode(file: &KnowledgeFile) -> Result<&str, (Code, (usize, usize), String)> {
    const START: (usize, usize) = (1, 1);
    let bytes = file
        .bytes
        .as_ref()
        .map_err(|reason| (Code::UnreadableFile, START, format!("cannot be read: {reason}")))?;
    match bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, ..] => {
            let message = "the file begins with a UTF-8 byte-order mark".to_owned();
            return Err((Code::ByteOrderMark, START, message));
        }
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => {
            return Err((Code::NotUtf8, START, "the file is UTF-16, not UTF-8".to_owned()));
        }
        _ => {}
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let legible = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        let place = Lines::new(&legible).place(legible.len());
        (Code::NotUtf8, place, "the file is not UTF-8 from here on".to_owned())
    })
}

/// A text with the byte offsets at which its lines start.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        let starts =
            std::iter::once(0).chain(text.match_indices('\n').map(|(newline, _)| newline + 1)).collect();
        Self { text, starts }
    }

    /// Line and column, from 1, of what serde_json names by its line and its byte in that line.
    fn place_of_byte(&self, line: usize, byte: usize) -> (usize, usize) {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
        self.place(start + byte.saturating_sub(1))
    }

    /// Line and column, from 1, of a byte offset.
    fn place(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let before = &self.text.as_bytes()[self.starts[line - 1]..offset.min(self.text.len())];
        let continues = |byte: &u8| matches!(byte, 0x80..=0xBF);
        (line, before.iter().filter(|byte| !continues(byte)).count() + 1)
    }
}

/// A JSON value at its place.
pub(super) struct Value<'a> {
    path: &'a str,
    lines: &'a Lines<'a>,
    pointer: String,
    ast: &'a ast::Value<'a>,
}

impl<'a> Value<'a> {
    pub(super) fn location(&self) -> Location {
        self.location_of(self.ast.range().start)
    }

    fn location_of(&self, offset: usize) -> Location {
        let (line, column) = self.lines.place(offset);
        Location { file: self.path.to_owned(), line, column, pointer: self.pointer.clone() }
    }

    fn child(&self, step: &str, ast: &'a ast::Value<'a>) -> Value<'a> {
        let step = step.replace('~', "~0").replace('/', "~1");
        Value { path: self.path, lines: self.lines, pointer: format!("{}/{step}", self.pointer), ast }
    }

    fn wrong_type(&self, expected: &str) -> Fault {
        let found = match self.ast {
            ast::Value::StringLit(_) => "a string",
            ast::Value::NumberLit(number) => &format!("the number {}", number.value),
            ast::Value::BooleanLit(_) => "true or false",
            ast::Value::Object(_) => "an object",
            ast::Value::Array(_) => "a list",
            ast::Value::NullKeyword(_) => "null",
        };
        Fault {
            code: Code::WrongType,
            location: self.location(),
            message: format!("expected {expected}, found {found}"),
        }
    }

    /// The fields of an object that may have `known` ones only, each once.
    pub(super) fn object(
        &self,
        known: &'static [&'static str],
        faults: &mut Vec<Fault>,
    ) -> Option<Object<'a>> {
        let ast::Value::Object(object) = self.ast else {
            faults.push(self.wrong_type("an object"));
            return None;
        };
        let mut seen = HashSet::new();
        let mut fields = Vec::new();
        for property in &object.properties {
            let name = property.name.as_str();
            let value = self.child(name, &property.value);
            let mut location = self.location_of(property.range.start);
            location.pointer.clone_from(&value.pointer);
            if !known.contains(&name) {
                let likely = known.iter().find(|field| 2 * difference(field, name) < field.len());
                let hint = match likely {
                    Some(field) => format!("did you mean \"{field}\"?"),
                    None => format!("there are {}", known.join(", ")),
                };
                faults.push(Fault {
                    code: Code::UnknownField,
                    location,
                    message: format!("unknown field \"{name}\"; {hint}"),
                });
            } else if !seen.insert(name) {
                faults.push(Fault {
                    code: Code::DuplicateKey,
                    location,
                    message: format!("field \"{name}\" stands twice"),
                });
            } else {
                fields.push((name, value));
            }
        }
        Some(Object { fields, location: self.location() })
    }

    /// The values of a list.
    pub(super) fn list(&self, faults: &mut Vec<Fault>) -> Option<Vec<Value<'a>>> {
        let ast::Value::Array(array) = self.ast else {
            faults.push(self.wrong_type("a list"));
            return None;
        };
        Some(
            array
                .elements
                .iter()
                .enumerate()
                .map(|(i, element)| self.child(&i.to_string(), element))
                .collect(),
        )
    }

    /// A string.
    pub(super) fn string(&self, faults: &mut Vec<Fault>) -> Option<Located<String>> {
        match self.ast {
            ast::Value::StringLit(string) => Some(self.located(string.value.to_string())),
            _ => {
                faults.push(self.wrong_type("a string"));
                None
            }
        }
    }

    /// A whole number from 0.
    pub(super) fn number(&self, faults: &mut Vec<Fault>) -> Option<Located<u32>> {
        let parsed = match self.ast {
            ast::Value::NumberLit(number) => number.value.parse().ok(),
            _ => None,
        };
        if parsed.is_none() {
            faults.push(self.wrong_type("a whole number from 0"));
        }
        parsed.map(|number| self.located(number))
    }

    /// `true` or `false`.
    pub(super) fn boolean(&self, faults: &mut Vec<Fault>) -> Option<bool> {
        match self.ast {
            ast::Value::BooleanLit(boolean) => Some(boolean.value),
            _ => {
                faults.push(self.wrong_type("true or false"));
                None
            }
        }
    }

    /// A list of strings.
    pub(super) fn strings(&self, faults: &mut Vec<Fault>) -> Option<Vec<Located<String>>> {
        let list = self.list(faults)?;
        Some(list.iter().filter_map(|value| value.string(faults)).collect())
    }

    fn located<T>(&self, value: T) -> Located<T> {
        Located { value, location: self.location() }
    }
}

/// How unlike two field names are: letters that one has and the other lacks.
fn difference(a: &str, b: &str) -> usize {
    let lacking = |a: &str, b: &str| a.chars().filter(|c| !b.contains(*c)).count();
    lacking(a, b) + lacking(b, a)
}

/// The fields of one object.
pub(super) struct Object<'a> {
    fields: Vec<(&'a str, Value<'a>)>,
    pub(super) location: Location,
}

impl<'a> Object<'a> {
    /// The value of a field that may be absent.
    pub(super) fn optional(&self, name: &str) -> Option<&Value<'a>> {
        self.fields.iter().find(|(field, _)| *field == name).map(|(_, value)| value)
    }

    /// The value of a field that must be there.
    pub(super) fn required(&self, name: &str, faults: &mut Vec<Fault>) -> Option<&Value<'a>> {
        let value = self.optional(name);
        if value.is_none() {
            let message = format!("field \"{name}\" is missing");
            faults.push(Fault { code: Code::MissingField, location: self.location.clone(), message });
        }
        value
    }
}
