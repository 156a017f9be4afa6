from __future__ import annotations

import pytest
from hypothesis import given, settings

from index.errors import QuestionError
from index.followup import LONGEST, follow
from index.library import Library
from index.records import Abstention, Answer
from tests.followups import libraries
from tests.index.hostile import QUESTIONS, TEXTS

TOTAL = "Tổng thu NSNN trên địa bàn huyện năm 2020 đạt bao nhiêu?"
SHARE = "Tiền sử dụng đất bằng bao nhiêu phần trăm dự toán?"
RICE = "Sản lượng lúa năm 2020 đạt bao nhiêu tấn?"
WHO = "Ai trình bày báo cáo?"
FEAST = "Lễ hội đền Thượng khai mạc ngày nào?"

JOINED = [
    (RICE, "còn năm 2019?", "Sản lượng lúa năm 2019 đạt bao nhiêu tấn?"),
    (RICE, "con nam 2019", "Sản lượng lúa năm 2019 đạt bao nhiêu tấn?"),
    (RICE, "2019 thì sao ạ", "Sản lượng lúa năm 2019 đạt bao nhiêu tấn?"),
    (RICE, "quý I năm 2021?", "Sản lượng lúa quý I năm 2021 đạt bao nhiêu tấn?"),
    (RICE, "năm 2019 và 2020?", "Sản lượng lúa năm 2019 và 2020 đạt bao nhiêu tấn?"),
    (RICE, "so với năm 2019?", "Sản lượng lúa năm 2020 so với năm 2019 là bao nhiêu?"),
    (RICE, "còn xã Tân Lập?", "Sản lượng lúa của xã Tân Lập năm 2020 đạt bao nhiêu tấn?"),
    (RICE, "nó tăng hay giảm?", "Sản lượng lúa năm 2020 tăng hay giảm?"),
    (RICE, "tăng hay giảm", "Sản lượng lúa năm 2020 tăng hay giảm?"),
    (RICE, "tại sao?", "Sản lượng lúa năm 2020 tại sao?"),
    (TOTAL, "còn chi?", "Tổng chi ngân sách nhà nước trên địa bàn huyện năm 2020 đạt bao nhiêu?"),
    (TOTAL, "thế tiền sử dụng đất?", "Tiền sử dụng đất trên địa bàn huyện năm 2020 đạt bao nhiêu?"),
    (TOTAL, "so với cùng kỳ?", "Tổng thu ngân sách nhà nước trên địa bàn huyện năm 2020 so với cùng kỳ là bao nhiêu?"),
    (
        TOTAL,
        "bằng bao nhiêu % dự toán",
        "Tổng thu ngân sách nhà nước trên địa bàn huyện năm 2020 bằng bao nhiêu % dự toán?",
    ),
    (TOTAL, "vậy hộ nghèo thực hiện bao nhiêu?", "Năm 2020 hộ nghèo thực hiện bao nhiêu?"),
    (SHARE, "còn cùng kỳ?", "Tiền sử dụng đất bằng bao nhiêu phần trăm cùng kỳ?"),
    (SHARE, "bao nhiêu tỷ?", "Tiền sử dụng đất bao nhiêu tỷ?"),
    (SHARE, "được mấy phần trăm?", "Tiền sử dụng đất được mấy phần trăm dự toán?"),
    (SHARE, "thế tiền thuê đất?", "Tiền thuê đất bằng bao nhiêu phần trăm dự toán?"),
    (FEAST, "ở đâu?", "Lễ hội đền Thượng khai mạc ở đâu?"),
    (FEAST, "o dau", "Lễ hội đền Thượng khai mạc ở đâu?"),
    (FEAST, "ai điều hành?", "Lễ hội đền Thượng khai mạc ai điều hành?"),
    (FEAST, "lễ hội đó ở đâu?", "Lễ hội đền Thượng khai mạc ở đâu?"),
    (WHO, "bà ấy giữ chức vụ gì?", "Lê Thị Hạnh giữ chức vụ gì?"),
    (WHO, "giữ chức vụ gì", "Lê Thị Hạnh trình bày báo cáo giữ chức vụ gì?"),
    (WHO, "khi nào?", "Trình bày báo cáo khi nào?"),
    (WHO, "còn kết luận hội nghị?", "Ai kết luận hội nghị?"),
    ("Đồng chí Lê Thị Hạnh giữ chức vụ gì?", "thế đồng chí Lê Văn An?", "Đồng chí Lê Văn An giữ chức vụ gì?"),
    ("Tình hình dịch bệnh như thế nào?", "còn an ninh?", "Tình hình an ninh như thế nào?"),
    ("Số tiền thu phí là bao nhiêu tỷ đồng?", "còn tỷ lệ?", "Tỷ lệ thu phí là bao nhiêu?"),
    ("Tỷ lệ thu phí là bao nhiêu phần trăm?", "được bao nhiêu tiền?", "Tỷ lệ thu phí được bao nhiêu tiền?"),
    ("Huyện trồng mới bao nhiêu ha rừng?", "còn rừng phòng hộ?", "Huyện trồng mới bao nhiêu ha rừng phòng hộ?"),
    ("Hộ nghèo thực hiện bao nhiêu hộ?", "còn trường chuẩn?", "Trường chuẩn bao nhiêu?"),
    ("Sản lượng lúa tăng hay giảm?", "giảm bao nhiêu %", "Sản lượng lúa giảm bao nhiêu %?"),
    ("Sản lượng lúa vì sao tăng?", "năm 2021", "Sản lượng lúa năm 2021 vì sao tăng?"),
    ("Sản lượng lúa vì sao tăng?", "bao nhiêu tấn", "Sản lượng lúa bao nhiêu tấn?"),
    ("Huyện có trồng rừng không?", "bao nhiêu ha?", "Huyện trồng rừng bao nhiêu ha?"),
    ("Sản lượng lúa bao nhiêu, đạt bao nhiêu % kế hoạch?", "tăng hay giảm", "Sản lượng lúa tăng hay giảm?"),
    (
        "Sản lượng lúa so với năm ngoái là bao nhiêu?",
        "bằng bao nhiêu % kế hoạch",
        "Sản lượng lúa bằng bao nhiêu % kế hoạch?",
    ),
    ("Văn bản số mấy?", "khi nào?", "Văn bản khi nào?"),
    ("Dân số bao nhiêu?", "khi nào?", "Dân số khi nào?"),
    (RICE, "có tăng không", "Sản lượng lúa năm 2020 có tăng không?"),
    (RICE, "năm ngoái", "Sản lượng lúa năm ngoái đạt bao nhiêu tấn?"),
    (RICE, "so với năm ngoái?", "Sản lượng lúa năm 2020 so với năm ngoái là bao nhiêu?"),
    (RICE, "năm trước đó thì sao", "Sản lượng lúa năm 2019 đạt bao nhiêu tấn?"),
    (RICE, "năm sau đó?", "Sản lượng lúa năm 2021 đạt bao nhiêu tấn?"),
    (RICE, "quay lại năm 2018 đi", "Sản lượng lúa năm 2018 đạt bao nhiêu tấn?"),
    (RICE, "từ đầu năm thì sao", "Sản lượng lúa từ đầu năm đạt bao nhiêu tấn?"),
    ("Sản lượng lúa năm nay đạt bao nhiêu tấn?", "2019 thì sao", "Sản lượng lúa năm 2019 đạt bao nhiêu tấn?"),
    ("Thế sản lượng lúa bao nhiêu?", "còn năm 2019?", "Sản lượng lúa năm 2019 bao nhiêu?"),
    (RICE, "nói về nó đi", "Nói về sản lượng lúa năm 2020 đi?"),
]

ALONE = [
    "Huyện có bao nhiêu trường đạt chuẩn quốc gia?",
    "Còn khó khăn gì trong năm?",
    "Còn bao nhiêu hộ nghèo?",
    "Thế nào là hộ nghèo?",
    "tổng thu ngân sách",
    "sản lượng lúa bao nhiêu",
    "Lễ hội diễn ra ở đâu?",
    "Đồng chí Lê Thị Hạnh giữ chức vụ gì?",
    "Khi một xã có dịch, nó được xử lý thế nào?",
    "Vì sao số khách giảm trong năm 2020?",
    "tóm tắt giúp anh báo cáo này",
    "thế liệt kê các nhiệm vụ",
    "cho xem phần quốc phòng",
]

NO_JOINING = [
    "còn gì nữa?",
    "còn ai nữa?",
    "rồi sao nữa",
    "sao nữa",
    "đúng không",
    "dự án này ở đâu?",
    "còn?",
    "thế thì sao?",
    "",
    "?",
    "👍",
]


@pytest.mark.parametrize(("earlier", "question", "joined"), JOINED, ids=[f"{a} {b}" for a, b, _ in JOINED])
def test_what_leans_is_joined_to_the_question_before(small: Library, earlier: str, question: str, joined: str) -> None:
    assert small.follow(earlier, question) == joined


@pytest.mark.parametrize("question", ALONE)
@pytest.mark.parametrize("earlier", [TOTAL, WHO, FEAST])
def test_what_stands_alone_is_left_alone(small: Library, earlier: str, question: str) -> None:
    assert small.follow(earlier, question) is None


@pytest.mark.parametrize("question", NO_JOINING)
def test_what_can_not_be_joined_is_left_alone(small: Library, question: str) -> None:
    assert small.follow(TOTAL, question) is None


def test_a_question_does_not_lean_on_one_that_is_about_nothing(small: Library) -> None:
    assert small.follow("bao nhiêu?", "còn năm 2021?") is None


@pytest.mark.parametrize("question", ["bao nhiêu %?", "so với cùng kỳ?", "tăng hay giảm?", "bao nhiêu tuổi?"])
def test_figures_of_who_did_something_are_asked_only_where_a_report_has_them(small: Library, question: str) -> None:
    assert small.follow("Ai trình bày?", question) is None
    assert small.follow(WHO, question) is None


def test_another_thing_counted_is_asked_of_what_was_named(small: Library) -> None:
    assert small.follow("Số điện thoại?", "bao nhiêu tuổi?") == "Số điện thoại bao nhiêu tuổi?"
    named = "Đồng chí Lê Thị Hạnh giữ chức vụ gì?"
    assert small.follow(named, "bao nhiêu tuổi?") == "Đồng chí Lê Thị Hạnh bao nhiêu tuổi?"


def test_what_trails_off_is_joined_only_where_a_report_answers_it(small: Library) -> None:
    assert small.follow(RICE, "tiền thuê nhà máy thì sao") is None
    joined = "Tiền sử dụng đất trên địa bàn huyện năm 2020 đạt bao nhiêu?"
    assert small.follow(TOTAL, "tiền sử dụng đất thì sao") == joined


def test_of_several_earlier_questions_the_nearest_that_can_be_joined_is_taken(small: Library) -> None:
    rice = "Sản lượng lúa năm 2020 so với kế hoạch là bao nhiêu?"
    assert small.follow(WHO, "so với kế hoạch?", older=[RICE, TOTAL]) == rice
    assert small.follow(RICE, "so với kế hoạch?", older=[TOTAL]) == rice
    assert small.follow(WHO, "Huyện có bao nhiêu hộ nghèo?", older=[RICE]) is None
    who = "Ai trình bày báo cáo?"
    assert small.follow("bao nhiêu %?", "bà ấy giữ chức vụ gì?", older=[who]) == "Lê Thị Hạnh giữ chức vụ gì?"


def test_the_person_is_taken_from_the_sentence_that_answered(small: Library) -> None:
    said = "Người kết luận là đồng chí Trần Văn Bình."
    assert small.follow(WHO, "ông ấy làm chức gì?", said) == "Trần Văn Bình làm chức gì?"


def test_where_the_sentence_names_two_persons_none_is_guessed(small: Library) -> None:
    said = "Dự họp có đồng chí Trần Văn Bình và đồng chí Lê Thị Hạnh."
    assert small.follow(WHO, "ông ấy làm chức gì?", said) is None


def test_another_deed_that_the_report_answers_better_alone_is_left_alone() -> None:
    default = libraries()["default"]
    assert default.follow("Tổng thu ngân sách năm 2020 là bao nhiêu?", "còn ai trình bày?") is None
    assert default.follow("Tổng thu ngân sách nhà nước năm 2020 là bao nhiêu?", "ai ký?") is None  # not "cùng kỳ"
    assert default.follow("Ai trình bày báo cáo tóm tắt?", "ai kết luận?") is None
    assert default.follow("Báo cáo tóm tắt gồm những gì?", "ai trình bày?") == "Báo cáo tóm tắt ai trình bày?"


def test_a_joined_question_stands_alone(small: Library) -> None:
    for _, _, joined in JOINED:
        assert small.follow(WHO, joined) is None, joined


def test_few_questions_are_asked_to_join_two(small: Library) -> None:
    for earlier, question, _ in JOINED:
        asked: list[str] = []

        def ask(text: str, asked: list[str] = asked) -> Answer | Abstention:
            asked.append(text)
            return small.ask(text)

        follow(earlier, question, understand=small.understand, ask=ask)
        assert len(asked) <= 9, question


def test_a_long_question_says_enough(small: Library) -> None:
    assert small.follow(TOTAL, "còn năm 2019" + " ơi" * LONGEST) is None


def test_what_is_no_text_is_refused(small: Library) -> None:
    with pytest.raises(QuestionError):
        small.follow(TOTAL, "còn \ud800?")


@given(TEXTS, TEXTS)
@settings(deadline=None, max_examples=40)
def test_hostile_text_is_joined_to_a_question_or_left_alone(earlier: str, question: str) -> None:
    joined = libraries()["small"].follow(earlier, question)
    assert joined is None or joined.endswith("?")


@pytest.mark.parametrize("text", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_endless_text_ends(small: Library, text: str) -> None:
    for earlier, question in ((TOTAL, text[:LONGEST]), (text, "còn năm 2021?"), (text[:600], f"còn {text[:190]}")):
        joined = small.follow(earlier, question)
        assert joined is None or joined.endswith("?")


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Tổng thu ngân sách bao nhiêu?", "tổng thu bao nhiêu?"),
        ("Diện tích lúa năm 2020 là bao nhiêu?", "diện tích lúa bao nhiêu"),
    ],
)
def test_what_names_the_same_subject_anew_stands_alone(small: Library, earlier: str, later: str) -> None:
    assert small.follow(earlier, later) is None
