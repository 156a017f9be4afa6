from __future__ import annotations

import pytest

from index.elliptical import chooses, complete, leans
from index.library import Library
from index.turns import Turn, turn


def read(small: Library, question: str) -> Turn:
    return turn(question, small.understand)


@pytest.mark.parametrize(
    "question", ["năm 2019?", "bao nhiêu?", "ai trình bày?", "so với dự toán?", "bao nhiêu hộ?", "nó?", "nói về nó"]
)
def test_what_says_nothing_by_itself_leans(small: Library, question: str) -> None:
    assert leans(read(small, question))


@pytest.mark.parametrize(
    "question",
    [
        "",
        "hộ nghèo",
        "Còn khó khăn gì?",
        "Ai trình bày báo cáo?",
        "bao nhiêu hộ nghèo",
        "Lễ hội khi nào?",
        "tóm tắt báo cáo này",
    ],
)
def test_what_says_what_it_is_about_does_not_lean(small: Library, question: str) -> None:
    assert not leans(read(small, question))


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("vậy hộ nghèo thực hiện bao nhiêu", True),
        ("đồng chí Lê Thị Hạnh giữ chức vụ gì", True),
        ("bằng bao nhiêu phần trăm dự toán", False),
        ("ai trình bày", False),
        ("còn hộ nghèo", False),
    ],
)
def test_a_question_is_whole_where_it_asks_and_says_what_about(small: Library, question: str, whole: bool) -> None:
    assert complete(read(small, question)) is whole


@pytest.mark.parametrize(
    ("question", "choice"),
    [("tăng hay giảm", True), ("đạt chỉ tiêu không", True), ("hay quá", False), ("hộ nghèo", False)],
)
def test_a_choice_asks_without_words_that_ask(small: Library, question: str, choice: bool) -> None:
    assert chooses(read(small, question)) is choice
