"""The outline of a report: its headings in order, each with the sentences below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.records import BlockKind, Report, Sentence


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: `[start, end)` in the report's text, `title` the same with its white space made plain.

    `number` is its place in the outline, from 0; `level` its depth, from 1. `below` indexes `Report.sentences`: all
    that stands under it, up to the next heading of the same or a higher level, lesser headings included; `count` is
    how many of these are no headings.
    """

    number: int
    level: int
    title: str
    start: int
    end: int
    below: range
    count: int


def outline(report: Report) -> tuple[Heading, ...]:
    """All headings of a report but its title, in order; () where it has none."""
    title = _title(report)
    places = [i for i, one in enumerate(report.sentences) if one.kind is BlockKind.HEADING and i not in title]
    ends = _ends([len(report.sentences[i].section) for i in places], places, _signature(report, places))
    texts = [0]  # how many sentences before each are no headings
    for one in report.sentences:
        texts.append(texts[-1] + (one.kind not in (BlockKind.HEADING, BlockKind.FRAME)))
    return tuple(
        Heading(
            number=number,
            level=len(heading.section) + 1,
            title=_plain(report, heading),
            start=heading.start,
            end=heading.end,
            below=range(place + 1, end),
            count=texts[end] - texts[place + 1],
        )
        for number, (place, end) in enumerate(zip(places, ends, strict=True))
        for heading in [report.sentences[place]]
    )


def _signature(report: Report, headings: Sequence[int]) -> int:
    """Where the lines begin that close a report behind its last heading, or its end."""
    kinds = [one.kind for one in report.sentences]
    after = headings[-1] if headings else 0
    return kinds.index(BlockKind.FRAME, after) if BlockKind.FRAME in kinds[after:] else len(kinds)


def _ends(levels: Sequence[int], places: Sequence[int], end: int) -> list[int]:
    """For each heading the place of the next one at its level or above, or the report's end."""
    out = [end] * len(places)
    open_: list[int] = []
    for i, level in enumerate(levels):
        while open_ and levels[open_[-1]] >= level:
            out[open_.pop()] = places[i]
        open_.append(i)
    return out


def _title(report: Report) -> range:
    """Where the headings stand that make the report's title: they head no section."""
    sentences = report.sentences
    for begin, first in enumerate(sentences):
        if first.kind is not BlockKind.HEADING or not report.title.startswith(_plain(report, first)):
            continue
        said: list[str] = []
        for i in range(begin, len(sentences)):
            if sentences[i].kind is not BlockKind.HEADING or not report.title.startswith(" ".join(said)):
                break
            said.append(_plain(report, sentences[i]))
            if " ".join(said) == report.title:
                return range(begin, i + 1)
    return range(0)


def _plain(report: Report, heading: Sentence) -> str:
    return " ".join(report.quote(heading).split())
