//! Question → ranked candidates: how well each entry and each silence fits, and why.
//!
//! The index knows topics and ways to ask for them, and nothing of answers or citations.

mod classifier;
mod corpus;
mod coverage;
mod encoder;
mod features;
mod postings;
mod spellings;
mod terms;
mod tuning;

use std::sync::Arc;

use crate::text::{Reading, Term};

use classifier::Classifier;
pub use corpus::Corpus;
use corpus::Ways;
use coverage::{Sought, Word, apart};
use encoder::{Direction, Meaning};
pub use features::Question;
use features::{Example, dot_meaning, kernel_meaning, meaning_in_common};
use tuning::{
    APART_WEIGHT, CENTRE_LIKENESS, MARGIN_LIKENESS, MARGIN_WEIGHT, NEAREST_COUNT, NEAREST_LIKENESS,
    NEAREST_WEIGHT, SHORTLIST, UNSAID_WEIGHT,
};

/// Something that can be asked for, with the ways to ask for it.
#[derive(Debug)]
pub struct Topic {
    answerable: bool,
    ways: Vec<Question>,
    /// The words of other texts that speak of it.
    texts: Vec<Vec<Word>>,
}

impl Topic {
    /// A topic with the ways to ask for it and other texts that speak of it; an entry is `answerable`, a silence is not.
    pub fn new(answerable: bool, ways: &[Reading], texts: &[Reading]) -> Self {
        let ways = ways.iter().map(Question::new).collect();
        Self { answerable, ways, texts: texts.iter().map(Word::all_of).collect() }
    }

    /// The words of all of its texts, one text after the other.
    fn words(&self) -> impl Iterator<Item = &[Word]> {
        self.ways.iter().map(|way| &way.words).chain(&self.texts).map(Vec::as_slice)
    }
}

/// How well a question fits a topic, in its parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    /// Cosine with the centre of the topic's ways to ask, 0.0–1.0.
    pub centre: f32,
    /// Similarity of the nearest way to ask, 0.0–1.0.
    pub nearest: f32,
    /// Mean similarity of the nearest three ways, 0.0–1.0.
    pub nearest_mean: f32,
    /// Margin of the topic's classifier, about −1.5 to 1.
    pub margin: f32,
    /// How far what the question speaks of is from all that the topic speaks of, 0.0 to about 1.0; 0.0 where no word of the
    /// question is known.
    pub unsaid: f32,
}

impl Fit {
    /// All parts together, about −2 to 4.
    pub fn total(&self) -> f32 {
        self.centre + self.nearest_part() + self.margin_part() + self.unsaid_part()
    }

    /// What the nearest ways to ask add to the total.
    pub fn nearest_part(&self) -> f32 {
        NEAREST_WEIGHT * (self.nearest + self.nearest_mean) / 2.0
    }

    /// What the classifier adds to the total.
    pub fn margin_part(&self) -> f32 {
        MARGIN_WEIGHT * self.margin
    }

    /// What the total loses for what the topic does not speak of.
    pub fn unsaid_part(&self) -> f32 {
        // Not −0.0 where nothing is unsaid.
        0.0 - UNSAID_WEIGHT * self.unsaid
    }
}

/// A topic with its fit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// Position of the topic among those indexed.
    pub topic: usize,
    /// How well the question fits it.
    pub fit: Fit,
    /// Position, among the topic's ways to ask, of the one nearest to the question.
    pub nearest_way: usize,
}

/// The topics that come closest, the best first, entries and silences apart.
#[derive(Debug, Clone)]
pub struct Ranking {
    /// Topics with an answer.
    pub answerable: Vec<Candidate>,
    /// Topics without one.
    pub silent: Vec<Candidate>,
    /// Whether the question as a whole is put like the answerable ones (positive) or like the silent ones.
    pub leaning: f32,
}

/// The ways to ask of all topics, ready to be compared with a question.
#[derive(Debug)]
pub struct Index {
    ways: Arc<Ways>,
    topics: Vec<IndexedTopic>,
    /// For each topic the sum of its meanings, side by side, since every question is compared with all of them.
    meanings: Vec<Meaning>,
    leaning: Option<Classifier>,
}

#[derive(Debug)]
struct IndexedTopic {
    answerable: bool,
    /// The first of the topic's ways, whether it is indexed or not.
    first_way: u32,
    /// Those that are indexed.
    ways: Vec<u32>,
    /// The length of the sum of their vectors.
    sum_length: f32,
    classifier: Classifier,
}

impl IndexedTopic {
    /// The sum and the greatest of the numbers of its ways, of which there is one for each way of all topics.
    fn sum_and_greatest(&self, numbers: &[f32]) -> (f32, f32) {
        let side_by_side = match (self.ways.first(), self.ways.last()) {
            (Some(first), Some(last)) => Some(*first..last + 1).filter(|all| all.len() == self.ways.len()),
            _ => None,
        };
        match side_by_side {
            Some(ways) => sum_and_greatest(&numbers[ways.start as usize..ways.end as usize]),
            // Some were held out.
            None => {
                let own: Vec<f32> = self.ways.iter().map(|way| numbers[*way as usize]).collect();
                sum_and_greatest(&own)
            }
        }
    }
}

/// A question beside everything that is indexed.
#[derive(Debug)]
pub struct Compared {
    direction: Direction,
    /// The same, as long as its share of the kernel.
    meaning: Meaning,
    /// For each way to ask, the dot product of the terms alone; meanings are compared where it matters.
    in_common: Vec<f32>,
    words: Vec<Word>,
    /// The topic that has the question among its ways to ask.
    own: Option<usize>,
}

impl Index {
    /// Learns the topics. Deterministic; takes some tenths of a second for a few thousand ways to ask.
    pub fn build(topics: Vec<Topic>) -> Self {
        Corpus::read(topics).index(|_, _| true)
    }

    /// Ranks the topics for a question.
    pub fn rank(&self, question: &Compared) -> Ranking {
        let mut sought = Sought::of_question(&question.words, &self.ways.vocabulary).in_many_topics();
        let [answerable, silent] = [true, false].map(|answerable| {
            let mut ranked: Vec<Candidate> = self
                .shortlist(answerable, question)
                .into_iter()
                .map(|topic| self.candidate(topic, question, &mut sought))
                .collect();
            ranked.sort_by(|a, b| b.fit.total().total_cmp(&a.fit.total()).then(a.topic.cmp(&b.topic)));
            ranked
        });
        let margin = |leaning: &Classifier| leaning.margin(&question.in_common, &question.meaning);
        Ranking { answerable, silent, leaning: self.leaning.as_ref().map_or(0.0, margin) }
    }

    /// What a question has in common with everything that is indexed.
    pub fn compare(&self, question: Question) -> Compared {
        let in_common = self.ways.in_common(&self.ways.features.asked(&question));
        let direction = question.direction;
        let meaning = kernel_meaning(&direction);
        Compared { direction, meaning, in_common, words: question.words, own: None }
    }

    /// The same for one of the ways to ask that a corpus was read from, given its topic and its position there; the
    /// index need not hold it.
    pub fn compare_way(&self, corpus: &Corpus, topic: usize, way: usize) -> Compared {
        let (Example { vector, direction }, words) = corpus.way(topic, way);
        let in_common = self.ways.in_common(&self.ways.features.asked_by(vector));
        let (direction, meaning) = (*direction, kernel_meaning(direction));
        Compared { direction, meaning, in_common, words: words.to_vec(), own: Some(topic) }
    }

    /// How well a question fits one topic.
    pub fn fit(&self, question: &Compared, topic: usize) -> Fit {
        self.candidate(topic, question, &mut Sought::of_question(&question.words, &self.ways.vocabulary)).fit
    }

    /// How well a question fits a topic at all, from 0.0 (known words, none of them in common; 0.2 where no word is known)
    /// to 1.0 (word for word), so that different questions can be compared. [`Fit::total`] tells topics apart, for which
    /// the classifiers were trained; whether a question belongs to any topic is told better by what it is like, and by
    /// words on the one side that nothing on the other is like.
    pub fn score(&self, question: &Compared, candidate: &Candidate) -> f32 {
        let Candidate { topic, fit, nearest_way } = candidate;
        let spoken = &self.ways.spoken[*topic];
        let way = self.topics[*topic].first_way as usize + nearest_way;
        let way = self.ways.words.get(way).map_or(&[][..], Vec::as_slice);
        let apart = apart(&question.words, spoken, &self.ways.vocabulary, way);
        let likeness = CENTRE_LIKENESS * fit.centre + NEAREST_LIKENESS * fit.nearest;
        let score = likeness + MARGIN_LIKENESS * fit.margin - APART_WEIGHT * (fit.unsaid + apart);
        let worst = -MARGIN_LIKENESS - 3.0 * APART_WEIGHT;
        let best = CENTRE_LIKENESS + NEAREST_LIKENESS + MARGIN_LIKENESS;
        ((score - worst) / (best - worst)).clamp(0.0, 1.0)
    }

    /// For each of some words how far it is from the nearest word of a topic that carries a topic of its own, 0.0 to about
    /// 1.0; nothing for a word that the topic does not have and that has no vector. `is_own` where the words are from one of the
    /// topic's texts, which then does not count.
    pub fn far(&self, terms: &[Term<'_>], topic: usize, is_own: bool) -> Vec<Option<f32>> {
        let words: Vec<Word> = terms.iter().copied().map(Word::topical).collect();
        Sought::topical(&words, &self.ways.vocabulary).far(&self.ways.spoken[topic], is_own).collect()
    }

    /// The topics worth a closer look: those whose centre and whose nearest way, by its terms, come closest.
    fn shortlist(&self, answerable: bool, question: &Compared) -> Vec<usize> {
        let topics = (0..self.topics.len()).filter(|topic| self.topics[*topic].answerable == answerable);
        let promise = |topic: usize| {
            let indexed = &self.topics[topic];
            let (sum, nearest) = indexed.sum_and_greatest(&question.in_common);
            let meaning = dot_meaning(&self.meanings[topic], &question.meaning);
            (cosine(sum + meaning, indexed.sum_length) + NEAREST_WEIGHT * nearest, topic)
        };
        let mut promising: Vec<(f32, usize)> = topics.map(promise).collect();
        if promising.len() > SHORTLIST {
            promising.select_nth_unstable_by(SHORTLIST, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            promising.truncate(SHORTLIST);
        }
        promising.into_iter().map(|(_, topic)| topic).collect()
    }

    fn candidate(&self, topic: usize, question: &Compared, sought: &mut Sought<'_>) -> Candidate {
        let indexed = &self.topics[topic];
        let mut best = [0.0_f32; NEAREST_COUNT];
        let mut nearest_way = 0;
        let mut sum = 0.0;
        for way in &indexed.ways {
            let similarity = question.in_common[*way as usize]
                + meaning_in_common(&self.ways.directions[*way as usize], &question.direction);
            sum += similarity;
            if similarity > best[0] {
                nearest_way = (way - indexed.first_way) as usize;
            }
            if let Some(slot) = best.iter().position(|kept| similarity > *kept) {
                best[slot..].rotate_right(1);
                best[slot] = similarity;
            }
        }
        let fit = Fit {
            centre: cosine(sum, indexed.sum_length),
            nearest: best[0],
            nearest_mean: best.iter().sum::<f32>() / NEAREST_COUNT.min(indexed.ways.len()).max(1) as f32,
            margin: indexed.classifier.margin(&question.in_common, &question.meaning),
            unsaid: sought.unsaid(&self.ways.spoken[topic], question.own == Some(topic)),
        };
        Candidate { topic, fit, nearest_way }
    }
}

/// The sum and the greatest of some numbers, none of them negative, in eight places side by side so that the processor can take
/// them at once: every question asks it of all topics.
fn sum_and_greatest(numbers: &[f32]) -> (f32, f32) {
    let (eights, rest) = numbers.as_chunks::<8>();
    let (mut sums, mut greatest) = ([0.0_f32; 8], [0.0_f32; 8]);
    for eight in eights {
        for (place, number) in eight.iter().enumerate() {
            sums[place] += number;
            greatest[place] = if *number > greatest[place] { *number } else { greatest[place] };
        }
    }
    let sum = sums.iter().chain(rest).sum();
    (sum, greatest.iter().chain(rest).fold(0.0, |greatest, number| number.max(greatest)))
}

/// Cosine with a sum of vectors of which the length is known; 0 with an empty one.
fn cosine(dot: f32, length: f32) -> f32 {
    if length > 0.0 { dot / length } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::sum_and_greatest;

    #[test]
    fn sum_and_greatest_take_every_number() {
        for count in [0, 1, 7, 8, 9, 31] {
            let numbers: Vec<f32> = (0..count).map(|number| (number * 5 % 31) as f32).collect();
            let greatest = numbers.iter().copied().fold(0.0, f32::max);
            assert_eq!(sum_and_greatest(&numbers), (numbers.iter().sum(), greatest), "{count}");
        }
    }
}
