"""Places in a sentence, and where the words in them begin and end."""

from __future__ import annotations

import re
from typing import NamedTuple

SYLLABLE = re.compile(r"[^\W\d_]+")
_COMMA = re.compile(r",\s+")
_BEFORE = 60  # characters before an end in which a phrase that stands there begins


class Place(NamedTuple):
    """`[start, end)` in the sentence."""

    start: int
    end: int


def syllables(text: str, place: Place) -> int:
    """How many syllables stand in a place."""
    return len(SYLLABLE.findall(text, *place))


def parted(text: str, start: int, end: int) -> list[Place]:
    """What stands between the commas of a clause."""
    start = begun(text, start, end)
    marks = [Place(*mark.span()) for mark in _COMMA.finditer(text, start, end)]
    starts = [start, *(mark.end for mark in marks)]
    return [Place(a, stripped(text, a, b)) for a, b in zip(starts, [*(mark.start for mark in marks), end], strict=True)]


def begun(text: str, start: int, end: int) -> int:
    """The start of a part without the white space there."""
    return end - len(text[start:end].lstrip())


def stripped(text: str, start: int, end: int) -> int:
    """The end of a part without the white space and commas there."""
    part = text[start:end].rstrip()
    while part.endswith(","):
        part = part[:-1].rstrip()
    return start + len(part)


def unspaced(text: str, start: int, end: int) -> int:
    """The end of a part without the white space there."""
    return start + len(text[start:end].rstrip())


def at_end(pattern: re.Pattern[str], text: str, begin: int, end: int) -> re.Match[str] | None:
    """What a pattern finds at the end of a part."""
    return pattern.search(text, max(begin, end - _BEFORE), end)
