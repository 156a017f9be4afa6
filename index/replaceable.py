"""Which words of the earlier question a new subject takes the place of: those of its type, or that begin as it does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.carried import Carried
from index.constraints import OPPOSITES
from index.normalize import fold
from index.rivals import Rivals
from index.said import Part
from index.tokens import tokens
from index.turns import DEED, Turn

_ENDS = 2  # words that another subject may take the place of


@dataclass(frozen=True)
class Replaceable:
    """The parts of an earlier question that may give way."""

    carried: Carried

    @property
    def turn(self) -> Turn:
        """The question itself."""
        return self.carried.turn

    def of_its_type(self, subject: str) -> Iterator[Part]:
        """The parts that a new subject is a rival of."""
        found = list(tokens(subject))
        if len(found) == 1 and (other := OPPOSITES.get(found[0].text)):
            yield from ((i, i + 1) for i, one in enumerate(self.turn.spelled) if one == other)
        groups = {one.group for one in Rivals.load().asked(subject, found, accented=True)}
        for one in Rivals.load().asked(self.turn.text, self.turn.found, accented=True):
            size = len(list(tokens(one.typed)))
            parts = ((i, i + size) for i in range(len(self.turn.found) + 1 - size))
            if one.group in groups:
                yield from (part for part in parts if self.turn.words(part) == one.typed)

    def alike(self, subject: str) -> Iterator[Part]:
        """What begins as a new subject does, within what it is about: "vụ mùa" for "vụ chiêm xuân"."""
        first = next((fold(token.text) for token in tokens(subject)), "")
        start, end = self.carried.heart
        at = next((i for i in range(end - 1, start, -1) if self.turn.bare[i] == first and i in self.turn.rest), None)
        if at is not None and not any(a < at < b for a, b in self.turn.pairs):
            yield at, end

    def rivalling(self, later: Turn) -> Iterator[Part]:
        """The word of two syllables that begins as the only one of another question: "tổ trưởng" for "tổ phó"."""
        said = tuple(later.bare[i] for i in later.rest)
        if len(said) == DEED and later.rest[0] + 1 == later.rest[1]:
            words = ((i, i + DEED) for i in self.turn.rest if self.turn.bare[i] == said[0] and i + 1 in self.turn.rest)
            yield from (part for part in words if self.turn.bare[slice(*part)] != said)

    @property
    def ends(self) -> Iterator[Part]:
        """The last word of what it is about, and the last two: "ai theo dõi tiêu chí thu nhập", "còn môi trường?"."""
        (start, end), at = self.carried.about, self.carried.heart[1]
        if not self.carried.leads:
            return
        end = at
        for _ in range(_ENDS):
            at = next((a for a, b in self.turn.pairs if b == at), at - 1)
            if at <= start:
                return
            yield at, end

    def sharing(self, subject: str) -> Iterator[Part]:
        """What begins with the first syllable that it shares with a new subject."""
        new = {fold(token.text) for token in tokens(subject)}
        shared = [i for i in self.turn.rest if self.turn.bare[i] in new]
        if shared and shared[-1] - shared[0] < len(new):
            start, stop = self.carried.heart
            yield shared[0], stop if start <= shared[0] < stop else self.turn.core[1]
