//! Whether a topic speaks of all that a question asks for, word by word: "what maximum size do the exercises have" comes
//! near every question about exercises, but a topic that never speaks of sizes is not what is asked for.

use super::encoder::{Direction, direction, likeness};
use super::terms::hash;
use super::tuning::{MOST_WORDS, MOST_WORDS_APART};
use crate::text::{Reading, Term, word_position};

/// A word, as topics are searched for it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    stem: u64,
    /// Its position among the words that have a vector.
    position: Option<u16>,
    /// Whether it carries a topic of its own.
    is_topical: bool,
}

impl Word {
    /// A word with a topic of its own.
    pub(super) fn topical(term: Term<'_>) -> Self {
        Self::new(term.word, term.stem, true)
    }

    /// The words of a text.
    pub(super) fn all_of(reading: &Reading) -> Vec<Self> {
        let words = reading.words.iter().zip(&reading.stems).enumerate();
        words.map(|(at, (word, stem))| Self::new(word, stem, reading.topical_at(at).is_some())).collect()
    }

    fn new(word: &str, stem: &str, is_topical: bool) -> Self {
        Self { stem: hash(stem), position: word_position(word), is_topical }
    }
}

/// The words with a vector that topics speak of, with what each is about.
#[derive(Debug)]
pub(super) struct Vocabulary {
    /// Positions among the words that have a vector, ascending.
    positions: Vec<u16>,
    /// The direction of each, side by side, since many are compared with every question.
    directions: Vec<Direction>,
}

impl Vocabulary {
    /// Learns the words of texts.
    pub(super) fn learn<'a>(texts: impl Iterator<Item = &'a [Word]>) -> Self {
        let mut positions: Vec<u16> = texts.flatten().filter_map(|word| word.position).collect();
        positions.sort_unstable();
        positions.dedup();
        let directions = positions.iter().map(|position| direction(*position)).collect();
        Self { positions, directions }
    }
}

/// The words that a topic speaks of.
#[derive(Debug)]
pub(super) struct Spoken {
    /// Every stem, ascending.
    stems: Vec<Stem>,
    /// The words with a vector: positions in the vocabulary, and of their stems.
    words: Vec<(u16, u16)>,
    /// How many of them carry a topic of their own; these come first.
    topical_count: usize,
}

#[derive(Debug)]
struct Stem {
    hash: u64,
    /// Whether more than one text has it.
    is_repeated: bool,
    /// Whether a word with it carries a topic of its own.
    is_topical: bool,
}

impl Spoken {
    /// Learns the words of texts, which the vocabulary has.
    pub(super) fn learn<'a>(texts: impl Iterator<Item = &'a [Word]>, vocabulary: &Vocabulary) -> Self {
        let mut uses: Vec<(u64, usize, bool)> = Vec::new();
        let mut words: Vec<(bool, u16, u64)> = Vec::new();
        for (number, text) in texts.enumerate() {
            uses.extend(text.iter().map(|word| (word.stem, number, word.is_topical)));
            words.extend(text.iter().filter_map(|word| Some((!word.is_topical, word.position?, word.stem))));
        }
        uses.sort_unstable();
        let stem = |uses: &[(u64, usize, bool)]| Stem {
            hash: uses[0].0,
            is_repeated: uses.iter().any(|(_, number, _)| *number != uses[0].1),
            is_topical: uses.iter().any(|(.., is_topical)| *is_topical),
        };
        let stems: Vec<Stem> = uses.chunk_by(|(a, ..), (b, ..)| a == b).map(stem).collect();
        words.sort_unstable();
        words.dedup();
        let place = |position: u16| u16::try_from(vocabulary.positions.binary_search(&position).ok()?).ok();
        let stem = |hash: u64| u16::try_from(position(&stems, hash)?).ok();
        let placed = |(is_function, position, of): (bool, u16, u64)| {
            Some((is_function, (place(position)?, stem(of)?)))
        };
        let (is_function, words): (Vec<bool>, Vec<(u16, u16)>) = words.into_iter().filter_map(placed).unzip();
        let topical_count = is_function.partition_point(|is_function| !is_function);
        Self { stems, words, topical_count }
    }
}

fn position(stems: &[Stem], hash: u64) -> Option<usize> {
    stems.binary_search_by_key(&hash, |stem| stem.hash).ok()
}

/// Words to be looked for among those that topics speak of.
pub(super) struct Sought<'a> {
    vocabulary: &'a Vocabulary,
    words: Vec<SoughtWord>,
    /// Where many topics are looked at: the likeness of each word to every word of the vocabulary, one word after the other.
    likeness: Vec<Cached>,
    /// Whether only words that carry a topic of their own are compared with.
    only_topical: bool,
}

/// A likeness in two bytes, since a question has tens of thousands of them.
#[derive(Debug, Clone, Copy)]
struct Cached(i16);

impl Cached {
    /// Not worked out yet; no likeness comes to this.
    const NOT_YET: Self = Self(i16::MIN);
    const ONE: f32 = 16_384.0;

    /// The likeness, cut alike whether it is worked out now or was before; to round it would be the call of a function.
    fn get_or_set(&mut self, work_out: impl FnOnce() -> f32) -> f32 {
        if self.0 == Self::NOT_YET.0 {
            self.0 = (work_out() * Self::ONE) as i16;
        }
        f32::from(self.0) * (1.0 / Self::ONE)
    }
}

struct SoughtWord {
    stem: u64,
    direction: Option<Direction>,
}

impl<'a> Sought<'a> {
    /// The words of a question that carry a topic of their own; of a long one the last, since the question itself mostly
    /// ends it.
    pub(super) fn of_question(words: &[Word], vocabulary: &'a Vocabulary) -> Self {
        let topical: Vec<Word> = words.iter().filter(|word| word.is_topical).copied().collect();
        Self::topical(last(&topical, MOST_WORDS), vocabulary)
    }

    /// The same, to be looked for in many topics.
    pub(super) fn in_many_topics(self) -> Self {
        let likeness = vec![Cached::NOT_YET; self.vocabulary.positions.len() * self.words.len()];
        Self { likeness, ..self }
    }

    /// Words that carry a topic of their own.
    pub(super) fn topical(words: &[Word], vocabulary: &'a Vocabulary) -> Self {
        Self { only_topical: true, ..Self::all(words, vocabulary) }
    }

    /// Words of any kind.
    fn all(words: &[Word], vocabulary: &'a Vocabulary) -> Self {
        let sought = |word: &Word| SoughtWord { stem: word.stem, direction: word.position.map(direction) };
        let words = words.iter().map(sought).collect();
        Self { vocabulary, words, likeness: Vec::new(), only_topical: false }
    }

    /// How far the words are from any word of a topic, on the mean: 0.0 (all of them are there, or none is known) to
    /// about 1.0 (nothing is like them). `is_own` as with [`Sought::far`].
    pub(super) fn unsaid(&mut self, spoken: &Spoken, is_own: bool) -> f32 {
        let far = self.far(spoken, is_own);
        let (sum, count) = far.flatten().fold((0.0, 0), |(sum, count), far| (sum + far, count + 1));
        sum / count.max(1) as f32
    }

    /// How far each word is from the nearest word of a topic, 0.0 to about 1.0; nothing for a word that the topic does
    /// not have and that has no vector, which says nothing for or against the topic. `is_own` where the words are themselves one of the
    /// topic's texts, which then does not count.
    pub(super) fn far(&mut self, spoken: &Spoken, is_own: bool) -> impl Iterator<Item = Option<f32>> {
        let counts = move |at: usize| !is_own || spoken.stems[at].is_repeated;
        let only_topical = self.only_topical;
        let is_said = move |at: usize| counts(at) && (spoken.stems[at].is_topical || !only_topical);
        let directions = &self.vocabulary.directions;
        let others = if only_topical { &spoken.words[..spoken.topical_count] } else { &spoken.words };
        let likenesses = &mut self.likeness;
        self.words.iter().enumerate().map(move |(at, word)| {
            let start = at * directions.len();
            if position(&spoken.stems, word.stem).is_some_and(is_said) {
                return Some(0.0);
            }
            let direction = word.direction.as_ref()?;
            let mut nearest = 0.0_f32;
            for (other, _) in others.iter().filter(|(_, stem)| counts(usize::from(*stem))) {
                let other = usize::from(*other);
                let work_out = || likeness(direction, &directions[other]);
                let like = match likenesses.get_mut(start + other) {
                    Some(cached) => cached.get_or_set(work_out),
                    None => work_out(),
                };
                nearest = nearest.max(like);
            }
            Some(1.0 - nearest)
        })
    }
}

/// The last of some words.
fn last(words: &[Word], most: usize) -> &[Word] {
    &words[words.len().saturating_sub(most)..]
}

/// How far a question and a topic's way to ask are from each other, word by word, 0.0 to about 2.0: the question's words
/// from all that the topic speaks of, and the way's words from the question's.
pub(super) fn apart(question: &[Word], spoken: &Spoken, vocabulary: &Vocabulary, way: &[Word]) -> f32 {
    let (question, way) = (last(question, MOST_WORDS_APART), last(way, MOST_WORDS_APART));
    let own = Vocabulary::learn(std::iter::once(question));
    let asked = Spoken::learn(std::iter::once(question), &own);
    Sought::all(question, vocabulary).unsaid(spoken, false) + Sought::all(way, &own).unsaid(&asked, false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Reader, Synonyms};

    fn words(text: &str) -> Vec<Word> {
        Word::all_of(&Reader::new(Synonyms::default()).read_curated(text))
    }

    fn learn(texts: &[Vec<Word>]) -> (Vocabulary, Spoken) {
        let slices = || texts.iter().map(Vec::as_slice);
        let vocabulary = Vocabulary::learn(slices());
        let spoken = Spoken::learn(slices(), &vocabulary);
        (vocabulary, spoken)
    }

    /// How far a question is from texts.
    fn unsaid(texts: &[&str], question: &str, is_own: bool) -> f32 {
        let (vocabulary, spoken) = learn(&texts.iter().map(|text| words(text)).collect::<Vec<_>>());
        Sought::of_question(&words(question), &vocabulary).in_many_topics().unsaid(&spoken, is_own)
    }

    const TOLL: &[&str] = &["Is there a toll on the bridge?", "Does crossing cost a toll?"];

    #[test]
    fn what_is_said_in_any_form_is_not_far() {
        for question in ["tolls on bridges", "what is there", "", "zzgrblx"] {
            assert_eq!(unsaid(TOLL, question, false), 0.0, "{question:?}");
        }
    }

    #[test]
    fn other_words_are_the_further_the_less_they_are_like_any() {
        let near = unsaid(TOLL, "price of the bridge", false);
        let far = unsaid(TOLL, "colour of the elephant", false);
        assert!(0.0 < near && near < far && far <= 1.0, "{near} {far}");
    }

    #[test]
    fn a_text_does_not_speak_for_itself() {
        assert_eq!(unsaid(TOLL, TOLL[0], false), 0.0);
        assert!(unsaid(TOLL, TOLL[0], true) > 0.0, "only the second text has no bridge");
        assert_eq!(unsaid(TOLL, "toll", true), 0.0, "both have it");
    }

    #[test]
    fn of_a_long_message_the_last_words_count() {
        let long =
            "elephant colour window music river garden doctor summer yellow pencil mountain kitchen winter ";
        assert_eq!(unsaid(TOLL, &format!("{long}{}", "toll bridge crossing cost ".repeat(3)), false), 0.0);
    }

    #[test]
    fn a_question_and_its_own_wording_are_not_apart() {
        let texts: Vec<Vec<Word>> = TOLL.iter().map(|text| words(text)).collect();
        let (vocabulary, spoken) = learn(&texts);
        let apart = |question: &str| apart(&words(question), &spoken, &vocabulary, &texts[0]);
        assert_eq!(apart(TOLL[0]), 0.0);
        let (start, end) = ("elephant colour window music river", "garden doctor summer yellow pencil");
        let long = words(&format!("{start} mountain kitchen winter {end}"));
        let (its, own) = learn(std::slice::from_ref(&long));
        assert_eq!(super::apart(&long, &own, &its, &long), 0.0);
        assert!(apart("is there a bridge") < apart("where is the elephant"));
    }
}
