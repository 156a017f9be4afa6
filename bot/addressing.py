"""Is a message meant for the bot, and what does it ask? All else in a group is left alone.

In private every message is. In a group or channel: one that mentions the bot (`@name` as an entity, never `@name2`),
one that replies to a message of its own, one that begins with `/hoi`. The bot's name and the command are no part
of the question; where nothing else is said but words that call (`bot.calling`), the message replied to holds it, or
what of it was quoted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from telegram import Message, MessageEntity, TextQuote, User
from telegram.constants import ChatID, ChatType

from bot.calling import only_calls

_AROUND = re.compile(r"^[\s,:;.\-–—]+|[\s,:;\-–—]+$")
ASK = "hoi"  # the command
# Behind these "bots" stand people: anonymous admins, and channels that write in groups.
_PEOPLE = {ChatID.ANONYMOUS_ADMIN, ChatID.FAKE_CHANNEL}


@dataclass(frozen=True, slots=True)
class Addressed:
    """What a message asks (empty where it only calls the bot), and the message of ours that it replies to."""

    text: str
    answer: Message | None = None


def is_private(message: Message) -> bool:
    """Whether only one person and the bot see it."""
    return message.chat.type == ChatType.PRIVATE


def from_person(message: Message) -> bool:
    """Whether people wrote it: not another bot, and not this one by way of an inline result."""
    sender = message.from_user
    if message.via_bot is not None:
        return False
    return sender is None or not sender.is_bot or sender.id in _PEOPLE


def sender_id(message: Message) -> int:
    """Who wrote it: a person, or the group or channel in whose name somebody did."""
    if message.sender_chat is not None:
        return message.sender_chat.id
    return message.from_user.id if message.from_user else message.chat.id


def addressed(message: Message, me: User, *, to_own_post: bool = False) -> Addressed | None:
    """What a person's message asks this bot; None where it is none of the bot's business.

    `to_own_post`: whether the message it replies to is a post of the bot's, which Telegram says of no post.
    """
    text = message.text or message.caption or ""
    entities = [*message.entities, *message.caption_entities]
    original = message.reply_to_message
    # In a topic every message "replies" to the one that made the topic.
    if original is not None and original.forum_topic_created is not None:
        original = None
    wrote_it = original is not None and original.from_user is not None and original.from_user.id == me.id
    ours = original if wrote_it or to_own_post else None
    calls = [one for one in entities if _calls(one, text, me)]
    if not (is_private(message) or calls or ours):
        return None
    asked = _without(text, calls)
    if calls and ours is None and only_calls(asked):
        asked = _pointed_at(message.quote, original, me)
    return Addressed(asked, ours)


def _pointed_at(quote: TextQuote | None, original: Message | None, me: User) -> str:
    """The question of the message replied to, without what called a bot there; what was quoted of it goes first."""
    if quote is not None:
        # A quote keeps no entities of names and commands.
        return _AROUND.sub("", re.sub(rf"(?i)^/{ASK}(?:@\w+)?\b|(?<!\w)@{me.username}\b", " ", quote.text))
    if original is None:
        return ""
    text = original.text or original.caption or ""
    entities = [*original.entities, *original.caption_entities]
    return _without(text, [one for one in entities if _calls(one, text, me) or _is_command(one)])


def _calls(entity: MessageEntity, text: str, me: User) -> bool:
    """Whether an entity names this bot, or is the command that asks it."""
    said = _slice(text, entity).lower()
    name = f"@{me.username}".lower()
    if entity.type == MessageEntity.TEXT_MENTION:
        return entity.user is not None and entity.user.id == me.id
    if _is_command(entity):
        return said in (f"/{ASK}", f"/{ASK}{name}")
    return bool(entity.type == MessageEntity.MENTION) and said == name


def _is_command(entity: MessageEntity) -> bool:
    """Whether a message begins with a command, to whichever bot."""
    return bool(entity.type == MessageEntity.BOT_COMMAND) and entity.offset == 0


def _slice(text: str, entity: MessageEntity) -> str:
    """An entity's words: its offsets count UTF-16 units."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * entity.offset : 2 * (entity.offset + entity.length)].decode("utf-16-le", "replace")


def _without(text: str, entities: list[MessageEntity]) -> str:
    """The text without these entities, and without what parted them from it."""
    units = text.encode("utf-16-le", "surrogatepass")
    for entity in sorted(entities, key=lambda one: -one.offset):
        before, after = units[: 2 * entity.offset], units[2 * (entity.offset + entity.length) :]
        units = before + " ".encode("utf-16-le") + after
    left = units.decode("utf-16-le", "surrogatepass")
    return _AROUND.sub("", re.sub(" {2,}", " ", left)) if entities else left
