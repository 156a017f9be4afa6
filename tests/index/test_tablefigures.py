import pytest
from hypothesis import given, settings

from index.tablefigures import cells_told
from tests.index.hostile import LINES

HEADER = "STT | Chỉ tiêu | Đơn vị | Kế hoạch | Thực hiện"


def lines(row: str, header: str) -> list[tuple[str | None, ...]]:
    return [
        (
            row[slice(*one.what)],
            header[slice(*one.column)] if one.column else None,
            row[slice(*one.figure)],
            row[slice(*one.unit)] if one.unit else None,
        )
        for one in cells_told(row, header)
    ]


def test_each_figure_is_of_the_rows_name_in_its_column() -> None:
    assert lines("1 | Hộ nghèo | hộ | 410 | 396", HEADER) == [
        ("Hộ nghèo", "Kế hoạch", "410", "hộ"),
        ("Hộ nghèo", "Thực hiện", "396", "hộ"),
    ]


def test_a_figure_that_states_its_unit_has_it() -> None:
    assert lines("Tổng thu | 15 tỷ đồng | 105,1%", "Chỉ tiêu | Kết quả | So với dự toán") == [
        ("Tổng thu", "Kết quả", "15 tỷ đồng", None),
        ("Tổng thu", "So với dự toán", "105,1%", None),
    ]


def test_cells_parted_by_tabs_are_told_alike() -> None:
    assert lines("2.\tHộ nghèo\thộ\t410", "TT\tChỉ tiêu\tĐVT\tKế hoạch") == [("Hộ nghèo", "Kế hoạch", "410", "hộ")]


@pytest.mark.parametrize("cell", ["-", "", "khá", "năm 2020", "Quận ủy", "2020"])
def test_a_cell_that_is_no_figure_is_left_out(cell: str) -> None:
    assert lines(f"Tổng thu | {cell} | 5 tỷ đồng", "Chỉ tiêu | Năm | Kết quả") == [
        ("Tổng thu", "Kết quả", "5 tỷ đồng", None)
    ]


def test_without_a_header_that_fits_only_a_rows_single_figure_is_told() -> None:
    assert lines("Hộ nghèo | 410 | 396", "") == []
    assert lines("Hộ nghèo | 410 | 396", "Chỉ tiêu | Kết quả") == []
    assert lines("Hộ nghèo | khá | 396", "") == [("Hộ nghèo", None, "396", None)]


def test_a_row_without_a_name_tells_nothing() -> None:
    assert lines("1 | 410 | 396", "STT | Kế hoạch | Thực hiện") == []


def test_the_number_of_a_row_is_no_part_of_its_name() -> None:
    assert lines("a) Hộ nghèo | 410", "Chỉ tiêu | Kế hoạch") == [("Hộ nghèo", "Kế hoạch", "410", None)]


@settings(max_examples=200, deadline=None)
@given(LINES, LINES)
def test_all_that_is_told_of_any_row_lies_in_it(row: str, header: str) -> None:
    for one in cells_told(row, header):
        for text, place in ((row, one.what), (row, one.figure), (header, one.column), (row, one.unit)):
            assert place is None or text[slice(*place)].strip() == text[slice(*place)] != ""
