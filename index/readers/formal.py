"""The lines that only an official letter has: the nation, the paper's number, its place and date, its organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.records import Block

LINE = 160  # characters of a line of the frame
NUMBERED = re.compile(r"(?i:phần|chương)\s|(?:[IVXLC]+|[A-HĐ]|\d{1,2})(?:\.\d{1,2})*\s*[.)]|[a-zđ][.)]\s")
ORGAN = re.compile(
    r"(?:ỦY|UỶ) BAN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|(?:QUẬN|HUYỆN|THỊ|THÀNH|TỈNH|ĐẢNG) (?:ỦY|UỶ)|(?:ĐẢNG|CHI) BỘ"
    r"|BAN (?:CHẤP HÀNH|THƯỜNG VỤ|QUẢN LÝ|CHỈ ĐẠO)|(?:SỞ|PHÒNG|TRƯỜNG|CÔNG AN|TRUNG TÂM|BỘ|CHI CỤC|CỤC) "
)
PLACE = re.compile(r"(?:XÃ|PHƯỜNG|THỊ TRẤN|HUYỆN|QUẬN|THÀNH PHỐ|TP\.?|TỈNH|THỊ XÃ|ĐẶC KHU) ")
_GAP = re.compile(r" {3,}")
CELLS = re.compile(r"[\t|]+")
_NATION = re.compile(
    r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"Số\s*:?[\s\d.…_]*[-/]\s?[\wĐ/&.-]+$", re.IGNORECASE)
_PLACE_AND_DATE = re.compile(
    r"(?:[^\W\d_][^,.;:\d]{0,40},\s*)?ngày[\s\d.…_]*tháng[\s\d.…_]*năm[\s\d.…_]*$", re.IGNORECASE
)


def said(text: str, block: Block) -> str:
    """A block's text on one line; the tabs between its cells stay, and stand for wide gaps, which part cells too."""
    return re.sub(r"[^\S\t]+", " ", _GAP.sub("\t", text[block.start : block.end]))


def cells(line: str) -> list[str]:
    """What stands beside one another in a line, for office programs keep a letterhead in a table."""
    return [cell for cell in map(str.strip, CELLS.split(line)) if cell]


def is_stamp(line: str) -> bool:
    """Whether a line holds what only a letterhead does: the nation, the paper's number, its place and date."""
    marks = (_NATION, _NUMBER, _PLACE_AND_DATE)
    return len(line) <= LINE and any(mark.match(cell) for cell in cells(line) for mark in marks)


def is_formal(line: str) -> bool:
    """The same, or names an organisation as a letterhead does."""
    return is_stamp(line) or any(ORGAN.match(cell) and cell.isupper() for cell in cells(line))


def issuer(lines: Sequence[str]) -> str | None:
    """The organisation that a letterhead names last, which is the one that writes, with the place on its next line."""
    found: list[str] = []
    for cell in (cell for line in lines for cell in cells(line)):
        if not cell.isupper() or is_stamp(cell):
            continue
        if ORGAN.match(cell):
            found.append(cell)
        elif found and (PLACE.match(cell) or found[-1].endswith(" VÀ")):
            found[-1] += f" {cell}"
    return found[-1] if found else None
