//! A proposal as a moderator sees it, with *Apply* and *Cancel*; and what was applied.

use crate::desk::Proposal;

use super::buttons::button;
use super::card::Card;
use super::custom_id::Wish;
use super::limits::EMBED_DESCRIPTION;
use super::neutral;
use super::render::{self, NEUTRAL};
use super::shown::{Row, Shown};

/// How many changes of one kind are shown; the rest is counted.
const EACH: usize = 8;
/// How much of one line is shown, in characters.
const LONGEST: usize = 240;
/// Room that is left for what is said after the changes.
const RESERVED: usize = 200;

/// What a proposal would change.
pub(super) fn card(proposal: &Proposal) -> Card {
    let turned = proposal.comparison.turned_wrong().count();
    let title = match turned {
        0 => format!("Apply generation {}?", proposal.generation.number),
        1 => format!("Apply generation {}? 1 golden question turns wrong", proposal.generation.number),
        many => {
            format!("Apply generation {}? {many} golden questions turn wrong", proposal.generation.number)
        }
    };
    let stands = "Nothing has changed yet. This proposal stands for 15 minutes.";
    Card { title, text: format!("{}\n\n{stands}", text(proposal)), colour: NEUTRAL, ..Card::default() }
}

/// The proposal with the two ways out.
pub(super) fn with_buttons(card: Card, name: &str) -> Shown {
    let buttons = [button(&Wish::Apply(name), "Apply"), button(&Wish::Cancel(name), "Cancel")];
    let row = Row::Buttons(buttons.into_iter().flatten().collect());
    Shown { cards: vec![card], rows: vec![row], ..Shown::default() }
}

/// What was applied.
pub(super) fn applied(proposal: &Proposal) -> Shown {
    let number = proposal.generation.number;
    let back =
        format!("/knowledge rollback generation:{} brings the one before back.", proposal.serving.number);
    let title = format!("Now answering from generation {number}");
    render::plain_card(title, format!("{}\n\n{back}", text(proposal)), Vec::new())
}

/// The numbers first, then as many of the changes as there is room for.
fn text(proposal: &Proposal) -> String {
    let line = |line: String| neutral::echo(&line, LONGEST);
    let mut lines: Vec<String> = proposal.summary().into_iter().map(line).collect();
    lines.push(String::new());
    let mut length: usize = lines.iter().map(|line| line.chars().count() + 1).sum();
    for detail in proposal.details(EACH).into_iter().map(line) {
        length += detail.chars().count() + 3;
        if length + RESERVED > EMBED_DESCRIPTION {
            lines.push("• … and more: `aide-memoire reload --plan` lists all.".to_owned());
            break;
        }
        lines.push(format!("• {detail}"));
    }
    lines.join("\n").trim_end().to_owned()
}
