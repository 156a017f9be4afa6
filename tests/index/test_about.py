"""Whether a sentence is about what is asked about: what is common to all comparisons says nothing."""

import pytest

from index.library import Library
from index.records import Why
from tests.index.builders import HEAD, answered, bold, library, refused

TEXT = f"""{HEAD}I. NGÂN SÁCH
Tổng thu ngân sách trên địa bàn huyện đạt 15 tỷ đồng, bằng 105,1% dự toán tỉnh giao và bằng 107% so với cùng kỳ.
Thuế ngoài quốc doanh đạt 6 tỷ đồng, bằng 92,3% dự toán tỉnh giao và bằng 93,2% so với cùng kỳ.
Nhân dân trong huyện phấn khởi.

II. TRỒNG TRỌT
Diện tích lúa tăng 4% so với cùng kỳ.
"""


@pytest.fixture(scope="module")
def district() -> Library:
    return library(TEXT)


@pytest.mark.parametrize(
    "question",
    [
        "dân số so với cùng kỳ",
        "dan so so voi cung ky",
        "khách du lịch đạt bao nhiêu so với cùng kỳ",
        "tội phạm so với cùng kỳ giảm bao nhiêu",
        "doanh thu bán lẻ so với dự toán",
        "GRDP tăng bao nhiêu so với cùng kỳ",
        "số học sinh so với cùng kỳ năm trước",
    ],
)
def test_what_the_report_does_not_compare_gets_no_other_things_comparison(district: Library, question: str) -> None:
    assert refused(district, question).why is Why.TOPIC


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("tổng thu so với cùng kỳ", "107%"),
        ("tong thu ngan sach so voi du toan tinh giao bao nhieu", "105,1%"),
        ("thuế ngoài quốc doanh bằng bao nhiêu phần trăm cùng kỳ", "93,2%"),
    ],
)
def test_what_it_does_compare_is_answered(district: Library, question: str, figure: str) -> None:
    assert bold(district, question) == [figure]


@pytest.mark.parametrize(
    "question",
    [
        "so với cùng kỳ",
        "so voi cung ky",
        "so với dự toán",
        "tăng hay giảm",
        "so với cùng kỳ bao nhiêu",
        "cái nào cao hơn",
    ],
)
def test_a_question_that_only_compares_names_nothing_to_answer(district: Library, question: str) -> None:
    assert refused(district, question).why is Why.EMPTY


def test_a_share_of_the_plan_alone_may_be_the_totals_and_is_never_sure(district: Library) -> None:
    assert not answered(district, "bằng bao nhiêu phần trăm dự toán?").sure


def test_a_heading_may_say_what_is_compared() -> None:
    of = library(
        f"{HEAD}I. DU LỊCH\nLượng khách tăng 12% so với cùng kỳ.\n\nII. NGÂN SÁCH\nThu bằng 107% so với cùng kỳ.\n"
    )
    assert "12%" in answered(of, "Du lịch so với cùng kỳ thế nào?").best.text
