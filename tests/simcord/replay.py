"""Has SimCord judge what the bot sends.

SimCord (MIT, for discord.py) is a Discord in memory, written by others than our stand-in and stricter in places. The
bot is no Python program, so its request bodies are recorded (AIDE_RECORD, tests/standin/recording.rs) and sent here
by a bot that does nothing else: each in answer to an event of the kind that it answered.

    AIDE_RECORD=bodies.jsonl cargo test --release --test discord
    pip install simcord==3.2.1
    python tests/simcord/replay.py bodies.jsonl

Ends with status 1 and the reasons where a body is refused.
"""

import asyncio
import collections
import copy
import json
import sys

import discord
import simcord
from discord.http import Route

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5
BUTTON = [{"type": 1, "components": [{"type": 2, "style": 2, "label": "any", "custom_id": "any"}]}]
INPUT = [{"type": 1, "components": [{"type": 4, "style": 1, "label": "any", "custom_id": "any"}]}]
NOBODY = {"parse": []}


class Bot(discord.Client):
    """Sends `next_` in answer to the next event."""

    def __init__(self):
        super().__init__(intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True))
        self.next_ = None
        self.refused = None

    async def post(self, path, body, method="POST"):
        return await self.http.request(Route(method, path), json=body)

    async def answer(self, send):
        if self.next_ is None:
            return
        body, self.next_ = self.next_, None
        try:
            await send(body)
        except Exception as error:  # Whatever it is: it is what SimCord has against this body.
            self.refused = f"{type(error).__name__}: {error}"

    async def on_interaction(self, interaction):
        path = f"/interactions/{interaction.id}/{interaction.token}/callback"

        async def send(body):
            if "first" in body:
                await self.post(path, body["first"])
                webhook = f"/webhooks/{self.application_id}/{interaction.token}"
                edits = body["method"] == "PATCH"
                await self.post(webhook + "/messages/@original" if edits else webhook, body["then"], body["method"])
            else:
                await self.post(path, body)

        await self.answer(send)

    async def on_message(self, message):
        async def send(body):
            body = copy.deepcopy(body)
            if body.get("message_reference"):
                body["message_reference"].update(message_id=str(message.id), channel_id=str(message.channel.id))
                body["message_reference"].pop("guild_id", None)
            await self.post(f"/channels/{message.channel.id}/messages", body)

        if message.author.id != self.user.id:
            await self.answer(send)


def kind(line):
    """What a recorded request does, in a word; None where SimCord has nothing to judge."""
    method, path = line["method"], line["path"].split("/")
    if path[1] == "interactions":
        return line["interaction"]
    if path[1] == "channels" and path[3:] == ["messages"]:
        return "message"
    if path[1] == "webhooks":
        return {"PATCH": "edit", "POST": "follow-up"}.get(method)
    return "commands" if path[-1] == "commands" and method == "PUT" else None


async def replay(env, bot, channel, member, what, body):
    """Makes the event happen that this body answers."""
    bot.refused = None
    if what == "commands":
        try:
            await bot.post(f"/applications/{bot.application_id}/commands", body, "PUT")
        except Exception as error:
            bot.refused = f"{type(error).__name__}: {error}"
        return
    if what == "message":
        bot.next_ = body
        await member.send(channel, f"<@{bot.user.id}> any")
    elif what in (COMMAND, "edit", "follow-up"):
        later = {"first": {"type": 5}, "then": body, "method": "PATCH" if what == "edit" else "POST"}
        if what == "follow-up":
            later["first"] = {"type": 4, "data": {"content": "any", "allowed_mentions": NOBODY}}
        bot.next_ = body if what == COMMAND else later
        await member.slash(channel, "ask", question="any")
    elif what == AUTOCOMPLETE:
        bot.next_ = body
        await member.autocomplete(channel, "ask", "question", "any")
    elif what == COMPONENT:
        data = {"content": "any", "components": BUTTON, "allowed_mentions": NOBODY}
        sent = await bot.post(f"/channels/{channel.id}/messages", data)
        await env.settle()
        bot.next_ = body
        await member.click(await bot.get_channel(channel.id).fetch_message(int(sent["id"])), custom_id="any")
    elif what == MODAL:
        bot.next_ = {"type": 9, "data": {"custom_id": "any", "title": "any", "components": INPUT}}
        shown = await member.slash(channel, "ask", question="any")
        bot.next_ = body
        await member.submit_modal(shown, {"any": "any"})
    if bot.next_ is not None:
        bot.next_, bot.refused = None, "the event did not arrive, so that nothing was sent"


async def judge(lines):
    bot = Bot()
    judged, refusals = collections.Counter(), []
    async with simcord.run(bot) as env:
        guild = env.create_guild()
        channel = guild.create_text_channel("general")
        member = guild.add_member(env.create_user("asker"))
        # Commands first: nothing can be asked before they are there.
        for what, body in sorted(lines, key=lambda line: line[0] != "commands"):
            await replay(env, bot, channel, member, what, body)
            judged[str(what)] += 1
            if bot.refused:
                refusals.append(f"{what}: {bot.refused}\n    {json.dumps(body)[:600]}")
    return judged, refusals


def main(path):
    lines, seen = [], set()
    with open(path, encoding="utf-8") as file:
        for line in map(json.loads, file):
            body = {key: value for key, value in line["body"].items() if key != "nonce"} \
                if isinstance(line["body"], dict) else line["body"]
            mark = (kind(line), json.dumps(body, sort_keys=True))
            if mark[0] is not None and mark not in seen:
                seen.add(mark)
                lines.append((mark[0], line["body"]))
    judged, refusals = asyncio.run(judge(lines))
    names = {"2": "commands answered", "3": "components", "4": "suggestions", "5": "modals", "message": "messages",
             "edit": "edits", "follow-up": "follow-ups", "commands": "registrations"}
    print("SimCord judged", ", ".join(f"{count} {names[what]}" for what, count in sorted(judged.items())))
    for refusal in refusals:
        print("refused", refusal)
    return 1 if refusals or not judged else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
