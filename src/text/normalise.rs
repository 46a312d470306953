//! Unicode as it arrives from phones and keyboards → plain lower-case words.

use super::spell::frequency;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest text that is looked at, in characters: what Discord lets a member type in one message.
const LONGEST_TEXT: usize = 4000;

/// The longest run of one letter that a word keeps; no English word has more.
const LONGEST_RUN: usize = 2;
/// The most longer runs in a word for which both two letters and one are tried ("sooo" → "so", "gooood" → "good").
const MOST_LONG_RUNS: usize = 3;

/// Compatibility forms resolved (NFKC), lower case, accents dropped, quotes straight, nothing invisible,
/// runs of a letter shortened. At most the first 4,000 characters are read.
pub fn normalise(text: &str) -> String {
    if text.is_ascii() {
        return shorten_runs(text.chars().take(LONGEST_TEXT).map(|c| straighten(c.to_ascii_lowercase())));
    }
    let visible = text.chars().take(LONGEST_TEXT).filter(|c| !is_invisible(*c));
    let bare = visible.nfkc().flat_map(char::to_lowercase).nfd().filter(|c| !is_combining_mark(*c));
    shorten_runs(bare.map(straighten)).nfc().collect()
}

fn shorten_runs(chars: impl Iterator<Item = char>) -> String {
    let mut short = String::new();
    // The word that is being read: its letters with how often each stands there.
    let mut word: Vec<(char, usize)> = Vec::new();
    for c in chars {
        match word.last_mut() {
            Some((last, run)) if *last == c => *run += 1,
            _ if c.is_alphabetic() => word.push((c, 1)),
            _ => {
                push_shortened(&mut short, &word);
                word.clear();
                short.push(c);
            }
        }
    }
    push_shortened(&mut short, &word);
    short
}

/// Adds a word, its long runs shortened to two letters or to one: whichever is the more common word.
fn push_shortened(text: &mut String, word: &[(char, usize)]) {
    let long: Vec<usize> = (0..word.len()).filter(|at| word[*at].1 > LONGEST_RUN).collect();
    // Of more long runs than this a word has no use; they all keep two letters.
    let ways = if long.len() <= MOST_LONG_RUNS { 1 << long.len() } else { 1 };
    let shortened = |way: usize| -> String {
        let run = |(at, (c, run)): (usize, &(char, usize))| {
            let single = long.iter().position(|long| *long == at).is_some_and(|bit| way & (1 << bit) != 0);
            std::iter::repeat_n(*c, if single { 1 } else { (*run).min(LONGEST_RUN) })
        };
        word.iter().enumerate().flat_map(run).collect()
    };
    let mut best = shortened(0);
    for other in (1..ways).map(shortened) {
        if frequency(&other) > frequency(&best) {
            best = other;
        }
    }
    text.push_str(&best);
}

/// Whether a text shows nothing: white space, invisible characters and unassigned marks only.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| is_invisible(c) || c.is_whitespace() || c.is_control())
}

/// Words of a normalised text: runs of letters and digits, with a decimal point or thousands separator
/// inside a number and dots inside an abbreviation closed up ("100,000" → "100000", "u.s." → "us"),
/// and without apostrophes or the possessive ("ukraine's" → "ukraine", "didn't" → "didnt").
pub fn tokenise(normal: &str) -> Vec<String> {
    let chars: Vec<char> = normal.chars().collect();
    let mut words = Vec::new();
    let mut word = String::new();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        if c.is_alphanumeric() {
            word.push(c);
        } else if !joins(&chars, at) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        } else if c == '.' && joins(&chars, at) && chars[at - 1].is_ascii_digit() {
            word.push('.');
        } else if c == '\'' && is_possessive(&chars, at) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
            at += 1;
        }
        at += 1;
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Whether the character at `at` stands inside a word rather than between two.
fn joins(chars: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| chars.get(i)).copied().unwrap_or(' ');
    let after = chars.get(at + 1).copied().unwrap_or(' ');
    match chars[at] {
        '\'' => before.is_alphabetic() && after.is_alphabetic(),
        ',' => {
            before.is_ascii_digit() && chars[at + 1..].iter().take_while(|c| c.is_ascii_digit()).count() == 3
        }
        '.' => {
            let single = at < 2 || !chars[at - 2].is_alphanumeric();
            let single_after = chars.get(at + 2).is_none_or(|c| !c.is_alphanumeric());
            (before.is_ascii_digit() && after.is_ascii_digit())
                || (before.is_alphabetic() && single && after.is_alphabetic() && single_after)
        }
        _ => false,
    }
}

fn is_possessive(chars: &[char], apostrophe: usize) -> bool {
    chars.get(apostrophe + 1) == Some(&'s') && chars.get(apostrophe + 2).is_none_or(|c| !c.is_alphanumeric())
}

fn straighten(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | '`' | '´' | 'ʼ' | '′' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        _ => c,
    }
}

/// Format characters (Unicode category Cf) that phones and copied text carry: soft hyphen, zero-width
/// marks, direction controls, word joiner, byte-order mark, variation selectors, tag characters.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, words: &[&str]) {
        assert_eq!(tokenise(&normalise(text)), words, "words of {text:?}");
    }

    #[test]
    fn words_of_typed_text() {
        check("What’s next?", &["what", "next"]);
        check("Ukraine's fate, didn't it?", &["ukraine", "fate", "didnt", "it"]);
        check("over 100,000 troops; $2.5 billion", &["over", "100000", "troops", "2.5", "billion"]);
        check("the U.S. and the E.U.", &["the", "us", "and", "the", "eu"]);
        check("wheeeere is Zürich", &["where", "is", "zurich"]);
        check("sooo gooood, HOWWW LOOONG", &["so", "good", "how", "long"]);
        check("ryabkovvv", &["ryabkovv"]);
        check("Rya\u{200B}bkov mem\u{AD}bership", &["ryabkov", "membership"]);
        check("gun—to–the-head", &["gun", "to", "the", "head"]);
        check("end. Start", &["end", "start"]);
        check("2008, 2014", &["2008", "2014"]);
        check("+++ ??? … — 🇺🇦", &[]);
        check("ＮＡＴＯ", &["nato"]);
        check("dogs' 'quoted'", &["dogs", "quoted"]);
    }

    #[test]
    fn blank_texts() {
        assert!(is_blank("\u{200B} \u{FEFF}\n"));
        assert!(!is_blank("."));
    }
}
