//! The people and places of this Discord, and the objects that describe them on the wire.

use serde_json::{Value, json};

use super::people::Person;
use super::state::Shared;

/// Any instant will do: nothing reads it.
pub(super) const LONG_AGO: &str = "2022-01-10T12:00:00.000000+00:00";

/// Every permission that matters to a bot that answers, as Discord spells it.
pub(super) const ALL_PERMISSIONS: &str = "2248473465835073";

/// The same with Manage Server, as the one has it who owns the guild.
pub(super) const EVERYTHING: &str = "2248473465835105";

/// Intents as bits, from the gateway documentation.
pub mod intents {
    pub const GUILDS: u64 = 1 << 0;
    pub const GUILD_MEMBERS: u64 = 1 << 1;
    pub const GUILD_PRESENCES: u64 = 1 << 8;
    pub const GUILD_MESSAGES: u64 = 1 << 9;
    pub const DIRECT_MESSAGES: u64 = 1 << 12;
    pub const MESSAGE_CONTENT: u64 = 1 << 15;
    /// Those that an application must be granted.
    pub const PRIVILEGED: u64 = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;
    /// Every bit that names an intent; any other one is answered with close 4013.
    pub const ALL: u64 = 0x331_FFFF;
}

/// Identifiers; the bot's user and its application share one, as they do in Discord.
#[derive(Clone, Debug)]
pub struct World {
    pub bot: u64,
    pub guild: u64,
    /// A text channel that members write in.
    pub channel: u64,
    /// Another one, for what has to happen elsewhere.
    pub other_channel: u64,
    /// The text channel in which `fence` asks, apart from all others.
    pub fence_channel: u64,
    /// A thread, a post in a forum (which is a thread, too), and the chat of a voice channel and of a stage.
    pub elsewhere: [u64; 4],
    /// The direct channel of the default member.
    pub direct_channel: u64,
    /// The default member, who may do nothing special.
    pub member: Person,
    /// A member who may do everything, and owns guild and application.
    pub moderator: Person,
}

impl Default for World {
    fn default() -> Self {
        Self {
            bot: 100_000_000_000_000_001,
            guild: 200_000_000_000_000_001,
            channel: 300_000_000_000_000_001,
            other_channel: 300_000_000_000_000_002,
            fence_channel: 300_000_000_000_000_003,
            direct_channel: 300_000_000_000_000_004,
            elsewhere: [5, 6, 7, 8].map(|n| 300_000_000_000_000_000 + n),
            member: Person::new(400_000_000_000_000_001, "asker"),
            moderator: Person::new(400_000_000_000_000_002, "moderator").permissions(EVERYTHING),
        }
    }
}

impl World {
    /// The user object of the bot.
    pub fn bot_user(&self) -> Value {
        Person::new(self.bot, "aide-memoire").bot().user()
    }

    /// `<@…>`: how a member addresses the bot.
    pub fn bot_mention(&self) -> String {
        format!("<@{}>", self.bot)
    }

    /// A channel object; a channel that nobody knows is a direct one.
    pub fn channel_object(&self, id: u64) -> Value {
        let named = [(self.channel, "general"), (self.other_channel, "other"), (self.fence_channel, "fence")];
        match named.iter().position(|(known, _)| *known == id) {
            Some(position) => json!({
                "id": id.to_string(), "type": 0, "name": named[position].1, "guild_id": self.guild.to_string(),
                "position": position, "permission_overwrites": [], "nsfw": false, "parent_id": null, "topic": null,
                "last_message_id": null, "rate_limit_per_user": 0, "flags": 0,
            }),
            None => match self.elsewhere.iter().position(|known| *known == id) {
                Some(position) => self.elsewhere_object(id, position),
                None => self.direct_channel_object(id, &self.member),
            },
        }
    }

    fn elsewhere_object(&self, id: u64, position: usize) -> Value {
        let kind = [11, 11, 2, 13][position];
        let mut channel = json!({
            "id": id.to_string(), "type": kind, "name": format!("elsewhere-{position}"),
            "guild_id": self.guild.to_string(), "last_message_id": null, "rate_limit_per_user": 0, "flags": 0,
            "position": position, "permission_overwrites": [], "nsfw": false,
        });
        if kind == 11 {
            channel["parent_id"] = json!(self.channel.to_string());
            channel["owner_id"] = json!(self.member.id.to_string());
            channel["thread_metadata"] = json!({
                "archived": false, "auto_archive_duration": 1440, "archive_timestamp": LONG_AGO, "locked": false,
            });
            channel["message_count"] = json!(1);
            channel["member_count"] = json!(1);
            channel["total_message_sent"] = json!(1);
        } else {
            channel["bitrate"] = json!(64_000);
            channel["user_limit"] = json!(0);
            channel["rtc_region"] = Value::Null;
        }
        channel
    }

    pub(super) fn direct_channel_object(&self, id: u64, recipient: &Person) -> Value {
        let recipients = [recipient.user()];
        json!({ "id": id.to_string(), "type": 1, "last_message_id": null, "flags": 0, "recipients": recipients })
    }

    /// Whether this is one of the guild's channels.
    pub fn is_guild_channel(&self, id: u64) -> bool {
        [self.channel, self.other_channel, self.fence_channel].contains(&id) || self.elsewhere.contains(&id)
    }
}

/// The data of READY.
pub(super) fn ready(shared: &Shared, session: &str, shard: &Value) -> Value {
    let world = &shared.world;
    json!({
        "v": 10, "user": world.bot_user(), "session_id": session,
        "guilds": [{ "id": world.guild.to_string(), "unavailable": true }],
        "resume_gateway_url": format!("ws://{}", shared.address),
        "shard": if shard.is_array() { shard.clone() } else { json!([0, 1]) },
        "application": { "id": world.bot.to_string(), "flags": 0 },
    })
}

/// The data of GUILD_CREATE.
pub(super) fn guild(world: &World) -> Value {
    let channels =
        [world.channel, world.other_channel, world.fence_channel].map(|id| world.channel_object(id));
    let bot = Person::new(world.bot, "aide-memoire").bot();
    let mut guild = json!({
        "id": world.guild.to_string(), "name": "Stand-in", "owner_id": world.moderator.id.to_string(),
        "verification_level": 0, "default_message_notifications": 0, "explicit_content_filter": 0, "mfa_level": 0,
        "system_channel_flags": 0, "premium_tier": 0, "premium_subscription_count": 0, "nsfw_level": 0,
        "preferred_locale": "en-US", "premium_progress_bar_enabled": false, "afk_timeout": 300,
        "joined_at": LONG_AGO, "large": false, "unavailable": false, "member_count": 3,
        "members": [bot.member(), world.member.member(), world.moderator.member()], "channels": channels,
        "roles": [{
            "id": world.guild.to_string(), "name": "@everyone", "color": 0, "hoist": false, "position": 0,
            "colors": { "primary_color": 0, "secondary_color": null, "tertiary_color": null },
            "permissions": ALL_PERMISSIONS, "managed": false, "mentionable": false, "flags": 0,
        }],
    });
    let lists = ["emojis", "features", "stickers", "voice_states", "threads", "presences", "stage_instances"];
    for field in lists.into_iter().chain(["guild_scheduled_events"]) {
        guild[field] = json!([]);
    }
    for field in
        ["icon", "splash", "banner", "description", "afk_channel_id", "application_id", "system_channel_id"]
    {
        guild[field] = Value::Null;
    }
    guild
}
