from __future__ import annotations

import pytest

from index.heeded import heeded
from index.library import Library
from index.records import Abstention, Answer
from tests.index.builders import library

SCHOOL = """BÁO CÁO KẾT QUẢ NĂM 2023
Trường Tiểu học xã đang sửa chữa 8 phòng học, đạt 70% khối lượng.
Hội nghị tổng kết tổ chức tại Nhà văn hóa thôn Nà Sản.
Thu phí chợ là 96 triệu đồng, giảm do chợ đóng cửa hai tháng.
"""
CLINIC = """BÁO CÁO TÌNH HÌNH NĂM 2022
Trạm Y tế khám cho 3.210 lượt người.
Lễ hội đình làng khai mạc ngày 12/2/2022, thu hút 2.400 lượt khách.
Tổ công tác do ông Vũ Đức Thành, Phó Chủ tịch phường, làm Tổ trưởng.
"""
ROADS = """BÁO CÁO KẾT QUẢ NĂM 2021
Tỷ lệ tiết kiệm chi của đơn vị là 12,5%.
Đơn vị tiết kiệm chi với số tiền tổng cộng 340 triệu đồng.
Quận cải tạo vỉa hè dài 4,2 km.
"""


@pytest.fixture(scope="module")
def school() -> Library:
    return library(SCHOOL)


@pytest.fixture(scope="module")
def clinic() -> Library:
    return library(CLINIC)


@pytest.fixture(scope="module")
def roads() -> Library:
    return library(ROADS)


def replied(of: Library, earlier: str, later: str) -> Answer | Abstention:
    joined = of.follow(earlier, later)
    assert joined is not None
    return heeded(of.ask(joined))


def doubtful(reply: Answer | Abstention) -> bool:
    return isinstance(reply, Abstention) or not (reply.sure or reply.spans)


@pytest.mark.parametrize("later", ["vì sao?", "bao giờ xong", "hết bao nhiêu tiền", "mấy giờ"])
def test_what_a_sentence_does_not_say_is_never_answered_surely(school: Library, later: str) -> None:
    assert doubtful(replied(school, "Trường Tiểu học xã sửa chữa bao nhiêu phòng học?", later))


@pytest.mark.parametrize("later", ["kinh phí?", "lý do?", "tại sao"])
def test_nor_is_it_of_a_festival(clinic: Library, later: str) -> None:
    assert doubtful(replied(clinic, "Lễ hội đình làng thu hút bao nhiêu lượt khách?", later))


@pytest.mark.parametrize("later", ["những tuyến phố nào", "vì sao", "lý do?", "khi nào"])
def test_nor_is_it_of_a_street(roads: Library, later: str) -> None:
    assert doubtful(replied(roads, "Quận cải tạo vỉa hè dài bao nhiêu km?", later))


@pytest.mark.parametrize("later", ["ai thi công", "ai làm?"])
def test_who_did_it_is_not_told_by_a_name_of_a_place(school: Library, later: str) -> None:
    assert doubtful(replied(school, "Trường Tiểu học xã đang sửa chữa thế nào?", later))
    assert doubtful(replied(school, "Hội nghị tổng kết tổ chức ở đâu?", "ai chủ trì"))


def test_a_cause_a_day_and_an_office_that_are_said_are_answered(school: Library, clinic: Library) -> None:
    cause = replied(school, "Thu phí chợ là bao nhiêu?", "vì sao giảm")
    assert isinstance(cause, Answer)
    assert "đóng cửa" in cause.best.text
    day = replied(clinic, "Lễ hội đình làng thu hút bao nhiêu lượt khách?", "ngày nào vậy")
    assert isinstance(day, Answer)
    assert [day.best.report.quote(span) for span in day.spans] == ["ngày 12/2/2022"]
    office = replied(clinic, "Ai làm tổ trưởng tổ công tác?", "chức vụ gì")
    assert isinstance(office, Answer)
    assert office.spans


def test_the_next_best_that_carries_a_sum_is_given_in_doubt(roads: Library) -> None:
    reply = replied(roads, "Tỷ lệ tiết kiệm chi của đơn vị là bao nhiêu phần trăm?", "thế số tiền?")
    assert isinstance(reply, Answer)
    assert "340 triệu" in reply.best.text
    assert "12,5%" not in [reply.best.report.quote(span) for span in reply.spans]


def test_a_refusal_is_left_as_it_is(school: Library) -> None:
    refused = school.ask("Sân bay ở đâu?")
    assert isinstance(refused, Abstention)
    assert heeded(refused) is refused
