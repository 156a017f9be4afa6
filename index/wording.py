"""A part of the year as the reports write it: asked for "quy 2", they are searched for "quý II"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.timespans import Months, Timespan
from index.tokens import folded


class Wording:
    """How reports name the parts of a year."""

    def __init__(self, named: Iterable[Timespan]) -> None:
        self._known: set[str] = set()
        self._by_months: dict[frozenset[Months], str] = {}
        for one in named:
            if not one.day:
                self._known.add(_canonical(one.typed))
                self._by_months.setdefault(one.months, one.typed)

    def of(self, question: str, named: Sequence[Timespan]) -> str:
        """A question with the parts of a year it names written as the first place that has them does."""
        for one in reversed(named):
            written = self._by_months.get(one.months)
            if written and not one.day and _canonical(one.typed) not in self._known:
                question = question[: one.start] + written + question[one.end :]
        return question


def _canonical(typed: str) -> str:
    return folded(typed)
