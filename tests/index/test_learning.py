"""Learning, on lessons made by hand, and its gradient beside one that is measured."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from index import learning, overlap, standing
from index.errors import NothingToLearn
from index.learning import learn
from index.lessons import Lesson
from index.overlap import KINDS
from index.reader import LONGEST, span_scores
from index.readerweights import EVERY, LENGTHS, Weights

FEATURES = {"any": 1, "tag:Np": 2, "tag:N": 3, "capital": 4}


def lesson(chance: np.random.Generator, *, kind: str = "person", tells: bool = True) -> Lesson:
    """Two sentences of six words; the right span is the one word that has the feature "tag:Np"."""
    at = (int(chance.integers(0, 2)), int(chance.integers(0, 6)))
    shapes = np.ones((2, 6, 2), np.int32)
    shapes[:, :, 1] = chance.choice([0, 3, 4], (2, 6))
    if tells:
        shapes[(*at, 1)] = 2
    right = np.zeros((2, 6, LONGEST), bool)
    right[(*at, 0)] = True
    return Lesson(
        article=int(chance.integers(0, 8)),
        kind=kind,
        shapes=shapes,
        words=chance.normal(0, 1, (2, 6, len(overlap.FEATURES))),
        sentences=chance.normal(0, 1, (2, len(standing.FEATURES))),
        real=np.ones((2, 6), bool),
        function=np.zeros((2, 6), bool),
        scores=np.zeros(2),
        right=right,
    )


def made(count: int = 40, seed: int = 1) -> list[Lesson]:
    chance = np.random.default_rng(seed)
    return [lesson(chance, kind=KINDS[i % 3]) for i in range(count)]


def quiet(one: Lesson) -> Lesson:
    """The same, of whose columns only the last of each is there by chance."""
    words, sentences = np.zeros_like(one.words), np.zeros_like(one.sentences)
    words[:, :, -1], sentences[:, -1] = one.words[:, :, -1], one.sentences[:, -1]
    return replace(one, words=words, sentences=sentences)


def weight(of: dict[str, dict[str, float]], name: str, kind: str) -> float:
    return of[EVERY].get(name, 0.0) + of[kind].get(name, 0.0)


def scores(of: Weights, one: Lesson) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """What each span scores under learned weights, from their names."""
    named = {number: name for name, number in FEATURES.items()}
    marked = np.zeros((*one.real.shape, 3))
    for p, part in enumerate((of.begin, of.end, of.inside)):
        for s, i in np.ndindex(one.real.shape):
            marked[s, i, p] = sum(weight(part, named[n], one.kind) for n in one.shapes[s, i].tolist() if n)
        marked[:, :, p] += one.words @ [weight(part, name, one.kind) for name in overlap.FEATURES]
    length = np.array([weight(of.length, name, one.kind) for name in LENGTHS])
    stands = one.sentences @ [weight(of.sentence, name, one.kind) for name in standing.FEATURES]
    return np.asarray(span_scores(marked, length, one.real, one.function) + stands[:, None, None])


def share(of: Weights, one: Lesson) -> float:
    """How likely the right span is under learned weights."""
    likely = np.exp(scores(of, one))
    return float(likely[one.right].sum() / likely.sum())


NOTHING: dict[str, dict[str, float]] = {kind: {} for kind in (EVERY, *KINDS)}
NONE = Weights(learned_from=(), begin=NOTHING, end=NOTHING, inside=NOTHING, length=NOTHING, sentence=NOTHING)


def test_where_one_feature_tells_the_right_span_it_is_found_in_lessons_never_seen() -> None:
    learned = learn([quiet(one) for one in made(160)], FEATURES, [])
    unseen = [quiet(one) for one in made(seed=2)]
    found = [np.unravel_index(scores(learned, one).argmax(), one.right.shape) for one in unseen]
    assert np.mean([one.right[place] for one, place in zip(unseen, found, strict=True)]) > 0.9
    assert all(learned.inside[EVERY]["tag:Np"] > learned.inside[EVERY].get(name, 0.0) for name in ("any", "tag:N"))
    assert learned.length[EVERY]["1"] > 0


def test_the_marked_sentence_is_taught_by_its_right_span_and_once_more_by_all_of_its_spans() -> None:
    chance = np.random.default_rng(4)
    one = lesson(chance, tells=False)
    weights, gradient = learning._Weights.zeros(len(FEATURES)), learning._Weights.zeros(len(FEATURES))
    at = int(np.flatnonzero(one.right.any((1, 2)))[0])
    one.sentences[:] = 0.0
    one.sentences[at, 0] = 1.0
    sentences, words = np.ones(len(standing.FEATURES)), np.ones(len(overlap.FEATURES))
    learning._descend(one, weights, gradient, words, sentences)
    # Without weights both sentences have half of the spans, and so half of the share: once for the right span, once for
    # all of the marked sentence's.
    assert gradient.sentence[0, 0] == pytest.approx(-(1 - 0.5) - (1 - 0.5))


@pytest.mark.parametrize("epochs", [1, 3])
def test_each_epoch_makes_what_is_right_likelier(monkeypatch: pytest.MonkeyPatch, epochs: int) -> None:
    monkeypatch.setattr(learning, "EPOCHS", epochs)
    lessons = made()
    learned = learn(lessons, FEATURES, [])
    before, after = (np.mean([np.log(share(of, one)) for one in lessons]) for of in (NONE, learned))
    assert after > before


def test_the_same_lessons_give_the_same_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "EPOCHS", 2)
    assert learn(made(), FEATURES, ["a"]) == learn(made(), FEATURES, ["a"])
    assert learn(made(), FEATURES, []) != learn(made(seed=3), FEATURES, [])


def test_what_was_learned_comes_back_from_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "EPOCHS", 1)
    learned = learn(made(), FEATURES, ["ab", "cd"])
    assert learned.learned_from == ("ab", "cd")
    assert Weights.model_validate_json(learned.dump()) == learned


def test_weights_are_named_and_rounded_and_the_smallest_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "EPOCHS", 2)
    learned = learn(made(), FEATURES, [])
    for part in (learned.begin, learned.end, learned.inside):
        assert set(part) == {EVERY, *KINDS}
        assert set(part[EVERY]) <= {*FEATURES, *overlap.FEATURES}
    assert set(learned.sentence[EVERY]) <= set(standing.FEATURES)
    values = [
        value
        for part in (learned.begin, learned.length, learned.sentence)
        for of in part.values()
        for value in of.values()
    ]
    assert values
    assert all(round(value, 3) == value and abs(value) >= 0.01 for value in values)


def test_kinds_that_were_never_asked_for_have_no_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "EPOCHS", 2)
    learned = learn(made(), FEATURES, [])
    for part in (learned.begin, learned.end, learned.inside, learned.length, learned.sentence):
        assert all(not part[kind] for kind in KINDS[3:])
        assert part[EVERY]


def test_progress_is_told_once_an_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "EPOCHS", 3)
    told: list[None] = []
    learn(made(4), FEATURES, [], progress=lambda: told.append(None))
    assert len(told) == 3


def test_features_that_never_vary_are_no_division_by_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "EPOCHS", 1)
    still = [replace(one, words=np.zeros_like(one.words), sentences=np.ones_like(one.sentences)) for one in made(8)]
    learned = learn(still, FEATURES, [])
    assert not set(learned.begin[EVERY]) & set(overlap.FEATURES), "what is always 0 teaches nothing"


def test_words_that_are_not_there_teach_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "EPOCHS", 1)
    lessons = made(8)
    longer = []
    for one in lessons:
        more = [(0, 0), (0, 3)]
        longer.append(
            replace(
                one,
                shapes=np.pad(one.shapes, [*more, (0, 0)]),
                words=np.pad(one.words, [*more, (0, 0)]),
                real=np.pad(one.real, more),
                function=np.pad(one.function, more),
                right=np.pad(one.right, [*more, (0, 0)]),
            )
        )
    assert learn(longer, FEATURES, []) == learn(lessons, FEATURES, [])


def loss(one: Lesson, weights: learning._Weights, scale: float) -> float:
    """Minus the logarithms of the right spans' share and of the share of all spans of the sentences that have one.

    Weights are by standard deviations of their features.
    """
    rows = [0, 1 + KINDS.index(one.kind)]
    by_shape, by_word = weights.shapes[rows].sum(0), weights.words[rows].sum(0)
    marked = by_shape[one.shapes].sum(2) + one.words / scale @ by_word
    spans = span_scores(marked, weights.length[rows].sum(0), one.real, one.function)
    spans = spans + (one.scores + one.sentences / scale @ weights.sentence[rows].sum(0))[:, None, None]
    of_marked = [s for s in range(len(spans)) if one.right[s].any()]
    shares = [np.exp(spans[one.right]).sum(), np.exp(spans[of_marked]).sum()] / np.exp(spans).sum()
    return float(-np.log(shares).sum())


@pytest.mark.parametrize("kind", KINDS[:2])
@pytest.mark.parametrize("marked", [[0], [1], [0, 1]])
def test_the_gradient_is_the_slope_that_is_measured(kind: str, marked: list[int]) -> None:
    chance = np.random.default_rng(9)
    one = replace(lesson(chance, kind=kind), scores=chance.normal(0, 1, 2))
    one.right[:] = False
    one.right[marked, 1, 2] = one.right[marked, 0, 0] = True
    one.real[1, 4:] = False
    one.right[1, 4:] = False
    one.shapes[1, 4:] = 0
    one.function[0, 3] = True
    weights = learning._Weights.zeros(len(FEATURES))
    for held in weights.arrays():
        held += chance.normal(0, 0.3, held.shape)
    weights.shapes[:, 0] = 0.0  # no feature
    gradient = learning._Weights.zeros(len(FEATURES))
    scale = 2.0
    word_scale, sentence_scale = np.full(len(overlap.FEATURES), scale), np.full(len(standing.FEATURES), scale)
    learning._descend(one, weights, gradient, word_scale, sentence_scale)
    step = 1e-5
    for held, slope in zip(weights.arrays(), gradient.arrays(), strict=True):
        for place in chance.choice(held.size, 40, replace=False).tolist():
            at = np.unravel_index(place, held.shape)
            if held.ndim == 3 and held is weights.shapes and at[1] == 0:
                continue
            was = held[at]
            held[at] = was + step
            above = loss(one, weights, scale)
            held[at] = was - step
            below = loss(one, weights, scale)
            held[at] = was
            assert slope[at] == pytest.approx((above - below) / (2 * step), abs=1e-6)
    assert not gradient.shapes[:, 0].any()


def test_from_no_lesson_nothing_can_be_learned() -> None:
    with pytest.raises(NothingToLearn, match="teach nothing"):
        learn([], FEATURES, [])
