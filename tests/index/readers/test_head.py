from pathlib import Path

import pytest

from index.records import Report
from tests.index.builders import report

BODY = "\n\nI. KINH TẾ\nThu ngân sách đạt 100 tỷ đồng.\nChi ngân sách đạt 90 tỷ đồng.\n"
LETTER = (
    "ỦY BAN NHÂN DÂN HUYỆN SƠN HÀ\nSố: 215/BC-UBND\nSơn Hà, ngày 20 tháng 12 năm 2020\n\n"
    "BÁO CÁO\nKết quả phát triển kinh tế - xã hội năm 2020, nhiệm vụ năm 2021" + BODY
)
MARKDOWN = (
    "# Báo cáo kết quả năm 2019\n\n- Cơ quan ban hành: UBND huyện Sơn Hà\n- Số: 12/BC-HĐND\n- Ngày: 05/01/2020\n"
    "- Năm báo cáo: 2019\n\n## I. Kinh tế\n\nThu ngân sách đạt 100 tỷ đồng.\n"
)


@pytest.mark.parametrize(
    ("text", "title", "number", "issuer", "date", "years"),
    [
        (
            LETTER,
            "BÁO CÁO Kết quả phát triển kinh tế - xã hội năm 2020, nhiệm vụ năm 2021",
            "215/BC-UBND",
            "ỦY BAN NHÂN DÂN HUYỆN SƠN HÀ",
            "20 tháng 12 năm 2020",
            {2020},
        ),
        (MARKDOWN, "Báo cáo kết quả năm 2019", "12/BC-HĐND", "UBND huyện Sơn Hà", "05/01/2020", {2019}),
        ("Thu ngân sách của xã đạt khá tốt.\nChi cũng vậy mà thôi.", "bao-cao", None, None, None, set()),
    ],
)
def test_the_heads_facts_are_read(
    text: str, title: str, number: str | None, issuer: str | None, date: str | None, years: set[int]
) -> None:
    found = report(text)
    assert (found.title, found.number, found.issuer, found.date) == (title, number, issuer, date)
    assert found.years == years


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("BÁO CÁO NHIỆM KỲ 2016-2020", range(2016, 2021)),
        ("BÁO CÁO NHIỆM KỲ 2016 – 2020", range(2016, 2021)),
        ("BÁO CÁO NĂM 2020", [2020]),
        ("BÁO CÁO NĂM 2020 VÀ KẾ HOẠCH NĂM 2021", [2020]),
        ("BÁO CÁO TỪ 2020-2016", [2020]),
        ("BÁO CÁO NHIỆM KỲ 1900-2020", [1900]),
        ("BÁO CÁO SỐ 120201 CỦA XÃ", []),
    ],
)
def test_the_years_reported_on_are_the_titles(line: str, years: list[int]) -> None:
    assert report(line + BODY).years == set(years)


def test_a_stated_year_goes_before_the_titles() -> None:
    assert report("BÁO CÁO NĂM 2020\nNăm báo cáo: 2018" + BODY).years == {2018}


def test_without_a_year_in_the_title_the_first_of_the_text_counts() -> None:
    assert report("BÁO CÁO TÌNH HÌNH" + BODY + "Việc năm 2018 đã xong, nay sang 2019.\n").years == {2018}


def headless(found: Report) -> bool:
    """Whether the title heads no section."""
    return all(found.title not in sentence.section for sentence in found.sentences)


@pytest.mark.parametrize("text", [LETTER, MARKDOWN, "Tình hình chung của xã\n" + BODY])
def test_the_title_heads_no_section(text: str) -> None:
    assert headless(report(text))


def test_two_headings_of_the_first_level_are_no_title() -> None:
    found = report("Lời mở đầu rất ngắn gọn.\n\n# Kinh tế\n\nThu đạt khá tốt.\n\n# Xã hội\n\nDân số tăng nhẹ.\n")
    assert found.title == "bao-cao"
    assert {s.section for s in found.sentences if s.number and s.paragraph} == {(), ("Kinh tế",), ("Xã hội",)}


def test_a_heading_far_down_is_no_title() -> None:
    far = "Thu ngân sách của xã đạt khá tốt.\n" * 120
    assert report(f"{far}BÁO CÁO TÓM TẮT\nI. KINH TẾ\nThu đạt khá tốt.", name="xa.md").title == "xa"


def test_a_report_without_a_title_is_called_by_its_files_name() -> None:
    found = report("Thu ngân sách của xã đạt khá tốt.", name="bao-cao-xa.txt")
    assert (found.title, found.source) == ("bao-cao-xa", Path("bao-cao-xa.txt"))
