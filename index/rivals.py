"""What must not be taken for one another: chi thường xuyên and chi đầu tư, quốc doanh and ngoài quốc doanh.

They stand side by side in reports, in sentences that match alike. The groups stand in config/rivals.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from index.asks import Kind
from index.datafiles import named
from index.mentions import GIVES, Mention
from index.phrases import Phrases
from index.tokens import Token, tokens

DEFAULT = Path(__file__).resolve().parent.parent / "config" / "rivals.toml"

_IN_TURN = re.compile(r"\b(?:lần lượt|tương ứng)\b", re.IGNORECASE)
_RUNS_INTO = re.compile(r"\s*(?:đồng\s+)?(?:(?:cho|của|đối với|vào|về)\s+)?")  # between a figure and what it is of

_Ways = Annotated[tuple[str, ...], Field(min_length=1)]
_Group = Annotated[tuple[_Ways, ...], Field(min_length=2)]


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    groups: tuple[_Group, ...]


@dataclass(frozen=True, slots=True)
class Rival:
    """One of a group, by its number and the group's, and how the question says it, as typed."""

    number: int
    group: int
    typed: str


class Rivals:
    """The groups, and the phrases by which each of a group is known."""

    def __init__(self, data: _Data) -> None:
        self._groups = tuple(group for group, rivals in enumerate(data.groups) for _ in rivals)
        numbered = enumerate(ways for rivals in data.groups for ways in rivals)
        ways = sorted(
            ((way, number) for number, ways in numbered for way in ways), key=lambda one: -len(one[0].split())
        )
        if len({way for way, _ in ways}) < len(ways):
            raise ValueError("a phrase stands twice")
        self._numbers = tuple(number for _, number in ways)
        self._phrases = Phrases([[way] for way, _ in ways], {})

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, path: Path = DEFAULT) -> Rivals:
        """From a TOML file, read once; raises `DataError` that names what is wrong."""
        with named(path, "list of rivals"):
            return cls(_Data.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))))

    def asked(self, question: str, found: Sequence[Token], *, accented: bool) -> Iterator[Rival]:
        """The rivals that a question, of which these are the tokens, names."""
        for one in self._phrases.find([token.text for token in found], bare=not accented):
            typed = question[found[one.start].start : found[one.end - 1].end]
            number = self._numbers[one.group]
            yield Rival(number, self._groups[number], typed)

    def lacking(self, asked: Sequence[Rival], syllables: Sequence[str], headings: Sequence[str]) -> list[Rival]:
        """Of those asked about, the ones whose group a sentence speaks of only by others; texts are given as syllables.

        Where it names none of a group, its headings say which it is of.
        """
        said, above = self._said(syllables), self._said(headings)
        spoken_of = {self._groups[number] for number in said}
        said |= {number for number in above if self._groups[number] not in spoken_of}
        met = {one.group for one in asked if one.number in said}
        return [one for one in asked if one.group in {self._groups[number] for number in said} - met]

    def said_in(self, sentences: Iterable[Sequence[str]]) -> frozenset[int]:
        """The numbers of all that some sentences, each given as syllables, speak of."""
        return frozenset[int]().union(*map(self._said, sentences))

    def nowhere(self, asked: Sequence[Rival], said: Set[int]) -> list[Rival]:
        """Of those asked about, the ones that no sentence speaks of, though some do of their rivals (see `said_in`)."""
        spoken_of = {self._groups[number] for number in said}
        met = {one.group for one in asked if one.number in said}
        return [one for one in asked if one.group in spoken_of - met]

    def mentions_of(self, asked: Sequence[Rival], text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """The mentions of a sentence without the figures of rivals, where it speaks of some.

        A figure is of the one whose words it runs into ("12 hộ nghèo"), else of the last that is named ahead of it.
        """
        found = list(tokens(text))
        groups = {one.group for one in asked}
        named = [
            (found[one.start].start, found[one.end - 1].end, self._numbers[one.group])
            for one in self._phrases.find([token.text for token in found], bare=False)
            if self._groups[self._numbers[one.group]] in groups
        ]
        wanted = {one.number for one in asked}
        if _IN_TURN.search(text):  # "A và B lần lượt là X và Y"
            return tuple(one for one in mentions if one.kind not in GIVES[Kind.FIGURE])
        if {number for _, _, number in named} <= wanted:
            return tuple(mentions)
        return tuple(one for one in mentions if one.kind not in GIVES[Kind.FIGURE] or _of(one, text, named) in wanted)

    def _said(self, syllables: Sequence[str]) -> set[int]:
        return {self._numbers[one.group] for one in self._phrases.find(syllables, bare=False)}


def _of(figure: Mention, text: str, named: Sequence[tuple[int, int, int]]) -> int | None:
    """Which of those that are named, each as `[start, end)` and its number, a figure is of."""
    into = [
        number
        for start, end, number in named
        if figure.start < start and figure.end < end and _RUNS_INTO.fullmatch(text[figure.end : start])
    ]
    ahead = [number for start, _, number in named if start <= figure.start]
    return into[0] if into else ahead[-1] if ahead else None
