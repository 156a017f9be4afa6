from __future__ import annotations

import pytest

from index.elliptical import Lean, leaning
from index.library import Library
from index.likeliest import Likeliest
from index.turns import turn
from tests.index.builders import library

YEAR = """BÁO CÁO NĂM 2022
Phạt 14 trường hợp đổ rác trộm.
Trung tâm y tế phát hiện 6 ca sởi, không ai tử vong; đã tiêm phòng cho 480 trẻ.
Thôn | Hộ nghèo | Hộ cận nghèo
Cầu Sắt | 5 | 11
Đồng Vàng | 8 | 17
"""


@pytest.fixture(scope="module")
def year() -> Library:
    return library(YEAR)


def chosen(of: Library, earlier: str, later: str, *ways: str, looser: tuple[str, ...] = ()) -> str | None:
    before, after = turn(earlier, of.understand), turn(later, of.understand)
    return Likeliest(before, after, leaning(after), of.ask, of.glossary.expand).of(ways, looser)


def test_the_way_that_is_answered_is_taken(year: Library) -> None:
    ways = ("Cháy rừng mấy ca?", "Sởi mấy ca?")
    assert chosen(year, "Sởi thế nào?", "còn mấy ca", *ways) == "Sởi mấy ca?"


def test_looser_ways_count_only_where_none_of_the_others_is_answered(year: Library) -> None:
    nothing, answered = "Cháy rừng bao nhiêu?", "Tiêm phòng bao nhiêu trẻ?"
    assert chosen(year, "Cháy rừng bao nhiêu?", "còn tiêm phòng", nothing, looser=(answered,)) == answered
    assert chosen(year, "Cháy rừng bao nhiêu?", "còn tiêm phòng", answered, looser=("Sởi mấy ca?",)) == answered


def test_a_row_speaks_of_what_its_header_names(year: Library) -> None:
    joined = "Hộ nghèo của Cầu Sắt mấy hộ?"
    assert chosen(year, "Hộ nghèo bao nhiêu?", "Cầu Sắt mấy hộ", joined) == joined


def test_what_may_stand_alone_is_joined_only_to_what_speaks_of_it(year: Library) -> None:
    later = "tiêm phòng mấy trẻ"
    assert leaning(turn(later, year.understand)) is not Lean.SURE
    assert chosen(year, "Đổ rác trộm phạt mấy trường hợp?", later, "Đổ rác trộm tiêm phòng mấy trẻ?") is None


def test_where_nothing_answers_the_way_that_keeps_the_most_shows_what_was_meant(year: Library) -> None:
    ways = ("Xây chợ ai thầu?", "Xây chợ huyện ai thầu?")
    assert chosen(year, "Xây chợ huyện thế nào?", "ai thầu", *ways) == ways[1]
