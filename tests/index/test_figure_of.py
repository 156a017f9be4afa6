import pytest

from index.library import Library
from tests.index.builders import HEAD, bold, library

TEXT = f"""{HEAD}I. KINH TẾ
Tổng thu ngân sách đạt 35,2 tỷ đồng, bằng 104,6% dự toán; chi ngân sách 28,7 tỷ đồng, bằng 95,1% dự toán.
Tốc độ tăng trưởng kinh tế đạt 12,4%, vượt 0,6% so với kế hoạch. Sản lượng lương thực đạt 46.200 tấn.
Rà soát, cắt giảm nhiều khoản chi với số tiền 9,5 tỷ đồng, đạt tỷ lệ tiết kiệm chi thường xuyên 21,3%.
II. XÃ HỘI
Xây dựng 35 km đường nông thôn.
Chỉ tiêu | Đơn vị | Kế hoạch | Thực hiện
Tỷ suất sinh thô | % | 14,5 | 14,2
"""


@pytest.fixture(scope="module")
def report() -> Library:
    return library(TEXT)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("12,4% là con số gì", ["Tốc độ tăng trưởng kinh tế"]),
        ("28,7 tỷ đồng là gì?", ["chi ngân sách"]),
        ("46.200 tan la gi", ["Sản lượng lương thực"]),
        ("21,3% là số gì", ["tỷ lệ tiết kiệm chi thường xuyên"]),
        ("14,2% là của chỉ tiêu nào", ["Tỷ suất sinh thô"]),
    ],
)
def test_a_figure_is_told_by_what_it_is_of_never_by_its_neighbour(
    report: Library, question: str, words: list[str]
) -> None:
    assert bold(report, question) == words


def test_a_figure_that_compares_is_told_by_what_is_compared_and_with_what(report: Library) -> None:
    assert bold(report, "104,6% là con số gì") == ["Tổng thu ngân sách", "bằng 104,6% dự toán"]
    assert bold(report, "95,1% là con số nào") == ["chi ngân sách", "bằng 95,1% dự toán"]


def test_what_a_sentence_does_not_call_by_a_name_is_not_marked(report: Library) -> None:
    assert bold(report, "35 km là gì") == []  # "Xây dựng" is none
