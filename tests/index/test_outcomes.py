"""Asked plainly, a result answers, and not the plan, nor how the year began; three reports, each with its own words."""

import pytest

from index.library import Library
from index.outcomes import Outcomes
from tests.index.builders import HEAD, answered, bold, library

WARD = """BÁO CÁO
Tình hình kinh tế - xã hội 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2022 của phường Tân Hòa

I. KẾT QUẢ
Đầu năm 2022 phường có 52 hộ nghèo. Đến hết tháng 5, số hộ nghèo còn 41 hộ.
Thu thuế trên địa bàn đạt 3.120 triệu đồng, bằng 55,1% dự toán, bằng 108% so với cùng kỳ năm 2021.
Dự toán thu thuế năm 2022 quận giao là 5.660 triệu đồng.
Vận động được 640 người hiến máu, bằng 80% kế hoạch năm (800 người).
II. NHIỆM VỤ TRỌNG TÂM
- Thu thuế 6 tháng cuối năm phấn đấu đạt 2.540 triệu đồng.
- Trồng mới 75 cây xanh.
- Tổ chức 4 lớp dạy nghề.
"""
TOWN = """BÁO CÁO
Kết quả thực hiện nhiệm vụ 9 tháng đầu năm 2023 của thị trấn Phố Núi

I. KẾT QUẢ
Sản lượng chè búp tươi đạt 870 tấn, bằng 72,5% kế hoạch.
Tổ chức 9 buổi tiếp dân.
II. PHƯƠNG HƯỚNG QUÝ IV
Sản lượng chè búp tươi đạt 330 tấn. Sửa chữa 5 cầu treo. Phấn đấu có 3 sản phẩm OCOP.
"""


@pytest.fixture(scope="module")
def ward() -> Library:
    return library(WARD)


@pytest.fixture(scope="module")
def town() -> Library:
    return library(TOWN)


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("phường còn bao nhiêu hộ nghèo", "41 hộ"),
        ("con bao nhieu ho ngheo", "41 hộ"),
        ("thu thuế bao nhiêu", "3.120 triệu đồng"),
        ("thu thuế năm 2022", "3.120 triệu đồng"),
        ("thu thuế", "3.120 triệu đồng"),
    ],
)
def test_the_result_answers_and_not_the_plan_nor_how_the_year_began(ward: Library, question: str, figure: str) -> None:
    answer = answered(ward, question)
    assert figure in answer.best.text
    assert answer.outcome


def test_another_reports_result_answers_too(town: Library) -> None:
    answer = answered(town, "sản lượng chè búp tươi bao nhiêu tấn")
    assert "870 tấn" in answer.best.text
    assert answer.outcome


@pytest.mark.parametrize(
    ("of", "question"),
    [
        ("ward", "trồng mới bao nhiêu cây xanh"),
        ("ward", "tổ chức bao nhiêu lớp dạy nghề"),
        ("town", "sửa chữa bao nhiêu cầu treo"),
        ("town", "có bao nhiêu sản phẩm OCOP"),
    ],
)
def test_what_is_only_planned_is_said_to_be_and_never_without_a_doubt(
    of: str, question: str, request: pytest.FixtureRequest
) -> None:
    answer = answered(request.getfixturevalue(of), question)
    assert not answer.outcome
    assert not answer.sure


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("phấn đấu thu thuế 6 tháng cuối năm bao nhiêu", "2.540 triệu đồng"),
        ("thu thuế 6 tháng cuối năm", "2.540 triệu đồng"),
        ("trồng bao nhiêu cây xanh cuối năm", "75 cây"),
        ("đầu năm có bao nhiêu hộ nghèo", "52 hộ"),
    ],
)
def test_who_asks_for_a_plan_or_another_time_is_answered_with_it(ward: Library, question: str, figure: str) -> None:
    answer = answered(ward, question)
    assert figure in answer.best.text
    assert answer.outcome


def test_a_table_says_in_its_columns_what_is_planned() -> None:
    of = library(f"{HEAD}I. CHỈ TIÊU CHỦ YẾU\nChỉ tiêu | Kế hoạch | Thực hiện\nHộ nghèo | 410 | 396\n")
    row = next(i for i, one in enumerate(of.collection.sentences) if one.header)
    assert not Outcomes(of.collection).lacks(of.understand("hộ nghèo bao nhiêu").constraints, row)


def test_the_figure_of_a_plan_in_a_results_sentence_is_not_bold_unless_asked_for(ward: Library) -> None:
    assert bold(ward, "vận động bao nhiêu người hiến máu") == ["640 người"]
    assert bold(ward, "kế hoạch vận động hiến máu bao nhiêu người") == ["800 người"]
