import os
import stat
from pathlib import Path

import pytest

from index.errors import EmptyReport, ReportError, UnreadableReport
from index.library import Library
from index.readers import LARGEST, read
from index.records import BlockKind
from tests.index.builders import SMALL, answered, quotes
from tests.index.conftest import Write


def why(path: Path) -> str:
    """Why a report is refused; the message names the file and is one line."""
    with pytest.raises(ReportError) as raised:
        read(path)
    assert str(raised.value) == f"{path}: {raised.value.why}"
    assert "\n" not in raised.value.why
    return raised.value.why


def test_a_missing_file_is_said_so(tmp_path: Path) -> None:
    assert why(tmp_path / "khong-co.txt") == "no such file"


def test_a_directory_is_no_report(tmp_path: Path) -> None:
    assert why(tmp_path) == "is not a file"


def test_a_pipe_is_no_report_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert why(tmp_path / "pipe") == "is not a file"


def test_a_path_that_no_system_takes_is_said_so(tmp_path: Path) -> None:
    assert "can't be read: File name too long" in why(tmp_path / ("x" * 300))


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_a_file_without_permission_is_said_so(write: Write) -> None:
    path = write(SMALL)
    path.chmod(stat.S_IWUSR)
    assert "Permission denied" in why(path)


def test_a_file_too_large_is_said_so_with_both_sizes(tmp_path: Path) -> None:
    path = tmp_path / "lon.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert why(path) == f"is 50 MB; the largest report read is {LARGEST // 1_000_000} MB"


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n "])
def test_an_empty_file_is_said_so(write: Write, content: bytes) -> None:
    assert why(write(content)) == "is empty"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04abc", "Word"),
        (b"\xd0\xcf\x11\xe0abc", "Word"),
        (b"{\\rtf1 abc}", "RTF"),
    ],
)
def test_a_format_that_is_not_read_yet_is_named(write: Write, content: bytes, name: str) -> None:
    assert name in why(write(content))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("báo_cáo", id="one word"),
        pytest.param("\ufeff", id="only a mark"),
        pytest.param("I. KINH TẾ\nII. VĂN HÓA XÃ HỘI\nIII. AN NINH QUỐC PHÒNG\n", id="only headings"),
        pytest.param("# Báo cáo năm nay\n\n## Kinh tế xã hội\n\n## An ninh quốc phòng\n", id="only Markdown headings"),
        pytest.param("?! ... - - ,,, ;;; …", id="only punctuation"),
        pytest.param("😀 😀 😀 😀", id="only emoji"),
        pytest.param("---\n\n***\n\n- - -\n", id="only rules"),
    ],
)
def test_a_report_without_a_sentence_is_refused(write: Write, content: str) -> None:
    path = write(content)
    with pytest.raises(EmptyReport):
        read(path)


def test_a_binary_file_is_refused(write: Write) -> None:
    path = write(bytes(range(256)) * 9)
    with pytest.raises(UnreadableReport):
        read(path)


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_every_kind_of_line_end_gives_the_same_sentences(write: Write, newline: str) -> None:
    found = read(write(SMALL.replace("\n", newline)))
    assert quotes(found) == quotes(read(write(SMALL)))
    assert all(newline == "\n" or newline not in quote for quote in quotes(found))


def test_the_format_is_told_by_the_content_not_by_the_name(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.txt"
    path.write_text("# Báo cáo\n\n## Kinh tế\n\nThu ngân sách đạt khá.\n", encoding="utf-8")
    assert read(path).sentences[-1].section == ("Kinh tế",)


BARRED = """| Chỉ tiêu | Số hộ |
|---|---|
| Hộ nghèo | 410 |
| Hộ khá | 820 |
"""


def test_a_plain_text_with_one_table_of_bars_keeps_its_sections(write: Write) -> None:
    table = "Các chỉ tiêu của huyện như sau:\n" + BARRED
    found = read(write(SMALL.replace("II. VĂN HÓA", f"{table}II. VĂN HÓA")))
    without = read(write(SMALL))
    told = [(found.quote(one), one.kind, one.section) for one in found.sentences]
    at = next(i for i, (quote, _, _) in enumerate(told) if quote.startswith("Các chỉ tiêu"))
    assert told[at + 1 : at + 4] == [
        ("Chỉ tiêu | Số hộ", BlockKind.HEADER, ("I. KINH TẾ",)),
        ("Hộ nghèo | 410", BlockKind.ROW, ("I. KINH TẾ",)),
        ("Hộ khá | 820", BlockKind.ROW, ("I. KINH TẾ",)),
    ]
    told[at : at + 4] = []
    assert told == [(without.quote(one), one.kind, one.section) for one in without.sentences]
    assert (found.title, found.years) == (without.title, without.years)
    assert {section for _, _, section in told} >= {("I. KINH TẾ",), ("II. VĂN HÓA - XÃ HỘI",)}


def test_a_plain_text_with_one_table_of_bars_is_asked_about_its_rows_and_its_sections(write: Write) -> None:
    of = Library.load([write(SMALL.replace("II. VĂN HÓA", f"{BARRED}II. VĂN HÓA"))])
    best = answered(of, "Số hộ khá là bao nhiêu?").best
    assert (best.text, best.sentence.section) == ("Hộ khá | 820", ("I. KINH TẾ",))
    best = answered(of, "Huyện có bao nhiêu trường đạt chuẩn quốc gia?").best
    assert best.sentence.section == ("II. VĂN HÓA - XÃ HỘI",)


def test_a_read_report_knows_its_source_and_covers_its_sentences(write: Write) -> None:
    path = write(SMALL)
    found = read(path)
    assert found.source == path
    assert [p.first for p in found.passages] == [0, *(p.last + 1 for p in found.passages[:-1])]
    assert found.passages[-1].last == len(found.sentences) - 1
    assert found.sentences[0].kind is BlockKind.HEADING
