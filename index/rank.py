"""Candidate passages → sentences in order, each with the reasons for its place."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.collection import Collection, SentenceEntry
from index.confidence import confidence
from index.fields import FOLDED, FOLDED_PAIRS, PAIRS, SYLLABLES
from index.mentions import GIVES
from index.mismatch import Mismatch
from index.question import Query
from index.ranking import Ranking
from index.records import BlockKind, Candidate, Reason, Signs, Why
from index.retriever import FieldIndex, Found
from index.subjects import Missing


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with what it lacks: (which kind of constraint, as the person typed it)."""

    candidate: Candidate
    entry: SentenceEntry
    missing: Missing


class Ranker:
    """Scores sentences: their own BM25, a share of the passage's, the kind of answer, and what is lacking."""

    def __init__(self, collection: Collection, passages: FieldIndex, sentences: FieldIndex, ranking: Ranking) -> None:
        self._collection = collection
        self._passages = passages
        self._index = sentences
        self._ranking = ranking
        entries = collection.sentences
        self._sentences_of = [np.arange(passage.first, passage.last + 1) for passage in collection.passages]
        weights = ranking.rank
        penalties = {
            BlockKind.HEADING: weights.heading_penalty,
            BlockKind.HEADER: weights.heading_penalty,
            BlockKind.CAPTION: weights.caption_penalty,
            BlockKind.ROW: weights.row_penalty,
        }
        self._labels = np.array([penalties.get(entry.sentence.kind, 0.0) for entry in entries], dtype=np.float64)
        self._gives = {
            kind: np.array([any(mention.kind in wanted for mention in entry.mentions) for entry in entries], dtype=bool)
            for kind, wanted in GIVES.items()
        }
        self._mismatch = Mismatch(collection)

    def rank(self, query: Query, found: Sequence[Found]) -> list[Ranked]:
        """The best sentences of the found passages, best first; ties go to the sentence that stands first."""
        if not found:
            return []
        weights = self._ranking.rank
        perfect = self._index.perfect(query) or 1.0
        held = [self._sentences_of[place.passage] for place in found]
        numbers = np.concatenate(held)
        signals = {
            "sentence": self._index.gains(query)[numbers],
            "passage": weights.passage_share * np.repeat([place.score for place in found], [len(one) for one in held]),
            "kind": weights.kind_bonus * perfect * self._of_kind(query, numbers),
            "label": -perfect * self._labels[numbers],
        }
        scores = np.round(sum(signals.values()), 9)
        kept: list[tuple[float, int, int, Missing]] = []  # the score's negative, so that the best is the least
        missing_of = self._mismatch.of(query)
        for at in np.lexsort((numbers, -scores)).tolist():
            # What is lacking only moves a sentence down: once enough stand above all that follow, none can come in.
            if self._settled(kept, float(scores[at])):
                break
            missing = missing_of(int(numbers[at]))
            penalty = sum(self._penalty(why) for why, _ in missing) * perfect
            insort(kept, (round(penalty - float(scores[at]), 9), int(numbers[at]), at, missing))
        ranked = []
        signs_of = self._signs(query, found)
        for negative, number, at, missing in kept[: weights.runners_up + 1]:
            reasons = [Reason(name, float(values[at])) for name, values in signals.items() if values[at]]
            reasons += [Reason(why.value, -self._penalty(why) * perfect) for why, _ in missing]
            entry = self._collection.sentences[number]
            signs = signs_of(number, entry.passage, -negative / perfect)
            candidate = self._candidate(entry, -negative, tuple(reasons), signs)
            ranked.append(Ranked(candidate, entry, missing))
        return ranked

    def _settled(self, kept: Sequence[tuple[float, int, int, Missing]], upcoming: float) -> bool:
        enough = self._ranking.rank.runners_up
        return len(kept) > enough and -kept[enough][0] >= upcoming

    def _of_kind(self, query: Query, numbers: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether each sentence has an answer of every kind asked for; False throughout where none is of a kind."""
        wanted = [self._gives[kind][numbers] for kind in query.asking.kinds if kind in self._gives]
        return np.logical_and.reduce(wanted) if wanted else np.zeros(len(numbers), dtype=bool)

    def _penalty(self, why: Why) -> float:
        weights = self._ranking.rank
        times = weights.year_penalty
        return {Why.YEAR: times, Why.PERIOD: times, Why.FIGURE: weights.figure_penalty}.get(why, weights.name_penalty)

    def _candidate(self, entry: SentenceEntry, score: float, reasons: tuple[Reason, ...], signs: Signs) -> Candidate:
        return Candidate(
            report=entry.report,
            sentence=entry.sentence,
            passage=self._collection.passages[entry.passage].passage,
            score=score,
            confidence=confidence(signs, self._ranking.confidence),
            reasons=reasons,
            signs=signs,
        )

    def _signs(self, query: Query, found: Sequence[Found]) -> Callable[[int, int, float], Signs]:
        """The signs of a sentence, by its number, its passage's, and its score as a share of a perfect match's."""
        coverage = self._passages.coverage(query, FOLDED, SYLLABLES)
        pair_coverage = self._passages.coverage(query, FOLDED_PAIRS, PAIRS)
        sentence_coverage = self._index.coverage(query, FOLDED, SYLLABLES)
        scores = dict(found)

        def signs(sentence: int, passage: int, score: float) -> Signs:
            other = next((score for number, score in found[:2] if number != passage), None)
            return Signs(
                coverage=coverage(passage),
                pair_coverage=pair_coverage(passage),
                sentence_coverage=sentence_coverage(sentence),
                margin=1.0 if other is None else max(0.0, 1 - other / scores[passage]),
                strength=min(1.0, max(0.0, score / 2)),
            )

        return signs
