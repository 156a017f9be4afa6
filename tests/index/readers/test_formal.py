import pytest

from index.readers.formal import cells, is_formal, is_stamp, issuer


@pytest.mark.parametrize(
    "line",
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập – Tự do – Hạnh phúc",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Số: 215/BC-UBND",
        "Số 12-BC/ĐU",
        "Số:      /BC-UBND",
        "Sơn Hà, ngày 05 tháng 7 năm 2023",
        "Ngày 5 tháng 7 năm 2023",
        "Sơn Hà, ngày … tháng … năm 2023",
        "UBND HUYỆN\tĐộc lập - Tự do - Hạnh phúc",
    ],
)
def test_only_a_letterhead_has_such_lines(line: str) -> None:
    assert is_stamp(line)
    assert is_formal(line)


@pytest.mark.parametrize(
    "line",
    [
        "Số hộ nghèo còn 12 hộ",
        "Ngày 5 tháng 7 năm 2023, xã họp.",
        "Số: liệu",
        "Độc lập về tài chính",
        "Đến ngày 5 tháng 7 năm 2023 đã xong việc",
        "Ủy ban nhân dân xã đã họp",
        "",
    ],
)
def test_what_resembles_them_is_none(line: str) -> None:
    assert not is_stamp(line)
    assert not is_formal(line)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["ỦY BAN NHÂN DÂN", "XÃ TÂN LẬP"], "ỦY BAN NHÂN DÂN XÃ TÂN LẬP"),
        (["ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "XÃ TÂN LẬP\tĐộc lập"], "ỦY BAN NHÂN DÂN XÃ TÂN LẬP"),
        (["ĐẢNG BỘ HUYỆN SƠN HÀ", "ĐẢNG ỦY XÃ TÂN LẬP", "*"], "ĐẢNG ỦY XÃ TÂN LẬP"),
        (["UBND HUYỆN SƠN HÀ", "PHÒNG GIÁO DỤC VÀ", "ĐÀO TẠO"], "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"),
        (["ỦY BAN NHÂN DÂN XÃ TÂN LẬP", "SỐ: 5/BC-UBND", "DỰ THẢO"], "ỦY BAN NHÂN DÂN XÃ TÂN LẬP"),
        (["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], None),
        ([], None),
    ],
)
def test_the_issuer_is_the_organisation_named_last_with_its_place(lines: list[str], expected: str | None) -> None:
    assert issuer(lines) == expected


def test_the_cells_of_a_line_are_parted_by_tabs_and_bars() -> None:
    assert cells("UBND XÃ\t\tViệt Nam | Số: 1") == ["UBND XÃ", "Việt Nam", "Số: 1"]
