//! Ranked candidates → an outcome: which questions a message asks, whether the best entry is good enough,
//! and what to say where it is not.

mod actors;
mod clauses;
mod context;
mod coverage;
mod evidence;
mod explanation;
mod follow_up;
mod judgement;
mod name_index;
mod names;
mod outcome;
mod review;
mod roles;
mod signals;
mod split;
mod thresholds;
mod tuning;

use std::sync::Arc;

use rayon::prelude::*;

use crate::knowledge::{Citations, Entry, KnowledgeBase, Silence};
use crate::matching::{Candidate, Compared, Corpus, Index, Question, Ranking, Topic};
use crate::text::{PackedReading, Reader, Reading};
use context::Context;
use evidence::Evidence;
use follow_up::How;
use judgement::{Judgement, Wording};
use name_index::{Name, NameIndex};
use names::Names;
use signals::{EntryTexts, Signals};
use thresholds::{HoldOut, Thresholds, Trial, TrialKind};
use tuning::{ENOUGH_TRIALS, LEAST_SIMILARITY, MOST_SUGGESTIONS, MOST_TRIALS};

pub use explanation::Explanation;
use outcome::Judged;
pub use outcome::{Answer, Outcome, Part, Reason, Refusal, Reply, Suggestion};
pub use review::{not_first, review};

/// What is done with a question.
enum Decision {
    Answer,
    Suggest,
    /// With the silence that speaks to it, where one does.
    Refuse(Option<Candidate>),
}

/// A knowledge base made ready to answer. Pure: no clock, no files, no network.
#[derive(Debug)]
pub struct Engine {
    knowledge: KnowledgeBase,
    reader: Reader,
    index: Index,
    signals: Signals,
    names: Names,
    thresholds: Thresholds,
}

impl Engine {
    /// Learns a knowledge base and sets its thresholds. Deterministic; takes about a second for some
    /// thousands of phrasings.
    pub fn build(knowledge: KnowledgeBase) -> Self {
        let reader = Reader::new(knowledge.vocabulary.synonyms());
        let read = |text: &str| reader.read_curated(text);
        let pack = |text: &str| PackedReading::from(read(text));
        let unpack = |texts: &[PackedReading]| texts.iter().map(PackedReading::unpack).collect::<Vec<_>>();
        let ways: Vec<Vec<&str>> = ways_to_ask(&knowledge).collect();
        let mut entries: Vec<Vec<PackedReading>> =
            ways.par_iter().map(|ways| ways.iter().map(|way| pack(way)).collect()).collect();
        let silences = entries.split_off(knowledge.entries.len());
        let statements: Vec<Vec<PackedReading>> =
            knowledge.entries.par_iter().map(|entry| entry.statements().map(pack).collect()).collect();
        let names: Vec<Reading> = knowledge.vocabulary.names.iter().map(|group| read(&group.name)).collect();
        let vocabulary = names.iter().map(|name| name.words.clone()).collect();
        let vocabulary = Arc::new(NameIndex::new(vocabulary));
        let texts = knowledge.entries.par_iter().zip(entries.par_iter().zip(&statements));
        let texts = texts.map(|(entry, (ways, statements))| EntryTexts {
            ways: unpack(ways),
            corrects: entry.corrects.is_some(),
            statements: unpack(statements),
        });
        let asked = || entries.iter().chain(&silences).flatten().map(PackedReading::unpack);
        let all = asked().chain(statements.iter().flatten().map(PackedReading::unpack));
        let all = all.chain(names.iter().cloned());
        let name_groups = &knowledge.vocabulary.names;
        let spelled = name_groups.iter().flat_map(|group| std::iter::once(&group.name).chain(&group.also));
        let topics = entries.par_iter().zip(&statements);
        let topics = topics.map(|(ways, texts)| Topic::new(true, &unpack(ways), &unpack(texts)));
        let silent = silences.par_iter().map(|ways| Topic::new(false, &unpack(ways), &[]));
        // Whoever waits for one of these uses the other's time.
        let ((signals, corpus), (reader, names)) = rayon::join(
            || (Signals::learn(Arc::clone(&vocabulary), texts), Corpus::read(topics.chain(silent).collect())),
            || {
                let reader = reader.knowing(all, spelled);
                let speakers = knowledge.passages().flat_map(|passage| &passage.statements);
                let speakers = speakers.map(|statement| reader.read_curated(&statement.speaker));
                let names = Names::learn(Arc::clone(&vocabulary), speakers, asked());
                (reader, names)
            },
        );
        drop((entries, silences, statements));
        let mut trials: Vec<Trial> = Vec::new();
        for hold_out in HoldOut::rotations() {
            trials.extend(try_out(&knowledge, &reader, &signals, &corpus, &hold_out));
            if trials.len() >= ENOUGH_TRIALS {
                break;
            }
        }
        let thresholds = thresholds::calibrate(&trials);
        let index = corpus.index(|_, _| true);
        Self { reader, index, signals, names, thresholds, knowledge }
    }

    /// The knowledge base.
    pub fn knowledge(&self) -> &KnowledgeBase {
        &self.knowledge
    }

    /// Replies to a message; `context` holds the questions asked before it, the latest last.
    pub fn reply(&self, message: &str, context: &[String]) -> Reply {
        let context = Context::of(context);
        match self.reader.english_part(message) {
            Some(english) => split::reply(self, &english, &context),
            None => Reply::new(self.part(message, &context), Vec::new()),
        }
    }

    /// Tells how a reply of this engine came about.
    pub fn explain(&self, reply: &Reply) -> Explanation {
        explanation::explain(self, reply)
    }

    /// The same for one part of it.
    pub fn explain_part(&self, part: &Part) -> Explanation {
        explanation::explain_part(self, part)
    }

    /// The entries that come nearest to a part of a reply of this engine, the best first, with how well each fits: as
    /// many as an explanation shows. None where nothing was judged.
    pub fn nearest(&self, part: &Part) -> Vec<(Arc<Entry>, f32)> {
        explanation::nearest(self, part)
    }

    /// The nearest entries, ten at most, in the order in which they fit a part of a reply of this engine, the one that
    /// the part was decided on first; none where nothing was judged.
    pub fn ranked(&self, part: &Part) -> Vec<Arc<Entry>> {
        explanation::ranked(self, part)
    }

    /// The entries whose canonical questions fit what was typed so far, the best first; some of every section where
    /// nothing was typed.
    pub fn complete(&self, typed: &str, most: usize) -> Vec<Arc<Entry>> {
        let reading = self.reader.read_typed(typed);
        if reading.is_empty() {
            return self.knowledge.overview(most);
        }
        let ranking = self.rank(&reading);
        ranking.answerable.iter().take(most).map(|candidate| self.entry(candidate)).collect()
    }

    fn entry(&self, candidate: &Candidate) -> Arc<Entry> {
        Arc::clone(&self.knowledge.entries[candidate.topic])
    }

    fn citations(&self, entry: usize) -> &Citations {
        &self.knowledge.entries[entry].citations
    }

    fn names_in_answer(&self, entry: usize) -> Vec<Name> {
        let answer = self.reader.read_curated(&self.knowledge.entries[entry].answer);
        self.names.within(&answer.words)
    }

    fn silence(&self, candidate: &Candidate) -> Arc<Silence> {
        Arc::clone(&self.knowledge.silences[candidate.topic - self.knowledge.entries.len()])
    }

    /// One question, judged as a whole.
    fn part(&self, question: &str, context: &Context) -> Part {
        self.part_in(Wording::plain(question), context)
    }

    /// One question in its wording.
    fn part_in(&self, wording: Wording, context: &Context) -> Part {
        let (outcome, certainty, is_alone) = match self.judge(&wording, context) {
            Ok(judgement) => (self.decide(&judgement), judgement.certainty(), judgement.how == How::Alone),
            Err(reason) => (Outcome::Refused(Refusal { reason, nearest: None }), f32::MIN, true),
        };
        let question = wording.text.clone();
        Part { question, outcome, judged: Judged { wording, context: context.clone(), certainty, is_alone } }
    }

    /// The evidence on one question, or why there is nothing to judge.
    fn judge(&self, wording: &Wording, context: &Context) -> Result<Judgement, Reason> {
        let reading = self.reader.read_typed(&wording.text);
        // What stands among other words is of the English part of its message.
        if !wording.is_among_others() && self.reader.english_part(&wording.text).is_none() {
            return Err(Reason::NotEnglish);
        }
        let has_topic = reading.topical().next().is_some();
        let is_list_number =
            reading.words.iter().all(|word| word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit()));
        if is_list_number || (!has_topic && (context.is_empty() || !follow_up::asks(&reading))) {
            return Err(Reason::NothingToMatch);
        }
        let judgement = context::judge(self, &reading, context)
            .map(|judgement| judgement.of(wording, self))
            .filter(|judgement| judgement.evidence.nearest() >= LEAST_SIMILARITY)
            .ok_or(Reason::NothingClose)?;
        // "Cool" asks nothing, so that only a silence may speak to it.
        if !follow_up::asks(&reading) && judgement.evidence.ahead_of_silence() >= 0.0 {
            return Err(Reason::NothingToMatch);
        }
        Ok(judgement)
    }

    fn rank(&self, reading: &Reading) -> Ranking {
        self.index.rank(&self.index.compare(Question::new(reading)))
    }

    fn evidence(&self, ranking: &Ranking, reading: &Reading) -> Option<Evidence> {
        Evidence::gather(ranking, reading, &self.signals, &self.index, &self.knowledge, None)
    }

    fn decide(&self, judgement: &Judgement) -> Outcome {
        let Judgement { evidence, compared, ranking, .. } = judgement;
        match self.decision(judgement) {
            Decision::Answer => {
                let score = self.index.score(compared, &evidence.best);
                let answer = Answer { entry: self.entry(&evidence.best), score };
                if answer.entry.corrects.is_some() {
                    Outcome::Corrected(answer)
                } else {
                    Outcome::Answered(answer)
                }
            }
            Decision::Suggest => Outcome::Suggested(self.suggestions(compared, &ranking.answerable)),
            Decision::Refuse(silence) => {
                Outcome::Refused(match silence.map(|silence| self.silence(&silence)) {
                    Some(silence) => {
                        Refusal { nearest: silence.nearest.clone(), reason: Reason::Silent(silence) }
                    }
                    None => Refusal { nearest: None, reason: Reason::NothingClose },
                })
            }
        }
    }

    fn decision(&self, judgement: &Judgement) -> Decision {
        let evidence = &judgement.evidence;
        if judgement.certainty() >= self.thresholds.answer {
            return Decision::Answer;
        }
        if evidence.closeness() >= self.thresholds.suggest {
            return Decision::Suggest;
        }
        Decision::Refuse(evidence.silence.filter(|silence| silence.fit.total() >= self.thresholds.silence))
    }

    /// The best entries whose best citations are different paragraphs.
    fn suggestions(&self, question: &Compared, candidates: &[Candidate]) -> Vec<Suggestion> {
        let mut suggestions: Vec<Suggestion> = Vec::new();
        for candidate in candidates {
            let entry = self.entry(candidate);
            let best = entry.citations.best();
            if !suggestions.iter().any(|kept| kept.entry.citations.best().same_paragraph(best)) {
                suggestions.push(Suggestion { score: self.index.score(question, candidate), entry });
            }
            if suggestions.len() == MOST_SUGGESTIONS {
                break;
            }
        }
        suggestions
    }
}

/// Asks an index that was built without some ways to ask for what was held out.
fn try_out(
    knowledge: &KnowledgeBase,
    reader: &Reader,
    signals: &Signals,
    corpus: &Corpus,
    hold_out: &HoldOut,
) -> Vec<Trial> {
    let index = corpus.index(|topic, way| !hold_out.way(topic, way));
    let ask = |(topic, way, text): (usize, usize, &str)| {
        let mut ranking = index.rank(&index.compare_way(corpus, topic, way));
        ranking.answerable.retain(|candidate| !hold_out.topic(candidate.topic));
        ranking.silent.retain(|candidate| !hold_out.topic(candidate.topic));
        let reading = reader.read_curated(text);
        let evidence = Evidence::gather(&ranking, &reading, signals, &index, knowledge, Some(topic))?;
        let answerable = topic < knowledge.entries.len();
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
    let asked = ways_to_ask(knowledge).enumerate().flat_map(|(topic, ways)| {
        let asked = ways.into_iter().enumerate().filter(move |(way, _)| hold_out.asks(topic, *way));
        asked.map(move |(way, text)| (topic, way, text))
    });
    let asked: Vec<(usize, usize, &str)> = asked.collect();
    let count = asked.len().min(MOST_TRIALS);
    (0..count).into_par_iter().filter_map(|at| ask(asked[at * asked.len() / count])).collect()
}

/// The ways to ask of every topic in the order of the corpus: the entries, then the silences.
fn ways_to_ask(knowledge: &KnowledgeBase) -> impl Iterator<Item = Vec<&str>> {
    let entries = knowledge.entries.iter().map(|entry| entry.ways_to_ask().collect());
    let silences =
        knowledge.silences.iter().map(|silence| silence.phrasings.iter().map(String::as_str).collect());
    entries.chain(silences)
}

/// Whether an entry cites another's best paragraph.
fn share_best_paragraph(knowledge: &KnowledgeBase, asked: usize, answered: usize) -> bool {
    let best = knowledge.entries[asked].citations.best();
    knowledge.entries[answered].citations.iter().any(|citation| citation.same_paragraph(best))
}
