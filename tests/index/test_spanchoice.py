from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from index.overlap import Floats
from index.spanchoice import Chosen, Spans

NOTHING = -30.0


def spans(scores: Floats, sizes: list[int] | None = None) -> Spans:
    """Spans of words "aaa aaa …", each of three letters; what runs past the last word is nothing."""
    words, width = scores.shape
    real = np.arange(words)[:, None] + np.arange(width) < words
    starts = np.arange(words, dtype=np.int32) * 4
    held = np.array(sizes if sizes else [1] * words, dtype=np.int32)
    return Spans(np.where(real, scores, NOTHING), starts, starts + np.int32(3), held, np.ones(words, bool))


def slow(of: Spans) -> dict[tuple[int, int], float]:
    """The expected token F1 of each span, by its offsets: over all others, how many syllables both have."""
    words, width = of.scores.shape
    real = [(i, j) for i, j in product(range(words), range(words)) if i <= j < i + width]
    chance = {(i, j): float(np.exp(of.scores[i, j - i])) for i, j in real}
    total = sum(chance.values())
    syllables = {(i, j): [(w, s) for w in range(i, j + 1) for s in range(of.sizes[w])] for i, j in real}
    out = {}
    for one in real:
        expected = 0.0
        for other in real:
            shared = len(set(syllables[one]) & set(syllables[other]))
            expected += 2 * shared / (len(syllables[one]) + len(syllables[other])) * chance[other] / total
        out[int(of.starts[one[0]]), int(of.ends[one[1]])] = expected
    return out


FEW = st.tuples(st.integers(1, 7), st.integers(1, 5)).flatmap(
    lambda shape: st.tuples(
        arrays(np.float64, shape, elements=st.floats(-5, 5)),
        st.lists(st.integers(1, 4), min_size=shape[0], max_size=shape[0]),
    )
)


@given(FEW)
def test_the_best_of_few_spans_is_that_of_the_highest_expected_token_f1(given_spans: tuple[Floats, list[int]]) -> None:
    of = spans(*given_spans)
    best = of.best()
    assert best is not None
    by_hand = slow(of)
    assert best.expected == pytest.approx(max(by_hand.values()), abs=1e-8)
    assert by_hand[best.start, best.end] == pytest.approx(best.expected, abs=1e-8)


@given(arrays(np.float64, st.tuples(st.integers(1, 70), st.just(12)), elements=st.floats(-30, 30)))
def test_what_is_chosen_begins_and_ends_at_words_within_the_sentence(scores: Floats) -> None:
    of = spans(scores)
    best = of.best()
    assert best is not None
    assert 0 <= best.start < best.end <= of.ends[-1]
    assert best.start in of.starts
    assert best.end in of.ends
    assert (best.end - best.start + 1) // 4 <= 12
    assert 0 <= best.expected <= 1 + 1e-9


def test_no_span_crosses_the_end_even_where_all_are_alike_nothing() -> None:
    of = spans(np.full((3, 12), NOTHING))
    best = of.best()
    assert best is not None
    assert 0 <= best.start < best.end <= 11


def test_a_sentence_without_words_has_none() -> None:
    empty = np.zeros(0, np.int32)
    assert Spans(np.zeros((0, 12)), empty, empty, empty, empty > 0).best() is None


def test_a_span_far_ahead_is_chosen_and_its_f1_is_near_one() -> None:
    scores = np.full((20, 12), -5.0)
    scores[7, 2] = 15.0
    best = spans(scores).best()
    assert best is not None
    assert (best.start, best.end) == (28, 39)
    assert best.expected == pytest.approx(1.0, abs=1e-3)


def test_what_most_likely_spans_share_is_chosen_before_the_likeliest() -> None:
    scores = np.full((9, 3), NOTHING)
    scores[0, 0] = np.log(0.28)  # the likeliest, by itself
    scores[4, 0] = scores[4, 1] = scores[4, 2] = np.log(0.24)
    best = spans(scores).best()
    assert best is not None
    assert (best.start, best.end) == (16, 23)
    assert best.expected == pytest.approx(0.24 * (2 / 3 + 1 + 4 / 5), abs=1e-6)


def test_long_words_count_by_their_syllables() -> None:
    scores = np.full((2, 2), NOTHING)
    scores[0, 0] = scores[0, 1] = 0.0
    # one syllable of five, or four of five: of the whole, the first word alone has little or much
    for sizes, expected in ([1, 4], 0.5 + 0.5 * 2 / 6), ([4, 1], 0.5 + 0.5 * 8 / 9):
        best = spans(scores, sizes).best()
        assert best is not None
        assert best.expected == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("score", [0.0, -12.5, 3.0])
def test_of_spans_that_are_worth_the_same_the_first_is_chosen_every_time(score: float) -> None:
    of = spans(np.full((40, 1), score))
    assert {of.best() for _ in range(5)} == {Chosen(0, 3, 0.025)}


@given(FEW, st.floats(-20, 20))
def test_only_how_scores_stand_to_one_another_counts(given_spans: tuple[Floats, list[int]], shift: float) -> None:
    scores, sizes = given_spans
    one, other = spans(scores, sizes).best(), spans(scores, sizes)
    moved = Spans(other.scores + shift, other.starts, other.ends, other.sizes, other.new).best()
    assert one is not None
    assert moved is not None
    assert moved.expected == pytest.approx(one.expected, abs=1e-7)


def test_words_that_say_nothing_new_are_never_chosen() -> None:
    of = spans(np.array([[5.0, 0.0], [1.0, 0.0], [0.0, 0.0]]))
    assert replace(of, new=np.array([False, True, False])).best() is not None
    best = replace(of, new=np.array([False, False, True])).best()
    assert best is not None
    assert best.end == 11
    assert replace(of, new=np.array([False, False, False])).best() is None


@given(arrays(float, (5, 3), elements=st.floats(-4, 4)), st.integers(0, 4), st.integers(0, 4))
def test_within_two_offsets_the_words_shown_stand_between_them(scores: Floats, first: int, last: int) -> None:
    of = spans(scores)
    begin, end = int(of.starts[first]), int(of.ends[last])
    chosen = of.within(begin, end)
    assert (chosen is None) is (first > last)
    assert chosen is None or begin <= chosen.start < chosen.end <= end
