//! Of whom a text says or asks what they do: "what does NATO want of Russia" holds the same names as "what does Russia
//! want of NATO", and asks something else.

use super::follow_up::is_auxiliary;
use super::name_index::NameIndex;
use crate::text::Reading;

/// The positions of the names that stand right behind an auxiliary verb, with or without an article: "what did the US
/// say", "what are NATO's demands".
pub(super) fn actors_in(names: &NameIndex, reading: &Reading) -> Vec<usize> {
    let behind_auxiliary = reading.words.iter().enumerate().filter(|(_, word)| is_auxiliary(word));
    let starts = behind_auxiliary.map(|(at, _)| {
        let rest = &reading.words[at + 1..];
        rest.strip_prefix(&["the".to_owned()]).unwrap_or(rest)
    });
    starts.flat_map(|rest| names.beginning(rest)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Reader, Synonyms};

    #[test]
    fn who_acts_stands_behind_the_auxiliary_verb() {
        let names = ["russia", "nato", "red cross"].map(|name| name.split(' ').map(str::to_owned).collect());
        let names = NameIndex::new(names.to_vec());
        let actors = |text: &str| actors_in(&names, &Reader::new(Synonyms::default()).read_curated(text));
        assert_eq!(actors("what does NATO want from Russia"), [1]);
        assert_eq!(actors("what did the Red Cross say, and is Russia angry?"), [2, 0]);
        assert_eq!(actors("what are NATO's demands"), [1]);
        assert_eq!(actors("who wants Russia out of NATO"), [] as [usize; 0]);
        assert_eq!(actors("did"), [] as [usize; 0]);
    }
}
