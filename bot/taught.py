"""What an admin says behind /viettat, and how a change of the abbreviations goes: kept first, then in effect."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from enum import Enum, auto

from bot import texts
from bot.abbreviations import LiveAbbreviations
from bot.storage import StorageBusy, Store
from index.normalize import fold, nfc

LONGEST_SHORT = 20
LONGEST_WORDS = 200
WRITE = 3.0  # seconds to wait for the database before saying that it will be done

_REMOVE = re.compile(r"(?:xóa|xoá|xoa|bỏ|bo)\s+(?P<word>.+)|[-–]\s*(?P<sign>.+)", re.IGNORECASE)
_SHORT = re.compile(r"(?=.*[^\W\d_])[^\W_](?:[-./&]?[^\W_])+")
_WORDS = re.compile(r"(?=.*[^\W\d_])[\w\s.,;:/&%()'’\"“”+–-]+")


@dataclass(frozen=True, slots=True)
class Wish:
    """A change that is asked for; without `words` the abbreviation is to go."""

    short: str
    words: str | None = None


class Unclear(Exception):
    """What was said is no such change; `line` says in Vietnamese what to write."""

    def __init__(self, line: str) -> None:
        super().__init__("no change of an abbreviation")
        self.line = line


def wish(said: str) -> Wish:
    """`NSNN = ngân sách nhà nước`, `xóa NSNN`, `-NSNN`. Raises Unclear."""
    said = " ".join(nfc(said).split())
    short, sign, words = said.partition("=")
    if sign:
        return Wish(_short(short), _words(short, words))
    if match := _REMOVE.fullmatch(said):
        return Wish(_short(match["word"] or match["sign"]))
    raise Unclear(texts.UNCLEAR_ABBREVIATION)


def _short(text: str) -> str:
    short = re.sub(r"\s*[-–]\s*", "-", text.strip())
    if len(short) > LONGEST_SHORT or not _SHORT.fullmatch(short):
        raise Unclear(texts.WRONG_SHORT.format(most=LONGEST_SHORT))
    return short


def _words(short: str, text: str) -> str:
    words = text.strip()
    if len(words) > LONGEST_WORDS or not _WORDS.fullmatch(words) or _bare(words) == _bare(short.strip()):
        raise Unclear(texts.WRONG_WORDS.format(most=LONGEST_WORDS))
    return words


class Change(Enum):
    """How a change went; `LATER`: it is queued, and in effect as soon as the database is back."""

    DONE = auto()
    LATER = auto()
    UNKNOWN = auto()  # there is no such abbreviation to remove


class Teacher:
    """Changes the operator's own abbreviations, for all processes and after a restart too."""

    def __init__(self, store: Store, live: LiveAbbreviations) -> None:
        self._abbreviations = store.abbreviations
        self._live = live

    async def carry_out(self, asked: Wish) -> Change:
        """Make a change, in place of what is alike but for case and accents.

        Raises StorageError where nothing was changed: the database is away, or dropped it.
        """
        held = await self._abbreviations.all()
        alike = [short for short in held if _bare(short) == _bare(asked.short)]
        if asked.words is None:
            return await self._written([self._abbreviations.remove(one) for one in alike]) if alike else Change.UNKNOWN
        gone = [self._abbreviations.remove(one) for one in alike if one != asked.short]
        return await self._written([*gone, self._abbreviations.put(asked.short, asked.words)])

    async def _written(self, changes: list[asyncio.Future[None] | asyncio.Future[bool]]) -> Change:
        """Whether changes are in the database, and in effect here. Raises StorageError."""
        _, waiting = await asyncio.wait(changes, timeout=WRITE)
        if waiting:
            return Change.LATER
        for change in changes:
            change.result()
        try:
            await self._live.refresh()
        except StorageBusy:
            return Change.LATER
        return Change.DONE


def _bare(short: str) -> str:
    return fold(short).lower()
