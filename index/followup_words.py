"""The words by which a question leans on the one before it; they stand in config/followups.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from index.datafiles import named
from index.normalize import fold, syllable
from index.phrases import Found, Phrases

DEFAULT = Path(__file__).resolve().parent.parent / "config" / "followups.toml"

_THEN = "thi"  # of "thì sao"

Words = Annotated[tuple[str, ...], Field(min_length=1)]


class Stands(StrEnum):
    """What a pronoun stands for."""

    PERSON = "person"
    PLACE = "place"
    THING = "thing"
    NAMED = "named"  # a thing that the question before calls so


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Pronouns(_Table):
    person: Words
    place: Words
    thing: Words
    named: Words


class _Words(_Table):
    light: Words
    details: Words
    attributes: Words
    links: Words
    heads: Words
    places: Words
    comparing: Words
    given: Words
    labels: Words
    years: Words
    sums: Words
    causes: Words


class _Data(_Table):
    markers: Words
    commands: Words
    tails: Words
    pronouns: _Pronouns
    words: _Words


class FollowupWords:
    """Markers before what is asked, tails behind it, pronouns, and words that say nothing by themselves.

    `comparing` are the folded syllables that compare with a yardstick behind them.
    """

    def __init__(self, data: _Data) -> None:
        self._markers = Phrases([data.markers], {})
        self._tails = Phrases([[f"{tail}$" for tail in data.tails]], {})
        self._commands = Phrases([data.commands], {})
        self._pronouns = Phrases([getattr(data.pronouns, stands.value) for stands in Stands], {})
        self._light = Phrases([data.words.light], {})
        self._details = Phrases([data.words.details], {})
        self._attributes = Phrases([data.words.attributes], {})
        self._links = Phrases([data.words.links], {})
        self._heads = Phrases([data.words.heads], {})
        self._places = Phrases([data.words.places], {})
        self._given = Phrases([data.words.given], {})
        self._labels = Phrases([data.words.labels], {})
        self._years = Phrases([data.words.years], {})
        self._sums = Phrases([data.words.sums], {})
        self._causes = Phrases([data.words.causes], {})
        self.comparing = frozenset(fold(syllable(one)) for one in data.words.comparing)

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, path: Path = DEFAULT) -> FollowupWords:
        """From a TOML file, read once; raises `DataError` that names what is wrong."""
        with named(path, "list of words of follow-ups"):
            return cls(_Data.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))))

    def marker(self, spelled: Sequence[str], *, bare: bool) -> int:
        """How many syllables of a marker a question begins with; with `bare` they need no accents."""
        return next((one.end for one in self._markers.find(spelled, bare=bare) if one.start == 0), 0)

    def command(self, spelled: Sequence[str], begin: int) -> int:
        """Where a command ends that begins at `begin`; `begin` where there is none."""
        return next(
            (one.end for one in self._commands.find(spelled, bare=True, begin=begin) if one.start == begin), begin
        )

    def tail(self, spelled: Sequence[str], begin: int, end: int) -> int:
        """Where the tail begins that ends at `end`; `end` where there is none, or none but for a marker ahead."""
        found = (one.start for one in self._tails.find(spelled[:end], bare=True, begin=begin) if one.end == end)
        return next((start for start in found if begin or fold(spelled[start]) == _THEN), end)

    def pronoun(self, spelled: Sequence[str], begin: int) -> tuple[Found, Stands] | None:
        """The first pronoun from `begin` on, and what it stands for."""
        found = self._pronouns.find(spelled, bare=True, begin=begin)
        # "no" alone may be "nợ": a pronoun of one syllable needs its accents.
        sure = [one for one in found if one.end - one.start > 1 or not spelled[one.start].isascii()]
        return (sure[0], tuple(Stands)[sure[0].group]) if sure else None

    def light(self, spelled: Sequence[str]) -> list[tuple[int, int]]:
        """The words that say nothing by themselves, each as a half-open range of syllables."""
        return [(one.start, one.end) for one in self._light.find(spelled, bare=False)]

    def details(self, spelled: Sequence[str]) -> bool:
        """Whether some words want the same told more closely."""
        return bool(self._details.find(spelled, bare=False))

    def attributes(self, spelled: Sequence[str]) -> frozenset[int]:
        """The syllables of what is always said of something."""
        return frozenset(i for one in self._attributes.find(spelled, bare=False) for i in one.words)

    def sums(self, spelled: Sequence[str]) -> bool:
        """Whether some words want a sum of money without asking for one."""
        return bool(self._sums.find(spelled, bare=False))

    def causes(self, spelled: Sequence[str]) -> bool:
        """Whether a sentence gives a cause."""
        return bool(self._causes.find(spelled, bare=False))

    def links(self, spelled: Sequence[str], end: int) -> int:
        """Where the links begin that end at `end`, one after the other."""
        ends = {one.end: one.start for one in self._links.find(spelled[:end], bare=False)}
        while end in ends:
            end = ends[end]
        return end

    def label(self, spelled: Sequence[str], end: int) -> int:
        """Where a label begins that ends at `end`; `end` where there is none."""
        return next((one.start for one in self._labels.find(spelled[:end], bare=False) if one.end == end), end)

    def years(self, spelled: Sequence[str]) -> list[tuple[int, int]]:
        """The years named by how far they are: "năm ngoái"."""
        return [(one.start, one.end) for one in self._years.find(spelled, bare=False)]

    def given(self, spelled: Sequence[str]) -> int:
        """How many syllables of who set a yardstick a text begins with."""
        return next((one.end for one in self._given.find(spelled, bare=False) if one.start == 0), 0)

    def head(self, spelled: Sequence[str]) -> int:
        """How many syllables of a head a text begins with."""
        return next((one.end for one in self._heads.find(spelled, bare=False) if one.start == 0), 0)

    def place(self, spelled: Sequence[str]) -> int:
        """Where the place begins that a text ends with; its length where it has none."""
        return next(iter(self._place_starts(spelled)), len(spelled))

    def _place_starts(self, spelled: Sequence[str]) -> Iterator[int]:
        return (one.start for one in self._places.find(spelled, bare=False) if one.start)
