"""A figure of what was asked for: a number of things is no share of them, a weight no number, an age no result."""

import pytest

from index import Abstention, Answer
from index.records import Why
from tests.index.builders import HEAD, library

POOR = "Số hộ nghèo còn 512 hộ, chiếm 2,1%; số hộ cận nghèo còn 730 hộ, chiếm 3,0%."
SCHOOLS = "Huyện có 38 trường với 14.820 học sinh: mầm non 12 trường, 3.900 cháu; tiểu học 15 trường, 6.420 học sinh."
JOBS = "Tạo việc làm mới cho 1.120 lao động, đạt 74,7% kế hoạch."
PIGS = "Tiêu hủy 47 con lợn bị dịch với trọng lượng 2.915 kg."
GIFTS = "Tặng 320 suất quà Tết trị giá 96 triệu đồng."
CHILDREN = "Trẻ dưới 6 tuổi được cấp thẻ đạt 100%; trẻ dưới 2 tuổi tiêm đủ mũi đạt 96,4%."
RATE = "Tỷ lệ học sinh hoàn thành chương trình đạt 99,5%."
ROADS = "Bê tông hóa 12 km đường, trong đó xã Tân Lập 5 km."


@pytest.mark.parametrize(
    ("text", "question", "figure"),
    [
        (POOR, "số hộ nghèo", "512 hộ"),
        (POOR, "so ho can ngheo", "730 hộ"),
        (POOR, "Số hộ cận nghèo là bao nhiêu?", "730 hộ"),
        (POOR, "tỷ lệ hộ cận nghèo", "3,0%"),
        (SCHOOLS, "số học sinh", "14.820 học sinh"),
        (SCHOOLS, "số học sinh tiểu học", "6.420 học sinh"),
        (SCHOOLS, "số trường tiểu học", "15 trường"),
        (JOBS, "việc làm mới", "1.120 lao động"),
        (PIGS, "trọng lượng lợn tiêu hủy", "2.915 kg"),
        (PIGS, "tiêu hủy bao nhiêu con lợn", "47 con"),
        (GIFTS, "giá trị quà Tết", "96 triệu đồng"),
        (GIFTS, "Tặng bao nhiêu suất quà Tết?", "320 suất quà"),
        (CHILDREN, "Trẻ dưới 2 tuổi tiêm đủ mũi đạt bao nhiêu?", "96,4%"),
        (ROADS, "Xã Tân Lập bê tông hóa bao nhiêu km?", "5 km"),  # "tông" is no "tổng"
        ("Hỗ trợ 12 gia đình, mỗi nhà 50 triệu đồng/nhà.", "Mỗi nhà được hỗ trợ bao nhiêu?", "50 triệu đồng/nhà"),
    ],
)
def test_the_figure_of_what_is_asked_for_is_bold(text: str, question: str, figure: str) -> None:
    reply = library(f"{HEAD}I. CHUNG\n{text}\nĐường làng được chỉnh trang sạch đẹp.\n").ask(question)
    assert isinstance(reply, Answer)
    assert [reply.best.report.quote(span) for span in reply.spans] == [figure]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (RATE, "số học sinh hoàn thành chương trình"),
        ("Hộ nghèo chiếm 2,1% tổng số dân cư.", "số hộ nghèo"),
        ("Lao động qua đào tạo đạt 61%.", "số lao động qua đào tạo"),
    ],
)
def test_a_share_does_not_say_how_many_there_are(text: str, question: str) -> None:
    reply = library(f"{HEAD}I. CHUNG\n{text}\nĐường làng được chỉnh trang sạch đẹp.\n").ask(question)
    assert isinstance(reply, Abstention)
    assert reply.why is Why.UNIT


@pytest.mark.parametrize(
    ("text", "question", "figure"),
    [
        ("Tổng thu ngân sách phường 9 tháng đạt 12 tỷ đồng.", "tổng thu ngân sách bao nhiêu", "12 tỷ đồng"),
        ("Chi ngân sách 6 tháng đầu năm là 3 tỷ đồng.", "chi ngân sách là bao nhiêu?", "3 tỷ đồng"),
        ("Tiêm phòng 3 tháng qua được 850 con gia súc.", "tiem phong duoc bao nhieu", "850 con"),
        ("Thi công kè suối trong 9 tháng, hết 3 tỷ đồng.", "thi công kè suối mấy tháng", "9 tháng"),
    ],
)
def test_the_time_that_a_figure_is_of_is_not_the_figure(text: str, question: str, figure: str) -> None:
    reply = library(f"{HEAD}I. KINH TẾ\n{text}\n").ask(question)
    assert isinstance(reply, Answer)
    assert [reply.best.report.quote(span) for span in reply.spans] == [figure]
