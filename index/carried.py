"""The question before one that leans on it: what it asks, what it is about, and what is kept of it when edited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import TypeAlias

from index.asks import Kind
from index.constraints import OPPOSITES
from index.followup_words import FollowupWords
from index.normalize import fold
from index.rivals import Rivals
from index.tokens import tokens
from index.turns import DEED, Part, Turn

Edit: TypeAlias = tuple[int, int, str]  # the tokens [start, end), and what stands there instead


@dataclass(frozen=True)
class Carried:
    """A question that another leans on, by its parts."""

    turn: Turn

    @cached_property
    def asked(self) -> Part:
        """The words that ask, links before and a yardstick or what is counted behind included; empty if none ask."""
        asks = self.turn.asks
        if asks is None:
            return self.turn.core[1], self.turn.core[1]
        end = next((stop for begin, stop in self.turn.yardsticks if begin == asks[1]), asks[1])
        return FollowupWords.load().links(self.turn.spelled, asks[0]), end + self._counts(end)

    @cached_property
    def leads(self) -> bool:
        """Whether it asks first: "Ai kết luận Hội nghị?"."""
        return not any(i < self.asked[0] for i in self.turn.rest)

    @cached_property
    def about(self) -> Part:
        """What it is about: what stands before the words that ask, or behind where these lead."""
        start, end = (self.asked[1], self.turn.core[1]) if self.leads else (0, self.asked[0])
        for begin, stop in (*self.turn.times, *self.turn.yardsticks):
            if begin <= start < stop:
                start = stop
            elif start < begin < end:
                end = begin
        return start, max(start, end)

    @cached_property
    def heart(self) -> Part:
        """The same without a head ("tình hình") and the place at its end."""
        start, end = self.about
        spelled = self.turn.spelled[start:end]
        words = FollowupWords.load()
        return start + words.head(spelled), start + words.place(spelled)

    @cached_property
    def deed(self) -> Sequence[int]:
        """The verb beside the words that ask: of "tổ chức ở đâu", "kết luận Hội nghị" what was done, not to what."""
        start, end = self.about
        asks = self.turn.asks
        if asks is None or (not self.leads and self.asked[0] < asks[0]):
            return ()  # the links say what was done: "gồm những gì"
        side = range(start, end) if self.leads else range(end - 1, start - 1, -1)
        run = list(takewhile(self.turn.verbs.__contains__, side))[:DEED]
        word = run if run and (min(run), max(run) + 1) in self.turn.pairs else run[:1]
        return word if len(word) < end - start else ()

    @property
    def counted(self) -> list[Edit]:
        """What "bao nhiêu" counts, left out: of another thing others are counted."""
        asks, end = self.turn.asks, self.asked[1]
        return [(end - 1, end, "")] if asks and asks[1] + 1 == end and self._counts(end - 1) else []

    @property
    def plainly(self) -> list[Edit]:
        """A figure asked for without its unit, which another measure has not."""
        asks = self.turn.asks
        return [(*asks, "bao nhiêu")] if asks and self.turn.kind in (Kind.PERCENT, Kind.MONEY) else []

    def thing(self, noun: Sequence[str]) -> Part:
        """What it is about, from a noun on, as folded syllables, that a pronoun repeats: "báo cáo đó"."""
        start, end = self.about
        said = (i for i in range(start, end) if noun and self.turn.bare[i : i + len(noun)] == tuple(noun))
        return next(said, start + (len(self.deed) if self.leads else 0)), end

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

    def sharing(self, subject: str) -> Iterator[Part]:
        """What begins with the first syllable that it shares with a new subject."""
        new = {fold(token.text) for token in tokens(subject)}
        shared = [i for i in self.turn.rest if self.turn.bare[i] in new]
        if shared and shared[-1] - shared[0] < len(new):
            start, stop = self.heart
            yield shared[0], stop if start <= shared[0] < stop else self.turn.core[1]

    def edited(self, edits: Sequence[Edit], ending: str = "") -> str:
        """The question with its edits, none over another, and an ending."""
        out: list[str] = []
        done = 0
        for start, end, new in sorted(edits, key=lambda one: (one[0], one[1])):
            if start >= done:
                out += [self.turn.words((done, start)), new]
                done = max(done, end)
        last = max(done, self.turn.core[1])
        return " ".join(one for one in (*out, self.turn.words((done, last)), ending) if one)

    def _counts(self, at: int) -> bool:
        """Whether the last token is what "bao nhiêu" before it counts."""
        return self.turn.kind is Kind.FIGURE and at + 1 == self.turn.core[1]
