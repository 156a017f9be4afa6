"""Candidate passages → sentences in order, each with the reasons for its place."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from index.collection import Collection, SentenceEntry
from index.confidence import confidence
from index.considered import Considered, Considering
from index.mismatch import Mismatch
from index.overlap import Floats
from index.question import Query
from index.ranking import Ranking
from index.reader import Reader, Sight
from index.records import Candidate, Reason, Signs, Why
from index.retriever import FieldIndex, Found
from index.signs import signs_of
from index.spanchoice import Spans
from index.subjects import Missing


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with what it lacks, (which kind of constraint, as the person typed it), and the spans read in it."""

    candidate: Candidate
    entry: SentenceEntry
    missing: Missing
    spans: Callable[[], Spans] | None


class Ranker:
    """Scores sentences: their own BM25, a share of the passage's, the kind of answer, what is read, what is lacking."""

    def __init__(
        self,
        collection: Collection,
        passages: FieldIndex,
        sentences: FieldIndex,
        ranking: Ranking,
        reader: Reader,
    ) -> None:
        self._collection = collection
        self._passages = passages
        self._index = sentences
        self._ranking = ranking
        self._considering = Considering(collection, sentences, ranking.rank)
        self._mismatch = Mismatch(collection)
        self.reader = reader

    def rank(self, query: Query, found: Sequence[Found], count: int | None = None) -> list[Ranked]:
        """The best sentences of the found passages, best first; ties go to the sentence that stands first.

        `count`: at most so many, by default one and its runners-up.
        """
        if not found:
            return []
        weights = self._ranking.rank
        count = count or weights.runners_up + 1
        considered = self._considering.of(query, found)
        numbers, perfect = considered.numbers, considered.perfect
        reading = self.reader.read(query, numbers[considered.read], considered.places)
        # Beside the best; what is not read counts as the worst that was.
        likely = np.full(len(numbers), reading.scores.min() - reading.scores.max())
        likely[considered.read] = reading.scores - reading.scores.max()
        signals = {**considered.signals, "reading": weights.reading / weights.scale * perfect * likely}
        scores: Floats = np.asarray(np.round(considered.scores + signals["reading"], 9), dtype=np.float64)
        read = {int(at): i for i, at in enumerate(considered.read)}
        kept: list[tuple[float, int, int, Missing]] = []  # the score's negative, so that the best is the least
        missing_of = self._mismatch.of(query)
        for at in np.lexsort((numbers, -scores)).tolist():
            # What is lacking only moves a sentence down: once enough stand above all that follow, none can come in.
            if len(kept) >= count and -kept[count - 1][0] > float(scores[at]):
                break
            missing = missing_of(int(numbers[at]))
            penalty = sum(self._penalty(why) for why, _ in missing) * perfect
            insort(kept, (round(penalty - float(scores[at]), 9), int(numbers[at]), at, missing))
        ranked = []
        signs = signs_of(
            query,
            found,
            self._passages,
            self._index,
            considered,
            reading,
            scores[considered.read],
            weights.scale,
        )
        for negative, number, at, missing in kept[:count]:
            reasons = [Reason(name, float(values[at])) for name, values in signals.items() if values[at]]
            reasons += [Reason(why.value, -self._penalty(why) * perfect) for why, _ in missing]
            entry = self._collection.sentences[number]
            candidate = self._candidate(entry, -negative, tuple(reasons), signs(entry.passage, -negative, len(missing)))
            i = read.get(at)
            spans = None if i is None else partial(self.reader.spans, reading, i)
            ranked.append(Ranked(candidate, entry, missing, spans))
        return ranked

    def sight(self, query: Query, found: Sequence[Found]) -> tuple[Considered, Sight]:
        """What `rank` reads, before it is read: what the reader learns from."""
        considered = self._considering.of(query, found)
        return considered, self.reader.see(query, considered.numbers[considered.read], considered.places)

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
