import pytest

from index.names import runs, starts_sentence


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
