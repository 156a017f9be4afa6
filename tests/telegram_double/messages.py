"""sendMessage, editMessageText and the calls around a conversation."""

from __future__ import annotations

import time

from .errors import ApiError, Json, bad_request
from .keyboards import check_reply_markup
from .parameters import boolean, integer_field, string_field
from .text import finish_text, parse_text, utf16_length
from .world import Chat, World

_ACTIONS = {
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "cancel"),
    *("upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note"),
}
_MAX_ANSWER_UNITS = 200
_MAX_QUOTE_UNITS = 1024


def _reply_parameters(params: Json) -> Json | None:
    """What the message replies to, its fields checked; the older `reply_to_message_id` means the same."""
    value: Json | None = params.get("reply_parameters")
    if value is None and params.get("reply_to_message_id"):
        allow = params.get("allow_sending_without_reply", False)
        value = {"message_id": params["reply_to_message_id"], "allow_sending_without_reply": allow}
    if not value:
        return None
    try:
        quote = string_field(value, "quote")
    except ValueError as error:
        raise bad_request(str(error)) from None
    without = value.get("allow_sending_without_reply", False)
    return {
        "message_id": integer_field(value, "message_id"),
        "chat_id": value.get("chat_id"),
        "without": boolean("allow_sending_without_reply", str(without)),
        "quote": quote,
    }


def _replied(world: World, chat: Chat, reply: Json | None) -> Json:
    """The message's reply fields; none where the original is gone and the bot said it may be."""
    if reply is None:
        return {}
    home = chat if reply["chat_id"] in (None, "") else world.chat(_number(reply["chat_id"]))
    original = home.messages.get(reply["message_id"])
    if original is None:
        if reply["without"]:
            return {}
        raise bad_request("Message to be replied not found")
    quote: str = reply["quote"]
    shown = str(original.get("text", original.get("caption", "")))
    if utf16_length(quote) > _MAX_QUOTE_UNITS or quote not in shown:
        raise bad_request("QUOTE_TEXT_INVALID")
    fields: Json = {}
    if home is chat:
        fields["reply_to_message"] = {k: v for k, v in original.items() if k != "reply_to_message"}
    if quote:
        position = utf16_length(shown[: shown.index(quote)])
        fields["quote"] = {"text": quote, "position": position, "is_manual": True}
    return fields


def _number(value: object) -> object:
    text = str(value)
    return int(text) if text.lstrip("-").isdigit() else value


def _check_thread(params: Json) -> None:
    """Refuses topics: no chat here has any, and "General" (1) is never named by its number."""
    if params.get("message_thread_id"):
        raise bad_request("Message thread not found")


def send_message(world: World, params: Json) -> Json:
    """Sends a text. The refusals come in Telegram's order: text, reply, keyboard, chat, topic, original."""
    text, entities = parse_text(params)
    reply = _reply_parameters(params)
    markup = check_reply_markup(params.get("reply_markup"))
    chat = world.writable_chat(params.get("chat_id"))
    _check_thread(params)
    fields: Json = {"from": world.bot, **_replied(world, chat, reply), **finish_text(text, entities)}
    fields |= {"reply_markup": markup} if markup else {}
    preview = params.get("link_preview_options")
    fields |= {"link_preview_options": preview} if preview else {}
    message = world.add_message(chat, fields)
    world.sent[chat.id, message["message_id"]] = message
    return message


def edit_message_text(world: World, params: Json) -> Json:
    """Changes a text the bot sent. Raises ApiError where nothing would change."""
    text, entities = parse_text(params)
    markup = check_reply_markup(params.get("reply_markup"))
    chat = world.writable_chat(params.get("chat_id"))
    message = chat.messages.get(params.get("message_id", 0))
    if message is None:
        raise bad_request("Message to edit not found")
    if message["from"]["id"] != world.bot["id"]:
        raise bad_request("Message can't be edited")
    fields = finish_text(text, entities) | ({"reply_markup": markup} if markup else {})
    shown = {key: message[key] for key in ("text", "entities", "reply_markup") if key in message}
    if fields == shown:
        raise bad_request("MESSAGE_NOT_MODIFIED")
    kept = {key: value for key, value in message.items() if key not in shown}
    edited = {**kept, **fields, "edit_date": int(time.time())}
    chat.messages[message["message_id"]] = world.sent[chat.id, message["message_id"]] = edited
    return edited


def send_chat_action(world: World, params: Json) -> bool:
    """Shows "typing…" and the like."""
    if params.get("action", "").lower() not in _ACTIONS:
        raise bad_request("Wrong parameter action in request")
    world.writable_chat(params.get("chat_id"))
    _check_thread(params)
    return True


def answer_callback_query(world: World, params: Json) -> bool:
    """Answers a press, once; a query that is unknown or was answered is too old."""
    if utf16_length(params.get("text", "")) > _MAX_ANSWER_UNITS:
        # Bot authors report the servers' own word here, where sendMessage gives a sentence.
        raise ApiError(400, "Bad Request: MESSAGE_TOO_LONG")
    query_id = params.get("callback_query_id", "")
    if query_id not in world.open_callbacks:
        raise bad_request("QUERY_ID_INVALID")
    world.open_callbacks.remove(query_id)
    return True


def get_chat(world: World, params: Json) -> Json:
    """What the Bot API tells of a chat, with the fields it always has."""
    chat = world.chat(params.get("chat_id"))
    kinds = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    gifts = dict.fromkeys(kinds, False)
    return {**chat.info, "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}
