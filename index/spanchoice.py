"""Of all spans of a sentence, the one to show: that with the highest expected token F1.

The likeliest span is often one of several that share their words; the span that most of what may be right overlaps is
worth more (minimum Bayes risk; Goel & Byrne, Minimum Bayes-risk automatic speech recognition, 2000).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.overlap import Floats
from index.wordtable import Ids

_MOST = 40  # spans that are weighed; those behind them hardly count


class Chosen(NamedTuple):
    """`[start, end)` of the words in their sentence, and the token F1 to be expected of them."""

    start: int
    end: int
    expected: float


@dataclass(frozen=True, slots=True)
class Spans:
    """The spans of one sentence: `scores`, of shape `(words, 12)`, are logarithms, by first word and length less 1.

    `starts`, `ends`, `sizes`, of shape `(words,)`, are each word's offsets and its number of syllables; `new` says
    which words are no function words, and not the question's own.
    """

    scores: Floats
    starts: Ids
    ends: Ids
    sizes: Ids
    new: NDArray[np.bool_]

    def within(self, begin: int, end: int) -> Chosen | None:
        """The words to show of those between two offsets into the sentence; None where there are none such."""
        last = np.arange(len(self.starts))[:, None] + np.arange(self.scores.shape[1])
        ends = self.ends[np.minimum(last, len(self.ends) - 1)]
        inside = (self.starts >= begin)[:, None] & (ends <= end) & (last < len(self.ends))
        return replace(self, scores=np.where(inside, self.scores, -np.inf)).best() if inside.any() else None

    def best(self) -> Chosen | None:
        """The words to show; None where none says anything that the question does not."""
        if not self.new.any():
            return None
        flat = self.scores.reshape(-1)
        top = np.argsort(-flat, kind="stable")[:_MOST]
        likely = np.exp(flat[top] - flat[top[0]])
        first, extra = np.divmod(top, self.scores.shape[1])
        last = np.minimum(first + extra, len(self.starts) - 1)
        until = np.cumsum(self.sizes)
        begin, end = (until - self.sizes)[first], until[last]
        shared = np.minimum(end[:, None], end) - np.maximum(begin[:, None], begin)
        both = (end - begin)[:, None] + (end - begin)
        expected = np.round((2 * np.maximum(shared, 0) / both) @ likely / np.exp(flat - flat[top[0]]).sum(), 9)
        said = np.cumsum(self.new)
        expected[said[last] == (said - self.new)[first]] = -1.0
        best = int(expected.argmax())
        if expected[best] < 0:
            return None
        return Chosen(int(self.starts[first[best]]), int(self.ends[last[best]]), float(expected[best]))
