//! What people type → words that can be compared: normalise, tokenise, spell, fold synonyms, stem.
//!
//! This layer knows English and chat, and nothing of any article.

mod chat;
mod english;
mod function_words;
mod language;
mod normalise;
mod phones;
mod pleasantries;
mod segments;
mod spell;
mod stem;
mod synonyms;

use std::borrow::Cow;
use std::collections::HashSet;

pub use english::{EnglishWord, english_word, word_position};
use function_words::is_function_word;
use language::Language;
pub use normalise::{is_blank, normalise, tokenise};
use segments::Segments;
use spell::Corrections;
pub use spell::Speller;
pub use synonyms::Synonyms;

/// One text, read: the words as typed, and what they are taken to mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Normalised words as they were typed, those cut in two or run together mended.
    pub typed: Vec<String>,
    /// The same after spelling, chat shorthand and synonyms: what was understood.
    pub words: Vec<String>,
    /// Snowball stems of `words`, one each.
    pub stems: Vec<String>,
}

/// A [`Reading`] in one piece of memory, since its words take many times more on their own: a knowledge base has many
/// thousands, and each is looked at a few times while it is learnt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackedReading(Box<str>);

impl PackedReading {
    /// Neither stands in a word.
    const BETWEEN_WORDS: &str = " ";
    const BETWEEN_LISTS: &str = "\n";

    /// The reading, as it was packed.
    pub fn unpack(&self) -> Reading {
        let mut lists = self.0.split(Self::BETWEEN_LISTS).map(|list| {
            list.split(Self::BETWEEN_WORDS).filter(|word| !word.is_empty()).map(str::to_owned).collect()
        });
        let mut next = || lists.next().unwrap_or_default();
        Reading { typed: next(), words: next(), stems: next() }
    }
}

impl From<Reading> for PackedReading {
    fn from(Reading { typed, words, stems }: Reading) -> Self {
        let lists = [typed, words, stems].map(|list| list.join(Self::BETWEEN_WORDS));
        Self(lists.join(Self::BETWEEN_LISTS).into())
    }
}

/// A word that carries a topic of its own, with its stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term<'a> {
    /// The stem.
    pub stem: &'a str,
    /// The word.
    pub word: &'a str,
}

impl Reading {
    /// The words that carry a topic of their own.
    pub fn topical(&self) -> impl Iterator<Item = Term<'_>> {
        (0..self.words.len()).filter_map(|at| self.topical_at(at))
    }

    /// The word at a position, where it carries a topic of its own.
    pub fn topical_at(&self, at: usize) -> Option<Term<'_>> {
        let (word, stem) = (self.words.get(at)?, self.stems.get(at)?);
        (!is_function_word(word)).then_some(Term { stem, word })
    }

    /// Whether nothing is left that could be compared with anything.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// Turns texts into [`Reading`]s, the same way for what curators write and what members type.
#[derive(Debug)]
pub struct Reader {
    synonyms: Synonyms,
    /// Names, which every language shares.
    names: Synonyms,
    speller: Speller,
    segments: Segments,
}

impl Reader {
    /// A reader that folds `synonyms` and knows no word yet.
    pub fn new(synonyms: Synonyms) -> Self {
        Self {
            synonyms,
            names: Synonyms::default(),
            speller: Speller::default(),
            segments: Segments::default(),
        }
    }

    /// The reader, once it takes every word of these readings as correctly spelled, and these as names.
    pub fn knowing<'a>(
        self,
        readings: impl Iterator<Item = Reading>,
        names: impl Iterator<Item = &'a String>,
    ) -> Self {
        let mut known: HashSet<String> = self.synonyms.words().into_iter().collect();
        let typed = readings.map(|Reading { typed, words, .. }| {
            known.extend(typed.iter().cloned().chain(words));
            typed
        });
        let names: Vec<(&str, [String; 1])> = names.map(|name| ("", [name.clone()])).collect();
        let of_one_word = names.iter().flat_map(|(_, [name])| {
            let words = tokenise(&normalise(name));
            <[String; 1]>::try_from(words).ok().map(|[word]| word)
        });
        let segments = Segments::learn(typed, of_one_word);
        let speller = Speller::new(known);
        let names = Synonyms::new(names.iter().map(|(term, name)| (*term, name.as_slice())));
        Self { speller, names, segments, ..self }
    }

    /// The part of a text that is English, which may be all of it; `None` where it is in another language.
    pub fn english_part<'a>(&self, text: &'a str) -> Option<Cow<'a, str>> {
        language::english_part(text, |clause| self.language(clause))
    }

    fn language(&self, text: &str) -> Language {
        let normal = normalise(text);
        if language::is_foreign_script(&normal) {
            return Language::Foreign;
        }
        let words = pleasantries::strip(tokenise(&normal));
        let corrections = Corrections::new(&self.speller);
        let (names, terms) = (self.names.marks(&words), self.synonyms.marks(&words));
        // A term of one word is English like any other; one of several may hold a word that is not ("de facto").
        let is_name = |at: usize| {
            let is_long = |at: usize| terms.get(at) == Some(&true);
            names[at] || (terms[at] && (is_long(at + 1) || (at > 0 && is_long(at - 1))))
        };
        language::judge(
            &words,
            is_name,
            |word| corrections.knows(word),
            |word| corrections.correct(word).is_some(),
        )
    }

    /// Reads what a curator wrote, word for word.
    pub fn read_curated(&self, text: &str) -> Reading {
        self.read(tokenise(&normalise(text)), |word| word)
    }

    /// Reads what a member typed: pleasantries are left out, and words that neither English nor the knowledge
    /// base knows are corrected.
    pub fn read_typed(&self, text: &str) -> Reading {
        let typed = pleasantries::strip(tokenise(&normalise(text)));
        let corrections = Corrections::new(&self.speller);
        let typed = self.segments.mend(typed, &corrections);
        self.read(typed, |word| corrections.correct(&word).map_or(word, str::to_owned))
    }

    fn read(&self, typed: Vec<String>, spell: impl Fn(String) -> String) -> Reading {
        let spelled: Vec<String> = chat::expand(&typed).into_iter().map(spell).collect();
        let words = self.synonyms.fold(&spelled);
        let stems = words.iter().map(|word| stem::stem(word)).collect();
        Reading { typed, words, stems }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_comes_out_as_it_was_packed() {
        let folded = [("missiles", ["intermediate-range rockets".to_owned()])];
        let reader = Reader::new(Synonyms::new(folded.iter().map(|(term, also)| (*term, also.as_slice()))));
        let texts = [
            "",
            " \n ",
            "so… what's the INF?",
            "the intermediate-range rockets\nand the rest",
            "qué pasó\u{a0}ayer",
            "？？",
        ];
        for text in texts {
            let reading = reader.read_curated(text);
            assert_eq!(PackedReading::from(reading.clone()).unpack(), reading, "{text:?}");
        }
    }
}
