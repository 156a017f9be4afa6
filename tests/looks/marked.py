"""A text and its entities → HTML; whatever is not our own tag is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tests.telegram_double.detected import detect_entities
from tests.telegram_double.entities import Entity, sort_entities
from tests.telegram_double.errors import Json
from tests.telegram_double.text import utf16_length

_TAGS = {"bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code", "pre": "pre"}
_BLOCKS = ("blockquote", "expandable_blockquote", "pre")


def marked_html(text: str, entities: Sequence[Json]) -> str:
    """The text as Telegram shows it; entities are MessageEntity objects, offsets in UTF-16 units.

    Commands and mentions are links, as Telegram makes them. An entity that crosses another is cut at its end.
    """
    given = [Entity(one["type"], one["offset"], one["length"]) for one in entities]
    solid = [one for one in given if one.type in ("code", "pre", "text_link")]
    found = [Entity(one["type"], one["offset"], one["length"]) for one in detect_entities(text)]
    free = [one for one in found if all(one.end <= other.offset or other.end <= one.offset for other in solid)]
    known = {(one.type, one.offset) for one in given}
    added = [one for one in free if (one.type, one.offset) not in known]
    return _inner(text.encode("utf-16-le", "surrogatepass"), 0, utf16_length(text), sort_entities([*given, *added]))


def _inner(units: bytes, begin: int, end: int, entities: list[Entity]) -> str:
    """The part of the text between two offsets, with the entities that begin in it, in Telegram's order."""
    parts, at, left = [], begin, list(entities)
    while left:
        outer = left.pop(0)
        stop = min(outer.end, end)
        if outer.offset < at or stop <= outer.offset:
            continue
        inside = [one for one in left if one.offset < stop]
        left = [one for one in left if one.offset >= stop]
        parts.append(_plain(units, at, outer.offset))
        parts.append(_wrapped(outer.type, _inner(units, outer.offset, stop, inside)))
        at = stop
        if outer.type in _BLOCKS and _plain(units, at, at + 1) == "\n":
            at += 1  # the block ends its line itself
    parts.append(_plain(units, at, end))
    return "".join(parts)


def _plain(units: bytes, begin: int, end: int) -> str:
    return escape(units[2 * begin : 2 * end].decode("utf-16-le", "replace"))


def _wrapped(kind: str, html: str) -> str:
    if kind in _TAGS:
        return f"<{_TAGS[kind]}>{html}</{_TAGS[kind]}>"
    if kind == "blockquote":
        return f"<blockquote>{html}</blockquote>"
    if kind == "expandable_blockquote":
        return f'<blockquote class="folded"><div>{html}</div></blockquote>'
    if kind == "spoiler":
        return f'<span class="spoiler">{html}</span>'
    return f'<span class="link">{html}</span>'
