"""The misses worth reading: the cited sentence beside the marked one, and what each signal gave either."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.evaluate import Outcome
from index.records import Candidate, Report


@dataclass(frozen=True, slots=True)
class Miss:
    """A question whose cited (or nearest) sentence is not the marked one.

    `signals`: name, what it gave the cited sentence, and the marked one; None where the sentence is not among the
    candidates.
    """

    question: str
    kind: str
    rank: int
    answered: bool
    confidence: float
    accepted: tuple[str, ...]
    cited: str | None
    marked: str
    among_candidates: bool
    signals: tuple[tuple[str, float | None, float | None], ...]


def misses(outcomes: Sequence[Outcome], reports: Sequence[Report], most: int) -> list[Miss]:
    """At most `most` misses, the surest wrong answers first.

    Last come those whose sentence does contain an accepted answer: they are hardly wrong.
    """
    missed = [one for one in outcomes if not one.sentence]
    missed.sort(key=lambda one: (one.answer, not one.answered, -one.confidence))
    return [_miss(one, reports[one.question.article]) for one in missed[:most]]


def described(miss: Miss) -> list[str]:
    """The miss as lines to read."""
    rank = f"passage at {miss.rank}" if miss.rank else "passage not among the first ten"
    answered = "answered" if miss.answered else "not answered"
    lines = [
        miss.question,
        f"  {miss.kind}; {rank}; {answered} at {miss.confidence:.2f}",
        f"  cited    {miss.cited or 'nothing'}",
        f"  marked   {miss.marked}",
        f"  accepted {' | '.join(miss.accepted)}",
    ]
    if not miss.among_candidates:
        lines.append("  the marked sentence is not among the candidates")
    if miss.signals:
        lines.append(f"  {'':26}{'cited':>9}{'marked':>9}")
    lines += [f"  {name:26}{_number(cited)}{_number(marked)}" for name, cited, marked in miss.signals]
    return lines


def _miss(one: Outcome, report: Report) -> Miss:
    cited, marked = _signals(one.best), _signals(one.right)
    names = dict.fromkeys([*cited, *marked])
    return Miss(
        question=one.question.text,
        kind=one.kind,
        rank=one.rank,
        answered=one.answered,
        confidence=one.confidence,
        accepted=one.question.answers,
        cited=one.best.text if one.best else None,
        marked=report.quote(report.sentences[one.question.sentence]),
        among_candidates=one.right is not None,
        signals=tuple((name, _given(cited, name), _given(marked, name)) for name in names),
    )


def _signals(candidate: Candidate | None) -> dict[str, float]:
    """What each signal gave a candidate, their sum, and its confidence."""
    if candidate is None:
        return {}
    out: dict[str, float] = {}
    for reason in candidate.reasons:
        out[reason.signal] = out.get(reason.signal, 0.0) + reason.value
    return {**out, "score": candidate.score, "confidence": candidate.confidence}


def _given(signals: dict[str, float], name: str) -> float | None:
    """What a signal gave; nothing is 0, unless there is no candidate to give to."""
    return signals.get(name, 0.0) if signals else None


def _number(value: float | None) -> str:
    return f"{'–':>9}" if value is None else f"{value:9.3f}"
