from __future__ import annotations

import pytest

from index.library import Library
from index.turns import turn


@pytest.mark.parametrize(
    ("question", "vague"), [("Hộ nghèo cuối năm?", True), ("Hộ nghèo quý 2?", False), ("Hộ nghèo năm 2020?", False)]
)
def test_a_time_whose_months_no_one_knows_is_vague(small: Library, question: str, vague: bool) -> None:
    found = turn(question, small.understand)
    assert [found.vague(part) for part in found.times] == [vague]


@pytest.mark.parametrize(("question", "held"), [("kế hoạch năm?", "kế hoạch năm"), ("kế hoạch năm 2021", "kế hoạch")])
def test_the_year_behind_a_yardstick_is_its_own_only_without_a_number(small: Library, question: str, held: str) -> None:
    found = turn(question, small.understand)
    assert [found.words(part) for part in found.yardsticks] == [held]


@pytest.mark.parametrize(("question", "compares"), [("so với dự toán", True), ("còn dự toán", False), ("hộ", False)])
def test_a_yardstick_may_be_compared_with(small: Library, question: str, compares: bool) -> None:
    assert turn(question, small.understand).compares is compares
