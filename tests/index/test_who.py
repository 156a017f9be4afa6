"""Who is asked for, end to end, in three reports that name several persons in a sentence."""

import pytest

from index.library import Library
from index.places import Place
from index.records import Answer
from index.who import no_person
from tests.index.builders import HEAD, bold, library, refused

TEAM = f"""{HEAD}I. CHỈ ĐẠO
Ban Chỉ đạo chuyển đổi số do ông Vũ Đình Khoa, Bí thư Đảng ủy xã, làm Trưởng ban, bà Hà Thị Thu, Phó Chủ tịch \
UBND xã, làm Phó Trưởng ban, ông Lý Văn Phúc làm Thư ký.
Tổ trưởng Tổ công nghệ số là anh Đoàn Văn Quyết, Tổ phó là chị Mai Thị Liên.
II. HỘI NGHỊ
Hội nghị tổng kết do đồng chí Đào Văn Sơn chủ trì, \
đồng chí Cao Thị Lan trình bày báo cáo, đồng chí Tạ Mạnh Hùng kết luận.
III. DÂN SỐ
Dân số tăng nhẹ.
"""
WORK = f"""{HEAD}I. CÔNG VIỆC
UBND xã phân công ông Tô Văn Bính phụ trách thôn Hạ, bà Lâm Thị Xuân phụ trách thôn Thượng; \
ông Quách Đình Lộc phụ trách thôn Trung.
Đồng chí Hoàng Văn Nam, Chỉ huy trưởng Ban Chỉ huy Quân sự xã, được Bộ Chỉ huy Quân sự tỉnh tặng Giấy khen.
Trường THCS Bình Minh do cô Phạm Thị Hiền làm Hiệu trưởng, thầy Đỗ Văn Phong làm Phó Hiệu trưởng.
II. DÂN SỐ
Dân số tăng nhẹ.
"""
PRAISE = f"""{HEAD}I. KHEN THƯỞNG
Bà Lương Thị Bình, Chủ tịch Hội Phụ nữ, và ông Tạ Quang Đạo, Chủ tịch Hội Nông dân, được tặng Bằng khen.
Bà Mai Thị Loan bị xử phạt vì lấn chiếm đất; ông Lê Văn Khải bị nhắc nhở.
Công chức phụ trách là ông Ngô Văn Tài (Văn hóa - Xã hội); theo dõi môi trường là bà Trịnh Thị Vân.
Hội thi do Hội Phụ nữ xã tổ chức, chị Đỗ Thị Mười đạt giải Nhất, em Bùi Minh Khôi đạt giải Nhì.
II. DÂN SỐ
Dân số tăng nhẹ.
"""


@pytest.fixture(scope="module")
def team() -> Library:
    return library(TEAM)


@pytest.fixture(scope="module")
def work() -> Library:
    return library(WORK)


@pytest.fixture(scope="module")
def praise() -> Library:
    return library(PRAISE)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("ai làm trưởng ban chỉ đạo chuyển đổi số", "Vũ Đình Khoa"),
        ("ai làm phó trưởng ban", "Hà Thị Thu"),
        ("thư ký ban chỉ đạo là ai", "Lý Văn Phúc"),
        ("tổ phó tổ công nghệ số là ai", "Mai Thị Liên"),
        ("to truong to cong nghe so la ai", "Đoàn Văn Quyết"),
        ("bí thư đảng ủy xã là ai", "Vũ Đình Khoa"),
    ],
)
def test_a_role_is_that_of_the_person_of_whom_it_is_said(team: Library, question: str, name: str) -> None:
    assert bold(team, question) == [name]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("ai chủ trì hội nghị tổng kết", "Đào Văn Sơn"),
        ("hội nghị tổng kết do ai chủ trì", "Đào Văn Sơn"),
        ("ai trình bày báo cáo tại hội nghị tổng kết", "Cao Thị Lan"),
        ("ai ket luan hoi nghi tong ket", "Tạ Mạnh Hùng"),
    ],
)
def test_a_deed_is_that_of_the_person_of_whom_it_is_said(team: Library, question: str, name: str) -> None:
    assert bold(team, question) == [name]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("ai phụ trách thôn Hạ", "Tô Văn Bính"),
        ("thôn Thượng do ai phụ trách", "Lâm Thị Xuân"),
        ("đồng chí nào phụ trách thôn Trung", "Quách Đình Lộc"),
        ("hiệu trưởng trường THCS là ai", "Phạm Thị Hiền"),
        ("ai làm hiệu phó trường THCS", "Đỗ Văn Phong"),
    ],
)
def test_of_several_with_one_deed_or_rank_the_one_whose_object_is_named(
    work: Library, question: str, name: str
) -> None:
    assert bold(work, question) == [name]


def test_who_gets_is_not_who_gives(work: Library, praise: Library) -> None:
    assert bold(work, "ai được tặng giấy khen") == ["Hoàng Văn Nam"]
    assert bold(work, "ai tặng giấy khen cho đồng chí Nam") == []  # a body, and no person, does
    assert bold(praise, "ai bị xử phạt") == ["Mai Thị Loan"]
    assert bold(praise, "ai xử phạt bà Loan") == []


def test_what_another_did_ahead_of_a_name_is_not_this_ones_deed(praise: Library) -> None:
    assert bold(praise, "ai tổ chức hội thi") == []
    alone = library(
        f"{HEAD}I. HỘI THI\nHội thi do Hội Phụ nữ xã tổ chức, chị Đỗ Thị Mười đạt giải Nhất.\nDân số tăng.\n"
    )
    assert bold(alone, "ai tổ chức hội thi") == []
    assert bold(alone, "ai đạt giải nhất hội thi") == ["Đỗ Thị Mười"]
    assert bold(praise, "ai đạt giải nhất hội thi") == ["Đỗ Thị Mười"]
    assert bold(praise, "em nào đạt giải nhì hội thi") == ["Bùi Minh Khôi"]


def test_all_of_whom_the_same_is_said_are_marked(praise: Library) -> None:
    assert bold(praise, "ai được tặng bằng khen") == ["Lương Thị Bình", "Tạ Quang Đạo"]
    assert bold(praise, "chủ tịch hội nông dân là ai") == ["Tạ Quang Đạo"]


def test_who_led_one_conference_is_not_asked_of_another(team: Library) -> None:
    assert refused(team, "ai chủ trì hội nghị sơ kết").missing == ("hội nghị sơ kết",)


@pytest.mark.parametrize(
    "question", ["ai chỉ huy hội nghị tổng kết", "trưởng ban phòng chống thiên tai là ai", "những ai làm ở ban chỉ đạo"]
)
def test_where_it_cant_be_told_nobody_is_marked_and_nothing_is_sure(team: Library, question: str) -> None:
    reply = team.ask(question)
    assert not isinstance(reply, Answer) or not (reply.spans or reply.sure)


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("Vũ Đình Khoa là ai", "Bí thư Đảng ủy xã"),
        ("bà Hà Thị Thu giữ chức vụ gì", "Phó Chủ tịch UBND xã"),
        ("chị Liên là ai", "Tổ phó"),
        ("ông Phúc làm gì", "Thư ký"),
    ],
)
def test_who_someone_is_is_told_by_the_office_never_by_the_name(team: Library, question: str, office: str) -> None:
    assert bold(team, question) == [office]


def test_of_someone_without_an_office_nothing_is_marked(praise: Library) -> None:
    assert bold(praise, "Lê Văn Khải là ai") == []


@pytest.mark.parametrize("name", ["Quân sự tỉnh", "Văn hóa - Xã hội", "Phó Bí thư Thường trực", "UBND xã", "Trạm Y tế"])
def test_bodies_and_offices_are_no_persons(name: str) -> None:
    assert no_person(name, Place(0, len(name)))


def test_nor_is_what_the_word_for_a_place_stands_before() -> None:
    text = "Trường Tiểu học Đông Phú"
    assert no_person(text, Place(text.index("Đông"), len(text)))
    school = "Trường Tiểu học Nguyễn Văn Trỗi"
    assert no_person(school, Place(school.index("Nguyễn"), len(school)))
    assert not no_person("đồng chí Lê Văn Tám", Place(9, 19))
    assert not no_person("Chủ tịch Lê Văn Tám", Place(0, 19))
