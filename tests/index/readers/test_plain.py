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
        ("| Hộ nghèo | 410 |", ROW, "Hộ nghèo | 410"),
        ("|Hộ nghèo|410|", ROW, "Hộ nghèo|410"),
        ("Hộ nghèo | 410 | 396", ROW, "Hộ nghèo | 410 | 396"),
        ("Thu đạt khá | Chi giảm nhẹ.", TEXT, "Thu đạt khá | Chi giảm nhẹ."),  # two cells need bars at both ends
        ("| Thu đạt khá | Chi giảm nhẹ.", TEXT, "| Thu đạt khá | Chi giảm nhẹ."),
        ("Đã xong mọi việc của năm. |", TEXT, "Đã xong mọi việc của năm."),
    ],
)
def test_a_line_is_what_it_looks_like(line: str, kind: BlockKind, content: str) -> None:
    assert parsed(f"{line}\nSau đó là một câu đủ.")[0] == (kind, content)


@pytest.mark.parametrize(
    "rule", ["|---|", "|---|---|", "| --- | --- |", "|:---|---:|", "| :---: | --- |", "--- | ---", "---", "----------"]
)
def test_a_rule_under_a_tables_header_is_nothing(rule: str) -> None:
    assert parsed(f"Thu đạt khá.\n{rule}\nĐã xong việc.") == [(TEXT, "Thu đạt khá."), (TEXT, "Đã xong việc.")]


@pytest.mark.parametrize("line", ["|---| Thu |", "| -- | 410 | 396 |", "--- Thu đạt khá ---"])
def test_what_only_looks_like_a_rule_is_something(line: str) -> None:
    assert len(parsed(f"Thu đạt khá.\n{line}\nĐã xong việc.")) == 3


BARRED = """I. KINH TẾ
Thu đạt khá.
{}1. Thu ngân sách
- Thu thuế đạt khá;
a) Chi giảm.
II. VĂN HÓA
Lễ hội vui.
"""
TWO_COLUMNS = """| Chỉ tiêu | Kế hoạch |
|---|---|
| Hộ nghèo | 410 |
| việc làm | 20 |
"""


def test_a_table_of_bars_is_read_as_header_and_rows() -> None:
    assert parsed(TWO_COLUMNS + "Xong việc.") == [
        (COLS, "Chỉ tiêu | Kế hoạch"),
        (ROW, "Hộ nghèo | 410"),
        (ROW, "việc làm | 20"),
        (TEXT, "Xong việc."),
    ]


def test_around_a_table_of_bars_a_text_is_read_as_without_it() -> None:
    without = [(block.kind, block.level) for block in blocks(BARRED.format(""))]
    with_it = [(block.kind, block.level) for block in blocks(BARRED.format(TWO_COLUMNS))]
    assert with_it == [*without[:2], (COLS, 0), (ROW, 0), (ROW, 0), *without[2:]]
    assert [kind for kind, _ in without] == [HEAD, TEXT, HEAD, ITEM, ITEM, HEAD, TEXT]


def test_a_header_with_figures_is_known_by_the_rule_under_it() -> None:
    text = "| Chỉ tiêu | 6 tháng |\n|---|---|\n| Hộ nghèo | 410 |\nXong việc."
    assert [kind for kind, _ in parsed(text)] == [COLS, ROW, TEXT]


def test_each_of_two_tables_has_its_header_by_the_rule_under_it() -> None:
    text = f"{TWO_COLUMNS}\n| Cây trồng | Diện tích |\n|---|---|\n| Lúa | 820 ha |\nXong việc."
    assert [kind for kind, _ in parsed(text)] == [COLS, ROW, ROW, COLS, ROW, TEXT]


def test_a_row_in_small_letters_does_not_go_on_the_rule_above_it() -> None:
    text = "Chỉ tiêu | Kế hoạch | Thực hiện\n--- | --- | ---\nhộ nghèo | 410 | 396\nXong việc."
    assert parsed(text)[1] == (ROW, "hộ nghèo | 410 | 396")


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


@pytest.mark.parametrize("bar", ["\t", " | "])
def test_a_header_may_name_parts_of_a_year_where_the_rows_under_it_have_cells_of_figures(bar: str) -> None:
    rows = [["Chỉ tiêu", "Kế hoạch năm 2024", "Thực hiện 6 tháng"], ["Lúa", "1.900", "962"], ["Cây", "6.000", "4.500"]]
    text = "\n".join(["I. KẾT QUẢ", "Kết quả như sau:", *(bar.join(row) for row in rows), "Hết."])
    kinds = [block.kind for block in blocks(text) if text[block.start : block.end].count(bar) == 2]
    assert kinds == [BlockKind.HEADER, BlockKind.ROW, BlockKind.ROW]


def test_a_first_row_with_a_figure_of_its_own_heads_nothing() -> None:
    text = "Kết quả như sau:\nTổng thu\t10 tỷ đồng\t105%\nTổng chi\t9 tỷ đồng\t98%\nHết."
    assert [block.kind for block in blocks(text)].count(BlockKind.HEADER) == 0
