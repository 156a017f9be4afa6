"""Candidate passages → sentences in order, each with the reasons for its place."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.collection import Collection, PassageEntry, SentenceEntry
from index.confidence import confidence
from index.constraints import other_side, searchable
from index.fields import FOLDED, FOLDED_PAIRS, PAIRS, SYLLABLES
from index.mentions import GIVES
from index.normalize import fold
from index.offices import lacks, offices
from index.question import Query
from index.ranking import Ranking
from index.records import BlockKind, Candidate, Reason, Signs, Why
from index.retriever import FieldIndex, Found
from index.tokens import tokens

Missing = tuple[tuple[Why, str], ...]


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
        self._sections: dict[tuple[int, tuple[str, ...]], str] = {}

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
        carried: dict[tuple[str, str], bool] = {}
        for at in np.lexsort((numbers, -scores)).tolist():
            # What is lacking only moves a sentence down: once enough stand above all that follow, none can come in.
            if self._settled(kept, float(scores[at])):
                break
            missing = self._missing(query, int(numbers[at]), carried) if query.constraints else ()
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
        return {Why.YEAR: weights.year_penalty, Why.FIGURE: weights.figure_penalty}.get(why, weights.name_penalty)

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

    def _missing(self, query: Query, number: int, carried: dict[tuple[str, str], bool]) -> Missing:
        """What the question names and neither the sentence nor its section carries; `carried` remembers names."""
        wanted = query.constraints
        entry = self._collection.sentences[number]
        passage = self._collection.passages[entry.passage]
        out: list[tuple[Why, str]] = []
        if wanted.years:
            out += [(Why.YEAR, str(year)) for year in wanted.years if _lacks_year(year, entry, passage)]
        if wanted.figures:
            near = {*entry.fields[SYLLABLES], *passage.fields[SYLLABLES]}
            out += [(Why.FIGURE, typed) for figure, typed in wanted.figures if figure not in near]
        if wanted.names:
            section = self._section(entry)
            for form, typed in wanted.names:
                if (section, form) not in carried:
                    carried[section, form] = form in section
                if not carried[section, form]:
                    out.append((Why.NAME, typed))
        if wanted.offices:
            held = offices(" ".join(entry.fields[FOLDED]))
            out += [(Why.OFFICE, " ".join(filter(None, one)).strip()) for one in wanted.offices if lacks(one, held)]
        if wanted.sides:
            out += [(Why.SIDE, side) for side in wanted.sides if other_side(side, entry.fields[SYLLABLES])]
        return tuple(out)

    def _section(self, entry: SentenceEntry) -> str:
        """A sentence's whole section and the report's title, to look for names in."""
        key = (id(entry.report), entry.sentence.section)
        if key not in self._sections:
            report = entry.report
            folded = [fold(token.text) for token in tokens(report.title)]
            texts = [report.title]
            for passage in self._collection.passages:
                first = self._collection.sentences[passage.first].sentence
                if passage.report is report and first.section == entry.sentence.section:
                    folded += passage.fields[FOLDED]
                    texts.append(report.quote(passage.passage))
            self._sections[key] = searchable(folded, " ".join(texts))
        return self._sections[key]


def _lacks_year(year: int, entry: SentenceEntry, passage: PassageEntry) -> bool:
    """Whether a sentence speaks of other years.

    Its own years decide, or its passage's or headings'; where those name none, the report's reporting year does.
    """
    if year in entry.years or year in passage.years:
        return False
    return bool(entry.years or passage.heading_years) or year not in entry.report.years
