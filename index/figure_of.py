"""What a figure is of, asked the other way round: "22,8% là con số gì" is answered by what the sentence says it is."""

from __future__ import annotations

import re

from index.amounts import amounts
from index.asks import Kind
from index.clauses import told
from index.collection import SentenceEntry
from index.normalize import number
from index.places import Place, syllables
from index.question import Query
from index.records import BlockKind
from index.tablefigures import cells_told

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_ASKED = (Kind.DEFINITION, Kind.OTHER)
_LEAST, _LONGEST = 3, 16  # syllables; less is a verb, more is not what a figure is called, but the sentence over again
_VERB = re.compile(r"(?:(?:ước|đã|đạt|là|có|với)\s+)*", re.IGNORECASE)
_CUT = re.compile(r"(?<!\w)(?:cho|với|của|là|và|từ|do|trên|tại|ở|trong)$", re.IGNORECASE)
_SAID = frozenset("la con so cua ti trieu nghin dong % phan tram nay do o trong bao cao y nghia".split())


def figure_of(query: Query, entry: SentenceEntry) -> list[Place] | None:
    """Offsets into a sentence of what the question's figure is of: none where it can't be told.

    A figure that only compares ("bằng 107% so với cùng kỳ") is told by what is compared, and by what with. None where
    the question does not ask what one figure is.
    """
    figures = [form for form, _ in query.constraints.figures]
    kind = query.asking.kinds[0] if query.asking.asks and len(query.asking.kinds) == 1 else None
    if len(figures) != 1 or kind not in (Kind.DEFINITION, Kind.OTHER):
        return None
    text = entry.report.quote(entry.sentence)
    counted = set(query.content) - _SAID - {*figures}
    if len(counted) > 1:
        return None
    found = [(what, parts) for what, parts in _told(text, entry) if any(_is(text[a:b], figures[0]) for a, b in parts)]
    if len(found) != 1:
        return []
    whole, parts = found[0]
    lead = _VERB.match(text, *whole)
    what = Place(lead.end() if lead else whole.start, whole.end)
    beside = [part for part in parts[1:] if _is(text[part.start : part.end], figures[0])]
    named = _LEAST <= syllables(text, what) <= _LONGEST and not _CUT.search(text[what.start : what.end])
    return [what, *beside] if named else []


def _told(text: str, entry: SentenceEntry) -> list[tuple[Place, list[Place]]]:
    """What each figure of a sentence is of, with that figure and those that compare it."""
    if entry.sentence.kind is BlockKind.ROW:
        return [(Place(*one.what), [Place(*one.figure)]) for one in cells_told(text, entry.header)]
    found = told(text, amounts(text, entry.mentions), entry.report.years)
    return [(Place(*one.what), [Place(*one.figure), *(Place(*part) for part in one.beside)]) for one in found]


def _is(part: str, figure: str) -> bool:
    return any(number(one) == figure for one in _NUMBER.findall(part))
