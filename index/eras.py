"""Stretches of years that a text names: decades ("thập niên 80", "những năm 1970") and centuries ("thế kỷ XV")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.normalize import fold

_NO_YEAR = r"(?![\w%]|\s?%|[.,]\d| (?:ty|trieu|nghin|ngan|dong)\b)"
# "những năm 2010-2013" are those years, no decade.
_DECADE = re.compile(
    r"\b(?:(?P<called>thap (?:nien|ky|ki))|nhung nam)(?: dau| giua| cuoi)? "
    rf"(?P<number>\d{{2}}|\d{{4}}(?!\s?[-–,/]\s?\d| (?:va|den|hoac) \d)){_NO_YEAR}",
    re.IGNORECASE,
)
_CENTURY = re.compile(rf"\bthe (?:ky|ki)(?: thu)? (?P<number>\d{{1,2}}|[ivx]{{1,5}}){_NO_YEAR}", re.IGNORECASE)
# Behind a comma only where the number is not of something else: "thế kỷ 18, 20 người".
_ANOTHER = re.compile(
    r"(?:\s*[–-]|\s+(?:va|hoac|den)\b|,(?=\s*\w+\s*(?:[,.;?!–-]|va\b|$)))\s*"
    rf"(?P<number>\d{{2}}|\d{{4}}|[ivx]{{1,5}}){_NO_YEAR}",
    re.IGNORECASE,
)
# A year, not a count: "năm 1450", "(1455-1536)", "1450," but not "1450 hộ".
_YEAR = re.compile(
    r"(?<![\w.,])(?:năm\s+(\d{3,4})(?!\d)|(?:(?<=\d đến )|(?<=từ (?=19|20)))(\d{4})(?!\d)"
    r"|(\d{4})(?=\s*(?:[;:?!)\]–-]|[.,](?!\d)|đến\b|và\b|$)))",
    re.IGNORECASE | re.MULTILINE,
)
_OLDEST = 30  # "những năm 30" are 1930 to 1939; "những năm 20" of which century?
_DECADES_ONLY = 2000  # "những năm 1900" may be a century, those of 2000 are the decade
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


@dataclass(frozen=True, slots=True)
class Times:
    """The years and eras that a text names."""

    years: frozenset[int]
    eras: tuple[Era, ...]

    @classmethod
    def of(cls, text: str) -> Times:
        """Of any text; a count is no year."""
        return cls(frozenset(int(match[match.lastindex or 0]) for match in _YEAR.finditer(text)), eras(text))

    def within(self, era: Era) -> bool:
        """Whether a year is of an era, or an era shares years with it."""
        named = any(era.first <= year <= era.last for year in self.years)
        return named or any(one.first <= era.last and era.first <= one.last for one in self.eras)


def _found(text: str, bare: str) -> Iterator[Era]:
    """In no order: "những năm 80 và 90" names two, "những năm 2018, 2019" only years."""
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
    whole_century = first % 100 == 0 and first < _DECADES_ONLY and not called
    return first, first + (99 if whole_century else 9)


def _century(said: str) -> tuple[int, int]:
    number = _number(said)
    return 100 * number - 99, 100 * number


def _number(said: str) -> int:
    """In digits or Roman."""
    if said.isdecimal():
        return int(said)
    worth = [_ROMAN[letter] for letter in said.lower()]
    return sum(-one if one < after else one for one, after in zip(worth, [*worth[1:], 0], strict=True))
