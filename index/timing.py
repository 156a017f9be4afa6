"""Which part of the year a sentence, and a figure in it, is of: whether that is the one a question asks about."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from index.asks import FIGURES
from index.cells import CELL
from index.collection import SentenceEntry, timespans_in
from index.mentions import Mention
from index.records import Report
from index.timespans import YEAR, Months, Timespan

_BEHIND = re.compile(r"\s*\(?(?:trong|vào|của|ở)?\s*")  # between a figure and the time behind it that it is of


def reported(report: Report) -> tuple[Timespan, ...]:
    """The part of the year a report is on, as its head says, or its title: the first, as plans follow results."""
    return timespans_in(report.period or report.title)[:1]


def common_period(reports: Sequence[Report]) -> frozenset[Months]:
    """The months of the parts of the year that all reports are on, and plan for; nothing where they are on several."""
    parts = [(*reported(report), *planned(report)) for report in reports]
    each = [frozenset(month for one in some for month in one.months) for some in parts]
    return each[0].intersection(*each[1:]) if each else frozenset()


def planned(report: Report) -> tuple[Timespan, ...]:
    """The part of the year that its plans are for, where its title goes on to name it."""
    return timespans_in(report.title)[1:2]


def governs(one: Timespan) -> bool:
    """Whether a sentence that names it is about that time."""
    return one.firm and not one.compared


def lacks_time(asked: Timespan, entry: SentenceEntry, around: Sequence[Timespan], *, told: bool) -> bool:
    """Whether a sentence speaks of another part of the year; what is `told`, and counts nothing, may be within it.

    Its own times decide where one stands ahead of its figures; else those around it do too, and where there are none
    it is of the whole year.
    """
    if asked.compared:
        return not any(asked.months & one.months for one in (*entry.timespans, *around))
    own = [one for one in entry.timespans if not one.compared]
    if (filled := _in_its_column(asked, entry, told)) is not None:
        return not filled
    if any(_meets(asked, one, told) for one in own):
        return False
    first = next((one.start for one in own if one.firm), None)
    if first is not None and (entry.header or not _figure_ahead(entry, first)):
        return True
    return not any(_meets(asked, one, told) for one in around) if around else YEAR not in asked.months


def _in_its_column(asked: Timespan, entry: SentenceEntry, told: bool) -> bool | None:
    """Whether a table's row has a figure in a column of the time asked for; None where no column is of that time."""
    columns = _columns(entry)
    if not any(_meets(asked, one, told) for column in columns for one in column):
        return None
    text = entry.report.quote(entry.sentence)
    times = [time for m in entry.mentions if m.kind in FIGURES for time in _time_of(m, text, (), columns)]
    return any(_meets(asked, one, told) for one in times)


def _columns(entry: SentenceEntry) -> list[tuple[Timespan, ...]]:
    """The times that each cell of a row's header names; nothing outside a table."""
    return [timespans_in(name) for name in CELL.split(entry.header)] if entry.header else []


def _figure_ahead(entry: SentenceEntry, at: int) -> bool:
    """Whether a sentence has a figure ahead of an offset that is no part of a time ("6 tháng")."""
    times = [(one.start, one.end) for one in entry.timespans]
    return any(
        m.kind in FIGURES and m.start < at and not any(a <= m.start < b for a, b in times) for m in entry.mentions
    )


def _meets(asked: Timespan, one: Timespan, told: bool) -> bool:
    """Whether a time is the one asked for; a day, or what is told of, may lie within it."""
    if asked.months & one.months:
        return True
    return (one.day or told) and any(a <= c and d <= b for a, b in asked.months for c, d in one.months)


def of_the_times(entry: SentenceEntry, asked: Sequence[Timespan]) -> SentenceEntry:
    """The sentence as if it mentioned no figures but those of the times asked for, where it has figures of several.

    Where none is, those are left that are of no time, and so of what the sentence as a whole is about.
    """
    wanted = [one for one in asked if not one.compared]
    if not wanted or not any(governs(one) for one in entry.timespans):
        return entry
    text = entry.report.quote(entry.sentence)
    own = [one for one in timespans_in(text) if governs(one)]
    columns = _columns(entry)
    times = {m: _time_of(m, text, own, columns) for m in entry.mentions if m.kind in FIGURES}
    met = [m for m, of in times.items() if any(_meets(one, time, told=False) for one in wanted for time in of)]
    kept = met or [m for m, of in times.items() if not of]
    return replace(entry, mentions=tuple(m for m in entry.mentions if m not in times or m in kept))


def _time_of(
    mention: Mention, text: str, own: Sequence[Timespan], columns: Sequence[Sequence[Timespan]]
) -> Sequence[Timespan]:
    """The time a figure is of: its column's; or one right behind it, else the last ahead of it; none where none is.

    `own` are the times that govern the text, in order, `columns` those of the header's cells.
    """
    column = len(CELL.findall(text, 0, mention.start)) if columns else 0
    if column < len(columns) and columns[column]:
        return columns[column]
    at = bisect_left(own, mention.end, key=lambda one: one.start)
    if at < len(own) and _BEHIND.fullmatch(text, mention.end, own[at].start):
        return own[at : at + 1]
    ahead = bisect_right(own, mention.start, key=lambda one: one.end)
    return own[ahead - 1 : ahead] if ahead else ()
