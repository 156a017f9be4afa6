"""Text → syllables with their places: the atoms of every field but pyvi's words, and of the bold span."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.normalize import fold, number, syllable

WORD = re.compile(r"[^\W\d_]+")  # of the tokens below those that are spelled, all of them
# A date's parts are tokens of their own; a figure keeps its separators; letters end at a digit (TT22 → tt 22).
_TOKEN = re.compile(
    r"(?P<date>\d{1,2}(?P<sep>[/.\-])\d{1,2}(?P=sep)\d{4}(?!\d))|(?P<number>\d+(?:[.,]\d+)*)|(?P<word>[^\W\d_]+)|(?P<percent>%)"
)
_DIGITS = re.compile(r"\d+")


class Token(NamedTuple):
    """A syllable, figure or percent sign in canonical spelling, at `[start, end)` of the text it came from."""

    text: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The syllables and figures of a text, in order, with code-point offsets. `text` is NFC."""
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if match["date"]:
            for part in _DIGITS.finditer(match["date"]):
                yield Token(number(part[0]), start + part.start(), start + part.end())
        elif match["number"]:
            yield Token(number(match[0]), start, end)
        else:
            yield Token(match[0] if match["percent"] else syllable(match[0]), start, end)


def folded(text: str) -> str:
    """The syllables and figures of a text without accents, joined by spaces. `text` is NFC."""
    return " ".join(fold(token.text) for token in tokens(text))
