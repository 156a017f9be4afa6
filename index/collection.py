"""Reports, analysed: the fields of every sentence and passage, and which belongs where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.asks import Kind
from index.bodies import Bodies, Body
from index.constraints import told_years, years_in
from index.fields import SYLLABLES, Fields, fields, joined
from index.frame import is_dated, meant
from index.glossary import Glossary
from index.leaning import leans_on
from index.mentions import Mention, mentions
from index.normalize import has_accents
from index.records import BlockKind, Passage, Report, Sentence
from index.timespans import Timespan, Timespans
from index.titled import Titled, Titles
from index.tokens import tokens
from index.units import Units

_FARTHEST = 2  # sentences back; more is no context, it is the paragraph


@dataclass(frozen=True, slots=True)
class SentenceEntry:
    """A sentence with what it mentions; `passage` numbers its passage in the collection.

    Offsets of `mentions` are into the sentence, not the report. `header` names the columns of a table's row; it
    is found with the row, though not shown as part of it. `leans_on` numbers the sentence, in the collection, without
    which this one is hard to understand (see `index.leaning`); None where it stands by itself.
    """

    report: Report
    sentence: Sentence
    place: int  # in report.sentences
    passage: int
    fields: Fields
    mentions: tuple[Mention, ...]
    years: frozenset[int]  # less those only compared with
    timespans: tuple[Timespan, ...]  # its header's first
    bodies: frozenset[Body]
    titled: frozenset[Titled]
    measures: frozenset[str]  # of its figures, see `index.units`
    header: str
    leans_on: int | None


@dataclass(frozen=True, slots=True)
class PassageEntry:
    """A passage; `first` and `last` number its sentences in the collection, `years` includes its headings'."""

    report: Report
    passage: Passage
    first: int
    last: int
    fields: Fields
    years: frozenset[int]
    heading_years: frozenset[int]


@dataclass(frozen=True, slots=True)
class Collection:
    """All sentences and passages of several reports, in the reports' order."""

    reports: tuple[Report, ...]
    sentences: tuple[SentenceEntry, ...]
    passages: tuple[PassageEntry, ...]

    def support(self, entry: SentenceEntry) -> tuple[Sentence, ...]:
        """What to show with a sentence that leans: what it leans on, and what that leans on, in reading order."""
        out: list[Sentence] = []
        while entry.leans_on is not None and len(out) < _FARTHEST:
            entry = self.sentences[entry.leans_on]
            out.append(entry.sentence)
        return tuple(reversed(out))

    def without(self, number: int) -> Collection:
        """The same less one passage and its sentences, those behind it numbered on."""
        gone = self.passages[number]
        shift = gone.last - gone.first + 1
        behind = [replace(one, first=one.first - shift, last=one.last - shift) for one in self.passages[number + 1 :]]
        moved = [
            replace(one, passage=one.passage - 1, leans_on=_moved(one.leans_on, gone, shift))
            for one in self.sentences[gone.last + 1 :]
        ]
        return Collection(
            self.reports,
            (*self.sentences[: gone.first], *moved),
            (*self.passages[:number], *behind),
        )


def _moved(number: int | None, gone: PassageEntry, shift: int) -> int | None:
    """The new number of a sentence that another leans on; None where it went with its passage."""
    if number is None or number < gone.first:
        return number
    return number - shift if number > gone.last else None


def collect(reports: Sequence[Report], glossary: Glossary) -> Collection:
    """Analyses reports; half a megabyte of text takes about a second, nearly all of it pyvi's."""
    sentences: list[SentenceEntry] = []
    passages: list[PassageEntry] = []
    for report in reports:
        headers = _headers(report)
        begin = len(sentences)
        supports = [None if on is None else begin + on for on in leans_on(report.sentences, report.text)]
        headings: dict[tuple[str, ...], Fields] = {}
        for passage in report.passages:
            first = len(sentences)
            places = range(passage.first, passage.last + 1)
            sentences += [
                _sentence(report, place, len(passages), glossary, headers[place], supports[place]) for place in places
            ]
            section = report.sentences[passage.first].section
            heading_years = years_in(". ".join(section))
            years = heading_years.union(*(entry.years for entry in sentences[first:]))
            if section not in headings:
                headings[section] = fields(". ".join(section), glossary)
            parts = [headings[section], *(entry.fields for entry in sentences[first:])]
            passages.append(
                PassageEntry(report, passage, first, len(sentences) - 1, joined(parts), years, heading_years)
            )
    return Collection(tuple(reports), tuple(sentences), tuple(passages))


def _sentence(
    report: Report, place: int, passage: int, glossary: Glossary, header: str, support: int | None
) -> SentenceEntry:
    sentence = report.sentences[place]
    text = report.quote(sentence)
    beside = header or meant(report, sentence)
    found = fields(f"{text}. {beside}" if beside else text, glossary)
    mentioned = tuple(m for m in mentions(text) if m.kind is Kind.DATE or not is_dated(sentence, text))
    row = f"{text} | {header}" if sentence.kind is BlockKind.ROW else None
    return SentenceEntry(
        report=report,
        sentence=sentence,
        place=place,
        passage=passage,
        fields=found,
        mentions=mentioned,
        years=told_years(text),
        timespans=(*timespans_in(header), *timespans_in(text)),
        bodies=bodies_in(found[SYLLABLES]),
        titled=Titles.load().find(text),
        measures=Units.load().held(text, mentioned, row=row),
        header=header,
        leans_on=support,
    )


def bodies_in(syllables: Sequence[str]) -> frozenset[Body]:
    """The organisations that a report's text names, from its syllables with abbreviations written out."""
    return frozenset(one.body for one in Bodies.load().find(syllables))


def timespans_in(text: str) -> tuple[Timespan, ...]:
    """The parts of a year that a report's text names."""
    # A report without a title is called by its file's name, which often has no accents.
    return Timespans.load().find(text, list(tokens(text)), accented=has_accents(text)) if text else ()


def _headers(report: Report) -> list[str]:
    """For each sentence the header over it, if it is a table's row; else nothing."""
    out: list[str] = []
    header = ""
    for sentence in report.sentences:
        if sentence.kind is BlockKind.HEADER:
            header = report.quote(sentence)
        elif sentence.kind is not BlockKind.ROW:
            header = ""
        out.append(header if sentence.kind is BlockKind.ROW else "")
    return out
