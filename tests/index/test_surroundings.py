"""Of several figures or persons in a sentence the one that was asked for, on sentences as real reports have them."""

from time import process_time

import pytest

from index import Answer
from tests.index.builders import HEAD, library

PEOPLE = (
    "Đồng chí Lê Văn An - Bí thư Huyện ủy, đồng chí Trần Thị Bình - Chủ tịch UBND huyện, đồng chí Phạm Quốc Cường - "
    "Chủ tịch HĐND huyện dự Hội nghị."
)
CHAIR = (
    "Ngày 15/3/2022, đồng chí Nguyễn Thị Hoa, Chủ tịch UBND quận chủ trì Hội nghị sơ kết; đồng chí Trần Văn Nam, "
    "Phó Chủ tịch trình bày báo cáo."
)
YEARS = "Năm 2021 thu ngân sách đạt 1.900 tỷ đồng, năm 2022 đạt 2.350,6 tỷ đồng, dự kiến năm 2023 đạt 2.500 tỷ đồng."
SPENDING = "Chi thường xuyên 850 tỷ đồng (đạt 95% dự toán), chi đầu tư 300 tỷ đồng (đạt 88% dự toán)."
CROPS = "Sản lượng lúa đạt 5.000 tấn (tăng 200 tấn), ngô đạt 1.200 tấn (giảm 50 tấn)."
FIRMS = "Số lượng doanh nghiệp thành lập mới là 1.250 doanh nghiệp với tổng vốn đăng ký 8.900 tỷ đồng."
TABLE = (
    "STT\tChỉ tiêu\tĐơn vị\tNăm 2021\tNăm 2022\tSo sánh\n1\tSố xã\txã\t20\t20\t100\n2\tSố hộ nghèo\thộ\t210\t125\t59,5"
)


@pytest.mark.parametrize(
    ("text", "question", "words"),
    [
        (PEOPLE, "Bí thư Huyện ủy là ai?", "Lê Văn An"),
        (PEOPLE, "Chủ tịch UBND huyện là ai?", "Trần Thị Bình"),
        (PEOPLE, "Chủ tịch HĐND huyện là ai?", "Phạm Quốc Cường"),
        (CHAIR, "Ai chủ trì Hội nghị sơ kết?", "Nguyễn Thị Hoa"),
        (CHAIR, "Ai trình bày báo cáo?", "Trần Văn Nam"),
        (YEARS, "Năm 2022 thu ngân sách đạt bao nhiêu?", "2.350,6 tỷ đồng"),
        (YEARS, "Thu ngân sách năm 2021 là bao nhiêu?", "1.900 tỷ đồng"),
        ("Tỷ lệ hộ nghèo năm 2021 là 5,2%, năm 2022 là 3,8%.", "Tỷ lệ hộ nghèo năm 2022 là bao nhiêu?", "3,8%"),
        (SPENDING, "Chi đầu tư đạt bao nhiêu phần trăm dự toán?", "88%"),
        (SPENDING, "Chi thường xuyên đạt bao nhiêu phần trăm dự toán?", "95%"),
        (CROPS, "Sản lượng ngô đạt bao nhiêu?", "1.200 tấn"),
        (CROPS, "Sản lượng lúa đạt bao nhiêu?", "5.000 tấn"),
        (FIRMS, "Tổng vốn đăng ký của doanh nghiệp thành lập mới là bao nhiêu?", "8.900 tỷ đồng"),
        (TABLE, "Số hộ nghèo năm 2021 là bao nhiêu?", "210"),
        (TABLE, "Số hộ nghèo năm 2022 là bao nhiêu?", "125"),
    ],
)
def test_the_one_asked_for_is_bold_and_no_other(text: str, question: str, words: str) -> None:
    reply = library(f"{HEAD}I. CHUNG\n{text}\nĐường làng được chỉnh trang sạch đẹp.\n").ask(question)
    assert isinstance(reply, Answer)
    assert [reply.best.report.quote(span) for span in reply.spans] == [words]


# Each word was compared with each figure for each figure: twelve seconds for eight kilobytes.
def test_a_long_list_in_one_sentence_is_answered_at_once() -> None:
    wards = "; ".join(f"phường số {i} đạt {i} tỷ đồng, tăng {i % 50}%" for i in range(400))
    asked = library(f"Mở đầu báo cáo này.\nThu phí thuê đất: {wards}.\n")
    begun = process_time()
    reply = asked.ask("thu phí thuê đất phường số 77 đạt bao nhiêu")
    assert process_time() - begun < 2
    assert isinstance(reply, Answer)
