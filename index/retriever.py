"""Query → candidate passages. The protocol is the seam for archives that do not fit in memory; this one does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from functools import lru_cache
from typing import NamedTuple, Protocol

import numpy as np

from index.bm25 import BM25, Scores, summed
from index.fields import FIELDS, Fields
from index.question import Query
from index.ranking import FieldSets

_REMEMBERED = 4_096  # sets of terms, of texts that were near a question: some megabytes


class Found(NamedTuple):
    """A passage found: its number in the collection and its score, BM25's without what it gives every text alike."""

    passage: int
    score: float


class Retriever(Protocol):
    """Finds passages, best first; ties go to the passage that stands first."""

    def retrieve(self, query: Query, limit: int) -> list[Found]:
        """At most `limit` passages with a score above zero."""
        ...


class FieldIndex:
    """One BM25 a field over the same texts, summed with the fields' weights."""

    def __init__(self, texts: Sequence[Fields], sets: FieldSets, *, k1: float, b: float, delta: float) -> None:
        self._weights = {True: sets.accented.used(), False: sets.unaccented.used()}  # by whether a query is accented
        self.bm25 = {name: BM25([t[name] for t in texts], k1=k1, b=b, delta=delta) for name in FIELDS}
        self.size = len(texts)
        self._texts = texts
        self._held = lru_cache(_REMEMBERED)(self._hold)

    def without(self, gone: range) -> FieldIndex:
        """The same less a run of texts, those behind it numbered on."""
        fewer = copy(self)
        fewer.bm25 = {name: one.without(gone) for name, one in self.bm25.items()}
        fewer.size = self.size - len(gone)
        fewer._texts = [*self._texts[: gone.start], *self._texts[gone.stop :]]
        fewer._held = lru_cache(_REMEMBERED)(fewer._hold)
        return fewer

    def gains(self, query: Query) -> Scores:
        """Weighted sum of the fields' BM25 gains, shape `(size,)`: zero for a text without any term."""
        weights = self._weights[query.accented].items()
        return summed(
            [one for name, weight in weights for one in self.bm25[name].shares(query.terms[name], weight)], self.size
        )

    def parts(self, query: Query, number: int) -> dict[tuple[str, str], float]:
        """What each term of the query, by field and term, gives a text: its gain, taken apart; zeros left out."""
        parts = {
            (name, term): weight * share * self.bm25[name].gain(term, number)
            for name, weight in self._weights[query.accented].items()
            for term, share in query.terms[name].items()
        }
        return {key: value for key, value in parts.items() if value}

    def perfect(self, query: Query) -> float:
        """The gain of a text of mean length that holds every term of the query once."""
        return sum(
            weight * share * self.bm25[name].idf(term)
            for name, weight in self._weights[query.accented].items()
            for term, share in query.terms[name].items()
        )

    def coverage(self, query: Query, folded: str, spelled: str) -> Callable[[int], float]:
        """The idf-weighted share, in [0, 1], of the query's matter that a text, by its number, holds.

        `folded` and `spelled` name a field without accents and its twin with them. A word with another accent than
        the one typed counts half: it may be a slip, or another word.
        """
        idf = self.bm25[folded].idf
        wanted = [(term, spelling, idf(term)) for term, spelling in query.matter[folded]]
        total = sum(worth for _, _, worth in wanted)

        def share(number: int) -> float:
            bare, exact = self._held(number, folded), self._held(number, spelled)
            held = 0.0
            for term, spelling, worth in wanted:
                if term in bare:
                    held += worth if spelling is None or spelling in exact else worth / 2
            return held / total if total else 0.0

        return share

    def _hold(self, number: int, field: str) -> frozenset[str]:
        return frozenset(self._texts[number][field])


class EmbeddedRetriever:
    """All passages in memory, ranked by a `FieldIndex`."""

    def __init__(self, index: FieldIndex) -> None:
        self._index = index

    def retrieve(self, query: Query, limit: int) -> list[Found]:
        """See `Retriever`."""
        scores = np.round(self._index.gains(query), 9)
        order = np.argsort(-scores, kind="stable")[:limit]
        best = zip(order.tolist(), scores[order].tolist(), strict=True)
        return [Found(passage, score) for passage, score in best if score > 0]
