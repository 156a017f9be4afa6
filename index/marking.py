"""The words to set in bold: by what stands around figures and persons, or as the reader reads them, or none.

Rules (`index.spans`) know figures and when they are of; the reader knows what is asked for in any words. It is better
unbolded than wrong: what is read is marked from an expected token F1, higher where a figure or a clause is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.asks import FIGURES, Kind
from index.collection import SentenceEntry
from index.mentions import Mention
from index.question import Query
from index.ranking import Bold
from index.spanchoice import Chosen

# Where a rule finds words, they are the ones: a figure's are its own, and a clause's go to its end.
_BY_RULE = (*FIGURES, Kind.DATE, Kind.PERIOD, Kind.REASON, Kind.LIST, Kind.DEFINITION)
_NAMED = (Kind.PERSON, Kind.OFFICE)  # asked for by name: all of it, and nothing else
_OPEN = (Kind.REASON, Kind.LIST)  # answered by a clause, of which a part misleads
_NEVER = (Kind.YES_NO, Kind.MANNER)  # answered by the sentence as a whole

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
    if not query.asking.asks or several or kinds[0] in _NEVER or dated or read is None:
        return list(by_rule)
    named = _named(read, kinds[0], entry)
    clause = kinds[0] in _OPEN or (kinds[0] in _NAMED and not named)
    bar = bars.figure if kinds[0] in FIGURES else bars.open if clause else bars.words
    if by_rule and (kinds[0] in _BY_RULE or query.constraints.offices or read.expected < bar):
        return list(by_rule)
    apart = all(end <= read.start or read.end <= start for start, end in by_rule)
    if by_rule and apart and kinds[0] is not Kind.PERSON:
        return list(by_rule)
    if read.expected < bar:
        return []
    return [(named[0].start, named[0].end)] if len(named) == 1 else [_closed(read, entry)]


def _named(read: Chosen, kind: Kind, entry: SentenceEntry) -> list[Mention]:
    """The persons or offices that the words are of, where one is asked for."""
    asked = [mention for mention in entry.mentions if kind in _NAMED and mention.kind is kind]
    return [mention for mention in asked if mention.start < read.end and read.start < mention.end]


def _closed(read: Chosen, entry: SentenceEntry) -> Place:
    """The words, with the bracket that they open."""
    text = entry.report.quote(entry.sentence)
    opened = text[read.start : read.end].count("(") > text[read.start : read.end].count(")")
    return read.start, read.end + (opened and text[read.end : read.end + 1] == ")")
