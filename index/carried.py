"""The question before one that leans on it: what it asks, what it is about, and what is kept of it when edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import TypeAlias

from index.asks import Kind
from index.elliptical import WHETHER, chooses
from index.followup_words import FollowupWords
from index.said import Part
from index.turns import DEED, Turn

Edit: TypeAlias = tuple[int, int, str]  # the tokens [start, end), and what stands there instead


@dataclass(frozen=True)
class Carried:
    """A question that another leans on, by its parts."""

    turn: Turn

    @cached_property
    def asked(self) -> Part:
        """All that is asked in one run: the words that ask, links before and yardsticks or what is counted behind.

        Without words that ask the choice at its end ("tăng hay giảm"); empty where there is none.
        """
        asks = self.turn.asks
        if asks is None:
            return self._choice, self.turn.core[1]
        whether = self.turn.kind is Kind.YES_NO
        inside = [i for i in self.turn.rest if whether and asks[0] <= i < asks[1]]  # between "có" and "không"
        start = inside[-1] + 1 if inside else self._linked(asks[0])
        end = self._asked_on(asks[1])
        return start, end + self._counts(end)

    @property
    def others(self) -> list[Edit]:
        """What asks apart from `asked`, left out where something else is: "…, khi nào", the "có" of "có … không"."""
        start, end = self.asked
        words, asking = self.turn.query.asking.words, self.turn.query.asking.places
        inside = [(i, i + 1, "") for i in range(*(self.turn.asks or (0, 0))) if i < start and i in words]
        behind = [(self._linked(a), b, "") for a, b in asking if end <= a < b <= self.turn.core[1]]
        return [*inside, *behind]

    @cached_property
    def leads(self) -> bool:
        """Whether it asks first: "Ai kết luận Hội nghị?"."""
        return not any(i < self.asked[0] for i in self.turn.rest)

    @cached_property
    def about(self) -> Part:
        """What it is about: what stands before the words that ask, or behind where these lead."""
        start, end = (self.asked[1], self.turn.core[1]) if self.leads else (self.turn.core[0], self.asked[0])
        for begin, _, _ in self.others:
            end = begin if start < begin < end and begin >= self.asked[1] else end
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
        run = list(takewhile((self.turn.verbs - self.turn.named).__contains__, side))[:DEED]
        if not self.turn.acts.intersection(run):
            return ()  # the "mới" of "chợ mới đến đâu"
        word = run if run and (min(run), max(run) + 1) in self.turn.pairs else run[:1]
        return word if len(word) + 1 < end - start else ()

    @property
    def unlinked(self) -> list[Edit]:
        """The links before the words that ask left out: of "còn bao nhiêu" the "còn"."""
        asks = self.turn.asks
        return [(self.asked[0], asks[0], "")] if asks and self.asked[0] < asks[0] else []

    @cached_property
    def behind(self) -> Sequence[int]:
        """The verbs that end it, behind the words that ask: the "xong" of "trường bao giờ xong"."""
        left = () if self.leads else tuple(i for i in self.turn.rest if i >= self.asked[1])
        return left if self.turn.verbs.issuperset(left) else ()

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

    def edited(self, edits: Sequence[Edit], ending: str = "") -> str:
        """The question with its edits, none over another, and an ending."""
        out: list[str] = []
        done = self.turn.core[0]
        for start, end, new in sorted(edits, key=lambda one: (one[0], one[1])):
            if start >= done:
                out += [self.turn.words((done, start)), new]
                done = max(done, end)
        last = max(done, self.turn.core[1])
        return " ".join(one for one in (*out, self.turn.words((done, last)), ending) if one)

    @property
    def _choice(self) -> int:
        """Where the choice begins that a question without words that ask ends with; its end where there is none."""
        at = self.turn.core[1]
        if not chooses(self.turn):
            return at
        at -= self.turn.bare[at - 1] in WHETHER
        return self._linked(next((begin for begin, stop in self.turn.yardsticks if stop == at), at))

    def _linked(self, start: int) -> int:
        """Where the words begin that belong to those that ask: "là", "đạt", or the number asked for."""
        words = FollowupWords.load()
        label = words.label(self.turn.spelled, start)
        alone = label and not any(begin < label < stop for begin, stop in self.turn.pairs)
        linked = words.links(self.turn.spelled, label if alone else start)
        # The "giảm" of "cắt giảm" is no link.
        return next((stop for begin, stop in self.turn.pairs if begin < linked < stop <= start), linked)

    def _asked_on(self, end: int) -> int:
        """Where the run ends that goes on with asking: a yardstick, or further words that ask, links between."""
        silent = self.turn.light
        parts = sorted([*self.turn.yardsticks, *(one for one in self.turn.query.asking.places if one[0] < one[1])])
        for begin, stop in parts:
            if begin >= end and stop <= self.turn.core[1] and silent.issuperset(range(end, begin)):
                end = stop
        stops = {self.turn.core[1], *(begin for begin, _ in self.turn.times)}
        last = min(one for one in stops if one >= end)
        return last if silent.issuperset(range(end, last)) else end  # the "tăng" of "vì sao tăng"

    def _counts(self, at: int) -> bool:
        """Whether the last token is what "bao nhiêu" before it counts."""
        return self.turn.kind is Kind.FIGURE and at + 1 == self.turn.core[1]
