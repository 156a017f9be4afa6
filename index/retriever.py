"""Query → candidate passages. The protocol is the seam for archives that do not fit in memory; this one does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from index.bm25 import BM25, Scores
from index.fields import FIELDS, FOLDED, FOLDED_PAIRS, PAIRS, SYLLABLES, Fields
from index.question import Query
from index.ranking import FieldSets


@dataclass(frozen=True, slots=True)
class Found:
    """A passage found: its number in the collection, its score, and what share of the question it holds.

    `score` is its BM25 gain; `coverage` and `pair_coverage` are shares by idf of the query's syllables and pairs, in
    [0, 1].
    """

    passage: int
    score: float
    coverage: float
    pair_coverage: float


class Retriever(Protocol):
    """Finds passages, best first; ties go to the passage that stands first."""

    def retrieve(self, query: Query, limit: int) -> list[Found]:
        """At most `limit` passages with a score above zero."""
        ...


class FieldIndex:
    """One BM25 a field over the same texts, summed with the fields' weights."""

    def __init__(self, texts: Sequence[Fields], sets: FieldSets, *, k1: float, b: float, delta: float) -> None:
        self._sets = sets
        self._delta = delta
        self.bm25 = {name: BM25([t[name] for t in texts], k1=k1, b=b, delta=delta) for name in FIELDS}
        self.size = len(texts)

    def _used(self, query: Query) -> Mapping[str, float]:
        return (self._sets.accented if query.accented else self._sets.unaccented).used()

    def scores(self, query: Query) -> Scores:
        """Weighted sum of the fields' BM25 scores, shape `(size,)`."""
        out = np.zeros(self.size, np.float64)
        for name, weight in self._used(query).items():
            out += weight * self.bm25[name].scores(query.terms[name])
        return out

    def gains(self, query: Query) -> Scores:
        """`scores` without what BM25+ adds to every text alike (δ·idf): zero for a text without any term."""
        everywhere = sum(
            weight * share * self.bm25[name].idf(term) * self._delta
            for name, weight in self._used(query).items()
            for term, share in query.terms[name].items()
            if term in self.bm25[name]
        )
        return np.maximum(self.scores(query) - everywhere, 0.0)

    def perfect(self, query: Query) -> float:
        """The gain of a text of mean length that holds every term of the query once."""
        return sum(
            weight * share * self.bm25[name].idf(term)
            for name, weight in self._used(query).items()
            for term, share in query.terms[name].items()
        )

    def coverage(self, query: Query, *fields: str) -> Scores:
        """The idf-weighted share of the query's matter in each text, shape `(size,)`, mean of those fields it is in.

        A word with another accent counts half: it may be a slip, or another word.
        """
        used = [field for field in fields if field in query.matter]
        out = np.zeros(self.size, np.float64)
        for field in used:
            out += self.bm25[field].coverage(dict.fromkeys(query.matter[field], 1.0)) / len(used)
        return out


class EmbeddedRetriever:
    """All passages in memory, ranked by a `FieldIndex`."""

    def __init__(self, index: FieldIndex) -> None:
        self._index = index

    def retrieve(self, query: Query, limit: int) -> list[Found]:
        """See `Retriever`."""
        scores = self._index.gains(query)
        held = self._index.coverage(query, FOLDED, SYLLABLES)
        pairs_held = self._index.coverage(query, FOLDED_PAIRS, PAIRS)
        order = np.lexsort((np.arange(scores.size), -np.round(scores, 9)))[:limit]
        return [
            Found(
                passage=int(i),
                score=float(scores[i]),
                coverage=float(held[i]),
                pair_coverage=float(pairs_held[i]),
            )
            for i in order
            if held[i] > 0
        ]
