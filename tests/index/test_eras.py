"""Decades and centuries that a text names."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.eras import Era, Times, eras
from index.normalize import fold
from tests.index.hostile import QUESTIONS, TEXTS


def spans(text: str) -> list[tuple[str, int, int]]:
    """What is named, as typed, with the first and the last of its years."""
    return [(one.typed, one.first, one.last) for one in eras(text)]


def era(text: str) -> Era:
    """The one that a text names."""
    (found,) = eras(text)
    return found


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("thập niên 80", 1980, 1989),
        ("thập niên 1980", 1980, 1989),
        ("Thập kỷ 90", 1990, 1999),
        ("thập kỉ 1920", 1920, 1929),
        ("những năm 1970", 1970, 1979),
        ("Những năm đầu 90", 1990, 1999),
        ("những năm cuối 1860", 1860, 1869),
        ("những năm 30", 1930, 1939),
        ("những năm 1700", 1700, 1799),  # a decade's or a century's
        ("những năm 1900", 1900, 1999),
        ("những năm 2000", 2000, 2009),  # of this century it is the decade
        ("thập niên 2000", 2000, 2009),  # called a decade, it is one
        ("thập kỷ 1900", 1900, 1909),
        ("thế kỷ XV", 1401, 1500),
        ("thế kỷ 21", 2001, 2100),
        ("thế kỉ thứ 19", 1801, 1900),
        ("thế kỷ thứ XIV", 1301, 1400),
        ("Thế kỷ xviii", 1701, 1800),
    ],
)
def test_the_years_of_a_decade_or_a_century_with_accents_and_without(text: str, first: int, last: int) -> None:
    for typed in (text, fold(text)):
        assert spans(typed) == [(typed, first, last)]
        assert spans(f"Trong {typed}, huyện ra sao?") == [(typed, first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "năm 1980",
        "80 công nhân",
        "thập niên",
        "thập niên 85",  # no ten
        "thập niên 1985",
        "những năm 20",  # of which century?
        "thập niên 10",
        "những năm 1980-1990",  # years from and to
        "những năm 1980 – 1990",
        "những năm 1980, 1990",
        "những năm 1980 và 1990",
        "những năm 1980 đến 1990",
        "những năm 1980 hoặc 1990",
        "những năm 2018, 2019, 2020",
        "những năm 19800",
        "những năm 1980/1990",
        "những năm 2020/2021",
        "những năm 80%",
        "những năm 60.000",  # what is counted
        "những năm 60,5",
        "những năm 50 tỷ",
        "những năm 50 triệu đồng",
        "những năm 50 nghìn",
        "những năm 50 ngàn",
        "những năm 50 đồng",
        "thập niên 50 tỷ",
        "thế kỷ 20 tỷ",
        "thế kỷ 20.000",
        "thế kỷ 20%",
        "thế kỷ trước",
        "thế kỷ này",
        "thế kỷ IC",
        "thế kỷ 190",
        "tk XX",  # tài khoản
        "TK 19",
        "thế kỷ Xa",
        "ước tk XX1",
    ],
)
def test_what_is_no_decade_and_no_century(text: str) -> None:
    assert eras(text) == ()


def test_several_are_told_in_the_order_they_stand_in() -> None:
    text = "Từ thế kỷ XIX qua thập niên 1930 đến thế kỷ 21."
    assert spans(text) == [("thế kỷ XIX", 1801, 1900), ("thập niên 1930", 1930, 1939), ("thế kỷ 21", 2001, 2100)]


@pytest.mark.parametrize("between", [" và ", " hoặc ", " đến ", ", ", " - ", " – ", "-", "–"])
@pytest.mark.parametrize(
    ("first", "second", "years"),
    [
        ("những năm 80", "90", [(1980, 1989), (1990, 1999)]),
        ("thập niên 60", "70", [(1960, 1969), (1970, 1979)]),
        ("thế kỷ 18", "20", [(1701, 1800), (1901, 2000)]),
        ("thế kỷ XVIII", "XIX", [(1701, 1800), (1801, 1900)]),
    ],
)
def test_of_a_list_each_is_one_by_itself(first: str, second: str, between: str, years: list[tuple[int, int]]) -> None:
    for typed in (f"{first}{between}{second}", fold(f"{first}{between}{second}")):
        found = spans(f"Trong {typed}, huyện ra sao?")
        assert [(fold(one), *told) for one, *told in found] == [
            (fold(first), *years[0]),
            (fold(second), *years[1]),
        ]


def test_a_list_goes_on_as_long_as_there_are_numbers() -> None:
    text = "Từ thế kỷ XVII, XVIII, XIX và XX đến những năm 80 và 90, sau đó là năm 2000."
    assert [typed for typed, _, _ in spans(text)] == ["thế kỷ XVII", "XVIII", "XIX", "XX", "những năm 80", "90"]


@pytest.mark.parametrize(
    "text",
    [
        "thế kỷ 18 và 20% dân số",
        "thế kỷ 18 và 20m",
        "thế kỷ 18, rồi 20",
        "thế kỷ 18 20",
        "thế kỷ 18 và 20 tỷ đồng",
        "thế kỷ 18 và 20.000 hộ",
        "thế kỷ 18 và 20,5 tấn",
        "thế kỷ 18 và 5",  # on a list all have two digits, four or Roman letters
        "thế kỷ 18, 5",
        "thế kỷ 18 và 200",
    ],
)
def test_what_is_counted_behind_a_century_is_no_other(text: str) -> None:
    assert [typed for typed, _, _ in spans(text)] == ["thế kỷ 18"]


@pytest.mark.parametrize("other", ["9", "900", "90 triệu đồng", "90.000 hộ", "90%", "90,5"])
def test_what_is_counted_behind_a_decade_is_no_other(other: str) -> None:
    assert [typed for typed, _, _ in spans(f"những năm 80 và {other}")] == ["những năm 80"]


def test_a_list_may_go_on_in_four_digits() -> None:
    assert spans("những năm 80 và 1990") == [("những năm 80", 1980, 1989), ("1990", 1990, 1999)]


def test_of_a_list_of_decades_what_is_no_ten_is_passed_over() -> None:
    assert [typed for typed, _, _ in spans("những năm 80, 85 và 90")] == ["những năm 80", "90"]


ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]


@given(st.integers(1, 20))
def test_a_century_in_roman_letters_is_the_one_in_digits(number: int) -> None:
    roman = ROMAN[number - 1] if number <= 10 else f"X{ROMAN[number - 11]}"
    typed, other = era(f"thế kỷ {roman}"), era(f"thế kỷ {number}")
    assert (typed.first, typed.last) == (other.first, other.last) == (100 * number - 99, 100 * number)


@given(st.integers(1, 20))
def test_no_year_is_of_two_centuries_and_none_of_none(number: int) -> None:
    assert era(f"thế kỷ {number}").last + 1 == era(f"thế kỷ {number + 1}").first
    assert not Times.of(f"ở thế kỷ {number + 1}").within(era(f"thế kỷ {number}"))
    assert not Times.of(f"ở thế kỷ {number}").within(era(f"thế kỷ {number + 1}"))


@given(st.integers(3, 9))
def test_a_decade_in_two_digits_is_the_one_of_the_last_century(tens: int) -> None:
    short, long = era(f"thập niên {tens}0"), era(f"thập niên 19{tens}0")
    assert (short.first, short.last) == (long.first, long.last)


@given(
    TEXTS | st.lists(st.sampled_from(["thập niên", "thế kỷ", "những năm", "80", "1990", "XX", "-", ","])).map(" ".join)
)
def test_each_is_told_where_it_stands_and_none_twice(text: str) -> None:
    end = 0
    for one in eras(text):
        assert end <= one.start < one.end
        assert text[one.start : one.end] == one.typed
        assert one.first < one.last
        end = one.end


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_a_hostile_text_is_looked_through_at_once(name: str) -> None:
    assert eras(QUESTIONS[name]) == ()


def test_in_a_text_that_is_not_composed_nothing_is_looked_for() -> None:
    # folded it is shorter, and what is found would stand elsewhere
    assert eras(normalize("NFD", "thập niên 80")) == ()


@pytest.mark.parametrize(
    ("asked", "text", "held"),
    [
        ("thập niên 80", "Nhà máy được xây năm 1985.", True),
        ("thập niên 80", "Nhà máy được xây năm 1980.", True),
        ("thập niên 80", "Nhà máy được xây năm 1989.", True),
        ("thập niên 80", "Nhà máy được xây năm 1979.", False),
        ("thập niên 80", "Nhà máy được xây năm 1990.", False),
        ("thập niên 80", "Từ 1970 đến 1985.", True),
        ("thập niên 80", "Nhà máy có 80 công nhân.", False),
        ("thập niên 80", "Nhà máy có 1.985 công nhân.", False),
        ("thập niên 80", "Đạt 1985,5 tấn.", False),
        ("thập niên 80", "Đạt 0,1985 tấn.", False),
        ("thập niên 80", "Số 19855.", False),
        ("thập niên 80", "Nhà máy được xây trong những năm 1980.", True),
        ("thập niên 80", "Nhà máy được xây ở thế kỷ XX.", True),
        ("thập niên 80", "Nhà máy được xây ở thế kỷ XXI.", False),
        ("thập niên 80", "Nhà máy được xây trong thập niên 70.", False),
        ("thế kỷ XX", "Nhà máy được xây trong thập niên 70.", True),
        ("thế kỷ X", "Năm 938, quân ta thắng.", True),
        ("thế kỷ X", "Năm 838, quân ta thua.", False),
        ("thế kỷ XX", "Không năm nào.", False),
        ("thế kỷ XX", "Nhà máy được xây năm 2000.", True),
        ("thế kỷ XX", "Nhà máy được xây năm 1900.", False),
        ("thế kỷ XX", "Nhà máy được xây ở thế kỷ XXI.", False),  # 2000 is the end of the one, not of both
        ("thế kỷ XX", "Nhà máy được mở rộng ở thế kỷ XIX và XX.", True),
        ("thế kỷ XX", "Nhà máy được mở rộng ở thế kỷ XIX-XX.", True),
        ("những năm 90", "Nhà máy được mở rộng trong những năm 80 và 90.", True),
        ("thập niên 2000", "Nhà máy được xây năm 2015.", False),
        ("những năm 2000", "Nhà máy được xây năm 2009.", True),
        ("những năm 2000", "Nhà máy được xây năm 2015.", False),
        ("những năm 1900", "Nhà máy được xây năm 1985.", True),
        ("thế kỷ XX", "Nhà máy được xây ở thế kỷ XIX.", False),
    ],
)
def test_a_text_is_of_an_era_where_it_names_one_of_its_years_or_an_era_that_shares_some(
    asked: str, text: str, held: bool
) -> None:
    assert Times.of(text).within(era(asked)) is held
    assert Times.of("\n".join(["Thu tăng.", text, "Chi giảm."])).within(era(asked)) is held


def test_of_no_text_no_era_is_told() -> None:
    assert Times.of("") == Times(frozenset(), ())
    assert not Times.of("").within(era("thế kỷ XX"))


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Xây năm 1450 để ở.", {1450}),
        ("Xây từ 1450 đến 1536 mới xong.", {1450, 1536}),
        ("Ông Trạng (1455–1536) đi sứ.", {1455, 1536}),
        ("Ông Trạng (1455-1536) đi sứ.", {1455, 1536}),
        ("Ông Trạng (1455 – 1536) đi sứ.", {1455, 1536}),
        ("Giai đoạn 1985-1990, thu tăng.", {1985, 1990}),
        ("Ngày 2/9/1945, dân vui.", {1945}),
        ("Dựng vào 1450; sửa vào 1536.", {1450, 1536}),
        ("Có phải vào 1450?", {1450}),
        ("Dựng vào 1450", {1450}),
        ("Có 1450 hộ.", set()),  # counts
        ("Có 1450 người và 1536 hộ.", set()),
        ("Đạt 1.450 tấn.", set()),
        ("Đạt 1450,5 tấn.", set()),
        ("Đạt 0,1450.", set()),
        ("Số 14500.", set()),
        ("Mã A1450.", set()),
        ("Thu tăng.", set()),
    ],
)
def test_the_years_of_a_text_are_told_from_what_is_counted(text: str, years: set[int]) -> None:
    assert Times.of(text).years == years


@pytest.mark.parametrize("text", ["Năm 1985 nhà máy được xây.", "Từ 1985 nhà máy chạy.", "NĂM 1985 NHÀ MÁY CHẠY."])
def test_a_year_at_a_sentences_beginning_is_one(text: str) -> None:
    assert Times.of(text).years == {1985}


@pytest.mark.parametrize("text", ["NHÀ MÁY NĂM 1985\n1. Việc làm", "Nhà máy giấy, 1985\nNhà máy đường"])
def test_a_year_at_a_lines_end_is_one(text: str) -> None:
    # a passage and its headings are looked through as the lines of one text
    assert Times.of(text).years == {1985}


@pytest.mark.parametrize("text", ["Tăng từ 1450 hộ lên nhiều.", "Tăng đến 1450 hộ."])
def test_what_is_counted_from_and_to_is_no_year(text: str) -> None:
    assert Times.of(text).years == set()


def test_the_eras_of_a_text_are_those_it_names() -> None:
    text = "Từ thế kỷ XIX qua thập niên 1930."
    assert Times.of(text).eras == eras(text) != ()


@given(TEXTS)
def test_the_times_of_any_text_are_years_of_four_digits(text: str) -> None:
    assert all(1_000 <= year <= 9_999 or len(str(year)) == 3 for year in Times.of(text).years)
