import pytest

from index.readers.plain import blocks, heading_level
from index.records import BlockKind

HEAD, TEXT, ITEM, PICT, COLS, ROW = (
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
    BlockKind.ITEM,
    BlockKind.CAPTION,
    BlockKind.HEADER,
    BlockKind.ROW,
)


def parsed(text: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, text[block.start : block.end]) for block in blocks(text)]


@pytest.mark.parametrize(
    ("line", "kind", "content"),
    [
        ("Thu ngân sách đạt khá.", TEXT, "Thu ngân sách đạt khá."),
        ("  Thu ngân sách đạt khá.  ", TEXT, "Thu ngân sách đạt khá."),
        ("- Thu ngân sách đạt khá;", ITEM, "Thu ngân sách đạt khá;"),
        ("+ Thu ngân sách đạt khá;", ITEM, "Thu ngân sách đạt khá;"),
        ("• Thu ngân sách đạt khá;", ITEM, "Thu ngân sách đạt khá;"),
        ("a) Thu ngân sách đạt khá;", ITEM, "a) Thu ngân sách đạt khá;"),
        ("1. Thu ngân sách đạt khá.", ITEM, "1. Thu ngân sách đạt khá."),
        ("(1) Thu ngân sách đạt khá.", ITEM, "(1) Thu ngân sách đạt khá."),
        ("I. KINH TẾ", HEAD, "I. KINH TẾ"),
        ("1. Kinh tế", HEAD, "1. Kinh tế"),
        ("PHẦN THỨ HAI", HEAD, "PHẦN THỨ HAI"),
        ("Chương II", HEAD, "Chương II"),
        ("NHIỆM VỤ TRỌNG TÂM", HEAD, "NHIỆM VỤ TRỌNG TÂM"),
        ("Những việc còn lại của năm", HEAD, "Những việc còn lại của năm"),
        ("Quang cảnh Hội nghị |", PICT, "Quang cảnh Hội nghị"),
        ("Bảng 2. Chỉ tiêu chủ yếu", PICT, "Bảng 2. Chỉ tiêu chủ yếu"),
        ("Ảnh 1: Đại biểu dự họp", PICT, "Ảnh 1: Đại biểu dự họp"),
        ("Hộ nghèo\t410\t396", ROW, "Hộ nghèo\t410\t396"),
        ("| Hộ nghèo | 410 | 396 |", ROW, "Hộ nghèo | 410 | 396"),
        ("Đã xong mọi việc của năm. |", TEXT, "Đã xong mọi việc của năm."),
    ],
)
def test_a_line_is_what_it_looks_like(line: str, kind: BlockKind, content: str) -> None:
    assert parsed(f"{line}\nSau đó là một câu đủ.")[0] == (kind, content)


def test_a_line_of_bars_alone_is_nothing() -> None:
    assert parsed("| | |\nĐã xong việc.") == [(TEXT, "Đã xong việc.")]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Thu ngân sách của huyện", "đạt khá trong năm."], [(TEXT, "Thu ngân sách của huyện\nđạt khá trong năm.")]),
        (["Thu ngân sách đạt khá.", "Chi giảm nhẹ."], [(TEXT, "Thu ngân sách đạt khá."), (TEXT, "Chi giảm nhẹ.")]),
        (
            ["Đã xong việc một:", "a) thu thuế;", "b) chi lương."],
            [(TEXT, "Đã xong việc một:"), (ITEM, "a) thu thuế;"), (ITEM, "b) chi lương.")],
        ),
        (["Thu ngân sách, ", "", "", "chi ngân sách."], [(TEXT, "Thu ngân sách,"), (TEXT, "chi ngân sách.")]),
    ],
)
def test_a_wrapped_line_is_joined_and_another_is_not(lines: list[str], expected: list[tuple[BlockKind, str]]) -> None:
    assert parsed("\n".join(lines)) == expected


def test_the_row_that_names_a_tables_columns_is_its_header() -> None:
    text = "Chỉ tiêu\tKế hoạch\tThực hiện\nHộ nghèo\t410\t396\nViệc làm\t20\t22\n"
    assert [kind for kind, _ in parsed(text)] == [COLS, ROW, ROW]


@pytest.mark.parametrize(
    "text", ["Số xã\t12\t20\nThu\t1\t2\nChi\t3\t4", "Chỉ tiêu\tKế hoạch\tThực hiện\nĐã xong việc."]
)
def test_a_row_with_figures_or_alone_is_no_header(text: str) -> None:
    assert parsed(text)[0][0] is ROW


def test_a_headline_glued_to_its_first_sentence_is_parted_from_it() -> None:
    text = "Hoàn thành nhiệm vụ đề raTại hội nghị, ông Nam phát biểu."
    assert parsed(text) == [(HEAD, "Hoàn thành nhiệm vụ đề ra"), (TEXT, "Tại hội nghị, ông Nam phát biểu.")]


def test_headings_have_the_depth_of_their_numbers() -> None:
    lines = ["PHẦN THỨ NHẤT", "I. KINH TẾ", "1. Thu ngân sách", "1.1. Thu thuế", "1.1.1. Thuế đất", "Các việc còn lại"]
    levels = [heading_level(line, has_body=True) for line in lines]
    assert levels == sorted(set(levels))
    assert levels[0] >= 1


@pytest.mark.parametrize("line", ["Thu đạt khá.", "Thu đạt khá;", "***", "x" * 200, "việc nhỏ trong năm", "Xong"])
def test_a_line_that_heads_nothing_has_no_depth(line: str) -> None:
    assert heading_level(line, has_body=True) == 0


def test_the_last_line_heads_nothing_unless_in_capitals() -> None:
    assert heading_level("Những việc còn lại của năm", has_body=False) == 0
    assert heading_level("NHIỆM VỤ TRỌNG TÂM", has_body=False) > 0


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\r", "\r\n"])
def test_every_line_separator_ends_a_line(separator: str) -> None:
    assert parsed(f"Thu đạt khá.{separator}Chi giảm nhẹ.") == [(TEXT, "Thu đạt khá."), (TEXT, "Chi giảm nhẹ.")]


def test_years_may_name_a_tables_columns() -> None:
    assert parsed("Chỉ tiêu\tNăm 2019\tNăm 2020\nThu\t1\t2\nChi\t3\t4")[0][0] is COLS
