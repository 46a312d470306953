//! Questions that were not answered, gathered by likeness, those asked most often first.
//!
//! Two questions are alike where they have the same words that carry a topic, or the same nearest entry and at least
//! half of those words in common. Simple on purpose: a moderator must be able to see why questions stand together.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashSet};

use super::{Kept, Nearest, Settled};
use crate::text::Reader;

/// Questions alike that were not answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// The questions, the oldest first; at least one. All are open.
    pub questions: Vec<Kept>,
}

type Words = BTreeSet<String>;

impl Gap {
    /// How often it was asked.
    pub fn times(&self) -> usize {
        self.questions.len()
    }

    /// The question that stands for all: the one asked last.
    pub fn question(&self) -> &Kept {
        // There is at least one: it is what a gap is made of.
        &self.questions[self.questions.len() - 1]
    }

    /// A number by which the gap is known again while more of the same are asked.
    pub fn id(&self) -> i64 {
        self.questions[0].id
    }

    /// The entries that come nearest, the best first.
    pub fn nearest(&self) -> &[Nearest] {
        &self.question().nearest
    }

    /// Its questions in different words, the latest first.
    pub fn wordings(&self) -> Vec<&str> {
        let mut seen = HashSet::new();
        let latest_first = self.questions.iter().rev().map(|kept| kept.question.as_str());
        latest_first.filter(|question| seen.insert(question.to_lowercase())).collect()
    }
}

/// Gathers the open ones among these questions, which come the oldest first. One that a moderator has ignored stays
/// ignored when it is asked again in the same words.
pub fn gather(kept: Vec<Kept>, reader: &Reader) -> Vec<Gap> {
    let (settled, open): (Vec<Kept>, Vec<Kept>) = kept.into_iter().partition(|kept| kept.settled.is_some());
    let ignored = settled.iter().filter(|kept| kept.settled == Some(Settled::Ignored));
    let ignored: HashSet<Words> = ignored.map(|kept| words(&kept.question, reader)).collect();
    let mut gaps: Vec<(Words, Gap)> = Vec::new();
    for kept in open {
        let words = words(&kept.question, reader);
        if ignored.contains(&words) {
            continue;
        }
        match gaps.iter_mut().find(|(of_gap, gap)| are_alike(of_gap, gap, &words, &kept)) {
            Some((_, gap)) => gap.questions.push(kept),
            None => gaps.push((words, Gap { questions: vec![kept] })),
        }
    }
    let mut gaps: Vec<Gap> = gaps.into_iter().map(|(_, gap)| gap).collect();
    gaps.sort_by_key(|gap| Reverse((gap.times(), gap.question().at, gap.id())));
    gaps
}

/// The stems of what a question is about; of one about nothing, all its words.
fn words(question: &str, reader: &Reader) -> Words {
    let reading = reader.read_curated(question);
    let topical: Words = reading.topical().map(|term| term.stem.to_owned()).collect();
    if topical.is_empty() { reading.typed.into_iter().collect() } else { topical }
}

fn are_alike(of_gap: &Words, gap: &Gap, words: &Words, kept: &Kept) -> bool {
    let nearest = |kept: &Kept| kept.nearest.first().map(|near| near.entry.clone());
    let common = of_gap.intersection(words).count();
    let all = of_gap.union(words).count();
    of_gap == words || (nearest(&gap.questions[0]) == nearest(kept) && 2 * common >= all && common > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Synonyms;

    /// A question with its number, time and nearest entry.
    fn kept(id: i64, question: &str, nearest: &str) -> Kept {
        Kept {
            id,
            at: 100 + id,
            question: question.to_owned(),
            outcome: "suggested".to_owned(),
            generation: 1,
            nearest: vec![Nearest { entry: nearest.to_owned(), score: 0.5 }],
            settled: None,
        }
    }

    fn gathered(questions: &[(&str, &str)]) -> Vec<Vec<String>> {
        let numbered = questions.iter().zip(1..).map(|((question, nearest), id)| kept(id, question, nearest));
        let gaps = gather(numbered.collect(), &reader());
        gaps.iter().map(|gap| gap.questions.iter().map(|kept| kept.question.clone()).collect()).collect()
    }

    fn reader() -> Reader {
        let also = ["stream".to_owned()];
        Reader::new(Synonyms::new([("river", also.as_slice())].into_iter()))
    }

    #[test]
    fn what_is_alike_stands_together_and_what_is_asked_most_comes_first() {
        let gaps = gathered(&[
            ("Who painted the bridge?", "a"),
            ("how deep is the river", "b"),
            ("what is the depth of the harbour", "b"),
            ("How DEEP is the stream?!", "b"),
            ("is the river deep there", "a"),
            ("is the river a deep one today", "b"),
        ]);
        let river = [
            "how deep is the river",
            "How DEEP is the stream?!",
            "is the river deep there",
            "is the river a deep one today",
        ];
        assert_eq!(gaps[0], river);
        assert_eq!(gaps[1..], [["what is the depth of the harbour"], ["Who painted the bridge?"]]);
    }

    #[test]
    fn other_nearest_entries_keep_apart_what_is_only_half_alike() {
        let half = [("the deep old river", "a"), ("the deep river", "b")];
        assert_eq!(gathered(&half).len(), 2);
        assert_eq!(gathered(&half.map(|(question, _)| (question, "a"))).len(), 1);
        assert_eq!(gathered(&[("what", "a"), ("what??", "b"), ("why", "a")]).len(), 2, "about nothing");
        assert_eq!(gathered(&[]).len(), 0);
    }

    #[test]
    fn what_was_ignored_stays_ignored_in_the_same_words() {
        let mut questions = vec![
            kept(1, "a joke please", "a"),
            kept(2, "how deep is the river", "b"),
            kept(3, "a JOKE, please!", "a"),
        ];
        questions[0].settled = Some(Settled::Ignored);
        questions[1].settled = Some(Settled::Added);
        questions.push(kept(4, "river: how deep", "b"));
        let gaps = gather(questions, &reader());
        assert_eq!(gaps.iter().map(Gap::id).collect::<Vec<_>>(), [4], "added, and still not answered");
        let gap = Gap { questions: vec![kept(1, "One", "a"), kept(2, "two", "a"), kept(3, "ONE", "b")] };
        assert_eq!((gap.wordings(), gap.times(), gap.id()), (vec!["ONE", "two"], 3, 1));
    }
}
