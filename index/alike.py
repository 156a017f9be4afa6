"""Parts of a sentence that are alike: what is asked of one, "đội A được giải gì", is not read in another.

Each has the noun that narrows the answer, "đội A đạt giải Nhì, đội B đạt giải Nhất"; the part is read that says most
of the question.
"""

from __future__ import annotations

import re

from index.asks import Kind
from index.normalize import fold
from index.places import Place
from index.question import Query
from index.spanchoice import Chosen, Spans
from index.tokens import Token, tokens

_PAUSE = re.compile(r"[,;:.]\s")
_WHAT = "gi"  # "gì", folded
_FEWEST = 2  # parts


def read_in_part(query: Query, text: str, spans: Spans) -> Chosen | None:
    """The words to show of a sentence, within the part that is asked about where it has such."""
    noun = (query.asking.nouns[0] or "").split()
    part = _part(query, text, noun)
    if part is None:
        return spans.best()
    read = spans.within(*part)
    if read is not None and len(list(tokens(text[part.start : read.start]))) == len(noun):
        return read._replace(start=part.start)  # "giải Nhất", not "Nhất"
    return read


def _part(query: Query, text: str, noun: list[str]) -> Place | None:
    """Where the answer stands, from its noun to the end of the part; None where no part is asked about alone."""
    ends = query.asking.places[0][1]
    # Asked "sân bay nào", of one of several, its name may stand in any part.
    if query.asking.kinds[0] is not Kind.OTHER or not noun or fold(query.spelled[ends - 1]) != _WHAT:
        return None
    found = list(tokens(text))
    parts = _parts(text, found, noun)
    content = {fold(one) for i, one in enumerate(query.spelled) if i not in query.asking.words}.difference(noun)
    said = {place: content & {fold(t.text) for t in found if begin <= t.start < place.end} for begin, place in parts}
    if len(said) < _FEWEST:
        return None
    most = max(said, key=lambda place: len(said[place]))
    others = [one for place, one in said.items() if place != most]
    return most if all(len(one) < len(said[most]) for one in others) else None


def _parts(text: str, found: list[Token], noun: list[str]) -> list[tuple[int, Place]]:
    """The parts that have the noun: where each begins, and from its noun to its end."""
    folded = [fold(token.text) for token in found]
    stops = [*(mark.start() for mark in _PAUSE.finditer(text)), len(text)]
    out: list[tuple[int, Place]] = []
    begin = 0
    for end in stops:
        inside = [i for i, token in enumerate(found) if begin <= token.start < end]
        at = next((i for i in reversed(inside) if folded[i : i + len(noun)] == noun), None)
        if at is not None:
            out.append((begin, Place(found[at].start, end)))
            begin = end
    return out
