import pytest

from index.constraints import name_form, searchable
from index.likeness import carries, number_words, says, says_ordinal
from index.normalize import fold
from index.tokens import tokens

TEXT = "Đội Panthers và Setanta Sports gặp Mamluk; bà Nguyễn Thị Ánh dự. Galor và Zeira viết."


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("Panther", True),
        ("Sentanta Sports", True),
        ("Galor Zeria", True),
        ("Mamluks", True),
        ("Bears", False),
        ("Nguyễn Thị Ánh", True),
        ("Nguyễn Thị Anh Thư", False),
        ("Nguyễn Thị Oanh", False),  # of a Vietnamese name a letter makes another person
    ],
)
def test_a_foreign_name_may_have_a_slip_and_a_vietnamese_one_may_not(name: str, held: bool) -> None:
    text = searchable([fold(token.text) for token in tokens(TEXT)], TEXT)
    assert carries(text, name_form(name)) is held


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ("10", "mười"),
        ("12", "mười hai"),
        ("15", "mười lăm"),
        ("20", "hai mươi"),
        ("21", "hai mươi mốt"),
        ("100", "một trăm"),
        ("105", "một trăm linh năm"),
        ("125", "một trăm hai mươi lăm"),
        ("9", ""),
        ("1000", ""),
        ("12,5", ""),
    ],
)
def test_a_number_is_said_in_words(figure: str, words: str) -> None:
    assert number_words(figure) == words


@pytest.mark.parametrize(
    ("text", "figure", "held"),
    [
        ("triển khai mười hai dự án", "12", True),
        ("triển khai mười hai dự án", "10", False),
        ("một trăm hai mươi lăm hộ", "125", True),
        ("một trăm hai mươi lăm hộ", "20", False),
        ("một trăm hai mươi lăm hộ", "100", False),
        ("gần một trăm năm trước", "100", True),
        ("một trăm năm mươi hộ", "100", False),
        ("lần thứ mười của quận", "10", True),
    ],
)
def test_a_number_in_words_is_no_part_of_a_larger_one(text: str, figure: str, held: bool) -> None:
    assert says(text.split(), number_words(figure).split()) is held


@pytest.mark.parametrize(
    ("text", "figure", "held"),
    [
        ("sinh con thứ ba trở lên", "3", True),
        ("sinh con thứ ba trở lên", "4", False),
        ("quý thứ tư của năm", "4", True),
        ("giải thứ nhất", "1", True),
        ("ba người con", "3", False),
        ("lần thứ mười", "10", False),
    ],
)
def test_a_number_below_ten_is_said_as_what_it_counts_off(text: str, figure: str, held: bool) -> None:
    assert says_ordinal(text.split(), figure) is held
