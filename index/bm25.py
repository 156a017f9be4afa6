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
from copy import copy
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
        self._k1, self._b, self._delta = k1, b, delta
        self._rows: dict[str, int] = {}
        self._documents: NDArray[np.int32] = np.empty(0, np.int32)
        self._counts: NDArray[np.int32] = np.empty(0, np.int32)
        self._lengths: NDArray[np.int64] = np.zeros(self.size, np.int64)
        rows: NDArray[np.int32] = np.empty(0, np.int32)
        if any(documents):
            rows = self._count(reference(documents, k1=k1, b=b, delta=delta))
        self._weigh(rows)

    def _count(self, model: BM25Plus) -> NDArray[np.int32]:
        """Turns rank_bm25's per-document counts into per-term postings, documents ascending; their terms' rows."""
        self._rows = {term: row for row, term in enumerate(model.idf)}
        rows = np.array([self._rows[term] for counts in model.doc_freqs for term in counts], dtype=np.int32)
        counts = np.array([count for counts in model.doc_freqs for count in counts.values()], dtype=np.int32)
        documents = np.repeat(np.arange(self.size, dtype=np.int32), [len(counts) for counts in model.doc_freqs])
        order = np.argsort(rows, kind="stable")
        self._documents, self._counts = documents[order], counts[order]
        self._lengths = np.array(model.doc_len, dtype=np.int64)
        return rows[order]

    def _weigh(self, rows: NDArray[np.int32]) -> None:
        """What each posting, of the term in its row, is worth."""
        frequencies = np.bincount(rows, minlength=len(self._rows))
        rarity = [math.log((self.size + 1) / max(df, 1)) for df in range(frequencies.max(initial=0) + 1)]
        idf = np.array(rarity)[frequencies]
        self._gains: Scores = np.empty(0, np.float64)
        if len(rows):
            relative = self._lengths / (int(self._lengths.sum()) / self.size)
            norms = self._k1 * (1 - self._b + self._b * relative)
            counts = self._counts
            self._gains = idf[rows] * counts * (self._k1 + 1) / (norms[self._documents] + counts)
        self._unseen = rarity[0]
        self._idf: list[float] = idf.tolist()
        self._starts: list[int] = [0, *np.cumsum(frequencies).tolist()]

    def without(self, gone: range) -> BM25:
        """The same less a run of documents, those behind it numbered on: as if built without, in a millisecond."""
        fewer = copy(self)
        rows = np.repeat(np.arange(len(self._rows), dtype=np.int32), np.diff(self._starts))
        kept = (self._documents < gone.start) | (self._documents >= gone.stop)
        documents = self._documents[kept]
        fewer.size = self.size - len(gone)
        fewer._documents = np.where(documents < gone.start, documents, documents - len(gone))
        fewer._counts = self._counts[kept]
        fewer._lengths = np.delete(self._lengths, slice(gone.start, gone.stop))
        fewer._weigh(rows[kept])
        return fewer

    def _place(self, term: str) -> slice | None:
        """Where a term's postings stand; None for a term of no document."""
        row = self._rows.get(term)
        if row is None or self._starts[row] == self._starts[row + 1]:
            return None
        return slice(self._starts[row], self._starts[row + 1])

    def __contains__(self, term: str) -> bool:
        return self._place(term) is not None

    def idf(self, term: str) -> float:
        """The term's idf; for a term of no document that of the rarest possible, ln(N + 1)."""
        row = self._rows.get(term)
        return self._unseen if row is None else self._idf[row]

    def worth(self, query: Mapping[str, float]) -> float:
        """The weighted terms' idf in all."""
        rows, idf, unseen = self._rows, self._idf, self._unseen
        return sum(weight * (unseen if (row := rows.get(term)) is None else idf[row]) for term, weight in query.items())

    def scores(self, query: Mapping[str, float]) -> Scores:
        """BM25 of each document, shape `(size,)`, for terms with their weights."""
        everywhere = sum(weight * self.idf(term) for term, weight in query.items() if term in self)
        return self.gains(query) + everywhere * self._delta

    def gains(self, query: Mapping[str, float]) -> Scores:
        """`scores` without what BM25+ adds to every document alike (δ·idf): zero where no term stands."""
        return summed(self.shares(query), self.size)

    def gain(self, term: str, document: int) -> float:
        """What a term gives one document: its share of `gains`."""
        place = self._place(term)
        if place is None:
            return 0.0
        held = self._documents[place]
        at = int(np.searchsorted(held, document))
        return float(self._gains[place][at]) if at < len(held) and held[at] == document else 0.0

    def shares(self, query: Mapping[str, float], weight: float = 1.0) -> list[Share]:
        """What each term of the query that any document holds gives to which documents, times `weight`."""
        out: list[Share] = []
        rows, starts = self._rows, self._starts
        for term, share in query.items():
            row = rows.get(term)
            if row is not None and (start := starts[row]) != (end := starts[row + 1]):
                out.append((self._documents[start:end], self._gains[start:end], weight * share))
        return out
