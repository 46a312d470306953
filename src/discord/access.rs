//! Who has a say over the knowledge. Discord shows the commands to those with Manage Server; that is a setting of each
//! server's, so that it is checked here again, at every command, press and form.

use std::sync::{Mutex, PoisonError};

use serenity::all::{Member, Permissions, User};
use tracing::info;

use crate::desk::Audited;

use super::clock;
use super::service::Service;
use super::shown::Response;

/// Who has a say over the knowledge, as the operator has set it up. All are Discord's ids.
#[derive(Debug, Clone, Default)]
pub struct Moderators {
    /// Users and roles, beside members with Manage Server.
    pub ids: Vec<u64>,
    /// Users who may everything, in direct messages too.
    pub owners: Vec<u64>,
    /// The server that alone may change the knowledge; in others it can only be looked at.
    pub home_guild: Option<u64>,
}

/// Who acts, and where.
#[derive(Debug, Clone)]
pub(super) struct Actor {
    id: u64,
    /// The server; none in direct messages.
    guild: Option<u64>,
    roles: Vec<u64>,
    manages: bool,
}

/// What somebody wants to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Right {
    /// Look at status, history and the like.
    Read,
    /// Change the knowledge.
    Change,
}

/// Why somebody may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Denied {
    NoModerator,
    DirectMessage,
    NotAtHome,
    NoHome,
}

impl Denied {
    fn sentence(self) -> &'static str {
        match self {
            Self::NoModerator => {
                "This is for the moderators of this server: people with the permission Manage Server, or those \
                 whom my operator has named. Nothing was done."
            }
            Self::DirectMessage => {
                "In direct messages this is for my owners alone. Please use it in a server where you are a \
                 moderator. Nothing was done."
            }
            Self::NotAtHome => {
                "My knowledge can be changed in my home server alone. Here you can use /knowledge status and \
                 /knowledge history. Nothing was done."
            }
            Self::NoHome => {
                "I am in several servers, and my operator has not said which of them may change my knowledge \
                 (AIDE_HOME_GUILD). Here you can use /knowledge status and /knowledge history. Nothing was done."
            }
        }
    }
}

/// What is known of those who may.
#[derive(Debug, Default)]
pub(super) struct Access {
    moderators: Moderators,
    /// The servers that the bot is in, as far as Discord has told.
    guilds: Mutex<Vec<u64>>,
}

impl Access {
    pub(super) fn new(moderators: Moderators) -> Self {
        Self { moderators, guilds: Mutex::default() }
    }

    /// Takes note of the servers that the bot is in.
    pub(super) fn is_in(&self, guilds: Vec<u64>) {
        *self.guilds.lock().unwrap_or_else(PoisonError::into_inner) = guilds;
    }

    /// Whether there is anybody to use the commands in direct messages.
    pub(super) fn has_owners(&self) -> bool {
        !self.moderators.owners.is_empty()
    }

    /// The one place where it is decided.
    fn check(&self, actor: &Actor, right: Right) -> Result<(), Denied> {
        let Moderators { ids, owners, home_guild } = &self.moderators;
        if owners.contains(&actor.id) {
            return Ok(());
        }
        let Some(guild) = actor.guild else { return Err(Denied::DirectMessage) };
        let named = ids.contains(&actor.id) || actor.roles.iter().any(|role| ids.contains(role));
        if !named && !actor.manages {
            return Err(Denied::NoModerator);
        }
        if right == Right::Read {
            return Ok(());
        }
        let guilds = self.guilds.lock().unwrap_or_else(PoisonError::into_inner);
        match (home_guild, guilds.as_slice()) {
            (Some(home), _) if *home == guild => Ok(()),
            (Some(_), _) => Err(Denied::NotAtHome),
            // The only one is home; of one that came since then nothing is known, and of none anything may be.
            (None, [only]) if *only != guild => Err(Denied::NoHome),
            (None, [] | [_]) => Ok(()),
            (None, _) => Err(Denied::NoHome),
        }
    }
}

impl Actor {
    /// Who used a command, a button or a form.
    pub(super) fn new(user: &User, member: Option<&Member>) -> Self {
        let member_of = |member: &Member| {
            let permissions = member.permissions.unwrap_or_default();
            permissions.intersects(Permissions::MANAGE_GUILD | Permissions::ADMINISTRATOR)
        };
        Self {
            id: user.id.get(),
            guild: member.map(|member| member.guild_id.get()),
            roles: member
                .map(|member| member.roles.iter().map(|role| role.get()).collect())
                .unwrap_or_default(),
            manages: member.is_some_and(member_of),
        }
    }

    /// How the actor is written down.
    pub(super) fn name(&self) -> String {
        format!("Discord user {}", self.id)
    }
}

/// Lets somebody do something, or tells why not; who tried is noted.
pub(super) fn permit(
    service: &Service,
    actor: &Actor,
    right: Right,
    what: &str,
) -> Result<(), (Response, &'static str)> {
    let Err(denied) = service.access.check(actor, right) else { return Ok(()) };
    info!(user = actor.id, what, "not permitted");
    service.desk.audit().record(Audited {
        at: clock::now(),
        who: actor.name(),
        what: what.to_owned(),
        outcome: format!("not permitted: {denied:?}"),
    });
    Err((Response::notice(denied.sentence()), "not_permitted"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUILD: Option<u64> = Some(1);

    fn actor(id: u64, guild: Option<u64>, roles: &[u64], manages: bool) -> Actor {
        Actor { id, guild, roles: roles.to_vec(), manages }
    }

    #[test]
    fn who_may_what() {
        let moderators = |home_guild| Moderators { ids: vec![10, 20], owners: vec![30], home_guild };
        let nobody = actor(5, GUILD, &[6], false);
        let manager = actor(5, GUILD, &[], true);
        let elsewhere = actor(5, Some(2), &[], true);
        // Home, servers, who → may read, may change.
        let cases = [
            (None, vec![1], nobody.clone(), Err(Denied::NoModerator), Err(Denied::NoModerator)),
            (None, vec![1], manager.clone(), Ok(()), Ok(())),
            (None, vec![1], actor(10, GUILD, &[], false), Ok(()), Ok(())),
            (None, vec![1], actor(5, GUILD, &[6, 20], false), Ok(()), Ok(())),
            // A moderator's id is no pass in direct messages; an owner's is.
            (
                None,
                vec![1],
                actor(10, None, &[], false),
                Err(Denied::DirectMessage),
                Err(Denied::DirectMessage),
            ),
            (None, vec![1], actor(30, None, &[], false), Ok(()), Ok(())),
            (Some(1), vec![1, 2], manager.clone(), Ok(()), Ok(())),
            (Some(1), vec![1, 2], elsewhere.clone(), Ok(()), Err(Denied::NotAtHome)),
            (Some(1), vec![1, 2], actor(30, Some(2), &[], false), Ok(()), Ok(())),
            (None, vec![1, 2], manager.clone(), Ok(()), Err(Denied::NoHome)),
            (None, vec![1], elsewhere.clone(), Ok(()), Err(Denied::NoHome)),
            (None, vec![], manager, Ok(()), Ok(())),
            (Some(1), vec![], nobody, Err(Denied::NoModerator), Err(Denied::NoModerator)),
        ];
        for (home, guilds, who, read, change) in cases {
            let access = Access::new(moderators(home));
            access.is_in(guilds.clone());
            let may = [Right::Read, Right::Change].map(|right| access.check(&who, right));
            assert_eq!(may, [read, change], "home {home:?}, in {guilds:?}: {who:?}");
        }
    }
}
