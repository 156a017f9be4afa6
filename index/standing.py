"""How a sentence stands to a question as a whole, beside its BM25: named features, for the reader to weigh."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.overlap import Asked, Floats
from index.wordtable import Ids

_FADE = 0.85  # a word: how much more the beginning of a sentence says of what it is about
FEATURES = (
    "gain", "gain^2", "gain of the best", "is the best", "passage", "passage of the best", "first passage",
    "second passage", "gain<", "gain<*leans", "gain>", "gain>*it leans", "it leans>", "leans", "coverage", "coverage^2",
    "coverage with <", "coverage with <*leans", "coverage*leans", "pairs", "length", "new", "new name", "new name*person",
    "opening", "names lacking", "names lacking with <", "place",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Places:
    """Sentences of a collection beside one another, a column each, of shape `(sentences,)`.

    `gains` and `passages` are BM25's, as shares of a perfect match's; `ranks` are their passages' from 0. `before` and
    `after` give the gains of their neighbours in the passage, 0 where there is none, `leaning` whether each leans on
    the one before it, `leant_on` whether the one behind it leans, `places` counts sentences of the passage from 0.
    """

    gains: Floats
    passages: Floats
    ranks: NDArray[np.int64]
    before: Floats
    after: Floats
    leaning: NDArray[np.bool_]
    leant_on: NDArray[np.bool_]
    places: NDArray[np.int64]


def sentence_features(
    question: Asked,
    places: Places,
    held: Ids,
    held_before: Ids,
    lengths: Ids,
    capital: NDArray[np.bool_],
    function: NDArray[np.bool_],
) -> Floats:
    """The `FEATURES` of sentences, of shape `(sentences, features)`.

    `held` and `held_before`, `(sentences, words, syllables)`, are the words of each and of the sentence before it in its
    passage (0 throughout where there is none), as in `index.overlap`; `capital` and `function`, `(sentences, words)`,
    say which words begin with a capital and are no sentence's first, and which say little.
    """
    size = len(question.worth)
    inside = _members(held, size)
    together = inside | _members(held_before, size)
    coverage = inside @ question.worth
    helped = together @ question.worth - coverage
    gains, leaning = places.gains, places.leaning.astype(np.float64)
    best = max(float(gains.max(initial=0.0)), 1e-9)
    unsaid = (lengths > 0) & ~(held > 0).any(2)
    words = np.count_nonzero(lengths, axis=1)
    new_name = (unsaid & capital).any(1)
    weight = question.worth[held].sum(2)
    named = question.worth * question.names
    columns = [
        gains,
        gains**2,
        gains / best,
        gains >= best - 1e-9,
        places.passages,
        places.passages / max(float(places.passages.max(initial=0.0)), 1e-9),
        places.ranks == 0,
        places.ranks == 1,
        places.before,
        places.before * leaning,
        places.after,
        places.after * places.leant_on,
        places.leant_on,
        leaning,
        coverage,
        coverage**2,
        helped,
        helped * leaning,
        coverage * leaning,
        _pairs(question, held),
        np.log1p(words),
        np.log1p((unsaid & ~function).sum(1)),
        new_name,
        new_name & (question.kind == "person"),
        weight @ _FADE ** np.arange(held.shape[1]),
        ~inside @ named,
        ~together @ named,
        1 / (1 + places.places),
    ]
    return np.stack(columns, axis=1, dtype=np.float64)


def _members(held: Ids, size: int) -> NDArray[np.bool_]:
    """Which of the question's syllables each sentence has, of shape `(sentences, size)`; the first never."""
    out = np.zeros((len(held), size), bool)
    out[np.arange(len(held))[:, None], held.reshape(len(held), -1)] = True
    out[:, 0] = False
    return out


def _pairs(question: Asked, held: Ids) -> Floats:
    """The share of the question's pairs of neighbours that each sentence has as neighbours."""
    wanted = int(np.count_nonzero(question.follows > 0))
    out = np.zeros(len(held))
    for i, sentence in enumerate(held):
        row = sentence[sentence >= 0]
        there = row[1:][(row[:-1] > 0) & (question.follows[row[1:]] == row[:-1])]
        out[i] = len(np.unique(there))
    return out / max(1, wanted)
