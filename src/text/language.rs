//! English or another language? Told by the little words that every sentence has.
//!
//! `other_languages.txt` has a line for each language that Latin letters are used for: its name and the words
//! that questions in it are made of, without accents. A word that is English too speaks for neither side, unless
//! it is marked with `+`: then it is foreign, though English books are full of it ("de", "der").

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::function_words::is_function_word;
use super::{chat, normalise, pleasantries, spell, tokenise};

/// How much a little word counts, next to any other word.
const LITTLE_WORD_WEIGHT: usize = 2;
#[derive(Debug, Clone, Copy)]
struct Listing {
    /// The languages that have the word, a bit each.
    languages: u32,
    /// Whether it is a word of these languages even though the English list has it.
    is_marked: bool,
}

static LANGUAGES: LazyLock<HashMap<&'static str, Listing>> = LazyLock::new(|| {
    let mut listed: HashMap<&'static str, Listing> = HashMap::new();
    for (language, line) in include_str!("other_languages.txt").lines().enumerate() {
        let words = line.split_once(": ").map_or("", |(_, words)| words);
        for word in words.split_whitespace() {
            let bare = word.trim_start_matches('+');
            let listing = listed.entry(bare).or_insert(Listing { languages: 0, is_marked: false });
            listing.languages |= 1 << language;
            listing.is_marked |= bare != word;
        }
    }
    listed
});

/// What a word says about the language of a text.
#[derive(Debug, Clone, Copy)]
enum Evidence {
    /// A little word of English; in the languages given, it is one of theirs too.
    English(u32),
    /// Another English word, likewise.
    Common(u32),
    /// A little word of these languages.
    Foreign(u32),
    /// No word of English.
    Unknown,
    /// A name or a number, at home in every language.
    Neutral,
}

/// What the words of a text speak for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    /// English.
    English,
    /// Another language.
    Foreign,
    /// Nothing speaks for either.
    Neutral,
}

/// The part of a text that is English. A message of another language with English clauses that ask something
/// ("hola amigos, who is Sherman? gracias") is taken for these alone.
pub(super) fn english_part<'a>(text: &'a str, language: impl Fn(&str) -> Language) -> Option<Cow<'a, str>> {
    let clauses: Vec<(&str, Language)> = clauses(text).map(|clause| (clause, language(clause))).collect();
    let has = |sought: Language| clauses.iter().any(|(_, found)| *found == sought);
    if !has(Language::Foreign) {
        return (language(text) != Language::Foreign).then_some(Cow::Borrowed(text));
    }
    let kept = clauses.iter().filter(|(_, language)| *language != Language::Foreign);
    let kept: String = kept.map(|(clause, _)| *clause).collect();
    (has(Language::English) && asks_something(&kept)).then(|| Cow::Owned(kept.trim().to_owned()))
}

/// Pieces of a text, each with the punctuation that ends it.
fn clauses(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([',', '.', ';', ':', '!', '?', '¿', '¡', '\n', '(', ')', '…', '—', '–'])
}

/// Whether what is left of a message beside greetings and names is enough to be a question.
fn asks_something(text: &str) -> bool {
    const ENOUGH_WORDS: usize = 2;
    let words = pleasantries::strip(tokenise(&normalise(text)));
    let function_words = words.iter().filter(|word| is_function_word(word)).count();
    words.len() >= ENOUGH_WORDS && (function_words > 0 || words.len() > ENOUGH_WORDS)
}

/// Judges normalised words; `is_name` tells the words that are the same in every language, `is_known` those that
/// curators use.
pub(super) fn judge(
    words: &[String],
    is_name: impl Fn(usize) -> bool,
    is_known: impl Fn(&str) -> bool,
    is_misspelled: impl Fn(&str) -> bool,
) -> Language {
    let evidence = words.iter().enumerate().map(|(at, word)| match word.as_str() {
        _ if is_name(at) => Evidence::Neutral,
        word if word.is_ascii() => weigh(word, &is_known),
        word => weigh(&plain(word), &is_known),
    });
    let mut evidence: Vec<Evidence> = evidence.collect();
    let is_english = |evidence: &Evidence| matches!(evidence, Evidence::English(0) | Evidence::Common(0));
    let has_english = evidence.iter().any(is_english);
    let languages = evidence.iter().fold(0, |all, evidence| match evidence {
        Evidence::Foreign(languages) => all | languages,
        _ => all,
    });
    if languages != 0 {
        for (word, evidence) in words.iter().zip(&mut evidence) {
            if matches!(evidence, Evidence::Unknown) && is_misspelled(word) {
                *evidence = Evidence::Neutral;
            }
        }
    }
    let is_foreign = |language: u32| {
        let (mut foreign, mut english) = (0, 0);
        for evidence in &evidence {
            match evidence {
                Evidence::Foreign(languages) if languages & language != 0 => foreign += LITTLE_WORD_WEIGHT,
                Evidence::Foreign(_) | Evidence::Unknown => foreign += 1,
                Evidence::English(also) if also & language == 0 => english += LITTLE_WORD_WEIGHT,
                Evidence::Common(also) if also & language == 0 => english += 1,
                _ => {}
            }
        }
        foreign > english
    };
    if (0..u32::BITS).map(|bit| 1 << bit).any(|language| languages & language != 0 && is_foreign(language)) {
        Language::Foreign
    } else if has_english {
        Language::English
    } else {
        Language::Neutral
    }
}

/// A word without the letters that are typed as two or as their likeness where a keyboard lacks them.
fn plain(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ł' => plain.push('l'),
            'ı' => plain.push('i'),
            'ø' => plain.push('o'),
            'đ' | 'ð' => plain.push('d'),
            _ => plain.push(c),
        }
    }
    plain
}

fn weigh(word: &str, is_known: impl Fn(&str) -> bool) -> Evidence {
    if word.chars().nth(1).is_none() {
        return Evidence::Neutral;
    }
    let listing = LANGUAGES.get(word).copied().unwrap_or(Listing { languages: 0, is_marked: false });
    if is_function_word(word) || chat::is_shorthand(word) {
        Evidence::English(listing.languages)
    } else if listing.is_marked || (listing.languages != 0 && !spell::is_english(word)) {
        Evidence::Foreign(listing.languages)
    } else if spell::is_english(word) {
        Evidence::Common(listing.languages)
    } else if is_known(word) {
        Evidence::Neutral
    } else if word.chars().any(char::is_alphabetic) {
        Evidence::Unknown
    } else {
        Evidence::Neutral
    }
}

/// Whether most letters belong to a script that English does not use.
pub(super) fn is_foreign_script(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (latin, foreign): (Vec<char>, Vec<char>) = letters.partition(|c| {
        *c <= '\u{024F}' || ('\u{1E00}'..='\u{1EFF}').contains(c) || ('\u{FF21}'..='\u{FF5A}').contains(c)
    });
    foreign.len() > latin.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn little_words_tell_the_language() {
        let check = |text: &str, expected: Language| {
            let words = tokenise(&normalise(text));
            let is_name = |at: usize| matches!(words[at].as_str(), "putin" | "nato");
            assert_eq!(judge(&words, is_name, |_| false, |_| false), expected, "{text:?}");
        };
        check("quien es Putin", Language::Foreign);
        check("Warum Putin?", Language::Foreign);
        check("kto to jest Putin", Language::Foreign);
        check("łączność Putin dlaczego", Language::Foreign);
        check("what will putin do", Language::English);
        check("was will putin", Language::Neutral);
        check("who is die hard for nato", Language::English);
        check("Putin, NATO", Language::Neutral);
    }

    #[test]
    fn english_clauses_are_kept_where_they_ask_something() {
        let language = |clause: &str| {
            let is_foreign = clause.contains("quien") || clause.contains("gracias");
            if is_foreign { Language::Foreign } else { Language::English }
        };
        let part = |text: &str| english_part(text, language).map(Cow::into_owned);
        assert_eq!(part("who is he? gracias").as_deref(), Some("who is he?"));
        assert_eq!(part("hello! quien es"), None);
        assert_eq!(part("who is he, then?").as_deref(), Some("who is he, then?"));
    }
}
