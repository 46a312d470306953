//! Words that were cut in two, run together or misheard → the words of the knowledge base that were meant.
//!
//! Dictation writes "nay toe" for a name it does not know, and thumbs write "mem bership" and "whatdid". Words are
//! only put together where they make no sense as they stand: the knowledge base never has them side by side, and
//! one of them it does not use at all.

use std::collections::HashMap;
use std::collections::HashSet;

use super::english::is_english;
use super::function_words::is_function_word;
use super::phones::{Sounds, phones};
use super::spell::Corrections;

/// The most pieces that a word is heard as.
const MOST_PIECES: usize = 3;
/// The shortest word that pieces are put together to, in letters.
const SHORTEST_JOINED: usize = 5;
/// How far a misheard name may sound from the name, for each of its sounds.
const APART_FOR_EACH_SOUND: f32 = 0.16;
/// The same where it is less likely: for a single word, beside words like "you", which make sense with anything,
/// and beside words that are none, which are misspelled more often than misheard.
const APART_ODD: f32 = 0.08;
/// How often curators must have used a name for it to be what was heard.
const FAMILIAR: usize = 5;
/// The shortest single word that may be a name as it sounds, in letters: shorter ones are words of their own.
const SHORTEST_BY_SOUND: usize = 7;
/// The shortest part of a word that was run together, in letters.
const SHORTEST_PART: usize = 2;
/// The shortest word that is taken apart to words like "in" and "her", in letters.
const SHORTEST_RUN_OF_FUNCTION_WORDS: usize = 6;
/// Words for which a shorter run will do ("whyis"): they begin most messages.
const QUESTION_WORDS: &[&str] = &["who", "what", "when", "where", "why", "how", "which"];
/// The shortest part of a word that was run together of words that never stand side by side, in letters.
const SHORTEST_STRANGE_PART: usize = 4;
/// The longest word that is taken apart, in letters; longer ones are no words.
const LONGEST_APART: usize = 32;
/// Words of a message after which nothing is mended any more: minutes of dictation, and a bound on the work.
const MOST_MENDED: usize = 300;

/// Knows which words stand side by side in the knowledge base, and how its names sound.
#[derive(Debug, Default)]
pub(super) struct Segments {
    /// Words that curators use, with the words that come after them.
    followers: HashMap<String, HashSet<String>>,
    /// Every name of one word.
    names: HashSet<String>,
    /// The names that curators use, by their sounds.
    by_sound: Sounds,
}

impl Segments {
    /// Learns from what curators wrote, and from names of one word each.
    pub(super) fn learn(
        texts: impl Iterator<Item = Vec<String>>,
        names: impl Iterator<Item = String>,
    ) -> Self {
        let mut followers: HashMap<String, HashSet<String>> = HashMap::new();
        let mut used: HashMap<String, usize> = HashMap::new();
        for words in texts {
            for (at, word) in words.iter().enumerate() {
                let after = followers.entry(word.clone()).or_default();
                after.extend(words.get(at + 1).cloned());
                *used.entry(word.clone()).or_default() += 1;
            }
        }
        let names: HashSet<String> = names.collect();
        let mut familiar: Vec<&String> =
            names.iter().filter(|name| used.get(*name).is_some_and(|times| *times >= FAMILIAR)).collect();
        familiar.sort_unstable();
        let by_sound = Sounds::of(&familiar);
        Self { followers, names, by_sound }
    }

    /// The words as they were probably meant.
    pub(super) fn mend(&self, words: Vec<String>, speller: &Corrections<'_>) -> Vec<String> {
        if words.iter().all(|word| self.followers.contains_key(word)) {
            return words;
        }
        let mut mended = Vec::with_capacity(words.len());
        let mut at = 0;
        while at < words.len().min(MOST_MENDED) {
            let runs = || (2..=MOST_PIECES.min(words.len() - at)).map(|count| &words[at..at + count]);
            let runs = || runs().filter(|pieces| self.make_no_sense(pieces));
            let whole = runs().find_map(|pieces| Some((self.whole(pieces)?, pieces.len())));
            match whole.or_else(|| self.misheard(runs(), speller)) {
                Some((word, count)) => {
                    mended.push(word);
                    at += count;
                }
                None => {
                    mended.extend(self.apart(&words[at], speller));
                    at += 1;
                }
            }
        }
        mended.extend(words.into_iter().skip(at));
        mended
    }

    /// Whether words can be pieces of one: all but one are strange to the knowledge base, which never has them
    /// side by side.
    fn make_no_sense(&self, pieces: &[String]) -> bool {
        let is_piece =
            |word: &String| word.bytes().all(|b| b.is_ascii_lowercase()) && (word.len() > 1 || word == "u");
        let is_strange = |word: &&String| {
            !self.followers.contains_key(*word) && !self.names.contains(*word) && !is_function_word(word)
        };
        let strange = pieces.iter().filter(is_strange).count();
        strange > 0
            && strange + 1 >= pieces.len()
            && pieces.iter().all(is_piece)
            && !pieces.windows(2).any(|pair| self.follows(&pair[0], &pair[1]))
    }

    /// The word that was cut in pieces, letter for letter.
    fn whole(&self, pieces: &[String]) -> Option<String> {
        let whole = pieces.concat();
        let is_name = self.names.contains(&whole);
        let is_known = is_name || self.followers.contains_key(&whole);
        let is_sentence = pieces.iter().any(|piece| is_function_word(piece))
            && (!is_name || pieces.iter().all(|piece| is_english(piece) || is_function_word(piece)));
        (whole.len() >= SHORTEST_JOINED && is_known && !is_sentence).then_some(whole)
    }

    /// The name that one of these runs of pieces sounds like, and how many pieces it has.
    fn misheard<'a>(
        &self,
        runs: impl Iterator<Item = &'a [String]>,
        speller: &Corrections<'_>,
    ) -> Option<(String, usize)> {
        let heard = runs.filter_map(|pieces| {
            let (last, others) = pieces.split_last()?;
            let is_plain_word = |piece: &String| is_english(piece) && !is_function_word(piece);
            let limit = if pieces.iter().all(is_plain_word) { APART_FOR_EACH_SOUND } else { APART_ODD };
            let sounds = phones(&pieces.iter().map(String::as_str).collect::<Vec<_>>());
            let (apart, name) = self.by_sound.nearest(&sounds)?;
            // Whatever is said before "in" or "a" ends like a name now and then.
            let ends_like_one = is_function_word(last) && others.iter().all(|piece| is_english(piece));
            (apart <= limit && !ends_like_one).then_some((apart, name, pieces))
        });
        let (apart, name, pieces) = heard.min_by(|(a, ..), (b, ..)| a.total_cmp(b))?;
        // A misspelled word beside another is not a name cut in two.
        let is_misspelled =
            |piece: &String| speller.correct(piece).is_some_and(|word| self.followers.contains_key(word));
        (apart <= APART_ODD || !pieces.iter().any(is_misspelled)).then(|| (name.to_owned(), pieces.len()))
    }

    /// A word as it stands, or the words that were run together in it, or the name that it sounds like.
    fn apart(&self, word: &String, speller: &Corrections<'_>) -> Vec<String> {
        let as_it_stands = || vec![word.clone()];
        let is_known = self.followers.contains_key(word) || speller.knows(word) || is_english(word);
        if is_known || word.len() > LONGEST_APART || !word.bytes().all(|b| b.is_ascii_lowercase()) {
            return as_it_stands();
        }
        let (parts, strange_parts) = (self.parts(word, None), self.strange_parts(word));
        let sounding =
            (word.len() >= SHORTEST_BY_SOUND).then(|| self.by_sound.nearest(&phones(&[word]))).flatten();
        let name = sounding.filter(|(apart, _)| *apart <= APART_ODD).map(|(_, name)| vec![name.to_owned()]);
        if parts.is_none() && strange_parts.is_none() && name.is_none() {
            return as_it_stands();
        }
        // Asked last, as it takes longest.
        let corrected = speller.correct(word);
        let is_slip = corrected.is_some_and(|corrected| strsim::osa_distance(word, corrected) == 1);
        if let Some(parts) = parts {
            let are_function_words = parts.iter().all(|part| is_function_word(part));
            let is_question = parts.first().is_some_and(|first| QUESTION_WORDS.contains(&first.as_str()));
            let are_long = parts.iter().all(|part| part.len() > SHORTEST_PART);
            let is_likely = match are_function_words {
                true => is_question || word.len() >= SHORTEST_RUN_OF_FUNCTION_WORDS,
                false => !is_slip && (corrected.is_none() || are_long),
            };
            return if is_likely { parts } else { as_it_stands() };
        }
        let meant = strange_parts.or(name).filter(|_| corrected.is_none());
        meant.unwrap_or_else(as_it_stands)
    }

    /// Words of the knowledge base that stand there one after the other and make up `text`; the first of them as
    /// long as can be.
    fn parts(&self, text: &str, before: Option<&str>) -> Option<Vec<String>> {
        if before.is_some_and(|before| self.follows(before, text)) {
            return Some(vec![text.to_owned()]);
        }
        (SHORTEST_PART..=text.len().checked_sub(SHORTEST_PART)?).rev().find_map(|cut| {
            let (first, rest) = text.split_at(cut);
            let fits = match before {
                Some(before) => self.follows(before, first),
                None => self.followers.contains_key(first),
            };
            let parts = fits.then(|| self.parts(rest, Some(first))).flatten()?;
            Some(std::iter::once(first.to_owned()).chain(parts).collect())
        })
    }

    /// Two longer words of the knowledge base that make up `text`.
    fn strange_parts(&self, text: &str) -> Option<Vec<String>> {
        let cuts = SHORTEST_STRANGE_PART..=text.len().checked_sub(SHORTEST_STRANGE_PART)?;
        cuts.rev()
            .map(|cut| text.split_at(cut))
            .find(|(first, rest)| self.followers.contains_key(*first) && self.followers.contains_key(*rest))
            .map(|(first, rest)| vec![first.to_owned(), rest.to_owned()])
    }

    fn follows(&self, first: &str, second: &str) -> bool {
        self.followers.get(first).is_some_and(|after| after.contains(second))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Speller;
    use super::super::tokenise;
    use super::*;

    #[test]
    fn pieces_are_joined_and_runs_taken_apart() {
        let texts = [
            "what did sherman say in geneva",
            "nato membership for georgia",
            "put in a word",
            "nato expansion",
        ];
        let texts: Vec<Vec<String>> = texts.into_iter().map(tokenise).collect();
        let names = ["sherman", "geneva", "georgia", "nato", "ukraine", "putin", "ryabkov", "crimea"]
            .map(str::to_owned);
        let speller = Speller::new(texts.iter().flatten().cloned().chain(names.clone()));
        let used =
            || texts.iter().cloned().chain(names.iter().map(|name| vec![name.clone()])).collect::<Vec<_>>();
        let used: Vec<Vec<String>> = (0..FAMILIAR).flat_map(|_| used()).collect();
        let segments = Segments::learn(used.into_iter(), names.into_iter());
        let check = |typed: &str, meant: &str| {
            assert_eq!(
                segments.mend(tokenise(typed), &Corrections::new(&speller)).join(" "),
                meant,
                "{typed:?}"
            );
        };
        check("nay toe mem bership for geor gia", "nato membership for georgia");
        check("whatdid shur man say in gen eva", "what did sherman say in geneva");
        check("natoexpansion and you crane", "nato expansion and ukraine");
        check("rye ab cough on crime ear", "ryabkov on crimea");
        check("yookrane", "ukraine");
        check("put in a word", "put in a word");
        check("no notes on ukraine", "no notes on ukraine");
        check("shermn said", "shermn said");
    }
}
