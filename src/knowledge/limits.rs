//! How long knowledge texts may be, so that every surface can show them whole.
//!
//! Characters, not bytes. Discord's own limits (discord.com/developers/docs, "Message" and "Application
//! Commands") leave room for the decoration that the doors add.

/// A canonical question: an autocomplete choice takes 100 characters.
pub const LONGEST_QUESTION: usize = 100;
/// An answer: an embed's description takes 4,096, all text of one message's embeds 6,000.
pub const LONGEST_ANSWER: usize = 1000;
/// A passage: an embed field takes 1,024, which it shares with a quote and its speaker.
pub const LONGEST_PASSAGE: usize = 600;
/// A statement, for the same reason.
pub const LONGEST_QUOTE: usize = 300;
/// Names, titles of sections, topics and the article's title: an embed's title takes 256.
pub const LONGEST_NAME: usize = 200;
/// An id of an entry or a silence: a button's custom id takes 100, which it shares with what the button does.
pub const LONGEST_ID: usize = 80;
/// A phrasing: members' own messages seldom are longer.
pub const LONGEST_PHRASING: usize = 500;
/// Citations of one entry, at most: three fields of an embed.
pub const MOST_CITATIONS: usize = 3;
/// Ways to ask that an entry or a silence needs at least.
pub const FEWEST_PHRASINGS: usize = 5;
/// Below this many phrasings an entry is thin.
pub const GOOD_PHRASINGS: usize = 30;
