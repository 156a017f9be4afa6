"""Reads sentences for the words that answer: a log-linear model over spans, learned and explainable.

Every span of up to twelve words of every sentence at hand has a score, the sum of named weights (config/reader.json):

    score(i, j, s) = sentence(s) + begin(i) + end(j) + Σ inside(i…j) + length(j - i)

A sentence is worth the logarithm of the sum of its spans' exponentials: of it being read as the one that answers (a
segment model without transitions; Sarawagi & Cohen, Semi-Markov conditional random fields, NIPS 2004). Features of
words by themselves are in `index.shapes`, those against the question in `index.overlap` and `index.standing`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from index import overlap, standing
from index.nearby import REACH, Nearby, standing_for
from index.overlap import Asked, Floats, asked, members
from index.question import Query
from index.readerweights import EVERY, LENGTHS, PARTS, Weights
from index.spanchoice import Spans
from index.standing import Places
from index.wordtable import WordTable

LONGEST = len(LENGTHS)
_NOTHING = -30.0  # the score of what can't be
_SAID = overlap.FEATURES.index("said")
Idf = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Sight:
    """Sentences as the reader sees them: rows of their words, which of those are real, and the features."""

    question: Asked
    rows: NDArray[np.int64]
    real: NDArray[np.bool_]
    words: Floats
    sentences: Floats


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in some sentences: `scores`, of shape `(sentences,)`, are logarithms, of worth beside one another.

    `spans`, of shape `(sentences, words, 12)`, are those of their spans, `sight` is what they were read from.
    """

    scores: Floats
    spans: Floats
    sight: Sight


class Reader:
    """Of one collection's sentences; `idf` says how rare a syllable with accents is, `folded_idf` one without."""

    def __init__(self, table: WordTable, idf: Idf, folded_idf: Idf, weights: Weights) -> None:
        self.table = table
        self.weights = weights
        self._idfs: Mapping[bool, Idf] = {True: idf, False: folded_idf}
        self._rarity = {accented: _rarest(table, accented, self._idfs[accented]) for accented in (True, False)}
        features = table.features
        self.function = _having(table, features.get("function", -1))
        self._capital = _having(table, features.get("capital", -1)) & ~_having(table, features.get("first", -1))
        self._static = {kind: _static(table, weights, kind) for kind in overlap.KINDS}
        self._moving = {
            kind: np.stack([_row(getattr(weights, part), kind, overlap.FEATURES) for part in PARTS], axis=1)
            for kind in overlap.KINDS
        }
        self._length = {kind: _row(weights.length, kind, LENGTHS) for kind in overlap.KINDS}
        self._sentence = {kind: _row(weights.sentence, kind, standing.FEATURES) for kind in overlap.KINDS}

    def weighing(self, weights: Weights) -> Reader:
        """The same sentences under other weights."""
        return Reader(self.table, self._idfs[True], self._idfs[False], weights)

    def without(self, gone: range, idf: Idf, folded_idf: Idf) -> Reader:
        """The same less a run of sentences; what is rare without them `idf` and `folded_idf` say."""
        fewer = copy(self)
        fewer._idfs = {True: idf, False: folded_idf}
        fewer.table = self.table.without(gone)
        rows = slice(int(self.table.offsets[gone.start]), int(self.table.offsets[gone.stop]))
        fewer._rarity = {accented: _rarest(fewer.table, accented, one) for accented, one in fewer._idfs.items()}
        fewer.function, fewer._capital = np.delete(self.function, rows), np.delete(self._capital, rows)
        fewer._static = {kind: np.delete(held, rows, axis=0) for kind, held in self._static.items()}
        return fewer

    def see(self, query: Query, numbers: NDArray[np.int64], places: Places) -> Sight:
        """The features of some sentences, by their numbers, for a question."""
        question = asked(query, self._idfs[query.accented])
        ids, known = self.table.syllables(query.accented)
        rows, real = self.table.rows(numbers)
        held = question.of(ids, rows, real, known)
        lengths = self.table.sizes.take(rows) * real
        nearby = self._nearby(question, query.accented, numbers, places)
        held = standing_for(held, nearby, question.worth, places.leaning, self.table.anaphors[numbers])
        rarity = self._rarity[query.accented].take(rows) * real
        return Sight(
            question,
            rows,
            real,
            overlap.word_features(question, held, lengths, rarity),
            standing.sentence_features(
                question, places, held, nearby, lengths, self._capital.take(rows) & real, self.function.take(rows)
            ),
        )

    def _nearby(self, question: Asked, accented: bool, numbers: NDArray[np.int64], places: Places) -> Nearby:
        """What the sentences around some, within their passages, have of a question."""
        beside = numbers[:, None] + np.arange(-REACH, REACH + 1)
        first = (numbers - places.places)[:, None]
        there = (first <= beside) & (beside < first + places.sizes[:, None])
        every = np.unique(beside[there])
        ids, known = self.table.syllables(accented)
        having = members(question.of(ids, *self.table.rows(every), known), len(question.worth))
        around = having.take(np.searchsorted(every, beside), axis=0, mode="clip") & there[:, :, None]
        return Nearby(around[:, REACH], around[:, REACH - 1], around.sum(1))

    def read(self, query: Query, numbers: NDArray[np.int64], places: Places) -> Reading:
        """Reads some sentences, by their numbers, for what answers a question."""
        sight = self.see(query, numbers, places)
        kind = sight.question.kind
        features = sight.words.transpose(2, 0, 1)  # as they were made, one behind the other
        moving = self._moving[kind].T @ features.reshape(len(features), -1)
        marked = self._static[kind].take(sight.rows, axis=0) + moving.T.reshape(*sight.rows.shape, -1)
        spans = span_scores(marked, self._length[kind], sight.real, self.function.take(sight.rows))
        top = spans.max((1, 2))
        sums = np.log(np.exp(spans - top[:, None, None]).sum((1, 2)))
        return Reading(top + sums + sight.sentences @ self._sentence[kind], spans, sight)

    def spans(self, reading: Reading, at: int) -> Spans:
        """The spans of one of the sentences that were read."""
        rows = reading.sight.rows[at][reading.sight.real[at]]
        table = self.table
        new = (reading.sight.words[at, : len(rows), _SAID] == 0) & ~self.function[rows]
        return Spans(reading.spans[at, : len(rows)], table.starts[rows], table.ends[rows], table.sizes[rows], new)


def span_scores(marked: Floats, length: Floats, real: NDArray[np.bool_], function: NDArray[np.bool_]) -> Floats:
    """The score of every span, of shape `(sentences, words, 12)`: by its first word and its length less 1.

    `marked`, `(sentences, words, 3)`, is what each word scores as a span's first, as its last and inside of it; a lone
    function word is no span.
    """
    begin, end, inside = marked[:, :, 0], marked[:, :, 1], marked[:, :, 2]
    before = np.cumsum(inside, axis=1) - inside
    beyond = np.full((len(real), LONGEST - 1), -np.inf)
    upto = np.concatenate([np.where(real, end + before + inside, -np.inf), beyond], axis=1)
    out = sliding_window_view(upto, LONGEST, axis=1) + length
    out += (begin - before)[:, :, None]
    out[:, :, 0][function] = -np.inf
    return np.maximum(out, _NOTHING, out=out)


def _rarest(table: WordTable, accented: bool, idf: Idf) -> Floats:
    """The idf of each word's rarest syllable."""
    ids, known = table.syllables(accented)
    worth = np.zeros(len(known) + 1)
    for syllable, number in known.items():
        worth[number] = idf(syllable)
    return np.asarray(worth[ids].max(0))


def _having(table: WordTable, feature: int) -> NDArray[np.bool_]:
    return np.asarray((table.shapes == feature).any(1))


def _static(table: WordTable, weights: Weights, kind: str) -> Floats:
    """What each word scores by itself, of shape `(words, 3)`."""
    by_feature = np.zeros((len(table.features) + 1, len(PARTS)))
    by_feature[1:] = np.stack([_row(getattr(weights, part), kind, [*table.features]) for part in PARTS], axis=1)
    out = np.zeros((len(table.shapes), len(PARTS)))
    for column in table.shapes.T:  # one by one, for all at once are many times the size
        out += by_feature.take(column, axis=0)
    return out


def _row(weights: Mapping[str, Mapping[str, float]], kind: str, names: Sequence[str]) -> Floats:
    """The weights of some features for a kind of question."""
    every, own = weights.get(EVERY, {}), weights.get(kind, {})
    return np.array([every.get(name, 0.0) + own.get(name, 0.0) for name in names])
