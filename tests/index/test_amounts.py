import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.amounts import amounts
from index.mentions import mentions
from tests.index.hostile import FRAGMENTS


def found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in amounts(text, mentions(text))]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Thu đạt 10.530,819 tỷ đồng, bằng 105,1% dự toán.", ["10.530,819 tỷ đồng", "105,1%"]),
        ("Có 12 trường và 15.360 lao động.", ["12 trường", "15.360 lao động"]),
        ("Thu nhập 27,2 triệu đồng/người/tháng.", ["27,2 triệu đồng/người/tháng"]),
        ("Đón 1,2 triệu lượt khách.", ["1,2 triệu lượt khách"]),
        ("Có 12,98 triệu con gia cầm.", ["12,98 triệu con"]),
        ("Vốn còn 1,5 tỷ.", ["1,5 tỷ"]),
        ("Huyện có 87 mô hình mới.", ["87 mô hình"]),
        ("Tăng từ 5% lên 7%.", ["từ 5% lên 7%"]),
        ("Đạt 7,3 – 7,8% mỗi năm.", ["7,3 – 7,8%"]),
        ("Kết nạp 186/240 quần chúng.", ["186/240"]),
    ],
)
def test_figures_with_a_unit_or_a_noun_are_amounts(text: str, held: list[str]) -> None:
    assert found(text) == held


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 100/2019/NĐ-CP ngày 30/12/2019 có hiệu lực.",
        "Nghị quyết 30 về chương trình, Chỉ thị 24 của Thành ủy.",
        "Năm 2020, quý 2, 6 tháng đầu năm, tháng 10/2022 và ngày 2/9.",
        "Hội nghị lần thứ 3, khóa 15, kỳ họp 2.",
        "Theo Bảng 1, phần 2, mục 3 và điều 5 khoản 2.",
        "Số điện thoại đường dây nóng: 024.3825.1234.",
        "Chương trình 03-CTr/TU, Kế hoạch 15-KH/QU.",
        "Dịch Covid-19 kéo dài 15 ngày, trẻ 5 tuổi nghỉ học 3 lần.",
        "1. Công tác tư tưởng",
        "Ba mảng việc và hai nhiệm vụ.",
        "Đầu năm 2012 xã nghèo.",
    ],
)
def test_numbers_that_only_name_or_date_something_are_none(text: str) -> None:
    assert found(text) == []


def test_a_compounds_first_word_is_no_unit() -> None:
    # "27 nhà đầu tư" was told as 27 houses
    assert found("Thu hút 27 nhà đầu tư.") == ["27"]
    assert found("Sửa chữa 27 nhà cho hộ nghèo.") == ["27 nhà"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*FRAGMENTS, "đạt ", "từ 5% lên ", "/người", "12 hộ "]), max_size=20).map("".join))
def test_amounts_of_any_text_are_in_order_and_apart(text: str) -> None:
    last = 0
    for one in amounts(text, mentions(text)):
        assert last <= one.start < one.number <= one.end <= len(text)
        assert any(c.isdigit() for c in text[one.start : one.number])
        last = one.end


def test_thousands_of_dates_and_figures_are_read_in_a_moment() -> None:
    assert len(found("ngày 1/1/2020 thu 5 tỷ đồng, " * 2_000)) == 2_000
