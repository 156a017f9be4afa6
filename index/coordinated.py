"""One asking over years or names side by side, "thu năm 2019 và năm 2020 là bao nhiêu": a question for each of them.

Only where nothing else is done with them together, such as comparing or adding up; else the question is left whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.asked_clause import clause
from index.asks import Kind
from index.constraints import YEAR
from index.followup_words import FollowupWords
from index.normalize import has_accents
from index.several_words import SeveralWords
from index.titled import PERSON, Titles
from index.tokens import tokens

_YEAR = rf"(?<!\d)(?:(?:năm|nam)\s+)?{YEAR.pattern}(?!\d)"
_BESIDE = r"\s*(?:,|;|&|(?<!\w)(?:và|va|với|voi)(?!\w))\s*"
_YEARS = re.compile(rf"{_YEAR}(?:{_BESIDE}{_YEAR})+", re.IGNORECASE)
_BETWEEN = re.compile(_BESIDE, re.IGNORECASE)
_EACH = (Kind.FIGURE, Kind.MONEY, Kind.PERCENT, Kind.MANNER, Kind.OFFICE)  # each of several has one of its own
_MOST = 5


def apart(question: str) -> list[str]:
    """The question once for each year, or each name, that it asks about; itself alone where it is not sure."""
    read = clause(question)
    each = read.asking.kinds[0] in _EACH or not read.asks
    if len(read.asking.places) != 1 or not each or SeveralWords.load().together(read.spelled):
        return [question]
    return _by_year(question) or _by_name(question) or [question]


def _by_year(question: str) -> list[str]:
    """One for each of the years that stand side by side, where it names no other."""
    run = _YEARS.search(question)
    years = re.findall(rf"(?<!\d){YEAR.pattern}(?!\d)", question)
    if run is None or len(years) > _MOST or len(set(years)) != len(re.findall(YEAR.pattern, run[0])):
        return []
    read = clause(question)
    tail = FollowupWords.load().tail(read.spelled, 0, len(read.spelled))
    if not read.asks and sum(i < tail for i in read.matter) > len(years):
        return []  # key words; but "còn năm 2019 và 2021?" asks what was asked before
    word = "năm" if has_accents(question) else "nam"
    return [_with(question, run.span(), f"{word} {year}") for year in years]


def _by_name(question: str) -> list[str]:
    """One for each of two persons, or places of one rank, that it begins with."""
    found = list(tokens(question))
    named = list(Titles.load().asked(question, found, accented=has_accents(question), known=()))
    if len(named) != 2 or named[0].titled.of != named[1].titled.of:
        return []
    starts = [one.end - len(one.typed) for one in named]
    office = clause(question).asking.kinds[0] is Kind.OFFICE
    if starts[0] or (named[0].titled.of == PERSON) is not office:
        return []
    if not _BETWEEN.fullmatch(question, named[0].end, starts[1]):
        return []
    return [
        _with(question, (0, named[1].end), question[start : one.end]) for start, one in zip(starts, named, strict=True)
    ]


def _with(question: str, place: Sequence[int], words: str) -> str:
    return f"{question[: place[0]]}{words}{question[place[1] :]}"
