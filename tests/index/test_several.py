from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.several import MOST, several
from index.tokens import tokens
from tests.index.hostile import QUESTIONS, TEXTS
from tests.own_questions import data

OWN = [one["text"] for of in data().values() for one in of if not one["held_out"]]

APART = {
    "Tổng thu bao nhiêu? Tổng chi bao nhiêu?": ("Tổng thu bao nhiêu?", "Tổng chi bao nhiêu?"),
    "tổng thu bao nhiêu?tổng chi bao nhiêu?": ("tổng thu bao nhiêu?", "tổng chi bao nhiêu?"),
    "tổng thu bao nhiêu và tổng chi bao nhiêu": ("tổng thu bao nhiêu", "tổng chi bao nhiêu"),
    "tong thu bao nhieu va tong chi bao nhieu": ("tong thu bao nhieu", "tong chi bao nhieu"),
    "tổng thu bao nhiêu. tổng chi bao nhiêu": ("tổng thu bao nhiêu", "tổng chi bao nhiêu"),
    "tổng thu bao nhiêu. an ninh và dịch bệnh thế nào": ("tổng thu bao nhiêu", "an ninh và dịch bệnh thế nào"),
    "tổng thu bn, tổng chi bn ạ": ("tổng thu bn", "tổng chi bn ạ"),
    "Tổng thu bao nhiêu; ai trình bày báo cáo?": ("Tổng thu bao nhiêu", "ai trình bày báo cáo?"),
    "Ai trình bày báo cáo tóm tắt và ai kết luận hội nghị?": ("Ai trình bày báo cáo tóm tắt", "ai kết luận hội nghị?"),
    "Đ/c Phan giữ chức gì, đ/c Dũng giữ chức gì?": ("Đ/c Phan giữ chức gì", "đ/c Dũng giữ chức gì?"),
    "Tổng thu bao nhiêu? Còn chi?": ("Tổng thu bao nhiêu?", "Còn chi?"),
    "1. Tổng thu bao nhiêu?\n2) Tổng chi bao nhiêu?\nCâu 3: ai trình bày?": (
        "Tổng thu bao nhiêu?",
        "Tổng chi bao nhiêu?",
        "ai trình bày?",
    ),
    "1. tổng thu bao nhiêu 2. tổng chi bao nhiêu": ("tổng thu bao nhiêu", "tổng chi bao nhiêu"),
    "tổng thu bao nhiêu\ntổng chi bao nhiêu": ("tổng thu bao nhiêu", "tổng chi bao nhiêu"),
    "- tổng thu\n- tổng chi\n- hộ nghèo": ("tổng thu", "tổng chi", "hộ nghèo"),
    "tổng thu ngân sách 2020\nthuế ngoài quốc doanh": ("tổng thu ngân sách 2020", "thuế ngoài quốc doanh"),
    "Thu ngân sách năm 2020 và năm 2021 là bao nhiêu?": (
        "Thu ngân sách năm 2020 là bao nhiêu?",
        "Thu ngân sách năm 2021 là bao nhiêu?",
    ),
    "thu ngan sach 2020 va 2021 bao nhieu": ("thu ngan sach nam 2020 bao nhieu", "thu ngan sach nam 2021 bao nhieu"),
    "Thu năm 2020 bao nhiêu và năm 2021 bao nhiêu?": ("Thu năm 2020 bao nhiêu", "Thu năm 2021 bao nhiêu?"),
    "Đồng chí Lê An và đồng chí Bùi Bình giữ chức vụ gì?": (
        "Đồng chí Lê An giữ chức vụ gì?",
        "đồng chí Bùi Bình giữ chức vụ gì?",
    ),
    "Thu ngân sách bao nhiêu, ai kết luận hội nghị và tiết kiệm chi bao nhiêu": (
        "Thu ngân sách bao nhiêu",
        "ai kết luận hội nghị",
        "tiết kiệm chi bao nhiêu",
    ),
    "Tổng thu đạt bao nhiêu và so với cùng kỳ thế nào?": ("Tổng thu đạt bao nhiêu", "Tổng thu so với cùng kỳ thế nào?"),
    "Thu NSNN bao nhiêu, so với dự toán Thành phố giao ra sao": (
        "Thu NSNN bao nhiêu",
        "Thu ngân sách nhà nước so với dự toán Thành phố giao ra sao",
    ),
    "còn năm 2019 và 2021?": ("còn năm 2019?", "còn năm 2021?"),
    "Em hỏi mấy câu:\n• Tổng thu bao nhiêu\n• Hộ nghèo bao nhiêu": ("Tổng thu bao nhiêu", "Hộ nghèo bao nhiêu"),
}

WHOLE = [
    "Tổng thu là bao nhiêu và tăng so với năm trước bao nhiêu?",
    "Tổng thu, tổng chi là bao nhiêu?",
    "Tổng thu là bao nhiêu, bằng bao nhiêu phần trăm dự toán?",
    "Tổng thu ngân sách bao nhiêu và dự toán bao nhiêu?",
    "Ai trình bày và ai kết luận hội nghị?",
    "Ai trình bày báo cáo tóm tắt, khi nào?",
    "Báo cáo gồm mấy phần và do ai trình bày?",
    "Tại sao thuế ngoài quốc doanh không đạt dự toán và quận làm gì để khắc phục?",
    "Kể tên các nhiệm vụ: thu; chi; đầu tư?",
    "TP. Hà Nội giao dự toán bao nhiêu?",
    "Quận có quản lý tốt trật tự xây dựng và vệ sinh môi trường không?",
    "Ai gửi thư cảm ơn?",
    "tổng thu ngân sách nhà nước",
    "10.530,819 tỷ đồng là gì?",
    "Thu ngân sách bằng 105,1% dự toán, đúng không?",
    "Chênh lệch thu ngân sách năm 2019 và năm 2020 là bao nhiêu?",
    "Tổng thu hai năm 2019 và 2020 là bao nhiêu?",
    "Thu ngân sách từ năm 2019 đến năm 2020 là bao nhiêu?",
    "Thu năm 2020 và dự toán năm 2021 là bao nhiêu?",
    "Ai trình bày báo cáo năm 2020 và 2021?",
    "Đường nối phường Hàng Bạc và phường Hàng Đào dài bao nhiêu?",
    "tổng thu ngân sách năm 2019 và 2020",
    "Tổng thu bao nhiêu, so với cùng kỳ tổng chi bao nhiêu?",
    "Ai trình bày báo cáo và so với cùng kỳ thế nào?",
    "tôi là cán bộ phường Hàng Trống",
    "ai trình bày. an ninh và dịch bệnh thế nào",
]

ONE = {
    "Tôi họp ở quận. Cho hỏi tổng thu bao nhiêu?": "Cho hỏi tổng thu bao nhiêu?",
    "Chào anh, cho em hỏi tổng thu bao nhiêu ạ. Em cảm ơn ạ.": "cho em hỏi tổng thu bao nhiêu ạ.",
    "Em chào anh, tôi là cán bộ văn phòng phường Hàng Trống, cho hỏi thu ngân sách bao nhiêu tỷ ạ": (
        "cho hỏi thu ngân sách bao nhiêu tỷ ạ"
    ),
    "em ở phường Hàng Bạc cho em hỏi tổng thu": "cho em hỏi tổng thu",
    "bên phường Hàng Đào cho hỏi tổng thu": "cho hỏi tổng thu",
    "tôi là Minh bên phòng tài chính. tổng thu bao nhiêu?": "tổng thu bao nhiêu?",
    "tôi là cán bộ thuế cần số liệu năm 2019, tổng thu bao nhiêu?": "cần số liệu năm 2019, tổng thu bao nhiêu?",
    "em ở tổ thuế năm 2019, tổng thu bao nhiêu?": "em ở tổ thuế năm 2019, tổng thu bao nhiêu?",
    "hay quá! còn ai trình bày?": "còn ai trình bày?",
    "tổng thu bao nhiêu em cảm ơn ạ": "tổng thu bao nhiêu",
    "Tổng thu bao nhiêu, giúp em với ạ": "Tổng thu bao nhiêu",
    "Tổng thu bao nhiêu? Em cảm ơn.": "Tổng thu bao nhiêu?",
    "tổng thu ngân sách\nnăm 2020 là bao nhiêu": "tổng thu ngân sách năm 2020 là bao nhiêu",
    "Tổng thu? Bao nhiêu?": "Tổng thu? Bao nhiêu?",
    "Em cần số liệu năm 2019. Tổng thu bao nhiêu?": "Em cần số liệu năm 2019. Tổng thu bao nhiêu?",
    "Dịch Covid-19 kéo dài. Quận xử lý thế nào?": "Dịch Covid-19 kéo dài. Quận xử lý thế nào?",
}


@pytest.mark.parametrize(("text", "questions"), APART.items(), ids=APART.keys())
def test_questions_that_stand_apart_are_told_apart(text: str, questions: tuple[str, ...]) -> None:
    assert several(text).questions == questions


@pytest.mark.parametrize("text", WHOLE)
def test_one_question_is_never_two(text: str) -> None:
    assert several(text).questions == (text,)


@pytest.mark.parametrize(("text", "question"), ONE.items(), ids=ONE.keys())
def test_what_stands_around_one_question_does_not_make_it_two(text: str, question: str) -> None:
    assert several(text).questions == (question,)


def test_no_question_on_the_report_is_split_or_changed() -> None:
    assert len(OWN) > 140
    assert [text for text in OWN if several(text).questions != (text,)] == []


def test_the_only_time_of_a_sentence_is_meant_for_both_its_questions() -> None:
    found = several("năm 2020 tổng thu bao nhiêu và thuế ngoài quốc doanh bao nhiêu").questions
    assert found == ("năm 2020 tổng thu bao nhiêu", "năm 2020 thuế ngoài quốc doanh bao nhiêu")
    found = several("tổng thu bao nhiêu và thuế ngoài quốc doanh quý I bao nhiêu").questions
    assert found == ("quý I tổng thu bao nhiêu", "thuế ngoài quốc doanh quý I bao nhiêu")
    found = several("tổng thu năm 2019 bao nhiêu và tổng thu năm 2020 bao nhiêu").questions
    assert found == ("tổng thu năm 2019 bao nhiêu", "tổng thu năm 2020 bao nhiêu")


def test_what_is_said_ahead_goes_with_every_question() -> None:
    found = several("Hỏi về thuế ngoài quốc doanh:\n- đạt bao nhiêu?\n- bằng bao nhiêu % dự toán?").questions
    assert found == (
        "Hỏi về thuế ngoài quốc doanh: đạt bao nhiêu?",
        "Hỏi về thuế ngoài quốc doanh: bằng bao nhiêu % dự toán?",
    )


def test_of_many_questions_the_first_are_given_and_the_others_counted() -> None:
    text = "\n".join(f"Phường số {i} thu bao nhiêu?" for i in range(8))
    assert several(text).left_out == 8 - MOST
    assert several(text).questions == tuple(text.split("\n")[:MOST])


def test_a_blank_text_holds_no_question_and_courtesy_alone_is_given_as_it_is() -> None:
    assert several(" \n ").questions == ()
    assert several("cảm ơn em").questions == ("cảm ơn em",)


@given(st.lists(st.sampled_from(OWN), min_size=1, max_size=MOST), st.sampled_from(["\n", "\n- ", ". ", " "]))
@settings(deadline=None)
def test_every_syllable_of_what_is_asked_is_kept(asked: list[str], between: str) -> None:
    text = between.join(f"{one.rstrip('?')}?" if between == " " else one for one in asked)
    given_back = [token.text for one in several(text).questions for token in tokens(one)]
    assert set(given_back) == {token.text for token in tokens(text)}


def test_what_is_said_after_the_last_question_goes_with_it() -> None:
    # It waited for a question that never came, where a first line was said to all of them.
    asked = several("Về an toàn thực phẩm năm 2021\nTổng thu ngân sách đạt bao nhiêu?\nquanr lys nhaf nuowcs")
    assert asked.questions == ("Về an toàn thực phẩm năm 2021 Tổng thu ngân sách đạt bao nhiêu? quanr lys nhaf nuowcs",)


@given(st.sampled_from(OWN), st.sampled_from(OWN))
@settings(deadline=None)
def test_two_marked_questions_are_two(first: str, second: str) -> None:
    marked = (f"{first.rstrip('?')}?", f"{second.rstrip('?')}?")
    assert several(" ".join(marked)).questions == marked


@given(st.sampled_from(["Chào anh, ", "Chào em. ", "Em chào anh ạ. Cho em hỏi, ", "Dạ, "]), st.sampled_from(OWN))
@settings(deadline=None)
def test_courtesy_before_a_question_is_left_out(courtesy: str, question: str) -> None:
    assert several(courtesy + question).questions == (question,)


@given(
    st.sampled_from([". Em cảm ơn ạ", ". Cảm ơn nhiều", "\nthanks", "\nNhờ anh giúp em với ạ"]), st.sampled_from(OWN)
)
@settings(deadline=None)
def test_courtesy_behind_a_question_is_left_out(courtesy: str, question: str) -> None:
    assert several(question.rstrip("?") + courtesy).questions[0].rstrip(".") == question.rstrip("?")


@given(TEXTS)
@settings(deadline=None)
def test_hostile_text_gives_few_questions_that_hold_something(text: str) -> None:
    found = several(text).questions
    assert len(found) <= MOST
    assert all(one.strip() for one in found)
    assert bool(found) == bool(text.strip())


@pytest.mark.parametrize("text", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_endless_text_ends(text: str) -> None:
    assert 0 < len(several(text).questions) <= MOST
