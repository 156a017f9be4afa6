"""The words to set in bold: by what stands around figures and persons, or as the reader reads them, or none.

Rules (`index.spans`) know figures and when they are of; the reader knows what is asked for in any words. It is better
unbolded than wrong: what is read is marked from an expected token F1, higher where a figure or a clause is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.asks import FIGURES, Kind
from index.collection import SentenceEntry
from index.question import Query
from index.ranking import Bold
from index.spanchoice import Chosen

# Where a rule finds words, they are the ones: a figure's are its own, and a clause's go to its end.
_BY_RULE = (*FIGURES, Kind.DATE, Kind.PERIOD, Kind.REASON, Kind.LIST, Kind.DEFINITION)
_NAMED = (Kind.PERSON, Kind.OFFICE)  # asked for by name: all of it, and nothing else
_OPEN = (Kind.MANNER, Kind.REASON, Kind.LIST)  # answered by a clause, of which a part misleads

Place = tuple[int, int]


def marked(
    query: Query, entry: SentenceEntry, by_rule: Sequence[Place], read: Chosen | None, bars: Bold
) -> list[Place]:
    """Offsets into the sentence; `by_rule` are the places that rules find, `read` what the reader chose.

    Bare key words ask for nothing, what a question of several kinds asks for stands apart, and which year or quarter a
    figure is of, and who holds which office, no reader knows: these are the rules'.
    """
    kinds = query.asking.kinds
    dated = kinds[0] in FIGURES and bool(query.constraints.years or query.constraints.timespans)
    several = len(kinds) > 1 and bool(by_rule)
    if not query.asking.asks or several or kinds[0] is Kind.YES_NO or dated or read is None:
        return list(by_rule)
    bar = bars.figure if kinds[0] in FIGURES else bars.open if kinds[0] in _OPEN else bars.words
    if by_rule and (kinds[0] in _BY_RULE or query.constraints.offices or read.expected < bar):
        return list(by_rule)
    apart = all(end <= read.start or read.end <= start for start, end in by_rule)
    if by_rule and apart and kinds[0] is not Kind.PERSON:
        return list(by_rule)
    return [_whole(read, kinds[0], entry)] if read.expected >= bar else []


def _whole(read: Chosen, kind: Kind, entry: SentenceEntry) -> Place:
    """The name that the words are of, where they are of one; else the words, with the bracket that they open closed."""
    named = [
        m for m in entry.mentions if kind in _NAMED and m.kind is kind and m.start < read.end and read.start < m.end
    ]
    if len(named) == 1:
        return named[0].start, named[0].end
    text = entry.report.quote(entry.sentence)
    opened = text[read.start : read.end].count("(") > text[read.start : read.end].count(")")
    return read.start, read.end + (opened and text[read.end : read.end + 1] == ")")
