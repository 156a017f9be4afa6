"""Whether a sentence is on what came about in a report's period, not on a plan, nor on how the year began."""

from __future__ import annotations

from index.asks import FIGURES
from index.collection import Collection, SentenceEntry
from index.constraints import Constraints
from index.plans import Plans
from index.records import Report
from index.timespans import YEAR, Timespan
from index.timing import governs, reported


class Outcomes:
    """The sentences of a collection that give figures of a plan or of the beginning of the year."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._heads: dict[tuple[int, tuple[str, ...]], bool] = {}
        self._beside: dict[int, bool] = {}

    def lacks(self, wanted: Constraints, number: int) -> bool:
        """Whether a sentence has figures of a plan, or of another time than its report's, that was not asked for."""
        entry = self._collection.sentences[number]
        if max(wanted.years, default=0) > max(entry.report.years, default=9999):
            return False
        if number not in self._beside:
            self._beside[number] = self._is_beside(entry)
        return self._beside[number] and not any(_is_other(one, entry.report) for one in wanted.timespans)

    def is_planned(self, entry: SentenceEntry) -> bool:
        """Whether a sentence stands under a heading over plans."""
        key = (id(entry.report), entry.sentence.section)
        if key not in self._heads:
            self._heads[key] = Plans.load().heads(entry.sentence.section)
        return self._heads[key]

    def is_plan(self, entry: SentenceEntry) -> bool:
        """Whether a sentence outside a table gives its figures as planned."""
        first = None if entry.header else _first_figure(entry)
        return first is not None and (
            self.is_planned(entry) or Plans.load().says(entry.report.quote(entry.sentence), first)
        )

    def _is_beside(self, entry: SentenceEntry) -> bool:
        first = None if entry.header else _first_figure(entry)  # a table's columns say what is planned
        if first is None:
            return False
        if self.is_plan(entry):
            return True
        text = entry.report.quote(entry.sentence)
        ahead = [one for one in entry.timespans if one.start < first and _is_other(one, entry.report)]
        # "Ngay từ đầu năm, xã đã …" is on what came about since.
        return any(governs(one) or not any(c.isalnum() for c in text[: one.start]) for one in ahead)


def _first_figure(entry: SentenceEntry) -> int | None:
    """Where a sentence's first figure stands that is no part of a time ("6 tháng")."""
    times = [(one.start, one.end) for one in entry.timespans]
    figures = (m.start for m in entry.mentions if m.kind in FIGURES)
    return next((at for at in figures if not any(a <= at < b for a, b in times)), None)


def _is_other(one: Timespan, report: Report) -> bool:
    """Whether a part of the year is its beginning, or goes on behind the one that a report is on."""
    if one.compared or one.day or YEAR in one.months:
        return False
    begins, ends = min(one.months, default=YEAR)
    return begins < YEAR[0] or (_last_month(report) < min(ends, YEAR[1]) and (governs(one) or one.vague))


def _last_month(report: Report) -> int:
    """The last month of the part of the year that a report is on, as its head says, or its title."""
    return min(YEAR[1], max((last for one in reported(report) for _, last in one.months), default=YEAR[1]))
