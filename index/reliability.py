"""Whether the confidence means what it says: of answers given at 0.9, nine in ten should be right.

Answers as given: those above the threshold, to questions asked with their paragraph in the collection and to the same
questions asked without it. An answer is right where the cited sentence stands in the question's own paragraph and
contains an accepted answer; one to a question whose paragraph is not there is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.results import Column, Tally

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers whose confidence lies in (low, high]: how many, their mean confidence, and the share that is right."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


def given(tally: Tally) -> tuple[Column, Column]:
    """The confidence of every answer given, with its paragraph there and without, and whether it is right (1 or 0)."""
    here, gone = tally.answered == 1, tally.answered_without == 1
    confidence = np.concatenate([tally.confidence[here], tally.confidence_without[gone]])
    return confidence, np.concatenate([tally.answer[here], np.zeros(int(gone.sum()))])


def bins(confidence: Column, right: Column) -> list[Bin]:
    """The answers in ten bins of equal width; those that hold none are left out."""
    places: NDArray[np.int64] = np.clip(np.ceil(confidence * BINS).astype(np.int64) - 1, 0, BINS - 1)
    out = []
    for number in range(BINS):
        held = places == number
        if held.any():
            low, high = number / BINS, (number + 1) / BINS
            out.append(Bin(low, high, int(held.sum()), float(confidence[held].mean()), float(right[held].mean())))
    return out


def calibration_error(found: Sequence[Bin]) -> float:
    """The expected calibration error, Σ |B|/n · |right(B) - confidence(B)| (Guo et al., ICML 2017); nan of no bins."""
    total = sum(one.count for one in found)
    return sum(one.count * abs(one.right - one.confidence) for one in found) / total if total else float("nan")
