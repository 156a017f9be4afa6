"""InlineQueryResult objects: which ones Telegram takes, and the messages they become."""

from __future__ import annotations

from .errors import ApiError, Json, bad_request
from .keyboards import check_place, check_reply_markup
from .parameters import string_field
from .text import finish_text, parse_formatted

_MAX_ID_BYTES = 64


def _content(value: Json) -> Json:
    """The text of an `input_message_content`. Raises ValueError, and ApiError once it is understood."""
    text = string_field(value, "message_text")
    if not text:
        raise ValueError("Input message content is not specified")
    try:
        parsed = parse_formatted(text, string_field(value, "parse_mode"), value.get("entities"))
    except ApiError as error:
        raise ValueError(_inner(error)) from None
    preview = value.get("link_preview_options")
    return {**finish_text(*parsed), **({"link_preview_options": preview} if preview else {})}


def _inner(error: ApiError) -> str:
    """A refusal's words before Telegram put its own in front and lowered their first letter."""
    words = error.description.removeprefix("Bad Request: ")
    return words[:1].upper() + words[1:]


def _article(result: object) -> Json:
    """The message an article becomes. Raises ValueError and ApiError."""
    if not isinstance(result, dict):
        raise ValueError("Inline query result must be an object")
    kind = string_field(result, "type", required=True).lower()
    result_id = string_field(result, "id", required=True)
    if kind != "article":
        raise ValueError(f'type "{kind}" is unsupported for the inline query result by this Telegram double')
    given = result.get("input_message_content")
    if not isinstance(given, dict):
        raise ValueError('Can\'t find field "message_text"')  # where older bots had the text
    content = _content(given)
    markup = result.get("reply_markup")
    try:
        markup = check_reply_markup(markup if isinstance(markup, dict) else None)
    except ApiError as error:
        if "parse" in error.description:
            raise ValueError(_inner(error)) from None
        raise
    title = string_field(result, "title", required=True)
    check_place(markup, private=False)
    if not result_id:
        raise bad_request("RESULT_ID_EMPTY")
    if len(result_id.encode()) > _MAX_ID_BYTES:
        raise bad_request("RESULT_ID_INVALID")
    if not title.strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    return {**content, **({"reply_markup": markup} if markup else {})}


def message_of(result: object) -> Json:
    """The fields of the message that a result becomes. Raises ApiError for one Telegram refuses."""
    try:
        return _article(result)
    except ValueError as error:
        raise bad_request(f"Can't parse inline query result: {error}") from None
