"""Judging by weights that never saw what is judged: one library for each eighth of the articles.

The reader's weights and the confidence's are learned from questions; asked about the very same, they would look better
than they are. Where a file's questions are among those learned from, each eighth of its articles is asked under weights
learned from the others alone. The confidence of an eighth is fitted to how the others were answered, by readers that
had learned from all but their own: its twelve numbers have seen it at second hand, the reader's thousands never.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.errors import TooFewArticles
from index.evaluate import Outcome, evaluate, key
from index.fit import fitted
from index.learning import learn
from index.lessons import lessons
from index.library import Library
from index.noise import Noise
from index.ranking import Ranking
from index.squad import SquadQuestion

FOLDS = 8
_FEWEST = 2
Progress = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Fold:
    """Articles by their numbers, and the library to ask about them; no articles: all that there are."""

    articles: frozenset[int]
    library: Library

    def of(self, questions: Sequence[SquadQuestion]) -> list[int]:
        """Which of the questions are this fold's."""
        return [i for i, one in enumerate(questions) if not self.articles or one.article in self.articles]

    def under(self, ranking: Callable[[Ranking], Ranking]) -> Fold:
        """The same under changed weights of the ranking."""
        return Fold(self.articles, self.library.under(ranking(self.library.ranking)))


def folds(library: Library, questions: Sequence[SquadQuestion], *, progress: Progress = lambda: None) -> list[Fold]:
    """One fold of everything, or eight where the shipped weights were learned from any of the questions.

    Of fewer than eight articles each is a fold. `progress` is called once a fold, if there are several.
    Raises `TooFewArticles` where there is but one article.
    """
    learned_from = frozenset(library.reader.weights.learned_from)
    if not any(key(one) in learned_from for one in questions):
        return [Fold(frozenset(), library)]
    read = reader_folds(library, questions, progress=progress)
    return with_confidence(read, questions, asked_all(read, questions))


def with_confidence(
    read: Sequence[Fold], questions: Sequence[SquadQuestion], outcomes: Sequence[Outcome]
) -> list[Fold]:
    """The same folds with the confidence's weights of each fitted to the others' outcomes."""
    out = []
    for fold in read:
        own = frozenset(fold.of(questions))
        weights = fitted([one for i, one in enumerate(outcomes) if i not in own])
        ranking = fold.library.ranking
        confidence = ranking.confidence.model_copy(update=weights)
        out.append(Fold(fold.articles, fold.library.under(ranking.model_copy(update={"confidence": confidence}))))
    return out


def reader_folds(library: Library, questions: Sequence[SquadQuestion], *, progress: Progress) -> list[Fold]:
    """Eight folds, the reader's weights of each learned from the others; the confidence's are the library's."""
    articles = sorted({one.article for one in questions})
    parts = min(FOLDS, len(articles))
    if parts < _FEWEST:
        raise TooFewArticles("these questions were learned from; to judge without them takes another article")
    taught = list(lessons(library, questions))
    features = library.reader.table.features
    out = []
    for number in range(parts):
        held = frozenset(articles[number::parts])
        weights = learn([one for one in taught if one.article not in held], features, [])
        out.append(Fold(held, library.under(reader=weights)))
        progress()
    return out


def asked(
    fold: Fold,
    questions: Sequence[SquadQuestion],
    *,
    strip_accents: bool = False,
    noise: Noise = Noise.NONE,
    absent: bool = True,
    progress: Progress = lambda: None,
) -> dict[int, Outcome]:
    """The outcomes of a fold's questions, by their places among all."""
    places = fold.of(questions)
    found = evaluate(
        fold.library,
        [questions[i] for i in places],
        strip_accents=strip_accents,
        noise=noise,
        absent=absent,
        progress=progress,
    )
    return dict(zip(places, found, strict=True))


def asked_all(
    all_folds: Sequence[Fold],
    questions: Sequence[SquadQuestion],
    *,
    strip_accents: bool = False,
    noise: Noise = Noise.NONE,
    absent: bool = True,
    progress: Progress = lambda: None,
) -> list[Outcome]:
    """The outcomes of all questions, in their order, each asked of its fold's library."""
    found: dict[int, Outcome] = {}
    for fold in all_folds:
        found |= asked(fold, questions, strip_accents=strip_accents, noise=noise, absent=absent, progress=progress)
    return [found[i] for i in range(len(questions))]
