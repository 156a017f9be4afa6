"""What a message the bot sends answers: `reply_parameters`, checked and looked up."""

from __future__ import annotations

from .arrivals import place
from .chats import Chat
from .errors import Json, bad_request
from .parameters import boolean, integer_field, string_field
from .text import utf16_length
from .world import World

_MAX_QUOTE_UNITS = 1024


def reply_parameters(params: Json) -> Json | None:
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


def _number(value: object) -> object:
    text = str(value)
    return int(text) if text.lstrip("-").isdigit() else value


def replied(world: World, chat: Chat, reply: Json | None, topic: int | None) -> Json:
    """The fields that say what the message answers and in which topic it stands.

    None where the original is gone and the bot said it may be. An original in another chat or topic is not
    shown to the bot. Raises ApiError.
    """
    if reply is None:
        return place(chat, topic, None)
    home = chat if reply["chat_id"] in (None, "") else world.readable_chat(_number(reply["chat_id"]))
    original = home.messages.get(reply["message_id"])
    if original is None:
        if reply["without"]:
            return place(chat, topic, None)
        raise bad_request("Message to be replied not found")
    quote: str = reply["quote"]
    shown = str(original.get("text", original.get("caption", "")))
    if utf16_length(quote) > _MAX_QUOTE_UNITS or quote not in shown:
        raise bad_request("QUOTE_TEXT_INVALID")
    stands_here = home is chat and topic in (None, _topic_of(original))
    fields = place(chat, topic, original if stands_here else None)
    if quote:
        position = utf16_length(shown[: shown.index(quote)])
        fields["quote"] = {"text": quote, "position": position, "is_manual": True}
    return fields


def _topic_of(message: Json) -> int | None:
    number: int | None = message.get("message_thread_id") if message.get("is_topic_message") else None
    return number
