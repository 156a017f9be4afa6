"""From what a bot sends as text to what Telegram shows: entities parsed, cleaned, trimmed and measured."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from .entities import BLOCKQUOTES, SPLITTABLE, Entity, fix_entities, shifted
from .errors import Json, bad_request
from .html_markup import MarkupError, parse_html
from .links import check_link

# The server counts "characters after entities parsing" without saying which; code points are never more than
# UTF-16 units, so a text that fits in UTF-16 units fits either way.
MAX_TEXT_UNITS = 4096
MAX_CAPTION_UNITS = 1024
_MAX_TEXT_BYTES = 1 << 15  # telegram-bot-api's own limit, before entities are parsed

_REMOVED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_INVISIBLE = re.compile("[\\s\u00a0\u180e\u200b-\u200f\u2060\u2800\u3164\ufeff\ufffc]*")
_DETECTED = {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"}
_DETECTED |= {"bank_card_number"}


def utf16_length(text: str) -> int:
    """How many UTF-16 code units the text takes."""
    return len(text) + sum(char > "\uffff" for char in text)


def _entity(value: object) -> Entity | None:
    """One MessageEntity as a bot sends it; None for the kinds Telegram detects itself."""
    if not isinstance(value, dict):
        raise ValueError("expected an Object")
    for name in ("offset", "length"):
        if name not in value:
            raise ValueError(f'Can\'t find field "{name}"')
        if not isinstance(value[name], int):
            raise ValueError(f'Field "{name}" must be of type Number')
    kind = value.get("type")
    if not kind:
        raise ValueError("Type is not specified" if "type" in value else 'Can\'t find field "type"')
    if kind in _DETECTED:
        return None
    extra: Json = {}
    if kind == "text_link":
        try:
            extra["url"] = check_link(str(value.get("url", "")))
        except ValueError as reason:
            raise ValueError(f"Entity {reason}") from None
    elif kind in ("text_mention", "custom_emoji"):
        needed = {"text_mention": "user", "custom_emoji": "custom_emoji_id"}[kind]
        if needed not in value:
            raise ValueError(f'Can\'t find field "{needed}"')
        extra[needed] = value[needed]
    elif kind == "pre" and value.get("language"):
        extra["language"] = value["language"]
    elif kind not in (*SPLITTABLE, *BLOCKQUOTES, "code", "pre"):
        raise ValueError("Unsupported type specified")
    return Entity(kind, value["offset"], value["length"], extra)


def parse_text(params: Mapping[str, Any]) -> tuple[str, list[Entity]]:
    """The `text` with the entities of its parse mode, or of `entities`; nothing is trimmed yet.

    Raises ApiError as the Bot API does before it looks at the chat.
    """
    text: str = params.get("text", "")
    if not text:
        raise bad_request("Message text is empty")
    return parse_formatted(text, params.get("parse_mode", ""), params.get("entities"))


def parse_formatted(text: str, parse_mode: str, given: Sequence[object] | None) -> tuple[str, list[Entity]]:
    """A text, perhaps an empty one, with its entities. Raises ApiError."""
    if len(text.encode()) > _MAX_TEXT_BYTES:
        raise bad_request("Text is too long")
    mode = parse_mode.lower()
    if mode == "html":
        try:
            return parse_html(text)
        except MarkupError as error:
            raise bad_request(f"Can't parse entities: {error}") from None
    if mode in ("markdown", "markdownv2"):
        raise bad_request("This Telegram double does not parse Markdown")
    if mode not in ("", "none"):
        raise bad_request("Unsupported parse_mode")
    entities = []
    for value in given or []:
        try:
            entity = _entity(value)
        except ValueError as error:
            raise bad_request(f"Can't parse MessageEntity: {error}") from None
        if entity:
            entities.append(entity)
    return text, entities


def _bytes_before(text: str, units: int) -> int:
    """How many UTF-8 bytes the first UTF-16 units of the text take."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le").encode())


def _clean(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Control characters become spaces, carriage returns and a few marks go; entities keep their words."""
    kept: list[str] = []
    place: list[int | None] = []  # for each UTF-16 unit of the text, where it went; None inside a pair
    units = 0
    for char in text:
        place += [units] if char <= "\uffff" else [units, None]
        if not _REMOVED.match(char):
            kept.append(" " if char < " " and char != "\n" else char)
            units += 1 + (char > "\uffff")
    place.append(units)
    moved = []
    for entity in entities:
        if not 0 <= entity.offset < len(place):
            raise bad_request(f"Entity begins after the end of the text at UTF-16 offset {entity.offset}")
        begins = f"Entity beginning at UTF-16 offset {entity.offset}"
        if entity.end >= len(place):
            raise bad_request(f"{begins} ends after the end of the text at UTF-16 offset {entity.end}")
        begin, end = place[entity.offset], place[entity.end]
        if begin is None:
            where = _bytes_before(text, entity.offset + 1)
            raise bad_request(f"Entity begins in a middle of a UTF-16 symbol at byte offset {where}")
        if end is None:
            where = _bytes_before(text, entity.end + 1)
            raise bad_request(f"{begins} ends in a middle of a UTF-16 symbol at byte offset {where}")
        moved.append(shifted(entity, begin, end))
    return "".join(kept), moved


def _trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without spaces and line ends at both ends; the front only as far as the first entity, as TDLib does."""
    text = text.rstrip(" \n")
    end = utf16_length(text)
    entities = [shifted(e, e.offset, min(e.end, end)) for e in entities if e.offset < end]
    front = len(text) - len(text.lstrip(" \n"))
    front = min([front, *(entity.offset for entity in entities)])
    return text[front:], [shifted(e, e.offset - front, e.end - front) for e in entities]


def _finish(text: str, entities: list[Entity]) -> tuple[str, list[Json]]:
    text, entities = _clean(text, fix_entities(entities))
    text, entities = _trim(text, fix_entities(entities))
    return text, [entity.as_json() for entity in fix_entities(entities)]


def finish_text(text: str, entities: list[Entity]) -> Json:
    """The `text` and `entities` fields of the message that is shown.

    Raises ApiError for a text with nothing to see, for entities outside it, and for more than 4,096 units.
    """
    shown, marked = _finish(text, entities)
    if _INVISIBLE.fullmatch(shown):
        raise bad_request("Text must be non-empty")
    if utf16_length(shown) > MAX_TEXT_UNITS:
        raise bad_request("MESSAGE_TOO_LONG")
    return {"text": shown, **({"entities": marked} if marked else {})}


def finish_caption(text: str, entities: list[Entity]) -> Json:
    """The `caption` and `caption_entities` fields, none for an empty caption.

    Raises ApiError for entities outside it and for more than 1,024 units.
    """
    shown, marked = _finish(text, entities)
    if utf16_length(shown) > MAX_CAPTION_UNITS:
        raise bad_request("Message caption is too long")
    if not shown:
        return {}
    return {"caption": shown, **({"caption_entities": marked} if marked else {})}


def check_utf8(value: object) -> None:
    """Refuses lone surrogates anywhere in a decoded JSON value."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise bad_request("Strings must be encoded in UTF-8") from None
