"""Fits the confidence: `python -m index fit FILE` prints weights for config/ranking.toml and what they are worth.

What tells the two askings apart, with the question's paragraph and without it, is found first; how likely an answer is
right, at each level of that, second: then the order is that of whether the report says it, and the value that of being
right (Platt, Probabilistic outputs for support vector machines, 1999). An answer is right where the cited sentence
holds an accepted one in its own paragraph. Every figure is cross-validated by article, as `index.folds` says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from index.errors import NothingToLearn
from index.evaluate import Outcome
from index.figures import auc
from index.learning import deviation
from index.records import Signs

_THRESHOLDS = (0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
_C = 0.05  # the inverse of the penalty, on signs in standard deviations
_NAMES = tuple(field.name for field in fields(Signs))


@dataclass(frozen=True, slots=True)
class _Rows:
    """Sentences cited or nearest, by their signs; whether asked with the paragraph, and whether right."""

    signs: NDArray[np.float64]
    here: NDArray[np.bool_]
    right: NDArray[np.bool_]


def fitted(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """The confidence's weights by name, to three decimals.

    Raises `NothingToLearn` where the outcomes are all alike, asked with the paragraph or right.
    """
    rows = _rows(outcomes)
    if len(set(rows.here.tolist())) < 2 or len(set(rows.right.tolist())) < 2:
        raise NothingToLearn("the confidence can't be fitted: what the questions came to is all alike")
    deviations = deviation(rows.signs)
    apart = LogisticRegression(C=_C, max_iter=1000).fit(rows.signs / deviations, rows.here)
    weights = apart.coef_[0] / deviations
    height = rows.signs @ weights + apart.intercept_[0]
    level = LogisticRegression(C=10.0, max_iter=1000).fit(height[:, None], rows.right)
    slope, base = float(level.coef_[0][0]), float(level.intercept_[0])
    named = {name: round(slope * float(w), 3) for name, w in zip(_NAMES, weights, strict=True)}
    return {"intercept": round(slope * float(apart.intercept_[0]) + base, 3), **named}


def report(outcomes: Sequence[Outcome], judged: Sequence[Outcome]) -> list[str]:
    """Lines to read: the weights fitted to some outcomes, and both kinds of error at several thresholds.

    `judged` are the same questions under cross-validated weights.
    """
    confidence = np.array([one.best.confidence if one.best else 0.0 for one in judged])
    without = np.array([one.without.confidence if one.without else 0.0 for one in judged])
    right = np.array([one.answer for one in judged])
    lines = [f"# {len(judged)} questions, each with and without its paragraph; cross-validated by article"]
    lines.append(f"# AUC {auc(confidence, without):.4f}")
    for threshold in _THRESHOLDS:
        here, gone = confidence >= threshold, without >= threshold
        holds = np.sum(right[here]) / max(1, np.sum(here) + np.sum(gone))
        shares = f"answered {here.mean():.3f}, wrong {gone.mean():.3f}, right of them {holds:.3f}"
        lines.append(f"# from {threshold}: {shares}")
    return lines + [f"{name} = {weight:.3f}" for name, weight in fitted(outcomes).items()]


def _rows(outcomes: Sequence[Outcome]) -> _Rows:
    signs: list[tuple[float, ...]] = []
    here: list[bool] = []
    right: list[bool] = []
    for outcome in outcomes:
        for best, asked_with in ((outcome.best, True), (outcome.without, False)):
            if best is not None:
                signs.append(astuple(best.signs))
                here.append(asked_with)
                right.append(asked_with and outcome.answer)
    return _Rows(np.array(signs), np.array(here), np.array(right))
