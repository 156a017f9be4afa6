"""The key figures of reports: what, figure with unit, and the sentence that says so; every word is the report's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.amounts import amounts
from index.clauses import told
from index.collection import Collection, SentenceEntry
from index.glossary import Glossary
from index.normalize import fold, number
from index.places import Place
from index.records import BlockKind, Report, Sentence, Span
from index.tablefigures import cells_told
from index.tokens import tokens

_SAME = 0.6  # of the syllables of the shorter name, from which two names of one figure are taken for one thing
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure of a report: what it says, and of what; all spans are in `report.text`.

    `what` and `figure` are within the sentence, and `figure` has its unit, and with it what makes another figure of it
    ("hơn", "tăng", "so với cùng kỳ"); in a list they may overlap ("12 trường" – "trường đạt chuẩn"). `beside` compares
    it ("bằng 105,1% dự toán"), `of` says to what `what` belongs where that stands apart ("lúa" – "năng suất"). Of a
    table's row, `column` is the header's cell over the figure, `unit` what the row states as its unit. Each is None
    where there is none.
    """

    report: Report
    sentence: Sentence
    what: Span
    figure: Span
    beside: tuple[Span, ...] = ()
    column: Span | None = None
    unit: Span | None = None
    of: Span | None = None

    @property
    def said(self) -> str:
        """What the figure is of, byte for byte, and with it what that belongs to if it stands elsewhere."""
        what = self.report.quote(self.what)
        return f"{self.report.quote(self.of)} – {what}" if self.of else what

    @property
    def value(self) -> str:
        """The figure with its unit, byte for byte."""
        return self.report.quote(self.figure)


def key_figures(collection: Collection, glossary: Glossary) -> tuple[KeyFigure, ...]:
    """The figures of all reports of which can be told what they are of, in reading order.

    One that a report says again of the same thing, as its tables do, is listed once.
    """
    said: dict[tuple[int, str], list[frozenset[str]]] = {}
    out = []
    for one in _all(collection):
        name = frozenset(fold(token.text) for token in tokens(glossary.expand(one.said)))
        known = said.setdefault((id(one.report), _numbers(one.value)), [])
        if any(_alike(name, other) for other in known):
            continue
        known.append(name)
        for compared in one.beside:
            said.setdefault((id(one.report), _numbers(one.report.quote(compared))), []).append(name)
        out.append(one)
    return tuple(out)


def _alike(name: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names of one figure are of one thing."""
    return len(name & other) >= _SAME * min(len(name), len(other))


def _numbers(figure: str) -> str:
    """The first number of a figure, and whether it is a share."""
    found = _NUMBER.search(figure)
    return f"{number(found[0])}{'%' if '%' in figure else ''}" if found else figure


def _all(collection: Collection) -> Iterator[KeyFigure]:
    header: Sentence | None = None
    for entry in collection.sentences:
        kind = entry.sentence.kind
        if kind is BlockKind.ROW:
            yield from _of_row(entry, header)
        else:
            header = entry.sentence if kind is BlockKind.HEADER else None
            if kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
                yield from _of_text(entry)


def _of_text(entry: SentenceEntry) -> Iterator[KeyFigure]:
    report, start = entry.report, entry.sentence.start
    text = report.quote(entry.sentence)
    for one in told(text, amounts(text, entry.mentions), report.years):
        beside = tuple(_span(start, place) for place in one.beside)
        of = _span(start, one.of) if one.of else None
        yield KeyFigure(report, entry.sentence, _span(start, one.what), _span(start, one.figure), beside, of=of)


def _of_row(entry: SentenceEntry, header: Sentence | None) -> Iterator[KeyFigure]:
    report, start = entry.report, entry.sentence.start
    for one in cells_told(report.quote(entry.sentence), report.quote(header) if header else ""):
        yield KeyFigure(
            report,
            entry.sentence,
            _span(start, one.what),
            _span(start, one.figure),
            column=_span(header.start, one.column) if header and one.column else None,
            unit=_span(start, one.unit) if one.unit else None,
        )


def _span(start: int, place: Place) -> Span:
    return Span(start + place.start, start + place.end)
