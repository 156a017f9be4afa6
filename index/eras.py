"""Stretches of years that a text names: decades ("thập niên 80", "những năm 1970") and centuries ("thế kỷ XV")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.normalize import fold

# "những năm 2010-2013" are those years, no decade.
_DECADE = re.compile(
    r"\b(?:(?P<called>thap (?:nien|ky|ki))|nhung nam)(?: dau| giua| cuoi)? "
    r"(?P<number>\d{2}(?!\d)|\d{4}(?!\d|\s?[-–,]\s?\d| (?:va|den|hoac) \d))(?!\s?%)",
    re.IGNORECASE,
)
_CENTURY = re.compile(r"\b(?:the (?:ky|ki)|tk)(?: thu)? (?P<number>\d{1,2}|[ivx]{1,5})(?![\w%])", re.IGNORECASE)
# Behind a comma only where the number is not of something else: "thế kỷ 18, 20 người".
_ANOTHER = re.compile(
    r"(?:\s*[–-]|\s+(?:va|hoac|den)\b|,(?=\s*\w+\s*(?:[,.;?!–-]|va\b|$)))\s*(?P<number>\d{1,4}|[ivx]{1,5})(?![\w%])",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,])\d{3,4}(?![\d.,]*\d)")
_OLDEST = 30  # "những năm 30" are 1930 to 1939; "những năm 20" of which century?
_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Era:
    """Years, the first and the last, `typed` at `[start, end)` of a text."""

    start: int
    end: int
    typed: str
    first: int
    last: int


def eras(text: str) -> tuple[Era, ...]:
    """The decades and centuries that a text names, in order."""
    bare = fold(text)  # letter for letter
    return tuple(sorted(_found(text, bare), key=lambda one: one.start)) if len(bare) == len(text) else ()


def within(era: Era, texts: Sequence[str]) -> bool:
    """Whether any of some texts names a year of an era, or an era that shares years with it."""
    return any(
        any(era.first <= int(year[0]) <= era.last for year in _YEAR.finditer(text))
        or any(one.first <= era.last and era.first <= one.last for one in eras(text))
        for text in texts
    )


def _found(text: str, bare: str) -> Iterator[Era]:
    """ "những năm 80 và 90" names two; "những năm 2018, 2019" only years."""
    for first in (*_DECADE.finditer(bare), *_CENTURY.finditer(bare)):
        decades = first.re is _DECADE
        start, match = first.start(), first
        while match:
            end = match.end()
            years = _decade(match["number"], bool(first["called"])) if decades else _century(match["number"])
            if years:
                yield Era(start, end, text[start:end], *years)
            following = _ANOTHER.match(bare, end)
            if following is None:
                break
            start, match = following.start("number"), following


def _decade(said: str, called: bool) -> tuple[int, int] | None:
    """The years of "80" or "1980"; "những năm 1700", not `called` a decade, may be those of a century."""
    if not said.isdecimal() or int(said) % 10 or int(said) < _OLDEST:
        return None
    first = int(said) if len(said) > 2 else 1900 + int(said)
    return first, first + (99 if first % 100 == 0 and not called else 9)


def _century(said: str) -> tuple[int, int]:
    number = _number(said)
    return 100 * number - 99, 100 * number


def _number(said: str) -> int:
    """In digits or Roman."""
    if said.isdecimal():
        return int(said)
    worth = [_ROMAN[letter] for letter in said.lower()]
    return sum(-one if one < after else one for one, after in zip(worth, [*worth[1:], 0], strict=True))
