"""Ranked sentences → an answer, or an abstention that says why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from index.about import asks_share, is_about, names_nothing, said, wanted
from index.asks import FIGURES, Kind
from index.constraints import name_form
from index.fields import FOLDED
from index.mentions import GIVES, of_unit
from index.question import Query
from index.rank import Ranked
from index.ranking import Confidence
from index.records import Abstention, Answer, BlockKind, Candidate, RankedPassage, Sentence, Span, Why

# A sentence no farther behind the best than this share of its score may answer in its place where the best can't.
_FAR = 0.25
# Where no words of a sentence are surely what was asked for, nor is the sentence.
_FOUND = frozenset({*GIVES, Kind.DEFINITION})
_OF_TIME = (Kind.PERIOD, Kind.DATE, Kind.FIGURE)  # "bao lâu" may be answered by when it began

Refusal = tuple[Why, tuple[str, ...]]


def decide(
    query: Query,
    ranked: Sequence[Ranked],
    passages: tuple[RankedPassage, ...],
    *,
    bars: Confidence,
    mark: Callable[[Ranked], tuple[Span, ...]],
    support: Callable[[Ranked], tuple[Sentence, ...]],
    in_report: Callable[[str], bool],
) -> Answer | Abstention:
    """The answer: the first sentence near the top that can be one; else the abstention, for the top's reason.

    `bars` has the least confidence that answers and the least that does so without a doubt, `mark` finds the words to
    set in bold, `support` what it leans on, `in_report` says whether any report carries a name.
    """
    nearest = tuple(one.candidate for one in ranked)
    if not any(query.terms.values()) or (names_nothing(query) and not asks_share(query)):
        return Abstention(query.question, Why.EMPTY, (), (), ())
    refusals: list[Refusal] = []
    able = [one for one in ranked if not one.candidate.only_leads]
    for one in able:
        if one.candidate.score < able[0].candidate.score - _FAR * abs(able[0].candidate.score):
            break
        best = _led_to(query, ranked[0], one.candidate, bars.threshold)
        refusal = _refusal(query, one, best.confidence >= bars.threshold, in_report, support)
        if refusal is None:
            told = query.comparison.is_said(one.entry.fields[FOLDED])
            spans = mark(one) if told else ()
            clear = told and not names_nothing(query) and (bool(spans) or _FOUND.isdisjoint(query.asking.kinds))
            others = [other for other in able if other is not one]
            return Answer(
                question=query.question,
                best=best,
                spans=spans,
                sure=clear and (best.confidence >= bars.sure or _agreed(best, spans, others, bars, mark)),
                missing=tuple(typed for kind, typed in one.missing if kind is Why.NAME),
                runners_up=tuple(other for other in nearest if other is not one.candidate),
                passages=passages,
                understood=query.understood,
                support=support(one),
            )
        refusals.append(refusal)
    why, missing = refusals[0] if refusals else (Why.TOPIC, ())
    return Abstention(query.question, why, missing, nearest, passages, query.understood)


def _agreed(
    best: Candidate,
    spans: Sequence[Span],
    others: Sequence[Ranked],
    bars: Confidence,
    mark: Callable[[Ranked], tuple[Span, ...]],
) -> bool:
    """Whether the next best sentence has the very same answer, and both together are sure: a table repeats its text."""
    if not spans or not others or best.confidence + others[0].candidate.confidence < bars.sure:
        return False
    report = others[0].candidate.report
    return [best.report.quote(span) for span in spans] == [report.quote(span) for span in mark(others[0])]


def _led_to(query: Query, first: Ranked, one: Candidate, threshold: float) -> Candidate:
    """A sentence, as sure as an answer in doubt where the best match is its heading and has all the question's words.

    "Phòng cháy thế nào?" is answered by what stands under "Phòng cháy", though it need not say so again.
    """
    top = first.candidate
    if top.sentence.kind is not BlockKind.HEADING or not one.confidence < threshold <= top.confidence:
        return one
    about = not query.asking.asks or set(query.asking.kinds) == {Kind.MANNER}
    path = (*top.sentence.section, " ".join(top.text.split()))
    under = top.report is one.report and one.sentence.section == path
    named = about and under and wanted(query) == said(query, first)
    return replace(one, confidence=threshold) if named else one


def _refusal(
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
    if (lack := _unanswered(query, one)) is not None:
        return lack, ()
    if not confident or not is_about(query, one, support):
        return Why.TOPIC, ()
    return None


def _unanswered(query: Query, best: Ranked) -> Why | None:
    """Why a sentence can't answer: it holds no figure, no time, or no date of the unit, where one was asked for."""
    for kind, noun in zip(query.asking.kinds, query.asking.nouns, strict=True):
        if kind in FIGURES and not any(m.kind in GIVES[kind] for m in best.entry.mentions):
            return Why.FIGURE
        if kind is Kind.PERIOD and not any(m.kind in _OF_TIME for m in best.entry.mentions):
            return Why.DATE
        if kind is Kind.DATE and noun and not any(of_unit(best.candidate.text, m, noun) for m in best.entry.mentions):
            return Why.DATE
    return None
