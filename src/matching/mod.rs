//! Question → ranked candidates: how well each entry and each silence fits, and why.
//!
//! The index knows topics and ways to ask for them, and nothing of answers or citations.

mod classifier;
mod corpus;
mod encoder;
mod features;
mod tuning;

use std::sync::Arc;

use classifier::Classifier;
pub use corpus::Corpus;
use corpus::Ways;
pub use encoder::likeness;
use encoder::{DIMENSIONS, Meaning};
pub use features::Question;
use features::{Vector, dot_meaning};
use tuning::{LIKENESS_WEIGHT, MARGIN_WEIGHT, NEAREST_COUNT, NEAREST_WEIGHT, SHORTLIST};

/// Something that can be asked for, with the ways to ask for it.
#[derive(Debug)]
pub struct Topic {
    /// Whether the topic has an answer: an entry has one, a silence has none.
    pub answerable: bool,
    /// The ways to ask.
    pub ways: Vec<Question>,
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
}

impl Fit {
    /// All parts together, about −1.5 to 3.
    pub fn total(&self) -> f32 {
        self.centre + self.nearest_part() + self.margin_part()
    }

    /// What the nearest ways to ask add to the total.
    pub fn nearest_part(&self) -> f32 {
        NEAREST_WEIGHT * (self.nearest + self.nearest_mean) / 2.0
    }

    /// What the classifier adds to the total.
    pub fn margin_part(&self) -> f32 {
        MARGIN_WEIGHT * self.margin
    }

    /// How well it fits at all, from 0.0 (nothing in common) to 1.0 (word for word), so that different questions can be
    /// compared: the total tells topics apart, for which the classifier was trained; whether a question belongs to any
    /// topic is told better by what it is like.
    pub fn score(&self) -> f32 {
        let best = 1.0 + NEAREST_WEIGHT + 2.0 * MARGIN_WEIGHT + 2.0 * LIKENESS_WEIGHT;
        let likeness = LIKENESS_WEIGHT * (self.centre + self.nearest);
        ((self.total() + MARGIN_WEIGHT + likeness) / best).clamp(0.0, 1.0)
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
    meanings: Vec<[f32; DIMENSIONS]>,
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

/// A question beside everything that is indexed.
#[derive(Debug)]
pub struct Compared {
    meaning: Meaning,
    /// For each way to ask, the dot product of the terms alone; meanings are compared where it matters.
    in_common: Vec<f32>,
}

impl Index {
    /// Learns the topics. Deterministic; takes some tenths of a second for a few thousand ways to ask.
    pub fn build(topics: Vec<Topic>) -> Self {
        Corpus::read(topics).index(|_, _| true)
    }

    /// Ranks the topics for a question.
    pub fn rank(&self, question: &Question) -> Ranking {
        self.ranking(&self.compare(question))
    }

    /// Ranks the topics for one of the ways to ask that a corpus was read from, given its topic and its position there;
    /// the index need not hold it.
    pub fn rank_way(&self, corpus: &Corpus, topic: usize, way: usize) -> Ranking {
        self.ranking(&self.compared(corpus.vector(topic, way)))
    }

    fn ranking(&self, question: &Compared) -> Ranking {
        let [answerable, silent] = [true, false].map(|answerable| {
            let mut ranked: Vec<Candidate> = self
                .shortlist(answerable, question)
                .into_iter()
                .map(|topic| self.candidate(topic, question))
                .collect();
            ranked.sort_by(|a, b| b.fit.total().total_cmp(&a.fit.total()).then(a.topic.cmp(&b.topic)));
            ranked
        });
        let margin = |leaning: &Classifier| leaning.margin(&question.in_common, &question.meaning);
        Ranking { answerable, silent, leaning: self.leaning.as_ref().map_or(0.0, margin) }
    }

    /// What a question has in common with everything that is indexed.
    pub fn compare(&self, question: &Question) -> Compared {
        self.compared(&self.ways.features.vector(question))
    }

    fn compared(&self, vector: &Vector) -> Compared {
        Compared { in_common: self.ways.in_common(vector), meaning: Arc::clone(&vector.meaning) }
    }

    /// How well a question fits one topic.
    pub fn fit(&self, question: &Compared, topic: usize) -> Fit {
        self.candidate(topic, question).fit
    }

    /// The topics worth a closer look: those whose centre and whose nearest way, by its terms, come closest.
    fn shortlist(&self, answerable: bool, question: &Compared) -> Vec<usize> {
        let topics = (0..self.topics.len()).filter(|topic| self.topics[*topic].answerable == answerable);
        let promise = |topic: usize| {
            let indexed = &self.topics[topic];
            let (sum, nearest) = indexed.ways.iter().fold((0.0_f32, 0.0_f32), |(sum, nearest), way| {
                let in_common = question.in_common[*way as usize];
                (sum + in_common, nearest.max(in_common))
            });
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

    fn candidate(&self, topic: usize, question: &Compared) -> Candidate {
        let indexed = &self.topics[topic];
        let mut best = [0.0_f32; NEAREST_COUNT];
        let mut nearest_way = 0;
        let mut sum = 0.0;
        for way in &indexed.ways {
            let similarity = question.in_common[*way as usize]
                + dot_meaning(&self.ways.meanings[*way as usize], &question.meaning);
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
        };
        Candidate { topic, fit, nearest_way }
    }
}

/// Cosine with a sum of vectors of which the length is known; 0 with an empty one.
fn cosine(dot: f32, length: f32) -> f32 {
    if length > 0.0 { dot / length } else { 0.0 }
}
