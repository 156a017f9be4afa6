import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.reliability import bins, calibration_error
from index.reliability import given as answers_given
from index.results import Tally
from tests.index.made_results import HIT, MISS

JUDGED = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=40)


@settings(max_examples=100, deadline=None)
@given(JUDGED)
def test_every_answer_is_in_one_bin_and_the_error_is_that_of_the_definition(judged: list[tuple[float, bool]]) -> None:
    confidence, right = np.array([c for c, _ in judged]), np.array([float(r) for _, r in judged])
    found = bins(confidence, right)
    assert sum(one.count for one in found) == len(judged)
    slow = 0.0
    for one in found:
        held = [(c, r) for c, r in judged if one.low < c <= one.high or (c == 0 and one.low == 0)]
        assert len(held) == one.count
        slow += abs(sum(c for c, _ in held) - sum(r for _, r in held)) / len(judged)
    if judged:
        assert calibration_error(found) == pytest.approx(slow, abs=1e-9)
    else:
        assert math.isnan(calibration_error(found))


def test_nine_in_ten_right_at_nine_tenths_is_no_error() -> None:
    confidence, right = np.full(10, 0.9), np.array([1.0] * 9 + [0.0])
    assert calibration_error(bins(confidence, right)) == pytest.approx(0.0)
    assert calibration_error(bins(confidence, 1 - right)) == pytest.approx(0.8)


def test_an_edge_belongs_to_the_bin_below_and_zero_to_the_first() -> None:
    found = bins(np.array([0.0, 0.1, 0.11, 1.0]), np.zeros(4))
    assert [(one.low, one.count) for one in found] == [(0.0, 2), (0.1, 1), (0.9, 1)]


def test_only_answers_given_are_judged_and_one_without_its_paragraph_is_wrong() -> None:
    tally = Tally.of([HIT, MISS, replace(HIT, confidence=0.6, answered_without=True, confidence_without=0.5)])
    confidence, right = answers_given(tally)
    assert confidence.tolist() == [0.9, 0.6, 0.5]
    assert right.tolist() == [1.0, 1.0, 0.0]
