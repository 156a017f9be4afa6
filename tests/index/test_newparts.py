from __future__ import annotations

import pytest

from index.carried import Carried
from index.library import Library
from index.newparts import new_edits
from index.titled import Titles
from index.turns import turn
from tests.index.builders import library

WARDS = """BÁO CÁO NĂM 2021
Thôn Đồng Vàng có 15 hộ nghèo, thôn Cầu Sắt có 9 hộ nghèo, thôn Đại Lộ có 4 hộ nghèo.
"""


@pytest.fixture(scope="module")
def wards() -> Library:
    return library(WARDS)


@pytest.mark.parametrize(
    ("earlier", "later", "whole"),
    [
        ("Thôn Đồng Vàng có bao nhiêu hộ nghèo?", "còn Cầu Sắt?", "thôn Cầu Sắt có bao nhiêu hộ nghèo"),
        ("Thôn Đồng Vàng có bao nhiêu hộ nghèo?", "thôn Đại Lộ", "thôn Đại Lộ có bao nhiêu hộ nghèo"),
        ("thon dai lo may ho ngheo", "con cau sat", "thôn Cầu Sắt mấy hộ nghèo"),
        ("Hộ nghèo bao nhiêu?", "trong đó Đồng Vàng", "Hộ nghèo của thôn Đồng Vàng bao nhiêu"),
        ("Hộ nghèo năm 2021 bao nhiêu?", "quý 2", "Hộ nghèo quý 2 năm 2021 bao nhiêu"),
        ("Hộ nghèo năm 2021 bao nhiêu?", "6 tháng đầu năm", "Hộ nghèo 6 tháng đầu năm 2021 bao nhiêu"),
        ("Hộ nghèo năm 2021 bao nhiêu?", "quý 2 năm 2020", "Hộ nghèo quý 2 năm 2020 bao nhiêu"),
        ("Trần Văn Nam là ai?", "còn ông Lê Văn Bắc", "ông Lê Văn Bắc là ai"),
    ],
)
def test_a_place_takes_a_places_place_and_a_time_a_times(wards: Library, earlier: str, later: str, whole: str) -> None:
    known = Titles.load().find(WARDS)
    before, after = (turn(one, wards.understand, known) for one in (earlier, later))
    carried = Carried(before)
    assert carried.edited([*new_edits(carried, after)]) == whole
