"""A question as one turn of a conversation: its words, by what they are there for.

All places are half-open ranges of tokens of `Turn.text`, the question as it is read: accents given back, abbreviations
written out. Whether it leans on the turn before, `index.elliptical` tells.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property

from index.asks import Kind
from index.barenames import BareName, bare_names
from index.constraints import OPPOSITES
from index.cored import Cored
from index.followup_words import FollowupWords, Stands
from index.question import Query
from index.said import TWO, Part
from index.settled import settled
from index.titled import PERSON, Titled
from index.tokens import tokens

DEED = TWO  # syllables of "trình bày", which say what was done and not to what
_ONE_OF = "nao"
_WHICH = (Kind.PLACE, Kind.PERSON, Kind.LIST, Kind.OTHER)
_PASSIVE = frozenset({"được", "bị"})


@dataclass(frozen=True)
class Turn(Cored):
    """A question by the parts that each of its words plays in a conversation."""

    @cached_property
    def names(self) -> tuple[tuple[Stands, Part], ...]:
        """Persons and places, each with what it is: with a title, or a place that the reports know without its own."""
        titled = [
            (
                Stands.PERSON if one.titled.of == PERSON else Stands.PLACE,
                self._part(one.end - len(one.typed), one.end),
            )
            for one in self.query.constraints.titled
        ]
        taken = {i for _, part in titled for i in range(*part)}
        bare = ((one.start, one.end) for one in self._bare_names if taken.isdisjoint(range(one.start, one.end)))
        return (*titled, *((Stands.PLACE, part) for part in bare))

    def name(self, part: Part) -> str:
        """A person or place as it is written, the word for what it is before it."""
        return next((one.written for one in self._bare_names if (one.start, one.end) == part), self.words(part))

    def with_links(self, part: Part) -> Part:
        """A part with the words before it that say nothing by themselves: "ở Bãi Lau"."""
        start = part[0]
        while start > self.core[0] and start - 1 in self.light and start - 1 not in self._asking:
            start -= 1
        return start, part[1]

    def title(self, part: Part) -> str:
        """The word for what it is, and a space, that a place is typed with; empty where it is typed without."""
        for one in self.query.constraints.titled:
            if self._part(one.end - len(one.typed), one.end) == part:
                return one.typed[: len(one.typed) - (one.end - one.start)]
        return ""

    @cached_property
    def _bare_names(self) -> tuple[BareName, ...]:
        return tuple(bare_names(self.text, self.found, self.known, self.core))

    @cached_property
    def pronoun(self) -> tuple[Part, Stands] | None:
        """The first word that stands for something said before."""
        found = FollowupWords.load().pronoun(self._typed, self.marker)
        if found is None:
            return None
        silent = self.query.asking.words | self.light
        # Behind words of the question's own it stands for these: "khi một nước bị chiếm, nó được gọi là gì".
        own = [i for i in range(self.marker, found[0].start) if i not in silent]
        return ((found[0].start, found[0].end), found[1]) if len(own) <= DEED else None

    @cached_property
    def rest(self) -> tuple[int, ...]:
        """The tokens of the core that say what it is about: neither asking, nor a time, a yardstick or light."""
        taken = set(self.query.asking.words) | self.light
        for start, end in (*self.times, *self.yardsticks, *([self.pronoun[0]] if self.pronoun else [])):
            taken.update(range(start, end))
        return tuple(i for i in range(*self.core) if i not in taken)

    @cached_property
    def narrowing(self) -> frozenset[int]:
        """The tokens of what "nào" and "gì" ask for: the "thôn" of "thôn nào nhiều nhất"."""
        if self.kind not in _WHICH or (self.asks and self.bare[self.asks[1] - 1] != _ONE_OF):
            return frozenset()
        nouns = dict(zip(self.query.asking.places, self.query.asking.nouns, strict=True))
        noun = (nouns.get(self.asks) or "").split() if self.asks else []
        at = self.asks[0] if self.asks else 0
        before = range(at - len(noun), at) if list(self.bare[max(0, at - len(noun)) : at]) == noun else range(0)
        return frozenset(before) | frozenset(i for i in range(*(self.asks or (0, 0))) if i in self.rest)

    @cached_property
    def passive(self) -> bool:
        """Whether it says what was done to something and not to what: "được đánh giá thế nào"."""
        begin, end = self.core
        return begin < end and self.spelled[begin] in _PASSIVE

    @cached_property
    def details(self) -> bool:
        """Whether it wants the same told more closely: "cụ thể hơn"."""
        begin, end = self.core
        said = set(self.rest) - set(range(*self.command))
        return self.asks is None and not said and FollowupWords.load().details(self.spelled[begin:end])

    @cached_property
    def side(self) -> int | None:
        """The token that is a side of the budget, where nothing else is said: "chi bao nhiêu"."""
        said = [i for i in range(*self.core) if i not in self.query.asking.words and i not in self.light]
        return said[0] if len(said) == 1 and self.spelled[said[0]] in OPPOSITES else None

    @cached_property
    def measures(self) -> bool:
        """Whether an attribute of it is given in figures: "tỷ lệ", not "địa điểm"."""
        words = FollowupWords.load()
        return any(words.head(self.spelled[i:]) for i in self.attributes if i in range(*self.core))

    @cached_property
    def counted(self) -> frozenset[int]:
        """The tokens of the word behind the words that ask, where it ends the core: "bao nhiêu trường hợp"."""
        if self.asks is None:
            return frozenset()
        at, end = self.asks[1], self.core[1]
        return frozenset(range(at, end)) if end - at == 1 or (at, end) in self.pairs else frozenset()

    @cached_property
    def named(self) -> frozenset[int]:
        """The tokens of its persons and places."""
        return frozenset(i for _, part in self.names for i in range(*part))


def turn(question: str, understand: Callable[[str], Query], known: Collection[Titled] = ()) -> Turn:
    """Reads a question as a turn, `known` being whom and what the reports name; raises what `understand` raises."""
    query = understand(question)
    text = settled(query.text, accented=query.accented)
    accented = query.accented
    if text != query.text:
        query = understand(text)
    return Turn(query, query.text, tuple(tokens(query.text)), known, accented)
