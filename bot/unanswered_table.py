"""Groups of unanswered questions → a CSV table that Excel opens as it is.

In UTF-8 with a byte order mark, by which Excel knows it; RFC 4180's quoting. What people typed is never a formula, nor
is a part of it where Excel takes the semicolon for the separator, as some countries' does.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from bot import texts
from bot.answering import HANOI
from bot.grouping import Group
from bot.markup import quoted

MOST_WAYS = 30
LONGEST_CELL = 32_000  # characters; Excel takes 32,767
_FORMULA = "=+-@＝＋－＠"  # also in the wide form that an East Asian Excel takes for the same


def table(groups: Sequence[Group]) -> bytes:
    """A line a group, in order, below the names of the columns."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(texts.CSV_COLUMNS)
    for group in groups:
        last = f"{group.last.astimezone(HANOI):%Y-%m-%d %H:%M}"
        whys = ", ".join(texts.WHYS[why] for why in group.whys if why in texts.WHYS)
        ways = " | ".join(group.ways[:MOST_WAYS])
        writer.writerow([_cell(group.ways[0]), group.count, last, _cell(whys), _cell(ways)])
    return out.getvalue().encode("utf-8-sig", "replace")


def _cell(text: str) -> str:
    """A text as a cell: on one line, and behind an apostrophe where a spreadsheet would calculate it."""
    shown = quoted(text).text.replace(";", ",").strip()[:LONGEST_CELL]
    return f"'{shown}" if shown[:1] and shown[0] in _FORMULA else shown
