//! What a message shows, and how an interaction is answered, before either is put into serenity's terms.

use super::attached::Attached;
use super::card::Card;
use super::later::Later;

/// What one message shows.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// A sentence above the cards; empty where there is none.
    pub(super) sentence: String,
    /// One card for each question.
    pub(super) cards: Vec<Card>,
    /// What can be pressed, row by row.
    pub(super) rows: Vec<Row>,
    /// Files beneath it; only where it is filled in later.
    pub(super) files: Vec<Attached>,
}

impl Shown {
    /// A sentence and nothing else.
    pub(super) fn sentence(sentence: String) -> Self {
        Self { sentence, ..Self::default() }
    }
}

/// A row beneath a message.
#[derive(Debug)]
pub(super) enum Row {
    Buttons(Vec<Button>),
    Menu(Menu),
}

impl Row {
    /// Its buttons; a menu has none.
    pub(super) fn buttons(&self) -> &[Button] {
        match self {
            Self::Buttons(buttons) => buttons,
            Self::Menu(_) => &[],
        }
    }
}

/// A button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Button {
    /// What it does.
    pub(super) does: Does,
    /// What it says.
    pub(super) label: String,
}

/// What a button does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Does {
    /// Sends this `custom_id` back.
    Press(String),
    /// Opens this address.
    Open(String),
}

/// A menu of which one thing is chosen.
#[derive(Debug)]
pub(super) struct Menu {
    /// What Discord sends back.
    pub(super) id: String,
    /// What it says while nothing is chosen.
    pub(super) placeholder: String,
    /// What can be chosen: at least one.
    pub(super) choices: Vec<Choice>,
}

/// Something to choose in a menu.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    /// What Discord sends back.
    pub(super) value: String,
    /// What it says.
    pub(super) label: String,
}

/// A form to fill in.
#[derive(Debug)]
pub(super) struct Modal {
    /// What Discord sends back.
    pub(super) id: String,
    /// Above it.
    pub(super) title: &'static str,
    /// What is asked for: one to five, all of which must be filled in.
    pub(super) inputs: Vec<Input>,
}

/// A line or a field of a form.
#[derive(Debug, Clone)]
pub(super) struct Input {
    /// By which it is found in what Discord sends back; unique in the form.
    pub(super) name: &'static str,
    /// Above the field.
    pub(super) label: &'static str,
    /// In the field while it is empty.
    pub(super) placeholder: String,
    /// In it from the beginning.
    pub(super) filled: String,
    /// How much may be filled in, in characters.
    pub(super) most: u16,
    /// Whether it has several lines.
    pub(super) long: bool,
}

/// How an interaction is answered.
#[derive(Debug)]
pub(super) enum Response {
    /// A new message for all.
    Public(Shown),
    /// A new message for the one who acted.
    Private(Shown),
    /// In the place of what the message with the button shows.
    Update(Shown),
    /// A sentence for the one who acted.
    Notice(String),
    /// A form to fill in.
    Modal(Modal),
    /// What takes longer than Discord waits.
    Later(Later),
}

impl Response {
    /// A message for all, or for the one who acted alone.
    pub(super) fn message(shown: Shown, private: bool) -> Self {
        if private { Self::Private(shown) } else { Self::Public(shown) }
    }

    /// A sentence for the one who acted.
    pub(super) fn notice(sentence: &str) -> Self {
        Self::Notice(sentence.to_owned())
    }
}
