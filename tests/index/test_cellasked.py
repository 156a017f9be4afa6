import pytest

from index.cellasked import cell_asked
from index.records import Answer
from tests.index.builders import HEAD, library

VILLAGES = f"""{HEAD}I. GIẢM NGHÈO
Bảng 1. Hộ nghèo theo thôn
| Thôn | Số hộ | Hộ nghèo | Hộ cận nghèo | Thu nhập bình quân (triệu đồng) |
| Nà Lốc | 210 | 12 | 25 | 31,5 |
| Phiêng Ban | 185 | 9 | 17 | 28,4 |
"""
PLAN = f"""{HEAD}I. CHỈ TIÊU
| Chỉ tiêu | Kế hoạch | Thực hiện | Tỷ lệ (%) |
| Sản lượng chè búp tươi | 1.200 | 1.250 | 104,2 |
| Số lao động có việc làm mới | 150 | 87 | 58 |
"""
SCHOOLS = f"""{HEAD}I. GIÁO DỤC
Trường\tHọc sinh\tGiáo viên\tPhòng học
Trường Tiểu học Tân Lập\t412\t23\t15
Trường Mầm non Tân Lập\t205\t18\t9
"""


def cells(text: str, question: str) -> list[str]:
    """What is found in any row."""
    lib = library(text)
    query = lib.understand(question)
    found = [(one, cell_asked(query, one)) for one in lib.collection.sentences]
    return [one.report.quote(one.sentence)[slice(*cell)] for one, places in found for cell in places or ()]


def bold(text: str, question: str) -> list[str]:
    found = library(text).ask(question)
    assert isinstance(found, Answer)
    return [found.best.report.quote(span) for span in found.spans]


@pytest.mark.parametrize(
    ("text", "question", "cell"),
    [
        (VILLAGES, "hộ nghèo thôn Nà Lốc", "12"),
        (VILLAGES, "Thôn Nà Lốc có bao nhiêu hộ nghèo?", "12"),
        (VILLAGES, "số hộ nghèo của thôn Nà Lốc", "12"),
        (VILLAGES, "số hộ cận nghèo của thôn Phiêng Ban", "17"),
        (VILLAGES, "thôn phieng ban co bao nhieu ho", "185"),
        (VILLAGES, "thu nhập bình quân thôn Nà Lốc bao nhiêu", "31,5"),
        (PLAN, "sản lượng chè búp tươi kế hoạch bao nhiêu", "1.200"),
        (PLAN, "thực hiện sản lượng chè búp tươi", "1.250"),
        (SCHOOLS, "Trường Tiểu học Tân Lập có bao nhiêu giáo viên?", "23"),
        (SCHOOLS, "số phòng học trường Mầm non Tân Lập", "9"),
    ],
)
def test_the_cell_asked_for_is_the_rows_under_the_header_asked_for(text: str, question: str, cell: str) -> None:
    # on a phone one had to count the columns of "Suối Hoa | 388 | 7 | 13 | 34,6"
    assert cells(text, question) == [cell]
    assert bold(text, question) == [cell]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (VILLAGES, "số hộ dùng điện lưới của thôn Nà Lốc"),  # of which the table says nothing
        (VILLAGES, "tỷ lệ hộ nghèo thôn Nà Lốc"),  # a share is not in it
        (SCHOOLS, "Trường Tiểu học Tân Lập có bao nhiêu học sinh giỏi?"),
    ],
)
def test_what_a_header_does_not_name_is_no_cell(text: str, question: str) -> None:
    assert cells(text, question) == []
    found = library(text).ask(question)
    marked = [found.best.report.quote(span) for span in found.spans] if isinstance(found, Answer) and found.sure else []
    assert not {"210", "12", "412"} & {*marked}
