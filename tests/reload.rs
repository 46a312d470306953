//! Reloads through the desk and through the real program in a terminal: what they show, change and keep, and what a kill
//! or another reload at the same time leaves. Those through Discord are in `discord/reload.rs`.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
#![allow(unreachable_pub, dead_code, reason = "a test program has no outside, and others share its helpers")]

#[path = "reload/folder.rs"]
mod folder;
#[path = "reload/kept.rs"]
mod kept;
#[path = "reload/killed.rs"]
mod killed;
mod program;
#[path = "reload/shown.rs"]
mod shown;
#[path = "reload/start.rs"]
mod start;
#[path = "reload/together.rs"]
mod together;
