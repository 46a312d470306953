//! The Discord door, over real sockets: the real program against a stand-in for Discord.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a helper that cannot go on fails its test")]
#![allow(unreachable_pub, reason = "a test target has no outside")]

#[path = "discord/access.rs"]
mod access;
#[path = "discord/asking.rs"]
mod asking;
#[path = "discord/beneath.rs"]
mod beneath;
#[path = "discord/bot.rs"]
mod bot;
#[path = "discord/commands.rs"]
mod commands;
#[path = "discord/desk.rs"]
mod desk;
#[path = "discord/expect.rs"]
mod expect;
#[allow(dead_code, reason = "others share it")]
#[path = "reload/folder.rs"]
mod folder;
#[path = "discord/gateway.rs"]
mod gateway;
#[path = "discord/journal.rs"]
mod journal;
#[path = "discord/largest.rs"]
mod largest;
#[path = "discord/messages.rs"]
mod messages;
#[path = "discord/pace.rs"]
mod pace;
#[path = "discord/process.rs"]
mod process;
#[path = "discord/reload.rs"]
mod reload;
#[path = "discord/reports.rs"]
mod reports;
#[path = "discord/sending.rs"]
mod sending;
#[path = "standin/mod.rs"]
mod standin;
#[path = "discord/surfaces.rs"]
mod surfaces;
#[path = "discord/teaching.rs"]
mod teaching;
