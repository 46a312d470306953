//! aide-memoire: a Discord bot that answers questions about one news article from a curated knowledge base.
pub mod answer;
pub mod desk;
pub mod discord;
pub mod exam;
pub mod knowledge;
pub mod matching;
pub mod terminal;
pub mod text;
