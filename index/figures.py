"""The figures of `../shared/DESIGN.md`, each a function of what the questions came to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from index.reliability import bins, calibration_error, given
from index.results import Column, Result, Tally


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure by name, and how many questions or answers stand behind it.

    `asked_without`: it takes the second asking. `timed`: it is as much the machine's pace of that minute.
    """

    name: str
    value: Callable[[Tally], float]
    behind: Callable[[Tally], int] = len
    asked_without: bool = False
    timed: bool = False


def auc(positive: Sequence[float] | Column, negative: Sequence[float] | Column) -> float:
    """The chance that a positive stands above a negative, ties counting half (Mann-Whitney U / n·m)."""
    below = np.sort(np.asarray(negative))
    least = np.searchsorted(below, positive, side="left")
    most = np.searchsorted(below, positive, side="right")
    return float(np.mean((least + most) / 2) / len(negative))


def wrong_at_nine_tenths(tally: Tally) -> float:
    """The share of questions answered without their paragraph, at the highest threshold that answers 90 % with it.

    nan where no threshold answers so many, because something else than the confidence forbids it.
    """
    needed = (9 * len(tally) + 9) // 10
    threshold = np.sort(tally.bar)[len(tally) - needed]
    return float(np.mean(tally.bar_without >= threshold)) if threshold > 0 else float("nan")


def _answers(tally: Tally) -> int:
    return int(tally.answered.sum() + tally.answered_without.sum())


def _sure(tally: Tally) -> int:
    return int(tally.sure.sum() + tally.sure_without.sum())


def _right_of_sure(tally: Tally) -> float:
    """The share of the answers given without a doubt, in both askings, that cite an accepted answer in its place."""
    return float((tally.sure * tally.answer).sum()) / _sure(tally) if _sure(tally) else float("nan")


def _over_ranks(gain: Callable[[Column], Column]) -> Callable[[Tally], float]:
    return lambda tally: float(np.mean(np.where(tally.rank > 0, gain(np.maximum(tally.rank, 1)), 0.0)))


MEASURES: tuple[Measure, ...] = (
    Measure("passage R@1", lambda t: float(np.mean(t.rank == 1))),
    Measure("passage MRR@10", _over_ranks(lambda rank: 1 / rank)),
    Measure("passage nDCG@10", _over_ranks(lambda rank: 1 / np.log2(rank + 1))),
    Measure("sentence acc@1", lambda t: float(t.sentence.mean())),
    Measure("answer@1", lambda t: float(t.answer.mean())),
    Measure("span F1", lambda t: float(t.f1.mean())),
    Measure("abstention AUC", lambda t: auc(t.confidence, t.confidence_without), asked_without=True),
    Measure("answered share", lambda t: float(t.answered.mean())),
    Measure("wrong-answer rate", lambda t: float(t.answered_without.mean()), asked_without=True),
    Measure("wrong-answer rate at 90 % answered", wrong_at_nine_tenths, asked_without=True),
    Measure("sure share", lambda t: float(t.sure.mean())),
    Measure("right of the sure", _right_of_sure, behind=_sure, asked_without=True),
    Measure(
        "expected calibration error",
        lambda t: calibration_error(bins(*given(t))),
        behind=_answers,
        asked_without=True,
    ),
    Measure("ms p50", lambda t: float(np.percentile(t.ms, 50)), timed=True),
    Measure("ms p95", lambda t: float(np.percentile(t.ms, 95)), timed=True),
)


def measures(tally: Tally) -> list[Measure]:
    """The measures that can be taken: those of the second asking only where every question had one."""
    asked_twice = not np.isnan(tally.confidence_without).any()
    return [measure for measure in MEASURES if asked_twice or not measure.asked_without]


def figures(results: Sequence[Result]) -> dict[str, float | int]:
    """The figures of at least one result by name, the number of questions first; nan for one that is not defined."""
    tally = Tally.of(results)
    return {"questions": len(tally)} | {measure.name: measure.value(tally) for measure in measures(tally)}


def behind(results: Sequence[Result]) -> dict[str, int]:
    """How many questions, or answers given, stand behind each figure."""
    tally = Tally.of(results)
    return {measure.name: measure.behind(tally) for measure in measures(tally)}


def by_kind(results: Sequence[Result]) -> dict[str, list[Result]]:
    """The results by the kind of question, the kind asked most often first."""
    out: dict[str, list[Result]] = {}
    for one in results:
        out.setdefault(one.kind, []).append(one)
    return dict(sorted(out.items(), key=lambda item: (-len(item[1]), item[0])))
