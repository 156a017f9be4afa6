"""Which messages of a group a bot gets to see: core.telegram.org/bots/features, "Privacy mode"."""

from __future__ import annotations

from collections.abc import Iterator

from .chats import Chat
from .detected import words_of
from .errors import Json

SERVICE = {
    "new_chat_members",
    "left_chat_member",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "forum_topic_created",
    "forum_topic_closed",
    "forum_topic_reopened",
}


def _commands(message: Json) -> Iterator[str]:
    """The commands a message begins with, at most one."""
    for text, entities in (("text", "entities"), ("caption", "caption_entities")):
        for entity in message.get(entities, []):
            if entity["type"] == "bot_command" and entity["offset"] == 0:
                yield words_of(message[text], entity)


def is_meant_for(bot: Json, message: Json) -> bool:
    """Whether a message is for the bot although nobody lets it read everything.

    Commands that name it or name nobody, answers to its own messages, and what was sent through it. Telegram
    gives a command without a name only to the bot that wrote last; here that is always this one. That it is
    mentioned is no reason.
    """
    replied_to = message.get("reply_to_message", {}).get("from", {})
    if replied_to.get("id") == bot["id"]:
        return True  # whatever else it says, as Telegram puts it: replies have the highest priority
    for command in _commands(message):
        name = command.partition("@")[2].lower()
        return name in ("", str(bot["username"]).lower())
    return bool(message.get("via_bot", {}).get("id") == bot["id"])


def is_seen(bot: Json, chat: Chat, message: Json, privacy: bool) -> bool:
    """Whether the bot gets an update about a message, new or edited."""
    member = chat.member(bot)
    if chat.kind == "private":
        return True
    if SERVICE.intersection(message):
        # Of its own going a bot still hears, of nothing after that.
        return member["status"] not in ("left", "kicked") or message.get("left_chat_member") == bot
    if member["status"] in ("left", "kicked"):
        return False
    if message.get("from", {}).get("is_bot") and "sender_chat" not in message:
        return False  # no bot ever sees what another bot writes
    reads_all = chat.kind == "channel" or not privacy or member["status"] == "administrator"
    return reads_all or is_meant_for(bot, message)
