"""A raw update → python-telegram-bot's. A question is not lost because of something beside it that can't be read.

Telegram adds fields every few weeks, and one that the library requires may change in an object nobody asks about: a
poll, a story, a gift that is replied to. The whole update then fails. So it is read once more with the text alone.
"""

from __future__ import annotations

import logging
from typing import Any

from telegram import Bot, Update

_MESSAGES = ("message", "edited_message", "channel_post", "edited_channel_post", "guest_message")
_PRESS = "callback_query"
_WHO_AND_WHERE = ("chat", "from", "sender_chat", "via_bot", "guest_bot_caller_user", "guest_bot_caller_chat")
_TEXT = ("entities", "caption_entities")
_REPLIED = "reply_to_message"

log = logging.getLogger("bot.parsing")


def parse(raw: dict[str, Any], bot: Bot) -> Update | None:
    """The update, or None where it is malformed; `raw["update_id"]` is an integer. What it holds is never logged."""
    update_id: int = raw["update_id"]
    try:
        return Update.de_json(raw, bot)
    except Exception as error:
        failed = error
    try:
        update = Update.de_json(_without_attachments(raw), bot)
    except Exception:
        log.error("update %d is malformed and was skipped", update_id, exc_info=failed)
        return None
    log.warning("update %d was read without its attachments", update_id, exc_info=failed)
    return update


def _without_attachments(raw: dict[str, Any]) -> dict[str, Any]:
    shown = {key: _text_alone(value) if key in _MESSAGES else value for key, value in raw.items()}
    press = shown.get(_PRESS)
    if isinstance(press, dict) and "message" in press:
        shown[_PRESS] = {**press, "message": _text_alone(press["message"])}
    return shown


def _text_alone(message: Any) -> Any:
    """A message with what tells who says what, where, and in reply to what."""
    if not isinstance(message, dict):
        return message
    kept = {
        key: value
        for key, value in message.items()
        if key in (*_WHO_AND_WHERE, *_TEXT) or not isinstance(value, dict | list)
    }
    if _REPLIED in message:
        kept[_REPLIED] = _text_alone(message[_REPLIED])
    return kept
