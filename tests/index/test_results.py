import math
from dataclasses import replace

import numpy as np

from index.results import Tally
from tests.index.made_results import HIT, MISS


def test_a_tally_holds_a_column_a_number_and_nan_for_what_was_not_asked() -> None:
    tally = Tally.of([HIT, replace(MISS, confidence_without=None)])
    assert len(tally) == 2
    assert tally.rank.tolist() == [1.0, 0.0]
    assert tally.sentence.tolist() == [1.0, 0.0]
    assert tally.confidence_without[0] == 0.0
    assert math.isnan(tally.confidence_without[1])


def test_some_of_a_tally_may_repeat() -> None:
    taken = Tally.of([HIT, MISS]).take(np.array([1, 0, 0]))
    assert taken.rank.tolist() == [0.0, 1.0, 1.0]
    assert taken.ms.tolist() == [MISS.ms, HIT.ms, HIT.ms]
