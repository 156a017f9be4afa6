"""Which of the sentences that match a question fits it best, and whether another report's fits it as well."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from index.about import said
from index.question import Query
from index.rank import Ranked
from index.records import Candidate, Sentence, Span, Why
from index.refusals import refusal, unanswered
from index.unsaid import covered, unsaid

_TIMES = frozenset({"nam", "thang", "quy"})  # folded; "cả năm" of a plan is no word of the question's "năm 2024"
# A plan, another time, or a figure of another measure: "số học sinh" is no share of them.
_OTHERWISE = (Why.OUTCOME, Why.PERIOD, Why.YEAR, Why.UNIT)


def is_outcome(one: Ranked) -> bool:
    """Whether a sentence is on what came about in the report's period, where that may be asked for."""
    return all(why is not Why.OUTCOME for why, _ in one.missing)


def fittest_first(
    query: Query, able: Sequence[Ranked], support: Callable[[Ranked], tuple[Sentence, ...]]
) -> list[Ranked]:
    """The sentences; before one of a plan or another time, or not on what is asked about, the first that fits better.

    That is one of the time asked for, or one with all the question's nouns, that says as much of it as the best does.
    """
    if not able:
        return []
    best = able[0]
    elsewhen = any(why in _OTHERWISE for why, _ in best.missing)
    if not elsewhen and not unsaid(query, best, support(best)):
        return list(able)
    least = said(query, best) - _TIMES
    fitting = (
        one
        for one in able
        if not one.missing
        and unanswered(query, one) is None
        and covered(query, one, support(one)) >= least
        and (elsewhen or (_beside(one.candidate, best.candidate) and not unsaid(query, one, support(one))))
    )
    first = next(fitting, best)
    return [first, *(one for one in able if one is not first)]


def _beside(one: Candidate, best: Candidate) -> bool:
    """Whether two sentences are of one passage, or stand under the same headings."""
    section = best.sentence.section
    return one.report is best.report and (
        one.passage == best.passage or (bool(section) and one.sentence.section == section)
    )


def instead(ranked: Sequence[Ranked], one: Candidate, threshold: float) -> Candidate:
    """A sentence in the best one's stead, for it fits better, as sure as an answer in doubt where that one is."""
    top = next(other.candidate for other in ranked if not other.candidate.only_leads)
    lent = top.sentence != one.sentence and one.confidence < threshold <= top.confidence
    return replace(one, confidence=threshold) if lent else one


def elsewhere(
    query: Query,
    one: Ranked,
    spans: Sequence[Span],
    others: Sequence[Ranked],
    mark: Callable[[Ranked], tuple[Span, ...]],
    support: Callable[[Ranked], tuple[Sentence, ...]],
    in_report: Callable[[str], bool],
) -> tuple[Candidate, ...]:
    """The best sentence of another report that answers as well, and otherwise; nothing where there is none.

    Asked for "tổng thu ngân sách", a district's report has its own, and a commune's too.
    """
    report, held = one.candidate.report, said(query, one)
    words = [report.quote(span) for span in spans]
    for other in others:
        candidate = other.candidate
        if candidate.report is report or candidate.only_leads or len(other.missing) > len(one.missing):
            continue
        if said(query, other) >= held and refusal(query, other, True, in_report, support) is None:
            marked = [candidate.report.quote(span) for span in mark(other)]
            if marked not in ([], words) or not spans:
                return (candidate,)
    return ()
