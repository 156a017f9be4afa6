"""What stands around a sentence of the question it is held against: what it need not say again.

"Nó được lập năm 1998" says of a company, named in the sentence before, when it was founded.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.overlap import Floats
from index.wordtable import Ids

_STANDS_FOR = 4  # syllables, at most, that a word stands for
REACH = 8  # sentences to either side of one that are compared with it


@dataclass(frozen=True, slots=True)
class Nearby:
    """What stands around sentences: by syllables of the question, arrays of shape `(sentences, syllables)`.

    `own` and `before` say which of them a sentence and the one before it in its passage have, `spread` how many of the
    passage's sentences, no more than `REACH` away, do.
    """

    own: NDArray[np.bool_]
    before: NDArray[np.bool_]
    spread: NDArray[np.int64]


def standing_for(
    held: Ids, nearby: Nearby, worth: Floats, leaning: NDArray[np.bool_], anaphors: NDArray[np.int64]
) -> Ids:
    """The words of sentences, where some of them stand for what the sentence before says of the question.

    "Nó được lập năm 1998" says when the company was founded: where a sentence is `leaning`, its word at the place
    `anaphors` tells gets the most weighty syllables that the one before has and it has not. Whatever is near to that
    word is then near to those.
    """
    lent = worth * (nearby.before & ~nearby.own)
    at = np.flatnonzero(leaning & lent.any(1))
    if not len(at):
        return held
    lent = lent[at]
    order = np.argsort(-lent, axis=1, kind="stable")[:, :_STANDS_FOR]
    more = np.where(np.take_along_axis(lent, order, axis=1) > 0, order, 0)
    both = np.concatenate([held[:, at, anaphors[at]], more.T])
    first = np.argsort(both == 0, axis=0, kind="stable")[: len(held)]
    out = held.copy()
    out[:, at, anaphors[at]] = np.take_along_axis(both, first, axis=0)
    return out
