"""Small reports and what they answer, for tests that need no file."""

from __future__ import annotations

from pathlib import Path

from index.asks import Asking, Forms, asking
from index.glossary import Glossary
from index.library import Library
from index.readers import assemble, markdown, plain
from index.records import Abstention, Answer, Report
from index.tokens import tokens

TOTAL = "2.415,37 tỷ đồng"
LAND = "812,64 tỷ đồng"
FEES = "96,5 tỷ đồng"
BUDGET = (
    f"Tổng thu NSNN trên địa bàn huyện đạt {TOTAL}, bằng 104,2% dự toán Tỉnh giao và bằng 109% so với cùng kỳ "
    f"(tiền sử dụng đất đạt {LAND}, bằng 88,7% dự toán Tỉnh giao và bằng 91,3% so với cùng kỳ); "
    f"thu phí do xã thực hiện đạt {FEES}, bằng 121,4% dự toán Tỉnh giao, bằng 133,8% so với cùng kỳ."
)
HEAD = "BÁO CÁO\nKết quả thực hiện nhiệm vụ năm 2020 của huyện Sơn Hà\n\n"
SMALL = (
    HEAD
    + "I. KINH TẾ\n"
    + BUDGET
    + """ Công tác điều hành ngân sách được thực hiện chủ động.
Huyện trồng mới 320 ha rừng, trong đó có 45 ha rừng phòng hộ.
Sản lượng lúa năm 2019 đạt 51.200 tấn.
Sản lượng lúa năm 2020 đạt 53.870 tấn.
II. VĂN HÓA - XÃ HỘI
Huyện có 12 trường đạt chuẩn quốc gia.
Lễ hội đền Thượng khai mạc ngày 15/3/2020 tại xã Tân Lập, do Ban Tổ chức lễ hội (BTCLH) điều hành.
BTCLH đã đón 8.400 lượt khách. Dịch bệnh Covid-19 làm giảm số khách do các tuyến xe tạm dừng hoạt động.
III. TỔ CHỨC THỰC HIỆN
Người trình bày báo cáo là đồng chí Lê Thị Hạnh, Chánh Văn phòng Huyện ủy.
Chỉ tiêu | Đơn vị | Kế hoạch | Thực hiện
Hộ nghèo | hộ | 410 | 396
Lao động có việc làm mới | người | 2.100 | 2.260
"""
)


def report(text: str, *, name: str = "bao-cao.txt") -> Report:
    """A report of this text, read as a file of that name would be."""
    parse = markdown.blocks if markdown.is_markdown(text) else plain.blocks
    return assemble(Path(name), text, parse(text))


def library(*texts: str) -> Library:
    """A library of reports with these texts."""
    return Library.of([report(text, name=f"bao-cao-{number}.txt") for number, text in enumerate(texts, 1)])


def quotes(of: Report) -> list[str]:
    """The sentences of a report, as shown."""
    return [of.quote(sentence) for sentence in of.sentences]


def bold(of: Library, question: str) -> list[str]:
    """The words in bold of the answer, which there must be."""
    return [answered(of, question).best.report.quote(span) for span in answered(of, question).spans]


def answered(of: Library, question: str) -> Answer:
    """The answer, which there must be."""
    reply = of.ask(question)
    assert isinstance(reply, Answer), f"{question}: {reply.why}"
    return reply


def refused(of: Library, question: str) -> Abstention:
    """The abstention, which there must be."""
    reply = of.ask(question)
    assert isinstance(reply, Abstention), f"{question}: {reply.best.text}"
    return reply


def asked(question: str) -> Asking:
    """What a question wants."""
    return asking(list(tokens(question)), Forms.load())


NO_GLOSSARY = Glossary({})
