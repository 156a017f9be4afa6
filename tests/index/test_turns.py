from __future__ import annotations

import pytest

from index.asks import Kind
from index.followup_words import Stands
from index.library import Library
from index.turns import Turn, turn


def read(small: Library, question: str) -> Turn:
    return turn(question, small.understand)


@pytest.mark.parametrize(
    ("question", "core"),
    [
        ("còn năm 2019?", "năm 2019"),
        ("thế còn hộ nghèo thì sao ạ?", "hộ nghèo"),
        ("2019 thi sao", "2019"),
        ("vậy hộ nghèo thế nào", "hộ nghèo"),
        ("hộ nghèo thế nào", "hộ nghèo thế nào"),
        ("Thế nào là hộ nghèo?", "Thế nào là hộ nghèo"),
    ],
)
def test_markers_and_tails_are_no_part_of_the_core(small: Library, question: str, core: str) -> None:
    found = read(small, question)
    assert found.words(found.core) == core


@pytest.mark.parametrize(
    ("question", "times"),
    [
        ("Sản lượng lúa năm 2020", ["năm 2020"]),
        ("Sản lượng lúa quý I năm 2020", ["quý I năm 2020"]),
        ("Sản lượng lúa năm 2019 và 2020", ["năm 2019 và 2020"]),
        ("Sản lượng lúa năm 2020 so với năm 2019", ["năm 2020"]),
        ("Sản lượng lúa năm ngoái", ["năm ngoái"]),
        ("Sản lượng lúa năm nay", ["năm nay"]),
        ("Sản lượng lúa ba năm trước", []),
        ("Sản lượng lúa so với năm ngoái", []),
        ("Sản lượng lúa từ đầu năm", ["từ đầu năm"]),
        ("Sản lượng lúa", []),
    ],
)
def test_times_are_whole_and_not_those_compared_with(small: Library, question: str, times: list[str]) -> None:
    found = read(small, question)
    assert [found.words(part) for part in found.times] == times


@pytest.mark.parametrize(
    ("question", "yardsticks"),
    [
        ("Tổng thu so với cùng kỳ", ["so với cùng kỳ"]),
        ("Tổng thu bằng bao nhiêu phần trăm dự toán Tỉnh giao", ["dự toán Tỉnh giao"]),
        ("Tổng thu so với năm 2019", ["so với năm 2019"]),
        ("Tổng thu so với năm ngoái", ["so với năm ngoái"]),
        ("Tổng thu", []),
    ],
)
def test_yardsticks_have_what_compares_and_who_set_them(small: Library, question: str, yardsticks: list[str]) -> None:
    found = read(small, question)
    assert [found.words(part) for part in found.yardsticks] == yardsticks


def test_persons_and_places_are_told_apart(small: Library) -> None:
    found = read(small, "Đồng chí Lê Thị Hạnh ở xã Tân Lập làm gì?")
    assert [(of, found.words(part)) for of, part in found.names] == [
        (Stands.PERSON, "Đồng chí Lê Thị Hạnh"),
        (Stands.PLACE, "xã Tân Lập"),
    ]


def test_a_pronoun_behind_what_the_question_says_itself_stands_for_that(small: Library) -> None:
    assert read(small, "nó tăng hay giảm").pronoun is not None
    assert read(small, "Khi một xã có dịch bệnh, nó được xử lý thế nào?").pronoun is None


def test_the_first_words_that_ask_tell_the_kind(small: Library) -> None:
    found = read(small, "Hộ nghèo bao nhiêu phần trăm?")
    assert (found.kind, found.asks and found.words(found.asks)) == (Kind.PERCENT, "bao nhiêu phần trăm")
    assert read(small, "hộ nghèo").asks is None


@pytest.mark.parametrize(
    ("question", "command"), [("anh tóm tắt giúp báo cáo", "tóm tắt"), ("thế liệt kê ra", "liệt kê"), ("hộ nghèo", "")]
)
def test_a_command_stands_first_but_for_courtesy(small: Library, question: str, command: str) -> None:
    found = read(small, question)
    assert found.words(found.command) == command


def test_a_tail_may_be_all_that_leans_or_want_more_of_the_same(small: Library) -> None:
    assert read(small, "tổng chi thì sao").trails
    assert not read(small, "còn tổng chi thì sao").trails
    assert read(small, "còn ai nữa").more
    assert not read(small, "còn ai").more
