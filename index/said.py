"""A question's words as they are read and typed, and what pyvi says that they are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from index.followup_words import FollowupWords
from index.normalize import fold
from index.question import Query
from index.titled import Titled
from index.tokens import Token
from index.words import Word, tagged

Part: TypeAlias = tuple[int, int]  # a half-open range of tokens

TWO = 2  # syllables of most Vietnamese words
_COMPARING = (("so", "voi"), ("so", "cung"))
_NOUN, _ACT = "N", "V"  # pyvi's tags
_QUALITIES = frozenset({"A"})  # of adjectives
_BESIDE_VERBS = frozenset({"V", "E", "R", "C", "T"})  # of what stands beside a verb and names nothing


@dataclass(frozen=True)
class Said:
    """A question and its tokens, accents given back; `known` are the persons and places that reports name."""

    query: Query
    text: str
    found: tuple[Token, ...]
    known: Collection[Titled]
    accented: bool  # as it was typed

    @cached_property
    def spelled(self) -> tuple[str, ...]:
        """Its syllables."""
        return tuple(token.text for token in self.found)

    @cached_property
    def bare(self) -> tuple[str, ...]:
        """The same without accents."""
        return tuple(map(fold, self.spelled))

    def words(self, part: Part) -> str:
        """A part, as it is read."""
        start, end = part
        return self.text[self.found[start].start : self.found[end - 1].end] if start < end else ""

    @cached_property
    def marker(self) -> int:
        """How many of its tokens are a marker that it leans: "thế còn"."""
        known = FollowupWords.load()
        marker = known.marker(self.spelled, bare=not self.accented) or known.marker(self._typed, bare=not self.accented)
        compares = self.bare[marker : marker + 2] in _COMPARING
        words = self.nouns if self.accented else self.pairs
        if not compares and any(start < marker < end for start, end in words):
            return 0  # "con so" is no "còn", "thế giới" no "thế"; "con so voi" is
        return 0 if any(i in self._asking for i in range(marker)) else marker  # "thế nào là …"

    @cached_property
    def verbs(self) -> frozenset[int]:
        """The tokens that are verbs or stand beside some, as pyvi tags them."""
        return frozenset(i for one in self._tagged if one.tag in _BESIDE_VERBS for i in self._within(one))

    @cached_property
    def acts(self) -> frozenset[int]:
        """The tokens that are verbs themselves."""
        return frozenset(i for one in self._tagged if one.tag == _ACT for i in self._within(one))

    @cached_property
    def qualities(self) -> frozenset[int]:
        """The tokens that are adjectives, or stand beside some: "nhiều nhất"."""
        return frozenset(i for one in self._tagged if one.tag in _QUALITIES for i in self._within(one))

    @cached_property
    def nouns(self) -> frozenset[Part]:
        """The places of its nouns of two syllables."""
        places = [self._within(one) for one in self._tagged if one.tag == _NOUN]
        return frozenset((one[0], one[-1] + 1) for one in places if len(one) == TWO)

    @cached_property
    def pairs(self) -> frozenset[Part]:
        """The places of its words of two syllables."""
        places = [self._within(one) for one in self._tagged]
        return frozenset((one[0], one[-1] + 1) for one in places if len(one) == TWO)

    @cached_property
    def attributes(self) -> frozenset[int]:
        """The tokens of what is always said of something: "tỷ lệ", "kinh phí"."""
        return FollowupWords.load().attributes(self.spelled)

    @cached_property
    def light(self) -> frozenset[int]:
        """The tokens that say nothing by themselves; not the "việc" and "làm" of "việc làm", nor a half of any word."""
        parts = FollowupWords.load().light(self.spelled)
        said = {i for part in parts for i in range(*part)}
        cut = {one for one in self.pairs if not any(a <= one[0] and one[1] <= b for a, b in parts)}
        words = {one for one in cut if one in self.nouns or len(said.intersection(range(*one))) == 1}
        return frozenset(said - {i for one in words for i in range(*one)})

    @cached_property
    def _tagged(self) -> list[Word]:
        return tagged(self.text.lower())

    @cached_property
    def _asking(self) -> frozenset[int]:
        return frozenset(i for start, end in self.query.asking.places for i in range(start, end))

    @cached_property
    def _typed(self) -> tuple[str, ...]:
        """Its syllables as they were typed: accents given back may be those of another word ("thị sao")."""
        return self.spelled if self.accented else self.bare

    def _within(self, word: Word) -> list[int]:
        return [i for i, token in enumerate(self.found) if word.start <= token.start and token.end <= word.end]

    def _part(self, start: int, end: int) -> Part:
        inside = [i for i, token in enumerate(self.found) if token.start < end and start < token.end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)
