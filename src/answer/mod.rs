//! Ranked candidates → an outcome: which questions a message asks, whether the best entry is good enough,
//! and what to say where it is not.

mod context;
mod evidence;
mod explanation;
mod outcome;
mod review;
mod signals;
mod split;
mod thresholds;
mod tuning;

use std::sync::Arc;

use rayon::prelude::*;

use crate::knowledge::{Entry, KnowledgeBase, Silence};
use crate::matching::{Candidate, Index, Question, Ranking, Topic};
use crate::text::{Reader, Reading};
use context::Context;
use evidence::Evidence;
use signals::{EntryTexts, Signals};
use thresholds::{HoldOut, Thresholds, Trial, TrialKind};
use tuning::{LEAST_SIMILARITY, MOST_SUGGESTIONS};

pub use explanation::Explanation;
use outcome::Judged;
pub use outcome::{Answer, Outcome, Part, Reason, Refusal, Reply, Suggestion};
pub use review::review;

/// A knowledge base made ready to answer. Pure: no clock, no files, no network.
#[derive(Debug)]
pub struct Engine {
    knowledge: KnowledgeBase,
    reader: Reader,
    index: Index,
    signals: Signals,
    thresholds: Thresholds,
}

impl Engine {
    /// Learns a knowledge base and sets its thresholds. Deterministic; takes about a second for some
    /// thousands of phrasings.
    pub fn build(knowledge: KnowledgeBase) -> Self {
        let reader = Reader::new(knowledge.vocabulary.synonyms());
        let read = |text: &str| reader.read_curated(text);
        let entries: Vec<Vec<Reading>> =
            knowledge.entries.par_iter().map(|entry| entry.ways_to_ask().map(read).collect()).collect();
        let silences: Vec<Vec<Reading>> = knowledge
            .silences
            .par_iter()
            .map(|silence| silence.phrasings.iter().map(|way| read(way)).collect())
            .collect();
        let texts: Vec<EntryTexts<'_>> = knowledge
            .entries
            .iter()
            .zip(&entries)
            .map(|(entry, ways)| EntryTexts {
                ways,
                corrects: entry.corrects.is_some(),
                statements: entry.statements().map(read).collect(),
            })
            .collect();
        let names: Vec<Reading> = knowledge.vocabulary.names.iter().map(|group| read(&group.name)).collect();
        let signals = Signals::learn(names.iter().map(|name| name.words.clone()).collect(), &texts);
        let statements = texts.iter().flat_map(|texts| &texts.statements);
        let name_groups = &knowledge.vocabulary.names;
        let reader = reader.knowing(
            entries.iter().chain(&silences).flatten().chain(statements).chain(&names),
            name_groups.iter().flat_map(|group| std::iter::once(&group.name).chain(&group.also)),
        );
        let topics: Vec<Ways> = entries
            .into_iter()
            .map(|ways| (true, ways))
            .chain(silences.into_iter().map(|ways| (false, ways)))
            .map(|(answerable, ways)| Ways { answerable, ways: ways.into_iter().map(Way::new).collect() })
            .collect();
        let trials: Vec<Trial> =
            HoldOut::folds().flat_map(|hold_out| try_out(&knowledge, &signals, &topics, &hold_out)).collect();
        let thresholds = thresholds::calibrate(&trials);
        drop(trials);
        let whole: Vec<Topic<'_>> = topics.iter().map(|topic| topic.without(|_| false)).collect();
        let index = Index::build(&whole);
        Self { reader, index, signals, thresholds, knowledge }
    }

    /// The knowledge base.
    pub fn knowledge(&self) -> &KnowledgeBase {
        &self.knowledge
    }

    /// Replies to a message; `context` holds the questions asked before it, the latest last.
    pub fn reply(&self, message: &str, context: &[String]) -> Reply {
        let context = Context::latest(context);
        match self.reader.english_part(message) {
            Some(english) => split::reply(self, &english, &context),
            None => Reply::new(self.part(message, &context), Vec::new()),
        }
    }

    /// Tells how a reply of this engine came about.
    pub fn explain(&self, reply: &Reply) -> Explanation {
        explanation::explain(self, reply)
    }

    /// Every entry in the order in which it fits a part of a reply of this engine, the one that the part was
    /// decided on first; none where nothing was judged.
    pub fn ranked(&self, part: &Part) -> Vec<Arc<Entry>> {
        explanation::ranked(self, part)
    }

    /// The entries whose canonical questions fit what was typed so far, the best first; all of them, in the
    /// order of the article, where nothing was typed.
    pub fn complete(&self, typed: &str, most: usize) -> Vec<Arc<Entry>> {
        let reading = self.reader.read_typed(typed);
        if reading.is_empty() {
            return self.knowledge.entries.iter().take(most).map(Arc::clone).collect();
        }
        let ranking = self.index.rank(&Question::new(&reading));
        ranking.answerable.iter().take(most).map(|candidate| self.entry(candidate)).collect()
    }

    fn entry(&self, candidate: &Candidate) -> Arc<Entry> {
        Arc::clone(&self.knowledge.entries[candidate.topic])
    }

    fn silence(&self, candidate: &Candidate) -> Arc<Silence> {
        Arc::clone(&self.knowledge.silences[candidate.topic - self.knowledge.entries.len()])
    }

    /// One question, judged as a whole.
    fn part(&self, question: &str, context: &Context) -> Part {
        let outcome = match self.judge(question, context) {
            Ok(judgement) => self.decide(&judgement),
            Err(reason) => Outcome::Refused(Refusal { reason, nearest: None }),
        };
        let judged = Judged { text: question.to_owned(), context: context.clone() };
        Part { question: question.to_owned(), outcome, judged }
    }

    /// The evidence on one question, or why there is nothing to judge.
    fn judge(&self, question: &str, context: &Context) -> Result<Judgement, Reason> {
        let reading = self.reader.read_typed(question);
        if self.reader.english_part(question).is_none() {
            return Err(Reason::NotEnglish);
        }
        let has_topic = reading.topical_words().next().is_some();
        let is_list_number =
            reading.words.iter().all(|word| word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit()));
        if is_list_number || (!has_topic && matches!(context, Context::None)) {
            return Err(Reason::NothingToMatch);
        }
        context::judge(self, &reading, context)
            .filter(|judgement| judgement.evidence.nearest() >= LEAST_SIMILARITY)
            .ok_or(Reason::NothingClose)
    }

    /// The evidence of a ranking.
    fn gather(&self, reading: &Reading, ranking: Ranking) -> Option<Judgement> {
        let evidence = Evidence::gather(&ranking, reading, &self.signals, &self.knowledge)?;
        Some(Judgement { evidence, ranking })
    }

    fn decide(&self, judgement: &Judgement) -> Outcome {
        let Judgement { evidence, ranking } = judgement;
        if evidence.certainty() >= self.thresholds.answer {
            let answer = Answer { entry: self.entry(&evidence.best), score: evidence.best.fit.score() };
            return if answer.entry.corrects.is_some() {
                Outcome::Corrected(answer)
            } else {
                Outcome::Answered(answer)
            };
        }
        if evidence.closeness() >= self.thresholds.suggest {
            return Outcome::Suggested(self.suggestions(&ranking.answerable));
        }
        let silence = evidence.silence.filter(|silence| silence.fit.total() >= self.thresholds.silence);
        Outcome::Refused(match silence.map(|silence| self.silence(&silence)) {
            Some(silence) => Refusal { nearest: silence.nearest.clone(), reason: Reason::Silent(silence) },
            None => Refusal { nearest: None, reason: Reason::NothingClose },
        })
    }

    /// The best entries whose best citations are different paragraphs.
    fn suggestions(&self, candidates: &[Candidate]) -> Vec<Suggestion> {
        let mut suggestions: Vec<Suggestion> = Vec::new();
        for candidate in candidates {
            let entry = self.entry(candidate);
            let best = entry.citations.best();
            if !suggestions.iter().any(|kept| kept.entry.citations.best().same_paragraph(best)) {
                suggestions.push(Suggestion { score: candidate.fit.score(), entry });
            }
            if suggestions.len() == MOST_SUGGESTIONS {
                break;
            }
        }
        suggestions
    }
}

/// The evidence on a question, with the ranking it was drawn from.
#[derive(Debug)]
struct Judgement {
    evidence: Evidence,
    ranking: Ranking,
}

/// A topic's ways to ask, read.
struct Ways {
    answerable: bool,
    ways: Vec<Way>,
}

struct Way {
    reading: Reading,
    question: Question,
}

impl Way {
    fn new(reading: Reading) -> Self {
        Self { question: Question::new(&reading), reading }
    }
}

impl Ways {
    /// The topic without the ways that are held out.
    fn without(&self, held_out: impl Fn(usize) -> bool) -> Topic<'_> {
        let kept = self.ways.iter().enumerate().filter(|(way, _)| !held_out(*way));
        Topic { answerable: self.answerable, ways: kept.map(|(_, way)| &way.question).collect() }
    }
}

/// Asks an index that was built without some ways to ask for what was held out.
fn try_out(knowledge: &KnowledgeBase, signals: &Signals, topics: &[Ways], hold_out: &HoldOut) -> Vec<Trial> {
    let known: Vec<Topic<'_>> =
        topics.iter().enumerate().map(|(topic, ways)| ways.without(|way| hold_out.way(topic, way))).collect();
    let index = Index::build(&known);
    let ask = |(topic, way): (usize, &Way)| {
        let mut ranking = index.rank(&way.question);
        ranking.answerable.retain(|candidate| !hold_out.topic(candidate.topic));
        ranking.silent.retain(|candidate| !hold_out.topic(candidate.topic));
        let evidence = Evidence::gather(&ranking, &way.reading, signals, knowledge)?;
        let answerable = topics[topic].answerable;
        let cites_same = answerable && share_best_paragraph(knowledge, topic, evidence.best.topic);
        let kind = match (hold_out.topic(topic), answerable) {
            (false, true) => TrialKind::Answerable { right: cites_same },
            (false, false) => {
                TrialKind::KnownSilence { right: evidence.silence.is_some_and(|s| s.topic == topic) }
            }
            // A neighbour that cites the same paragraph may answer for an entry that is not there.
            (true, true) if cites_same => return None,
            (true, _) => TrialKind::Unknown,
        };
        Some(Trial { kind, evidence })
    };
    let asked = topics.iter().enumerate().flat_map(|(topic, ways)| {
        let asked = ways.ways.iter().enumerate().filter(move |(way, _)| hold_out.asks(topic, *way));
        asked.map(move |(_, way)| (topic, way))
    });
    asked.collect::<Vec<_>>().into_par_iter().filter_map(ask).collect()
}

/// Whether an entry cites another's best paragraph.
fn share_best_paragraph(knowledge: &KnowledgeBase, asked: usize, answered: usize) -> bool {
    let best = knowledge.entries[asked].citations.best();
    knowledge.entries[answered].citations.iter().any(|citation| citation.same_paragraph(best))
}
