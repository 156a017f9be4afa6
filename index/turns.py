"""A question as one turn of a conversation: its words, by what they are there for, and whether it leans on another.

All places are half-open ranges of tokens of `Turn.text`, the question as it is read: accents given back, abbreviations
written out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from index.asks import Kind
from index.constraints import YEAR
from index.followup_words import FollowupWords, Stands
from index.normalize import fold
from index.question import Query
from index.titled import PERSON, Asked
from index.tokens import Token, tokens
from index.words import tagged
from index.yardsticks import Yardsticks

Part: TypeAlias = tuple[int, int]

_COMPARING = frozenset("so voi bang vuot hon kem muc dat tang giam cua thuc hien ca".split())  # before a yardstick
_GIVEN = ("thanh pho giao", "tinh giao", "cap tren giao", "trung uong giao", "giao", "nam truoc", "nam ngoai", "de ra")
_VERB = "V"
_BESIDE_VERBS = frozenset({"V", "E", "R", "C", "T"})  # pyvi's tags of what stands beside a verb and names nothing
_OF_DEEDS = frozenset({Kind.PERSON, Kind.PLACE, Kind.DATE, Kind.REASON, Kind.MANNER, Kind.PERIOD})
_COUNTED = frozenset({Kind.FIGURE, Kind.MONEY, Kind.PERCENT, Kind.ORDINAL})
_WORDS_OF_DEED = 4  # syllables of "được trình bày", which say what was done and not to what


@dataclass(frozen=True)
class Turn:
    """A question, and its syllables with accents given back, in step with its tokens."""

    query: Query
    text: str
    found: tuple[Token, ...]

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
        return FollowupWords.load().marker(self.spelled)

    @cached_property
    def core(self) -> Part:
        """What stands between the marker and the tail, words of courtesy left out at its end."""
        end = len(self.found)
        asked = self._asked_tokens
        while end and end - 1 in self.query.asking.words and end - 1 not in asked:
            end -= 1
        words = FollowupWords.load()
        tail = words.tail(self.spelled, self.marker, end)
        # "thế nào" is a tail only where the marker is ahead: "còn chi thế nào".
        return (self.marker, tail if self.marker or tail == self.marker else end)

    @cached_property
    def asks(self) -> Part | None:
        """The first words that ask, within the core."""
        begin, end = self.core
        places = zip(self.query.asking.kinds, self.query.asking.places, strict=True)
        return next((place for _, place in places if begin <= place[0] and place[1] <= end and place[0] < place[1]), None)

    @cached_property
    def kind(self) -> Kind:
        """What these ask for."""
        places = zip(self.query.asking.kinds, self.query.asking.places, strict=True)
        return next((kind for kind, place in places if place == self.asks), Kind.OTHER)

    @cached_property
    def times(self) -> tuple[Part, ...]:
        """Years with the word before them, and parts of a year, neighbours as one."""
        parts = [
            (i - (i > 0 and self.bare[i - 1] == "nam"), i + 1)
            for i, one in enumerate(self.spelled)
            if YEAR.fullmatch(one)
        ]
        parts += [self._part(one.start, one.end) for one in self.query.constraints.timespans]
        return tuple(_merged(parts))

    @cached_property
    def names(self) -> tuple[tuple[str, Part], ...]:
        """Persons and places that a title stands before, each with what it is of."""
        named = ((one, self._part(one.end - len(one.typed), one.end)) for one in self.query.constraints.titled)
        return tuple((_of(one), part) for one, part in named)

    @cached_property
    def yardsticks(self) -> tuple[Part, ...]:
        """What results are held against, with what compares before it and who set it behind it."""
        out = []
        for one in Yardsticks.load().phrases.find(self.spelled, bare=False):
            start, end = one.start, one.end
            while start > self.marker and self.bare[start - 1] in _COMPARING and start - 1 not in self._asked_tokens:
                start -= 1
            given = next((len(by.split()) for by in _GIVEN if self._says(end, by)), 0)
            out.append((start, end + given))
        return tuple(_merged(out))

    @cached_property
    def pronoun(self) -> tuple[Part, Stands] | None:
        """The first word that stands for something said before."""
        found = FollowupWords.load().pronoun(self.spelled, self.marker)
        return ((found[0].start, found[0].end), found[1]) if found else None

    @cached_property
    def rest(self) -> tuple[int, ...]:
        """The tokens of the core that say what it is about: neither asking, nor a time, a yardstick or light."""
        taken = set(self.query.asking.words) | FollowupWords.load().light(self.spelled)
        for start, end in (*self.times, *self.yardsticks, *([self.pronoun[0]] if self.pronoun else [])):
            taken.update(range(start, end))
        return tuple(i for i in range(*self.core) if i not in taken)

    @cached_property
    def leans(self) -> bool:
        """Whether it can't be answered without the question before it."""
        if not self.found or self.core[0] >= self.core[1]:
            return False
        if self.pronoun:
            return True
        named = {i for _, part in self.names for i in range(*part)}
        about = [i for i in self.rest if i not in named]
        if self.marker:
            return True
        if self.asks is None:
            return not about and bool(self.times or self.yardsticks or self.names)
        return not named and (not about or self._says_only_what_was_done(about))

    @property
    def complete(self) -> bool:
        """Whether it asks, and says what about."""
        named = {i for _, part in self.names for i in range(*part)}
        return self.asks is not None and len({*self.rest} | (named & {*range(*self.core)})) > 1

    def verbs(self, part: Part) -> frozenset[int]:
        """The tokens of a part that are verbs or stand beside some, as pyvi tags them."""
        start, end = part
        if start >= end:
            return frozenset()
        text = self.words(part).lower()
        places = [(token.start, token.end) for token in tokens(text)]
        spans = [(one.start, one.end) for one in tagged(text) if one.tag in _BESIDE_VERBS]
        return frozenset(start + i for i, (a, b) in enumerate(places) if any(s <= a and b <= e for s, e in spans))

    def _says_only_what_was_done(self, about: Sequence[int]) -> bool:
        if self.kind in _COUNTED:
            return len(about) == 1 and self.asks is not None and about[0] >= self.asks[1]  # "bao nhiêu hộ"
        deed = self.verbs((min(about), max(about) + 1))
        return self.kind in _OF_DEEDS and len(about) <= _WORDS_OF_DEED and deed.issuperset(about)

    @cached_property
    def _asked_tokens(self) -> frozenset[int]:
        return frozenset(i for start, end in self.query.asking.places for i in range(start, end))

    def _says(self, at: int, words: str) -> bool:
        return " ".join(self.bare[at : at + len(words.split())]) == words

    def _part(self, start: int, end: int) -> Part:
        inside = [i for i, token in enumerate(self.found) if token.start < end and start < token.end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)


def turn(question: str, understand: Callable[[str], Query]) -> Turn:
    """Reads a question as a turn; raises what `understand` raises."""
    query = understand(question)
    return Turn(query, query.text, tuple(tokens(query.text)))


def _of(name: Asked) -> str:
    return "person" if name.titled.of == PERSON else "place"


def _merged(parts: Sequence[Part]) -> list[Part]:
    out: list[Part] = []
    for start, end in sorted(part for part in parts if part[0] < part[1]):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
