//! What a question says beside its topic: what kind of thing it asks for, and whom it names.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::actors::actors_in;
use super::name_index::NameIndex;
use super::roles::Roles;
use crate::text::Reading;

/// The kind of thing that a question asks for, by its leading words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum QuestionWord {
    When,
    Where,
    Why,
    How,
    HowMany,
    Who,
}

impl QuestionWord {
    const ALL: [Self; 6] = [Self::When, Self::Where, Self::Why, Self::How, Self::HowMany, Self::Who];

    /// How the kind is named in explanations.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::When => "when",
            Self::Where => "where",
            Self::Why => "why",
            Self::How => "how",
            Self::HowMany => "how many",
            Self::Who => "who",
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
            Self::How => &[
                "how do",
                "how does",
                "how did",
                "how will",
                "how would",
                "how can",
                "how could",
                "how should",
                "how is",
                "how are",
                "how was",
                "how were",
                "how to",
                "in what way",
                "by what means",
            ],
            Self::HowMany => &["how many", "how much"],
            Self::Who => &["who", "whos", "whom", "whose", "which person", "what person"],
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

/// What each entry is asked with and whom it names.
#[derive(Debug)]
pub(super) struct Signals {
    /// For each entry, the kinds of question that at least one in twenty of its ways to ask is.
    kinds: Vec<HashSet<QuestionWord>>,
    /// For each entry, the names in its answer and in all that the answer rests on.
    names: Vec<HashSet<usize>>,
    /// For each entry, the numbers in these and in its ways to ask, and the times it is asked of.
    exact_words: Vec<HashSet<String>>,
    /// For each entry, the names of which its ways to ask and its texts say what they do or are.
    actors: Vec<HashSet<usize>>,
    /// For each entry that corrects nothing, whom its ways to ask and its texts put beside which words.
    roles: Vec<Roles>,
    /// Every name of the vocabulary.
    vocabulary: Arc<NameIndex>,
    /// The names that no entry, no phrasing and no passage uses.
    absent: HashSet<usize>,
}

/// What an entry is asked with and what it says.
pub(super) struct EntryTexts {
    /// Its ways to ask.
    pub(super) ways: Vec<Reading>,
    /// Whether it corrects a premise: then its ways to ask name on purpose what is not so.
    pub(super) corrects: bool,
    /// Its answer and what that rests on.
    pub(super) statements: Vec<Reading>,
}

/// Of how many ways to ask at least one must ask for a kind of thing, or for a time, for an entry to be asked so.
const SMALLEST_SHARE: f32 = 0.05;

impl EntryTexts {
    /// The kinds of question that enough of its ways to ask are.
    fn kinds(&self) -> HashSet<QuestionWord> {
        let share = |kind: QuestionWord| {
            let of_kind = self.ways.iter().filter(|way| kind.stands_in(&way.words)).count();
            of_kind as f32 / self.ways.len().max(1) as f32
        };
        QuestionWord::ALL.into_iter().filter(|kind| share(*kind) >= SMALLEST_SHARE).collect()
    }

    /// The numbers in its texts, the times in its statements, and those of which it is asked often enough.
    fn exact_words(&self) -> HashSet<String> {
        let asked = self.ways.iter().flat_map(|way| &way.words);
        let stated = || self.statements.iter().flat_map(|statement| &statement.words);
        let numbers = asked.chain(stated()).filter(|word| is_number(word));
        let is_asked = |time: &&&str| {
            let has_it = |way: &&Reading| way.words.iter().any(|word| word == *time);
            let with_time = self.ways.iter().filter(has_it).count();
            with_time as f32 >= SMALLEST_SHARE * self.ways.len() as f32 && with_time > 0
        };
        let times = stated().filter(|word| is_time(word)).cloned();
        let asked_times = TIMES.iter().filter(is_asked).map(|time| (*time).to_owned());
        numbers.cloned().chain(times).chain(asked_times).collect()
    }
}

/// Names, numbers and times in a question that do not fit an entry.
#[derive(Debug, Clone, Default)]
pub(super) struct StrangeNames {
    /// Names that the article mentions, but this entry does not.
    pub(super) elsewhere: Vec<String>,
    /// Numbers that this entry does not mention.
    pub(super) numbers: Vec<String>,
    /// Days and other times that this entry does not mention.
    pub(super) times: Vec<String>,
    /// Names that the article does not mention at all.
    pub(super) absent: Vec<String>,
    /// Somebody of whom nobody asks anything with this entry, but the question does.
    pub(super) actor: Option<String>,
    /// A word beside a name, where this entry has that word beside other names only.
    pub(super) role: Option<String>,
}

impl StrangeNames {
    /// All that the entry does not mention.
    pub(super) fn all(&self) -> impl Iterator<Item = &String> {
        self.elsewhere.iter().chain(&self.numbers).chain(&self.times).chain(&self.absent)
    }
}

impl Signals {
    /// Learns from the texts of each entry.
    pub(super) fn learn(
        vocabulary: Arc<NameIndex>,
        entries: impl IndexedParallelIterator<Item = EntryTexts>,
    ) -> Self {
        let learnt: Vec<_> = entries
            .map(|entry| {
                let names_in = |reading: &Reading| vocabulary.within(&reading.words);
                let asked: Vec<usize> = entry.ways.iter().flat_map(names_in).collect();
                let stated = entry.statements.iter().flat_map(names_in);
                let own: HashSet<usize> =
                    stated.chain(asked.iter().copied().filter(|_| entry.corrects)).collect();
                let texts = || entry.ways.iter().chain(&entry.statements);
                let actors: HashSet<usize> = texts().flat_map(|text| actors_in(&vocabulary, text)).collect();
                let roles = Roles::learn(&vocabulary, texts().filter(|_| !entry.corrects));
                (entry.kinds(), entry.exact_words(), own, actors, roles, asked)
            })
            .collect();
        let mut used: HashSet<usize> = HashSet::new();
        let (mut kinds, mut names, mut exact_words) = (vec![], vec![], vec![]);
        let (mut actors, mut roles) = (vec![], vec![]);
        for (its_kinds, its_exact_words, its_names, its_actors, its_roles, asked) in learnt {
            used.extend(its_names.iter().copied().chain(asked));
            kinds.push(its_kinds);
            names.push(its_names);
            exact_words.push(its_exact_words);
            actors.push(its_actors);
            roles.push(its_roles);
        }
        let absent = vocabulary.positions().filter(|name| !used.contains(name)).collect();
        Self { kinds, names, exact_words, actors, roles, absent, vocabulary }
    }

    /// The kind of thing that a question asks for and nobody asks of this entry.
    pub(super) fn unasked_kind(&self, reading: &Reading, entry: usize) -> Option<QuestionWord> {
        QuestionWord::leading(reading)
            .filter(|kind| self.kinds.get(entry).is_some_and(|kinds| !kinds.contains(kind)))
    }

    /// The names, numbers and times in a question that an entry says nothing about.
    pub(super) fn strange_names(&self, reading: &Reading, entry: usize) -> StrangeNames {
        let mut strange = StrangeNames::default();
        let is_unknown =
            |word: &&String| self.exact_words.get(entry).is_some_and(|known| !known.contains(*word));
        let unknown = |is_such: fn(&str) -> bool| {
            let words = reading.words.iter().filter(|word| is_such(word)).filter(is_unknown);
            words.cloned().collect::<BTreeSet<String>>().into_iter().collect()
        };
        (strange.numbers, strange.times) = (unknown(is_number), unknown(is_time));
        let acts = self.actors.get(entry).filter(|actors| !actors.is_empty());
        strange.actor = acts.and_then(|known| {
            let actors = actors_in(&self.vocabulary, reading);
            let strange = !actors.is_empty() && !actors.iter().any(|actor| known.contains(actor));
            strange.then(|| self.vocabulary.spelled(actors[0]))
        });
        // A day is a name too, and counts among the times.
        let is_day = |name: usize| matches!(self.vocabulary.name(name).as_slice(), [only] if is_time(only));
        strange.role =
            self.roles.get(entry).and_then(|roles| roles.strange(&self.vocabulary, reading, is_day));
        for name in self.vocabulary.within(&reading.words).into_iter().filter(|name| !is_day(*name)) {
            if self.absent.contains(&name) {
                strange.absent.push(self.vocabulary.spelled(name));
            } else if self.names.get(entry).is_some_and(|names| !names.contains(&name)) {
                strange.elsewhere.push(self.vocabulary.spelled(name));
            }
        }
        strange
    }
}

/// Words that move a question to another time ("what did he say before the talks"); all days are alike by their vectors.
const TIMES: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "yesterday",
    "tomorrow",
    "tonight",
    "before",
    "after",
    "next",
    "last",
    "earlier",
    "later",
    "previous",
    "previously",
    "afterwards",
    "morning",
    "future",
];

/// Whether a word moves a question to another time.
fn is_time(word: &str) -> bool {
    TIMES.contains(&word)
}

/// Whether a word is a year, an amount or another number of at least two digits; single digits count lists.
fn is_number(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}
