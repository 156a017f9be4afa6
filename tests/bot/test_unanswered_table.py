import csv
from datetime import UTC, datetime
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import texts
from bot.grouping import Group
from bot.unanswered_table import LONGEST_CELL, MOST_WAYS, table
from index.records import Why

NIGHT = datetime(2026, 3, 10, 18, 5, tzinfo=UTC)


def group(*ways: str, whys: tuple[str, ...] = ("not-in-report",)) -> Group:
    """A group that was asked three times, last at night in Hanoi."""
    return Group(ways, 3, NIGHT, whys)


def rows(*groups: Group) -> list[list[str]]:
    """The table read back."""
    return list(csv.reader(StringIO(table(groups).decode("utf-8-sig"), newline="")))


def test_a_table_has_a_mark_by_which_excel_knows_it_and_a_line_a_group() -> None:
    assert table([group("a")]).startswith(b"\xef\xbb\xbf")
    assert rows(group("tên lửa?", "ten lua", whys=("year-not-in-report", "not-in-report"))) == [
        ["Nhóm", "Số lần", "Lần cuối", "Lý do", "Các cách hỏi"],
        ["tên lửa?", "3", "2026-03-11 01:05", "không nêu năm này, báo cáo không nêu", "tên lửa? | ten lua"],
    ]


@pytest.mark.parametrize("typed", ["=1+1", "+84", "-2", "@SUM(A1)", " =1", "\t=1", "\r\n=cmd|' /C calc'!A0", "＝1"])
def test_what_people_typed_is_never_a_formula(typed: str) -> None:
    (_, row) = rows(group(typed))
    assert row[0].startswith("'")
    assert row[4].startswith("'")


@given(ways=st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4, unique=True))
def test_any_text_stays_in_its_cell_and_calculates_nothing(ways: list[str]) -> None:
    head, *lines = rows(group(*ways))
    assert len(lines) == 1
    assert len(lines[0]) == len(head)
    assert not any(cell[:1] in tuple("=+-@\t\r\n") for cell in (lines[0][0], lines[0][4]) if cell)


def test_a_text_with_commas_quotes_and_line_breaks_is_one_cell() -> None:
    assert rows(group('a, "b"\nc'))[1][0] == 'a, "b" c'


def test_no_other_separator_parts_a_cell() -> None:
    content = table([group("x;=cmd|'/C calc'!A0;y\t=1", "a | b")]).decode("utf-8-sig")
    for separator in (";", "\t"):
        assert not any(
            cell.startswith("=")
            for row in csv.reader(StringIO(content, newline=""), delimiter=separator)
            for cell in row
        )


def test_no_cell_is_longer_than_excel_takes() -> None:
    cell = rows(group(*(f"{i}{'x' * 4000}" for i in range(MOST_WAYS + 5))))[1][4]
    assert len(cell) == LONGEST_CELL


def test_every_reason_has_its_words_and_no_other_has() -> None:
    # A plan is said with an answer; it is never why there is none.
    assert set(texts.WHYS) == {why.value for why in Why if why is not Why.OUTCOME}
