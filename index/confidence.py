"""How sure an answer is: a logistic regression over eleven shares that mean the same in any report.

The weights stand in config/ranking.toml; `python -m index fit` finds them and prints what they are worth,
cross-validated by article.
"""

from __future__ import annotations

import math
from dataclasses import fields

from index.ranking import Confidence
from index.records import Signs

_SIGNS = tuple(field.name for field in fields(Signs))


def confidence(signs: Signs, weights: Confidence) -> float:
    """The probability, in [0, 1], that this sentence answers the question."""
    x = weights.intercept + sum(getattr(weights, name) * getattr(signs, name) for name in _SIGNS)
    return 1 / (1 + math.exp(-x))
