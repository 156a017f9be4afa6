"""A plan's figure, or last year's, is not the result's that is compared with it."""

from pathlib import Path

import pytest

from index.errors import DataError
from index.library import Library
from index.records import Why
from index.yardsticks import Yardsticks
from tests.index.builders import HEAD, bold, library, refused

TEXT = f"""{HEAD}I. NGÂN SÁCH
Tổng thu ngân sách đạt 15 tỷ đồng, bằng 105,1% dự toán tỉnh giao và bằng 107% so với cùng kỳ năm trước.
Kế hoạch vốn đầu tư là 40 tỷ đồng, đã giải ngân 32 tỷ đồng, đạt 80% kế hoạch.
Xã đã xây dựng kế hoạch trồng 20 ha rừng.

II. LỆ PHÍ
| Nội dung | Dự toán | Thực hiện |
|---|---|---|
| Lệ phí chợ | 300 triệu đồng | 320 triệu đồng |
"""


@pytest.fixture(scope="module")
def district() -> Library:
    return library(TEXT)


@pytest.mark.parametrize(
    ("before", "yardstick"),
    [
        ("Dự toán thu ngân sách là ", "Dự toán"),
        ("du toan thu ngan sach la ", "du toan"),
        ("Cùng kỳ năm trước thu ", "Cùng kỳ"),
        ("Kế hoạch vốn năm 2020 là ", "Kế hoạch"),
        ("Thu đạt ", None),
        ("Thu so với dự toán bằng ", None),
        ("Thu vượt dự toán ", None),
        ("Vượt bao nhiêu % dự toán ", None),
        ("Hoàn thành kế hoạch được ", None),
        ("", None),
    ],
)
def test_a_question_for_the_yardsticks_own_figure_is_told_from_one_that_compares(
    before: str, yardstick: str | None
) -> None:
    assert Yardsticks.load().asked(before) == yardstick


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("Dự toán thu là 14 tỷ đồng.", True),
        ("Thu 15 tỷ đồng (dự toán: 14 tỷ đồng).", True),
        ("Thu đạt 105,1% dự toán.", False),
        ("Thu bằng 105,1% so với dự toán.", False),
        ("Thu cao hơn cả dự toán.", False),
        ("Thu vượt mức dự toán, theo dự toán.", False),
        ("Thu đạt 105,1% dự toán; dự toán là 14 tỷ đồng.", True),
        ("Thu được 15 tỷ đồng.", False),
    ],
)
def test_a_sentence_has_it_where_it_does_more_than_compare(text: str, has: bool) -> None:
    assert Yardsticks.load().has("dự toán", text, "") is has
    assert Yardsticks.load().has("du toan", text, "") is has


def test_a_column_of_the_header_is_the_yardsticks_own() -> None:
    assert Yardsticks.load().has("dự toán", "Thu phí | 300 | 320", "Nội dung | Dự toán | Thực hiện")
    assert not Yardsticks.load().has("dự toán", "Thu phí | 300 | 107%", "Nội dung | Thực hiện | So với dự toán")


@pytest.mark.parametrize(
    "question",
    ["Dự toán thu ngân sách là bao nhiêu?", "du toan thu ngan sach bao nhieu", "Cùng kỳ năm trước tổng thu bao nhiêu?"],
)
def test_the_results_figure_is_no_answer_to_a_question_for_what_it_is_compared_with(
    district: Library, question: str
) -> None:
    assert refused(district, question).why is Why.FIGURE


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Tổng thu ngân sách là bao nhiêu?", ["15 tỷ đồng"]),
        ("Tổng thu ngân sách bằng bao nhiêu phần trăm dự toán?", ["105,1%"]),
        ("Kế hoạch vốn đầu tư là bao nhiêu?", ["40 tỷ đồng"]),
    ],
)
def test_results_comparisons_and_plans_with_a_figure_are_answered(
    district: Library, question: str, answer: list[str]
) -> None:
    assert bold(district, question) == answer


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "yardsticks.toml"
    path.write_text('words = []\ncomparing = ["so"]\nbesides = ["theo"]\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"yardsticks\.toml"):
        Yardsticks.load(path)


PLANS = f"""{HEAD}I. KẾT QUẢ
Trồng mới 26 ha rừng, đạt 86% kế hoạch năm (30 ha); chăm sóc 9 ha rừng cũ.
Tỷ lệ bao phủ bảo hiểm y tế đạt 91,7%, vượt 0,7% so với chỉ tiêu tỉnh giao (91%).
Thu nhập bình quân đạt 52 triệu đồng, cùng kỳ đạt 48 triệu đồng; kế hoạch thu nhập là 50 triệu đồng.
Đàn dê đạt 96% kế hoạch.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("kế hoạch trồng rừng mới bao nhiêu ha", ["30 ha"]),
        ("chỉ tiêu bảo hiểm y tế tỉnh giao là bao nhiêu", ["91%"]),
        ("tỷ lệ bao phủ bảo hiểm y tế bao nhiêu", ["91,7%"]),
        ("kế hoạch thu nhập là bao nhiêu", ["50 triệu đồng"]),
        ("thu nhập bình quân bao nhiêu", ["52 triệu đồng"]),
    ],
)
def test_a_plan_has_its_own_figure_and_the_result_another(question: str, words: list[str]) -> None:
    assert bold(library(PLANS), question) == words


@pytest.mark.parametrize("question", ["kế hoạch đàn dê", "kế hoạch đàn dê là bao nhiêu", "ke hoach dan de"])
def test_what_is_only_compared_with_a_plan_says_nothing_of_it(question: str) -> None:
    assert refused(library(PLANS), question).why is Why.FIGURE


def test_last_years_figure_is_no_plan() -> None:
    assert Yardsticks.load().plans("Kế hoạch")
    assert not Yardsticks.load().plans("cùng kỳ")
