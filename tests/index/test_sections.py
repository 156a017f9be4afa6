from index.records import BlockKind
from tests.index.builders import HEAD, report

TEXT = HEAD + (
    "I. KINH TẾ\nMở đầu phần kinh tế rất ngắn. Câu thứ hai của đoạn.\n"
    "1. Thu ngân sách\nThu đạt khá tốt.\nChi giảm nhẹ thôi.\n"
    "2. Chi ngân sách\nChi đúng quy định.\nII. XÃ HỘI\nDân số tăng nhẹ.\n"
)
PLACES = {report(TEXT).quote(s): s for s in report(TEXT).sentences}


def test_a_sentence_knows_its_heading_path_without_the_title() -> None:
    assert PLACES["Thu đạt khá tốt."].section == ("I. KINH TẾ", "1. Thu ngân sách")
    assert PLACES["Chi đúng quy định."].section == ("I. KINH TẾ", "2. Chi ngân sách")
    assert PLACES["Dân số tăng nhẹ."].section == ("II. XÃ HỘI",)


def test_paragraphs_count_from_one_in_each_section_and_sentences_in_each_paragraph() -> None:
    numbers = {text: (place.paragraph, place.number) for text, place in PLACES.items()}
    assert numbers["Mở đầu phần kinh tế rất ngắn."] == (1, 1)
    assert numbers["Câu thứ hai của đoạn."] == (1, 2)
    assert numbers["Chi giảm nhẹ thôi."] == (2, 1)
    assert numbers["Dân số tăng nhẹ."] == (1, 1)


def test_a_heading_has_paragraph_zero_and_stands_in_the_section_above_it() -> None:
    heading = PLACES["1. Thu ngân sách"]
    assert (heading.kind, heading.paragraph, heading.section) == (BlockKind.HEADING, 0, ("I. KINH TẾ",))


def test_a_heading_over_two_lines_is_one_line_in_the_path() -> None:
    found = report("# Báo cáo\n\n## Kinh tế  và\txã hội\n\nThu đạt khá tốt.\n")
    assert found.sentences[-1].section == ("Kinh tế và xã hội",)
