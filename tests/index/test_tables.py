import math
from dataclasses import replace

from index.compare import Change
from index.tables import ablation_table, change_table, figure_table, kind_table, markdown, number, plain
from tests.index.made_results import HIT, MISS, many


def test_figures_stand_in_columns_with_the_number_behind_each() -> None:
    header, *rows = figure_table({"a": [HIT, MISS], "b": [HIT]})
    assert header == ["", "a", "n", "b", "n"]
    found = {row[0]: row[1:] for row in rows}
    assert found["questions"] == ["2", "", "1", ""]
    assert found["passage R@1"] == ["0.500", "2", "1.000", "1"]
    assert found["expected calibration error"] == ["0.100", "1", "0.100", "1"]


def test_kinds_have_their_number_of_questions_beside_them() -> None:
    header, *rows = kind_table([*many(2, kind="date"), replace(MISS, kind="list")])
    assert header[:2] == ["kind", "questions"]
    assert [row[:3] for row in rows] == [["date", "2", "1.000"], ["list", "1", "0.000"]]


def test_a_clear_change_has_a_star() -> None:
    nan = math.nan
    _, *rows = change_table(
        [Change("a", 0.5, 0.75, 0.1, 0.4), Change("b", 0.5, 0.4, -0.2, 0.1), Change("c", 1, 2, nan, nan)]
    )
    assert rows[0] == ["a", "0.500", "0.750", "+0.250", "+0.100 to +0.400", "*"]
    assert rows[1][3:] == ["-0.100", "-0.200 to +0.100", ""]
    assert rows[2][4:] == ["– to –", ""]


def test_an_ablation_has_a_row_a_signal_with_what_it_changed() -> None:
    header, full, off = ablation_table([HIT, HIT], {"kind": [HIT, MISS]})
    assert header[:2] == ["without", "passage R@1"]
    assert full[:2] == ["nothing", "1.000"]
    assert off[:2] == ["kind", "0.500 (-0.500)"]


def test_lines_keep_columns_in_step() -> None:
    assert plain([["", "n"], ["ngân sách", "12"], ["ai", ""]]) == ["            n", "ngân sách  12", "ai"]


def test_markdown_has_a_rule_under_its_header_and_no_stray_bar() -> None:
    assert markdown([["", "a|b"], ["x", "1"]]) == ["|  | a\\|b |", "| --- | ---: |", "| x | 1 |"]


def test_a_figure_that_is_not_defined_is_a_dash() -> None:
    assert [number(3), number(0.5), number(math.nan)] == ["3", "0.500", "–"]
