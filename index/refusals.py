"""Why a sentence is no answer to a question, however well it matches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from index.about import is_about
from index.asks import FIGURES, Kind
from index.constraints import name_form, searchable
from index.mentions import GIVES, of_unit
from index.question import Query
from index.rank import Ranked
from index.records import Sentence, Why

_OF_TIME = (Kind.PERIOD, Kind.DATE, Kind.FIGURE)  # "bao lâu" may be answered by when it began

Refusal: TypeAlias = tuple[Why, tuple[str, ...]]


def refusal(
    query: Query,
    one: Ranked,
    confident: bool,
    in_report: Callable[[str], bool],
    support: Callable[[Ranked], tuple[Sentence, ...]],
) -> Refusal | None:
    """Why a sentence is no answer, and what of the question it lacks; None where it is one.

    A year, part of a year or figure that it lacks makes it an answer to another question; so does a name that no report
    carries.
    """
    for why in (Why.YEAR, Why.PERIOD, Why.FIGURE, Why.NAME, Why.SUBJECT, Why.OFFICE, Why.SIDE, Why.UNIT):
        lacking = tuple(typed for kind, typed in one.missing if kind is why)
        if lacking and why is Why.NAME:
            named = query.constraints
            forms = {typed: form for form, typed in named.names}
            forms |= {one.typed: name_form(one.titled.name) for one in named.titled}
            lacking = tuple(typed for typed in lacking if typed in forms and not in_report(forms[typed]))
        if lacking:
            # An office or a side is kept in a form for comparing, not for showing.
            return why, () if why in (Why.OFFICE, Why.SIDE) else lacking
    if (lack := unanswered(query, one)) is not None:
        return lack, ()
    if not confident or not is_about(query, one, support):
        return Why.TOPIC, ()
    return None


def unanswered(query: Query, best: Ranked) -> Why | None:
    """Why a sentence can't answer: it holds no figure, no time, or no date of the unit, where one was asked for."""
    for kind, noun in zip(query.asking.kinds, query.asking.nouns, strict=True):
        if kind in FIGURES and not any(m.kind in GIVES[kind] for m in best.entry.mentions):
            return Why.FIGURE
        if kind is Kind.PERIOD and not any(m.kind in _OF_TIME for m in best.entry.mentions):
            return Why.DATE
        if kind is Kind.DATE and noun and not any(of_unit(best.candidate.text, m, noun) for m in best.entry.mentions):
            return Why.DATE
    return None


def stands_elsewhere(query: Query, figures: Sequence[str], in_report: Callable[[str], bool]) -> bool:
    """Whether all figures that a sentence lacks stand in a report: that it does not have them would be wrong to say."""
    forms = {typed: searchable([figure]) for figure, typed in query.constraints.figures}
    return bool(figures) and all(one in forms and in_report(forms[one]) for one in figures)
