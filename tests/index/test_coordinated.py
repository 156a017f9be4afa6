from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.coordinated import apart


@pytest.mark.parametrize(
    ("question", "questions"),
    [
        ("Thu năm 2019 và 2020 là bao nhiêu?", ["Thu năm 2019 là bao nhiêu?", "Thu năm 2020 là bao nhiêu?"]),
        (
            "Thu năm 2018, 2019 và 2020 bao nhiêu?",
            ["Thu năm 2018 bao nhiêu?", "Thu năm 2019 bao nhiêu?", "Thu năm 2020 bao nhiêu?"],
        ),
        (
            "Phường Hàng Bạc và phường Hàng Đào thu bao nhiêu?",
            ["Phường Hàng Bạc thu bao nhiêu?", "phường Hàng Đào thu bao nhiêu?"],
        ),
        ("năm 2019 và 2020 thì sao", ["năm 2019 thì sao", "năm 2020 thì sao"]),
    ],
)
def test_each_of_what_stands_side_by_side_is_asked_about(question: str, questions: list[str]) -> None:
    assert apart(question) == questions


@pytest.mark.parametrize(
    "question",
    [
        "So sánh thu năm 2019 và năm 2020 thế nào?",
        "Thu các năm 2019 và 2020 là bao nhiêu?",
        "Thu năm 2019 và năm 2020 bao nhiêu, chi năm 2021 bao nhiêu?",
        "Năm 2019 và năm 2020 ai là chủ tịch?",
        "Phường Hàng Bạc và quận Hoàn Kiếm thu bao nhiêu?",
        "Phường Hàng Bạc và phường Hàng Đào, phường nào thu nhiều?",
        "Đồng chí Lê An và đồng chí Bùi Bình nộp bao nhiêu?",
        "Thu năm 2020 là bao nhiêu?",
    ],
)
def test_what_may_be_asked_about_together_is_left_whole(question: str) -> None:
    assert apart(question) == [question]


@given(st.lists(st.integers(1990, 2040), min_size=2, max_size=5, unique=True), st.sampled_from([" và ", ", ", " va "]))
@settings(deadline=None)
def test_every_year_has_a_question_of_its_own_that_differs_in_the_year_alone(years: list[int], between: str) -> None:
    asked = apart(f"Thu ngân sách năm {between.join(map(str, years))} là bao nhiêu?")
    assert asked == [f"Thu ngân sách năm {year} là bao nhiêu?" for year in years]
