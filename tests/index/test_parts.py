"""Figures side by side in one sentence: a part that is named is answered by its own figure, never by another's."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import Answer
from tests.index.builders import HEAD, library

FOREST = "Trồng mới 420 ha rừng, trong đó xã Phú Lộc 180 ha, xã Minh Sơn 140 ha, xã Hòa Lạc 100 ha."
PAVED = "Lát vỉa hè 2.450 m tại 3 tuyến: phố Lê Duẩn 1.100 m, phố Trần Phú 850 m, phố Hàng Than 500 m."
HOUSES = "Xây 25 nhà tình nghĩa với kinh phí 60 triệu đồng/nhà (xã Phú Lộc 9 nhà, xã Minh Sơn 16 nhà)."
LAND = (
    "Thu hồi đất của 84 hộ; đã nhận tiền 65 hộ; còn 19 hộ chưa nhận tiền, ở xã Minh Sơn (12 hộ) và xã Hòa Lạc (7 hộ)."
)
VACCINES = "Tiêm phòng đợt 1: tiêm tụ huyết trùng cho 1.350 con trâu, bò; tiêm phòng dại cho 420 con chó, mèo."
CLINIC = "Trạm y tế khám cho 4.300 lượt người; điều trị nội trú 120 lượt, chuyển tuyến 64 lượt."
CRITERIA = "Huyện đạt 16/19 tiêu chí nông thôn mới; 3 tiêu chí chưa đạt là thu nhập, môi trường, chợ."
PLAN = "Dự toán thu năm 2020 tỉnh giao là 152 tỷ đồng, HĐND huyện giao 160 tỷ đồng."
CROPS = "Lúa 412 ha, năng suất 61,5 tạ/ha; ngô 128 ha, năng suất 48,2 tạ/ha."
SPENT = (
    "Chi 6.900 triệu đồng, đạt 97% dự toán, gồm chi điện 5.200 triệu đồng (đạt 99% dự toán), chi nước 1.700 triệu đồng."
)

TRADE = "Có 112 hộ đăng ký mới, 28 hộ ngừng kinh doanh."
GRANTS = "Chi trả cho 412 đối tượng bảo trợ số tiền 2.193 triệu đồng; 146 người có công với số tiền 2.876 triệu đồng."


def shown(text: str, question: str) -> list[str]:
    reply = library(f"{HEAD}I. CHUNG\n{text}\nĐường làng được chỉnh trang sạch đẹp.\n").ask(question)
    assert isinstance(reply, Answer)
    return [reply.best.report.quote(span) for span in reply.spans]


@pytest.mark.parametrize(
    ("text", "question", "figure"),
    [
        (TRADE, "Bao nhiêu hộ đăng ký kinh doanh mới?", "112 hộ"),
        (TRADE, "bao nhieu ho ngung kinh doanh", "28 hộ"),
        (GRANTS, "Chi trả cho người có công bao nhiêu tiền?", "2.876 triệu đồng"),
        (FOREST, "Xã Minh Sơn trồng bao nhiêu ha rừng?", "140 ha"),
        (FOREST, "xa hoa lac trong moi bao nhieu ha rung", "100 ha"),
        (FOREST, "Trồng mới bao nhiêu ha rừng?", "420 ha"),
        (PAVED, "Phố Trần Phú lát bao nhiêu m vỉa hè?", "850 m"),
        (PAVED, "Lát vỉa hè bao nhiêu m?", "2.450 m"),
        (HOUSES, "Xã Minh Sơn xây mấy nhà tình nghĩa?", "16 nhà"),
        (HOUSES, "Xây mấy nhà tình nghĩa?", "25 nhà"),
        (LAND, "Xã Minh Sơn còn mấy hộ chưa nhận tiền?", "12 hộ"),
        (LAND, "Xã Hòa Lạc còn bao nhiêu hộ chưa nhận tiền?", "7 hộ"),
        (LAND, "Bao nhiêu hộ đã nhận tiền?", "65 hộ"),
        (VACCINES, "Tiêm phòng cho bao nhiêu con trâu bò?", "1.350 con"),
        (VACCINES, "Tiêm tụ huyết trùng bao nhiêu con?", "1.350 con"),
        (VACCINES, "Tiêm phòng dại cho bao nhiêu con chó mèo?", "420 con"),
        (CLINIC, "Trạm y tế chuyển tuyến bao nhiêu?", "64 lượt"),
        (CLINIC, "Trạm y tế khám bao nhiêu lượt?", "4.300 lượt người"),
        (CRITERIA, "Còn mấy tiêu chí nông thôn mới chưa đạt?", "3 tiêu chí"),
        (CRITERIA, "Huyện đạt bao nhiêu tiêu chí nông thôn mới?", "16/19 tiêu chí"),
        (PLAN, "Tỉnh giao dự toán thu bao nhiêu?", "152 tỷ đồng"),
        (PLAN, "dự toán thu tỉnh giao", "152 tỷ đồng"),
        (PLAN, "HĐND huyện giao dự toán thu bao nhiêu?", "160 tỷ đồng"),
        (CROPS, "Năng suất ngô bao nhiêu?", "48,2 tạ/ha"),
        (CROPS, "Lúa năng suất bao nhiêu so với ngô?", "61,5 tạ/ha"),
        (SPENT, "Chi điện đạt bao nhiêu % dự toán?", "99%"),
    ],
)
def test_the_part_that_is_named_is_bold_and_the_total_where_none_is(text: str, question: str, figure: str) -> None:
    assert shown(text, question) == [figure]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Tiếp nhận 24 đơn, gồm 2 đơn khiếu nại, 7 đơn tố cáo; đã giải quyết 20 đơn.", "số đơn tố cáo đã giải quyết"),
        (
            "Huy động 36 tỷ đồng làm tổng 5 tuyến đường; nhà văn hóa trung tâm 4 tỷ đồng.",
            "tổng tiền nhà văn hóa trung tâm",
        ),
        ("Chi 9 tỷ đồng cho trạm bơm; sửa chữa đê bao hết 3 tỷ đồng.", "sửa chữa trạm bơm hết bao nhiêu tiền"),
    ],
)
def test_what_is_half_said_of_one_figure_and_half_of_another_is_told_of_none(text: str, question: str) -> None:
    assert shown(text, question) == []


@settings(deadline=None, max_examples=20)
@given(st.permutations(["Phú Lộc", "Minh Sơn", "Hòa Lạc", "Tân An"]), st.integers(0, 3))
def test_the_order_of_the_parts_does_not_matter(names: list[str], at: int) -> None:
    parts = ", ".join(f"xã {name} {number} ha" for name, number in zip(names, (21, 32, 43, 54), strict=True))
    text = f"Trồng mới 150 ha rừng, trong đó {parts}."
    assert shown(text, f"Xã {names[at]} trồng bao nhiêu ha rừng?") == [f"{(21, 32, 43, 54)[at]} ha"]


@pytest.mark.parametrize("place", ["thôn Gò Mít", "thôn Trại Cau"])
def test_a_total_is_no_villages(place: str) -> None:
    other = "Thôn Gò Mít và thôn Trại Cau có nhà văn hóa mới."
    assert shown(f"Cả xã còn 112 hộ cận nghèo.\n{other}", f"{place} còn bao nhiêu hộ cận nghèo?") == []
