import pytest

from index import Abstention, Answer
from index.offices import Office, lacks, offices
from index.records import Why
from tests.index.builders import HEAD, library

TEXT = f"""{HEAD}I. HỘI NGHỊ
Đồng chí Trần Văn Nam, Phó Bí thư Thường trực Huyện ủy kết luận Hội nghị.
Đồng chí Lê Thị Hạnh, Chánh Văn phòng Huyện ủy trình bày báo cáo tóm tắt.
"""


def test_an_office_is_read_with_its_deputy_and_body() -> None:
    assert offices("dong chi pho bi thu thuong truc quan uy") == [Office("pho ", "bi thu", "quan uy")]
    assert offices("chu tich ubnd xa va chanh van phong") == [
        Office("", "chu tich", "ubnd", "xa"),
        Office("", "chanh van phong"),
    ]
    assert offices("chu tich huyen, truong phong van hoa xa hoi") == [
        Office("", "chu tich", "", "huyen"),
        Office("", "truong phong"),
    ]
    assert offices("kinh te xa hoi") == []


@pytest.mark.parametrize(
    ("asked", "held", "missing"),
    [
        ("bi thu quan uy", "pho bi thu quan uy", True),
        ("pho bi thu", "bi thu quan uy", True),
        ("bi thu thanh uy", "bi thu quan uy", True),
        ("bi thu", "bi thu quan uy", False),
        ("bi thu quan uy", "pho bi thu, bi thu quan uy", False),
        ("chanh van phong quan uy", "chanh van phong", False),
        ("chu tich xa", "chu tich ubnd huyen", True),
        ("chu tich xa", "chu tich ubnd xa", False),
        ("chu tich ubnd xa", "chu tich ubnd", False),
    ],
)
def test_another_post_or_another_body_is_another_office(asked: str, held: str, missing: bool) -> None:
    assert lacks(offices(asked)[0], offices(held)) is missing


@pytest.mark.parametrize(
    "question",
    ["Bí thư Huyện ủy là ai?", "bi thu huyen uy la ai", "Phó Chánh Văn phòng là ai?", "Chủ tịch huyện là ai?"],
)
def test_the_deputy_is_not_cited_for_the_head_nor_the_head_for_the_deputy(question: str) -> None:
    reply = library(TEXT).ask(question)
    assert isinstance(reply, Abstention)
    assert reply.why in (Why.OFFICE, Why.TOPIC)


def test_the_holder_of_the_office_is_cited() -> None:
    reply = library(TEXT).ask("Phó Bí thư Thường trực Huyện ủy là ai?")
    assert isinstance(reply, Answer)
    assert [reply.best.report.quote(span) for span in reply.spans] == ["Trần Văn Nam"]


BUDGET = f"""{HEAD}I. NGÂN SÁCH
Tổng thu ngân sách cả năm đạt 120 tỷ đồng.
Tiết kiệm chi thường xuyên được 5 tỷ đồng.
Đường làng được sửa sang.
"""


@pytest.mark.parametrize(
    "question", ["Tổng chi ngân sách là bao nhiêu?", "tong chi ngan sach bao nhieu", "Chi thường xuyên bao nhiêu?"]
)
def test_revenue_and_savings_are_no_answer_to_spending(question: str) -> None:
    reply = library(BUDGET).ask(question)
    assert isinstance(reply, Abstention)


@pytest.mark.parametrize(
    ("question", "figure"),
    [("Tổng thu ngân sách là bao nhiêu?", "120 tỷ đồng"), ("Tiết kiệm chi được bao nhiêu?", "5 tỷ đồng")],
)
def test_what_was_asked_for_is_still_answered(question: str, figure: str) -> None:
    reply = library(BUDGET).ask(question)
    assert isinstance(reply, Answer)
    assert [reply.best.report.quote(span) for span in reply.spans] == [figure]


def test_what_has_other_accents_than_an_office_is_none() -> None:
    assert offices("bi thu hoi dat", "bị thu hồi đất") == []
    assert offices("bi thu xa", "bí thu xã") == [Office("", "bi thu", "", "xa")]  # an accent left out


def test_households_whose_land_is_taken_are_no_secretaries() -> None:
    of = library(f"{HEAD}I. ĐẤT ĐAI\nTổng số hộ bị thu hồi đất là 134 hộ.\nBí thư Huyện ủy thăm các hộ.\n")
    reply = of.ask("tổng số hộ bị thu hồi đất bao nhiêu")
    assert isinstance(reply, Answer)
    assert "134 hộ" in reply.best.text
