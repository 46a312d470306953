//! What can be wrong with knowledge files: a stable code, a place, and what to do about it.

use std::fmt;

/// Where in the knowledge files something stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The file's path inside the knowledge folder, with `/` between its parts.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// JSON pointer (RFC 6901) of the value, empty for the whole file.
    pub pointer: String,
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// How bad a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The knowledge cannot be used as long as this stands.
    Error,
    /// Worth a curator's look; the knowledge can be used.
    Warning,
}

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The rule that is broken.
    pub code: Code,
    /// The value that breaks it.
    pub location: Location,
    /// What is wrong, in one sentence.
    pub message: String,
}

impl Fault {
    /// Whether the knowledge cannot be used.
    pub fn is_error(&self) -> bool {
        self.code.severity() == Severity::Error
    }
}

impl fmt::Display for Fault {
    /// `file:line:column: error[code] message (at pointer)` and, on a second line, what to do.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = if self.is_error() { "error" } else { "warning" };
        write!(f, "{}: {word}[{}] {}", self.location, self.code.name(), self.message)?;
        if !self.location.pointer.is_empty() {
            write!(f, " (at {})", self.location.pointer)?;
        }
        write!(f, "\n    {}", self.code.advice())
    }
}

/// Declares the codes, so that name, severity and advice of each stand in one place.
macro_rules! codes {
    ($($(#[doc = $doc:literal])* $variant:ident $severity:ident $name:literal $advice:literal;)*) => {
        /// The rules of the knowledge files. Names are stable: tools and moderators may rely on them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $($(#[doc = $doc])* $variant,)* }

        impl Code {
            /// Every code.
            pub const ALL: &[Code] = &[$(Code::$variant,)*];

            /// The name that is printed: lower case with hyphens.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }

            /// How bad it is.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }

            /// What to do about it, in one sentence.
            pub fn advice(self) -> &'static str {
                match self { $(Code::$variant => $advice,)* }
            }
        }
    };
}

codes! {
    /// A file cannot be read.
    UnreadableFile Error "unreadable-file" "Check that the file exists and that the bot may read it.";
    /// A file that the format does not know.
    UnexpectedFile Error "unexpected-file" "Move the file out of the knowledge folder, or into entries/ if it holds entries.";
    /// A needed file is absent.
    MissingFile Error "missing-file" "Add the file; knowledge/README.md describes it.";
    /// The bytes are not UTF-8 text.
    NotUtf8 Error "not-utf8" "Save the file as UTF-8 (in an editor: Save with encoding, UTF-8).";
    /// The file begins with a byte-order mark.
    ByteOrderMark Error "byte-order-mark" "Save the file as UTF-8 without a byte-order mark (BOM).";
    /// Not JSON.
    JsonSyntax Error "json-syntax" "Mend the JSON at this place; commas between values and none after the last, double quotes.";
    /// One object names a field twice.
    DuplicateKey Error "duplicate-key" "Keep one of the two fields.";
    /// A field that the format does not know.
    UnknownField Error "unknown-field" "Remove the field or correct its name; knowledge/README.md lists the fields.";
    /// A needed field is absent.
    MissingField Error "missing-field" "Add the field; knowledge/README.md says what it holds.";
    /// A value of another JSON type than the field takes.
    WrongType Error "wrong-type" "Write a value of the type named.";
    /// A value outside what the field takes.
    BadValue Error "bad-value" "Write a value of the form named.";
    /// A text that shows nothing or has no words.
    EmptyText Error "empty-text" "Write text that can be seen and has words, or remove the value.";
    /// A mention, a link or a masked link inside a text.
    SmuggledMarkup Error "smuggled-markup" "Remove mentions, links and custom emoji; texts are plain.";
    /// A text that Discord could not show.
    TooLong Error "too-long" "Shorten the text.";
    /// Two entries, silences or paragraphs of one name.
    DuplicateId Error "duplicate-id" "Give each its own id or number.";
    /// A citation of a paragraph that the article does not have.
    UnknownParagraph Error "unknown-paragraph" "Cite a section and paragraph of article.json.";
    /// An entry that does not exist.
    UnknownEntry Error "unknown-entry" "Name the id of an entry in entries/.";
    /// A quote that is not among the statements of the passage cited.
    UnknownQuote Error "unknown-quote" "Quote a statement of the cited paragraph, letter for letter, or a part of one.";
    /// A list that needs at least one value, or may not have so many.
    BadCount Error "bad-count" "Add or remove values until the number fits.";
    /// Too few ways to ask.
    TooFewPhrasings Error "too-few-phrasings" "Write more phrasings, as different people would ask.";
    /// One phrasing twice in the same entry or silence.
    RepeatedPhrasing Error "repeated-phrasing" "Keep one of the two; case, punctuation and accents make no difference.";
    /// One phrasing under two entries, or under an entry and a silence.
    SharedPhrasing Error "shared-phrasing" "Decide where the phrasing belongs and remove it from the other place.";
    /// A golden question that is also a phrasing, so that it proves nothing.
    GoldenIsPhrasing Error "golden-is-phrasing" "Word the golden question differently; it must not repeat a phrasing or another golden question.";
    /// An entry that is not ranked first for its own question.
    NotFirst Error "not-first" "Make the question more distinct, or move the phrasings of the other entry that are too like it.";
    /// A phrasing that ranks another entry first.
    StrayPhrasing Warning "stray-phrasing" "Check whether the phrasing belongs to the other entry.";
    /// An entry with few phrasings.
    ThinEntry Warning "thin-entry" "Thirty to forty phrasings in many voices are best.";
    /// A paragraph that no entry cites.
    UncitedParagraph Warning "uncited-paragraph" "Write an entry for what it states, or mark it with \"states_fact\": false.";
}
