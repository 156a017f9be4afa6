"""Folds: what is judged was never learned from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from index import folds as module
from index import learning
from index.errors import TooFewArticles
from index.evaluate import Outcome, evaluate, key
from index.folds import FOLDS, Fold, asked, asked_all, folds, reader_folds, with_confidence
from index.lessons import Lesson
from index.library import Library
from index.noise import Noise
from index.readerweights import Weights
from index.squad import SquadQuestion, load
from tests.index.squad_files import crops, written


def of_articles(folder: Path, count: int) -> tuple[Library, list[SquadQuestion]]:
    reports, questions = load(written(folder, crops(count)))
    return Library.of(reports), questions


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "EPOCHS", 1)


@pytest.fixture(scope="module")
def ten(tmp_path_factory: pytest.TempPathFactory) -> tuple[Library, list[SquadQuestion]]:
    return of_articles(tmp_path_factory.mktemp("ten"), 10)


@pytest.fixture(scope="module")
def known(ten: tuple[Library, list[SquadQuestion]]) -> tuple[Library, list[SquadQuestion]]:
    """The same library, as if its weights had been learned from one of the questions."""
    library, questions = ten
    weights = library.reader.weights.model_copy(update={"learned_from": ("ffff", key(questions[3]))})
    return library.under(reader=weights), questions


def test_a_file_that_was_not_learned_from_is_one_fold_of_the_library_itself(
    ten: tuple[Library, list[SquadQuestion]], monkeypatch: pytest.MonkeyPatch
) -> None:
    library, questions = ten
    monkeypatch.setattr(module, "learn", None)  # nothing is learned
    (only,) = folds(library, questions)
    assert only == Fold(frozenset(), library)
    assert only.of(questions) == list(range(len(questions)))


def test_a_file_that_was_learned_from_is_eight_folds_whose_articles_are_apart_and_all(
    known: tuple[Library, list[SquadQuestion]],
) -> None:
    library, questions = known
    steps: list[None] = []
    found = folds(library, questions, progress=lambda: steps.append(None))
    assert len(found) == len(steps) == FOLDS == 8
    held = [number for fold in found for number in fold.articles]
    assert sorted(held) == list(range(10))
    assert sorted(i for fold in found for i in fold.of(questions)) == list(range(len(questions)))
    for fold in found:
        assert all(questions[i].article in fold.articles for i in fold.of(questions))
        assert fold.library.collection is library.collection
        assert fold.library.ranking.rank == library.ranking.rank
        assert not fold.library.reader.weights.learned_from


def test_the_reader_of_a_fold_never_saw_its_articles(
    known: tuple[Library, list[SquadQuestion]], monkeypatch: pytest.MonkeyPatch
) -> None:
    library, questions = known
    seen: list[frozenset[int]] = []
    made: list[Weights] = []

    def learn(lessons: Sequence[Lesson], *rest: Any) -> Weights:
        seen.append(frozenset(lesson.article for lesson in lessons))
        made.append(learning.learn(lessons, *rest))
        return made[-1]

    monkeypatch.setattr(module, "learn", learn)
    found = reader_folds(library, questions, progress=lambda: None)
    assert len(seen) == FOLDS
    for fold, articles, weights in zip(found, seen, made, strict=True):
        assert articles == frozenset(range(10)) - fold.articles
        assert fold.library.reader.weights is weights


def test_the_confidence_of_a_fold_is_fitted_to_the_others_outcomes(
    known: tuple[Library, list[SquadQuestion]], monkeypatch: pytest.MonkeyPatch
) -> None:
    library, questions = known
    read = [Fold(frozenset(range(10)[number::FOLDS]), library) for number in range(FOLDS)]
    outcomes = asked_all(read, questions)
    seen: list[set[int]] = []

    def fitted(of: Sequence[Outcome]) -> dict[str, float]:
        seen.append({one.question.article for one in of})
        return {"widest": float(len(seen))}

    monkeypatch.setattr(module, "fitted", fitted)
    found = with_confidence(read, questions, outcomes)
    assert [fold.articles for fold in found] == [fold.articles for fold in read]
    for number, (fold, articles) in enumerate(zip(found, seen, strict=True), start=1):
        assert articles == set(range(10)) - fold.articles
        assert fold.library.ranking.confidence.widest == number
        assert fold.library.reader.weights is library.reader.weights
    assert library.ranking.confidence.widest != 1, "the library's own are left as they were"


def test_of_fewer_articles_each_is_a_fold_and_one_alone_can_not_be_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning, "EPOCHS", 1)
    library, questions = of_articles(tmp_path, 3)
    assert [fold.articles for fold in reader_folds(library, questions, progress=lambda: None)] == [{0}, {1}, {2}]
    library, questions = of_articles(tmp_path, 1)
    learned = library.under(reader=library.reader.weights.model_copy(update={"learned_from": (key(questions[0]),)}))
    with pytest.raises(TooFewArticles, match="takes another article"):
        folds(learned, questions)


def test_results_are_in_the_questions_order_whatever_the_folds(ten: tuple[Library, list[SquadQuestion]]) -> None:
    library, questions = ten
    parts = [Fold(frozenset({9, 0, 4}), library), Fold(frozenset({1, 2, 3, 5, 6, 7, 8}), library)]
    told: list[None] = []
    found = asked_all(parts, questions, absent=False, progress=lambda: told.append(None))
    assert [one.question for one in found] == questions
    assert len(told) == len(questions)
    plain = evaluate(library, questions, absent=False)
    assert [(one.key, one.rank, one.sentence, one.confidence) for one in found] == [
        (one.key, one.rank, one.sentence, one.confidence) for one in plain
    ]


def test_a_fold_is_asked_its_own_questions_alone(ten: tuple[Library, list[SquadQuestion]]) -> None:
    library, questions = ten
    found = asked(Fold(frozenset({2, 7}), library), questions, absent=False)
    assert list(found) == [4, 5, 11]
    assert all(found[i].question is questions[i] for i in found)
    assert found[4].without is None


def test_a_fold_is_asked_as_it_is_told_to(
    ten: tuple[Library, list[SquadQuestion]], monkeypatch: pytest.MonkeyPatch
) -> None:
    library, questions = ten
    told: list[dict[str, Any]] = []

    def evaluated(_: Library, some: Sequence[SquadQuestion], **how: Any) -> list[Outcome]:
        told.append(how)
        return evaluate(library, some, absent=False)

    monkeypatch.setattr(module, "evaluate", evaluated)
    asked_all([Fold(frozenset(), library)], questions[:2], strip_accents=True, noise=Noise.TYPO, absent=False)
    (how,) = told
    assert (how["strip_accents"], how["noise"], how["absent"]) == (True, Noise.TYPO, False)


def test_a_fold_under_another_ranking_keeps_its_articles_and_its_reader(
    ten: tuple[Library, list[SquadQuestion]],
) -> None:
    library, _ = ten
    fold = Fold(frozenset({3}), library)
    less = fold.under(
        lambda ranking: ranking.model_copy(update={"rank": ranking.rank.model_copy(update={"kind_bonus": 0.0})})
    )
    assert less.articles == fold.articles
    assert less.library.ranking.rank.kind_bonus == 0
    assert less.library.reader is library.reader
    assert library.ranking.rank.kind_bonus > 0
