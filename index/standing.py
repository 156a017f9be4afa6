"""How a sentence stands to a question as a whole, beside its BM25: named features, for the reader to weigh.

What all sentences of a passage say is what the passage is about; what one alone says of the question tells it from the
others. So the question's words count once more by how many sentences nearby have them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.nearby import Nearby
from index.overlap import Asked, Floats, members
from index.wordtable import Ids

_FADE = 0.85  # a word: how much more the beginning of a sentence says of what it is about
FEATURES = (
    "gain", "gain of the best", "passage", "passage of the best", "first passage", "gain<", "gain<*leans", "gain>",
    "it leans>", "leans", "coverage", "coverage with <", "coverage with <*leans", "pairs", "length", "new",
    "new name*person", "opening", "names lacking", "names lacking with <", "said by few", "said by no other",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Places:
    """Sentences of a collection beside one another, a column each, of shape `(sentences,)`.

    `gains` and `passages` are BM25's, as shares of a perfect match's; `ranks` are their passages' from 0. `before` and
    `after` give the gains of their neighbours in the passage, 0 where there is none, `leaning` whether each leans on
    the one before it, `leant_on` whether the one behind it leans; `places` counts sentences of the passage from 0,
    `sizes` says how many it has.
    """

    gains: Floats
    passages: Floats
    ranks: NDArray[np.int64]
    before: Floats
    after: Floats
    leaning: NDArray[np.bool_]
    leant_on: NDArray[np.bool_]
    places: NDArray[np.int64]
    sizes: NDArray[np.int64]


def sentence_features(
    question: Asked,
    places: Places,
    held: Ids,
    nearby: Nearby,
    lengths: Ids,
    capital: NDArray[np.bool_],
    function: NDArray[np.bool_],
) -> Floats:
    """The `FEATURES` of sentences, of shape `(sentences, features)`.

    `held`, `(syllables, sentences, words)`, are the words of each, as in `index.overlap`, and what they stand for;
    `capital` and `function`, `(sentences, words)`, say which words begin with a capital and are no sentence's first,
    and which say little.
    """
    inside = members(held, len(question.worth))
    together = inside | nearby.before
    coverage = inside @ question.worth
    helped = together @ question.worth - coverage
    gains = places.gains
    unsaid = (lengths > 0) & ~(held > 0).any(0)
    named = question.worth * question.names
    columns = [
        gains,
        gains / max(float(gains.max(initial=0.0)), 1e-9),
        places.passages,
        places.passages / max(float(places.passages.max(initial=0.0)), 1e-9),
        places.ranks == 0,
        places.before,
        places.before * places.leaning,
        places.after,
        places.leant_on,
        places.leaning,
        coverage,
        helped,
        helped * places.leaning,
        _pairs(question, held, lengths),
        np.log1p(np.count_nonzero(lengths, axis=1)),
        np.log1p((unsaid & ~function).sum(1)),
        (unsaid & capital).any(1) if question.kind == "person" else 0.0,
        question.worth.take(held).sum(0) @ _FADE ** np.arange(held.shape[2]),
        ~inside @ named,
        ~together @ named,
        (nearby.own / np.maximum(nearby.spread, 1)) @ question.worth,
        (nearby.own & (nearby.spread <= 1)) @ question.worth,
    ]
    out = np.empty((len(gains), len(FEATURES)))
    for i, column in enumerate(columns):
        out[:, i] = column
    return out


def _pairs(question: Asked, held: Ids, lengths: Ids) -> Floats:
    """The share of the question's pairs of neighbours that each sentence has as neighbours."""
    wanted = int(np.count_nonzero(question.follows > 0))
    inside = np.arange(len(held))[:, None, None] < lengths  # syllables that are there
    flat = held.transpose(1, 2, 0)[inside.transpose(1, 2, 0)]  # a sentence after the other
    owner = np.repeat(np.arange(held.shape[1]), lengths.sum(1))
    found = (flat[:-1] > 0) & (question.follows[flat[1:]] == flat[:-1]) & (owner[1:] == owner[:-1])
    there = np.zeros((held.shape[1], len(question.worth)), bool)
    there[owner[1:][found], flat[1:][found]] = True
    return np.asarray(there.sum(1) / max(1, wanted))
