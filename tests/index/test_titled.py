from pathlib import Path

import pytest

from index.errors import DataError
from index.library import Library
from index.normalize import has_accents
from index.records import Why
from index.titled import DEFAULT, PERSON, Titled, Titles
from index.tokens import tokens
from tests.index.builders import HEAD, answered, bold, library, refused

KNOWN = frozenset([Titled("xa", "tan lap"), Titled(PERSON, "bui hoang phan")])


def asked(question: str) -> list[str]:
    found = list(tokens(question))
    return [one.typed for one in Titles.load().asked(question, found, accented=has_accents(question), known=KNOWN)]


def test_the_persons_and_places_of_a_text_are_known_by_what_stands_before_them() -> None:
    found = Titles.load().find("Đồng chí Lê Thị Hạnh thăm xã Tân Lập và phường Hàng Bạc; ông ấy về quận.")
    assert found == {Titled(PERSON, "le thi hanh"), Titled("xa", "tan lap"), Titled("phuong", "hang bac")}


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        ("Xã Hòa Bình có gì?", ["Xã Hòa Bình"]),
        ("xã tân lập có gì", ["xã tân lập"]),
        ("xa tan lap co gi", ["xa tan lap"]),
        ("phuong hang bac co gi", ["phuong hang bac"]),
        ("đồng chí bùi hoàng phan nói gì", ["đồng chí bùi hoàng phan"]),
        ("dong chi bui hoang phan noi gi", ["dong chi bui hoang phan"]),
        ("ong nguyen van teo noi gi", ["ong nguyen van teo"]),
        ("bà lê hạnh nói gì", ["bà lê hạnh"]),
        ("ông trần", []),
        ("ba ho ngheo", []),
        ("xã nào có gì", []),
        ("các xã đạt chuẩn", []),
        ("quan thu ngan sach", []),
        ("xã", []),
    ],
)
def test_those_of_a_question_need_no_capitals(question: str, typed: list[str]) -> None:
    assert asked(question) == typed


@pytest.fixture(scope="module")
def several() -> Library:
    return library(
        f"""{HEAD}I. GIÁO DỤC
Xã Sơn Kim có 5 trường đạt chuẩn quốc gia. Trong đó có 2 trường xây mới khang trang.
Xã Tân Lập có 12 thôn văn hóa.
Đường liên xã dài 45 km được bê tông hóa.
1. Xã Bình An
Thu phí chợ gấp đôi mức thu của xã Sơn Kim.
II. NHÂN SỰ
Ông Phan chúc mừng các đơn vị đạt thành tích xuất sắc.
Đồng chí Lê Thị Hạnh khai mạc hội nghị.
Ông Bùi Hoàng Phan kết luận hội nghị tổng kết công tác năm.
"""
    )


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        ("Xã Tân Lập có bao nhiêu trường đạt chuẩn quốc gia?", "Xã Tân Lập"),
        ("xa tan lap co bao nhieu truong dat chuan quoc gia", "xã tân lập"),
        ("xã hòa bình có bao nhiêu trường đạt chuẩn quốc gia", "xã hòa bình"),
        ("xã Tân Lập có mấy trường xây mới khang trang", "xã Tân Lập"),
        ("ong nguyen van teo ket luan hoi nghi tong ket gi", "ong nguyen van teo"),
        ("đồng chí lê thị hạnh kết luận hội nghị tổng kết công tác năm thế nào", "đồng chí lê thị hạnh"),
    ],
)
def test_what_is_said_of_another_place_or_person_is_no_answer(several: Library, question: str, typed: str) -> None:
    reply = refused(several, question)
    assert (reply.why, reply.missing) == (Why.SUBJECT, (typed,))


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("xa son kim co bao nhieu truong dat chuan quoc gia", "5 trường"),
        ("xã Sơn Kim có mấy trường xây mới khang trang", "2 trường"),
        ("dong chi bui hoang phan ket luan gi", "Bùi Hoàng Phan"),
        ("xã Bình An thu phí chợ thế nào", "gấp đôi"),
        ("ông Bùi Hoàng Phan chúc mừng các đơn vị nào", "Ông Phan"),
        ("huyện Sơn Hà có bao nhiêu km đường liên xã", "45 km"),
    ],
)
def test_what_is_said_of_them_or_of_the_reports_own_area_is(several: Library, question: str, held: str) -> None:
    answer = answered(several, question)
    assert held in answer.best.text
    assert answer.missing == ()


@pytest.mark.parametrize(
    ("old", "new"), [("[areas]", "[area]"), ("surnames = [", "surname = ["), ("[places]", "[places")]
)
def test_a_broken_file_is_named(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "names.toml"
    path.write_text(DEFAULT.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError, match=r"names\.toml"):
        Titles.load(path)


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Lê Văn Tám", True),
        ("Đặng Tuấn Anh", True),
        ("Lê Tám", False),
        ("Đông Phú", False),
        ("Hồ Chí Minh", False),
        ("", False),
    ],
)
def test_a_surname_and_two_words_are_a_person_but_for_a_known_place(name: str, person: bool) -> None:
    assert Titles.load().is_person(name) is person


def test_a_middle_name_stands_second() -> None:
    assert Titles.load().has_middle("Vũ Thị Hoa")
    assert not Titles.load().has_middle("Đặng Tuấn Anh")
    assert not Titles.load().has_middle("Văn")


def test_a_name_may_be_vietnamese_by_the_shape_of_its_words() -> None:
    assert Titles.load().is_vietnamese("Tô Văn Bính")
    assert not Titles.load().is_vietnamese("Nikola Tesla")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tổ dân phố 9 có 11 hộ.", {"9"}),
        ("TDP số 12 và tổ 3 đạt chuẩn.", {"12", "3"}),
        ("Thôn 4 được công nhận.", {"4"}),
        ("Thu ngân sách của thôn 9 tháng đạt 12 triệu đồng.", set()),
        ("Có 12/14 tổ dân phố đạt danh hiệu.", set()),
        ("Tổ công tác gồm 5 người.", set()),
    ],
)
def test_a_number_behind_the_word_for_a_part_of_a_commune_is_its_name(text: str, names: set[str]) -> None:
    assert {one.name for one in Titles.load().find(text)} == names


def test_a_place_by_its_number_is_not_another_whose_number_stands_there() -> None:
    lib = library(f"{HEAD}I. XÃ HỘI\nHộ nghèo tập trung ở Tổ dân phố 9 (11 hộ), Tổ dân phố 12 (8 hộ).\n")
    assert bold(lib, "tổ 12 có mấy hộ nghèo") == ["8 hộ"]
    assert refused(lib, "tổ 8 có mấy hộ nghèo").why in (Why.SUBJECT, Why.NAME)
    assert refused(lib, "to dan pho 2 co may ho ngheo").why in (Why.SUBJECT, Why.NAME)
