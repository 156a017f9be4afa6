"""Ranked sentences → an answer, or an abstention that says why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from index.asks import FIGURES, Kind
from index.mentions import GIVES, of_unit
from index.question import Query
from index.rank import Ranked
from index.records import Abstention, Answer, RankedPassage, Span, Why


def decide(
    query: Query,
    ranked: Sequence[Ranked],
    passages: tuple[RankedPassage, ...],
    *,
    threshold: float,
    mark: Callable[[Ranked], tuple[Span, ...]],
    in_report: Callable[[str], bool],
) -> Answer | Abstention:
    """The answer to a query, or the abstention.

    `threshold` is the least confidence that answers, `mark` finds the words to set in bold, `in_report` says whether
    any report carries a name. A year or figure that the best sentence lacks makes it an answer to another question;
    so does a name that no report carries.
    """
    nearest = tuple(one.candidate for one in ranked)
    if not any(query.terms.values()):
        return Abstention(query.question, Why.EMPTY, (), (), ())
    if not ranked:
        return Abstention(query.question, Why.TOPIC, (), (), passages)
    best = ranked[0]
    for why in (Why.YEAR, Why.FIGURE, Why.NAME):
        lacking = tuple(typed for kind, typed in best.missing if kind is why)
        if why is Why.NAME:
            lacking = tuple(
                typed for form, typed in query.constraints.names if typed in lacking and not in_report(form)
            )
        if lacking:
            return Abstention(query.question, why, lacking, nearest, passages)
    if (lack := _unanswered(query, best)) is not None:
        return Abstention(query.question, lack, (), nearest, passages)
    if best.candidate.confidence < threshold:
        return Abstention(query.question, Why.TOPIC, (), nearest, passages)
    return Answer(
        question=query.question,
        best=best.candidate,
        spans=mark(best),
        missing=tuple(typed for _, typed in best.missing),
        runners_up=nearest[1:],
        passages=passages,
    )


def _unanswered(query: Query, best: Ranked) -> Why | None:
    """Why a sentence can't answer: it holds no figure, or no date of the unit, where one was asked for."""
    for kind, noun in zip(query.asking.kinds, query.asking.nouns, strict=True):
        if kind in FIGURES and not any(m.kind in GIVES[kind] for m in best.entry.mentions):
            return Why.FIGURE
        if kind is Kind.DATE and noun and not any(of_unit(best.candidate.text, m, noun) for m in best.entry.mentions):
            return Why.DATE
    return None
