import pytest

from index.library import Library
from index.records import Answer
from tests.index.builders import HEAD, library

RICH = f"""{HEAD}I. KINH TẾ
Sản lượng cà phê cả năm đạt 15 tỷ đồng, tăng nhẹ. Tỷ lệ che phủ rừng của huyện đạt 54,2%.
II. TỔ CHỨC
Người kết luận Hội nghị là đồng chí Trần Văn Nam. Công tác cải cách hành chính được triển khai đồng bộ.
Đồng chí Lê Thị Hạnh, Chánh Văn phòng, trình bày báo cáo tóm tắt. Tổ công tác số 3 do ông Lê Văn Tám phụ trách.
1. Phòng cháy và chữa cháy
Các xã diễn tập theo kế hoạch.
III. CHỈ TIÊU NĂM NAY
Tên gọi | Kết quả | Ghi chú
Giá trị sản xuất công nghiệp | 512 tỷ đồng | vượt
Chợ | 3 tỷ đồng | đạt
"""


@pytest.fixture(scope="module")
def rich() -> Library:
    return library(RICH)


@pytest.mark.parametrize("count", [1, 3, 20])
def test_examples_are_answered_by_the_report_they_are_made_from(rich: Library, count: int) -> None:
    found = rich.examples(count)
    assert 1 <= len(found) <= count
    assert len(set(found)) == len(found)
    for question in found:
        assert isinstance(rich.ask(question), Answer), question
        assert question.endswith("?")
        assert len(question) <= 60


def test_three_come_from_three_sections(rich: Library) -> None:
    sections = [reply.best.sentence.section for q in rich.examples(3) if isinstance(reply := rich.ask(q), Answer)]
    assert len(set(sections)) == 3


@pytest.mark.parametrize(
    "question",
    [
        "Sản lượng cà phê cả năm đạt bao nhiêu?",
        "Tỷ lệ che phủ rừng của huyện đạt bao nhiêu phần trăm?",
        "Người kết luận Hội nghị là ai?",
        "Công tác cải cách hành chính thế nào?",
        "Ai trình bày báo cáo tóm tắt?",
        "Giá trị sản xuất công nghiệp đạt bao nhiêu?",
    ],
)
def test_figures_persons_sections_and_rows_are_asked_for(rich: Library, question: str) -> None:
    assert question in rich.examples(20)


def test_only_what_is_answered_without_a_doubt_and_by_the_very_words_is_offered(rich: Library) -> None:
    for question in rich.examples(20):
        reply = rich.ask(question)
        assert isinstance(reply, Answer)
        assert reply.sure, question
        assert reply.spans or question.endswith("thế nào?"), question


def test_what_someone_leads_is_not_asked_who_it_is(rich: Library) -> None:
    assert "Tổ công tác số 3 là ai?" not in rich.examples(20)


def test_of_several_in_a_sentence_who_did_something_is_asked_for() -> None:
    two = "Đồng chí Vũ Thị Hoa chủ trì hội nghị sơ kết; đồng chí Ngô Văn Tài kết luận hội nghị sơ kết."
    of = library(f"{HEAD}I. HỘI NGHỊ\n{two}\nDân số tăng nhẹ.\n")
    question = "Ai chủ trì hội nghị sơ kết?"
    assert of.examples(5)[0] == question
    reply = of.ask(question)
    assert isinstance(reply, Answer)
    assert [reply.best.report.quote(span) for span in reply.spans] == ["Vũ Thị Hoa"]


def test_a_report_that_says_little_gives_few() -> None:
    assert library("Mọi việc đều rất tốt.\n").examples(3) == ()


def test_none_are_made_where_none_are_wanted(rich: Library) -> None:
    assert rich.examples(0) == ()
