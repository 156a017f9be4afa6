"""The figures of a table's row: each is of what the row's first words name, in the column that its header names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.cells import CELL
from index.places import Place

_FIGURE = re.compile(
    r"(?:(?:khoảng|gần|hơn|trên|dưới|tăng|giảm|đạt)\s)*[-+]?\d+(?:[.,]\d+)*(?:/\d+(?:[.,]\d+)*)?(?:\s?%|(?:\s[^\W\d_]+){0,3})?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_NAMED = re.compile(r"[^\W\d_]{2}")
_NUMBERING = re.compile(r"(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zđ]|[IVXLC]{1,5})[.)]|[-–+•*])\s+", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLC]+", re.IGNORECASE)
_OF_UNITS = re.compile(r"(?:đơn vị(?: tính)?|đvt|đv|đ\.?v\.?t\.?)\W*", re.IGNORECASE)
_NO_FIGURES = re.compile(
    r"(?:stt|tt|số tt|năm|ngày|tháng|thời gian|số hiệu|số văn bản|mã số|mã|điện thoại|ghi chú)\W*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of a row: what it is of and itself in the row, its `column` in the header, its `unit` in the row."""

    what: Place
    figure: Place
    column: Place | None
    unit: Place | None


def cells_told(row: str, header: str) -> list[Cell]:
    """The figures of a row, in order; none where it can't be told what they are of.

    `header` is the row that names the columns, or nothing; where it has not as many, a row's only figure is told alone.
    """
    cells, columns = _cells(row), _cells(header)
    titled = len(columns) == len(cells)
    over = [header[slice(*place)] for place in columns] if titled else [""] * len(cells)
    name = next((i for i, place in enumerate(cells) if _names(row[slice(*place)])), None)
    if name is None or _OF_UNITS.fullmatch(over[name]):
        return []
    unit = next((i for i, title in enumerate(over) if _OF_UNITS.fullmatch(title)), None)
    found = [
        i
        for i in range(name + 1, len(cells))
        if _is_figure(row[slice(*cells[i])], over[i]) and i != unit and not _NO_FIGURES.fullmatch(over[i])
    ]
    if not titled and len(found) > 1:
        return []
    numbering = _NUMBERING.match(row, *cells[name])
    what = Place(numbering.end() if numbering else cells[name].start, cells[name].end)
    stated = cells[unit] if unit is not None and cells[unit].start < cells[unit].end else None
    return [Cell(what, cells[i], columns[i] if titled and over[i] else None, stated) for i in found]


def _cells(row: str) -> list[Place]:
    """The cells of a row without the white space around them."""
    marks = [mark.span() for mark in CELL.finditer(row)]
    starts, ends = [0, *(end for _, end in marks)], [*(start for start, _ in marks), len(row)]
    return [_trimmed(row, start, end) for start, end in zip(starts, ends, strict=True)] if row else []


def _trimmed(row: str, start: int, end: int) -> Place:
    cell = row[start:end]
    start = end - len(cell.lstrip())
    return Place(start, max(start, end - len(cell) + len(cell.rstrip())))


def _names(cell: str) -> bool:
    """Whether a cell says what a row is of: it holds words, and is no figure and no number of the row."""
    return bool(_NAMED.search(cell)) and not _FIGURE.fullmatch(cell) and not _ROMAN.fullmatch(cell)


def _is_figure(cell: str, title: str) -> bool:
    return bool(_FIGURE.fullmatch(cell)) and not (_YEAR.fullmatch(cell) and "năm" in title.lower().split())
