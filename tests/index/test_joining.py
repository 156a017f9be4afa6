from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.joining import Joining
from index.library import Library
from index.tokens import tokens
from index.turns import turn
from tests.followups import libraries


def ways(small: Library, earlier: str, later: str, person: str | None = None) -> list[str]:
    return Joining(turn(earlier, small.understand), turn(later, small.understand), person).ways()


def test_the_way_that_keeps_the_most_comes_first(small: Library) -> None:
    found = ways(small, "Tình hình an ninh trên địa bàn huyện như thế nào?", "còn dịch bệnh?")
    assert found == ["Tình hình dịch bệnh trên địa bàn huyện như thế nào?", "Dịch bệnh như thế nào?"]


def test_a_deed_of_its_own_takes_the_place_of_the_other() -> None:
    small = libraries()["small"]
    ends = ["Lễ hội ai điều hành?", "Lễ hội tổ chức ai điều hành?"]
    assert ways(small, "Lễ hội tổ chức ở đâu?", "ai điều hành?") == ends
    assert ways(small, "Lễ hội tổ chức ở đâu?", "khi nào?") == ["Lễ hội tổ chức khi nào?", "Lễ hội khi nào?"]


def test_a_rival_takes_the_place_of_its_rival_first(small: Library) -> None:
    found = ways(small, "Số hộ nghèo của huyện năm 2020 là bao nhiêu?", "còn hộ cận nghèo?")
    assert found[0] == "Số hộ cận nghèo của huyện năm 2020 là bao nhiêu?"


def test_a_person_is_who_is_said_to_be_meant(small: Library) -> None:
    assert ways(small, "Ai trình bày?", "ông ấy là ai?", "Trần Văn Bình") == ["Trần Văn Bình là ai?"]
    assert ways(small, "Ai trình bày?", "ông ấy là ai?") == []


def test_a_place_is_that_of_the_earlier_question(small: Library) -> None:
    assert ways(small, "Xã Tân Lập có gì?", "ở đó có bao nhiêu hộ nghèo?") == ["Ở Xã Tân Lập có bao nhiêu hộ nghèo?"]


def test_a_thing_called_by_its_noun_is_one_that_the_earlier_question_calls_so(small: Library) -> None:
    assert ways(small, "Ai kết luận Hội nghị?", "hội nghị này ở đâu?") == ["Hội nghị ở đâu?"]
    assert ways(small, "Sản lượng lúa là bao nhiêu?", "hội nghị này ở đâu?") == []


def test_a_yardstick_asked_anew_takes_the_place_of_any_other(small: Library) -> None:
    found = ways(small, "Sản lượng lúa so với cùng kỳ là bao nhiêu?", "bằng bao nhiêu % kế hoạch?")
    assert found[0] == "Sản lượng lúa bằng bao nhiêu % kế hoạch?"


@pytest.mark.parametrize("later", ["còn gì nữa?", "còn", "còn ai nữa?", "đúng không?"])
def test_what_brings_nothing_makes_no_way(small: Library, later: str) -> None:
    assert ways(small, "Sản lượng lúa năm 2020 là bao nhiêu?", later) == []


@given(
    st.sampled_from(["Sản lượng lúa", "Tổng thu ngân sách", "Số hộ nghèo", "Diện tích rừng trồng mới"]),
    st.sampled_from(["là bao nhiêu", "đạt bao nhiêu", "bằng bao nhiêu phần trăm kế hoạch"]),
    st.integers(1990, 2040),
    st.integers(1990, 2040),
)
@settings(deadline=None)
def test_another_year_replaces_the_year_and_nothing_else(about: str, asks: str, old: int, new: int) -> None:
    small = libraries()["small"]
    found = ways(small, f"{about} năm {old} {asks}?", f"còn năm {new}?")
    assert found == [f"{about} năm {new} {asks}?"]


@given(
    st.sampled_from(["còn tiền thuê đất?", "còn dự toán?", "bằng bao nhiêu phần trăm?", "còn xã Tân Lập?", "tại sao?"])
)
@settings(deadline=None)
def test_the_year_is_kept_where_none_is_given(later: str) -> None:
    for way in ways(libraries()["small"], "Tiền sử dụng đất năm 2020 đạt bao nhiêu tỷ đồng?", later):
        assert "2020" in [token.text for token in tokens(way)]


@given(
    st.sampled_from(["năm 2020", "năm ngoái", "năm nay", "quý I năm 2020"]),
    st.sampled_from(["năm ngoái", "còn năm nay", "năm trước đó thì sao", "quay lại 2019", "2018 thì sao", "năm sau?"]),
)
@settings(deadline=None)
def test_no_two_times_stand_in_one_question(old: str, later: str) -> None:
    small = libraries()["small"]
    for way in ways(small, f"Sản lượng lúa {old} đạt bao nhiêu tấn?", later):
        assert len(turn(way, small.understand).times) == 1
        assert [token.text for token in tokens(way)].count("năm") == 1
