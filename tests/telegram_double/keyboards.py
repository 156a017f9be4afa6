"""Reply markup: which keyboards Telegram takes, and what of them it gives back with the message."""

from __future__ import annotations

import json

from .errors import Json, bad_request
from .links import check_link
from .parameters import string_field
from .text import utf16_length

MAX_BUTTONS = 100
MAX_IN_A_ROW = 8
MAX_DATA_BYTES = 64
MAX_COPY_UNITS = 256
_MAX_MARKUP_BYTES = 10_240  # measured by bot authors (tginfo/Telegram-Limits issue 187), not documented
_OTHER_ACTIONS = (
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "login_url",
    "web_app",
    "copy_text",
)


def _check_button(button: object) -> None:
    """Refuses a button; ValueError while it is read, ApiError once it is understood, as in Telegram."""
    if not isinstance(button, dict):
        raise ValueError("InlineKeyboardButton must be an Object")
    text = string_field(button, "text", required=True)
    url = string_field(button, "url")
    data = string_field(button, "callback_data")
    if not url and not data and not any(action in button for action in _OTHER_ACTIONS):
        raise ValueError("Text buttons are unallowed in the inline keyboard")
    if not text.strip():
        raise bad_request("Inline keyboard button text must be non-empty")
    if url:
        try:
            check_link(url)
        except ValueError as reason:
            raise bad_request(f"Inline keyboard button URL '{url}' is invalid: {reason}") from None
    if len(data.encode()) > MAX_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if "copy_text" in button:
        _check_copied(button["copy_text"])


def _check_copied(value: object) -> None:
    """Refuses a text that is too short or too long to be copied."""
    if not isinstance(value, dict):
        raise ValueError('Field "copy_text" must be of type Object')
    if not 0 < utf16_length(string_field(value, "text", required=True)) <= MAX_COPY_UNITS:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_inline(rows: object) -> list[list[Json]]:
    if not isinstance(rows, list):
        raise bad_request('Field "inline_keyboard" must be of type Array')
    for row in rows:
        if not isinstance(row, list):
            message = 'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
            raise bad_request(message)
        for button in row:
            try:
                _check_button(button)
            except ValueError as error:
                raise bad_request(f"Can't parse inline keyboard button: {error}") from None
    kept = [row for row in rows if row]
    size = len(json.dumps(kept, ensure_ascii=False).encode())
    if sum(map(len, kept)) > MAX_BUTTONS or size > _MAX_MARKUP_BYTES:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    if any(len(row) > MAX_IN_A_ROW for row in kept):
        # Telegram takes them and shows eight; a button nobody sees is a fault in the bot, so it is refused here.
        raise bad_request(f"This Telegram double shows {MAX_IN_A_ROW} buttons in a row")
    return kept


def check_reply_markup(markup: Json | None) -> Json | None:
    """The inline keyboard the message will carry; None for the other kinds, which no message gives back.

    Raises ApiError for a keyboard Telegram refuses.
    """
    if not markup or "inline_keyboard" not in markup:
        return None
    rows = _check_inline(markup["inline_keyboard"])
    return {"inline_keyboard": rows} if rows else None


def check_place(markup: Json | None, *, private: bool) -> None:
    """Refuses buttons that open a web app anywhere but in a private chat. Raises ApiError."""
    buttons = [button for row in (markup or {}).get("inline_keyboard", []) for button in row]
    if not private and any("web_app" in button for button in buttons):
        raise bad_request("BUTTON_TYPE_INVALID")
