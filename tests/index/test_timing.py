import pytest

from index.library import Library
from index.records import Why
from index.timing import common_period
from tests.index.builders import HEAD, answered, bold, library, refused, report

SIDE_BY_SIDE = f"""{HEAD}I. THU, CHI
Quý I năm 2020 thu ngân sách huyện đạt 50,5 tỷ đồng. Chi ngân sách đạt 21 tỷ đồng.
Quý II năm 2020 thu ngân sách huyện đạt 61,5 tỷ đồng, tăng 5% so với quý I.
6 tháng đầu năm thu ngân sách huyện đạt 112 tỷ đồng, riêng tháng 6 đạt 30 tỷ đồng.
Cả năm 2020 thu ngân sách huyện đạt 240,7 tỷ đồng.
II. NÔNG NGHIỆP
Sản lượng lúa đạt 900 tấn. Ngày 15/6/2020, huyện tổ chức lễ hội đền Thượng.
Diện tích cà phê trồng mới đạt 40 ha trong quý I và 55 ha trong quý II.
III. NHIỆM VỤ 6 THÁNG CUỐI NĂM
Phấn đấu trồng 40 ha rừng phòng hộ.
Chỉ tiêu | Quý III | Quý IV
Số lớp tập huấn | 12 lớp | 15 lớp
"""


@pytest.fixture(scope="module")
def several() -> Library:
    return library(SIDE_BY_SIDE)


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("Thu ngân sách quý I đạt bao nhiêu?", "50,5 tỷ đồng"),
        ("thu ngan sach quy 2 bao nhieu", "61,5 tỷ đồng"),
        ("thu ngân sách q2 bao nhiêu", "61,5 tỷ đồng"),
        ("chi ngân sách quý 1 bao nhiêu", "21 tỷ đồng"),
        ("thu ngân sách 6 tháng bao nhiêu", "112 tỷ đồng"),
        ("thu ngan sach nua dau nam", "112 tỷ đồng"),
        ("thu ngân sách tháng 6 bao nhiêu", "30 tỷ đồng"),
        ("thu ngân sách cả năm bao nhiêu", "240,7 tỷ đồng"),
        ("sản lượng lúa cả năm bao nhiêu", "900 tấn"),
        ("quý II thu tăng bao nhiêu phần trăm so với quý I", "5%"),
        ("diện tích cà phê trồng mới quý 1 bao nhiêu", "40 ha"),
        ("diện tích cà phê trồng mới quý 2 bao nhiêu", "55 ha"),
        ("6 tháng cuối năm trồng bao nhiêu ha rừng", "40 ha"),
        ("quý 3 có mấy lớp tập huấn", "12 lớp"),
        ("quý 4 có mấy lớp tập huấn", "15 lớp"),
    ],
)
def test_the_figure_of_the_part_of_the_year_that_is_asked_for_is_marked(
    several: Library, question: str, figure: str
) -> None:
    assert bold(several, question) == [figure]


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        ("sản lượng lúa quý I bao nhiêu", "quý I"),
        ("san luong lua thang 5 bao nhieu", "tháng 5"),
        ("sản lượng lúa 6 tháng cuối năm", "6 THÁNG CUỐI NĂM"),
        ("sản lượng lúa 9 tháng", "9 tháng"),
        ("quý I có mấy lớp tập huấn", "Quý I"),
        ("quý I tổ chức lễ hội gì", "quý I"),
    ],
)
def test_a_figure_of_the_year_or_of_another_part_of_it_is_no_answer(
    several: Library, question: str, typed: str
) -> None:
    reply = refused(several, question)
    assert reply.why is Why.PERIOD
    assert [one.lower() for one in reply.missing] == [typed.lower()]


@pytest.mark.parametrize(
    "question", ["tháng 6 tổ chức lễ hội gì", "quý II tổ chức lễ hội gì", "nua dau nam to chuc le hoi gi"]
)
def test_what_happened_on_a_day_happened_in_its_month_and_quarter(several: Library, question: str) -> None:
    assert "15/6/2020" in answered(several, question).best.text


@pytest.fixture(scope="module")
def half_a_year() -> Library:
    return library(
        "BÁO CÁO\nKết quả 6 tháng đầu năm 2020, nhiệm vụ 6 tháng cuối năm của huyện Sơn Hà\n\nI. THU NGÂN SÁCH\n"
        "Tổng thu ngân sách huyện đạt 112 tỷ đồng.\nDân số tăng nhẹ.\n"
    )


@pytest.mark.parametrize("question", ["Tổng thu 6 tháng đầu năm bao nhiêu?", "tong thu nua dau nam 2020 bao nhieu"])
def test_a_sentence_without_a_time_is_of_the_time_reported_on(half_a_year: Library, question: str) -> None:
    assert bold(half_a_year, question) == ["112 tỷ đồng"]


@pytest.mark.parametrize(
    "question", ["Tổng thu quý I bao nhiêu?", "Tổng thu 6 tháng cuối năm?", "Tổng thu cả năm 2020?"]
)
def test_and_of_no_other(half_a_year: Library, question: str) -> None:
    assert refused(half_a_year, question).why is Why.PERIOD


@pytest.mark.parametrize(
    "head",
    [
        "BÁO CÁO\nTình hình kinh tế huyện Sơn Hà\nKỳ báo cáo: quý I năm 2020\n\n",
        "BÁO CÁO\nTình hình kinh tế 3 tháng đầu năm 2020 của huyện Sơn Hà\n\n",
    ],
)
def test_the_time_reported_on_is_the_titles_or_what_the_head_states(head: str) -> None:
    lib = library(f"{head}I. THU NGÂN SÁCH\nTổng thu ngân sách huyện đạt 112 tỷ đồng.\nDân số tăng nhẹ.\n")
    assert bold(lib, "Tổng thu ngân sách quý 1 năm 2020 bao nhiêu?") == ["112 tỷ đồng"]
    assert refused(lib, "Tổng thu ngân sách 6 tháng bao nhiêu?").why is Why.PERIOD


def test_a_row_with_an_empty_cell_for_the_time_asked_is_no_answer() -> None:
    lib = library(
        f"{HEAD}I. THU\n\n| Chỉ tiêu | Quý I | Quý II |\n| --- | --- | --- |\n| Thu ngân sách | - | 30 tỷ đồng |\n"
    )
    assert refused(lib, "quý I thu ngân sách bao nhiêu").why is Why.PERIOD
    assert bold(lib, "quý II thu ngân sách bao nhiêu") == ["30 tỷ đồng"]


def test_what_another_clause_compares_does_not_keep_a_time_from_answering() -> None:
    lib = library(
        f"{HEAD}I. THU\nThu phí tăng 10% so với cùng kỳ; quý II thu ngân sách đạt 5 tỷ đồng.\nDân số tăng nhẹ.\n"
    )
    assert bold(lib, "quý II thu ngân sách bao nhiêu") == ["5 tỷ đồng"]


REST = (
    "III. VĂN HÓA\nLễ hội chùa Bà thu hút đông du khách. Đội văn nghệ đi hội diễn.\nIV. GIAO THÔNG\n"
    "Cầu treo được sửa chữa. Đèn đường được lắp ở các ngõ.\nV. AN NINH\nCông an tuần tra ban đêm. Dân số tăng nhẹ.\n"
)
HALF = "BÁO CÁO\nKết quả 6 tháng đầu năm 2024, nhiệm vụ 6 tháng cuối năm của xã Hòa Bình\n\n"
QUARTER = "BÁO CÁO\nTình hình kinh tế phường Cửa Nam\nKỳ báo cáo: quý I năm 2023\n\n"
YEARLY = "BÁO CÁO\nKết quả năm 2022 của huyện Sơn Hà\n\n"


@pytest.mark.parametrize(
    ("text", "question", "figure"),
    [
        (f"{HALF}I. THU\nThu thuế đạt 48 tỷ đồng.\n{{plan}}", "thu thuế 6 tháng đầu năm", "48 tỷ đồng"),
        (f"{HALF}I. THU\nThu thuế đạt 48 tỷ đồng.\n{{plan}}", "thu thue 6 thang", "48 tỷ đồng"),
        (
            f"{QUARTER}I. THU\nThu phí đạt 31 tỷ đồng, bằng 104% so với cùng kỳ năm 2022.\n{{plan}}",
            "thu phí quý I năm 2023 bao nhiêu",
            "31 tỷ đồng",
        ),
    ],
)
def test_the_period_that_a_report_is_on_need_not_stand_in_the_sentence(text: str, question: str, figure: str) -> None:
    plan = "II. NHIỆM VỤ\nThu thuế 6 tháng cuối năm phấn đấu đạt 38 tỷ đồng.\n"
    assert figure in answered(library(text.format(plan=plan) + REST), question).best.text


@pytest.mark.parametrize("other", ["", "Thu phí 6 tháng cuối năm phấn đấu đạt 9 tỷ đồng.\n"])
def test_a_year_that_is_only_compared_with_is_not_answered_by_the_reports_own(other: str) -> None:
    of = library(f"{HALF}I. THU\nThu phí đạt 12 tỷ đồng, bằng 112% so với cùng kỳ năm 2023.\n{other}{REST}")
    assert refused(of, "thu phí năm 2023 bao nhiêu").why is Why.YEAR
    assert "12 tỷ đồng" in answered(of, "thu phí năm 2024 đạt bao nhiêu tỷ đồng").best.text
    assert "112%" in answered(of, "thu phí tăng bao nhiêu % so với năm 2023").best.text


def test_reports_on_the_same_part_of_the_year_have_it_in_common_and_others_nothing() -> None:
    half, quarter, yearly = (report(one + "I. THU\nThu phí đạt 12 tỷ đồng.\n") for one in (HALF, QUARTER, YEARLY))
    assert common_period([half, half]) == {(1, 6), (7, 12)}
    assert common_period([quarter]) == {(1, 3)}
    assert common_period([half, quarter]) == common_period([yearly]) == common_period([]) == frozenset()


def test_the_time_of_one_item_of_a_list_is_not_the_next_ones() -> None:
    of = library(
        f"{HALF}I. THU\nThu phí đạt 12 tỷ đồng.\nII. CHỈ TIÊU 6 THÁNG CUỐI NĂM\n"
        f"- Thu phí đạt 9 tỷ đồng, cả năm đạt 21 tỷ đồng.\n- Dạy nghề cho 63 lao động nông thôn.\n{REST}"
    )
    assert "63 lao động" in answered(of, "dạy nghề cho bao nhiêu lao động nông thôn 6 tháng cuối năm").best.text
    assert refused(of, "dạy nghề cho bao nhiêu lao động nông thôn cả năm").why is Why.PERIOD
