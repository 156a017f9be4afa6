"""Two runs of the same questions side by side: what changed, how sure that is, and which questions it was.

Each change has a 95 % interval by the paired percentile bootstrap (Efron & Tibshirani, An Introduction to the
Bootstrap, 1993, ch. 13): a figure is taken anew, of both runs, over the same articles, drawn with replacement.
Whole articles are drawn, for questions on one text win and lose together; in a file of fewer than ten articles single
questions are. The draw is seeded: the same runs give the same interval. Times have none, for the machine's pace
varies more from run to run than any draw of questions shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.figures import measures
from index.results import Result, Tally

_DRAWS = 1_000
_SEED = 1993
_FEWEST_ARTICLES = 10
_INTERVAL = (2.5, 97.5)  # percentiles


@dataclass(frozen=True, slots=True)
class Change:
    """A figure then and now, and the interval [low, high] of the change; nan for what is not defined or has none."""

    figure: str
    before: float
    now: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether no change lies outside the interval."""
        return self.low > 0 or self.high < 0


def changes(before: Sequence[Result], now: Sequence[Result]) -> list[Change]:
    """The change of every figure that both runs have; the results are of the same questions, in the same order."""
    then, this = Tally.of(before), Tally.of(now)
    shared = [measure for measure in measures(this) if measure in measures(then)]
    drawn: list[list[float]] = [[] for _ in shared]
    for numbers in _draws(now):
        one, other = then.take(numbers), this.take(numbers)
        for measure, differences in zip(shared, drawn, strict=True):
            if not measure.timed:
                differences.append(measure.value(other) - measure.value(one))
    return [
        Change(measure.name, measure.value(then), measure.value(this), *_interval(differences))
        for measure, differences in zip(shared, drawn, strict=True)
    ]


def turned(before: Sequence[Result], now: Sequence[Result]) -> tuple[list[Result], list[Result]]:
    """The questions won and lost: those whose cited sentence is the marked one now and was not, and the reverse."""
    pairs = list(zip(before, now, strict=True))
    won = [this for then, this in pairs if this.sentence and not then.sentence]
    return won, [this for then, this in pairs if then.sentence and not this.sentence]


def _draws(results: Sequence[Result]) -> list[NDArray[np.int64]]:
    """The places of the questions of each draw."""
    members: dict[str, list[int]] = {}
    for place, one in enumerate(results):
        members.setdefault(one.article, []).append(place)
    units = list(members.values())
    if len(units) < _FEWEST_ARTICLES:
        units = [[place] for place in range(len(results))]
    groups = [np.array(unit, dtype=np.int64) for unit in units]
    chance = np.random.default_rng(_SEED)
    return [np.concatenate([groups[i] for i in chance.integers(len(groups), size=len(groups))]) for _ in range(_DRAWS)]


def _interval(differences: Sequence[float]) -> tuple[float, float]:
    defined = [value for value in differences if not np.isnan(value)]
    if not defined:
        return float("nan"), float("nan")
    low, high = np.percentile(defined, _INTERVAL)
    return float(low), float(high)
