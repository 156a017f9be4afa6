from __future__ import annotations

import pytest

from index.library import Library
from index.turns import Turn, turn


def read(small: Library, question: str) -> Turn:
    return turn(question, small.understand)


@pytest.mark.parametrize(
    ("question", "light"),
    [
        ("việc làm năm 2020", []),
        ("người làm việc", ["người", "làm", "việc"]),
        ("tổ chức ở đâu", ["ở"]),
        ("cụ thể bao nhiêu", ["cụ", "thể"]),
        ("thành phố giao bao nhiêu", ["thành", "phố", "giao"]),
    ],
)
def test_a_word_that_is_half_of_another_says_something(small: Library, question: str, light: list[str]) -> None:
    found = read(small, question)
    assert [found.spelled[i] for i in sorted(found.light)] == light


def test_a_marker_typed_with_accents_is_not_one_without(small: Library) -> None:
    assert read(small, "con thứ ba?").marker == 0
    assert read(small, "còn thứ ba?").marker == 1
    assert read(small, "con so cu the").marker == 0
    assert read(small, "the thao bao nhieu").marker == 0
    assert read(small, "con nam 2019").marker == 1


def test_attributes_are_said_of_something(small: Library) -> None:
    found = read(small, "kinh phí hộ nghèo")
    assert [found.spelled[i] for i in sorted(found.attributes)] == ["kinh", "phí"]
