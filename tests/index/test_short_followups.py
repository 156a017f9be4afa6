"""Short messages as they are sent in a chat: what leans on the question before joins it, what stands alone does not."""

from __future__ import annotations

import pytest

from index.normalize import fold
from tests.followups import libraries

# After each question: the message, and words, accents aside, that the question which stands alone must have.
LEANING = {
    ("default", "Tổng thu ngân sách nhà nước năm 2020 là bao nhiêu?"): [
        ("thế à, so với dự toán bao nhiêu?", ["thu ngan sach", "du toan"]),
        ("được mấy % dự toán ạ", ["thu ngan sach", "du toan"]),
        ("vậy tăng mấy % so với cùng kỳ nhỉ", ["thu ngan sach", "cung ky"]),
        ("con số cụ thể", ["thu ngan sach"]),
        ("con so cu the la bao nhieu", ["thu ngan sach"]),
        ("gồm những gì", ["thu ngan sach"]),
        ("lý do?", ["thu ngan sach", "ly do"]),
        ("tang may", ["thu ngan sach", "tang"]),
        ("có vượt dự toán ko", ["thu ngan sach", "du toan"]),
        ("tại sao lại tăng vậy", ["thu ngan sach", "tang"]),
    ],
    ("default", "Ai kết luận hội nghị?"): [
        ("chức vụ của ông ấy là gì ạ", ["chuc vu"]),
        ("ở đâu nhỉ", ["hoi nghi", "o dau"]),
    ],
    ("default", "Hội nghị diễn ra khi nào?"): [
        ("chỗ nào?", ["hoi nghi"]),
        ("mấy giờ ạ", ["hoi nghi", "may gio"]),
        ("ai chủ trì vậy", ["hoi nghi", "chu tri"]),
        ("bao lâu", ["hoi nghi", "bao lau"]),
    ],
    ("default", "Công tác phòng chống dịch năm 2020 thế nào?"): [
        ("làm cách nào", ["phong chong dich"]),
        ("cách nào vậy ạ", ["phong chong dich"]),
        ("xong chưa", ["phong chong dich"]),
        ("ai làm?", ["phong chong dich"]),
        ("tu bao gio", ["phong chong dich", "tu bao gio"]),
    ],
    ("default", "Thu thuế ngoài quốc doanh là bao nhiêu?"): [
        ("thế còn thuế do quận thu thì sao ạ", ["thue do quan"]),
        ("vậy đạt dự toán chưa", ["thue ngoai quoc doanh", "du toan"]),
        ("giam may phan tram", ["thue ngoai quoc doanh", "giam"]),
        ("nhiu % dự toán", ["thue ngoai quoc doanh", "du toan"]),
    ],
    ("default", "Số tiền tiết kiệm chi thường xuyên là bao nhiêu?"): [
        ("chiếm bao nhiêu phần trăm nhỉ", ["tiet kiem chi"]),
        ("là của ai", ["tiet kiem chi"]),
        ("bao giờ thì có", ["tiet kiem chi"]),
    ],
    ("commune", "Xã có bao nhiêu hộ nghèo?"): [
        ("thế cận nghèo thì sao ạ", ["can ngheo"]),
        ("chiem may %", ["ho ngheo"]),
        ("giảm được mấy hộ", ["ho ngheo", "giam"]),
        ("chỗ nào nhiều nhất", ["ho ngheo", "nhieu nhat"]),
        ("ở thôn nào vậy", ["ho ngheo", "thon nao"]),
        ("Gò Mít thì sao", ["ho ngheo", "go mit"]),
        ("go mit may ho", ["ho ngheo", "go mit"]),
    ],
    ("commune", "Trường Mầm non xã đang thi công đến đâu?"): [
        ("bao giờ xong ạ", ["mam non", "xong"]),
        ("hết nhiêu tiền", ["mam non", "tien"]),
        ("xong chua vay", ["mam non"]),
        ("ai làm vậy", ["mam non"]),
        ("từ bao giờ nhỉ", ["mam non"]),
    ],
    ("commune", "Lễ hội đình Đông Phú có bao nhiêu lượt khách?"): [
        ("từ ngày nào đến ngày nào", ["le hoi"]),
        ("mấy ngày nhỉ", ["le hoi", "may ngay"]),
        ("ai tổ chức vậy ạ", ["le hoi", "to chuc"]),
    ],
    ("commune", "Đàn trâu có bao nhiêu con?"): [
        ("giảm mấy con ạ", ["dan trau", "giam"]),
        ("thế bò", ["dan bo"]),
    ],
    ("commune", "Xã bê tông hóa được mấy km đường?"): [
        ("cụ thể ở thôn nào", ["be tong", "thon nao"]),
    ],
    ("commune", "Sản lượng lúa vụ chiêm xuân là bao nhiêu tấn?"): [
        ("năng suất được mấy tạ", ["lua", "nang suat"]),
        ("thế ngô?", ["ngo"]),
        ("dien tich bao nhieu vay", ["lua", "dien tich"]),
    ],
    ("commune", "Tỷ lệ tham gia bảo hiểm y tế đạt bao nhiêu?"): [
        ("vượt mấy %", ["bao hiem y te", "vuot"]),
        ("chỉ tiêu bao nhiêu ạ", ["bao hiem y te", "chi tieu"]),
        ("cuối năm thì sao", ["bao hiem y te", "cuoi nam"]),
    ],
    ("commune", "Ai làm tổ trưởng tổ công tác GPMB?"): [
        ("còn tổ phó ạ", ["to pho"]),
    ],
    ("commune", "Giải ngân vốn đầu tư công được bao nhiêu?"): [
        ("được mấy % kế hoạch", ["giai ngan", "ke hoach"]),
        ("sao thấp thế", ["giai ngan", "thap"]),
        ("tới khi nào thì xong", ["giai ngan", "xong"]),
    ],
    ("commune", "Có mấy vụ tai nạn giao thông?"): [
        ("chết mấy người ạ", ["tai nan", "chet"]),
        ("bi thuong may nguoi", ["tai nan", "bi thuong"]),
        ("so với năm ngoái tăng hay giảm nhỉ", ["tai nan", "nam ngoai"]),
    ],
    ("commune", "Dự án đường tỉnh 438 thu hồi bao nhiêu ha?"): [
        ("của bao nhiêu hộ", ["438", "ho"]),
        ("vướng ở đâu", ["438", "o dau"]),
    ],
}
ALONE = [
    "hội nghị họp ở chỗ nào",
    "nơi tổ chức lễ hội đình",
    "vốn đầu tư công giải ngân bao nhiêu",
    "hộ nghèo được vay bao nhiêu",
    "ai chủ trì hội nghị sơ kết quý I",
    "tăng trưởng kinh tế đạt bao nhiêu",
    "diện tích cây ăn quả có múi",
    "lý do giải ngân vốn chậm",
    "xong nông thôn mới chưa",
    "gồm những thôn nào trong xã",
    "thế giới có dịch gì",
]
CASES = [(*of, *one) for of, each in LEANING.items() for one in each]


@pytest.mark.parametrize(("report", "earlier", "text", "kept"), CASES, ids=[f"{one[1]} {one[2]}" for one in CASES])
def test_a_short_message_joins_the_question_before(report: str, earlier: str, text: str, kept: list[str]) -> None:
    joined = libraries()[report].follow(earlier, text)
    assert joined is not None
    assert all(words in fold(joined.lower()) for words in kept)


@pytest.mark.parametrize("text", ALONE)
@pytest.mark.parametrize(("report", "earlier"), LEANING)
def test_what_says_what_it_is_about_is_not_bent(report: str, earlier: str, text: str) -> None:
    assert libraries()[report].follow(earlier, text) is None
