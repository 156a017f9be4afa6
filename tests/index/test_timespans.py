from pathlib import Path

import pytest

from index.errors import DataError
from index.normalize import has_accents
from index.timespans import DEFAULT, Months, Timespan, Timespans
from index.tokens import tokens


def find(text: str) -> tuple[Timespan, ...]:
    return Timespans.load().find(text, list(tokens(text)), accented=has_accents(text))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("thu quý I", (1, 3)),
        ("thu quý 2/2020", (4, 6)),
        ("quí hai", (4, 6)),
        ("QUÝ III NĂM 2020", (7, 9)),
        ("quý tư đạt", (10, 12)),
        ("thu quy 3 bn", (7, 9)),
        ("q2 thu the nao", (4, 6)),
        ("QII đạt bao nhiêu", (4, 6)),
        ("3 tháng đầu năm", (1, 3)),
        ("6 tháng đầu năm 2020", (1, 6)),
        ("sau thang dau nam", (1, 6)),
        ("6T đầu năm", (1, 6)),
        ("thu ngan sach 6T", (1, 6)),
        ("nửa đầu năm", (1, 6)),
        ("thu 6 thang bao nhieu", (1, 6)),
        ("9 tháng năm 2020", (1, 9)),
        ("chín tháng đầu năm", (1, 9)),
        ("sáu tháng cuối năm", (7, 12)),
        ("2 quý đầu năm", (1, 6)),
        ("tháng 6", (6, 6)),
        ("tháng 06/2020", (6, 6)),
        ("từ 6/2020", (6, 6)),
        ("tháng mười hai", (12, 12)),
        ("cả năm 2020", (1, 12)),
        ("từ tháng 3 đến tháng 6", (3, 6)),
        ("ngày 15 tháng 6 họp", (6, 6)),
        ("đến 30/6/2020", (6, 6)),
    ],
)
def test_a_part_of_a_year_is_known_by_its_months_however_it_is_written(text: str, months: Months) -> None:
    assert [one.months for one in find(text)] == [frozenset([months])]


@pytest.mark.parametrize(
    "text",
    [
        "tháng mấy khai mạc",
        "quý nào cao nhất",
        "bao nhiêu tháng",
        "trong 6 tháng qua",
        "sau 6 tháng",
        "phạt tù 18 tháng",
        "từ đầu năm đến nay",
        "quy tu thien",
        "quy định 3 điều",
        "kỹ năng 4",
        "năm 2020",
        "hằng tháng",
        "đạt 3.5 tấn, 45/50 chỉ tiêu",
        "tháng 13",
        "giữa năm 2004 và 2014",
        "quý 5",
        "",
    ],
)
def test_what_is_asked_for_or_how_long_something_takes_is_no_part_of_a_year(text: str) -> None:
    assert find(text) == ()


def test_up_to_the_end_of_a_month_is_the_months_till_then_or_that_one() -> None:
    assert [one.months for one in find("thu đến hết tháng 9")] == [{(1, 9), (9, 9)}]


def test_each_is_given_as_typed_and_in_order() -> None:
    text = "Quý II tăng so với quý I, họp ngày 5/7"
    assert [(one.typed, text[one.start : one.end]) for one in find(text)] == [
        ("Quý II", "Quý II"),
        ("quý I", "quý I"),
        ("5/7", "5/7"),
    ]
    assert [(one.firm, one.compared, one.day) for one in find(text)] == [
        (True, False, False),
        (True, True, False),
        (False, False, True),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('is = "half"', 'is = "halves"'),
        ("n = 5", "n = 13"),
        ('["5", "v"],', ""),
        ("[compared]", "[compare]"),
        ("[[spans]]", "[[spans"),
        ('"qii"', '"{which}"'),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "timespans.toml"
    path.write_text(DEFAULT.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError, match=r"timespans\.toml"):
        Timespans.load(path)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Kết quả 9 tháng năm 2023", ["9 tháng"]),
        ("BÁO CÁO KẾT QUẢ 6 THÁNG", ["6 THÁNG"]),
        ("quá 6 tháng chưa nộp", []),
        ("Kết quả đạt được sau 3 tháng", []),
    ],
)
def test_a_word_with_other_accents_makes_no_duration(text: str, named: list[str]) -> None:
    assert [one.typed for one in Timespans.load().find(text, list(tokens(text)))] == named
