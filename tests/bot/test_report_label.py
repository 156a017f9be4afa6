from dataclasses import replace

import pytest
from hypothesis import given

from bot.markup import units
from bot.report_label import LONGEST, report_label
from index.records import Report
from tests.bot.hostile import reports, unhurried
from tests.bot.samples import report_of

GENERIC = "Tình hình thực hiện nhiệm vụ phát triển kinh tế - xã hội, quốc phòng - an ninh"


def report(title: str, issuer: str | None = None, years: tuple[int, ...] = (), period: str | None = None) -> Report:
    return replace(report_of("Thu.", title=title), issuer=issuer, years=frozenset(years), period=period)


@pytest.mark.parametrize(
    ("title", "issuer", "years", "period", "begins"),
    [
        (f"BÁO CÁO {GENERIC}", "ỦY BAN NHÂN DÂN XÃ TÂN LẬP", (2024,), None, "xã Tân Lập, 2024: Tình hình thực hiện"),
        (f"BÁO CÁO {GENERIC} 9 tháng", "UBND phường 12", (2023,), None, "phường 12, 9 tháng 2023: Tình hình"),
        (GENERIC, "Ủy ban nhân dân huyện Ea H'leo", (2024,), "quý I năm 2024", "huyện Ea H'leo, quý I năm 2024: "),
        (f"{GENERIC} quý II của thị xã Sơn Tây", None, (2022,), None, "thị xã Sơn Tây, quý II 2022: Tình hình"),
        (f"BÁO CÁO {GENERIC.upper()} QUẬN BẮC TỪ LIÊM", None, (), None, "quận Bắc Từ Liêm: TÌNH HÌNH"),
        (f"{GENERIC} và dự toán", "Sở Giáo dục và Đào tạo", (2024,), None, "Sở Giáo dục và Đào tạo, 2024: "),
        (f"BÁO CÁO {GENERIC}", None, (2024,), None, "BÁO CÁO Tình hình thực hiện"),
        ("BÁO CÁO thu ngân sách xã Tân Lập năm 2024", None, (2024,), None, "thu ngân sách xã Tân Lập năm 2024"),
        (f"{GENERIC} của thành phố thuộc tỉnh Bắc Ninh", None, (), None, "tỉnh Bắc Ninh: Tình hình"),
        ("BÁO CÁO", "ỦY BAN NHÂN DÂN XÃ TÂN LẬP", (), None, "xã Tân Lập: BÁO CÁO"),
    ],
)
def test_a_label_begins_with_what_tells_the_report_apart(
    title: str, issuer: str | None, years: tuple[int, ...], period: str | None, begins: str
) -> None:
    assert report_label(report(title, issuer, years, period)).startswith(begins)


@pytest.mark.parametrize(
    "title",
    [
        f"{GENERIC} của đơn vị trong năm",
        f"{GENERIC.upper()} TRONG NĂM",
        "Công tác xây dựng Đảng của Huyện ủy, Quận ủy và hội phụ nữ các xã Hội viên đông nhất trong cả nước",
    ],
)
def test_no_place_is_made_of_other_words(title: str) -> None:
    assert report_label(report(title)) == report_label(report(title, years=(2024,)))
    assert report_label(report(title)).split("…")[0] in title


def test_reports_of_one_place_are_told_apart_by_their_time() -> None:
    first, second = (f"BÁO CÁO {GENERIC} {part}" for part in ("6 tháng đầu năm", "quý III"))
    labels = [report_label(report(title, "ỦY BAN NHÂN DÂN XÃ TÂN LẬP", (2024,))) for title in (first, second)]
    assert labels[0] != labels[1]


@unhurried
@given(reports())
def test_a_label_is_one_short_line(any_report: Report) -> None:
    label = report_label(any_report)
    assert units(label) <= LONGEST
    assert "\n" not in label
