"""The cell of a table's row that a question asks for: the row by its name, the column by its header.

"hộ nghèo thôn Suối Hoa" → "7" of "Suối Hoa | 388 | 7 | 13 | 34,6". Of several headers the one of whose words most are
asked for, and fewest are not; where two are alike, or the question says more than the table does, none can be told.
What stands right behind a header's words makes another thing of it ("học sinh giỏi"), and no cell is that.
"""

from __future__ import annotations

import re
from itertools import pairwise

from index.asks import FIGURES, Kind
from index.collection import SentenceEntry
from index.normalize import fold
from index.places import Place
from index.question import Query
from index.records import BlockKind
from index.tablefigures import cells_told
from index.tokens import tokens

_FEWEST = 3  # cells, among which one has to be looked for
_BRACKETS = re.compile(r"\([^()]*\)")
_COUNTING = frozenset("so tong luong".split())  # "số hộ" counts as "hộ" does
# What a question may say besides: where and when, of which the table as a whole is.
_AROUND = frozenset("thon xa phuong to ap ban khu xom lang huyen quan nam thang hien nay con la duoc dat".split())


def cell_asked(query: Query, entry: SentenceEntry) -> tuple[Place, ...] | None:
    """The cell, as a place in its sentence, of a row of at least three; () where the row has none of what is asked for.

    None outside a table, and where it can't be told.
    """
    kinds = query.asking.kinds
    if entry.sentence.kind is not BlockKind.ROW or len(kinds) > 1 or kinds[0] not in (*FIGURES, Kind.OTHER):
        return None
    row = entry.report.quote(entry.sentence)
    said = [
        fold(one)
        for i, one in enumerate(query.spelled)
        if i not in query.asking.words and one not in query.function and not one.isdecimal()
    ]
    asked = {*said, *map(str, query.constraints.years), *(fold(noun) for noun in query.asking.nouns if noun)}
    cells = [one for one in cells_told(row, entry.header) if one.column is not None]
    if len(cells) < _FEWEST - 1:
        return None
    name = _words(row[slice(*cells[0].what)])
    if 2 * len(name & asked) < max(1, len(name)):
        return None
    wanted = asked - name - _COUNTING
    ranked: list[tuple[int, int, Place, set[str]]] = []
    for cell in cells:
        header = entry.header[slice(*cell.column)] if cell.column else ""
        if kinds[0] is Kind.PERCENT and "%" not in header + row[slice(*cell.figure)]:
            continue
        words = _words(_BRACKETS.sub("", header)) - _COUNTING
        ranked.append((len(words & wanted), -len(words - wanted), cell.figure, words))
    ranked.sort(key=lambda one: one[:2], reverse=True)
    if not ranked or not ranked[0][0] or (len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]):
        return None
    words = ranked[0][3]
    left = wanted - words - _AROUND - _around(entry)
    if any(before in words and behind in left for before, behind in pairwise(said)):
        return ()
    return None if left else (ranked[0][2],)


def _around(entry: SentenceEntry) -> set[str]:
    """The words of the headings above a row, and of its report's title."""
    return _words(" ".join((*entry.sentence.section, entry.report.title)))


def _words(text: str) -> set[str]:
    return {fold(token.text) for token in tokens(text)}
