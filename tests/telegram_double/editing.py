"""editMessageText, -Caption, -ReplyMarkup and deleteMessage, of messages in chats and of inline ones."""

from __future__ import annotations

import time

from .errors import Json, bad_request
from .keyboards import check_place, check_reply_markup
from .text import finish_caption, finish_text, parse_formatted, parse_text
from .world import World

_TEXT = ("text", "entities")
_CAPTION = ("caption", "caption_entities")


def edit_message_text(world: World, params: Json) -> Json | bool:
    """Changes a text the bot sent, and its keyboard. Raises ApiError where nothing would change."""
    text, entities = parse_text(params)
    markup = check_reply_markup(params.get("reply_markup"))
    message = _editable(world, params)
    if "text" not in message:
        raise bad_request("There is no text in the message to edit")
    return _change(world, params, message, _TEXT, finish_text(text, entities), markup)


def edit_message_caption(world: World, params: Json) -> Json | bool:
    """Changes what stands under a picture or a file the bot sent, and its keyboard. Raises ApiError."""
    caption = parse_formatted(params.get("caption", ""), params.get("parse_mode", ""), params.get("caption_entities"))
    markup = check_reply_markup(params.get("reply_markup"))
    message = _editable(world, params)
    if "text" in message:
        raise bad_request("There is no caption in the message to edit")
    return _change(world, params, message, _CAPTION, finish_caption(*caption), markup)


def edit_message_reply_markup(world: World, params: Json) -> Json | bool:
    """Changes the keyboard of a message, or takes it away. Raises ApiError."""
    markup = check_reply_markup(params.get("reply_markup"))
    return _change(world, params, _editable(world, params), (), {}, markup)


def _editable(world: World, params: Json) -> Json:
    """The message the call names, if the bot may edit it. Raises ApiError."""
    if not params.get("chat_id") and not params.get("message_id"):
        inline_id = params.get("inline_message_id", "")
        if not inline_id:
            raise bad_request("Message identifier is not specified")
        if inline_id not in world.queries.messages:
            raise bad_request("MESSAGE_ID_INVALID")
        return world.queries.messages[inline_id].message
    chat = world.joined_chat(params.get("chat_id"))
    message = chat.messages.get(params.get("message_id", 0))
    if message is None:
        raise bad_request("Message to edit not found")
    own = (chat.id, message["message_id"]) in world.sent
    if not own and message.get("from", {"id": 0})["id"] != world.bot["id"]:
        raise bad_request("Message can't be edited")
    return message


def _change(
    world: World, params: Json, message: Json, names: tuple[str, ...], fields: Json, markup: Json | None
) -> Json | bool:
    """Puts the fields in place of those named, and the keyboard; True for an inline message, which stays unseen."""
    inline_id = params.get("inline_message_id", "")
    private = message["chat"].get("type") == "private" and not inline_id
    check_place(markup, private=private)
    fields = {**fields, **({"reply_markup": markup} if markup else {})}
    shown = {key: message[key] for key in (*names, "reply_markup") if key in message}
    if fields == shown:
        raise bad_request("MESSAGE_NOT_MODIFIED")
    kept = {key: value for key, value in message.items() if key not in shown}
    edited = {**kept, **fields, "edit_date": int(time.time())}
    if params.get("chat_id"):
        world.chats[params["chat_id"]].messages[message["message_id"]] = edited
        world.sent[params["chat_id"], message["message_id"]] = edited
        return edited
    inline = world.queries.messages[inline_id]
    inline.message = edited
    if inline.place:
        chat_id, message_id = inline.place
        world.chats[chat_id].messages[message_id] = edited
    return True


def delete_message(world: World, params: Json) -> bool:
    """Deletes a message: the bot's own, any in a private chat, and others' where it may. Raises ApiError."""
    chat = world.joined_chat(params.get("chat_id"))
    message = chat.messages.get(params.get("message_id", 0))
    if message is None:
        raise bad_request("Message to delete not found")
    own = (chat.id, message["message_id"]) in world.sent
    if not own and chat.kind != "private" and not chat.member(world.bot).get("can_delete_messages"):
        raise bad_request("Message can't be deleted")
    del chat.messages[message["message_id"]]
    return True
