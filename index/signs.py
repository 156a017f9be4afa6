"""What tells an answer from a near miss, for each sentence that may be one: what its confidence is computed from."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from index.considered import Considered
from index.fields import FOLDED, FOLDED_PAIRS, PAIRS, SYLLABLES
from index.mentions import GIVES
from index.overlap import Floats
from index.question import Query
from index.reader import Reading
from index.records import Signs
from index.retriever import FieldIndex, Found

_BESIDE = 3  # passages that are compared
_LEAST = 7.0  # a share's logarithm below which it is nothing
_HIGH = 4.0  # the logarithm of a sentence's score in words that stand nowhere else, about the greatest there is
_READ = 20.0  # and a reading's, about the greatest
_FIRST = 1.5  # perfect matches of a sentence, about the most that a passage scores
_LACKING = 3  # years, figures and names; lacking more is lacking all
_BEHIND = 19  # passages that the first one stands apart from
_APART = 12.0  # standard deviations, about the most
_NARROW = 0.01  # of a perfect match's score, added to the deviation: passages that all score alike have none


def signs_of(
    query: Query,
    found: Sequence[Found],
    passages: FieldIndex,
    sentences: FieldIndex,
    considered: Considered,
    reading: Reading,
    scores: Floats,
    scale: float,
) -> Callable[[int, float, int], Signs]:
    """The signs of a sentence, by its passage's number, its score, and how much of the question it lacks.

    `scores` are those of all sentences that were read; a perfect match's is worth `scale` as a logarithm.
    """
    coverage = passages.coverage(query, FOLDED, SYLLABLES)
    pair_coverage = passages.coverage(query, FOLDED_PAIRS, PAIRS)
    perfect = considered.perfect
    rarest = math.log(sentences.size + 1)
    if considered.able.any():
        scores = scores[considered.able]
    top = float(scores.max())
    spread = math.log(float(np.exp((scores - top) * (scale / perfect)).sum()))
    beside = [coverage(one.passage) for one in found[:_BESIDE]]
    widest, contrast = max(one.share for one in beside), max(one.lacking for one in beside)
    pairs = max(pair_coverage(one.passage).share for one in found[:_BESIDE])
    read = min(1.0, max(0.0, float(reading.scores.max()) / _READ))
    first = min(1.0, found[0].score / perfect / _FIRST)
    apart = _apart([one.score / perfect for one in found], passages.size)
    form = float(any(kind in GIVES for kind in query.asking.kinds))
    of_passage = dict(found)

    def signs(passage: int, score: float, lacking: int) -> Signs:
        other = next((score for number, score in found[:2] if number != passage), None)
        log_share = min(0.0, (score - top) * (scale / perfect)) - spread
        return Signs(
            margin=1.0 if other is None else max(0.0, 1 - other / of_passage[passage]),
            share=max(0.0, 1 + log_share / _LEAST),
            height=min(1.0, math.log1p(max(0.0, score) / rarest) / _HIGH),
            widest=widest,
            contrast=contrast,
            pairs=pairs,
            reading=read,
            carried=1 - min(_LACKING, lacking) / _LACKING,
            first=first,
            apart=apart,
            form=form,
        )

    return signs


def _apart(scores: Sequence[float], size: int) -> float:
    """How far the first of some passages' scores stands out from those behind it; those not found have none."""
    behind = list(scores[1 : _BEHIND + 1])
    behind += [0.0] * (min(size - 1, _BEHIND) - len(behind))
    if not behind:
        return 1.0
    mean = sum(behind) / len(behind)
    deviation = math.sqrt(sum((one - mean) ** 2 for one in behind) / len(behind))
    return min(1.0, (scores[0] - mean) / (deviation + _NARROW) / _APART)
