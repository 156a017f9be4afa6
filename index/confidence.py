"""How sure an answer is: a logistic regression over five shares that mean the same in any report.

The weights stand in config/ranking.toml; `python -m index fit` finds them and prints what they are worth,
cross-validated by article.
"""

from __future__ import annotations

import math

from index.ranking import Confidence
from index.records import Signs


def confidence(signs: Signs, weights: Confidence) -> float:
    """The probability, in [0, 1], that this sentence answers the question."""
    x = (
        weights.intercept
        + weights.coverage * signs.coverage
        + weights.pair_coverage * signs.pair_coverage
        + weights.sentence_coverage * signs.sentence_coverage
        + weights.margin * signs.margin
        + weights.strength * signs.strength
        + weights.share * signs.share
    )
    return 1 / (1 + math.exp(-x))
