"""Which sentences say what the others say: continuous LexRank on idf-modified cosines, without a matrix of pairs.

    p = (1 − d)/N + d · Wᵀ p,  W = cosines of sentences, each row divided by its sum;
    cosine(x, y) = Σ_t tf(t,x)·tf(t,y)·idf(t)² / (|x|·|y|),  |x|² = Σ_t (tf(t,x)·idf(t))²

(Erkan & Radev, LexRank: Graph-based lexical centrality as salience in text summarization, JAIR 22, 2004, whose d is
one minus this one; power method to a change below 1e-6.) The cosines are X·Xᵀ with the sentences' weighted terms as
the rows of X, so that a step costs as much as there are terms in all sentences: a report of a megabyte takes seconds.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
_DAMPING = 0.85  # the paper's 0.15 the other way round
_ENOUGH = 1e-6
_MOST_STEPS = 100


class Cosines:
    """The cosines of texts, each a list of terms; idf is ln(N/n) of these texts, a text without terms is like none."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        self.size = len(texts)
        counts = [Counter(text) for text in texts]
        held = Counter(term for one in counts for term in one)
        numbers = {term: i for i, term in enumerate(held)}
        idf = np.array([math.log(self.size / n) if n < self.size else 0.0 for n in held.values()], dtype=np.float64)
        self._terms = np.array([numbers[term] for one in counts for term in one], dtype=np.int64)
        self._rows = np.repeat(np.arange(self.size), [len(one) for one in counts])
        weights = np.array([n for one in counts for n in one.values()], dtype=np.float64) * idf[self._terms]
        norms = np.sqrt(np.bincount(self._rows, weights**2, self.size))
        self._weights = weights / np.where(norms > 0, norms, 1.0)[self._rows]
        self._starts = np.searchsorted(self._rows, np.arange(self.size + 1))
        self._different = len(numbers)

    def times(self, shares: Floats) -> Floats:
        """The cosines' matrix times a vector, shape `(size,)`."""
        of_terms = np.bincount(self._terms, self._weights * shares[self._rows], self._different)
        return np.bincount(self._rows, self._weights * of_terms[self._terms], self.size).astype(np.float64)

    def with_all(self, number: int) -> Floats:
        """The cosine of one text with each, shape `(size,)`."""
        own = slice(self._starts[number], self._starts[number + 1])
        of_terms = np.zeros(self._different)
        of_terms[self._terms[own]] = self._weights[own]
        return np.bincount(self._rows, self._weights * of_terms[self._terms], self.size).astype(np.float64)


def lexrank(cosines: Cosines) -> Floats:
    """The centrality of each text, shape `(size,)`, summing to 1; equal where none is like another."""
    size = cosines.size
    if size == 0:
        return np.zeros(0)
    sums = cosines.times(np.ones(size))
    alone = sums <= 0  # a text without a term of weight: it recommends all alike
    sums = np.where(alone, 1.0, sums)
    ranks = np.full(size, 1 / size)
    for _ in range(_MOST_STEPS):
        given = cosines.times(np.where(alone, 0.0, ranks / sums)) + ranks[alone].sum() / size
        new = (1 - _DAMPING) / size + _DAMPING * given
        change = np.abs(new - ranks).sum()
        ranks = new
        if change < _ENOUGH:
            break
    return ranks
