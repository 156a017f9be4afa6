"""The words to set in bold: by what stands around figures and persons, or as the reader reads them, or none.

Rules (`index.spans`) know figures and what they are of; the reader knows what is asked for in any words. It is better
unbolded than wrong: a figure is never the reader's choice, and what is read is marked from an expected token F1, higher
where it is no date, place or name though one is asked for, or where a clause is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.asks import FIGURES, Kind
from index.collection import SentenceEntry
from index.mentions import GIVES, TITLED, Mention
from index.normalize import fold
from index.question import Query
from index.ranking import Bold
from index.spanchoice import Chosen
from index.tokens import tokens

# Where a rule finds words, they are the ones: a date's are its own, and a clause's go to its end.
_BY_RULE = (Kind.DATE, Kind.PERIOD, Kind.REASON, Kind.LIST)
_NAMED = (Kind.PERSON, Kind.OFFICE)  # asked for by name: all of it, and nothing else
_KNOWN = (*_NAMED, Kind.DATE, Kind.PERIOD, Kind.PLACE)  # known by their form
_OPEN = (Kind.REASON, Kind.LIST)  # answered by a clause, of which a part misleads
_NEVER = (*FIGURES, Kind.YES_NO)  # the last is answered by the sentence as a whole
_WHOLE = (*FIGURES, Kind.DATE, Kind.PERSON, Kind.OFFICE)  # mentions of which a part is another one, or none

_NEVER_WHO = (Kind.PLACE, Kind.DATE, Kind.DEFINITION)  # no person answers these, nor an amount

# A part of the report itself: what it says is no few words of one sentence.
_PART = re.compile(r"\b(?i:phần|mục|chương)\s+(?:[IVXLC]+|\d[\d.]*)\b")
_CAUSE = re.compile(r"\b(?:vì|do|bởi|nhờ|nguyên nhân|lý do|để|nhằm|khiến)\b", re.IGNORECASE)
_BEFORE = 20  # characters ahead of what is read, in which it is said to be a reason

Place = tuple[int, int]


def marked(
    query: Query, entry: SentenceEntry, by_rule: Sequence[Place], read: Chosen | None, bars: Bold
) -> list[Place]:
    """Offsets into the sentence; `by_rule` are the places that rules find, `read` what the reader chose.

    Bare key words ask for nothing, what a question of several kinds asks for stands apart, "10 tỷ là gì" asks what a
    figure is, and who holds which office no reader knows: these are the rules'. How something went is told by the whole
    sentence, if not surely by a few words of it.
    """
    kind = query.asking.kinds[0]
    several = len(query.asking.kinds) > 1 and bool(by_rule)
    of_noun = kind is not Kind.DEFINITION and bool(query.asking.nouns[0])
    of_figure = bool(query.constraints.figures) and not of_noun and kind not in _KNOWN
    if not query.asking.asks or several or kind in _NEVER or of_figure or read is None:
        return list(by_rule)
    if kind is Kind.MANNER and any(m.kind in FIGURES and _overlap(m, read) for m in entry.mentions):
        return list(by_rule)
    if kind is Kind.REASON and not _CAUSE.search(_around(entry, read)):
        return list(by_rule)
    if _misfits(query, kind, entry, read):
        return list(by_rule)
    known = [m for m in entry.mentions if m.kind in GIVES.get(kind, ()) and _overlap(m, read)]
    if read.expected < _bar(kind, bool(known), bars):
        return list(by_rule)
    wider = read.expected < bars.clause or any(read.start <= start and end <= read.end for start, end in by_rule)
    if by_rule and (kind in _BY_RULE or query.constraints.offices or (kind is Kind.DEFINITION and wider)):
        return list(by_rule)
    if by_rule and kind is not Kind.PERSON and all(end <= read.start or read.end <= start for start, end in by_rule):
        return list(by_rule)
    if kind in _NAMED and len(known) == 1:
        return [(known[0].start, known[0].end)]
    return _closed(read, entry)


def _misfits(query: Query, kind: Kind, entry: SentenceEntry, read: Chosen) -> bool:
    """Whether what is read can't be what is asked for: a person where a place is, an amount where a meaning is.

    Nor do words say where, when or what something is that name it again, or any words of a sentence what a part of the
    report says.
    """
    if _PART.search(query.text):
        return True
    if kind not in _NEVER_WHO:
        return False
    text = entry.report.quote(entry.sentence)[read.start : read.end]
    if {fold(token.text) for token in tokens(text)}.issuperset(query.content):
        return True
    held = {m.kind for m in entry.mentions if _overlap(m, read)}
    if held & GIVES.get(kind, frozenset()):
        return False
    who = Kind.OFFICE in held or TITLED.search(text) is not None
    return who or Kind.MONEY in held or (kind is not Kind.DEFINITION and Kind.ORDINAL in held)


def _around(entry: SentenceEntry, read: Chosen) -> str:
    return entry.report.quote(entry.sentence)[max(0, read.start - _BEFORE) : read.end]


def _bar(kind: Kind, known: bool, bars: Bold) -> float:
    """From which expected token F1 words that are read are bold; `known` says that such a mention is in them."""
    if kind is Kind.MANNER:
        return bars.manner
    return bars.clause if kind in _OPEN or (kind in _KNOWN and not known) else bars.words


def _closed(read: Chosen, entry: SentenceEntry) -> list[Place]:
    """The words with all of the figures and names that they are part of, and with the bracket that they open.

    Nothing where they run from one cell of a table into another.
    """
    text = entry.report.quote(entry.sentence)
    cut = [m for m in entry.mentions if m.kind in _WHOLE and _overlap(m, read)]
    start = min([read.start, *(m.start for m in cut)])
    end = max([read.end, *(m.end for m in cut)])
    if "|" in text[start:end] or "\t" in text[start:end]:
        return []
    opened = text[start:end].count("(") > text[start:end].count(")")
    return [(start, end + (opened and text[end : end + 1] == ")"))]


def _overlap(mention: Mention, read: Chosen) -> bool:
    return mention.start < read.end and read.start < mention.end
