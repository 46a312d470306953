//! What people type → words that can be compared: normalise, tokenise, spell, fold synonyms, stem.
//!
//! This layer knows English and chat, and nothing of any article.

mod chat;
mod english;
mod function_words;
mod normalise;
mod pleasantries;
mod spell;
mod stem;
mod synonyms;

pub use english::{EnglishWord, english_word};
use function_words::is_function_word;
pub use normalise::{is_blank, normalise, tokenise};
pub use spell::Speller;
pub use synonyms::Synonyms;

/// One text, read: the words as typed, and what they are taken to mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Normalised words as they were typed.
    pub typed: Vec<String>,
    /// The same after spelling, chat shorthand and synonyms: what was understood.
    pub words: Vec<String>,
    /// Snowball stems of `words`, one each.
    pub stems: Vec<String>,
}

impl Reading {
    /// The words that carry a topic of their own.
    pub fn topical_words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str).filter(|word| !is_function_word(word))
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
    speller: Speller,
}

impl Reader {
    /// A reader that folds `synonyms` and knows no word yet.
    pub fn new(synonyms: Synonyms) -> Self {
        Self { synonyms, speller: Speller::default() }
    }

    /// The reader, once it takes every word of these readings as correctly spelled.
    pub fn knowing<'a>(self, readings: impl Iterator<Item = &'a Reading>) -> Self {
        let read = readings.flat_map(|reading| reading.typed.iter().chain(&reading.words)).cloned();
        Self { speller: Speller::new(self.synonyms.words().into_iter().chain(read)), ..self }
    }

    /// Reads what a curator wrote, word for word.
    pub fn read_curated(&self, text: &str) -> Reading {
        self.read(tokenise(&normalise(text)), |word| word)
    }

    /// Reads what a member typed: pleasantries are left out, and words that neither English nor the knowledge
    /// base knows are corrected.
    pub fn read_typed(&self, text: &str) -> Reading {
        let typed = pleasantries::strip(tokenise(&normalise(text)));
        self.read(typed, |word| self.speller.correct(&word).map_or(word, str::to_owned))
    }

    fn read(&self, typed: Vec<String>, spell: impl Fn(String) -> String) -> Reading {
        let spelled: Vec<String> = chat::expand(&typed).into_iter().map(spell).collect();
        let words = self.synonyms.fold(&spelled);
        let stems = words.iter().map(|word| stem::stem(word)).collect();
        Reading { typed, words, stems }
    }
}
