from unicodedata import normalize

from hypothesis import given, settings

from index.library import Library
from tests.index.builders import FEES, HEAD, LAND, SMALL, TOTAL, library
from tests.index.hostile import TEXTS


def lines(of: Library) -> list[tuple[str, str]]:
    return [(one.said, one.value) for one in of.key_figures()]


def test_the_figures_of_a_report_come_in_reading_order(small: Library) -> None:
    assert lines(small) == [
        ("Tổng thu NSNN trên địa bàn huyện", TOTAL),
        ("tiền sử dụng đất", LAND),
        ("thu phí do xã thực hiện", FEES),
        ("Huyện trồng mới", "320 ha rừng"),
        ("rừng phòng hộ", "45 ha"),
        ("Sản lượng lúa năm 2019", "51.200 tấn"),
        ("Sản lượng lúa năm 2020", "53.870 tấn"),
        ("trường đạt chuẩn quốc gia", "12 trường"),
        ("BTCLH đã đón", "8.400 lượt khách"),
        ("Hộ nghèo", "410"),
        ("Hộ nghèo", "396"),
        ("Lao động có việc làm mới", "2.100"),
        ("Lao động có việc làm mới", "2.260"),
    ]


def test_a_figure_comes_with_what_compares_it_and_a_rows_with_its_column_and_unit(small: Library) -> None:
    first, *_, last = small.key_figures()
    assert [first.report.quote(one) for one in first.beside] == [
        "bằng 104,2% dự toán Tỉnh giao",
        "bằng 109% so với cùng kỳ",
    ]
    assert last.column is not None
    assert last.unit is not None
    assert (last.report.quote(last.column), last.report.quote(last.unit)) == ("Thực hiện", "người")


def test_what_a_table_says_again_is_listed_once() -> None:
    rows = f"Nội dung | Kết quả | So với dự toán\nThu NSNN | {TOTAL} | 104,2%\nThu phí | {TOTAL} | 99%\n"
    again = f"{SMALL}IV. BIỂU\n{rows}"
    added = [one for one in lines(library(again)) if one not in lines(library(SMALL))]
    assert added == [("Thu phí", TOTAL), ("Thu phí", "99%")]


def test_two_reports_that_say_the_same_have_it_each() -> None:
    lib = library(SMALL, SMALL)
    assert lines(lib) == [*lines(library(SMALL))] * 2
    assert {id(one.report) for one in lib.key_figures()} == {id(report) for report in lib.reports}


def test_a_header_is_only_of_the_rows_below_it() -> None:
    lib = library(
        f"{HEAD}I. BIỂU\nChỉ tiêu | Đơn vị | Kế hoạch\nHộ nghèo | hộ | 410\nChi trả cho các hộ đã xong.\n"
        "Hộ cận nghèo | hộ | 12\nLao động | người | 7\n"
    )
    columns = [(one.said, one.column and one.report.quote(one.column)) for one in lib.key_figures()]
    assert columns == [("Hộ nghèo", "Kế hoạch"), ("Hộ cận nghèo", None), ("Lao động", None)]


def test_a_report_without_figures_has_none() -> None:
    assert library("Công tác điều hành được thực hiện chủ động.\n").key_figures() == ()
    assert Library.of([]).key_figures() == ()


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_every_word_of_any_reports_figures_is_the_reports(text: str) -> None:
    text = normalize("NFC", f"Mở đầu báo cáo này.\n{text}")
    for one in library(text).key_figures():
        for span in (one.what, one.figure, *one.beside, *([one.unit] if one.unit else [])):
            assert one.sentence.start <= span.start < span.end <= one.sentence.end
        assert one.column is None or one.column.end <= one.sentence.start
        assert any(c.isdigit() for c in one.value)
        assert one.said == one.report.text[one.what.start : one.what.end] != ""
