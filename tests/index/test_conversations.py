"""Follow-ups over reports of a commune and of a ward: each is joined by like for like, or stands alone."""

from __future__ import annotations

import pytest

from index.library import Library
from tests.index.builders import bold, library

COMMUNE = """BÁO CÁO KẾT QUẢ NĂM 2023
Tổng đàn trâu 210 con; đàn bò 415 con; đàn lợn 3.900 con. Đã tiêm phòng dại cho 640 con chó.
Giải quyết việc làm mới cho 75 lao động, đạt 93,8% kế hoạch năm (80 lao động).
Diện tích ngô là 96 ha, năng suất 47 tạ/ha, sản lượng 451 tấn.
Đường liên thôn đã làm 4,6 km, trong đó thôn Nà Sản 2,5 km, thôn Văn Tiến 2,1 km.
Kênh mương nội đồng xây dựng xong trước ngày 15/8/2024, hết 1,9 tỷ đồng.
"""
WARD = """BÁO CÁO TÌNH HÌNH NĂM 2022
Tổng thu ngân sách là 7.420 triệu đồng, bằng 102% dự toán, bằng 108% so với cùng kỳ.
Tổng chi ngân sách là 6.980 triệu đồng.
Tai nạn giao thông xảy ra 5 vụ, làm 2 người chết, 7 người bị thương.
Tổ dân phố số 1 có 12 hộ nghèo. Số hộ nghèo toàn phường là 45 hộ, tỷ lệ hộ nghèo là 1,7%.
Dự án chợ mới còn 26 hộ chưa nhận tiền bồi thường.
Tổ công tác do ông Vũ Đức Thành làm Tổ trưởng, bà Đỗ Thị Lan làm Tổ phó.
"""

OF_COMMUNE = [
    ("Đàn trâu bao nhiêu con?", "còn lợn", "Đàn lợn bao nhiêu?"),
    ("Đàn trâu bao nhiêu con?", "bò?", "Đàn bò bao nhiêu?"),
    ("Đường liên thôn làm mấy km?", "trong đó Nà Sản", "Đường liên thôn của thôn Nà Sản làm mấy km?"),
    ("Đường liên thôn làm mấy km?", "riêng Văn Tiến", "Đường liên thôn của thôn Văn Tiến làm mấy km?"),
    ("Đường liên thôn thôn Nà Sản mấy km?", "Văn Tiến thì bao nhiêu", "Đường liên thôn thôn Văn Tiến mấy km?"),
    ("Diện tích ngô bao nhiêu?", "năng suất?", "Năng suất ngô bao nhiêu?"),
    ("Diện tích ngô bao nhiêu?", "sản lượng", "Sản lượng ngô bao nhiêu?"),
    ("Việc làm mới bao nhiêu lao động?", "kế hoạch năm?", "Việc làm mới lao động kế hoạch năm là bao nhiêu?"),
    ("Kênh mương làm tới đâu?", "bao giờ xong", "Kênh mương bao giờ xong?"),
    ("Sản lượng ngô là bao nhiêu tấn?", "dien tich bao nhieu vay", "Diện tích ngô là bao nhiêu?"),
    ("Kênh mương bao giờ xong?", "hết nhiêu tiền", "Kênh mương hết bao nhiêu tiền?"),
    ("Kênh mương bao giờ xong?", "hết bao nhiêu tiền", "Kênh mương hết bao nhiêu tiền?"),
]
OF_WARD = [
    ("Tổng thu ngân sách là bao nhiêu?", "còn cùng kỳ?", "Tổng thu ngân sách so với cùng kỳ là bao nhiêu?"),
    ("tong thu ngan sach la bao nhieu", "con chi", "Tổng chi ngân sách là bao nhiêu?"),
    ("Tổng thu ngân sách là bao nhiêu?", "chi bao nhiêu", "Tổng chi ngân sách là bao nhiêu?"),
    ("Tai nạn giao thông mấy vụ?", "chết mấy người", "Tai nạn giao thông chết mấy người?"),
    ("tai nan giao thong may vu", "may nguoi bi thuong", "Tai nạn giao thông mấy người bị thương?"),
    ("Tai nạn giao thông mấy vụ?", "cụ thể hơn", "Tai nạn giao thông mấy vụ cụ thể hơn?"),
    ("Tai nạn giao thông mấy vụ?", "tổ nào nhiều nhất", "Tai nạn giao thông tổ nào nhiều nhất?"),
    ("Số hộ nghèo là bao nhiêu?", "tỷ lệ?", "Tỷ lệ hộ nghèo là bao nhiêu?"),
    ("Dự án chợ mới đến đâu rồi?", "còn mấy hộ", "Dự án chợ mới còn mấy hộ?"),
    ("Tổng thu ngân sách là bao nhiêu?", "tang may", "Tổng thu ngân sách tăng mấy?"),
    (
        "Tổng thu ngân sách là bao nhiêu?",
        "thế à, đạt bao nhiêu % dự toán?",
        "Tổng thu ngân sách đạt bao nhiêu % dự toán?",
    ),
    ("Tai nạn giao thông mấy vụ?", "chỗ nào?", "Tai nạn giao thông chỗ nào?"),
    ("Tai nạn giao thông mấy vụ?", "chỗ nào nhiều nhất", "Tai nạn giao thông chỗ nào nhiều nhất?"),
    ("Ai làm tổ trưởng tổ công tác?", "còn tổ phó ạ", "Ai làm tổ phó tổ công tác?"),
    ("Ai làm tổ trưởng tổ công tác?", "ai tổ phó", "Ai làm tổ phó tổ công tác?"),
]
ALONE = [
    "việc làm năm 2023",
    "việc làm 2023",
    "việc làm 6 tháng cuối năm",
    "tổ chức lễ hội khi nào",
    "tiêm phòng dại cho bao nhiêu con chó",
    "Số hộ nghèo toàn phường là bao nhiêu?",
    "khó khăn nhất là gì",
]


@pytest.fixture(scope="module")
def commune() -> Library:
    return library(COMMUNE)


@pytest.fixture(scope="module")
def ward() -> Library:
    return library(WARD)


@pytest.mark.parametrize(("earlier", "question", "joined"), OF_COMMUNE, ids=[f"{a} {b}" for a, b, _ in OF_COMMUNE])
def test_like_takes_the_place_of_like_in_a_commune(commune: Library, earlier: str, question: str, joined: str) -> None:
    assert commune.follow(earlier, question) == joined


@pytest.mark.parametrize(("earlier", "question", "joined"), OF_WARD, ids=[f"{a} {b}" for a, b, _ in OF_WARD])
def test_like_takes_the_place_of_like_in_a_ward(ward: Library, earlier: str, question: str, joined: str) -> None:
    assert ward.follow(earlier, question) == joined


@pytest.mark.parametrize("question", ALONE)
@pytest.mark.parametrize("earlier", ["Đàn lợn bao nhiêu con?", "Tai nạn giao thông mấy vụ?", "Ai làm tổ trưởng?"])
def test_what_says_what_it_is_about_is_left_alone(commune: Library, ward: Library, earlier: str, question: str) -> None:
    assert commune.follow(earlier, question) is None
    assert ward.follow(earlier, question) is None


def test_a_yardstick_does_not_stick_where_the_next_thing_has_none(ward: Library) -> None:
    against = "Tổng thu ngân sách bằng bao nhiêu % dự toán?"
    joined = ward.follow(against, "thế hộ nghèo toàn phường")
    assert joined is not None
    assert "dự toán" not in joined
    assert bold(ward, joined) == ["45 hộ"]


def test_who_did_it_is_told_with_what_was_done(ward: Library) -> None:
    joined = ward.follow("Ai làm tổ trưởng tổ công tác?", "chức vụ gì")
    assert joined == "Vũ Đức Thành làm tổ trưởng tổ công tác chức vụ gì?"
