//! `/knowledge`, for moderators: how it is declared, and what each of its subcommands comes to.

use serenity::all::{
    CommandInteraction, CommandOptionType, CreateCommand, CreateCommandOption, InstallationContext,
    InteractionContext, Permissions, ResolvedOption, ResolvedValue,
};

use crate::knowledge::history::LONGEST_NOTE;

use super::access::{Actor, Right, permit};
use super::explain;
use super::export;
use super::gaps;
use super::limits::ASKED;
use super::localised;
use super::reload;
use super::service::Service;
use super::shown::Response;
use super::standing;

/// The command.
pub(super) const KNOWLEDGE: &str = "knowledge";
/// Its subcommands.
const RELOAD: &str = "reload";
const STATUS: &str = "status";
const HISTORY: &str = "history";
const ROLLBACK: &str = "rollback";
const GAPS: &str = "gaps";
const EXPLAIN: &str = "explain";
const CHECK: &str = "check";
const AUDIT: &str = "audit";
const EXPORT: &str = "export";
/// Their options.
const NOTE: &str = "note";
const GENERATION: &str = "generation";
const QUESTION: &str = "question";

/// The command as Discord is told of it; in direct messages only where there are owners to use it there.
pub(super) fn declared(has_owners: bool) -> CreateCommand {
    let command =
        CreateCommand::new(KNOWLEDGE).description("For moderators: change, check and roll back what I know");
    let command = for_moderators(command, has_owners);
    let number = CreateCommandOption::new(
        CommandOptionType::Integer,
        GENERATION,
        "Its number; without one, the generation before",
    );
    let number = localised::option(number.min_int_value(1), "knowledge rollback", GENERATION);
    let question =
        CreateCommandOption::new(CommandOptionType::String, QUESTION, "A question as a member asks it");
    let question =
        localised::option(question.required(true).max_length(ASKED), "knowledge explain", QUESTION);
    localised::command(command, KNOWLEDGE)
        .add_option(
            subcommand(RELOAD, "Show what the knowledge files would change, then apply it or not")
                .add_sub_option(note("knowledge reload")),
        )
        .add_option(subcommand(STATUS, "What is serving, since when, and whether the files differ"))
        .add_option(subcommand(HISTORY, "The generations that were applied: when, by whom and why"))
        .add_option(
            subcommand(ROLLBACK, "Show what an earlier generation would change, then apply it or not")
                .add_sub_option(number)
                .add_sub_option(note("knowledge rollback")),
        )
        .add_option(subcommand(GAPS, "What members could not get answered, and what can be made of it"))
        .add_option(subcommand(EXPLAIN, "Why a question is answered as it is").add_sub_option(question))
        .add_option(subcommand(CHECK, "Check the knowledge files"))
        .add_option(subcommand(AUDIT, "Who did what to the knowledge, or tried to"))
        .add_option(subcommand(EXPORT, "The knowledge, what members think of it, and its exam, as files"))
}

/// What the commands for moderators share.
pub(super) fn for_moderators(command: CreateCommand, has_owners: bool) -> CreateCommand {
    let contexts = [InteractionContext::Guild, InteractionContext::BotDm];
    command
        .default_member_permissions(Permissions::MANAGE_GUILD)
        .integration_types(vec![InstallationContext::Guild])
        .contexts(contexts.into_iter().take(if has_owners { 2 } else { 1 }).collect())
}

fn subcommand(name: &str, description: &str) -> CreateCommandOption {
    let declared = CreateCommandOption::new(CommandOptionType::SubCommand, name, description);
    localised::option(declared, KNOWLEDGE, name)
}

fn note(of: &str) -> CreateCommandOption {
    let note = CreateCommandOption::new(CommandOptionType::String, NOTE, "Why, for the history");
    localised::option(note.max_length(u16::try_from(LONGEST_NOTE).unwrap_or(u16::MAX)), of, NOTE)
}

/// The answer to the command, and its name for the log.
pub(super) fn answer(command: &CommandInteraction, service: &Service) -> (Response, &'static str) {
    let actor = Actor::new(&command.user, command.member.as_deref());
    let options = command.data.options();
    let Some(ResolvedOption { name, value: ResolvedValue::SubCommand(options), .. }) = options.first() else {
        return unknown();
    };
    let right = match *name {
        // What members asked, maybe in another server, and who did what is for those alone who can mend it.
        RELOAD | ROLLBACK | GAPS | AUDIT | EXPORT => Right::Change,
        _ => Right::Read,
    };
    if let Err(denied) = permit(service, &actor, right, &format!("/knowledge {name}")) {
        return denied;
    }
    match *name {
        RELOAD => reload::propose(actor, text(options, NOTE)),
        ROLLBACK => reload::propose_rollback(actor, whole(options, GENERATION), text(options, NOTE)),
        STATUS => standing::status(),
        HISTORY => standing::history(),
        GAPS => gaps::open(),
        EXPLAIN => explain::question(text(options, QUESTION).unwrap_or_default()),
        CHECK => standing::check(),
        AUDIT => standing::audit(),
        EXPORT => export::export(),
        _ => unknown(),
    }
}

fn unknown() -> (Response, &'static str) {
    (Response::notice("I do not know this command. Please use /knowledge status."), "unknown_command")
}

/// A text that was given, if any.
fn text(options: &[ResolvedOption<'_>], name: &str) -> Option<String> {
    options.iter().find(|option| option.name == name).and_then(|option| match option.value {
        ResolvedValue::String(text) => Some(text.to_owned()),
        _ => None,
    })
}

/// A whole number that was given, if any; none below zero.
fn whole(options: &[ResolvedOption<'_>], name: &str) -> Option<u64> {
    options.iter().find(|option| option.name == name).and_then(|option| match option.value {
        ResolvedValue::Integer(number) => u64::try_from(number).ok(),
        _ => None,
    })
}
