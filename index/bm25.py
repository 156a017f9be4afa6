"""BM25 over postings: rank_bm25's parameters and scores, without its loop over every document.

rank_bm25's `BM25Plus` counts, weighs and normalises; what it would compute for a term and a document at
question time is computed once here, and kept in posting lists:

    score(d, q) = Σ_t w_t · idf_t · (δ + tf·(k1+1) / (k1·(1 − b + b·|d|/avgdl) + tf)),  idf_t = ln((N+1)/df_t)

(Lv & Zhai, Lower-bounding term frequency normalization, CIKM 2011; as in rank_bm25 0.2.2, which adds δ·idf for
documents without the term as well.) Weights w_t are 1 for a word of the question, less for an expansion.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Plus

Scores: TypeAlias = NDArray[np.float64]
Share: TypeAlias = tuple[NDArray[np.int32], Scores, float]  # documents, what each gets, and how many times


def reference(documents: Sequence[Sequence[str]], *, k1: float, b: float, delta: float) -> BM25Plus:
    """rank_bm25's own model of the documents: what `BM25` is built from, measured beside and checked against."""
    return BM25Plus(documents, k1=k1, b=b, delta=delta)


def summed(shares: Sequence[Share], size: int) -> Scores:
    """What each of `size` documents gets altogether, shape `(size,)`."""
    if not shares:
        return np.zeros(size, np.float64)
    documents, gains, times = zip(*shares, strict=True)
    weights = np.concatenate(gains) * np.repeat(times, [*map(len, documents)])
    return np.bincount(np.concatenate(documents), weights, size).astype(np.float64, copy=False)


class BM25:
    """Scores of all documents for weighted query terms.

    `documents` are token lists; an empty collection, or one of only empty documents, scores zero everywhere
    (rank_bm25 divides by zero there).
    """

    def __init__(self, documents: Sequence[Sequence[str]], *, k1: float, b: float, delta: float) -> None:
        self.size = len(documents)
        self._terms: dict[str, slice] = {}
        self._idf: dict[str, float] = {}
        self._delta = delta
        self._unseen = math.log(self.size + 1)
        self._documents: NDArray[np.int32] = np.empty(0, np.int32)
        self._gains: Scores = np.empty(0, np.float64)
        if any(documents):
            self._build(reference(documents, k1=k1, b=b, delta=delta))

    def _build(self, model: BM25Plus) -> None:
        """Turns rank_bm25's per-document counts into per-term postings, documents ascending."""
        self._idf = dict(model.idf)
        numbers = {term: i for i, term in enumerate(self._idf)}
        terms = np.array([numbers[term] for counts in model.doc_freqs for term in counts], dtype=np.int32)
        counts = np.array([count for counts in model.doc_freqs for count in counts.values()], dtype=np.float64)
        documents = np.repeat(np.arange(self.size, dtype=np.int32), [len(counts) for counts in model.doc_freqs])
        norms = model.k1 * (1 - model.b + model.b * np.array(model.doc_len, dtype=np.float64) / model.avgdl)
        idf = np.fromiter(self._idf.values(), dtype=np.float64, count=len(numbers))
        order = np.argsort(terms, kind="stable")
        gains = idf[terms] * counts * (model.k1 + 1) / (norms[documents] + counts)
        self._documents, self._gains = documents[order], gains[order]
        ends = np.cumsum(np.bincount(terms, minlength=len(numbers))).tolist()
        self._terms = {term: slice(ends[i - 1] if i else 0, ends[i]) for term, i in numbers.items()}

    def __contains__(self, term: str) -> bool:
        return term in self._terms

    def idf(self, term: str) -> float:
        """The term's idf; for a term of no document that of the rarest possible, ln(N + 1)."""
        return self._idf.get(term, self._unseen)

    def scores(self, query: Mapping[str, float]) -> Scores:
        """BM25 of each document, shape `(size,)`, for terms with their weights."""
        everywhere = sum(weight * self._idf[term] for term, weight in query.items() if term in self._idf)
        return self.gains(query) + everywhere * self._delta

    def gains(self, query: Mapping[str, float]) -> Scores:
        """`scores` without what BM25+ adds to every document alike (δ·idf): zero where no term stands."""
        return summed(self.shares(query), self.size)

    def shares(self, query: Mapping[str, float], weight: float = 1.0) -> list[Share]:
        """What each term of the query that any document holds gives to which documents, times `weight`."""
        out: list[Share] = []
        for term, share in query.items():
            place = self._terms.get(term)
            if place is not None:
                out.append((self._documents[place], self._gains[place], weight * share))
        return out
