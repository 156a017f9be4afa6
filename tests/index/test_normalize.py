import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.normalize import fold, has_accents, marks, nfc, number, syllable


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoá", "hóa"),
        ("uỷ", "ủy"),
        ("Thuỷ", "thủy"),
        ("quý", "quí"),
        ("kỹ", "kĩ"),
        ("Mỹ", "mĩ"),
        ("tỷ", "tỉ"),
        ("lý", "lí"),
        ("khoẻ", "khỏe"),
        ("toà", "tòa"),
        ("NGÂN", "ngân"),
        (unicodedata.normalize("NFD", "được"), "được"),
        ("hy", "hi"),
    ],
)
def test_two_spellings_of_one_syllable_are_one(one: str, other: str) -> None:
    assert syllable(one) == syllable(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("thúy", "thúi"), ("tay", "tai"), ("hoa", "hóa"), ("y", "i"), ("bán", "bàn"), ("đa", "da")],
)
def test_two_syllables_stay_two(one: str, other: str) -> None:
    assert syllable(one) != syllable(other)


@pytest.mark.parametrize("word", ["toán", "tuyến", "người", "giếng", "gìn", "quốc", "hoàng", "khuya", "được", "thuế"])
def test_a_syllable_in_its_usual_spelling_stays(word: str) -> None:
    assert syllable(word) == word


@pytest.mark.parametrize("word", ["b́", "café1", "àáá", "́", "ééé", "naïve", "ß", ""])
def test_what_is_no_syllable_is_only_lower_cased(word: str) -> None:
    assert syllable(word) == nfc(word.lower())


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("10.530,819", "10530,819"),
        ("10530,819", "10530,819"),
        ("1.000.000", "1000000"),
        ("01", "1"),
        ("0", "0"),
        ("000", "0"),
        ("3.5", "3.5"),
        ("105,1", "105,1"),
        ("1234.567", "1234.567"),
    ],
)
def test_a_figure_has_one_form(written: str, canonical: str) -> None:
    assert number(written) == canonical


@pytest.mark.parametrize(
    ("text", "bare"),
    [("Hoàn Kiếm", "Hoan Kiem"), ("Đường đê", "Duong de"), ("abc", "abc"), ("ưởng " * 9, "uong " * 9)],
)
def test_folding_takes_every_mark_off(text: str, bare: str) -> None:
    assert fold(text) == bare
    assert fold(unicodedata.normalize("NFD", text)) == bare


@pytest.mark.parametrize(
    ("text", "accented"),
    [("ngân", True), ("Đ", True), ("ngan sach", False), ("", False), ("😀 123%", False), ("đ", True)],
)
def test_accents_are_noticed(text: str, accented: bool) -> None:
    assert has_accents(text) is accented


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert syllable(syllable(text)) == syllable(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [("được", {"\u031b", "\u0323", "đ"}), ("thuế", {"\u0302", "\u0301"}), ("thu", set()), ("", set())],
)
def test_the_marks_of_a_syllable_are_those_of_its_letters(text: str, found: set[str]) -> None:
    assert marks(text) == found
