//! What a button, menu or modal carries: a wish, as text. Nothing else is stored, so that one works for as long as
//! its message is there, whatever was restarted in between.

use std::fmt;

use super::limits::CUSTOM_ID;

/// The form of what follows; to change with it.
const VERSION: &str = "v1";

/// What a press, a choice or a modal asks for. Entries and sections are named as they were when it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish<'a> {
    /// The answer of this entry, in the place of a suggestion.
    Answer(&'a str),
    /// The answer of this entry by itself, with its buttons.
    More(&'a str),
    /// The paragraphs around those that this entry cites.
    Passages(&'a str),
    /// Another question after the one of this entry; the modal for it and its answer.
    FollowUp(&'a str),
    /// Entries on the same paragraphs as this one and on those next to them.
    Related(&'a str),
    /// The answer of this entry helped.
    Useful(&'a str),
    /// The answer of this entry is wrong; the modal for why and what it says.
    Wrong(&'a str),
    /// The question with this token is removed from the journal.
    Forget(&'a str),
    /// A page of what was not answered.
    Gaps(usize),
    /// The menu on such a page, whose values name questions in the journal.
    Gap(usize),
    /// The menu of entries for this question in the journal.
    Teach(i64),
    /// The modal by which this question becomes a phrasing of this entry.
    Phrase { question: i64, entry: &'a str },
    /// This question becomes a silence; the modal for it and what it says.
    Silence(i64),
    /// This question needs no answer.
    Ignore(i64),
    /// Whether this entry still answers what was served then, of which this is the digest.
    StillSo { served: &'a str, entry: &'a str },
    /// The proposal of this name is to be applied.
    Apply(&'a str),
    /// The proposal of this name is to be forgotten.
    Cancel(&'a str),
    /// A page of the article's sections.
    Sections(usize),
    /// The menu on such a page, whose values name sections.
    Section(usize),
    /// A page of the questions of the section with this digest.
    Questions { page: usize, section: &'a str },
    /// The menu on such a page, whose values name entries.
    Question { page: usize, section: &'a str },
}

/// Why a text is no wish of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoWish {
    /// Made by an earlier or later program.
    OtherVersion,
    /// Nothing that we ever made.
    Unknown,
}

impl NoWish {
    /// What the one who pressed is told.
    pub(super) fn sentence(self) -> &'static str {
        match self {
            Self::OtherVersion => {
                "This button was made by another version of me. Please ask again with /ask."
            }
            Self::Unknown => "I do not know this button. Please ask again with /ask.",
        }
    }
}

impl<'a> Wish<'a> {
    /// Reads what Discord sends back; anybody may have made it up.
    pub(super) fn read(custom_id: &'a str) -> Result<Self, NoWish> {
        if custom_id.chars().count() > CUSTOM_ID {
            return Err(NoWish::Unknown);
        }
        let mut parts = custom_id.splitn(3, ':');
        let (Some(version), Some(kind), Some(rest)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(NoWish::Unknown);
        };
        if version != VERSION {
            return Err(if is_version(version) { NoWish::OtherVersion } else { NoWish::Unknown });
        }
        let wish = match kind {
            "sections" => number(rest).map(Self::Sections),
            "section" => number(rest).map(Self::Section),
            "gaps" => number(rest).map(Self::Gaps),
            "gap" => number(rest).map(Self::Gap),
            "teach" => row(rest).map(Self::Teach),
            "silence" => row(rest).map(Self::Silence),
            "ignore" => row(rest).map(Self::Ignore),
            "phrase" => {
                two(rest).and_then(|(question, entry)| Some(Self::Phrase { question: row(question)?, entry }))
            }
            _ if rest.is_empty() => None,
            "answer" => Some(Self::Answer(rest)),
            "more" => Some(Self::More(rest)),
            "passages" => Some(Self::Passages(rest)),
            "follow" => Some(Self::FollowUp(rest)),
            "related" => Some(Self::Related(rest)),
            "useful" => Some(Self::Useful(rest)),
            "wrong" => Some(Self::Wrong(rest)),
            "forget" => Some(Self::Forget(rest)),
            "apply" => Some(Self::Apply(rest)),
            "cancel" => Some(Self::Cancel(rest)),
            "still" => two(rest).map(|(served, entry)| Self::StillSo { served, entry }),
            "questions" => paged(rest).map(|(page, section)| Self::Questions { page, section }),
            "question" => paged(rest).map(|(page, section)| Self::Question { page, section }),
            _ => None,
        };
        wish.ok_or(NoWish::Unknown)
    }

    /// The wish as a `custom_id`; `None` where it is longer than Discord takes.
    pub(super) fn id(&self) -> Option<String> {
        let id = self.to_string();
        (id.chars().count() <= CUSTOM_ID).then_some(id)
    }
}

impl fmt::Display for Wish<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{VERSION}:")?;
        match self {
            Self::Answer(entry) => write!(f, "answer:{entry}"),
            Self::More(entry) => write!(f, "more:{entry}"),
            Self::Passages(entry) => write!(f, "passages:{entry}"),
            Self::FollowUp(entry) => write!(f, "follow:{entry}"),
            Self::Related(entry) => write!(f, "related:{entry}"),
            Self::Useful(entry) => write!(f, "useful:{entry}"),
            Self::Wrong(entry) => write!(f, "wrong:{entry}"),
            Self::Gaps(page) => write!(f, "gaps:{page}"),
            Self::Gap(page) => write!(f, "gap:{page}"),
            Self::Teach(question) => write!(f, "teach:{question}"),
            Self::Phrase { question, entry } => write!(f, "phrase:{question}:{entry}"),
            Self::Silence(question) => write!(f, "silence:{question}"),
            Self::Ignore(question) => write!(f, "ignore:{question}"),
            Self::Forget(token) => write!(f, "forget:{token}"),
            Self::StillSo { served, entry } => write!(f, "still:{served}:{entry}"),
            Self::Apply(proposal) => write!(f, "apply:{proposal}"),
            Self::Cancel(proposal) => write!(f, "cancel:{proposal}"),
            Self::Sections(page) => write!(f, "sections:{page}"),
            Self::Section(page) => write!(f, "section:{page}"),
            Self::Questions { page, section } => write!(f, "questions:{page}:{section}"),
            Self::Question { page, section } => write!(f, "question:{page}:{section}"),
        }
    }
}

fn two(rest: &str) -> Option<(&str, &str)> {
    rest.split_once(':').filter(|(first, second)| !first.is_empty() && !second.is_empty())
}

fn paged(rest: &str) -> Option<(usize, &str)> {
    two(rest).and_then(|(page, section)| Some((number(page)?, section)))
}

/// A number as we write it: digits, few enough for any count of ours.
fn number(digits: &str) -> Option<usize> {
    let is_ours = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    is_ours.then(|| digits.parse().ok()).flatten()
}

/// The number of a question in the journal.
fn row(digits: &str) -> Option<i64> {
    let is_ours = (1..=18).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    is_ours.then(|| digits.parse().ok()).flatten()
}

fn is_version(word: &str) -> bool {
    word.strip_prefix('v').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::{DIGEST_DIGITS, LONGEST_ID};

    #[test]
    fn only_what_we_make_is_followed() {
        let cases = [
            ("v1:answer:sherman-who", Ok(Wish::Answer("sherman-who"))),
            ("v1:answer:a:b", Ok(Wish::Answer("a:b"))),
            ("v1:still:0123456789:a:b", Ok(Wish::StillSo { served: "0123456789", entry: "a:b" })),
            ("v1:questions:2:ab", Ok(Wish::Questions { page: 2, section: "ab" })),
            ("v1:sections:12", Ok(Wish::Sections(12))),
            ("v2:answer:sherman-who", Err(NoWish::OtherVersion)),
            ("v10:drop:everything", Err(NoWish::OtherVersion)),
            ("v1:answer:", Err(NoWish::Unknown)),
            ("v1:answer", Err(NoWish::Unknown)),
            ("v1:still:0123456789", Err(NoWish::Unknown)),
            ("v1:still::x", Err(NoWish::Unknown)),
            ("v1:teach:-1", Err(NoWish::Unknown)),
            ("v1:ignore:9999999999999999999", Err(NoWish::Unknown)),
            ("v1:phrase:1:", Err(NoWish::Unknown)),
            ("v1:phrase:x:sherman-who", Err(NoWish::Unknown)),
            ("v1:sections:-1", Err(NoWish::Unknown)),
            ("v1:sections:", Err(NoWish::Unknown)),
            ("v1:sections:99999999999999999999", Err(NoWish::Unknown)),
            ("v1:questions:x:ab", Err(NoWish::Unknown)),
            ("v1:reload:now", Err(NoWish::Unknown)),
            ("vote:answer:x", Err(NoWish::Unknown)),
            ("answer:sherman-who", Err(NoWish::Unknown)),
            ("", Err(NoWish::Unknown)),
        ];
        for (custom_id, expected) in cases {
            assert_eq!(Wish::read(custom_id), expected, "{custom_id:?}");
        }
        assert_eq!(Wish::read(&format!("v1:answer:{}", "x".repeat(90))).map(|_| ()), Ok(()));
        assert_eq!(Wish::read(&format!("v1:answer:{}", "x".repeat(91))), Err(NoWish::Unknown));
    }

    #[test]
    fn every_wish_fits_and_is_read_back() {
        let (entry, digest) = ("é".repeat(LONGEST_ID), "0".repeat(DIGEST_DIGITS));
        let (entry, digest) = (entry.as_str(), digest.as_str());
        let wishes = [
            Wish::Answer(entry),
            Wish::More(entry),
            Wish::Passages(entry),
            Wish::FollowUp(entry),
            Wish::Related(entry),
            Wish::Useful(entry),
            Wish::Wrong(entry),
            Wish::Forget("0123456789abcdef0123456789abcdef"),
            Wish::Gaps(9999),
            Wish::Gap(9999),
            Wish::Teach(999_999_999_999_999_999),
            Wish::Phrase { question: 999_999_999, entry },
            Wish::Silence(999_999_999_999_999_999),
            Wish::Ignore(0),
            Wish::StillSo { served: digest, entry },
            Wish::Apply(digest),
            Wish::Cancel(digest),
            Wish::Sections(9999),
            Wish::Section(9999),
            Wish::Questions { page: 9999, section: digest },
            Wish::Question { page: 9999, section: digest },
        ];
        for wish in wishes {
            let id = wish.id().unwrap();
            assert_eq!(Wish::read(&id), Ok(wish), "{id:?}");
        }
        assert_eq!(Wish::StillSo { served: digest, entry: &format!("{entry}é") }.id(), None);
    }
}
