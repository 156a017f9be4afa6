"""Found passages → the sentences that are considered, what each scores before it is read, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.collection import Collection
from index.mentions import GIVES
from index.overlap import Floats
from index.question import Query
from index.ranking import Rank
from index.records import BlockKind, only_leads
from index.retriever import FieldIndex, Found
from index.standing import Places


@dataclass(frozen=True, slots=True)
class Considered:
    """Sentences by their numbers, with what each signal adds to their scores, of shape `(sentences,)`.

    `perfect` is a perfect match's score; `read` are the places of the best, which are worth reading, `places` says how
    those stand, and `able` which of them can answer: all but those that only lead to others.
    """

    numbers: NDArray[np.int64]
    signals: Mapping[str, Floats]
    scores: Floats
    perfect: float
    read: NDArray[np.int64]
    places: Places
    able: NDArray[np.bool_]


class Considering:
    """Of one collection; `sentences` is the index of its sentences."""

    def __init__(self, collection: Collection, sentences: FieldIndex, weights: Rank) -> None:
        self._index = sentences
        self._weights = weights
        entries, passages = collection.sentences, collection.passages
        self._sentences_of = [np.arange(passage.first, passage.last + 1) for passage in passages]
        self._first = np.array([passages[entry.passage].first for entry in entries], dtype=np.int64)
        self._last = np.array([passages[entry.passage].last for entry in entries], dtype=np.int64)
        self._leaning = np.array([entry.leans_on == i - 1 for i, entry in enumerate(entries)], dtype=bool)
        self._leads = np.array([only_leads(entry.report, entry.sentence) for entry in entries], dtype=bool)
        penalties = {
            BlockKind.HEADING: weights.heading_penalty,
            BlockKind.HEADER: weights.heading_penalty,
            BlockKind.CAPTION: weights.caption_penalty,
            BlockKind.FRAME: weights.caption_penalty,
            BlockKind.ROW: weights.row_penalty,
        }
        self._labels = np.array([penalties.get(entry.sentence.kind, 0.0) for entry in entries], dtype=np.float64)
        self._gives = {
            kind: np.array([any(mention.kind in wanted for mention in entry.mentions) for entry in entries], dtype=bool)
            for kind, wanted in GIVES.items()
        }

    def of(self, query: Query, found: Sequence[Found]) -> Considered:
        """All sentences of the found passages, of which there is at least one."""
        weights = self._weights
        perfect = self._index.perfect(query) or 1.0
        gains = self._index.gains(query)
        held = [self._sentences_of[place.passage] for place in found]
        sizes = [len(one) for one in held]
        numbers = np.concatenate(held)
        passages = np.repeat([place.score for place in found], sizes)
        signals: dict[str, Floats] = {
            "sentence": gains[numbers],
            "passage": weights.passage_share * passages,
            "kind": np.where(self._of_kind(query, numbers), weights.kind_bonus * perfect, 0.0),
            "label": -perfect * self._labels[numbers],
        }
        scores = np.round(np.sum(list(signals.values()), axis=0), 9)
        best = np.lexsort((numbers, -scores))[: weights.sentences_read]
        read = best[scores[best] >= scores[best[0]] - weights.read_within * perfect]
        ranks = np.repeat(np.arange(len(found)), sizes)
        places = self._places(numbers[read], gains / perfect, passages[read] / perfect, ranks[read])
        return Considered(numbers, signals, scores, perfect, read, places, ~self._leads[numbers[read]])

    def _places(self, numbers: NDArray[np.int64], gains: Floats, passages: Floats, ranks: NDArray[np.int64]) -> Places:
        follows = numbers > self._first[numbers]
        leads = numbers < self._last[numbers]
        behind = np.minimum(numbers + 1, len(gains) - 1)
        return Places(
            gains=gains[numbers],
            passages=passages,
            ranks=ranks,
            before=np.where(follows, gains[numbers - 1], 0.0),
            after=np.where(leads, gains[behind], 0.0),
            leaning=follows & self._leaning[numbers],
            leant_on=leads & self._leaning[behind],
            places=numbers - self._first[numbers],
            sizes=self._last[numbers] - self._first[numbers] + 1,
        )

    def _of_kind(self, query: Query, numbers: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether each sentence has an answer of every kind asked for; False throughout where none is of a kind."""
        wanted = [self._gives[kind][numbers] for kind in query.asking.kinds if kind in self._gives]
        return np.logical_and.reduce(wanted) if wanted else np.zeros(len(numbers), dtype=bool)
