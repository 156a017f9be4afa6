"""What a question came to, as plain data: what figures are computed from, and what a saved run holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Column: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one question came to.

    `key` is the question's own, in any run; `kind` what it asks for. `rank` is that of its own paragraph from 1, 0
    beyond the tenth; `sentence`, `answer` say whether the cited sentence is the marked one, and whether it stands in
    that paragraph and contains an accepted answer; `f1` is the bold words' against the accepted answers.

    `answered`: whether it was, `sure`: without a doubt; `confidence`: of the sentence cited or nearest, 0 where there
    is none; `bar`: the highest threshold at which that would be an answer, 0 where something else forbids one. The
    same four `_without` its paragraph in the collection, None where that was not asked. `ms` runs from question to
    answer.
    """

    key: str
    text: str
    article: str
    kind: str
    rank: int
    sentence: bool
    answer: bool
    f1: float
    ms: float
    answered: bool
    sure: bool
    confidence: float
    bar: float
    answered_without: bool | None = None
    sure_without: bool | None = None
    confidence_without: float | None = None
    bar_without: float | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers of many results, a column each of shape `(questions,)`; nan for what was not asked."""

    rank: Column
    sentence: Column
    answer: Column
    f1: Column
    ms: Column
    answered: Column
    sure: Column
    confidence: Column
    bar: Column
    answered_without: Column
    sure_without: Column
    confidence_without: Column
    bar_without: Column

    @classmethod
    def of(cls, results: Sequence[Result]) -> Tally:
        """The columns of some results."""
        return cls(*(np.array([getattr(one, f.name) for one in results], dtype=np.float64) for f in fields(cls)))

    def take(self, numbers: NDArray[np.int64]) -> Tally:
        """The same of some of the questions, by their places, which may repeat."""
        return Tally(*(getattr(self, f.name)[numbers] for f in fields(self)))

    def __len__(self) -> int:
        return len(self.rank)
