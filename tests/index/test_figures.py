import math
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.figures import MEASURES, auc, behind, by_kind, figures
from index.results import Result
from tests.index.made_results import HIT, MISS, many


def test_the_figures_of_results_are_those_computed_by_hand() -> None:
    hit = replace(HIT, confidence_without=0.4)
    third = replace(HIT, rank=3, sentence=False, f1=0.5, ms=2.0, confidence=0.4, sure=False)
    third = replace(third, confidence_without=0.9, answered_without=True, sure_without=True)
    found = figures([hit, third, MISS, replace(MISS, ms=3.0)])
    assert found["questions"] == 4
    assert found["passage R@1"] == pytest.approx(1 / 4)
    assert found["passage MRR@10"] == pytest.approx((1 + 1 / 3) / 4)
    assert found["passage nDCG@10"] == pytest.approx((1 + 1 / math.log2(4)) / 4)
    assert found["sentence acc@1"] == pytest.approx(1 / 4)
    assert found["answer@1"] == pytest.approx(2 / 4)
    assert found["span F1"] == pytest.approx(1.5 / 4)
    assert found["answered share"] == pytest.approx(2 / 4)
    assert found["wrong-answer rate"] == pytest.approx(1 / 4)
    # positives .9 .4 0 0 against negatives .4 .9 0 0: of 16 pairs 3+½, 2+½, 1, 1
    assert found["abstention AUC"] == pytest.approx((3.5 + 2.5 + 1 + 1) / 16)
    # answers at .9 right, .4 right, .9 wrong: 2/3 · |½ - .9| + 1/3 · |1 - .4|
    assert found["expected calibration error"] == pytest.approx(2 / 3 * 0.4 + 1 / 3 * 0.6)
    assert found["sure share"] == pytest.approx(1 / 4)
    assert found["right of the sure"] == pytest.approx(1 / 2)
    assert found["ms p50"] == pytest.approx(2.5)
    assert found["ms p95"] == pytest.approx(3.85)


SHARES = st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]) | st.floats(0, 1), min_size=1, max_size=12)


@settings(max_examples=80, deadline=None)
@given(SHARES, SHARES)
def test_auc_is_the_share_of_pairs_in_the_right_order(positive: list[float], negative: list[float]) -> None:
    won = [(p > n) + (p == n) / 2 for p, n in product(positive, negative)]
    assert auc(positive, negative) == pytest.approx(sum(won) / len(won))


def asked(bars: list[float], without: list[float]) -> list[Result]:
    return [
        replace(one, bar=bar, bar_without=gone) for one, bar, gone in zip(many(len(bars)), bars, without, strict=True)
    ]


AT_90 = "wrong-answer rate at 90 % answered"


def test_the_threshold_that_answers_nine_tenths_is_the_highest_that_does() -> None:
    bars = [0.9] * 8 + [0.5, 0.1]  # nine in ten are answered from 0.5 down
    without = [0.6, 0.5, 0.4] + [0.0] * 7
    assert figures(asked(bars, without))[AT_90] == pytest.approx(2 / 10)


def test_nine_tenths_are_never_fewer() -> None:
    # of eleven, ten: at nine, 0.82 would be answered
    assert figures(asked([0.9] * 9 + [0.5, 0.1], [0.6] + [0.0] * 10))[AT_90] == pytest.approx(1 / 11)


def test_where_something_else_than_the_confidence_forbids_too_many_answers_there_is_no_such_rate() -> None:
    assert math.isnan(figures(asked([0.9] * 8 + [0.0, 0.0], [0.0] * 10))[AT_90])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_at_nine_tenths_the_rate_is_that_of_the_obvious_search(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 25))
    shares = st.lists(st.sampled_from([0.0, 0.2, 0.5, 0.7, 0.9]), min_size=size, max_size=size)
    bars, without = data.draw(shares), data.draw(shares)
    reaching = [t for t in sorted({*bars} - {0.0}) if sum(bar >= t for bar in bars) * 10 >= 9 * size]
    found = figures(asked(bars, without))[AT_90]
    if reaching:
        assert found == pytest.approx(sum(bar >= reaching[-1] for bar in without) / size)
    else:
        assert math.isnan(found)


@pytest.mark.parametrize("figure", ["expected calibration error", "right of the sure"])
def test_without_answers_what_is_said_of_answers_is_not_defined(figure: str) -> None:
    assert math.isnan(figures([MISS])[figure])


def test_questions_asked_once_have_the_figures_of_that_asking() -> None:
    once = many(3, answered_without=None, sure_without=None, confidence_without=None, bar_without=None)
    assert set(figures(once)) == {"questions", *(measure.name for measure in MEASURES if not measure.asked_without)}
    assert set(behind(once)) == set(figures(once)) - {"questions"}


def test_behind_the_calibration_error_stand_the_answers_given() -> None:
    counts = behind([*many(3), MISS, replace(MISS, answered_without=True, confidence_without=0.5)])
    assert counts["passage R@1"] == 5
    assert counts["expected calibration error"] == 4
    assert counts["right of the sure"] == 3


def test_kinds_are_the_most_frequent_first_and_hold_every_question() -> None:
    results = [*many(1, kind="date"), *many(3, kind="person"), *many(1, kind="figure")]
    found = by_kind(results)
    assert [(kind, len(of)) for kind, of in found.items()] == [("person", 3), ("date", 1), ("figure", 1)]
