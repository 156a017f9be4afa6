"""sendMessage and the calls around a conversation."""

from __future__ import annotations

import time
from collections.abc import Callable

from . import arrivals
from .chats import GENERAL, Chat
from .errors import ApiError, Json, bad_request
from .keyboards import check_place, check_reply_markup
from .replies import replied, reply_parameters
from .text import finish_text, parse_text, utf16_length
from .world import World

_ACTIONS = {
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "cancel"),
    *("upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note"),
}
_MAX_ANSWER_UNITS = 200


def send(world: World, params: Json, right: str, what: str, content: Callable[[], Json]) -> Json:
    """Sends a message whose own fields `content` gives, once all else was found good.

    The refusals come in Telegram's order: reply, keyboard, chat, original, topic, rights. Raises ApiError.
    """
    reply = reply_parameters(params)
    markup = check_reply_markup(params.get("reply_markup"))
    chat = world.joined_chat(params.get("chat_id"))
    topic = params.get("message_thread_id") or None
    place = replied(world, chat, reply, topic)
    stands_in = place.get("message_thread_id") if place.get("is_topic_message") else None
    chat.check_topic(world.bot, topic if topic is not None else stands_in)
    chat.check_right(world.bot, right, what)
    check_place(markup, private=chat.kind == "private")
    fields = {**_sender(world, chat), **place, **content(), **({"reply_markup": markup} if markup else {})}
    world.floods.take(chat.id, chat.is_group, time.monotonic())
    message = world.add_message(chat, fields)
    world.sent[chat.id, message["message_id"]] = message
    arrivals.discuss(world, chat, message)
    return message


def _sender(world: World, chat: Chat) -> Json:
    return {"sender_chat": chat.info} if chat.kind == "channel" else {"from": world.bot}


def send_message(world: World, params: Json) -> Json:
    """Sends a text. Raises ApiError, for what is wrong with the text itself before anything else."""
    text, entities = parse_text(params)
    preview = params.get("link_preview_options")
    extra = {"link_preview_options": preview} if preview else {}
    return send(world, params, "can_send_messages", "text messages", lambda: {**finish_text(text, entities), **extra})


def send_chat_action(world: World, params: Json) -> bool:
    """Shows "typing…" and the like; in "General" of a forum its number may be given, unlike when sending."""
    if params.get("action", "").lower() not in _ACTIONS:
        raise bad_request("Wrong parameter action in request")
    chat = world.joined_chat(params.get("chat_id"))
    topic = params.get("message_thread_id")
    if topic and not (chat.is_forum and topic == GENERAL) and topic not in chat.topics:
        raise bad_request("Message thread not found")
    if chat.member(world.bot).get("can_send_messages") is False:
        raise ApiError(400, "Bad Request: CHAT_WRITE_FORBIDDEN")
    return True


def answer_callback_query(world: World, params: Json) -> bool:
    """Answers a press, once; a query that is unknown or was answered is too old."""
    if utf16_length(params.get("text", "")) > _MAX_ANSWER_UNITS:
        # Bot authors report the servers' own word here, where sendMessage gives a sentence.
        raise ApiError(400, "Bad Request: MESSAGE_TOO_LONG")
    world.queries.close(params.get("callback_query_id", ""))
    return True


def get_chat(world: World, params: Json) -> Json:
    """What the Bot API tells of a chat, with the fields it always has."""
    chat = world.readable_chat(params.get("chat_id"))
    kinds = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    gifts = dict.fromkeys(kinds, False)
    linked = {"linked_chat_id": chat.discussed_in} if chat.discussed_in else {}
    return {**chat.info, **linked, "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}
