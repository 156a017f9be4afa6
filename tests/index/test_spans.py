"""Of several figures in a sentence, the one that was asked for."""

import pytest

from index.library import Library
from index.spans import mark
from tests.index.builders import FEES, HEAD, LAND, TOTAL, answered, bold, library


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("Tổng thu NSNN trên địa bàn huyện đạt bao nhiêu?", TOTAL),
        ("Tổng thu ngân sách nhà nước đạt bao nhiêu tỷ đồng?", TOTAL),
        ("Tổng thu NSNN bằng bao nhiêu phần trăm dự toán?", "104,2%"),
        ("Tổng thu NSNN bằng bao nhiêu phần trăm so với cùng kỳ?", "109%"),
        ("Tiền sử dụng đất đạt bao nhiêu?", LAND),
        ("Tiền sử dụng đất bằng bao nhiêu phần trăm dự toán?", "88,7%"),
        ("Tiền sử dụng đất bằng bao nhiêu phần trăm so với cùng kỳ?", "91,3%"),
        ("Thu phí do xã thực hiện đạt bao nhiêu?", FEES),
        ("Thu phí do xã thực hiện bằng bao nhiêu phần trăm dự toán?", "121,4%"),
        ("Thu phí do xã thực hiện bằng bao nhiêu phần trăm so với cùng kỳ?", "133,8%"),
        ("tong thu ngan sach bang bao nhieu phan tram du toan", "104,2%"),
        ("tien su dung dat dat bao nhieu", LAND),
    ],
)
def test_of_total_part_and_other_part_the_one_asked_for_is_bold(small: Library, question: str, figure: str) -> None:
    assert bold(small, question) == [figure]


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("Kế hoạch hộ nghèo là bao nhiêu?", "410"),
        ("Số hộ nghèo thực hiện là bao nhiêu?", "396"),
        ("Lao động có việc làm mới theo kế hoạch là bao nhiêu?", "2.100"),
        ("Lao động có việc làm mới thực hiện là bao nhiêu?", "2.260"),
    ],
)
def test_in_a_tables_row_the_column_asked_for_is_bold(small: Library, question: str, figure: str) -> None:
    assert bold(small, question) == [figure]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Huyện trồng mới bao nhiêu ha rừng?", ["320 ha"]),
        ("Bao nhiêu ha rừng phòng hộ?", ["45 ha"]),
        ("Huyện có bao nhiêu trường đạt chuẩn quốc gia?", ["12 trường"]),
        ("Lễ hội đền Thượng khai mạc ngày nào?", ["ngày 15/3/2020"]),
        ("Lễ hội đền Thượng khai mạc khi nào?", ["ngày 15/3/2020"]),
        ("Lễ hội đền Thượng khai mạc ở đâu?", ["xã Tân Lập"]),
        ("Ai trình bày báo cáo?", ["Lê Thị Hạnh"]),
        ("Vì sao số khách giảm?", ["các tuyến xe tạm dừng hoạt động"]),
        ("Dịch bệnh Covid-19 ảnh hưởng số khách thế nào?", []),
    ],
)
def test_the_kind_of_words_asked_for_is_bold_and_nothing_where_it_would_be_a_guess(
    small: Library, question: str, words: list[str]
) -> None:
    assert bold(small, question) == words


def test_two_things_asked_are_two_spans() -> None:
    lib = library(f"{HEAD}I. HỌP\nHội nghị do đồng chí Trần Văn Nam chủ trì vào ngày 5/6/2020.\nDân số tăng nhẹ.\n")
    assert bold(lib, "Ai chủ trì Hội nghị và họp ngày nào?") == ["Trần Văn Nam", "ngày 5/6/2020"]


def test_a_figure_that_the_question_holds_is_not_the_answer() -> None:
    lib = library(f"{HEAD}I. TRƯỜNG\nTrong 57 trường có 12 trường đạt chuẩn.\nDân số tăng nhẹ.\n")
    assert bold(lib, "Trong 57 trường có bao nhiêu trường đạt chuẩn?") == ["12 trường"]


@pytest.mark.parametrize(
    ("sentence", "question", "words"),
    [
        (
            "Nhiệm vụ trọng tâm gồm thu thuế, chi lương và trồng rừng.",
            "Nhiệm vụ trọng tâm gồm những gì?",
            "thu thuế, chi lương và trồng rừng",
        ),
        ("Thu giảm do hạn hán kéo dài (ba tháng).", "Vì sao thu giảm?", "hạn hán kéo dài"),
        ("Xã nhận bằng khen; thu giảm vì mưa lũ, đồng thời chi tăng.", "Tại sao thu giảm?", "mưa lũ"),
    ],
)
def test_a_reason_or_list_is_bold_to_the_end_of_its_clause(sentence: str, question: str, words: str) -> None:
    lib = library(f"{HEAD}I. CHUNG\n{sentence}\nDân số tăng nhẹ.\n")
    assert bold(lib, question) == [words]


def test_a_definition_is_by_rule_to_the_end_of_its_clause_and_bold_without_what_it_defines() -> None:
    text = "Nhà trường là nơi dạy học, nhằm nâng cao dân trí."
    lib = library(f"{HEAD}I. CHUNG\n{text}\nDân số tăng nhẹ.\n")
    entry = next(one for one in lib.collection.sentences if one.report.quote(one.sentence) == text)
    ((start, end),) = mark(lib.understand("Nhà trường là gì?"), entry, lambda _: 1.0, lib.glossary.expand)
    assert text[start:end] == "nơi dạy học"
    (words,) = bold(lib, "Nhà trường là gì?")
    assert words.startswith("nơi dạy học")


@pytest.mark.parametrize(
    ("sentence", "words"),
    [("Do mưa lũ nên thu giảm.", ["mưa lũ"]), ("Thu giảm mạnh do.", []), ("Thu giảm mạnh do …", [])],
)
def test_a_reason_may_stand_before_what_it_explains_and_where_none_is_given_none_is_bold(
    sentence: str, words: list[str]
) -> None:
    lib = library(f"{HEAD}I. CHUNG\n{sentence}\nDân số tăng nhẹ.\n")
    assert bold(lib, "Vì sao thu giảm mạnh?") == words


def test_spans_lie_in_their_sentence_and_apart(small: Library) -> None:
    answer = answered(small, "Tổng thu đạt bao nhiêu, bằng bao nhiêu phần trăm dự toán, ai trình bày?")
    last = answer.best.sentence.start
    for span in sorted(answer.spans, key=lambda span: span.start):
        assert last <= span.start < span.end <= answer.best.sentence.end
        last = span.end


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Một cửa tiếp nhận bao nhiêu hồ sơ?", "1.874 hồ sơ"),
        ("tiep nhan bao nhieu ho so", "1.874 hồ sơ"),
        ("Giải quyết đúng hạn bao nhiêu hồ sơ?", "1.851 hồ sơ"),
        ("Bao nhiêu hồ sơ quá hạn?", "23 hồ sơ"),
    ],
)
def test_what_another_figure_counts_says_nothing_of_a_figure(question: str, answer: str) -> None:
    # once the whole got its part's figure, for "hồ sơ" stood on both sides of that
    text = "Bộ phận một cửa tiếp nhận 1.874 hồ sơ, giải quyết đúng hạn 1.851 hồ sơ, quá hạn 23 hồ sơ."
    assert bold(library(f"{HEAD}I. MỘT CỬA\n{text}\nXã có 20 ha rừng."), question) == [answer]


PARTS = "Tổng thu ngân sách đạt 15 tỷ đồng, bằng 107% so với cùng kỳ (thuế ngoài quốc doanh đạt 6 tỷ đồng)."


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Tổng thu ngân sách bao nhiêu?", ["15 tỷ đồng"]),
        ("Thuế ngoài quốc doanh bao nhiêu?", ["6 tỷ đồng"]),
        ("Tổng thu thuế bao nhiêu?", []),  # a sum that the sentence does not give, but parts of
        ("thu ngân sách tăng hay giảm", []),  # no amount says that
        ("thu ngân sách tăng hay giảm so với cùng kỳ", ["107%"]),
        ("Ngoài quốc doanh là gì?", []),
    ],
)
def test_a_sum_is_none_of_its_parts_nor_an_amount_a_change_or_a_meaning(question: str, words: list[str]) -> None:
    assert bold(library(f"{HEAD}I. CHUNG\n{PARTS}\nDân số tăng nhẹ.\n"), question) == words


def test_who_it_was_is_not_what_it_is() -> None:
    of = library(f"{HEAD}I. CHUNG\nNgười kết luận Hội nghị là đồng chí Bùi Hoàng Phan.\nDân số tăng nhẹ.\n")
    assert bold(of, "Hội nghị là gì?") == []
