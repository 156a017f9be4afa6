import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render import LIMIT
from bot.render_passage import render_other, render_passage
from index.records import BlockKind, Report
from tests.bot.chat import shown
from tests.bot.hostile import reports, unhurried
from tests.bot.samples import (
    ABOVE,
    AFTER,
    BEFORE,
    BEST,
    FIGURE,
    REPORT,
    TITLE,
    answer_of,
    candidate_of,
    report_of,
    table_of,
)

SPOT = "phần 2/4"


def test_a_passage_stands_under_its_headings_with_the_sentence_set_off() -> None:
    html = render_passage(answer_of(REPORT, 1, FIGURE), REPORT.sentences, several=False, spot=SPOT)
    sentence = BEST.replace(FIGURE, f"<b>{FIGURE}</b>")
    assert html == f"📖 {ABOVE} · phần 2/4\n\n{BEFORE}\n<blockquote>{sentence}</blockquote>\n{AFTER}"


def test_a_passage_that_the_sentence_is_not_in_has_nothing_set_off() -> None:
    html = render_passage(answer_of(REPORT, 1, FIGURE), REPORT.sentences[:1], several=False, spot=SPOT)
    assert html.endswith(f"\n\n{BEFORE}")


def test_the_report_is_named_where_there_are_several() -> None:
    html = render_passage(answer_of(REPORT, 1), REPORT.sentences, several=True, spot=SPOT)
    assert html.startswith(f"📖 {TITLE} › {ABOVE} · ")


def test_a_passage_before_the_first_heading_has_only_its_number() -> None:
    report = report_of(BEFORE, BEST, section=())
    html = render_passage(answer_of(report, 1), report.sentences[:1], several=False, spot=SPOT)
    assert html == f"📖 phần 2/4\n\n{BEFORE}"


def test_paragraphs_and_the_rows_of_a_table_begin_on_lines_of_their_own() -> None:
    first, second, third = REPORT.sentences
    rows = (replace(first, kind=BlockKind.ROW), replace(second, kind=BlockKind.ROW))
    html = render_passage(answer_of(REPORT, 2), rows, several=False, spot=SPOT)
    assert html.endswith(f"{BEFORE}\n{BEST}")
    html = render_passage(answer_of(REPORT, 0), (second, replace(third, paragraph=3)), several=False, spot=SPOT)
    assert html.endswith(f"{BEST}\n{AFTER}")


@pytest.mark.parametrize(("before", "after"), [(1000, 1000), (1000, 1), (1, 1000)])
def test_in_a_passage_without_end_the_sentence_and_what_is_next_to_it_are_shown(before: int, after: int) -> None:
    report = report_of("trước " * before, BEST, "sau " * after)
    text = shown(render_passage(answer_of(report, 1), report.sentences, several=False, spot=SPOT))
    assert f"trước\n{BEST}\nsau" in re.sub(r" *\n", "\n", text)
    assert len(text) > LIMIT - 100


def test_a_sentence_without_end_stands_alone_and_its_figure_is_shown() -> None:
    report = report_of(BEFORE, "thu ngân sách " * 1000 + FIGURE, AFTER)
    text = shown(render_passage(answer_of(report, 1, FIGURE), report.sentences, several=False, spot=SPOT))
    assert FIGURE in text
    assert BEFORE not in text


def test_the_next_best_is_numbered_and_cited_and_nothing_in_it_is_bold() -> None:
    html = render_other(candidate_of(REPORT, 0), 2, 5, several=False)
    assert html == f"Kết quả 2/5:\n\n{BEFORE}\n📍 {ABOVE} · đoạn 2, câu 1"


def test_a_row_of_a_table_stands_under_its_header() -> None:
    table = table_of("Tên | Đạt", "Hộ nghèo | 396", "Hộ khá | 12")
    html = render_other(candidate_of(table, 2), 2, 5, several=False)
    assert "\n\n<i>Tên | Đạt</i>\nHộ khá | 12\n📍" in html
    assert "<i>" not in render_other(candidate_of(report_of("Tên | Đạt", "Hộ nghèo | 396"), 1), 2, 5, several=False)


def test_a_header_that_does_not_fit_is_left_out() -> None:
    table = table_of("Tên | " * 1000, "Hộ nghèo | 396")
    assert "Tên" not in render_other(candidate_of(table, 1), 2, 5, several=False)


@unhurried
@given(reports(), st.data())
def test_no_report_makes_a_message_that_telegram_refuses(report: Report, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(report.sentences) - 1))
    first = data.draw(st.integers(0, number))
    passage = report.sentences[first : number + 1]
    cited = data.draw(st.integers(0, len(report.sentences) - 1))
    assert shown(render_passage(answer_of(report, cited), passage, several=True, spot=SPOT)).startswith("📖")
    assert "📍" in shown(render_other(candidate_of(report, number), 2, 5, several=True))
