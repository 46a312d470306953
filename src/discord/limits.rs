//! What Discord takes, in characters unless it says otherwise.
//!
//! From the documentation of messages, embeds, components and application commands
//! (discord.com/developers/docs). A body that breaks one of these is refused whole, with code 50035.

/// Title of an embed.
pub(super) const EMBED_TITLE: usize = 256;
/// Description of an embed.
pub(super) const EMBED_DESCRIPTION: usize = 4096;
/// Name of an embed's field.
pub(super) const FIELD_NAME: usize = 256;
/// Value of an embed's field.
pub(super) const FIELD_VALUE: usize = 1024;
/// Footer of an embed.
pub(super) const FOOTER: usize = 2048;
/// Fields in one embed.
pub(super) const FIELDS: usize = 25;
/// Embeds in one message.
pub(super) const EMBEDS: usize = 10;
/// All texts of all embeds of one message together.
pub(super) const EMBED_SUM: usize = 6000;
/// Content of a message beside its embeds.
pub(super) const CONTENT: usize = 2000;
/// Rows of buttons under one message.
pub(super) const BUTTON_ROWS: usize = 5;
/// Buttons in one row.
pub(super) const BUTTONS_IN_ROW: usize = 5;
/// Label of a button.
pub(super) const BUTTON_LABEL: usize = 80;
/// What a button carries back to us; unique within a message.
pub(super) const CUSTOM_ID: usize = 100;
/// Choices in a menu, and suggestions while a command is typed.
pub(super) const CHOICES: usize = 25;
/// Name and value of such a choice or suggestion.
pub(super) const CHOICE: usize = 100;
/// Text of a command's option: Discord takes 6,000; a question needs no more than this.
pub(super) const ASKED: u16 = 1000;
/// Text of an empty input in a modal; that of a menu may be longer.
pub(super) const PLACEHOLDER: usize = 100;
/// Text of a modal's input: Discord takes 4,000; what is wrong with an answer fits in a line.
pub(super) const REMARK: u16 = 300;
/// A long input of a modal.
pub(super) const LONG_INPUT: u16 = 4000;
/// Address behind a button.
pub const ADDRESS: usize = 512;
