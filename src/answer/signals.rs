//! What a question says beside its topic: what kind of thing it asks for, and whom it names.

use std::collections::HashSet;

use crate::text::Reading;

/// The kind of thing that a question asks for, by its leading words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum QuestionWord {
    When,
    Where,
    Why,
    HowMany,
}

impl QuestionWord {
    const ALL: [Self; 4] = [Self::When, Self::Where, Self::Why, Self::HowMany];

    /// How the kind is named in explanations.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::When => "when",
            Self::Where => "where",
            Self::Why => "why",
            Self::HowMany => "how many",
        }
    }

    fn forms(self) -> &'static [&'static str] {
        match self {
            Self::When => &[
                "when",
                "what day",
                "what date",
                "what year",
                "what time",
                "what hour",
                "which day",
                "which year",
            ],
            Self::Where => &[
                "where",
                "what city",
                "what country",
                "what place",
                "what building",
                "which city",
                "which hotel",
            ],
            Self::Why => &["why", "how come", "what reason", "which reason"],
            Self::HowMany => &["how many", "how much"],
        }
    }

    /// The kind that a question asks for, where one of its first four words tells.
    pub(super) fn leading(reading: &Reading) -> Option<Self> {
        const LEADING_WORDS: usize = 4;
        Self::ALL
            .into_iter()
            .find(|kind| kind.stands_in(&reading.words[..LEADING_WORDS.min(reading.words.len())]))
    }

    fn stands_in(self, words: &[String]) -> bool {
        self.forms().iter().any(|form| contains(words, &form.split(' ').collect::<Vec<_>>()))
    }
}

/// Whether `phrase` stands somewhere in `words`.
fn contains<A: AsRef<str>, B: AsRef<str>>(words: &[A], phrase: &[B]) -> bool {
    let same = |window: &[A]| window.iter().zip(phrase).all(|(word, part)| word.as_ref() == part.as_ref());
    !phrase.is_empty() && words.windows(phrase.len()).any(same)
}

/// What each entry is asked with, and which names the article does not know.
#[derive(Debug)]
pub(super) struct Signals {
    /// For each entry, the kinds of question that at least one in twenty of its ways to ask is.
    kinds: Vec<HashSet<QuestionWord>>,
    /// Names that neither an entry nor a passage uses, as words.
    absent: Vec<Vec<String>>,
}

impl Signals {
    /// Learns from the ways to ask for each entry and from what is written in answers and passages.
    pub(super) fn learn(names: &[Reading], entries: &[Vec<Reading>], written: &[Reading]) -> Self {
        const SMALLEST_SHARE: f32 = 0.05;
        let kinds = entries.iter().map(|ways| {
            let share = |kind: QuestionWord| {
                ways.iter().filter(|way| kind.stands_in(&way.words)).count() as f32 / ways.len().max(1) as f32
            };
            QuestionWord::ALL.into_iter().filter(|kind| share(*kind) >= SMALLEST_SHARE).collect()
        });
        let texts: Vec<&Reading> = written.iter().chain(entries.iter().flatten()).collect();
        let used: HashSet<&str> = texts.iter().flat_map(|text| &text.words).map(String::as_str).collect();
        let is_absent = |name: &Vec<String>| {
            !name.iter().all(|word| used.contains(word.as_str()))
                || !texts.iter().any(|text| contains(&text.words, name))
        };
        Self { kinds: kinds.collect(), absent: names.iter().map(|name| name.words.clone()).filter(is_absent).collect() }
    }

    /// The kind of thing that a question asks for and nobody asks of this entry.
    pub(super) fn unasked_kind(&self, reading: &Reading, entry: usize) -> Option<QuestionWord> {
        QuestionWord::leading(reading)
            .filter(|kind| self.kinds.get(entry).is_some_and(|kinds| !kinds.contains(kind)))
    }

    /// A name in the question that the article does not mention.
    pub(super) fn absent_name(&self, reading: &Reading) -> Option<String> {
        self.absent.iter().find(|name| contains(&reading.words, name)).map(|name| name.join(" "))
    }
}
