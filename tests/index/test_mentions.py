import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.asks import Kind
from index.mentions import mentions, of_unit


def said(text: str, kind: Kind) -> list[str]:
    return [text[m.start : m.end] for m in mentions(text) if m.kind is kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("đạt 10.530,819 tỷ đồng", ["10.530,819 tỷ đồng"]),
        ("chi 5 triệu đồng và 200 đồng", ["5 triệu đồng", "200 đồng"]),
        ("vay 3 nghìn tỷ đồng", ["3 nghìn tỷ đồng"]),
        ("giá $15 triệu", ["$15 triệu"]),
        ("thu 20 tỉ", ["20 tỉ"]),
        ("có 20 hộ", []),
    ],
)
def test_amounts_of_money_with_their_unit(text: str, expected: list[str]) -> None:
    assert said(text, Kind.MONEY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bằng 105,1% dự toán", ["105,1%"]),
        ("bằng 105,1 % dự toán", ["105,1 %"]),
        ("đạt 90 phần trăm", ["90 phần trăm"]),
    ],
)
def test_percentages(text: str, expected: list[str]) -> None:
    assert said(text, Kind.PERCENT) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("có 12 trường và 3.400 học sinh", ["12 trường", "3.400 học sinh"]),
        ("rộng 320 ha", ["320 ha"]),
        ("có ba xã về đích", ["ba xã"]),
        ("hai mươi hộ", ["hai mươi hộ"]),
        ("phòng, chống Covid-19", []),
        ("họp ngày 15/3/2020", []),
        ("đạt 105% và 12 tỷ", []),
    ],
)
def test_plain_figures_with_what_they_count(text: str, expected: list[str]) -> None:
    assert said(text, Kind.FIGURE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("họp ngày 15/3/2020 tại xã", ["ngày 15/3/2020"]),
        ("họp 15.3.2020", ["15.3.2020"]),
        ("sáng 5 tháng 6 năm 2020", ["sáng 5 tháng 6 năm 2020"]),
        ("trong quý II năm 2020", ["quý II năm 2020"]),
        ("cuối tháng 12/2020", ["cuối tháng 12/2020"]),
        ("từ năm 2016 đến năm 2020", ["năm 2016 đến năm 2020"]),
        ("giai đoạn năm 2016-2020", ["năm 2016-2020"]),
        ("thu 2.020 tỷ", []),
        ("đạt 2020 %", []),
    ],
)
def test_dates_as_reports_write_them(text: str, expected: list[str]) -> None:
    assert said(text, Kind.DATE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Đại hội lần thứ XIII của Đảng", ["lần thứ XIII"]), ("khóa XXVI", ["khóa XXVI"]), ("thứ hai", ["thứ hai"])],
)
def test_ordinals(text: str, expected: list[str]) -> None:
    assert said(text, Kind.ORDINAL) == expected


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("do đồng chí Trần Văn Nam trình bày", ["Trần Văn Nam"]),
        ("do đồng chí Lê Thị Hạnh trình bày", ["Lê Thị Hạnh"]),
        ("do ông Nam trình bày", ["Nam"]),
        ("Báo cáo đã xong", []),
        ("tại xã Tân Lập", []),
        ("của UBND và HĐND", []),
    ],
)
def test_persons_and_who_is_none(text: str, persons: list[str]) -> None:
    assert said(text, Kind.PERSON) == persons


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("tại xã Tân Lập", ["Tân Lập"]),
        ("khai mạc tại Sơn Hà", ["Sơn Hà"]),
        ("đồng chí Nam phát biểu", []),
        ("tại nhà", []),
    ],
)
def test_places(text: str, places: list[str]) -> None:
    assert said(text, Kind.PLACE) == places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cách ly 14 ngày tại nhà", ["14 ngày"]),
        ("thi công trong hai năm rưỡi", ["hai năm rưỡi"]),
        ("thu 6 tháng đầu năm 2020 tăng", ["6 tháng đầu năm 2020"]),
        ("giai đoạn 2016 - 2020", ["giai đoạn 2016 - 2020"]),
        ("nhiệm kỳ 2020-2025", ["nhiệm kỳ 2020-2025"]),
        ("từ ngày 1/4 đến hết ngày 15/4/2020 tạm dừng", ["từ ngày 1/4 đến hết ngày 15/4/2020"]),
        ("từ năm 2016 đến nay", ["từ năm 2016 đến nay"]),
        ("họp ngày 15 tháng 3 năm 2020", []),
        ("tháng 12 năm 2020", []),
        ("đạt 12 tỷ", []),
        ("năm 2020", []),
    ],
)
def test_periods(text: str, expected: list[str]) -> None:
    assert said(text, Kind.PERIOD) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("đồng chí Nam, Phó Bí thư Thường trực Quận ủy, chủ trì", ["Phó Bí thư Thường trực Quận ủy"]),
        ("bầu ông Nam giữ chức chủ tịch ủy ban nhân dân xã", ["chủ tịch ủy ban nhân dân"]),
        ("Chánh Văn phòng Huyện ủy", ["Chánh Văn phòng Huyện ủy"]),
        ("phó giám đốc trung tâm", ["phó giám đốc"]),
        ("phòng họp của ban", []),
    ],
)
def test_offices(text: str, expected: list[str]) -> None:
    assert said(text, Kind.OFFICE) == expected


@pytest.mark.parametrize(
    ("text", "unit", "is_one"),
    [
        ("ngày 15/3/2020", "ngay", True),
        ("ngày 15/3/2020", "nam", True),
        ("tháng 3", "ngay", False),
        ("tháng 3", "thang", True),
        ("quý II", "qui", True),
        ("năm 2020", "thang", False),
        ("12 xã", "nam", False),
    ],
)
def test_a_date_that_says_the_unit_asked_for(text: str, unit: str, is_one: bool) -> None:
    assert of_unit(text, mentions(text)[0], unit) is is_one


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet=st.sampled_from("0129.,/-% đtỷngàhXÀ(\u0301😀"), max_size=40))
def test_every_mention_lies_in_its_text_and_they_are_in_order(text: str) -> None:
    found = mentions(text)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert found == sorted(found, key=lambda m: (m.start, m.end, m.kind))


# "2024 huyện" and "2025 tỷ" were figures, in bold.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dự toán năm 2024 huyện giao 8 ha", ["8 ha"]),
        ("Năm 2025 tỷ lệ còn 12 hộ", ["12 hộ"]),
        ("Năm 2024 xã hội hóa 3 nhà", ["3 nhà"]),
        ("Đến 15/6/2024 xã có 5 trường", ["5 trường"]),
        ("tháng 6/2024 phường có 4 vụ", ["4 vụ"]),
        ("Giai đoạn 2021-2025 xã làm 9 km", ["9 km"]),
        ("Kế hoạch 2024 tỉnh giao 30 ha", ["30 ha"]),
        ("Quý I/2024 huyện mở 2 lớp", ["2 lớp"]),
        ("có 2024 hộ, mỗi tháng 5 cuộc", ["2024 hộ", "5 cuộc"]),
        ("từ 1500 hộ", ["1500 hộ"]),
    ],
)
def test_a_year_counts_nothing_of_what_follows(text: str, expected: list[str]) -> None:
    assert said(text, Kind.FIGURE) == expected


@pytest.mark.parametrize(
    "text", ["có 94 đồng chí", "cho 35 đồng bào", "mức 95 tỷ lệ", "khoảng 3 triệu tập", "với 12 đồng đội"]
)
def test_a_word_that_begins_as_money_does_is_none(text: str) -> None:
    assert said(text, Kind.MONEY) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mở từ ngày 15 đến ngày 17/2/2024, đông", ["từ ngày 15 đến ngày 17/2/2024"]),
        ("mở từ 15 đến 17/2 tại xã", ["từ 15 đến 17/2"]),
        ("mở ngày 3 - 7/10/2024", ["ngày 3 - 7/10/2024"]),
        ("mở 12-15/7/2025.", ["12-15/7/2025"]),
        ("từ ngày 5 tháng 6 đến ngày 9 tháng 7 năm 2024", ["từ ngày 5 tháng 6 đến ngày 9 tháng 7 năm 2024"]),
        ("sửa từ tháng 3 đến tháng 5/2023", ["từ tháng 3 đến tháng 5/2023"]),
        ("từ 3/4 đến 4/5 số hộ", []),
    ],
)
def test_from_day_to_day_is_one_date(text: str, expected: list[str]) -> None:
    assert said(text, Kind.DATE) == expected


@given(st.integers(1900, 2099), st.sampled_from(["huyện", "xã", "phường", "tỉnh", "tỷ lệ", "trường"]))
def test_no_year_is_a_figure_whatever_follows(year: int, noun: str) -> None:
    assert said(f"Năm {year} {noun} đạt kết quả tốt", Kind.FIGURE) == []
