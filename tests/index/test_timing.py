import pytest

from index.library import Library
from index.records import Why
from tests.index.builders import HEAD, answered, bold, library, refused

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
