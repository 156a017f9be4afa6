"""Learns the reader's weights from lessons: the spans that are right are made likely among all spans at hand.

What is maximised is the logarithm of the right spans' share, and of the share of all spans of the marked sentence, less
a penalty on the squares of the weights; those of a single kind of question are held down more than those of every kind,
and so are shared (Daumé, Frustratingly easy domain adaptation, ACL 2007). By Adam (Kingma & Ba, ICLR 2015),
with a fixed seed: the same lessons, the same weights.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index import overlap, standing
from index.errors import NothingToLearn
from index.lessons import Lesson
from index.overlap import KINDS, Floats
from index.reader import LONGEST, span_scores
from index.readerweights import EVERY, LENGTHS, PARTS, Weights

EPOCHS, _BATCH, _RATE = 16, 16, 0.03
# Penalties, of words' and sentences' features, for every kind and for one. Chosen among a few by XQuAD-R,
# cross-validated by article; sentence acc@1 lay within 0.01 of the best for all of them.
_WORDS, _WORDS_OF_KIND, _SENTENCES, _SENTENCES_OF_KIND = 0.02, 0.1, 0.1, 1.0
_SMALLEST = 0.01  # a weight below it is not kept


@dataclass
class _Weights:
    """Weights, or gradients, in standard deviations of their features; row 0 for every kind, the others for one."""

    shapes: Floats  # (kinds + 1, features + 1, 3)
    words: Floats  # (kinds + 1, overlap features, 3)
    length: Floats  # (kinds + 1, 12)
    sentence: Floats  # (kinds + 1, standing features)

    @classmethod
    def zeros(cls, features: int) -> _Weights:
        rows = len(KINDS) + 1
        return cls(
            np.zeros((rows, features + 1, 3)),
            np.zeros((rows, len(overlap.FEATURES), 3)),
            np.zeros((rows, LONGEST)),
            np.zeros((rows, len(standing.FEATURES))),
        )

    def arrays(self) -> list[Floats]:
        return [self.shapes, self.words, self.length, self.sentence]


def learn(
    lessons: Sequence[Lesson],
    features: Mapping[str, int],
    learned_from: Sequence[str],
    *,
    progress: Callable[[], None] = lambda: None,
) -> Weights:
    """The weights; `features` numbers the shapes' features, `progress` is called once an epoch.

    Raises `NothingToLearn` where there is no lesson.
    """
    if not lessons:
        raise NothingToLearn("the questions teach nothing: none of their answers was found")
    word_scale = deviation(np.concatenate([one.words[one.real] for one in lessons]))
    sentence_scale = deviation(np.concatenate([one.sentences for one in lessons]))
    weights = _Weights.zeros(len(features))
    penalties = [_penalties(_WORDS, _WORDS_OF_KIND)] * 3 + [_penalties(_SENTENCES, _SENTENCES_OF_KIND)]
    chance = np.random.default_rng(2020)
    steps = EPOCHS * -(-len(lessons) // _BATCH)
    means, squares = _Weights.zeros(len(features)), _Weights.zeros(len(features))
    step = 0
    for _ in range(EPOCHS):
        order = chance.permutation(len(lessons))
        for at in range(0, len(order), _BATCH):
            batch = [lessons[i] for i in order[at : at + _BATCH]]
            gradient = _Weights.zeros(len(features))
            for lesson in batch:
                _descend(lesson, weights, gradient, word_scale, sentence_scale)
            step += 1
            rate = _RATE * (1 - step / (steps + 1))
            parts = (weights.arrays(), gradient.arrays(), means.arrays(), squares.arrays())
            for penalty, held, slope, mean, square in zip(penalties, *parts, strict=True):
                slope /= len(batch)
                slope += penalty.reshape(-1, *[1] * (held.ndim - 1)) * held
                mean += 0.1 * (slope - mean)
                square += 0.001 * (slope**2 - square)
                held -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        progress()
    weights.words /= word_scale[:, None]
    weights.sentence /= sentence_scale
    return _named(weights, features, learned_from)


def _descend(lesson: Lesson, weights: _Weights, gradient: _Weights, word_scale: Floats, sentence_scale: Floats) -> None:
    """Adds a lesson's gradient of minus the logarithm of the right spans' share, and of the marked sentence's."""
    rows = [0, 1 + KINDS.index(lesson.kind)]
    words, sentences = lesson.words / word_scale, lesson.sentences / sentence_scale
    marked = weights.shapes[rows].sum(0)[lesson.shapes].sum(2) + words @ weights.words[rows].sum(0)
    spans = span_scores(marked, weights.length[rows].sum(0), lesson.real, lesson.function)
    spans += (lesson.scores + sentences @ weights.sentence[rows].sum(0))[:, None, None]
    likely = np.exp(spans - spans.max())
    right = likely * lesson.right
    share = likely / likely.sum()
    marked_share = share * lesson.right.any((1, 2), keepdims=True)
    slope = 2 * share - right / max(right.sum(), 1e-300) - marked_share / max(marked_share.sum(), 1e-300)
    at_words = _at_words(slope)
    flat = lesson.shapes.reshape(-1)
    for part in range(len(PARTS)):
        each = np.repeat(at_words[:, :, part].reshape(-1), lesson.shapes.shape[2])
        of_shapes = np.bincount(flat, each, gradient.shapes.shape[1])
        of_shapes[0] = 0.0  # no feature
        gradient.shapes[rows, :, part] += of_shapes
    gradient.words[rows] += np.einsum("swf,swp->fp", words, at_words)
    gradient.length[rows] += slope.sum((0, 1))
    gradient.sentence[rows] += slope.sum((1, 2)) @ sentences


def _at_words(slope: Floats) -> Floats:
    """The gradient at each word as a span's first, as its last, and inside, of shape `(sentences, words, 3)`."""
    size, words, _ = slope.shape
    begin = slope.sum(2)
    end = np.zeros((size, words + LONGEST))
    for extra in range(LONGEST):
        end[:, extra : extra + words] += slope[:, :, extra]
    inside = np.cumsum(begin, axis=1)
    inside[:, 1:] -= np.cumsum(end[:, : words - 1], axis=1)
    return np.stack([begin, end[:, :words], inside], axis=2)


def deviation(columns: Floats) -> Floats:
    """The standard deviation of each column; 1 where it does not vary."""
    found = columns.std(0)
    return np.where(found > 1e-9, found, 1.0)


def _penalties(every: float, of_kind: float) -> Floats:
    return np.array([every, *[of_kind] * len(KINDS)])


def _named(weights: _Weights, features: Mapping[str, int], learned_from: Sequence[str]) -> Weights:
    shapes = sorted(features, key=features.__getitem__)

    def table(values: Floats, names: Sequence[str]) -> dict[str, dict[str, float]]:
        rows = zip((EVERY, *KINDS), values, strict=True)
        found = {kind: {n: round(float(v), 3) for n, v in zip(names, row, strict=True)} for kind, row in rows}
        return {kind: {n: v for n, v in row.items() if abs(v) >= _SMALLEST} for kind, row in found.items()}

    both = np.concatenate([weights.shapes[:, 1:], weights.words], axis=1)
    begin, end, inside = (table(both[:, :, part], [*shapes, *overlap.FEATURES]) for part in range(len(PARTS)))
    return Weights(
        learned_from=tuple(learned_from),
        begin=begin,
        end=end,
        inside=inside,
        length=table(weights.length, LENGTHS),
        sentence=table(weights.sentence, standing.FEATURES),
    )
