import pytest

from tests.index.builders import HEAD, answered, library

ELSEWHERE = """BÁO CÁO
Kết quả thực hiện nhiệm vụ năm 2020 của xã Tân Lập

I. KINH TẾ
Tổng thu ngân sách xã đạt 9,4 tỷ đồng.
Dân số tăng nhẹ.
Phó Chủ tịch UBND xã là ông Lò Văn Tư.
"""
DISTRICT = f"""{HEAD}I. KINH TẾ
Tổng thu ngân sách huyện đạt 412 tỷ đồng.
Huyện trồng mới 320 ha rừng.
Phó Chủ tịch UBND huyện là bà Hà Thị Sen.
"""


@pytest.mark.parametrize("question", ["tổng thu ngân sách bao nhiêu", "tong thu ngan sach", "phó chủ tịch UBND là ai"])
def test_where_two_reports_answer_neither_is_sure_and_the_others_comes_second(question: str) -> None:
    answer = answered(library(DISTRICT, ELSEWHERE), question)
    assert not answer.sure
    assert answer.second is not None
    assert answer.second.report is not answer.best.report


@pytest.mark.parametrize(
    ("question", "title"),
    [("huyện trồng bao nhiêu ha rừng", "huyện Sơn Hà"), ("tổng thu ngân sách xã Tân Lập bao nhiêu", "xã Tân Lập")],
)
def test_where_one_answers_or_is_named_it_does(question: str, title: str) -> None:
    answer = answered(library(DISTRICT, ELSEWHERE), question)
    assert answer.best.report.title.endswith(title)


def test_the_same_report_twice_does_not_contradict_itself() -> None:
    assert answered(library(DISTRICT), "huyện trồng bao nhiêu ha rừng").sure
    assert answered(library(DISTRICT, DISTRICT), "huyện trồng bao nhiêu ha rừng").best.report.title.endswith("Sơn Hà")


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("diện tích sắn", "310 ha"),  # the other sentence has "diện tích", and this one leans on a third that has
        ("thu phí chợ 9 tháng", "66 triệu đồng"),
        ("số hộ khá giả", "88 hộ"),
    ],
)
def test_what_says_as_much_of_the_question_and_fits_goes_before_what_matches_better(question: str, figure: str) -> None:
    of = library(
        "BÁO CÁO\nKết quả 9 tháng năm 2023 của xã Mường Lống\n\nI. KẾT QUẢ\n"
        "Tổng diện tích gieo trồng đạt 900 ha. Trong đó: lạc 120 ha, sắn 310 ha.\nDiện tích nuôi cá là 40 ha.\n"
        "Thu phí chợ đạt 66 triệu đồng, bằng 101% so với cùng kỳ năm 2022.\n"
        "Đầu năm có 70 hộ khá giả. Đến nay số hộ khá giả là 88 hộ.\nDân số tăng nhẹ.\n"
        "II. NHIỆM VỤ\nThu phí chợ 3 tháng cuối năm phấn đấu đạt 21 triệu đồng.\n"
        "III. VĂN HÓA\nLễ hội thu hút đông du khách. Đội văn nghệ đi hội diễn.\n"
    )
    assert figure in answered(of, question).best.text
