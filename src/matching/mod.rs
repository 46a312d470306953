//! Question → ranked candidates: how well each entry and each silence fits, and why.
//!
//! The index knows topics and ways to ask for them, and nothing of answers or citations.

mod classifier;
mod features;
mod tuning;

use classifier::Classifier;
pub use features::Question;
use features::{Features, Vector, dot};
use rayon::prelude::*;
use tuning::{FAR_EXAMPLE_STEP, MARGIN_WEIGHT, NEAR_EXAMPLES, NEAREST_COUNT, NEAREST_WEIGHT};

/// Something that can be asked for, with the ways to ask for it.
#[derive(Debug)]
pub struct Topic<'a> {
    /// Whether the topic has an answer: an entry has one, a silence has none.
    pub answerable: bool,
    /// The ways to ask.
    pub ways: Vec<&'a Question>,
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
    /// All parts together, about −1.5 to 2.5.
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

    /// The total as a score from 0.0 (nothing in common) to 1.0 (word for word).
    pub fn score(&self) -> f32 {
        ((self.total() + MARGIN_WEIGHT) / (1.0 + NEAREST_WEIGHT + 2.0 * MARGIN_WEIGHT)).clamp(0.0, 1.0)
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

/// Every topic, the best first, entries and silences apart.
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
    features: Features,
    /// Feature → the ways that have it, with weights.
    postings: Vec<Vec<(u32, f32)>>,
    topics: Vec<IndexedTopic>,
    ways: usize,
    leaning: Classifier,
}

#[derive(Debug)]
struct IndexedTopic {
    answerable: bool,
    ways: std::ops::Range<usize>,
    /// Length of the sum of the ways' vectors.
    sum_length: f32,
    classifier: Classifier,
}

impl Index {
    /// Learns the topics. Deterministic; takes some tenths of a second for a few thousand ways to ask.
    pub fn build(topics: &[Topic<'_>]) -> Self {
        let ways: Vec<&Question> = topics.iter().flat_map(|topic| topic.ways.iter().copied()).collect();
        let features = Features::learn(&ways);
        let vectors: Vec<Vector> = ways.par_iter().map(|way| features.vector(way)).collect();
        let mut postings = vec![Vec::new(); features.count];
        for (way, vector) in vectors.iter().enumerate() {
            vector
                .iter()
                .for_each(|(feature, weight)| postings[*feature as usize].push((way as u32, *weight)));
        }
        let mut start = 0;
        let ranges: Vec<std::ops::Range<usize>> = topics
            .iter()
            .map(|topic| {
                let range = start..start + topic.ways.len();
                start = range.end;
                range
            })
            .collect();
        let trained = train_topics(&ranges, &vectors, &features);
        let indexed =
            topics.iter().zip(ranges).zip(trained).map(|((topic, ways), (sum_length, classifier))| {
                IndexedTopic { answerable: topic.answerable, ways, sum_length, classifier }
            });
        let topics: Vec<IndexedTopic> = indexed.collect();
        let leaning = train_leaning(&topics, &vectors, features.count);
        Self { features, postings, topics, ways: vectors.len(), leaning }
    }

    /// Ranks every topic for a question.
    pub fn rank(&self, question: &Question) -> Ranking {
        self.rank_by(&self.similarities(&self.features.vector(question)))
    }

    fn rank_by(&self, similarities: &[f32]) -> Ranking {
        let mut ranking = Ranking {
            answerable: Vec::new(),
            silent: Vec::new(),
            leaning: self.leaning.margin(similarities),
        };
        for (topic, indexed) in self.topics.iter().enumerate() {
            let candidate = candidate(topic, indexed, similarities);
            let list = if indexed.answerable { &mut ranking.answerable } else { &mut ranking.silent };
            list.push(candidate);
        }
        for list in [&mut ranking.answerable, &mut ranking.silent] {
            list.sort_by(|a, b| b.fit.total().total_cmp(&a.fit.total()));
        }
        ranking
    }

    /// Similarity of a vector to every way to ask.
    fn similarities(&self, vector: &Vector) -> Vec<f32> {
        let mut similarities = vec![0.0; self.ways];
        for (feature, weight) in vector {
            for (way, way_weight) in &self.postings[*feature as usize] {
                similarities[*way as usize] += weight * way_weight;
            }
        }
        similarities
    }
}

fn candidate(topic: usize, indexed: &IndexedTopic, similarities: &[f32]) -> Candidate {
    let own = &similarities[indexed.ways.clone()];
    let mut best = [0.0_f32; NEAREST_COUNT];
    let mut nearest_way = 0;
    for (way, similarity) in own.iter().enumerate() {
        if *similarity > best[0] {
            nearest_way = way;
        }
        if let Some(slot) = best.iter().position(|kept| similarity > kept) {
            best[slot..].rotate_right(1);
            best[slot] = *similarity;
        }
    }
    let centre = if indexed.sum_length > 0.0 { own.iter().sum::<f32>() / indexed.sum_length } else { 0.0 };
    let fit = Fit {
        centre,
        nearest: best[0],
        nearest_mean: best.iter().sum::<f32>() / NEAREST_COUNT.min(own.len()).max(1) as f32,
        margin: indexed.classifier.margin(similarities),
    };
    Candidate { topic, fit, nearest_way }
}

/// Length of each topic's vector sum and its classifier; topics are shared out among the processor's cores.
fn train_topics(
    ranges: &[std::ops::Range<usize>],
    vectors: &[Vector],
    features: &Features,
) -> Vec<(f32, Classifier)> {
    let scratch = || vec![0.0; features.count];
    ranges.par_iter().map_init(scratch, |scratch, own| train_topic(own, vectors, features, scratch)).collect()
}

fn train_topic(
    own: &std::ops::Range<usize>,
    vectors: &[Vector],
    features: &Features,
    scratch: &mut [f32],
) -> (f32, Classifier) {
    for vector in &vectors[own.clone()] {
        vector.iter().for_each(|(feature, weight)| scratch[*feature as usize] += weight);
    }
    let sum_length = scratch.iter().map(|weight| weight * weight).sum::<f32>().sqrt();
    let mut others: Vec<(f32, u32)> = (0..vectors.len())
        .filter(|way| !own.contains(way))
        .map(|way| (dot(features.without_characters(&vectors[way]), scratch), way as u32))
        .collect();
    scratch.fill(0.0);
    if others.len() > NEAR_EXAMPLES {
        others.select_nth_unstable_by(NEAR_EXAMPLES, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut far = others.split_off(NEAR_EXAMPLES);
        far.sort_unstable_by_key(|(_, way)| *way);
        others.extend(far.into_iter().step_by(FAR_EXAMPLE_STEP));
    }
    let mut examples: Vec<(u32, bool)> = others.into_iter().map(|(_, way)| (way, false)).collect();
    examples.extend(own.clone().map(|way| (way as u32, true)));
    examples.sort_unstable();
    (sum_length, Classifier::train(&examples, vectors, scratch))
}

/// Answerable ways against silent ones.
fn train_leaning(topics: &[IndexedTopic], vectors: &[Vector], features: usize) -> Classifier {
    let examples: Vec<(u32, bool)> = topics
        .iter()
        .flat_map(|topic| topic.ways.clone().map(|way| (way as u32, topic.answerable)))
        .collect();
    let both = topics.iter().any(|topic| topic.answerable) && topics.iter().any(|topic| !topic.answerable);
    if both { Classifier::train(&examples, vectors, &mut vec![0.0; features]) } else { Classifier::default() }
}
