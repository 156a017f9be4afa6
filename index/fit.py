"""Fits the confidence: `python -m index fit FILE` prints weights for config/ranking.toml and what they are worth.

Positives are questions whose nearest sentence holds an accepted answer; negatives are the others, and all questions
asked again without their paragraph. The AUC tells the two askings apart, whatever sentence was nearest.
Every figure is cross-validated by article: a question is judged by weights that never saw its article.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, fields

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from index.errors import TooFewArticles
from index.evaluate import Outcome
from index.figures import auc
from index.records import Signs

_FOLDS = 8
_THRESHOLDS = (0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def fit(outcomes: Sequence[Outcome]) -> list[str]:
    """Lines to read: the weights, their AUC, and both kinds of error at several thresholds.

    Raises `TooFewArticles` where there are fewer articles than folds.
    """
    if len({outcome.question.article for outcome in outcomes}) < _FOLDS:
        raise TooFewArticles(f"the fit takes at least {_FOLDS} articles")
    rows: list[Signs] = []
    present: list[bool] = []
    right: list[bool] = []
    groups: list[int] = []
    for outcome in outcomes:
        for best, asked_with in ((outcome.best, True), (outcome.without, False)):
            if best is not None:
                rows.append(best.signs)
                present.append(asked_with)
                right.append(asked_with and outcome.answer)
                groups.append(outcome.question.article)
    x = np.array([astuple(signs) for signs in rows])
    y, here = np.array(right), np.array(present)
    judged = _cross_validated(x, y, np.array(groups))
    model = _model().fit(x, y)
    lines = [f"# {len(outcomes)} questions, each with and without its paragraph; {_FOLDS} folds by article"]
    lines.append(f"# AUC {auc(judged[here], judged[~here]):.4f}, cross-validated")
    for threshold in _THRESHOLDS:
        given = judged >= threshold
        answered, wrong = np.mean(given[here]), np.mean(given[~here])
        holds = np.sum(y[given]) / max(1, np.sum(given))
        lines.append(f"# from {threshold}: answered {answered:.3f}, wrong {wrong:.3f}, right of them {holds:.3f}")
    lines.append(f"intercept = {model.intercept_[0]:.3f}")
    return lines + [f"{f.name} = {w:.3f}" for f, w in zip(fields(Signs), model.coef_[0], strict=True)]


def _model() -> LogisticRegression:
    return LogisticRegression(C=10.0, max_iter=1000)


def _cross_validated(x: NDArray[np.float64], y: NDArray[np.bool_], groups: NDArray[np.int64]) -> NDArray[np.float64]:
    """Each row's probability by a model that was fitted without its group."""
    out = np.zeros(len(y))
    for train, test in GroupKFold(_FOLDS).split(x, y, groups):
        out[test] = _model().fit(x[train], y[train]).predict_proba(x[test])[:, 1]
    return out
