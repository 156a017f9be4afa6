"""What a report's head states: title, number, issuer, date, and the year it reports on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index.records import Block, BlockKind

_HEAD = 3_000  # characters in which a head's lines are looked for
_REPORT = re.compile(r"BÁO CÁO\b")
_NUMBER = re.compile(r"^\W*Số:?\s*(\d[\w./-]*-[\wĐ&.-]+)", re.MULTILINE)
_DATE = re.compile(
    r"[Nn]gày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|^\W*Ngày:\s*(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})", re.M
)
_ISSUER = re.compile(
    r"^\W*(?:Cơ quan(?: ban hành)?:\s*(?P<named>.+)"
    r"|(?P<line>(?:ỦY BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|(?:QUẬN|HUYỆN|THỊ|THÀNH|TỈNH|ĐẢNG)\s+ỦY|ĐẢNG BỘ"
    r"|BAN CHẤP HÀNH)\b[^\n|]*))$",
    re.MULTILINE,
)
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
    top = text[:_HEAD]
    number, date, issuer = _NUMBER.search(top), _DATE.search(top), _ISSUER.search(top)
    return Head(
        title=title,
        title_blocks=title_blocks,
        number=number[1] if number else None,
        issuer=(issuer["named"] or issuer["line"]).strip() if issuer else None,
        date=(date[1] or date[0]) if date else None,
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
        if block.start > _HEAD:
            break
        if _REPORT.match(text, block.start, block.end):
            following = i + 1
            while following in headings and blocks[following].level == block.level:
                following += 1
            return frozenset(range(i, following))
    return frozenset(headings[:1]) if headings[:1] == [0] else frozenset()


def _years(text: str, title: str) -> frozenset[int]:
    """The reporting years: as a head's line says, else the first year or span of the title, else of the text.

    A report "of 2020, with the tasks of 2021" is a report of 2020: what names no year in it means that one.
    """
    if stated := _YEAR_LINE.search(text[:_HEAD]):
        return frozenset({int(stated[1])})
    first = _YEARS.search(title) or _YEARS.search(text)
    if first is None:
        return frozenset()
    begin, end = int(first[1]), int(first[2] or first[1])
    return frozenset(range(begin, end + 1)) if begin <= end <= begin + 20 else frozenset({begin})
