"""Questions with their answers → what the reader learns from: features of what was considered, and what was right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.evaluate import token_f1
from index.library import Library
from index.overlap import Floats
from index.reader import LONGEST
from index.squad import SquadQuestion
from index.wordtable import Ids

_LEAST = 0.3  # token F1 of the best span, below which a sentence teaches nothing of spans


@dataclass(frozen=True, slots=True)
class Lesson:
    """One question: its sentences' features as the reader sees them, and which spans of the marked one answer.

    `shapes` is of shape `(sentences, words, features)`, `words` and `sentences` as in `index.reader.Sight`, `real` and
    `function` of shape `(sentences, words)`; `scores` are the sentences' before they are read, as logarithms; `right`,
    `(sentences, words, 12)`, marks spans by their first word and length less 1.
    """

    article: int
    kind: str
    shapes: Ids
    words: Floats
    sentences: Floats
    real: NDArray[np.bool_]
    function: NDArray[np.bool_]
    scores: Floats
    right: NDArray[np.bool_]


def lessons(
    library: Library, questions: Sequence[SquadQuestion], *, progress: Callable[[], None] = lambda: None
) -> Iterator[Lesson]:
    """The lessons of those questions whose marked sentence was considered and has a span near to an answer."""
    table = library.reader.table
    weights = library.ranking.rank
    first = np.cumsum([0, *(len(report.sentences) for report in library.reports)])
    for question in questions:
        seen = library.sight(question.text)
        progress()
        if seen is None:
            continue
        considered, sight = seen
        numbers = considered.numbers[considered.read]
        marked = np.flatnonzero(numbers == first[question.article] + question.sentence)
        if not len(marked):
            continue
        right = np.zeros((*sight.real.shape, LONGEST), bool)
        rows = sight.rows[marked[0]][sight.real[marked[0]]]
        report = library.reports[question.article]
        text = report.quote(report.sentences[question.sentence])
        found = _right(text, table.starts[rows], table.ends[rows], question.answers)
        found[:, 0] &= ~library.reader.function[rows]  # a lone function word is no span
        right[marked[0], : len(rows)] = found
        if not right.any():
            continue
        yield Lesson(
            article=question.article,
            kind=sight.question.kind,
            shapes=np.where(sight.real[:, :, None], table.shapes[sight.rows], 0),
            words=sight.words,
            sentences=sight.sentences,
            real=sight.real,
            function=library.reader.function[sight.rows],
            scores=considered.scores[considered.read] / considered.perfect * weights.scale,
            right=right,
        )


def _right(text: str, starts: Ids, ends: Ids, answers: Sequence[str]) -> NDArray[np.bool_]:
    """The spans of a sentence that come nearest to an answer, of shape `(words, 12)`."""
    near = np.zeros((len(starts), LONGEST))
    for i, start in enumerate(starts):
        for extra, end in enumerate(ends[i : i + LONGEST]):
            near[i, extra] = token_f1(text[start:end], answers)
    best = near.max(initial=0.0)
    return np.asarray((near >= best - 1e-9) & (best >= _LEAST))
