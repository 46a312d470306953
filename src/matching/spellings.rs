//! Words as they are typed → the runs of characters inside them, which a typing error spoils only in part.
//!
//! A text's runs are those of its words, so that a text is kept as the spellings it has, and only each spelling
//! as its runs: much less than the runs of every text would take.

use std::collections::{HashMap, HashSet};

use super::postings::{Postings, Weighted};
use super::terms::{Terms, Weighed, counts, hash};
use super::tuning::{CHARACTER_WEIGHT, LEAST_WIDESPREAD, WIDESPREAD_ONE_IN};

/// Every word of the indexed questions as it is typed.
#[derive(Debug)]
pub(super) struct Spellings {
    runs: Terms,
    /// Word → its place.
    known: HashMap<Box<str>, u32>,
    /// For each spelling its runs, of unit length, …
    runs_of: Postings,
    /// … and the length they would have.
    lengths: Vec<f32>,
    /// For each run the spellings that have it.
    with_run: Postings,
}

impl Spellings {
    /// Learns the words of some texts, and how rare the runs inside them are.
    pub(super) fn learn<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> Self {
        let words: HashSet<&str> = texts.clone().flat_map(words).collect();
        let mut words: Vec<&str> = words.into_iter().collect();
        words.sort_unstable();
        let known: HashMap<Box<str>, u32> =
            (0..).zip(&words).map(|(place, word)| ((*word).into(), place)).collect();
        let hashes: Vec<Vec<u64>> = words.iter().map(|word| sorted_runs([*word].into_iter())).collect();
        let mut uses: HashMap<u64, usize> = HashMap::new();
        let mut count = 0;
        let mut of_text: Vec<u64> = Vec::new();
        for text in texts {
            count += 1;
            of_text.clear();
            of_text.extend(self::words(text).flat_map(|word| &hashes[known[word] as usize]));
            of_text.sort_unstable();
            of_text.dedup();
            of_text.iter().for_each(|run| *uses.entry(*run).or_default() += 1);
        }
        let is_widespread = |uses: usize| uses >= LEAST_WIDESPREAD && uses > count / WIDESPREAD_ONE_IN;
        let runs = Terms::learn(count, uses, is_widespread);
        let weighed: Vec<Weighed> = hashes.iter().map(|hashes| weigh(&runs, hashes, 1.0)).collect();
        let length = |weighed: &Weighed| if weighed.scale > 0.0 { 1.0 / weighed.scale } else { 0.0 };
        let lengths = weighed.iter().map(length).collect();
        let runs_of = Postings::of(weighed.into_iter().map(|weighed| weighed.terms));
        let with_run = Postings::inverted(runs_of.lists(), runs.count());
        Self { runs, known, runs_of, lengths, with_run }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.lengths.len()
    }

    /// A text's runs; their length, unknown ones included, is the share of characters in the kernel.
    pub(super) fn runs(&self, text: &str) -> Vec<Weighted> {
        weigh(&self.runs, &sorted_runs(words(text)), CHARACTER_WEIGHT).terms
    }

    /// The same for one of the texts that were learned from, as its spellings, with the square of the length of its runs.
    pub(super) fn of(&self, text: &str) -> (Vec<Weighted>, f32) {
        let places: Vec<u32> = words(text).filter_map(|word| self.known.get(word).copied()).collect();
        let square = self.square_of(places.iter().map(|place| (*place, self.lengths[*place as usize])));
        if square == 0.0 {
            return (Vec::new(), 0.0);
        }
        let scale = CHARACTER_WEIGHT.sqrt() / square.sqrt();
        let spelling = |place: u32| Weighted::new(place, scale * self.lengths[place as usize]);
        (places.into_iter().map(spelling).collect(), CHARACTER_WEIGHT)
    }

    /// The square of the length of what some spellings, each with a weight, are together.
    pub(super) fn square_of(&self, weighted: impl Iterator<Item = (u32, f32)>) -> f32 {
        let mut runs: Vec<(u32, f32)> = Vec::new();
        for (spelling, times) in weighted {
            runs.extend(self.runs_of(spelling).iter().map(|run| (run.place(), times * run.weight())));
        }
        runs.sort_unstable_by_key(|(run, _)| *run);
        let of_run = |run: &[(u32, f32)]| run.iter().map(|(_, weight)| weight).sum::<f32>().powi(2);
        runs.chunk_by(|a, b| a.0 == b.0).map(of_run).sum()
    }

    /// The runs of a spelling, of unit length.
    pub(super) fn runs_of(&self, spelling: u32) -> &[Weighted] {
        self.runs_of.list(spelling)
    }

    /// The spellings that have some of these runs, with the sum of the products of weights.
    pub(super) fn alike(&self, runs: &[Weighted]) -> Vec<(u32, f32)> {
        let mut likeness = vec![0.0_f32; self.count()];
        for run in runs {
            for spelling in self.with_run.list(run.place()) {
                likeness[spelling.place() as usize] += run.weight() * spelling.weight();
            }
        }
        (0..).zip(likeness).filter(|(_, likeness)| *likeness > 0.0).collect()
    }
}

/// The words of a text in which they stand with one blank between each two.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(' ').filter(|word| !word.is_empty())
}

/// The hashes of all runs of three to five characters inside some words, their edges included, ascending.
fn sorted_runs<'a>(words: impl Iterator<Item = &'a str>) -> Vec<u64> {
    let mut hashes = Vec::new();
    let mut edged: Vec<char> = Vec::new();
    for word in words {
        edged.clear();
        edged.extend([' '].into_iter().chain(word.chars()).chain([' ']));
        hashes.extend((3..=5).flat_map(|length| edged.windows(length)).map(hash));
    }
    hashes.sort_unstable();
    hashes
}

fn weigh(runs: &Terms, sorted: &[u64], square: f32) -> Weighed {
    runs.weigh(counts(sorted).map(|(run, count)| (run, count as f32)), square)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 4] =
        ["will the talks go on", "the the talking went on and on", "did they talk", "who threatened"];

    /// What a text and an indexed one have in common, run by run.
    fn of_runs(spellings: &Spellings, text: &str, indexed: &str) -> f32 {
        let of_indexed = spellings.runs(indexed);
        let runs = spellings.runs(text);
        let pairs = runs.iter().flat_map(|run| of_indexed.iter().map(move |other| (run, other)));
        let same = pairs.filter(|(run, other)| run.place() == other.place());
        same.map(|(run, other)| run.weight() * other.weight()).sum()
    }

    /// The same by the spellings of the indexed one.
    fn of_spellings(spellings: &Spellings, text: &str, indexed: &str) -> f32 {
        let alike = spellings.alike(&spellings.runs(text));
        let (indexed, _) = spellings.of(indexed);
        let pairs = alike.iter().flat_map(|alike| indexed.iter().map(move |spelling| (alike, spelling)));
        let same = pairs.filter(|((place, _), spelling)| *place == spelling.place());
        same.map(|((_, likeness), spelling)| likeness * spelling.weight()).sum()
    }

    #[test]
    fn texts_kept_as_spellings_are_as_alike_as_their_runs_are() {
        let spellings = Spellings::learn(TEXTS.into_iter());
        for text in TEXTS.into_iter().chain(["wil teh talks thretened", "xyzzy", ""]) {
            for indexed in TEXTS {
                let (runs, whole) =
                    (of_runs(&spellings, text, indexed), of_spellings(&spellings, text, indexed));
                assert!((runs - whole).abs() < 1e-4, "{text:?} and {indexed:?}: {runs} and {whole}");
            }
        }
    }

    #[test]
    fn the_length_of_an_indexed_text_is_the_share_of_characters() {
        let spellings = Spellings::learn(TEXTS.into_iter());
        for text in TEXTS {
            let itself = of_runs(&spellings, text, text);
            assert!((itself - CHARACTER_WEIGHT).abs() < 1e-4, "{text:?}: {itself}");
            assert!((spellings.of(text).1 - CHARACTER_WEIGHT).abs() < 1e-6);
        }
    }
}
