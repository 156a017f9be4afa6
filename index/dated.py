"""The times of a question, and what it holds results against: "năm 2020", "so với cùng kỳ"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from index.constraints import YEAR
from index.followup_words import FollowupWords
from index.normalize import fold
from index.said import Part, Said
from index.yardsticks import Yardsticks

_AGAINST = (" so voi", " so", " hon", " kem")
_SINCE = "tu"
_NOW = " nay"
_YEAR = "nam"
_JOINS = frozenset({"va", "den", "cua"})  # between two parts of a time


@dataclass(frozen=True)
class Dated(Said):
    """A question whose times and yardsticks are known."""

    @cached_property
    def times(self) -> tuple[Part, ...]:
        """Years with the word before them, and parts of a year, neighbours as one; not those compared with."""
        spans = [self._part(one.start, one.end) for one in self.query.constraints.timespans]
        since = [(start - (start > 0 and self.bare[start - 1] == _SINCE), end) for start, end in spans if start < end]
        found = _merged([*self._years, *since, *self._near_years], self.bare)
        return tuple(part for part in found if not self._compared(part))

    def vague(self, part: Part) -> bool:
        """Whether a time is "cuối năm" or the like alone, of which no one knows the months."""
        spans = [self._part(one.start, one.end) for one in self.query.constraints.timespans if one.vague]
        return part in spans

    @cached_property
    def part_of_year(self) -> bool:
        """Whether it names the months that it asks of."""
        return any(one.months and not one.vague for one in self.query.constraints.timespans)

    @cached_property
    def yardsticks(self) -> tuple[Part, ...]:
        """What results are held against, with what compares before it and who set it behind it."""
        words = FollowupWords.load()
        held = [(one.start, one.end) for one in Yardsticks.load().phrases.find(self.spelled, bare=False)]
        out = []
        for start, end in (*held, *filter(self._compared, (*self._years, *self._near_years))):
            while start > self.marker and self.bare[start - 1] in words.comparing and start - 1 not in self._asking:
                start -= 1
            end += words.given(self.spelled[end:])
            year = self.bare[end - 1] == _YEAR and end < len(self.found) and YEAR.fullmatch(self.spelled[end])
            out.append((start, end - bool(year)))  # the "năm" of "kế hoạch năm 2021" is the year's
        return tuple(_merged(out, self.bare))

    @cached_property
    def compares(self) -> bool:
        """Whether a word that compares stands before its yardstick: "so với dự toán"."""
        words = FollowupWords.load().comparing
        return any(self.bare[start] in words for start, _ in self.yardsticks)

    @property
    def _years(self) -> Iterator[Part]:
        years = (i for i, one in enumerate(self.spelled) if YEAR.fullmatch(one))
        return ((i - (i > 0 and self.bare[i - 1] == _YEAR), i + 1) for i in years)

    @property
    def _near_years(self) -> Iterator[Part]:
        """Years by how far they are; not "ba năm trước", nor the "năm trước" of "cùng kỳ năm trước"."""
        steps = {fold(typed) for _, typed in self.query.constraints.steps}
        for start, end in FollowupWords.load().years(self.spelled):
            said = " ".join(self.bare[start:end])
            if said.endswith(_NOW) or any(step in said for step in steps) or self._compared((start, end)):
                yield start, end

    def _compared(self, time: Part) -> bool:
        """Whether a time is only compared with: "so với năm 2019"."""
        return f" {' '.join(self.bare[max(0, time[0] - 2) : time[0]])}".endswith(_AGAINST)


def _merged(parts: Sequence[Part], bare: Sequence[str]) -> list[Part]:
    """Parts that touch, or have only "và" or the like between them, as one."""
    out: list[Part] = []
    for start, end in sorted(part for part in parts if part[0] < part[1]):
        if out and (start <= out[-1][1] or (start == out[-1][1] + 1 and bare[start - 1] in _JOINS)):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
