import pytest

from index.errors import QuestionError
from index.library import Library
from tests.index.builders import LAND, SMALL, TOTAL, library
from tests.index.hostile import QUESTIONS


def values(of: Library, topic: str) -> list[str]:
    return [one.value for one in of.key_figures(topic)]


@pytest.mark.parametrize(
    ("topic", "first"),
    [
        ("tổng thu ngân sách nhà nước", TOTAL),
        ("tong thu ngan sach", TOTAL),
        ("nsnn", TOTAL),
        ("thu ngan sahc", TOTAL),
        ("tiền sử dụng đất", LAND),
        ("ho ngheo", "410"),
        ("hộ nghèo thực hiện", "396"),
        ("Sản lượng lúa năm 2020", "53.870 tấn"),
        ("tien su dung dat so voi du toan", LAND),
    ],
)
def test_a_topic_finds_its_figure_first_however_it_is_typed(small: Library, topic: str, first: str) -> None:
    assert values(small, topic)[0] == first


@pytest.mark.parametrize("topic", ["bóng đá", "xuất khẩu gạo", "", "?", "là", "thu ngân sách năm 2017"])
def test_a_topic_that_no_figure_is_about_finds_none(small: Library, topic: str) -> None:
    assert values(small, topic) == []


def test_a_year_that_a_figure_names_itself_goes_before_the_reports(small: Library) -> None:
    assert "51.200 tấn" in values(small, "sản lượng lúa 2019")
    assert "53.870 tấn" not in values(small, "sản lượng lúa 2019")


def test_a_heading_is_a_topic_too() -> None:
    lib = library("BÁO CÁO năm 2020\nI. THỦY LỢI\nHuyện đã xây mới 12 công trình.\nII. GIÁO DỤC\nHuyện có 5 lớp mới.\n")
    assert values(lib, "thủy lợi") == ["12 công trình"]


def test_an_abbreviation_of_the_operators_is_a_topic() -> None:
    reports = library(SMALL).reports
    assert values(Library.of(reports), "TSDD") == []
    assert values(Library.of(reports, {"TSDD": "tiền sử dụng đất"}), "tsdd") == [LAND]


def test_a_topic_that_is_no_text_is_refused(small: Library) -> None:
    with pytest.raises(QuestionError):
        small.key_figures("thu \ud800")


@pytest.mark.parametrize("topic", QUESTIONS.values(), ids=QUESTIONS)
def test_any_topic_is_answered(small: Library, topic: str) -> None:
    assert len(small.key_figures(topic)) <= len(small.key_figures())


def test_what_names_a_topic_comes_before_what_only_stands_under_its_heading() -> None:
    # "/solieu gpmb" listed the buildings of a section on building and clearing land first
    text = (
        "BÁO CÁO\nKết quả năm 2020\nI. XÂY DỰNG, GIẢI PHÓNG MẶT BẰNG\nHoàn thành 2 công trình.\nGiải phóng mặt bằng "
        "đường vành đai: tổng diện tích đất nông nghiệp thu hồi 5,72 ha; đã chi trả tiền bồi thường cho 98 hộ.\n"
    )
    assert {*values(library(text), "gpmb")[:2]} == {"5,72 ha", "98 hộ"}
    assert values(library(text), "giai phong mat bang")[-1] == "2 công trình"
