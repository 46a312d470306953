//! Chat shorthand → the words it stands for. Only forms that are no other English word.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::Synonyms;

/// Shorthand and its words; `""` for noises that mean nothing.
const SHORTHAND: &[(&str, &str)] = &[
    ("abt", "about"),
    ("acc", "according"),
    ("afaik", ""),
    ("bc", "because"),
    ("btw", ""),
    ("btwn", "between"),
    ("cos", "because"),
    ("coz", "because"),
    ("cuz", "because"),
    ("dat", "that"),
    ("diff", "different"),
    ("dis", "this"),
    ("dunno", "do not know"),
    ("fr", ""),
    ("fyi", ""),
    ("gimme", "give me"),
    ("gonna", "going to"),
    ("gotta", "have to"),
    ("govt", "government"),
    ("haha", ""),
    ("hows", "how"),
    ("hrs", "hours"),
    ("icl", ""),
    ("idc", ""),
    ("idk", ""),
    ("iirc", ""),
    ("imo", ""),
    ("irl", ""),
    ("istg", ""),
    ("kinda", ""),
    ("lemme", "let me"),
    ("lmao", ""),
    ("lol", ""),
    ("mil", "military"),
    ("mins", "minutes"),
    ("mtg", "meeting"),
    ("n", "and"),
    ("ngl", ""),
    ("nvm", ""),
    ("ofc", ""),
    ("omg", ""),
    ("ong", ""),
    ("pls", "please"),
    ("plz", "please"),
    ("ppl", "people"),
    ("pres", "president"),
    ("r", "are"),
    ("rn", "now"),
    ("smh", ""),
    ("smth", "something"),
    ("tbf", ""),
    ("tbh", ""),
    ("teh", "the"),
    ("tf", ""),
    ("tho", ""),
    ("thru", "through"),
    ("thx", "thanks"),
    ("tldr", ""),
    ("tmrw", "tomorrow"),
    ("u", "you"),
    ("ur", "your"),
    ("w", "with"),
    ("wanna", "want to"),
    ("wat", "what"),
    ("wats", "what"),
    ("wdym", "what do you mean"),
    ("wen", "when"),
    ("whats", "what"),
    ("whens", "when"),
    ("wheres", "where"),
    ("whos", "who"),
    ("wht", "what"),
    ("whys", "why"),
    ("wtf", ""),
    ("wth", ""),
    ("wut", "what"),
    ("y", "why"),
    ("ya", "you"),
    ("yall", "you"),
    ("yr", "year"),
    ("yrs", "years"),
];

static SHORTHAND_WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| SHORTHAND.iter().map(|(short, _)| *short).collect());

static WRITTEN_OUT: LazyLock<Synonyms> = LazyLock::new(|| {
    let groups: Vec<(&str, [String; 1])> =
        SHORTHAND.iter().map(|(short, long)| (*long, [(*short).to_owned()])).collect();
    Synonyms::new(groups.iter().map(|(long, short)| (*long, short.as_slice())))
});

/// Whether a word is shorthand.
pub(super) fn is_shorthand(word: &str) -> bool {
    SHORTHAND_WORDS.contains(word)
}

/// Every word, shorthand written out. A text that is nothing but noises stays as it is.
pub(super) fn expand(words: &[String]) -> Vec<String> {
    let expanded = WRITTEN_OUT.fold(words);
    if expanded.is_empty() { words.to_vec() } else { expanded }
}

#[cfg(test)]
mod tests {
    #[test]
    fn shorthand_is_written_out_and_noise_dropped() {
        let expand = |text: &str| super::expand(&super::super::tokenise(text)).join(" ");
        assert_eq!(expand("wat r u gonna do tho"), "what are you going to do");
        assert_eq!(expand("lol"), "lol");
    }
}
