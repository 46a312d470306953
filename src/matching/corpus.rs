//! All ways to ask as vectors, and the training of what judges a question by them.

use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::classifier::Classifier;
use super::coverage::{Spoken, Vocabulary, Word};
use super::encoder::{Direction, Meaning};
use super::features::{Asked, Example, Features, Question, Sum, Vector};
use super::postings::{Postings, Weighted};
use super::tuning::{
    EFFORT_FOR_FEW, EFFORT_FOR_MANY, EFFORT_FOR_VERY_MANY, Effort, FEW_WAYS, LEAST_FAR_STEP, LONGEST_POSTING,
    MANY_WAYS, Others,
};
use super::{Index, IndexedTopic, Topic};

/// What every index over the same ways to ask has in common.
#[derive(Debug)]
pub(super) struct Ways {
    pub(super) features: Features,
    /// Feature → the ways that have it.
    postings: Postings,
    /// For each way, what it is about, side by side, since many are compared with every question.
    pub(super) directions: Vec<Direction>,
    /// The words of each way.
    pub(super) words: Vec<Vec<Word>>,
    pub(super) vocabulary: Vocabulary,
    /// What each topic speaks of.
    pub(super) spoken: Vec<Spoken>,
}

impl Ways {
    /// For each way, the dot product of its terms with those of a question.
    pub(super) fn in_common(&self, asked: &Asked) -> Vec<f32> {
        let mut in_common = vec![0.0; self.directions.len()];
        let mut add = |feature: u32, weight: f32| {
            let raw = weight * Weighted::RAW;
            for way in self.postings.list(feature) {
                in_common[way.place() as usize] += raw * way.raw_weight();
            }
        };
        asked.stems.iter().for_each(|stem| add(stem.place(), stem.weight()));
        for (spelling, likeness) in self.features.spellings.alike(&asked.runs) {
            add(self.features.of_spelling(spelling), likeness);
        }
        in_common
    }
}

/// Topics with their ways to ask, read once; indexes of all of them or of a part are made from it.
#[derive(Debug)]
pub struct Corpus {
    ways: Arc<Ways>,
    vectors: Vec<Vector>,
    topics: Vec<(bool, Range<u32>)>,
}

impl Corpus {
    /// Learns the terms of all ways to ask and how rare each is.
    pub fn read(topics: Vec<Topic>) -> Self {
        let mut start = 0;
        let ranges = topics.iter().map(|topic| {
            let range = start..start + topic.ways.len() as u32;
            start = range.end;
            (topic.answerable, range)
        });
        let ranges = ranges.collect();
        let vocabulary = Vocabulary::learn(topics.iter().flat_map(Topic::words));
        let spoken = topics.par_iter().map(|topic| Spoken::learn(topic.words(), &vocabulary)).collect();
        let mut questions: Vec<Question> = Vec::with_capacity(start as usize);
        questions.extend(topics.into_iter().flat_map(|topic| topic.ways));
        let features = Features::learn(&questions);
        // Every question goes as its vector comes: there is never room taken for all of both.
        let take = |question: Question| (features.vector(&question), (question.direction, question.words));
        let (vectors, (directions, words)): (Vec<Vector>, (Vec<_>, Vec<_>)) =
            questions.into_par_iter().map(take).unzip();
        let terms = vectors.iter().map(|vector| &*vector.terms);
        let postings = Postings::inverted(terms, features.count());
        Self {
            ways: Arc::new(Ways { features, postings, directions, words, vocabulary, spoken }),
            vectors,
            topics: ranges,
        }
    }

    /// A way to ask with its words, given its topic and its position there.
    pub(super) fn way(&self, topic: usize, way: usize) -> (Example<'_>, &[Word]) {
        let way = self.topics[topic].1.start + way as u32;
        (self.example(way), &self.ways.words[way as usize])
    }

    fn example(&self, way: u32) -> Example<'_> {
        Example { vector: &self.vectors[way as usize], direction: &self.ways.directions[way as usize] }
    }

    /// An index of the ways to ask for which `keeps` says so, given a topic and a position among its ways. What topics speak
    /// of stays that of all their texts.
    pub fn index(&self, keeps: impl Fn(usize, usize) -> bool) -> Index {
        let kept = |(topic, (_, range)): (usize, &(bool, Range<u32>))| {
            range.clone().filter(|way| keeps(topic, (way - range.start) as usize)).collect::<Vec<u32>>()
        };
        let kept: Vec<Vec<u32>> = self.topics.iter().enumerate().map(kept).collect();
        let mut is_kept = vec![false; self.vectors.len()];
        kept.iter().flatten().for_each(|way| is_kept[*way as usize] = true);
        let train_topics = || {
            let topics = self.topics.par_iter().zip(&kept);
            let topics = topics.map_init(
                || Scratch::new(self),
                |scratch, ((answerable, range), ways)| {
                    let ((meaning, sum_length), classifier) = self.train_topic(ways, &is_kept, scratch);
                    let (first_way, ways) = (range.start, ways.clone());
                    let topic =
                        IndexedTopic { answerable: *answerable, first_way, ways, sum_length, classifier };
                    (topic, meaning)
                },
            );
            topics.unzip()
        };
        let (leaning, (topics, meanings)) = rayon::join(|| self.train_leaning(&kept), train_topics);
        Index { topics, meanings, ways: Arc::clone(&self.ways), leaning }
    }

    /// The sum of a topic's meanings, the length of the sum of its vectors, and its classifier.
    fn train_topic(
        &self,
        own: &[u32],
        is_kept: &[bool],
        scratch: &mut Scratch,
    ) -> ((Meaning, f32), Classifier) {
        let ways = || own.iter().map(|way| self.example(*way));
        ways().for_each(|way| scratch.sum.add(way, 1.0));
        let (meaning, length) = (scratch.sum.meaning(), self.ways.features.length_of(&scratch.sum, ways()));
        let mut examples: Vec<(u32, bool)> =
            self.others(own, is_kept, scratch).into_iter().map(|way| (way, false)).collect();
        scratch.sum.clear(ways());
        examples.extend(own.iter().map(|way| (*way, true)));
        examples.sort_unstable();
        let classifier =
            Classifier::train(&examples, |way| self.example(way), self.effort(), &mut scratch.sum);
        ((meaning, length), classifier)
    }

    fn effort(&self) -> Effort {
        let ways = self.vectors.len();
        if ways <= FEW_WAYS {
            EFFORT_FOR_FEW
        } else if ways <= MANY_WAYS {
            EFFORT_FOR_MANY
        } else {
            EFFORT_FOR_VERY_MANY
        }
    }

    /// Ways of other topics that a topic is told apart from: the most similar ones by their stems, and some of
    /// the rest, which stand for everything else; all of them where they are few.
    fn others(&self, own: &[u32], is_kept: &[bool], scratch: &mut Scratch) -> Vec<u32> {
        // The ways of a topic lie side by side.
        let own_range = own.first().map_or(0..0, |first| *first..own[own.len() - 1] + 1);
        let is_other = |way: u32| is_kept[way as usize] && !own_range.contains(&way);
        let Others::Some { near: most_near, far: most_far } = self.effort().others else {
            return (0..self.vectors.len() as u32).filter(|way| is_other(*way)).collect();
        };
        let mut features: Vec<u32> = own
            .iter()
            .flat_map(|way| &self.vectors[*way as usize].terms)
            .map(|term| term.place())
            .filter(|feature| self.ways.features.is_of_stems(*feature))
            .collect();
        features.sort_unstable();
        features.dedup();
        let Scratch { sum, likeness } = scratch;
        let mut near: Vec<(f32, u32)> = Vec::new();
        for feature in features {
            let posting = self.ways.postings.list(feature);
            if posting.len() > LONGEST_POSTING {
                continue;
            }
            let weight = sum.weight(feature);
            for way in posting {
                let likeness = &mut likeness[way.place() as usize];
                if *likeness == 0.0 && is_other(way.place()) {
                    near.push((0.0, way.place()));
                }
                *likeness += weight * way.weight();
            }
        }
        near.iter_mut().for_each(|(total, way)| *total = likeness[*way as usize]);
        likeness.fill(0.0);
        if near.len() > most_near {
            near.select_nth_unstable_by(most_near, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            near.truncate(most_near);
        }
        let mut others: Vec<u32> = near.into_iter().map(|(_, way)| way).collect();
        let step = (self.vectors.len() / most_far).max(LEAST_FAR_STEP);
        others.extend((0..self.vectors.len() as u32).step_by(step).filter(|way| is_other(*way)));
        others.sort_unstable();
        others.dedup();
        others
    }

    /// Answerable ways against silent ones; none where there are only the one or the other.
    fn train_leaning(&self, kept: &[Vec<u32>]) -> Option<Classifier> {
        let examples: Vec<(u32, bool)> = self
            .topics
            .iter()
            .zip(kept)
            .flat_map(|((answerable, _), ways)| ways.iter().map(|way| (*way, *answerable)))
            .collect();
        let first = examples.first()?.1;
        let both = examples.iter().any(|(_, answerable)| *answerable != first);
        both.then(|| {
            let mut scratch = Sum::new(self.ways.features.count());
            Classifier::train(&examples, |way| self.example(way), self.effort(), &mut scratch)
        })
    }
}

/// Room for sums, used again for each topic.
struct Scratch {
    sum: Sum,
    likeness: Vec<f32>,
}

impl Scratch {
    fn new(corpus: &Corpus) -> Self {
        Self { sum: Sum::new(corpus.ways.features.count()), likeness: vec![0.0; corpus.vectors.len()] }
    }
}
