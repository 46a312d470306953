//! `/knowledge reload` and `rollback`: a proposal is worked out and shown, then *Apply* or *Cancel*.

use std::time::Instant;

use serenity::all::ComponentInteraction;
use tracing::info;

use crate::desk::{Audited, NotProposed, Proposal, Signed};

use super::access::{Actor, Right, permit};
use super::clock;
use super::faults;
use super::later::Later;
use super::proposed;
use super::service::Service;
use super::shown::{Response, Shown};

/// What is said where a proposal is not there any more.
const LAPSED: &str = "This proposal has lapsed: it was 15 minutes old, newer ones have taken its place, or I was \
                      restarted. Nothing has changed. Please use /knowledge reload again.";

/// Shows what the knowledge folder would change.
pub(super) fn propose(actor: Actor, note: Option<String>) -> (Response, &'static str) {
    worked_out(move |service| shown(service, &actor, "/knowledge reload", note, service.desk.propose()))
}

/// Shows what an earlier generation would change.
pub(super) fn propose_rollback(
    actor: Actor,
    number: Option<u64>,
    note: Option<String>,
) -> (Response, &'static str) {
    worked_out(move |service| {
        shown(service, &actor, "/knowledge rollback", note, service.desk.propose_rollback(number))
    })
}

/// A new message for the moderator alone, worked out beside everything else.
pub(super) fn worked_out(
    work: impl FnOnce(&Service) -> (Shown, &'static str) + Send + 'static,
) -> (Response, &'static str) {
    (Response::Later(Later { work: Box::new(work), in_place: false }), "worked_out")
}

/// A proposal, or why there is none; in the audit list either way.
pub(super) fn shown(
    service: &Service,
    actor: &Actor,
    what: &str,
    note: Option<String>,
    proposed: Result<Proposal, NotProposed>,
) -> (Shown, &'static str) {
    let serving = service.desk.current().number;
    let (shown, outcome) = match proposed {
        Ok(proposal) => {
            let card = proposed::card(&proposal);
            let name = service.proposals.keep(proposal, note, Instant::now());
            (proposed::with_buttons(card, &name), "proposed")
        }
        Err(NotProposed::Faults(faults)) => (faults::shown(&faults, serving), "faults"),
        Err(NotProposed::Unchanged(number)) => {
            (Shown::sentence(NotProposed::Unchanged(number).to_string()), "unchanged")
        }
        Err(NotProposed::Nothing(why)) => {
            let sentence =
                format!("There is nothing to propose: {why}. Still answering from generation {serving}.");
            (Shown::sentence(sentence), "nothing")
        }
    };
    audit(service, actor, what, outcome);
    (shown, outcome)
}

/// *Apply* was pressed.
pub(super) fn apply(name: &str, press: &ComponentInteraction, service: &Service) -> (Response, &'static str) {
    let actor = Actor::new(&press.user, press.member.as_ref());
    if let Err(denied) = permit(service, &actor, Right::Change, "apply a proposal") {
        return denied;
    }
    let Some((proposal, note)) = service.proposals.take(name, Instant::now()) else {
        return (Response::Update(Shown::sentence(LAPSED.to_owned())), "lapsed");
    };
    let signed = Signed { by: actor.name(), at: clock::now(), note };
    let work = move |service: &Service| match service.desk.apply(&proposal, &signed) {
        Ok(number) => {
            info!(generation = number, by = signed.by.as_str(), "new knowledge is serving");
            (proposed::applied(&proposal), "applied")
        }
        Err(why) => {
            let serving = service.desk.current().number;
            let sentence = format!("Not applied: {why}. Still answering from generation {serving}.");
            (Shown::sentence(sentence), "not_applied")
        }
    };
    (Response::Later(Later { work: Box::new(work), in_place: true }), "worked_out")
}

/// *Cancel* was pressed.
pub(super) fn cancel(
    name: &str,
    press: &ComponentInteraction,
    service: &Service,
) -> (Response, &'static str) {
    let actor = Actor::new(&press.user, press.member.as_ref());
    if let Err(denied) = permit(service, &actor, Right::Change, "cancel a proposal") {
        return denied;
    }
    service.proposals.take(name, Instant::now());
    audit(service, &actor, "cancel a proposal", "cancelled");
    let serving = service.desk.current().number;
    let sentence = format!("Cancelled. Nothing has changed: still answering from generation {serving}.");
    (Response::Update(Shown::sentence(sentence)), "cancelled")
}

/// Notes who did what.
pub(super) fn audit(service: &Service, actor: &Actor, what: &str, outcome: &str) {
    let (at, who) = (clock::now(), actor.name());
    service.desk.audit().record(Audited { at, who, what: what.to_owned(), outcome: outcome.to_owned() });
}
