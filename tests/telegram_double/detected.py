"""What Telegram finds by itself in what people write: commands and mentions."""

from __future__ import annotations

import re

from .entities import Entity
from .errors import Json
from .text import utf16_length

_PATTERNS = {
    "bot_command": re.compile(r"(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])"),
    # A whole word, or it is no mention: neither "@name" in "@name2" nor in an address.
    "mention": re.compile(r"(?<![\w@/])@[A-Za-z0-9_]{3,32}(?![\w@])"),
}


def detect_entities(text: str) -> list[Json]:
    """The entities Telegram marks in a person's text, in the order of the text."""
    found = [
        Entity(kind, utf16_length(text[: match.start()]), len(match[0]))
        for kind, pattern in _PATTERNS.items()
        for match in pattern.finditer(text)
    ]
    return [entity.as_json() for entity in sorted(found, key=Entity.sort_key)]


def words_of(text: str, entity: Json) -> str:
    """What an entity covers; offsets are in UTF-16 units."""
    units = text.encode("utf-16-le")
    return units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")
