"""Ranked sentences → an answer, or an abstention that says why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from index.about import asks_share, names_nothing, said, wanted
from index.asks import Kind
from index.fields import FOLDED
from index.fitting import elsewhere, fittest_first, instead, is_outcome
from index.mentions import GIVES
from index.question import Query
from index.rank import Ranked
from index.ranking import Confidence
from index.records import Abstention, Answer, BlockKind, Candidate, RankedPassage, Sentence, Span, Why
from index.refusals import Refusal, refusal, stands_elsewhere
from index.unsaid import stand_near, unsaid

# A sentence no farther behind the best than this share of its score may answer in its place where the best can't.
_FAR = 0.25
# Where no words of a sentence are surely what was asked for, nor is the sentence.
_FOUND = frozenset({*GIVES, Kind.DEFINITION})


def decide(
    query: Query,
    ranked: Sequence[Ranked],
    passages: tuple[RankedPassage, ...],
    *,
    bars: Confidence,
    mark: Callable[[Ranked], tuple[Span, ...]],
    support: Callable[[Ranked], tuple[Sentence, ...]],
    in_report: Callable[[str], bool],
    beyond: Sequence[Ranked] = (),
) -> Answer | Abstention:
    """The answer: the first sentence near the top that can be one; else the abstention, for the top's reason.

    `bars` has the least confidence that answers and the least that does so without a doubt, `mark` finds the words to
    set in bold, `support` what it leans on, `in_report` says whether any report carries a name. `beyond` are
    those ranked behind, among which another report's may be: where that answers as well, neither is sure.
    """
    nearest = tuple(one.candidate for one in ranked)
    if not any(query.terms.values()) or (names_nothing(query) and not asks_share(query)):
        return Abstention(query.question, Why.EMPTY, (), (), ())
    refusals: list[Refusal] = []
    able = fittest_first(query, [one for one in ranked if not one.candidate.only_leads], support)
    for one in able:
        if one.candidate.score < able[0].candidate.score - _FAR * abs(able[0].candidate.score):
            break
        best = _led_to(query, ranked[0], one.candidate, bars.threshold)
        if one is able[0]:
            best = instead(ranked, best, bars.threshold)
        refused = refusal(query, one, best.confidence >= bars.threshold, in_report, support)
        if refused is None:
            told = query.comparison.is_said(one.entry.fields[FOLDED])
            outcome, leant_on = is_outcome(one), support(one)
            nouns = unsaid(query, one, leant_on)
            spans = mark(one) if told and stand_near(nouns, one) else ()
            clear = (
                told
                and outcome
                and not nouns
                and not names_nothing(query)
                and (bool(spans) or _FOUND.isdisjoint(query.asking.kinds))
            )
            others = [other for other in able if other is not one]
            rivals = elsewhere(query, one, spans, (*able, *beyond), mark, support, in_report)
            runners_up = tuple(other for other in nearest if other is not one.candidate)
            return Answer(
                question=query.question,
                best=best,
                spans=spans,
                sure=clear
                and not rivals
                and (best.confidence >= bars.sure or _agreed(best, spans, others, bars, mark)),
                missing=(*(typed for kind, typed in one.missing if kind is Why.NAME), *nouns),
                runners_up=(*rivals, *(other for other in runners_up if other not in rivals)),
                passages=passages,
                understood=query.understood,
                support=leant_on,
                outcome=outcome,
            )
        refusals.append(refused)
    why, missing = refusals[0] if refusals else (Why.TOPIC, ())
    if why is Why.FIGURE and stands_elsewhere(query, missing, in_report):
        why, missing = Why.TOPIC, ()
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
