from unicodedata import normalize

import pytest
from hypothesis import given, settings

from index.anaphora import Anaphora
from index.library import Library
from index.records import BlockKind, only_leads
from tests.index.builders import BUDGET, HEAD, SMALL, library
from tests.index.hostile import TEXTS
from tests.own_questions import REPORT

LONG = f"""{HEAD}I. KINH TẾ
Căn cứ Nghị quyết số 12/NQ-HU, Ủy ban nhân dân huyện đã ban hành chương trình công tác năm 2020.
Tổng thu ngân sách nhà nước trên địa bàn huyện năm 2020 đạt 15,4 tỷ đồng, vượt dự toán được giao.
Trong đó, thu phí và lệ phí của các xã trên địa bàn huyện cũng vượt dự toán được giao từ đầu năm.
Tổng thu ngân sách nhà nước trên địa bàn huyện trong năm 2020 đạt 15,4 tỷ đồng, vượt dự toán được giao.
Các nhiệm vụ thu ngân sách nhà nước trên địa bàn huyện trong năm 2020 được giao cho các đơn vị gồm:
- Chi cục Thuế huyện chủ trì thu thuế ngoài quốc doanh trên địa bàn các xã.
II. XÃ HỘI
Công tác giảm nghèo được các xã quan tâm, số hộ nghèo toàn huyện còn 396 hộ.
Các trường học trên địa bàn huyện tổ chức dạy và học an toàn trong thời gian dịch bệnh.
III. HỘI NGHỊ
Đồng chí Lê Thị Hạnh, Chánh Văn phòng Huyện ủy trình bày báo cáo tại hội nghị huyện.
"""


def quotes(of: Library, count: int = 10) -> list[str]:
    return [of.reports[0].quote(one) for one in of.summary(0, count)]


@pytest.fixture(scope="module")
def district() -> Library:
    return library(LONG)


def test_each_section_is_heard_before_one_is_heard_twice(district: Library) -> None:
    assert [one.section[0] for one in district.summary(0, 2)] == ["I. KINH TẾ", "II. XÃ HỘI"]


def test_a_section_of_one_plain_sentence_is_heard_beside_one_full_of_figures() -> None:
    full = "".join(
        f"Xã số {n} thu ngân sách trên địa bàn được {n} tỷ đồng, bằng 10{n}% dự toán.\n" for n in range(2, 9)
    )
    plain = "Các trường học trên địa bàn huyện tổ chức dạy và học an toàn.\n"
    assert len({one.section for one in library(f"{HEAD}I. KINH TẾ\n{full}II. XÃ HỘI\n{plain}").summary(0, 2)}) == 2


def test_a_figure_goes_before_what_has_none_and_before_procedure(district: Library) -> None:
    first, second = quotes(district, 2)
    assert "15,4 tỷ đồng" in first
    assert "396 hộ" in second


def test_what_leans_or_only_leads_is_not_chosen_and_nothing_is_said_twice(district: Library) -> None:
    found = quotes(district)
    assert not any(one.startswith("Trong đó") or one.endswith(":") for one in found)
    assert sum("15,4 tỷ đồng" in one for one in found) == 1


def test_a_section_that_tells_only_of_the_meeting_comes_last(district: Library) -> None:
    assert not any("Đồng chí" in one for one in quotes(district, 4))
    assert any("Đồng chí" in one for one in quotes(district))


def test_a_short_report_gives_fewer_and_none_gives_none() -> None:
    assert quotes(library("Thu ngân sách nhà nước trên địa bàn huyện đạt khá so với năm trước.\n")) == [
        "Thu ngân sách nhà nước trên địa bàn huyện đạt khá so với năm trước."
    ]
    assert quotes(library("Thu đạt khá.\n")) == []
    assert quotes(library(LONG), 0) == []


def test_a_long_sentence_full_of_figures_is_still_chosen(small: Library) -> None:
    assert any(one == BUDGET for one in quotes(small))


def test_a_reports_head_is_no_part_of_its_summary() -> None:
    text = LONG.replace(
        "I. KINH TẾ", "Nguồn số liệu của báo cáo này do Văn phòng huyện tổng hợp tháng 12.\nI. KINH TẾ", 1
    )
    assert not any("Nguồn" in one for one in quotes(library(text)))


def test_of_two_reports_each_has_its_own() -> None:
    lib = library(SMALL, LONG)
    assert lib.summary(1) == library(LONG).summary(0)


def test_the_default_reports_summary_says_what_was_collected_and_hears_its_sections() -> None:
    lib = Library.load([REPORT])
    found = lib.summary(0)
    assert len(found) == 10
    assert any("10.530,819 tỷ đồng" in lib.reports[0].quote(one) for one in found)
    assert len({one.section for one in found}) == 10


@settings(max_examples=75, deadline=None)
@given(TEXTS)
def test_of_any_report_the_sentences_are_its_own_and_in_order(text: str) -> None:
    lib = library(normalize("NFC", f"Mở đầu báo cáo này.\n{text}"))
    of = lib.reports[0]
    for count in (1, 3, 10):
        found = lib.summary(0, count)
        assert len(found) <= count
        places = [of.sentences.index(one) for one in found]
        assert places == sorted(set(places))
        for one in found:
            assert one.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
            assert not only_leads(of, one)
            assert not Anaphora.load().leans(of.quote(one))
    assert lib.summary(0) == library(of.text).summary(0)


CHAPTERS = f"""{HEAD}I. KINH TẾ
1. Nông nghiệp
Nông dân trong huyện đã trồng thêm nhiều giống cây mới trên đất dốc.
Diện tích gieo trồng của các xã trong huyện đạt 684 ha, sản lượng 2.535 tấn.
2. Ngân sách
Thuế nhà đất của các xã trên địa bàn thu được 143 triệu đồng trong năm.
Tổng thu ngân sách nhà nước trên địa bàn đạt 4.826 triệu đồng, bằng 58% dự toán.
3. Xây dựng
Các công trình của huyện đang được thi công theo tiến độ đã đề ra.
II. XÃ HỘI
Đầu năm 2020 toàn huyện có 97 hộ nghèo và 124 hộ cận nghèo ở vùng cao.
Đến nay số hộ nghèo của huyện còn 81 hộ, số hộ cận nghèo còn 112 hộ.
III. KIẾN NGHỊ
Đề nghị Tỉnh sớm bố trí vốn để sửa chữa hồ chứa nước của huyện.
"""


def test_a_large_chapter_is_heard_by_its_sections_and_a_total_goes_before_its_parts() -> None:
    # the revenue was not in the summary: a small chapter had as many sentences as the whole economy
    found = quotes(library(CHAPTERS), 5)
    assert any(one.startswith("Tổng thu ngân sách nhà nước") for one in found)
    assert not any(one.startswith("Thuế nhà đất") for one in found)
    sections = {one.section for one in library(CHAPTERS).summary(0, 5)}
    assert len(sections) == 5


def test_where_the_year_began_is_said_less_than_where_it_stands() -> None:
    found = quotes(library(CHAPTERS), 3)
    assert any("còn 81 hộ" in one for one in found)
    assert not any("Đầu năm" in one for one in found)


def test_the_frame_of_a_letter_is_never_in_the_summary() -> None:
    frame = "ỦY BAN NHÂN DÂN HUYỆN SƠN HÀ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    end = "Trên đây là báo cáo kết quả thực hiện nhiệm vụ năm 2020 ./.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn An\n"
    found = quotes(library(f"{frame}{CHAPTERS}{end}"), 40)
    assert found
    assert not any("VIỆT NAM" in one or "Trên đây" in one or "CHỦ TỊCH" in one for one in found)


PARTS = f"""{HEAD}PHẦN THỨ NHẤT
1. KINH TẾ
Trồng rừng mới của các xã vùng cao đạt 320 ha, bằng 105% kế hoạch.
Chăn nuôi lợn ở các hợp tác xã đạt 5.280 con, bằng 96% kế hoạch.
Khách du lịch đến lễ hội mùa xuân đạt 8.400 lượt, bằng 120% cùng kỳ.
Chè búp tươi thu hái trong năm đạt 1.250 tấn, bằng 102% kế hoạch.
2. Y TẾ
Trạm y tế khám bệnh cho nhân dân đầy đủ thuốc men và chu đáo.
3. GIÁO DỤC
Trường học mở lớp đúng ngày khai giảng với đủ thầy cô giáo.
4. QUỐC PHÒNG
Thanh niên lên đường nhập ngũ đủ chỉ tiêu giao quân mùa xuân.
PHẦN THỨ HAI
1. CHĂN NUÔI
Giữ đàn lợn không để dịch tả lây sang hộ khác trong vùng.
2. GIAO THÔNG
Mở rộng mặt đường liên thôn để ô tô tránh nhau được dễ hơn.
3. MÔI TRƯỜNG
Gom rác mỗi tuần hai buổi, xử lý nơi đổ trộm bên bờ suối.
4. VĂN HÓA
Dựng nhà văn hóa mới bằng tiền góp của con em xa quê nhà.
"""


def test_one_part_of_a_report_may_be_heard_by_its_chapters_and_another_as_a_whole() -> None:
    chapters = [one.section[1] for one in library(PARTS).summary(0, 8)]
    assert chapters.count("1. KINH TẾ") >= 2
    assert {"2. Y TẾ", "3. GIÁO DỤC", "4. QUỐC PHÒNG"} <= {*chapters}
