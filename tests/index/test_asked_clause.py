from __future__ import annotations

import pytest

from index.asked_clause import clause, time_of


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("tổng thu bao nhiêu", True),
        ("tong thu bao nhieu", True),
        ("tổng thu bn", True),
        ("ai kết luận hội nghị", True),
        ("ai trình bày", False),
        ("bao nhiêu", False),
        ("dự toán bao nhiêu", False),
        ("khi nào khai mạc lễ hội", False),
        ("tổng thu", False),
    ],
)
def test_a_half_is_a_question_where_it_asks_and_says_what_about(text: str, whole: bool) -> None:
    assert clause(text).whole is whole


def test_abbreviations_are_read_as_what_they_stand_for() -> None:
    read = clause("thu NSNN bn")
    assert read.text == "thu NSNN bn"
    assert read.spelled == ("thu", "ngân", "sách", "nhà", "nước", "bao", "nhiêu")


@pytest.mark.parametrize(
    ("text", "time"),
    [("thu năm 2020 bao nhiêu", "năm 2020"), ("thu quý I năm 2020", "quý I năm 2020"), ("thu bao nhiêu", None)],
)
def test_the_time_is_given_as_it_was_typed(text: str, time: str | None) -> None:
    assert time_of(text) == time
