import pytest

from index import Answer
from tests.index.builders import HEAD, library

PRIZES = "Đội điền kinh đoạt giải Nhất, đội cầu lông đoạt giải Ba, đội bơi đoạt giải Khuyến khích."
GRADES = "Xã Tân Lập được xếp loại Tốt, xã Phú Lộc được xếp loại Khá; thị trấn được xếp loại Trung bình."
CUPS = "Trường Nguyễn Du nhận cờ Xuất sắc; Trường Lê Lợi nhận cờ Tiên tiến."


@pytest.mark.parametrize(
    ("text", "question", "words"),
    [
        (PRIZES, "Đội điền kinh đoạt giải gì?", "giải Nhất"),
        (PRIZES, "doi cau long giai gi", "giải Ba"),
        (PRIZES, "Đội bơi giải gì?", "giải Khuyến khích"),
        (GRADES, "Xã Phú Lộc được xếp loại gì?", "Khá"),
        (CUPS, "Trường Lê Lợi nhận cờ gì?", "Tiên tiến"),
    ],
)
def test_what_is_asked_of_one_is_not_read_of_another(text: str, question: str, words: str) -> None:
    reply = library(f"{HEAD}I. CHUNG\n{text}\nĐường làng được chỉnh trang sạch đẹp.\n").ask(question)
    assert isinstance(reply, Answer)
    (span,) = reply.spans
    assert words in reply.best.report.quote(span)
    assert not any(mark in reply.best.report.quote(span) for mark in ",;")
