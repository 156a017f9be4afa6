"""How a message gets into a chat, and from there to the bot: its topic, what it answers, its entities."""

from __future__ import annotations

import time
from copy import deepcopy

from .chats import GENERAL, Chat
from .detected import detect_entities
from .errors import Json
from .privacy import is_seen
from .world import World

TELEGRAM = {"id": 777000, "is_bot": False, "first_name": "Telegram"}


def without_reply(message: Json) -> Json:
    """A message as it stands in another's `reply_to_message`: what it answers itself is left out."""
    return {key: value for key, value in message.items() if key != "reply_to_message"}


def place(chat: Chat, topic: int | None, original: Json | None) -> Json:
    """The fields that say where a message stands: its topic, and the message it answers.

    As in telegram-bot-api (get_same_chat_reply_to_message_id), a message in a topic that answers nothing gets
    the service message that opened the topic; in a supergroup without topics an answer gets the number of the
    message its thread began with, and is no topic message.
    """
    fields: Json = {}
    if topic is None and original and original.get("is_topic_message"):
        topic = original["message_thread_id"]
    if topic not in (None, GENERAL):
        fields = {"message_thread_id": topic, "is_topic_message": True}
        original = original or chat.messages.get(topic)
    elif original and chat.kind == "supergroup" and not chat.is_forum:
        fields["message_thread_id"] = original.get("message_thread_id", original["message_id"])
    if original:
        fields["reply_to_message"] = deepcopy(without_reply(original))
    return fields


def with_entities(fields: Json) -> Json:
    """The fields with the entities of the text and of the caption, unless they name some."""
    found: Json = {}
    for text, entities in (("text", "entities"), ("caption", "caption_entities")):
        if isinstance(fields.get(text), str) and (marked := detect_entities(fields[text])):
            found[entities] = marked
    return {**found, **fields}


def _update_name(chat: Chat, edited: bool) -> str:
    name = "channel_post" if chat.kind == "channel" else "message"
    return f"edited_{name}" if edited else name


def deliver(world: World, chat: Chat, message: Json, *, edited: bool = False) -> None:
    """Queues the update about a message, if the bot gets one."""
    if is_seen(world.bot, chat, message, world.settings.privacy):
        world.queue.add({_update_name(chat, edited): deepcopy(message)})
    world.touch()


def arrive(world: World, chat: Chat, fields: Json, topic: int | None = None, reply_to: int | None = None) -> Json:
    """Somebody's message comes in. Raises KeyError for a topic or an original there is none of."""
    if topic not in (None, GENERAL):
        topic = chat.topics[topic].id
    original = None if reply_to is None else chat.messages[reply_to]
    message = world.add_message(chat, with_entities({**place(chat, topic, original), **fields}))
    deliver(world, chat, message)
    return message


def discuss(world: World, channel: Chat, post: Json) -> None:
    """Telegram forwards a post, whoever wrote it, to the channel's group, if it has one."""
    if channel.discussed_in is None:
        return
    origin = {"type": "channel", "chat": channel.info, "message_id": post["message_id"], "date": post["date"]}
    who = {"from": TELEGRAM, "sender_chat": channel.info}
    own = ("message_id", "date", "chat", "sender_chat", "reply_to_message", "reply_markup")
    content = {key: value for key, value in post.items() if key not in own}
    arrive(
        world,
        world.chats[channel.discussed_in],
        {**who, "forward_origin": origin, "is_automatic_forward": True, **content},
    )


def change(world: World, chat: Chat, message_id: int, fields: Json) -> Json:
    """Somebody edits their message. Raises KeyError."""
    old = chat.messages[message_id]
    stale = {"text": ("text", "entities"), "caption": ("caption", "caption_entities")}
    gone = {key for name in fields for key in stale.get(name, (name,))}
    kept = {key: value for key, value in old.items() if key not in gone}
    message = {**kept, "edit_date": int(time.time()), **with_entities(fields)}
    chat.messages[message_id] = message
    deliver(world, chat, message, edited=True)
    return message
