//! The most similar phrasing by a measure on whole sentences, as bots without an index do it.

use crate::folder::{Folder, Question};
use crate::{Row, ask};

type Measure = fn(&str, &str) -> f64;

const MEASURES: [(&str, Measure); 3] = [
    ("Sørensen–Dice", strsim::sorensen_dice),
    ("Jaro–Winkler", strsim::jaro_winkler),
    ("Levenshtein", strsim::normalized_levenshtein),
];

/// Comparisons that one measure may take: every question is compared with every phrasing, so a large base is
/// asked only a sample of the questions, which the row tells.
const MOST_COMPARISONS: usize = 10_000_000;
/// Of that, the part on which the measures are tried; the best of them is then asked the whole sample.
const TRIED: usize = 5;

/// The best of the measures.
pub fn answer(folder: &Folder) -> Row {
    let phrasings: Vec<(String, &str)> = folder
        .phrasings
        .iter()
        .map(|phrasing| (phrasing.text.to_lowercase(), phrasing.entry.as_str()))
        .collect();
    let most = (MOST_COMPARISONS / phrasings.len()).max(TRIED);
    let ask = |(name, measure): (&str, Measure), most: usize| {
        let step = folder.questions.len().div_ceil(most).max(1);
        let sample: Vec<&Question> = folder.questions.iter().step_by(step).collect();
        ask(name, phrasings.len(), &sample, |question| most_similar(question, &phrasings, measure))
    };
    let tried = MEASURES.into_iter().map(|measure| (ask(measure, most / TRIED).first, measure));
    let best = tried.reduce(|best, other| if other.0 > best.0 { other } else { best });
    ask(best.map_or(MEASURES[0], |(_, measure)| measure), most)
}

/// The entry of the most similar phrasing; of equally similar ones the first.
fn most_similar<'e>(question: &str, phrasings: &[(String, &'e str)], measure: Measure) -> Option<&'e str> {
    let question = question.to_lowercase();
    let similar = phrasings.iter().map(|(text, entry)| (measure(&question, text), *entry));
    similar.reduce(|best, other| if other.0 > best.0 { other } else { best }).map(|(_, entry)| entry)
}
