from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.asks import DEFAULT, Forms, Kind
from index.errors import DataError
from index.tokens import tokens
from tests.index.builders import asked


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Thu ngân sách đạt bao nhiêu?", Kind.FIGURE),
        ("Có mấy hộ nghèo?", Kind.FIGURE),
        ("Thi công bao lâu?", Kind.PERIOD),
        ("Thu bằng bao nhiêu phần trăm dự toán?", Kind.PERCENT),
        ("Thu bằng bao nhiêu % dự toán?", Kind.PERCENT),
        ("Đạt mấy phần trăm?", Kind.PERCENT),
        ("Tỷ lệ hộ nghèo là bao nhiêu?", Kind.PERCENT),
        ("Chi bao nhiêu tiền?", Kind.MONEY),
        ("Cử bao nhiêu đồng chí?", Kind.FIGURE),
        ("bao nhieu dong bao", Kind.FIGURE),
        ("Xây mấy nhà tạm?", Kind.FIGURE),
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
        ("Đề án thực hiện trong giai đoạn nào?", Kind.PERIOD),
        ("Cách ly từ ngày nào đến ngày nào?", Kind.PERIOD),
        ("Đồng chí Nam giữ chức vụ gì?", Kind.OFFICE),
        ("Chức danh của ông Nam là gì?", Kind.DEFINITION),
        ("Cầu thủ nào ghi bàn?", Kind.PERSON),
        ("Kết quả tuyển quân ra sao?", Kind.MANNER),
        ("Giải phóng mặt bằng bằng cách nào?", Kind.MANNER),
        ("Nhờ đâu thu vượt dự toán?", Kind.REASON),
        ("Kể tên các dự án đầu tư công?", Kind.LIST),
        ("Huyện có đạt chỉ tiêu không?", Kind.YES_NO),
        ("Huyện có đạt chỉ tiêu không ạ?", Kind.YES_NO),
        ("Đường đã xong chưa?", Kind.YES_NO),
        ("Có phải thu giảm?", Kind.YES_NO),
        ("Có mấy dự án?", Kind.FIGURE),
        ("Có bao nhiêu hộ nghèo không?", Kind.FIGURE),
        ("Đường đã làm xong chưa vậy?", Kind.YES_NO),
        ("Cơ quan nào chủ trì?", Kind.OTHER),
        ("Công tác phòng dịch thế nào?", Kind.MANNER),
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
        ("de an thuc hien trong bao lau", Kind.PERIOD),
        ("dong chi nam giu chuc vu gi", Kind.OFFICE),
        ("ket qua tuyen quan ra sao", Kind.MANNER),
        ("duong da xong chua", Kind.YES_NO),
        ("huyen co dat chi tieu khong a", Kind.YES_NO),
    ],
)
def test_without_accents_it_is_the_same_kind(question: str, kind: Kind) -> None:
    assert asked(question).kinds == (kind,)


@pytest.mark.parametrize(
    "text",
    [
        "Không khí nào trong lành",
        "Điểm đầu ở xã",
        "Hai người, đại biểu dự",
        "Giới thiệu thơ đậu",
        "Hàng không dân dụng",
        "Số liệu thu ngân sách",
        "khach san bon sao",
        "trung tu dinh chua",
    ],
)
def test_another_word_with_the_same_letters_does_not_ask(text: str) -> None:
    assert not {Kind.DATE, Kind.PLACE, Kind.PERSON, Kind.REASON, Kind.YES_NO} & set(asked(text).kinds)


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
        ("Đội nào vô địch?", "doi"),
        ("Cơ quan nào chủ trì đề án?", "co quan"),
        ("co quan nao chu tri de an", "co quan"),
        ("Xã nào về đích?", "xa"),
        ("Những nhiệm vụ nào còn lại?", "nhiem vu"),
        ("Loại thuế gì tăng?", "thue"),
        ("Mục tiêu của đề án là gì?", "muc tieu"),
        ("Trong năm 2020, mục tiêu là gì?", None),
        ("Huyện làm gì?", None),
        ("Việc gì đã xong?", None),
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
        ("Xã nào về đích?", "xã về đích"),
        ("thu duoc bao nhieu ha", "thu duoc ha"),
        ("Hệ thống gồm những gì vậy ạ?", "hệ thống gồm"),
        ("Huyện có đạt chỉ tiêu không?", "huyện đạt chỉ tiêu"),
    ],
)
def test_the_words_that_only_ask_are_told_from_the_matter(question: str, content: str) -> None:
    syllables = question.rstrip("?").lower().split()
    assert " ".join(s for i, s in enumerate(syllables) if i not in asked(question).words) == content


@pytest.mark.parametrize(
    ("question", "phrases"),
    [
        ("Ai trình bày, và họp ngày nào?", ["ai", "ngày nào"]),
        ("Thu đạt bao nhiêu tỷ đồng ạ?", ["bao nhiêu tỉ đồng"]),
        ("Xã nào về đích?", ["nào"]),
        ("thu ngân sách", [""]),
    ],
)
def test_the_place_of_each_asking_phrase_is_kept(question: str, phrases: list[str]) -> None:
    spelled = [token.text for token in tokens(question)]
    assert [" ".join(spelled[start:end]) for start, end in asked(question).places] == phrases


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from("bao nhiêu ai nào gì những các có không chưa đến từ ngày nao gi ho xã là ạ $".split())))
def test_kinds_nouns_and_places_are_in_step_and_within_the_question(words: list[str]) -> None:
    found = asked(" ".join(words))
    assert len(found.kinds) == len(found.nouns) == len(found.places)
    assert all(0 <= start <= end <= len(words) for start, end in found.places)
    assert all(a[1] <= b[0] for a, b in pairwise(found.places))
    assert found.words <= set(range(len(words)))


def changed(old: str, new: str) -> str:
    text = DEFAULT.read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (changed('kind = "date"', 'kind = "moon"'), r"kinds\.1\.kind: .*'figure'"),
        (changed("{time} nào", "{tim} nào"), r"'\{tim\} nào' names a list that there is not: tim"),
        (changed('"ai", "là ai"', '"< $", "là ai"'), "no word to begin with"),
        ("[lists]", r"kinds: field required"),
        ("[", "no list of ways to ask"),
    ],
)
def test_a_broken_file_of_forms_is_named_with_what_is_wrong(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "questions.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        Forms.load(path)


def test_every_kind_of_answer_has_its_ways_of_asking() -> None:
    assert set(Forms.load().kinds) == set(Kind)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("có ai tử vong vì sốt xuất huyết không", Kind.YES_NO),
        ("Có đồng chí nào biết ai chủ trì không?", Kind.PERSON),
        ("có bao nhiêu người bị thương không", Kind.FIGURE),
    ],
)
def test_whether_anybody_did_is_answered_by_yes_or_no(question: str, kind: Kind) -> None:
    assert asked(question).kinds[-1] is kind
