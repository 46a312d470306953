//! Roughly how a word sounds, and how far two words sound apart.
//!
//! Finer than the keys of Soundex or Metaphone, which drop vowels: of "nato" they leave what they leave of "note".

use std::collections::HashMap;

/// The fewest sounds of a name that can be misheard: shorter ones sound like too much else.
const FEWEST_SOUNDS: usize = 4;
/// How many sounds more or fewer than a name may be heard.
const LENGTH_REACH: usize = 2;
/// What one vowel instead of another costs: dictation and accents change vowels first.
const VOWEL_CHANGE: f32 = 0.3;
/// What a vowel more or less costs.
const VOWEL_MORE: f32 = 0.6;
/// What a consonant costs instead of one that is spoken in the same place ("v" and "f").
const NEAR_CHANGE: f32 = 0.3;
/// What an "r" after a vowel costs, which half of the English-speaking world does not say.
const R_MORE: f32 = 0.5;
/// Consonants that are spoken in the same place.
const NEAR: &[&str] = &["fv", "sz", "td", "kg", "pb", "jc", "sx", "cx", "jx"];

/// Names by their sounds.
#[derive(Debug, Default)]
pub(super) struct Sounds {
    /// First sound → names with all their sounds.
    names: HashMap<char, Vec<(String, String)>>,
}

impl Sounds {
    /// The sounds of these names.
    pub(super) fn of(names: &[&String]) -> Self {
        let mut by_first: HashMap<char, Vec<(String, String)>> = HashMap::new();
        for name in names {
            let sounds = phones(&[name]);
            if let Some(first) = sounds.chars().next().filter(|_| sounds.len() >= FEWEST_SOUNDS) {
                by_first.entry(first).or_default().push(((*name).clone(), sounds));
            }
        }
        Self { names: by_first }
    }

    /// The name that sounds most like what was heard, and how far apart they are for each sound of it.
    pub(super) fn nearest(&self, heard: &str) -> Option<(f32, &str)> {
        let names = self.names.get(&heard.chars().next()?)?.iter();
        names
            .filter(|(_, sounds)| sounds.len().abs_diff(heard.len()) <= LENGTH_REACH)
            .map(|(name, sounds)| (distance(heard, sounds) / sounds.len() as f32, name.as_str()))
            .min_by(|(a, _), (b, _)| a.total_cmp(b))
    }
}

/// The sounds of words said in one breath: lower-case consonants, `x` for "sh", `c` for "ch", and vowels in upper
/// case, of which the first of several counts.
pub(super) fn phones(words: &[&str]) -> String {
    let mut phones = String::new();
    for word in words {
        let letters: Vec<char> = word.chars().collect();
        let mut at = 0;
        while at < letters.len() {
            let (sounds, length) = sound(&letters[at..], at == 0);
            for sound in sounds.chars() {
                let is_repeated = phones.ends_with(sound);
                let is_vowel_run = sound.is_uppercase() && phones.ends_with(|last: char| last.is_uppercase());
                if !is_repeated && !is_vowel_run {
                    phones.push(sound);
                }
            }
            at += length;
        }
    }
    phones
}

/// The sounds that a word goes on with, and how many letters they take.
fn sound(rest: &[char], is_first: bool) -> (&'static str, usize) {
    let starts = |text: &str| text.chars().zip(rest).filter(|(a, b)| a == *b).count() == text.len();
    let is_vowel = |at: usize| rest.get(at).is_some_and(|c| "aeiouy".contains(*c));
    let is_soft = rest.get(1).is_some_and(|c| "eiy".contains(*c));
    const AT_THE_START: &[(&str, &str)] = &[
        ("you", "U"),
        ("yu", "U"),
        ("eu", "U"),
        ("uk", "Uk"),
        ("kn", "n"),
        ("wr", "r"),
        ("wh", "w"),
        ("ps", "s"),
    ];
    const ANYWHERE: &[(&str, &str)] = &[
        ("ough", "Of"),
        ("augh", "Of"),
        ("igh", "A"),
        ("tion", "xEn"),
        ("sion", "xEn"),
        ("sch", "x"),
        ("tch", "c"),
        ("sh", "x"),
        ("ch", "c"),
        ("ck", "k"),
        ("ph", "f"),
        ("th", "t"),
        ("gh", "g"),
        ("qu", "kw"),
        ("zh", "j"),
        ("kh", "k"),
        ("ay", "E"),
        ("ai", "E"),
        ("ei", "E"),
        ("ey", "E"),
        ("oo", "U"),
        ("ou", "U"),
        ("ow", "O"),
        ("oe", "O"),
        ("oa", "O"),
        ("ea", "E"),
        ("ee", "E"),
        ("ie", "E"),
        ("ye", "E"),
    ];
    let rules = AT_THE_START.iter().filter(|_| is_first).chain(ANYWHERE);
    if let Some((spelled, sounds)) = rules.into_iter().find(|(spelled, _)| starts(spelled)) {
        return (sounds, spelled.len());
    }
    let sounds = match rest[0] {
        'e' if rest.len() == 1 && !is_first => "",
        'y' if is_first && is_vowel(1) => "",
        'a' => "A",
        'e' | 'i' | 'y' => "E",
        'o' => "O",
        'u' => "U",
        'c' if is_soft => "s",
        'g' if is_soft => "j",
        'c' | 'k' | 'q' => "k",
        'x' => "ks",
        'h' => "",
        'b' => "b",
        'd' => "d",
        'f' => "f",
        'g' => "g",
        'j' => "j",
        'l' => "l",
        'm' => "m",
        'n' => "n",
        'p' => "p",
        'r' => "r",
        's' => "s",
        't' => "t",
        'v' => "v",
        'w' => "w",
        'z' => "z",
        _ => "",
    };
    (sounds, 1)
}

/// How far two words sound apart: a weighted edit distance, 0.0 where they sound the same.
fn distance(heard: &str, meant: &str) -> f32 {
    let (heard, meant): (Vec<char>, Vec<char>) = (heard.chars().collect(), meant.chars().collect());
    let mut before: Vec<f32> = vec![0.0];
    for (at, sound) in meant.iter().enumerate() {
        before.push(before[at] + more(*sound, at.checked_sub(1).map(|at| meant[at])));
    }
    for (row, sound) in heard.iter().enumerate() {
        let dropped = more(*sound, row.checked_sub(1).map(|row| heard[row]));
        let mut now = vec![before[0] + dropped];
        for (column, other) in meant.iter().enumerate() {
            let added = more(*other, column.checked_sub(1).map(|column| meant[column]));
            let best = (before[column] + change(*sound, *other))
                .min(before[column + 1] + dropped)
                .min(now[column] + added);
            now.push(best);
        }
        before = now;
    }
    before.last().copied().unwrap_or_default()
}

fn change(a: char, b: char) -> f32 {
    match (a.is_uppercase(), b.is_uppercase()) {
        _ if a == b => 0.0,
        (true, true) => VOWEL_CHANGE,
        (false, false) if NEAR.iter().any(|pair| pair.contains(a) && pair.contains(b)) => NEAR_CHANGE,
        (false, false) => 1.0,
        // A vowel is never heard as a consonant.
        _ => 2.0,
    }
}

fn more(sound: char, after: Option<char>) -> f32 {
    match sound {
        'r' if after.is_some_and(|after| after.is_uppercase()) => R_MORE,
        sound if sound.is_uppercase() => VOWEL_MORE,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sounds_alike_is_near() {
        let apart = |heard: &[&str], meant: &str| distance(&phones(heard), &phones(&[meant]));
        for (heard, meant) in [
            (&["nay", "toe"][..], "nato"),
            (&["you", "crane"], "ukraine"),
            (&["crime", "ear"], "crimea"),
            (&["rye", "ab", "cough"], "ryabkov"),
            (&["shur", "man"], "sherman"),
            (&["gen", "eva"], "geneva"),
        ] {
            let apart = apart(heard, meant);
            assert!(apart <= 1.0, "{heard:?} is {apart} from {meant}");
        }
        for (heard, meant) in
            [(&["in", "to"][..], "nato"), (&["the", "train"], "ukraine"), (&["gone", "over"], "geneva")]
        {
            let apart = apart(heard, meant);
            assert!(apart >= 1.0, "{heard:?} is {apart} from {meant}");
        }
    }
}
