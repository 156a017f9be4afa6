import pytest

from index.library import Library
from index.ranking import Costs
from index.records import Abstention, Answer, BlockKind, Why
from tests.index.builders import FEES, HEAD, TOTAL, answered, bold, library, refused

PUBLISHED = (
    "Tổng thu NSNN trên địa bàn quận đạt 10.530,819 tỷ đồng, bằng 105,1% dự toán Thành phố giao và bằng 107% so với "
    "cùng kỳ (thuế ngoài quốc doanh đạt 6.601,357 tỷ đồng, bằng 92,3% dự toán Thành phố giao và bằng 93,2% so với cùng "
    "kỳ); thu thuế do quận thực hiện đạt 4.025,452 tỷ đồng, bằng 120,7% dự toán Thành phố giao."
)


@pytest.mark.parametrize(
    ("question", "why", "missing"),
    [
        ("", Why.EMPTY, ()),
        ("   ", Why.EMPTY, ()),
        ("?!…", Why.EMPTY, ()),
        ("😀😀", Why.EMPTY, ()),
        ("Tại sao bầu trời màu xanh lam?", Why.TOPIC, ()),
        ("Giá vàng thế giới thế nào?", Why.TOPIC, ()),
        ("zzzz qqqq", Why.TOPIC, ()),
        ("Tổng thu NSNN trên địa bàn huyện năm 2017 đạt bao nhiêu?", Why.YEAR, ("2017",)),
        ("tong thu ngan sach nam 2017 bao nhieu", Why.YEAR, ("2017",)),
        ("Huyện có 57 trường đạt chuẩn quốc gia phải không?", Why.FIGURE, ("57",)),
        ("Ông Trần Văn Tèo trình bày báo cáo gì?", Why.NAME, ("Trần Văn Tèo",)),
        ("Công tác điều hành ngân sách được thực hiện bao nhiêu?", Why.FIGURE, ()),
        ("Công tác điều hành ngân sách được thực hiện chủ động ngày nào?", Why.DATE, ()),
    ],
)
def test_a_question_that_is_not_answered_says_why(
    small: Library, question: str, why: Why, missing: tuple[str, ...]
) -> None:
    reply = refused(small, question)
    assert (reply.why, reply.missing) == (why, missing)
    assert reply.question == question


def test_an_abstention_has_no_answer_to_quote_only_nearest_sentences(small: Library) -> None:
    reply = refused(small, "Tổng thu NSNN trên địa bàn huyện năm 2017 đạt bao nhiêu?")
    assert not hasattr(reply, "best")
    assert not hasattr(reply, "spans")
    assert TOTAL in reply.nearest[0].text
    assert reply.passages[0].passage == reply.nearest[0].passage


def test_nothing_is_near_an_empty_question(small: Library) -> None:
    reply = refused(small, "?")
    assert not reply.nearest
    assert not reply.passages


def test_an_answer_has_its_runners_up_and_ten_passages_best_first(small: Library) -> None:
    answer = answered(small, "Thu phí do xã thực hiện đạt bao nhiêu?")
    assert FEES in answer.best.text
    assert answer.best not in answer.runners_up
    assert 1 <= len(answer.passages) <= 10
    assert [p.score for p in answer.passages] == sorted((p.score for p in answer.passages), reverse=True)
    bars = small.ranking.confidence
    assert answer.best.confidence >= bars.threshold
    assert answer.sure is (answer.best.confidence >= bars.sure)


def test_an_answer_in_doubt_has_a_second_that_is_no_heading_and_a_sure_one_has_none(small: Library) -> None:
    asked = "Thu phí do xã thực hiện đạt bao nhiêu?"
    for doubted_right, sure in ((0.0, False), (0.999, True)):
        costs = Costs(doubted_wrong=0.0, doubted_right=doubted_right, silent=1.0)
        confidence = small.ranking.confidence.model_copy(update={"costs": costs})
        answer = answered(small.under(small.ranking.model_copy(update={"confidence": confidence})), asked)
        assert answer.sure is sure
        if sure:
            assert answer.second is None
        else:
            assert answer.second == next(one for one in answer.runners_up if not one.only_leads)


def test_a_name_that_the_report_carries_elsewhere_is_said_with_the_answer(small: Library) -> None:
    answer = answered(small, "Tổng thu NSNN trên địa bàn huyện của Tân Lập đạt bao nhiêu?")
    assert answer.missing == ("Tân Lập",)


def test_a_name_of_the_title_is_not_missing(small: Library) -> None:
    assert answered(small, "Tổng thu NSNN trên địa bàn huyện Sơn Hà đạt bao nhiêu?").missing == ()


@pytest.fixture(scope="module")
def published() -> Library:
    return library(f"{HEAD}{PUBLISHED}\nDân số tăng nhẹ so với cùng kỳ.\n")


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("thuế ngoài quốc doanh đạt bao nhiêu?", "6.601,357 tỷ đồng"),
        ("bằng bao nhiêu phần trăm dự toán?", "105,1%"),
        ("thu ngân sách bằng bao nhiêu phần trăm dự toán?", "105,1%"),
    ],
)
def test_the_questions_of_the_issue_mark_what_they_ask_for(published: Library, question: str, figure: str) -> None:
    assert bold(published, question) == [figure]


def test_another_years_revenue_is_not_answered_with_this_ones(published: Library) -> None:
    reply = refused(published, "Tổng thu ngân sách năm 2017 đạt bao nhiêu?")
    assert (reply.why, reply.missing) == (Why.YEAR, ("2017",))


HEADED = f"""{HEAD}I. PHÒNG CHÁY, CHỮA CHÁY
Các xã diễn tập theo kế hoạch.
II. TRỒNG RỪNG
Người dân tham gia đông đủ.
"""


@pytest.mark.parametrize("question", ["Phòng cháy, chữa cháy thế nào?", "phòng cháy chữa cháy", "trong rung ra sao"])
def test_what_stands_under_the_heading_that_is_asked_about_answers_in_doubt(question: str) -> None:
    # a sentence need not say again what its heading says, and was refused for it
    answer = answered(library(HEADED), question)
    assert answer.best.sentence.kind is BlockKind.PARAGRAPH
    assert not answer.sure


@pytest.mark.parametrize("question", ["Phòng cháy, chữa cháy ở Tân Lập bao nhiêu vụ?", "Trồng rừng phòng hộ thế nào?"])
def test_a_heading_speaks_for_nothing_that_it_does_not_name(question: str) -> None:
    refused(library(HEADED), question)


LEANING = f"""{HEAD}I. VĂN HÓA
Nhà hát tuồng mở cửa trở lại. {{}} có 450 ghế ngồi.
"""


@pytest.mark.parametrize("question", ["Nhà hát tuồng có bao nhiêu ghế?", "nha hat tuong co bao nhieu ghe"])
def test_what_a_sentence_leans_on_says_what_it_is_about(question: str) -> None:
    # "Nó có 450 ghế ngồi." says but one word of the question, and was refused for it
    answer = answered(library(LEANING.format("Nó")), question)
    assert answer.best.text == "Nó có 450 ghế ngồi."
    assert [answer.best.report.quote(one) for one in answer.support] == ["Nhà hát tuồng mở cửa trở lại."]


def test_what_stands_before_a_sentence_that_does_not_lean_says_nothing_of_it() -> None:
    refused(library(LEANING.format("Rạp xiếc")), "Nhà hát tuồng có bao nhiêu ghế?")


def test_two_sentences_with_the_same_answer_are_sure_together() -> None:
    # a table that repeats its text made every answer from either one in doubt
    text = "Tổng thu ngân sách đạt 112 tỷ đồng, bằng 98% kế hoạch.\n"
    table = "| Chỉ tiêu | Kết quả |\n| --- | --- |\n| Tổng thu ngân sách | {} |\n"

    def asked_with(figure: str) -> Answer:
        lib = library(f"{HEAD}I. THU\n\n{text}\n{table.format(figure)}\nDân số tăng nhẹ.\n")
        confidence = lib.ranking.confidence
        dear = confidence.model_copy(update={"costs": confidence.costs.model_copy(update={"doubted_right": 0.01})})
        return answered(
            lib.under(lib.ranking.model_copy(update={"confidence": dear})), "Tổng thu ngân sách đạt bao nhiêu?"
        )

    agreeing, differing = asked_with("112 tỷ đồng"), asked_with("115 tỷ đồng")
    assert agreeing.best.confidence == pytest.approx(differing.best.confidence, abs=0.1)
    assert agreeing.sure
    assert agreeing.second is None
    assert not differing.sure


CHOSEN = f"{HEAD}I. THU\nThuế đất đạt 6 tỷ đồng, thuế môn bài đạt 4 tỷ đồng, cao hơn dự toán.\nDân số tăng nhẹ.\n"


@pytest.mark.parametrize(
    "question", ["Thuế đất hay thuế môn bài cao hơn?", "Thuế nào cao hơn?", "Thuế đất cao nhất là bao nhiêu?"]
)
def test_what_takes_a_comparison_of_figures_gets_none_in_bold_and_is_never_sure(question: str) -> None:
    reply = library(CHOSEN).ask(question)
    assert isinstance(reply, Abstention) or (not reply.spans and not reply.sure)


def test_a_sentence_is_not_sure_where_nothing_in_it_is_surely_what_was_asked_for(published: Library) -> None:
    assert answered(published, "Tổng thu ngân sách bao nhiêu?").sure
    assert not answered(published, "Tổng thu thuế bao nhiêu?").sure


def test_the_caption_of_a_table_is_no_answer_where_its_rows_are() -> None:
    of = library(
        f"{HEAD}I. GIẢM NGHÈO\nDân số tăng nhẹ.\nBảng 2. Hộ nghèo theo bản (đến hết tháng 9)\n"
        "| Bản | Số hộ | Hộ nghèo |\n| Nà Lốc | 120 | 8 |\n| Pá Hán | 98 | 15 |\n"
    )
    for question in ("hộ nghèo bản Pá Hán", "ho ngheo ban Na Loc", "bản Pá Hán có bao nhiêu hộ nghèo"):
        assert answered(of, question).best.sentence.kind is BlockKind.ROW
