"""Query → candidate passages. The protocol is the seam for archives that do not fit in memory; this one does."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from functools import lru_cache, partial
from typing import NamedTuple, Protocol

import numpy as np

from index.bm25 import BM25, Scores, summed
from index.fields import FIELDS, Fields
from index.question import Query
from index.ranking import FieldSets

_REMEMBERED = 4_096  # sets of terms, of texts that were near a question: some megabytes
_QUERIES = 8  # at hand at once, in as many threads


class Found(NamedTuple):
    """A passage found: its number in the collection and its score, BM25's without what it gives every text alike."""

    passage: int
    score: float


class Coverage(NamedTuple):
    """What a text holds of a query's matter, as a share of its idf, and the rarest it lacks; both in [0, 1]."""

    share: float
    lacking: float


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
        self._remember()

    def _remember(self) -> None:
        self.held = lru_cache(_REMEMBERED)(self._hold)
        self.gains = lru_cache(_QUERIES)(self._gains)

    def without(self, gone: range) -> FieldIndex:
        """The same less a run of texts, those behind it numbered on."""
        fewer = copy(self)
        fewer.bm25 = {name: one.without(gone) for name, one in self.bm25.items()}
        fewer.size = self.size - len(gone)
        fewer._texts = [*self._texts[: gone.start], *self._texts[gone.stop :]]
        fewer._remember()
        return fewer

    def _gains(self, query: Query) -> Scores:
        """Weighted sum of the fields' BM25 gains, shape `(size,)`: zero for a text without any term.

        As `gains` remembered for the questions at hand, for which it is asked more than once.
        """
        looked_for = self._looked_for(query)
        gains = summed([one for name, terms, w in looked_for for one in self.bm25[name].shares(terms, w)], self.size)
        gains.flags.writeable = False
        return gains

    def _looked_for(self, query: Query) -> list[tuple[str, Mapping[str, float], float]]:
        """What is looked for in which field, and the field's weight: the question's terms, and what says the same."""
        weights = self._weights[query.accented].items()
        both = (query.terms, query.expansions)
        return [(name, terms[name], w) for name, w in weights for terms in both if terms[name]]

    def parts(self, query: Query, number: int) -> dict[tuple[str, str], float]:
        """What each term of the query, by field and term, gives a text: its gain, taken apart; zeros left out."""
        parts: dict[tuple[str, str], float] = {}
        for name, terms, weight in self._looked_for(query):
            for term, share in terms.items():
                parts[name, term] = parts.get((name, term), 0.0) + weight * share * self.bm25[name].gain(term, number)
        return {key: value for key, value in parts.items() if value}

    def perfect(self, query: Query) -> float:
        """The gain of a text of mean length that holds every term of the query once."""
        weights = self._weights[query.accented].items()
        return sum(weight * self.bm25[name].worth(query.terms[name]) for name, weight in weights)

    def coverage(self, query: Query, folded: str, spelled: str) -> Callable[[int], Coverage]:
        """The idf-weighted share of the query's matter that a text, by its number, holds, and what it lacks.

        `folded` and `spelled` name a field without accents and its twin with them. A word with another accent than
        the one typed counts half: it may be a slip, or another word; a word that is said otherwise counts what the
        query says.
        """
        idf = self.bm25[folded].idf
        wanted = [(term, spelling, idf(term)) for term, spelling in query.matter[folded]]
        total = sum(worth for _, _, worth in wanted)
        rarest = math.log(self.size + 1) if self.size else 1.0

        def held_by(number: int) -> Coverage:
            bare, exact = self.held(number, folded), self.held(number, spelled)
            held = lacking = 0.0
            for term, spelling, worth in wanted:
                if term in bare and (spelling is None or spelling in exact):
                    held += worth
                elif term in query.alternatives and query.said_otherwise(term, partial(self.held, number)):
                    held += worth * query.stand_in
                elif term in bare:
                    held += worth / 2
                else:
                    lacking = max(lacking, worth)
            return Coverage(held / total, lacking / rarest) if total else Coverage(0.0, 0.0)

        return held_by

    def _hold(self, number: int, field: str) -> frozenset[str]:
        """The terms of a text; as `held` remembered."""
        return frozenset(self._texts[number][field])


class EmbeddedRetriever:
    """All passages in memory, ranked by a `FieldIndex` and by how well their best sentence does in another."""

    def __init__(self, passages: FieldIndex, sentences: FieldIndex, firsts: Sequence[int], share: float) -> None:
        """`firsts` are the numbers of the passages' first sentences, `share` is what their best one counts."""
        self._passages = passages
        self._sentences = sentences
        self._firsts = np.array(firsts, dtype=np.int64)
        self._share = share

    def retrieve(self, query: Query, limit: int) -> list[Found]:
        """See `Retriever`."""
        scores = self._passages.gains(query)
        if len(scores):
            scores = scores + self._share * np.maximum.reduceat(self._sentences.gains(query), self._firsts)
        scores = np.round(scores, 9)
        order = np.argsort(-scores, kind="stable")[:limit]
        best = zip(order.tolist(), scores[order].tolist(), strict=True)
        return [Found(passage, score) for passage, score in best if score > 0]
