//! A gap that becomes a phrasing or a silence: the form, the change of the files, and the proposal that follows.

use std::convert::identity;

use serenity::all::{ComponentInteraction, ModalInteraction};

use crate::journal::Settled;
use crate::knowledge::edit::{Addition, NewSilence};
use crate::knowledge::{
    FEWEST_PHRASINGS, LONGEST_ID, LONGEST_NAME, LONGEST_PASSAGE, LONGEST_PHRASING, SilenceReason,
};

use super::access::{Actor, Right, permit};
use super::custom_id::Wish;
use super::gaps;
use super::limits::LONG_INPUT;
use super::modals::field;
use super::neutral;
use super::reload;
use super::service::Service;
use super::shown::{Input, Modal, Response, Shown};

/// How much of what was added is shown again.
const SHOWN: usize = 300;

/// The form for a phrasing of the entry that was chosen, with the question in it: typos can be mended there.
pub(super) async fn phrasing_form(
    question: i64,
    entry: &str,
    press: &ComponentInteraction,
    service: &Service,
) -> (Response, &'static str) {
    let input = |asked| Input {
        name: "text",
        label: "As members would ask, without typos",
        placeholder: "One way to ask".to_owned(),
        filled: asked,
        most: most(LONGEST_PHRASING),
        long: true,
    };
    let asked = permitted_question(question, press, service).await;
    let form = |asked| form(&Wish::Phrase { question, entry }, "Add as phrasing", vec![input(asked)]);
    asked.map_or_else(identity, form)
}

/// The form for a new silence, with the question among its phrasings.
pub(super) async fn silence_form(
    question: i64,
    press: &ComponentInteraction,
    service: &Service,
) -> (Response, &'static str) {
    let asked = permitted_question(question, press, service).await;
    let form = |asked: String| form(&Wish::Silence(question), "Add as silence", silence_inputs(&asked));
    asked.map_or_else(identity, form)
}

fn silence_inputs(asked: &str) -> Vec<Input> {
    let short = |name, label, placeholder: &str, filled: &str, length| Input {
        name,
        label,
        placeholder: placeholder.to_owned(),
        filled: filled.to_owned(),
        most: most(length),
        long: false,
    };
    // Thanks and the like are no gap.
    let reasons = SilenceReason::names().filter(|name| *name != SilenceReason::SmallTalk.name());
    let reasons = reasons.collect::<Vec<_>>().join(", ");
    vec![
        short("id", "Id: a short new name", "age", "", LONGEST_ID),
        short("topic", "Topic: what the article does not tell", "the age of a person", "", LONGEST_NAME),
        short("reason", "Reason", &reasons, SilenceReason::Silent.name(), 20),
        Input {
            long: true,
            ..short(
                "reply",
                "What I am to say",
                "The article does not say how old anybody is.",
                "",
                LONGEST_PASSAGE,
            )
        },
        Input {
            long: true,
            most: LONG_INPUT,
            ..short("phrasings", "Ways to ask, one a line, at least five", "how old is she", asked, 0)
        },
    ]
}

fn most(length: usize) -> u16 {
    u16::try_from(length).unwrap_or(LONG_INPUT)
}

fn form(wish: &Wish<'_>, title: &'static str, inputs: Vec<Input>) -> (Response, &'static str) {
    match wish.id() {
        Some(id) => (Response::Modal(Modal { id, title, inputs }), "teaching"),
        None => (
            Response::notice("The id of this entry is too long for a form. Please edit the file."),
            "too_long",
        ),
    }
}

/// The text of a question in the journal, for whoever may change the knowledge.
async fn permitted_question(
    question: i64,
    press: &ComponentInteraction,
    service: &Service,
) -> Result<String, (Response, &'static str)> {
    let actor = Actor::new(&press.user, press.member.as_ref());
    permit(service, &actor, Right::Change, "add to the knowledge")?;
    let found = service.record.work(move |store| store.question(question)).await;
    match found {
        Ok(Some(kept)) => Ok(kept.question),
        Ok(None) => Err((Response::notice("This question is no longer in my journal."), "no_gap")),
        Err(trouble) => Err((Response::Notice(format!("I cannot read my journal: {trouble}.")), "no_gap")),
    }
}

/// The form for a phrasing was sent off.
pub(super) fn phrase(
    question: i64,
    entry: &str,
    modal: &ModalInteraction,
    service: &Service,
) -> (Response, &'static str) {
    let text = one_line(field(modal, "text"));
    let told = format!("“{}” is now a phrasing of {entry}", neutral::echo(&text, SHOWN));
    let what = format!("add a phrasing to {entry}");
    add(question, Addition::Phrasing { of: entry.to_owned(), text }, what, told, modal, service)
}

/// The form for a silence was sent off.
pub(super) fn silence(
    question: i64,
    modal: &ModalInteraction,
    service: &Service,
) -> (Response, &'static str) {
    let Some(reason) = SilenceReason::parse(field(modal, "reason").trim()) else {
        let known = SilenceReason::names().collect::<Vec<_>>().join(", ");
        let sentence = format!("There is no such reason. Please write one of: {known}. Nothing was added.");
        return (Response::Notice(sentence), "no_reason");
    };
    let phrasings = field(modal, "phrasings").lines().map(one_line).filter(|line| !line.is_empty());
    let phrasings: Vec<String> = phrasings.collect();
    if phrasings.len() < FEWEST_PHRASINGS {
        let sentence = format!(
            "A silence needs at least {FEWEST_PHRASINGS} ways to ask, one a line; these were {}. Nothing was added.",
            phrasings.len()
        );
        return (Response::Notice(sentence), "too_few");
    }
    let silence = NewSilence {
        id: one_line(field(modal, "id")),
        topic: one_line(field(modal, "topic")),
        reason,
        reply: one_line(field(modal, "reply")),
        nearest: None,
        phrasings,
    };
    let told = format!("“{}” is now a silence", neutral::echo(&silence.id, SHOWN));
    let what = format!("add the silence {}", silence.id);
    add(question, Addition::Silence(silence), what, told, modal, service)
}

/// Changes the files, then proposes what they would change.
fn add(
    question: i64,
    addition: Addition,
    what: String,
    told: String,
    modal: &ModalInteraction,
    service: &Service,
) -> (Response, &'static str) {
    let actor = Actor::new(&modal.user, modal.member.as_ref());
    if let Err(denied) = permit(service, &actor, Right::Change, &what) {
        return denied;
    }
    reload::worked_out(move |service| {
        let path = match service.desk.teach(&addition) {
            Ok(path) => path,
            Err(why) => {
                reload::audit(service, &actor, &what, "not added");
                let sentence = format!("Nothing was added. {}", neutral::echo(&why, 1000));
                return (Shown::sentence(sentence), "not_added");
            }
        };
        reload::audit(service, &actor, &what, &format!("added to {path}"));
        // A question that was forgotten meanwhile needs no note.
        let _ = gaps::find(service, question).and_then(|gap| gaps::settle(service, &gap, Settled::Added));
        let (mut shown, outcome) =
            reload::shown(service, &actor, &what, Some(what.clone()), service.desk.propose());
        let rest = if shown.sentence.is_empty() { "" } else { "\n" };
        shown.sentence =
            format!("{told}, in {path}. This is what that would change:{rest}{}", shown.sentence);
        (shown, outcome)
    })
}

/// A text without line breaks and blanks at its ends.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
