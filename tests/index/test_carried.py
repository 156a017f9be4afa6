from __future__ import annotations

import pytest

from index.carried import Carried
from index.library import Library
from index.turns import turn


def carried(small: Library, question: str) -> Carried:
    return Carried(turn(question, small.understand))


@pytest.mark.parametrize(
    ("question", "asked", "about", "heart"),
    [
        ("Sản lượng lúa năm 2020 đạt bao nhiêu tấn?", "đạt bao nhiêu tấn", "Sản lượng lúa", "lúa"),
        ("Ai trình bày báo cáo năm 2020?", "Ai", "trình bày báo cáo", "trình bày báo cáo"),
        (
            "Tình hình dịch bệnh trên địa bàn huyện ra sao?",
            "ra sao",
            "Tình hình dịch bệnh trên địa bàn huyện",
            "dịch bệnh",
        ),
        (
            "Tiền sử dụng đất bằng bao nhiêu phần trăm dự toán Tỉnh giao?",
            "bằng bao nhiêu phần trăm dự toán Tỉnh giao",
            "Tiền sử dụng đất",
            "Tiền sử dụng đất",
        ),
        ("Năm 2020 hộ nghèo là bao nhiêu?", "là bao nhiêu", "hộ nghèo", "hộ nghèo"),
        ("tổng thu ngân sách", "", "tổng thu ngân sách", "tổng thu ngân sách"),
        ("Hộ nghèo tăng hay giảm?", "tăng hay giảm", "Hộ nghèo", "Hộ nghèo"),
        ("Hộ nghèo đạt kế hoạch không?", "đạt kế hoạch không", "Hộ nghèo", "Hộ nghèo"),
        ("Hộ nghèo vì sao giảm?", "vì sao giảm", "Hộ nghèo", "Hộ nghèo"),
        ("Văn bản số mấy?", "số mấy", "Văn bản", "Văn bản"),
        ("Dân số bao nhiêu?", "bao nhiêu", "Dân số", "Dân số"),
        ("Thế hộ nghèo bao nhiêu?", "bao nhiêu", "hộ nghèo", "hộ nghèo"),
        ("Ai trình bày báo cáo, khi nào?", "Ai", "trình bày báo cáo", "trình bày báo cáo"),
    ],
)
def test_a_question_has_what_asks_what_it_is_about_and_the_heart_of_that(
    small: Library, question: str, asked: str, about: str, heart: str
) -> None:
    found = carried(small, question)
    assert [found.turn.words(part) for part in (found.asked, found.about, found.heart)] == [asked, about, heart]


def test_what_was_done_is_the_verb_beside_the_words_that_ask(small: Library) -> None:
    found = carried(small, "Ai trình bày báo cáo?")
    assert [found.turn.spelled[i] for i in found.deed] == ["trình", "bày"]
    assert carried(small, "Báo cáo tóm tắt gồm những gì?").deed == ()


def test_a_repeated_noun_tells_where_what_is_meant_begins(small: Library) -> None:
    found = carried(small, "Ai trình bày báo cáo tóm tắt?")
    assert found.turn.words(found.thing(("bao", "cao"))) == "báo cáo tóm tắt"
    assert found.turn.words(found.thing(("ho", "ngheo"))) == "báo cáo tóm tắt"


def test_edits_over_one_another_are_made_once_and_all_else_is_kept(small: Library) -> None:
    found = carried(small, "Sản lượng lúa năm 2020 đạt bao nhiêu tấn?")
    assert found.edited([]) == "Sản lượng lúa năm 2020 đạt bao nhiêu tấn"
    assert found.edited([(0, 3, "Hộ nghèo"), (2, 3, "x")], "thế") == "Hộ nghèo năm 2020 đạt bao nhiêu tấn thế"


@pytest.mark.parametrize(
    ("question", "others"),
    [("Ai trình bày báo cáo, khi nào?", ["khi nào"]), ("Huyện có trồng rừng không?", ["có"]), ("Ai trình bày?", [])],
)
def test_what_else_asks_is_known(small: Library, question: str, others: list[str]) -> None:
    found = carried(small, question)
    assert [found.turn.words((start, end)) for start, end, _ in found.others] == others
