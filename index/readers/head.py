"""What a report's head states: title, number, issuer, date, and the year it reports on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index.readers.formal import NUMBERED, issuer, said
from index.readers.letter import HEAD, TITLE, title_end
from index.records import Block, BlockKind

_NUMBER = re.compile(r"^\W*Số:?\s*(\d[\w./-]*-[\w&/-]+)", re.MULTILINE)
_DATE = re.compile(
    r"(?:^|[\t|]| {3})[ \t]*(?:[^\W\d_][^\t|.;:,\d]{0,40},\s*)?"
    r"[Nn]gày\s+(?P<words>\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})\s*(?=$|[\t|])"
    r"|^\W*Ngày(?: ban hành)?:\s*(?P<line>\d{1,2}[/.-]\d{1,2}[/.-]\d{4})",
    re.MULTILINE,
)
_ISSUER = re.compile(r"^\W*Cơ quan(?: ban hành)?:\s*(.+)$", re.MULTILINE)
_YEAR_LINE = re.compile(r"^\W*Năm báo cáo:\s*(\d{4})", re.MULTILINE)
_PERIOD_LINE = re.compile(r"^\W*Kỳ báo cáo:\s*(\S.*)", re.MULTILINE)
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d{2})(?:\s*[-–]\s*((?:19|20)\d{2}))?(?!\d)")


@dataclass(frozen=True, slots=True)
class Head:
    """The head's facts; `title_blocks` are the blocks that make the title, which head no section."""

    title: str
    title_blocks: frozenset[int]
    number: str | None
    issuer: str | None
    date: str | None
    years: frozenset[int]
    period: str | None


def head_of(text: str, blocks: Sequence[Block], path: Path) -> Head:
    """The head of a report; a report without a title is called by its file's name."""
    title_blocks = _title_blocks(text, blocks)
    lines = [" ".join(text[b.start : b.end].split()) for i, b in enumerate(blocks) if i in title_blocks]
    title = " ".join(lines) or path.stem
    top = text[:HEAD]
    number, date, stated = _NUMBER.search(top), _DATE.search(top), _ISSUER.search(top)
    letterhead = [said(text, b) for b in blocks if b.kind is BlockKind.FRAME and b.start <= HEAD]
    return Head(
        title=title,
        title_blocks=title_blocks,
        number=number[1] if number else None,
        issuer=stated[1].strip() if stated else issuer(letterhead),
        date=" ".join((date["words"] or date["line"]).split()) if date else None,
        years=_years(text, title),
        period=period[1].strip() if (period := _PERIOD_LINE.search(top)) else None,
    )


def _title_blocks(text: str, blocks: Sequence[Block]) -> frozenset[int]:
    """The one Markdown heading of the first level; or BÁO CÁO and the headings under it; or a leading heading."""
    headings = [i for i, b in enumerate(blocks) if b.kind is BlockKind.HEADING]
    tops = [i for i in headings if blocks[i].level == 1]
    if len(tops) == 1 and tops[0] == headings[0]:
        return frozenset(tops)
    for i in headings:
        block = blocks[i]
        if block.start > HEAD:
            break
        if TITLE.match(text, block.start, block.end):
            return frozenset(range(i, title_end(text, blocks, i)))
    first = next((i for i, b in enumerate(blocks) if b.kind is not BlockKind.FRAME), 0)
    leads = headings[:1] == [first] and not NUMBERED.match(said(text, blocks[first]))
    return frozenset(headings[:1]) if leads else frozenset()


def _years(text: str, title: str) -> frozenset[int]:
    """The reporting years: as a head's line says, else the first year or span of the title, else of the text.

    A report "of 2020, with the tasks of 2021" is a report of 2020: what names no year in it means that one.
    """
    if stated := _YEAR_LINE.search(text[:HEAD]):
        return frozenset({int(stated[1])})
    first = _YEARS.search(title) or _YEARS.search(text)
    if first is None:
        return frozenset()
    begin, end = int(first[1]), int(first[2] or first[1])
    return frozenset(range(begin, end + 1)) if begin <= end <= begin + 20 else frozenset({begin})
