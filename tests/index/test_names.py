import pytest

from index.names import named, runs, starts_sentence
from index.tokens import tokens


def names(text: str) -> list[str]:
    return [text[start:end] for start, end in runs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("do đồng chí Trần Văn Nam trình bày", ["Trần Văn Nam"]),
        ("đồng chí Lê Thị Hạnh trình bày", ["Lê Thị Hạnh"]),
        ("đồng chí Phạm Văn Đồng trình bày", ["Phạm Văn Đồng"]),
        ("đồng chí Trần Đại Quang trình bày", ["Trần Đại Quang"]),
        ("đồng chí Bùi Nam Phó Bí thư", ["Bùi Nam"]),
        ("Phó Chủ tịch Trần Nam và Lê Bắc", ["Trần Nam", "Lê Bắc"]),
        ("xã Tân Lập, xã Sơn Hà", ["Tân Lập", "Sơn Hà"]),
        ("dịch Covid-19 ở Mỹ", ["Covid-19", "Mỹ"]),
        ("không có tên nào", []),
        ("Nam  Bắc", ["Nam", "Bắc"]),
        ("", []),
    ],
)
def test_runs_of_capitalised_words_are_names_without_their_titles(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "start", "owed"),
    [
        ("Nam về.", 0, True),
        ("Hết. Nam về.", 5, True),
        ("Hỏi: “Nam về?”", 6, True),
        ("anh Nam về", 4, False),
        ("- Nam về", 2, True),
    ],
)
def test_a_capital_that_its_place_explains(text: str, start: int, owed: bool) -> None:
    assert starts_sentence(text, start) is owed


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("đồng chí Bui Hoang Phan là ai", ["bui", "hoang", "phan"]),
        ("Bui Hoang Phan la ai", ["bui", "hoang", "phan"]),
        ("Tổng thu ở xã", []),
        ("UBND là gì", ["ubnd"]),
        ("A là gì", []),
        ("TONG THU NGAN SACH Xa", []),
        ("", []),
    ],
)
def test_a_capital_makes_a_name_unless_it_is_owed_to_its_place(question: str, expected: list[str]) -> None:
    found = list(tokens(question))
    assert [found[i].text for i in sorted(named(question, found))] == expected
