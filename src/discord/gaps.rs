//! `/knowledge gaps`: what members could not get answered, page by page; then one of it, and what can be made of it.

use std::sync::Arc;

use serenity::all::ComponentInteraction;

use crate::desk::{Generation, told};
use crate::journal::{Gap, Kept, Settled, Trouble};
use crate::knowledge::Entry;

use super::access::{Actor, Right, permit};
use super::buttons::button;
use super::custom_id::Wish;
use super::later::Later;
use super::limits::{CHOICE, CHOICES, EMBED_TITLE, PLACEHOLDER};
use super::neutral;
use super::reload;
use super::render;
use super::service::Service;
use super::shorten::shorten;
use super::shown::{Choice, Menu, Response, Row, Shown};

/// How many gaps are on a page: as many as can be read at once.
const ON_PAGE: usize = 10;
/// How many wordings of one gap are shown, and how much of a question.
const WORDINGS: usize = 8;
const LONGEST: usize = 160;

/// The first page, for the moderator alone.
pub(super) fn open() -> (Response, &'static str) {
    reload::worked_out(|service| (list(service, 0), "gaps"))
}

/// Another page, in the place of what the message shows.
pub(super) fn turn(page: usize, press: &ComponentInteraction, service: &Service) -> (Response, &'static str) {
    permitted(press, service, "look at gaps", move |service, _| (list(service, page), "gaps"))
}

/// One gap, in the place of the list.
pub(super) fn look(
    chosen: &str,
    press: &ComponentInteraction,
    service: &Service,
) -> (Response, &'static str) {
    let question = chosen.parse().unwrap_or_default();
    permitted(press, service, "look at a gap", move |service, _| match find(service, question) {
        Ok(gap) => (one(&gap, &service.desk.current()), "gap"),
        Err(sentence) => (Shown::sentence(sentence), "no_gap"),
    })
}

/// A gap that needs no answer is not shown again.
pub(super) fn ignore(
    question: i64,
    press: &ComponentInteraction,
    service: &Service,
) -> (Response, &'static str) {
    permitted(press, service, "ignore a gap", move |service, actor| {
        let done = find(service, question).and_then(|gap| settle(service, &gap, Settled::Ignored));
        match done {
            Ok(()) => {
                reload::audit(service, actor, "ignore a gap", "ignored");
                (list(service, 0), "ignored")
            }
            Err(sentence) => (Shown::sentence(sentence), "not_ignored"),
        }
    })
}

/// Works something out in the place of the message, for whoever may change the knowledge.
fn permitted(
    press: &ComponentInteraction,
    service: &Service,
    what: &str,
    work: impl FnOnce(&Service, &Actor) -> (Shown, &'static str) + Send + 'static,
) -> (Response, &'static str) {
    let actor = Actor::new(&press.user, press.member.as_ref());
    if let Err(denied) = permit(service, &actor, Right::Change, what) {
        return denied;
    }
    let work = Box::new(move |service: &Service| work(service, &actor));
    (Response::Later(Later { work, in_place: true }), "worked_out")
}

/// The gaps that there are now.
fn gaps(service: &Service) -> Result<Vec<Gap>, String> {
    let kept =
        service.record.work_here(|store| store.questions()).map_err(|trouble| nothing_to_show(&trouble))?;
    Ok(service.desk.gaps(kept))
}

fn nothing_to_show(trouble: &Trouble) -> String {
    format!("There is nothing to show: {trouble}.")
}

/// The gap with this question in it.
///
/// # Errors
///
/// What to say where there is none any more.
pub(super) fn find(service: &Service, question: i64) -> Result<Gap, String> {
    let is_in = |gap: &Gap| gap.questions.iter().any(|kept| kept.id == question);
    gaps(service)?.into_iter().find(is_in).ok_or_else(|| {
        "This gap is no longer open: it was answered, added, ignored or forgotten meanwhile. Please use \
         /knowledge gaps again."
            .to_owned()
    })
}

/// Notes what was made of a gap.
///
/// # Errors
///
/// What to say where that could not be noted.
pub(super) fn settle(service: &Service, gap: &Gap, how: Settled) -> Result<(), String> {
    let ids: Vec<i64> = gap.questions.iter().map(|kept| kept.id).collect();
    service
        .record
        .work_here(move |store| store.settle(&ids, how))
        .map_err(|trouble| nothing_to_show(&trouble))
}

fn list(service: &Service, page: usize) -> Shown {
    let gaps = match gaps(service) {
        Ok(gaps) => gaps,
        Err(sentence) => return Shown::sentence(sentence),
    };
    let pages = gaps.len().div_ceil(ON_PAGE).max(1);
    let page = page.min(pages - 1);
    let on_page: Vec<&Gap> = gaps.iter().skip(page * ON_PAGE).take(ON_PAGE).collect();
    let mut lines: Vec<String> = on_page.iter().map(|gap| line(gap)).collect();
    lines.push(match gaps.len() {
        0 => "There is no question that I could not answer then and cannot answer now.".to_owned(),
        1 => "\nChoose it to see what can be made of it.".to_owned(),
        many => {
            format!("\n{many} gaps, page {} of {pages}. Choose one to see what can be made of it.", page + 1)
        }
    });
    let choice = |gap: &&Gap| {
        // Nothing is formatted in a menu.
        let label = shorten(&format!("{}× {}", gap.times(), gap.question().question), CHOICE);
        Choice { value: gap.question().id.to_string(), label }
    };
    let choices: Vec<Choice> = on_page.iter().map(choice).collect();
    let mut rows = Vec::new();
    rows.extend(menu(&Wish::Gap(page), "Choose a gap", choices));
    let before = page.checked_sub(1).and_then(|page| button(&Wish::Gaps(page), "Previous"));
    let after = (page + 1 < pages).then(|| button(&Wish::Gaps(page + 1), "Next")).flatten();
    let ways: Vec<_> = before.into_iter().chain(after).collect();
    if !ways.is_empty() {
        rows.push(Row::Buttons(ways));
    }
    render::plain_card("What members could not get answered".to_owned(), lines.join("\n"), rows)
}

fn line(gap: &Gap) -> String {
    let question = neutral::echo(&gap.question().question, LONGEST);
    let near = gap.nearest().first();
    let near = near.map_or_else(String::new, |near| format!(" → {} ({:+.2})", near.entry, near.score));
    format!("**{}×** {question}{near}", gap.times())
}

fn one(gap: &Gap, generation: &Generation) -> Shown {
    let Kept { id, question, outcome, .. } = gap.question();
    let times = told::times(gap.times());
    let mut lines =
        vec![format!("Asked {times}, the last time <t:{}:R>; then: {outcome}.", gap.question().at)];
    let wordings = gap.wordings();
    lines.extend(
        wordings
            .iter()
            .skip(1)
            .take(WORDINGS)
            .map(|wording| format!("• {}", neutral::echo(wording, LONGEST))),
    );
    lines.push("\n**Nearest entries**".to_owned());
    lines.extend(gap.nearest().iter().map(|near| {
        let entry = generation.engine.knowledge().entry(&near.entry);
        format!("{:+.2} {} ({})", near.score, entry.map_or("", |entry| &entry.question), near.entry)
    }));
    lines.push(
        "\nIf one of them answers it, choose that one: the question becomes a way to ask for it.".to_owned(),
    );
    let choice =
        |entry: &Arc<Entry>| Choice { value: entry.id.clone(), label: shorten(&entry.question, CHOICE) };
    let choices: Vec<Choice> = ranked(generation, question).iter().map(choice).collect();
    let mut rows = Vec::new();
    rows.extend(menu(&Wish::Teach(*id), "Add as phrasing of …", choices));
    let ways = [
        button(&Wish::Silence(*id), "Add as silence"),
        button(&Wish::Ignore(*id), "Ignore"),
        button(&Wish::Gaps(0), "All gaps"),
    ];
    rows.push(Row::Buttons(ways.into_iter().flatten().collect()));
    render::plain_card(neutral::echo(question, EMBED_TITLE), lines.join("\n"), rows)
}

/// The entries that may answer a question, the nearest first.
fn ranked(generation: &Generation, question: &str) -> Vec<Arc<Entry>> {
    let engine = &generation.engine;
    let mut ranked = engine.ranked(engine.reply(question, &[]).main_part());
    if ranked.is_empty() {
        ranked = engine.complete(question, CHOICES);
    }
    ranked.truncate(CHOICES);
    ranked
}

fn menu(wish: &Wish<'_>, placeholder: &str, choices: Vec<Choice>) -> Option<Row> {
    let id = wish.id().filter(|_| !choices.is_empty())?;
    Some(Row::Menu(Menu { id, placeholder: shorten(placeholder, PLACEHOLDER), choices }))
}
