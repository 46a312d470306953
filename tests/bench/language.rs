//! Made-up questions that resemble language: words as frequent as in real texts (Zipf), templates with varied
//! question words, typos. Everything follows from a seed.

use std::collections::HashSet;

use crate::random::Random;

/// Words to ask about, the most frequent first: two of three are English, the third is a made-up name.
#[derive(Debug)]
pub struct Lexicon {
    words: Vec<String>,
    /// For each word, the frequencies of it and of all before it.
    frequencies: Vec<f64>,
}

impl Lexicon {
    /// A lexicon of so many words.
    pub fn new(size: usize, random: &mut Random) -> Self {
        const SHORTEST: usize = 4;
        let is_word = |word: &&str| word.len() >= SHORTEST && word.bytes().all(|b| b.is_ascii_lowercase());
        let english = include_str!("../../src/text/english.txt").lines();
        let english = english.filter_map(|line| line.split_whitespace().next()).filter(is_word);
        let mut english: Vec<String> = english.map(str::to_owned).collect();
        random.shuffle(&mut english);
        let mut seen: HashSet<String> = english.iter().cloned().collect();
        let mut words = Vec::with_capacity(size);
        while words.len() < size {
            let mut name = || std::iter::repeat_with(|| name(random)).find(|name| seen.insert(name.clone()));
            let is_name = words.len() % 3 == 2 || english.is_empty();
            words.extend(if is_name { name() } else { english.pop() });
        }
        // Zipf's law with Mandelbrot's shift: the first word makes up some 3 % of a large lexicon's use.
        const SHIFT: f64 = 2.7;
        let mut sum = 0.0;
        let frequencies = (1..=size).map(|rank| {
            sum += 1.0 / (rank as f64 + SHIFT);
            sum
        });
        Self { frequencies: frequencies.collect(), words }
    }

    /// The names, the most frequent first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.words.iter().skip(2).step_by(3).map(String::as_str)
    }

    /// A word as often as it is used; rarer words have greater numbers.
    fn word(&self, random: &mut Random) -> usize {
        let total = self.frequencies.last().copied().unwrap_or_default();
        let at = (random.next() >> 11) as f64 / (1_u64 << 53) as f64 * total;
        self.frequencies.partition_point(|sum| *sum <= at).min(self.words.len() - 1)
    }
}

/// A pronounceable word of two to four syllables that no dictionary has.
fn name(random: &mut Random) -> String {
    const ONSETS: &[&str] = &[
        "b", "br", "ch", "d", "dr", "f", "g", "gl", "h", "j", "k", "kr", "l", "m", "n", "p", "pl", "r", "s",
        "sh", "sk", "st", "t", "tr", "v", "w", "y", "z", "",
    ];
    const VOWELS: &[&str] = &["a", "e", "i", "o", "u", "a", "e", "o", "ai", "ea", "ou"];
    const CODAS: &[&str] = &["", "", "", "n", "r", "l", "s", "m", "t", "k", "nd", "rt", "v", "sk"];
    let syllables = 2 + random.below(3);
    let parts = (0..syllables).flat_map(|_| [ONSETS, VOWELS, CODAS].map(|part| random.pick(part)));
    parts.collect()
}

/// What is asked for, by its question word, and how such a question begins.
const OPENINGS: &[&[&str]] = &[
    &["when did", "when was", "what day was", "which year did", "what date was", "since when is"],
    &[
        "where is",
        "where did",
        "in which city was",
        "what place was",
        "which country has",
        "where exactly was",
    ],
    &["why did", "why was", "how come", "what reason was there for", "why is", "why exactly did"],
    &["how many", "how much", "what number of", "how many were", "how much of", "how many of"],
    &["who was", "who did", "who is", "which person was", "whose", "who said"],
    &["how did", "how was", "how is", "in what way did", "by what means was"],
    ANYTHING,
];
/// Beginnings that fit any topic.
const ANYTHING: &[&str] = &[
    "what is",
    "what did",
    "what about",
    "what happened with",
    "which",
    "tell me about",
    "is there",
    "did",
    "was there",
    "does the",
    "anything on",
    "do they know of",
    "is it true that",
];
const CONNECTORS: &[&str] =
    &["", "", "the", "of the", "in the", "with", "for", "a", "by", "to the", "from", "on"];
const ENDINGS: &[&str] = &[
    "now",
    "exactly",
    "in the end",
    "according to them",
    "at all",
    "this time",
    "after all",
    "again",
    "today",
];

/// What an entry is about.
#[derive(Debug)]
pub struct Subject {
    /// Positions in the lexicon: the rarest word first, which almost every phrasing has.
    words: Vec<usize>,
    openings: &'static [&'static str],
}

impl Subject {
    /// A subject of two to four words that no other has together.
    pub fn new(lexicon: &Lexicon, taken: &mut HashSet<Vec<usize>>, random: &mut Random) -> Self {
        loop {
            let count = 2 + random.below(3);
            let mut words: Vec<usize> = (0..count).map(|_| lexicon.word(random)).collect();
            words.sort_unstable_by(|a, b| b.cmp(a));
            words.dedup();
            if words.len() == count && taken.insert(words.clone()) {
                return Self { words, openings: random.pick(OPENINGS) };
            }
        }
    }

    /// Its words, the rarest first.
    pub fn words<'a>(&'a self, lexicon: &'a Lexicon) -> impl Iterator<Item = &'a str> {
        self.words.iter().map(|word| lexicon.words[*word].as_str())
    }

    /// A way to ask for it that nobody used before.
    pub fn phrasing(&self, lexicon: &Lexicon, taken: &mut HashSet<String>, random: &mut Random) -> String {
        loop {
            let phrasing = self.any_phrasing(lexicon, random);
            if taken.insert(read_as(&phrasing)) {
                return phrasing;
            }
        }
    }

    fn any_phrasing(&self, lexicon: &Lexicon, random: &mut Random) -> String {
        let openings = if random.once_in(5) { ANYTHING } else { self.openings };
        let mut words = self.words.clone();
        if words.len() > 2 && random.once_in(3) {
            let rarest_goes = random.once_in(10);
            words.remove(if rarest_goes { 0 } else { 1 + random.below(words.len() - 1) });
        }
        if random.once_in(3) {
            words.push(lexicon.word(random));
        }
        random.shuffle(&mut words);
        let mut parts = vec![random.pick(openings)];
        for word in words {
            parts.extend([random.pick(CONNECTORS), &lexicon.words[word]]);
        }
        if random.once_in(4) {
            parts.push(random.pick(ENDINGS));
        }
        parts.retain(|part| !part.is_empty());
        parts.join(" ") + if random.once_in(2) { "?" } else { "" }
    }
}

/// What two phrasings must not have in common: the words that they are read as.
fn read_as(text: &str) -> String {
    aide_memoire::text::tokenise(&aide_memoire::text::normalise(text)).join(" ")
}

/// The text with as many slips of the fingers in its longer words.
pub fn mistype(text: &str, slips: usize, random: &mut Random) -> String {
    const SHORTEST: usize = 4;
    let letters = |word: &Vec<char>| word.iter().take_while(|c| c.is_alphabetic()).count();
    let mut words: Vec<Vec<char>> = text.split(' ').map(|word| word.chars().collect()).collect();
    for _ in 0..slips {
        let long: Vec<usize> = (0..words.len()).filter(|at| letters(&words[*at]) >= SHORTEST).collect();
        if long.is_empty() {
            break;
        }
        let word = &mut words[random.pick(&long)];
        let at = 1 + random.below(letters(word) - 2);
        match random.below(4) {
            0 => word.swap(at, at + 1),
            1 => drop(word.remove(at)),
            2 => word.insert(at, word[at]),
            _ => word[at] = random.letter(),
        }
    }
    words.into_iter().map(String::from_iter).collect::<Vec<_>>().join(" ")
}
