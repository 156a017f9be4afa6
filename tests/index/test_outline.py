from hypothesis import given, settings

from index.outline import outline
from index.records import BlockKind
from tests.index.builders import HEAD, SMALL, report
from tests.index.hostile import TEXTS

NESTED = f"""{HEAD}Báo cáo gồm hai phần chính.
I. KINH TẾ
Kinh tế huyện tăng trưởng khá.
1. Nông nghiệp
Lúa được mùa. Chè giữ giá.
2. Công nghiệp
II. XÃ HỘI
Đời sống nhân dân ổn định.
"""


def test_headings_come_in_order_with_their_depth_and_what_stands_below() -> None:
    found = outline(report(NESTED))
    assert [(one.number, one.level, one.title, one.count) for one in found] == [
        (0, 1, "I. KINH TẾ", 3),
        (1, 2, "1. Nông nghiệp", 2),
        (2, 2, "2. Công nghiệp", 0),
        (3, 1, "II. XÃ HỘI", 1),
    ]


def test_below_a_heading_stands_all_up_to_the_next_of_its_level_lesser_headings_included() -> None:
    of = report(NESTED)
    economy, farming, industry, _ = outline(of)
    assert [of.quote(of.sentences[i]) for i in economy.below] == [
        "Kinh tế huyện tăng trưởng khá.",
        "1. Nông nghiệp",
        "Lúa được mùa.",
        "Chè giữ giá.",
        "2. Công nghiệp",
    ]
    assert [of.quote(of.sentences[i]) for i in farming.below] == ["Lúa được mùa.", "Chè giữ giá."]
    assert not industry.below


def test_the_title_is_no_heading() -> None:
    assert not any("BÁO CÁO" in one.title for one in outline(report(SMALL)))
    markdown = report("# BÁO CÁO năm 2020\n\n## I. Kinh tế\n\nThu ngân sách đạt khá.\n", name="a.md")
    assert [one.title for one in outline(markdown)] == ["I. Kinh tế"]


def test_a_report_without_headings_has_no_outline() -> None:
    assert outline(report("Thu ngân sách đạt 15 tỷ đồng. Chi giảm nhẹ so với năm trước.\n")) == ()


def test_a_title_of_several_lines_with_its_white_space_is_left_out_whole() -> None:
    found = outline(report("BÁO CÁO\nKẾT QUẢ  THỰC HIỆN NHIỆM VỤ\nI. KINH TẾ\nThu ngân sách đạt 15 tỷ đồng.\n"))
    assert [one.title for one in found] == ["I. KINH TẾ"]


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_of_any_text_headings_are_exact_and_nest(text: str) -> None:
    of = report(f"Mở đầu báo cáo này.\n{text}")
    found = outline(of)
    assert [one.number for one in found] == list(range(len(found)))
    for one in found:
        assert " ".join(of.text[one.start : one.end].split()) == one.title
        assert of.sentences[one.below.start - 1].start == one.start
        below = [of.sentences[i] for i in one.below]
        assert one.count == sum(sentence.kind is not BlockKind.HEADING for sentence in below)
        assert all(one.title in sentence.section for sentence in below)
        for other in found[one.number + 1 :]:
            inside = other.start < of.sentences[one.below.stop - 1].end
            assert not inside or (other.level > one.level and other.below.stop <= one.below.stop)


def test_a_part_and_its_title_on_the_next_line_are_one_heading() -> None:
    first = "Phần thứ nhất\nKẾT QUẢ NĂM 2020\nI. THU\nThu đạt khá.\n"
    text = f"{HEAD}{first}PHẦN THỨ HAI\nNHIỆM VỤ NĂM 2021\nThu đúng, thu đủ.\n"
    assert [(one.level, one.title) for one in outline(report(text))] == [
        (1, "Phần thứ nhất KẾT QUẢ NĂM 2020"),
        (2, "I. THU"),
        (1, "PHẦN THỨ HAI NHIỆM VỤ NĂM 2021"),
    ]


def test_a_report_of_unnumbered_headings_has_them_on_one_level() -> None:
    text = f"{HEAD}CÔNG TÁC THU\nThu đạt khá.\nCÔNG TÁC CHI\nChi đúng chế độ.\n"
    assert [(one.level, one.title, one.count) for one in outline(report(text))] == [
        (1, "CÔNG TÁC THU", 1),
        (1, "CÔNG TÁC CHI", 1),
    ]
