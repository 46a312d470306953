//! aide-memoire answers questions about one news article from a curated knowledge base, and cites the passage
//! behind every answer. This page is the map.
//!
//! # Layers
//!
//! ```text
//! main → { discord | terminal } → { desk, exam } → { answer, journal } → { matching, knowledge } → text
//! ```
//!
//! Arrows only point right (`tests/layering.rs` fails when one does not).
//!
//! * [`text`]: what people type → words that can be compared. Knows English and chat, no article.
//! * [`matching`]: question → every topic ranked, with the parts of each score. Knows ways to ask, no answers.
//! * [`knowledge`]: the files of a knowledge base, the rules they must keep, and the checked result.
//! * [`answer`]: ranking → outcome. Thresholds live here, measured on the knowledge base itself.
//! * [`desk`]: the generation of knowledge now serving, where both doors ask; new knowledge proposed, applied, rolled
//!   back.
//! * [`exam`]: questions with known outcomes.
//! * [`journal`]: what was not answered, what members think of answers, what moderators did; one file, no clock.
//! * [`terminal`] and [`discord`]: the doors. They put outcomes into words for where they are read.
//!
//! The program (`main.rs`) reads arguments and environment (`config.rs`) and opens one door.
//!
//! # Invariants
//!
//! * A [`knowledge::KnowledgeBase`] that exists is valid: every citation resolves, every id is unique.
//! * An answer without a citation cannot be built: [`knowledge::Citations`] holds at least one.
//! * The core never awaits, never logs what members write and never panics on input. Refusing is a value
//!   ([`answer::Outcome::Refused`]), not an error.
//! * One generation serves one reply from beginning to end. A new one is built whole beside it, kept on disk, and then
//!   served by one swap; whatever fails before that changes nothing.
//! * Everything a member can see in Discord can be reproduced in a terminal without a token.
//! * The same generation and the same question give the same bytes.
//!
//! # Reading order
//!
//! `knowledge/mod.rs` for the words of the house, `answer/mod.rs` for how a question becomes an outcome,
//! `answer/evidence.rs` for what speaks for and against an answer, `answer/follow_up.rs` for what a follow-up
//! may mean, `matching/mod.rs` and `matching/features.rs` for similarity, `knowledge/check.rs` for the rules,
//! `desk.rs` and `knowledge/history/` for how a change goes live, then the door you care about.
//!
//! # Deliberately absent
//!
//! No text is generated, no model is called, nothing that members write is stored but in the journal, and no clock,
//! file or network is known outside the doors, `knowledge/load.rs`, `knowledge/save.rs`, `knowledge/history/` and
//! `journal/store.rs`. No folder is watched: a change goes live when somebody applies it.

pub mod answer;
pub mod desk;
pub mod discord;
pub mod exam;
pub mod journal;
pub mod knowledge;
pub mod matching;
pub mod terminal;
pub mod text;
