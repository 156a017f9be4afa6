import pytest

from index.readers.markdown import blocks, is_markdown
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
    ("text", "markdown"),
    [
        ("# Báo cáo\n\nĐã xong.", True),
        ("Mở đầu.\n\n### Kinh tế", True),
        ("# Báo cáo\n\n| Thu | Chi |\n| --- | --- |\n| 1 | 2 |", True),
        ("| Thu | Chi |\n| --- | --- |\n| 1 | 2 |", False),  # bars stand in plain texts too
        ("Thu | Chi\n--- | ---\n1 | 2", False),
        ("####### bảy", False),
        ("#hashtag và # một mình", False),
        ("- một\n- hai", False),
        ("I. KINH TẾ\nThu | Chi | Dư", False),
    ],
)
def test_markdown_is_told_by_its_headings_alone(text: str, markdown: bool) -> None:
    assert is_markdown(text) is markdown


@pytest.mark.parametrize(
    ("line", "kind", "content"),
    [
        ("# Báo cáo", HEAD, "Báo cáo"),
        ("### 1. Kinh tế ###", HEAD, "1. Kinh tế"),
        ("Đã xong việc.", TEXT, "Đã xong việc."),
        ("- Đã xong việc.", ITEM, "Đã xong việc."),
        ("  * Đã xong việc.", ITEM, "Đã xong việc."),
        ("1. Đã xong việc.", ITEM, "1. Đã xong việc."),
        ("a) Đã xong việc.", ITEM, "a) Đã xong việc."),
        ("| Thu | 12 |", ROW, "Thu | 12"),
        ("![Quang cảnh hội nghị](anh.jpg)", PICT, "Quang cảnh hội nghị"),
        ("Bảng 3. Các chỉ tiêu", PICT, "Bảng 3. Các chỉ tiêu"),
        ("> Đã xong việc.", TEXT, "Đã xong việc."),
    ],
)
def test_markup_at_a_blocks_edges_is_not_part_of_it(line: str, kind: BlockKind, content: str) -> None:
    assert parsed(line) == [(kind, content)]


def test_the_depth_of_a_heading_is_its_marks() -> None:
    assert [block.level for block in blocks("# A\n\n## B\n\n###### C\n")] == [1, 2, 6]


def test_lines_of_one_paragraph_are_one_block() -> None:
    text = "Thu ngân sách\nđạt khá\r\ntrong năm.\n\nChi giảm."
    assert parsed(text) == [(TEXT, "Thu ngân sách\nđạt khá\r\ntrong năm."), (TEXT, "Chi giảm.")]


def test_an_item_goes_on_in_the_next_line() -> None:
    assert parsed("- Thu ngân sách\n  đạt khá.\n- Chi giảm.") == [
        (ITEM, "Thu ngân sách\n  đạt khá."),
        (ITEM, "Chi giảm."),
    ]


def test_a_heading_ends_the_paragraph_before_it() -> None:
    assert [kind for kind, _ in parsed("Đã xong.\n# Kinh tế\nThu khá.")] == [TEXT, HEAD, TEXT]


def test_a_tables_first_row_is_its_header_and_the_rule_is_nothing() -> None:
    text = "| Chỉ tiêu | Kế hoạch |\n|:---|---:|\n| Hộ nghèo | 410 |\n| Việc làm | 20 |\n"
    assert parsed(text) == [(COLS, "Chỉ tiêu | Kế hoạch"), (ROW, "Hộ nghèo | 410"), (ROW, "Việc làm | 20")]


@pytest.mark.parametrize("rule", ["---", "* * *", "___", "```", "~~~"])
def test_rules_and_fences_are_nothing_and_end_a_block(rule: str) -> None:
    assert parsed(f"Đã xong.\n{rule}\nThu khá.") == [(TEXT, "Đã xong."), (TEXT, "Thu khá.")]


def test_blocks_without_letter_or_digit_are_left_out() -> None:
    assert parsed("# 😀\n\n- …\n\n| - | - |\n\nĐã xong.") == [(TEXT, "Đã xong.")]
