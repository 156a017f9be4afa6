import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.persons import Person, persons

TEAM = (
    "Tổ công tác do đồng chí Lê Văn Tám, Phó Chủ tịch UBND xã, làm Tổ trưởng; đồng chí Vũ Thị Hoa, công chức tư pháp, "
    "làm Tổ phó. Bà Mai Thị Liên theo dõi."
)


def names(text: str) -> list[str]:
    return [text[one.name.start : one.name.end] for one in persons(text)]


def said(text: str, one: Person) -> tuple[str, str]:
    return text[one.head.start : one.head.end].strip(" ,;"), text[one.tail.start : one.tail.end].strip(" ,;.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đồng chí Lê Văn Tám chủ trì.", ["Lê Văn Tám"]),
        ("Trường do cô Phạm Thị Hiền làm Hiệu trưởng.", ["Phạm Thị Hiền"]),
        ("Ông Tám và bà Hoa được khen.", ["Tám", "Hoa"]),
        ("Cô Lê Thị Hạnh nghỉ hưu.", ["Lê Thị Hạnh"]),
        ("Trưởng Công an xã: Trung tá Nghiêm Xuân Trường.", ["Nghiêm Xuân Trường"]),
        ("Đồng chí Nguyễn An chủ trì, Trần Bình ghi biên bản.", ["Nguyễn An", "Trần Bình"]),
        ("Chủ tịch UBND xã Lê Văn Tám ký Quyết định.", ["Lê Văn Tám"]),
        ("Em Nguyễn Minh Khôi đạt giải Ba.", ["Nguyễn Minh Khôi"]),
        ("Đồng chí Tô Văn Bính dự.", ["Tô Văn Bính"]),  # a name need be no word
    ],
)
def test_a_person_is_known_by_a_title_or_a_surname(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Trường Tiểu học Nguyễn Văn Trỗi đạt chuẩn.",
        "Mở rộng đường Trần Quốc Toản và phố Lê Văn Hưu.",
        "UBND phường Trần Quang Khải dẫn đầu.",
        "Chủ tịch UBND phường Trần Hưng Đạo dự.",
        "Phường Trần Hưng Đạo dẫn đầu.",
        "Bộ Chỉ huy Quân sự tỉnh tặng Giấy khen.",
        "Công chức Văn hóa - Xã hội xã Tân Lập.",
        "Trần Bình là tên một thôn.",  # two words are as often a place
        "Bác sĩ Mỹ và bác sĩ Nga dự.",
        "Hiệp hội Địa lý Hoàng Gia Luân Đôn tài trợ.",
        "Ông Tesla phát minh ra máy.",  # of a foreign name a title says little
        "",
    ],
)
def test_places_bodies_and_what_bears_a_name_are_no_persons(text: str) -> None:
    assert names(text) == []


def test_each_has_the_words_of_its_own_part_of_the_sentence() -> None:
    tam, hoa, lien = persons(TEAM)
    assert said(TEAM, tam) == ("Tổ công tác do", "Phó Chủ tịch UBND xã, làm Tổ trưởng")
    assert said(TEAM, hoa) == ("", "công chức tư pháp, làm Tổ phó")
    assert said(TEAM, lien) == ("", "theo dõi")


def test_what_leads_to_several_goes_for_those_behind_it_up_to_the_sentences_end() -> None:
    tam, hoa, lien = persons(TEAM)
    assert [TEAM[a:b] for a, b in hoa.shared] == ["Tổ công tác do "]
    assert tam.shared == lien.shared == ()


def test_the_office_before_the_next_name_is_the_next_ones() -> None:
    text = "Tổ trưởng là anh Đoàn Văn Quyết, Tổ phó là chị Mai Thị Liên."
    assert [said(text, one) for one in persons(text)] == [("Tổ trưởng là", ""), ("Tổ phó là", "")]


def test_what_is_done_to_a_school_is_not_done_to_its_head() -> None:
    text = "Trường do cô Phạm Thị Hiền làm Hiệu trưởng được công nhận đạt chuẩn."
    (hien,) = persons(text)
    assert said(text, hien) == ("Trường do", "làm Hiệu trưởng")


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Ông Lê Văn Tám và bà Vũ Thị Hoa được khen.", [True, False]),
        ("Ông Lê Văn Tám, Bí thư Chi bộ, và bà Vũ Thị Hoa, Trưởng thôn, được khen.", [True, False]),
        ("Ông Lê Văn Tám chủ trì và bà Vũ Thị Hoa kết luận.", [False, False]),
        ("Ông Lê Văn Tám; bà Vũ Thị Hoa được khen.", [False, False]),
    ],
)
def test_two_are_joined_where_the_first_has_no_deed_of_its_own(text: str, joined: list[bool]) -> None:
    assert [one.joined for one in persons(text)] == joined


def test_under_a_signature_stands_who_signs() -> None:
    assert names("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nThS. Lê An") == ["Lê An"]


@given(
    st.lists(
        st.sampled_from(["đồng chí Lê Văn Tám", "ông Vũ An", "; ", ", ", " và ", ". Đến nay", "làm Tổ phó", "do "])
    )
)
def test_the_parts_of_any_sentence_follow_one_another(parts: list[str]) -> None:
    text = " ".join(parts)
    done = 0
    for one in persons(text):
        assert done <= one.head.start <= one.head.end <= one.name.start < one.name.end <= one.tail.start <= one.tail.end
        done = one.name.end
    assert done <= len(text)
