from dataclasses import replace
from datetime import datetime

from bot.answering import HANOI
from bot.markup import units
from bot.render import LIMIT
from bot.render_report import render_reports
from index.records import BlockKind
from tests.bot.samples import REPORT, TITLE, report_of

LOADED = datetime(2020, 12, 31, 8, 5, tzinfo=HANOI)


def test_a_report_is_shown_with_all_that_is_known_of_it() -> None:
    report = replace(REPORT, number="15/BC-UBND", issuer="UBND quận <Hoàn Kiếm>", date="31/12/2020")
    assert render_reports((report,), LOADED) == (
        f"<b>{TITLE}</b>\nSố: 15/BC-UBND\nCơ quan ban hành: UBND quận &lt;Hoàn Kiếm&gt;\nNgày: 31/12/2020\n"
        "2 đề mục, 3 câu\n\nNạp lúc 08:05 ngày 31/12/2020"
    )


def test_headings_are_not_counted_as_sentences() -> None:
    first, *others = REPORT.sentences
    report = replace(REPORT, sentences=(replace(first, kind=BlockKind.HEADING), *others))
    assert "2 đề mục, 2 câu" in render_reports((report,), LOADED)


def test_as_many_reports_as_fit_are_shown_and_the_rest_counted() -> None:
    reports = tuple(report_of("Thu.", title=f"Báo cáo {number} " + "🏯" * 100) for number in range(40))
    html = render_reports(reports, LOADED)
    assert units(html) <= LIMIT + 7 * 40  # the tags
    named = sum(f"Báo cáo {number} " in html for number in range(40))
    assert f"… và {40 - named} báo cáo khác" in html


def test_an_issuer_in_capitals_is_written_as_a_sentence_writes_it() -> None:
    report = replace(REPORT, issuer="ỦY BAN NHÂN DÂN XÃ TÂN LẬP", date="5 tháng 7 năm 2023")
    html = render_reports((report,), LOADED)
    assert "Cơ quan ban hành: Ủy ban nhân dân xã Tân Lập\nNgày: 5 tháng 7 năm 2023\n" in html
