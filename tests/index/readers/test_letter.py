from unicodedata import normalize

import pytest
from hypothesis import given, settings

from index.outline import outline
from index.records import BlockKind, Report
from tests.index.builders import report
from tests.index.hostile import TEXTS

COMMUNE = """ỦY BAN NHÂN DÂN
XÃ TÂN LẬP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 45/BC-UBND
Tân Lập, ngày 05 tháng 7 năm 2023
BÁO CÁO
Kết quả công tác 6 tháng đầu năm 2023
Kính gửi:
- Ủy ban nhân dân huyện Sơn Hà;
- Thường trực Đảng ủy xã.
Thực hiện yêu cầu của huyện, xã báo cáo như sau:
I. KINH TẾ
Thu ngân sách xã đạt 3,2 tỷ đồng.
"""
PARTY = """ĐẢNG BỘ HUYỆN SƠN HÀ
ĐẢNG ỦY XÃ TÂN LẬP
*
Số 12-BC/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Tân Lập, ngày 10 tháng 12 năm 2022

BÁO CÁO
công tác xây dựng Đảng năm 2022
-----

Đảng bộ xã có 9 chi bộ với 210 đảng viên.
"""
TABLE = """UBND HUYỆN SƠN HÀ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHÒNG NỘI VỤ\tĐộc lập – Tự do – Hạnh phúc
Số: 77/BC-PNV\tSơn Hà, ngày 20 tháng 11 năm 2021

BÁO CÁO
Công tác nội vụ năm 2021;
Phương hướng, nhiệm vụ năm 2022
(Trình hội nghị tổng kết)
Kính gửi: Ủy ban nhân dân huyện Sơn Hà

Phòng có 12 công chức. Phòng đã tiếp 30 lượt công dân.
"""
SPACED = """   ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
     XÃ TÂN LẬP                    Độc lập - Tự do - Hạnh phúc
     --------                      ---------------
   Số: 45/BC-UBND             Tân Lập, ngày 05 tháng 7 năm 2023

                         BÁO CÁO
        Kết quả công tác Hội Nông dân năm 2023

Hội có 9 chi hội với 210 hội viên.
"""
MARKDOWN = f"# Báo cáo năm 2023\n\nỦy ban nhân dân xã gửi báo cáo này.\n\n## I. Thu\n\n{'Thu đạt 5 tỷ đồng. ' * 2}\n"


def kinds(of: Report, kind: BlockKind) -> list[str]:
    return [of.quote(one) for one in of.sentences if one.kind is kind]


@pytest.mark.parametrize(
    ("text", "title", "first"),
    [
        (COMMUNE, "BÁO CÁO Kết quả công tác 6 tháng đầu năm 2023", "Thực hiện yêu cầu của huyện, xã báo cáo như sau:"),
        (PARTY, "BÁO CÁO công tác xây dựng Đảng năm 2022", "Đảng bộ xã có 9 chi bộ với 210 đảng viên."),
        (SPACED, "BÁO CÁO Kết quả công tác Hội Nông dân năm 2023", "Hội có 9 chi hội với 210 hội viên."),
        (TABLE, "BÁO CÁO Công tác nội vụ năm 2021; Phương hướng, nhiệm vụ năm 2022", "Phòng có 12 công chức."),
    ],
)
def test_the_letterhead_and_the_addressees_are_no_text_and_the_title_is_whole(
    text: str, title: str, first: str
) -> None:
    found = report(text)
    assert found.title == title
    assert kinds(found, BlockKind.PARAGRAPH)[0] == first
    frame = " ".join(kinds(found, BlockKind.FRAME))
    assert all(line in frame for line in ("VIỆT NAM", "/BC-" if "/BC-" in text else "-BC/", "ngày "))


@pytest.mark.parametrize(
    ("text", "number", "issuer", "date"),
    [
        (COMMUNE, "45/BC-UBND", "ỦY BAN NHÂN DÂN XÃ TÂN LẬP", "05 tháng 7 năm 2023"),
        (PARTY, "12-BC/ĐU", "ĐẢNG ỦY XÃ TÂN LẬP", "10 tháng 12 năm 2022"),
        (TABLE, "77/BC-PNV", "PHÒNG NỘI VỤ", "20 tháng 11 năm 2021"),
        (SPACED, "45/BC-UBND", "ỦY BAN NHÂN DÂN XÃ TÂN LẬP", "05 tháng 7 năm 2023"),
    ],
)
def test_a_letterhead_states_who_wrote_when_however_it_is_set(text: str, number: str, issuer: str, date: str) -> None:
    found = report(text)
    assert (found.number, found.issuer, found.date) == (number, issuer, date)


def test_nothing_of_the_frame_heads_or_is_in_a_section() -> None:
    found = report(COMMUNE)
    assert [one.title for one in outline(found)] == ["I. KINH TẾ"]
    assert {one.section for one in found.sentences if one.kind is BlockKind.FRAME} == {()}
    assert all(one.paragraph == 0 for one in found.sentences if one.kind is BlockKind.FRAME)


def test_the_first_paragraph_of_the_text_is_the_first_one_counted() -> None:
    found = report(COMMUNE)
    first = next(one for one in found.sentences if one.kind is BlockKind.PARAGRAPH)
    assert (first.section, first.paragraph, first.number) == ((), 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "I. KINH TẾ\nỦy ban nhân dân xã đã thu 3 tỷ đồng.\nII. XÃ HỘI\nĐã xong 5 việc.\n",
        "CÔNG TÁC THU\nThu ngân sách xã đạt 3,2 tỷ đồng.\nCÔNG TÁC CHI\nChi ngân sách xã đạt 3 tỷ đồng.\n",
        "Thu ngân sách xã đạt 3,2 tỷ đồng.\nChi ngân sách xã đạt 3 tỷ đồng.\n",
        MARKDOWN,
    ],
)
def test_a_report_without_a_letterhead_has_no_frame(text: str) -> None:
    assert kinds(report(text, name="a.md" if text.startswith("#") else "a.txt"), BlockKind.FRAME) == []


def test_a_letterhead_alone_without_a_title_is_still_one() -> None:
    found = report("UBND XÃ TÂN LẬP\nSố: 9/BC-UBND\nI. THU NGÂN SÁCH\nThu ngân sách đạt 3 tỷ đồng.\n")
    assert kinds(found, BlockKind.FRAME) == ["UBND XÃ TÂN LẬP", "Số: 9/BC-UBND"]
    assert [one.title for one in outline(found)] == ["I. THU NGÂN SÁCH"]


def test_an_unnumbered_heading_below_a_title_is_not_its_next_line() -> None:
    # a heading in capitals, set apart from the title, was taken for a line of it
    body = "Thu ngân sách xã đạt 3,2 tỷ đồng.\n\nCÔNG TÁC CHI\n\nChi ngân sách xã đạt 3 tỷ đồng.\n"
    mixed = report(f"BÁO CÁO\nKết quả thu, chi năm 2023\nCÔNG TÁC THU\n{body}")
    apart = report(f"BÁO CÁO\nKẾT QUẢ THU, CHI\nNĂM 2023\n\nCÔNG TÁC THU\n\n{body}")
    assert (mixed.title, apart.title) == ("BÁO CÁO Kết quả thu, chi năm 2023", "BÁO CÁO KẾT QUẢ THU, CHI NĂM 2023")
    for found in (mixed, apart):
        assert [one.title for one in outline(found)] == ["CÔNG TÁC THU", "CÔNG TÁC CHI"]


def test_a_title_longer_than_a_heading_is_one_all_the_same() -> None:
    long = "Tình hình thực hiện nhiệm vụ phát triển kinh tế - xã hội, bảo đảm quốc phòng, an ninh " * 2
    found = report(f"UBND XÃ TÂN LẬP\nBÁO CÁO\n{long.strip()} năm 2023\nI. THU\nThu đạt 3 tỷ đồng.\n")
    assert found.title == f"BÁO CÁO {long.strip()} năm 2023"
    assert found.years == {2023}


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_the_frame_takes_no_letter_away_from_any_report(text: str) -> None:
    found = report(normalize("NFC", f"{COMMUNE}{text}"))
    said = "".join(found.quote(one) for one in found.sentences)
    assert sorted(c for c in said if c.isalnum()) == sorted(c for c in found.text if c.isalnum())
