from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.render_passage import render_other, render_passage
from index.records import BlockKind, Report
from tests.bot.chat import shown
from tests.bot.hostile import reports
from tests.bot.samples import AFTER, BEFORE, BEST, REPORT, SECTION, TITLE, candidate_of, report_of

SPOT = "phần 2/4"


def test_a_passage_stands_under_its_headings_with_the_sentence_bold() -> None:
    html = render_passage(REPORT, REPORT.sentences, REPORT.sentences[1], several=False, spot=SPOT)
    assert html == f"📖 {' › '.join(SECTION)} · phần 2/4\n\n{BEFORE} <b>{BEST}</b> {AFTER}"


def test_a_passage_that_the_sentence_is_not_in_has_nothing_bold() -> None:
    html = render_passage(REPORT, REPORT.sentences[:1], REPORT.sentences[1], several=False, spot=SPOT)
    assert html.endswith(f"\n\n{BEFORE}")


def test_the_report_is_named_where_there_are_several() -> None:
    html = render_passage(REPORT, REPORT.sentences, None, several=True, spot=SPOT)
    assert html.startswith(f"📖 {TITLE} › {SECTION[0]} › ")


def test_a_passage_before_the_first_heading_has_only_its_number() -> None:
    report = report_of(BEFORE, section=())
    assert render_passage(report, report.sentences, None, several=False, spot=SPOT) == f"📖 phần 2/4\n\n{BEFORE}"


def test_paragraphs_and_the_rows_of_a_table_begin_on_lines_of_their_own() -> None:
    first, second, third = REPORT.sentences
    rows = (replace(first, kind=BlockKind.ROW), replace(second, kind=BlockKind.ROW))
    html = render_passage(REPORT, rows, rows[1], several=False, spot=SPOT)
    assert html.endswith(f"{BEFORE}\n<b>{BEST}</b>")
    html = render_passage(REPORT, (second, replace(third, paragraph=3)), None, several=False, spot=SPOT)
    assert html.endswith(f"{BEST}\n{AFTER}")


def test_in_a_passage_without_end_the_sentence_is_still_shown() -> None:
    report = report_of("trước " * 1000, BEST, "sau " * 1000)
    text = shown(render_passage(report, report.sentences, report.sentences[1], several=False, spot=SPOT))
    assert BEST in text


def test_the_next_best_is_numbered_and_cited_and_nothing_in_it_is_bold() -> None:
    html = render_other(candidate_of(REPORT, 0), 2, 5, several=False)
    assert html == f"Kết quả 2/5:\n\n{BEFORE}\n📍 {' › '.join(SECTION)} · đoạn 2, câu 1"


@settings(max_examples=100, deadline=None)
@given(reports(), st.data())
def test_no_report_makes_a_message_that_telegram_refuses(report: Report, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(report.sentences) - 1))
    first = data.draw(st.integers(0, number))
    passage = report.sentences[first : number + 1]
    assert shown(render_passage(report, passage, report.sentences[number], several=True, spot=SPOT)).startswith("📖")
    assert "📍" in shown(render_other(candidate_of(report, number), 2, 5, several=True))
