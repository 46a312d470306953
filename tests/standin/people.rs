//! Who writes: a member, another bot, a webhook; one field changed at a time.

use serde_json::{Value, json};

use super::world::LONG_AGO;

/// An author or the one who uses a command.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: u64,
    pub name: String,
    pub bot: bool,
    /// Author of a webhook message: there is a `webhook_id`, and no member.
    pub webhook: bool,
    /// Server nickname.
    pub nick: Option<String>,
    pub roles: Vec<u64>,
    /// Computed permissions as a string of digits, which interactions carry.
    pub permissions: String,
}

impl Person {
    /// An ordinary member, who may use commands and write messages, and nothing else.
    pub fn new(id: u64, name: &str) -> Self {
        let permissions = (1_u64 << 10 | 1 << 11 | 1 << 31).to_string();
        Self {
            id,
            name: name.to_owned(),
            bot: false,
            webhook: false,
            nick: None,
            roles: Vec::new(),
            permissions,
        }
    }

    /// The same, as a bot.
    #[must_use]
    pub fn bot(mut self) -> Self {
        self.bot = true;
        self
    }

    /// The same, as a webhook. Discord does not mark a webhook's author as a bot in every case, so neither does this.
    #[must_use]
    pub fn webhook(mut self) -> Self {
        self.webhook = true;
        self
    }

    #[must_use]
    pub fn nick(mut self, nick: &str) -> Self {
        self.nick = Some(nick.to_owned());
        self
    }

    #[must_use]
    pub fn role(mut self, role: u64) -> Self {
        self.roles.push(role);
        self
    }

    /// Permissions in the guild, as a string of digits.
    #[must_use]
    pub fn permissions(mut self, bits: &str) -> Self {
        bits.clone_into(&mut self.permissions);
        self
    }

    /// The user object.
    pub fn user(&self) -> Value {
        json!({
            "id": self.id.to_string(), "username": self.name, "global_name": self.name, "discriminator": "0",
            "avatar": null, "bot": self.bot, "system": false, "public_flags": 0, "flags": 0,
        })
    }

    /// The member object without its user, which is how messages carry it.
    pub fn partial_member(&self) -> Value {
        let roles: Vec<String> = self.roles.iter().map(u64::to_string).collect();
        json!({
            "nick": self.nick, "avatar": null, "banner": null, "roles": roles, "joined_at": LONG_AGO,
            "premium_since": null, "deaf": false, "mute": false, "flags": 0, "pending": false,
            "communication_disabled_until": null,
        })
    }

    /// The member object with its user.
    pub fn member(&self) -> Value {
        let mut member = self.partial_member();
        member["user"] = self.user();
        member
    }

    /// The member object as interactions carry it: with computed permissions.
    pub fn interacting_member(&self) -> Value {
        let mut member = self.member();
        member["permissions"] = json!(self.permissions);
        member
    }
}
