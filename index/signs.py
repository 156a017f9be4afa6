"""What tells an answer from a near miss, for each sentence that may be one: what its confidence is computed from."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np

from index.considered import Considered
from index.fields import FOLDED, FOLDED_PAIRS, PAIRS, SYLLABLES
from index.overlap import Floats
from index.question import Query
from index.reader import Reading
from index.records import Signs
from index.retriever import FieldIndex, Found

_BESIDE = 3  # passages that are compared
_LEAST = 7.0  # a share's logarithm below which it is nothing
_HIGH = 4.0  # the logarithm of a sentence's score in words that stand nowhere else, about the greatest there is
_READ = 20.0  # and a reading's, about the greatest
_NAMES = 5  # syllables of names; lacking more is lacking all


def signs_of(
    query: Query,
    found: Sequence[Found],
    passages: FieldIndex,
    sentences: FieldIndex,
    considered: Considered,
    reading: Reading,
    scores: Floats,
    scale: float,
) -> Callable[[int, int, float], Signs]:
    """The signs of a sentence, by its number, its passage's, and its score less what is lacking.

    `scores` are those of all sentences that were read; a perfect match's is worth `scale` as a logarithm.
    """
    coverage = cache(passages.coverage(query, FOLDED, SYLLABLES))
    pair_coverage = cache(passages.coverage(query, FOLDED_PAIRS, PAIRS))
    sentence_coverage = sentences.coverage(query, FOLDED, SYLLABLES)
    perfect = considered.perfect
    rarest = math.log(sentences.size + 1)
    if considered.able.any():
        scores = scores[considered.able]
    top = float(scores.max())
    spread = math.log(float(np.exp((scores - top) * (scale / perfect)).sum()))
    beside = [coverage(one.passage) for one in found[:_BESIDE]]
    pairs = max(pair_coverage(one.passage).share for one in found[:_BESIDE])
    read = min(1.0, max(0.0, float(reading.scores.max()) / _READ))
    named = query.constraints.name_syllables
    of_passage = dict(found)

    def signs(sentence: int, passage: int, score: float) -> Signs:
        other = next((score for number, score in found[:2] if number != passage), None)
        log_share = min(0.0, (score - top) * (scale / perfect)) - spread
        return Signs(
            coverage=coverage(passage).share,
            pair_coverage=pair_coverage(passage).share,
            sentence_coverage=sentence_coverage(sentence).share,
            margin=1.0 if other is None else max(0.0, 1 - other / of_passage[passage]),
            strength=min(1.0, max(0.0, score / perfect / 2)),
            passage=min(1.0, of_passage[passage] / perfect / 3),
            share=max(0.0, 1 + log_share / _LEAST),
            height=min(1.0, math.log1p(max(0.0, score) / rarest) / _HIGH),
            widest=max(one.share for one in beside),
            contrast=max(one.lacking for one in beside),
            pairs=pairs,
            reading=read,
            names=1 - min(_NAMES, len(named - passages.held(passage, FOLDED))) / _NAMES,
        )

    return signs
