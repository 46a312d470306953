//! `/knowledge explain` and the message command "Explain this answer": why a question came to its outcome, for
//! moderators.

use serenity::all::{CommandInteraction, ResolvedTarget, UserId};

use crate::desk::{Ranked, Reasons};
use crate::text::is_blank;

use super::access::{Actor, Right, permit};
use super::card::Card;
use super::limits::{EMBED_DESCRIPTION, EMBED_TITLE};
use super::mentions;
use super::neutral;
use super::reload::worked_out;
use super::render::{NEUTRAL, footer};
use super::service::Service;
use super::shorten::shorten;
use super::shown::{Response, Shown};

/// How much of one line is shown, in characters.
const LONGEST: usize = 300;
/// Less of a tree than this tells nothing.
const LEAST_TREE: usize = 400;

/// Why a question comes to its outcome now.
pub(super) fn question(question: String) -> (Response, &'static str) {
    worked_out(move |service| {
        let consultation = service.desk.ask(&question, &[]);
        let reasons = consultation.reasons();
        let only = reasons.len() == 1;
        let cards = reasons.iter().map(|reasons| Card {
            title: neutral::echo(&reasons.question, EMBED_TITLE),
            text: text(reasons, only),
            footer: footer(&consultation.generation),
            colour: NEUTRAL,
            ..Card::default()
        });
        (Shown { cards: cards.collect(), ..Shown::default() }, "explained")
    })
}

/// The same for the questions that a message of ours answers, or that a member's message asks.
pub(super) fn message(
    command: &CommandInteraction,
    bot: UserId,
    service: &Service,
) -> (Response, &'static str) {
    let actor = Actor::new(&command.user, command.member.as_deref());
    if let Err(denied) = permit(service, &actor, Right::Read, "explain an answer") {
        return denied;
    }
    let Some(ResolvedTarget::Message(target)) = command.data.target() else {
        let sentence = "Discord did not tell me which message you mean. Please try again.";
        return (Response::notice(sentence), "no_target");
    };
    let asked = if target.author.id == bot {
        let answered = mentions::answered_in(target).into_iter().map(|earlier| earlier.question);
        answered.collect::<Vec<_>>().join("\n")
    } else {
        mentions::without_mentions(&target.content, bot).0
    };
    if is_blank(&asked) {
        let sentence = "There is no question in that message. Please use /knowledge explain.";
        return (Response::notice(sentence), "blank");
    }
    question(asked)
}

/// What a moderator wants to know first, then the tree as far as there is room.
fn text(reasons: &Reasons, with_tree: bool) -> String {
    let echo = |line: &str| neutral::echo(line, LONGEST);
    let words = |words: &[String]| echo(&words.join(", "));
    let mut lines = vec![format!("**What came of it:** {}. {}", reasons.outcome, rule(&reasons.rule))];
    if let Some(read_as) = &reasons.read_as {
        lines.push(format!("**Read as:** {}", echo(read_as)));
    }
    if !reasons.counted.is_empty() {
        lines.push(format!("**Words that counted:** {}", words(&reasons.counted)));
    }
    if !reasons.unknown.is_empty() {
        lines.push(format!("**Unknown** (in no phrasing, answer or passage): {}", words(&reasons.unknown)));
    }
    let mut entries = reasons.entries.iter();
    if let Some(best) = entries.next() {
        lines.push(format!("**Best entry:** {}", ranked(best)));
        if let Some(second) = entries.next() {
            lines.push(format!("**Why not the runner-up:** {}", runner_up(best, second)));
        }
    }
    if let Some(silence) = &reasons.silence {
        lines.push(format!("**Best silence:** {}", ranked(silence)));
    }
    if !reasons.lead.is_empty() {
        lines.push(
            "**How sure that makes me** (the smaller lead, then what is added and taken away):".to_owned(),
        );
        lines.extend(reasons.lead.iter().map(|(value, label)| format!("{value:+.2} {}", echo(label))));
    }
    let text = lines.join("\n");
    let room = EMBED_DESCRIPTION.saturating_sub(text.chars().count() + 40);
    if !with_tree || room < LEAST_TREE {
        return text;
    }
    // In a block of code nothing is formatted; only its own fence could end it.
    let tree = shorten(&reasons.tree.replace('`', "'"), room);
    format!("{text}\n**Score tree:**\n```\n{tree}\n```")
}

fn rule(rule: &str) -> String {
    let mut chars = rule.chars();
    let first = chars.next().map(|first| first.to_uppercase().collect::<String>()).unwrap_or_default();
    if rule.is_empty() { String::new() } else { format!("{first}{}.", chars.as_str()) }
}

fn ranked(ranked: &Ranked) -> String {
    let nearest = ranked.parts.iter().find(|(_, label)| label.starts_with("nearest phrasings"));
    let nearest = nearest.map_or_else(String::new, |(_, label)| format!("; {label}"));
    let Ranked { total, id, about, .. } = ranked;
    neutral::echo(&format!("{total:+.2} {id} ({about}{nearest})"), LONGEST)
}

/// Where the second entry lost: the part in which it is farthest behind.
fn runner_up(best: &Ranked, second: &Ranked) -> String {
    let pairs = best.parts.iter().zip(&second.parts);
    let mut parts: Vec<(f32, &str)> =
        pairs.map(|(best, second)| (best.0 - second.0, name(&best.1))).collect();
    parts.sort_by(|a, b| b.0.total_cmp(&a.0));
    let most = parts.first().filter(|(by, _)| *by > 0.0);
    let most = most.map_or_else(String::new, |(by, name)| format!(", most of all in {name} ({by:.2})"));
    let by = best.total - second.total;
    format!("{} is {by:.2} behind{most}", ranked(second))
}

/// A part of a total, without what is particular to one entry.
fn name(label: &str) -> &str {
    let name = label.split(", the first").next().unwrap_or(label);
    match name {
        "cosine with the centre of its phrasings" => "likeness to its phrasings as a whole",
        "nearest phrasings" => "likeness to its nearest phrasings",
        "its classifier's margin" => "how its phrasings differ from all others",
        other => other,
    }
}
