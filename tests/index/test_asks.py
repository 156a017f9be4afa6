import pytest

from index.asks import Kind
from tests.index.builders import asked


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Thu ngân sách đạt bao nhiêu?", Kind.FIGURE),
        ("Có mấy hộ nghèo?", Kind.FIGURE),
        ("Thi công bao lâu?", Kind.FIGURE),
        ("Thu bằng bao nhiêu phần trăm dự toán?", Kind.PERCENT),
        ("Thu bằng bao nhiêu % dự toán?", Kind.PERCENT),
        ("Đạt mấy phần trăm?", Kind.PERCENT),
        ("Tỷ lệ hộ nghèo là bao nhiêu?", Kind.PERCENT),
        ("Chi bao nhiêu tiền?", Kind.MONEY),
        ("Thu bao nhiêu tỷ đồng?", Kind.MONEY),
        ("Đại hội lần thứ mấy?", Kind.ORDINAL),
        ("Ai trình bày báo cáo?", Kind.PERSON),
        ("Đồng chí nào kết luận?", Kind.PERSON),
        ("Hội nghị họp khi nào?", Kind.DATE),
        ("Hội nghị họp ngày nào?", Kind.DATE),
        ("Bao giờ xong đường?", Kind.DATE),
        ("Lễ hội tổ chức ở đâu?", Kind.PLACE),
        ("Xã nào về đích?", Kind.PLACE),
        ("Vì sao thu giảm?", Kind.REASON),
        ("Nguyên nhân nào làm thu giảm?", Kind.REASON),
        ("Hệ thống gồm những gì?", Kind.LIST),
        ("Những nhiệm vụ nào còn lại?", Kind.LIST),
        ("BTCLH là gì?", Kind.DEFINITION),
        ("Công tác phòng dịch thế nào?", Kind.OTHER),
        ("thu ngân sách", Kind.OTHER),
        ("", Kind.OTHER),
    ],
)
def test_a_question_wants_a_kind_of_answer(question: str, kind: Kind) -> None:
    assert asked(question).kinds == (kind,)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("thu ngan sach dat bao nhieu", Kind.FIGURE),
        ("bang bao nhieu phan tram du toan", Kind.PERCENT),
        ("hoi nghi hop khi nao", Kind.DATE),
        ("le hoi to chuc o dau", Kind.PLACE),
        ("vi sao thu giam", Kind.REASON),
        ("ai trinh bay", Kind.PERSON),
    ],
)
def test_without_accents_it_is_the_same_kind(question: str, kind: Kind) -> None:
    assert asked(question).kinds == (kind,)


@pytest.mark.parametrize(
    "text", ["Không khí nào trong lành", "Điểm đầu ở xã", "Hai người, đại biểu dự", "Giới thiệu thơ đậu"]
)
def test_another_word_with_the_same_letters_does_not_ask(text: str) -> None:
    assert not {Kind.DATE, Kind.PLACE, Kind.PERSON, Kind.REASON} & set(asked(text).kinds)


def test_two_things_asked_are_two_kinds_in_their_order() -> None:
    assert asked("Ai trình bày, và họp ngày nào?").kinds == (Kind.PERSON, Kind.DATE)


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("Có bao nhiêu hộ nghèo?", "ho"),
        ("Đạt bao nhiêu?", None),
        ("Họp ngày nào?", "ngay"),
        ("Họp khi nào?", None),
        ("Họp ở đâu?", None),
    ],
)
def test_the_noun_that_narrows_an_answer_is_kept(question: str, noun: str | None) -> None:
    assert asked(question).nouns == (noun,)


@pytest.mark.parametrize(
    ("question", "content"),
    [
        ("Cho tôi hỏi thu ngân sách đạt bao nhiêu ạ?", "thu ngân sách đạt"),
        ("Xin cho biết ai trình bày báo cáo?", "trình bày báo cáo"),
        ("Những nhiệm vụ nào còn lại?", "nhiệm vụ còn lại"),
        ("Thu ngân sách", "thu ngân sách"),
    ],
)
def test_the_words_that_only_ask_are_told_from_the_matter(question: str, content: str) -> None:
    syllables = question.rstrip("?").lower().split()
    assert " ".join(s for i, s in enumerate(syllables) if i not in asked(question).words) == content
