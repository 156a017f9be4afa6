import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import texts
from bot.markup import quoted
from bot.paging import PAGE
from bot.render_pages import LONGEST_TITLE, figure_pages, section_pages, summary_pages
from index.keyfigures import KeyFigure
from index.outline import outline
from index.records import BlockKind, Report, Span
from tests.bot.chat import shown
from tests.bot.hostile import reports, sentences, unhurried
from tests.bot.samples import (
    ABOVE,
    AFTER,
    BEFORE,
    BEST,
    CHAPTERS,
    FIGURE,
    REPORT,
    TITLE,
    WHAT,
    chaptered,
    figure_of,
    report_of,
)

REPORT_OF_CHAPTERS = chaptered(CHAPTERS)


def test_a_section_is_its_heading_and_the_sentences_below_in_a_row() -> None:
    thu = outline(REPORT_OF_CHAPTERS)[0]
    assert section_pages(REPORT_OF_CHAPTERS, thu, several=False) == (f"<b>I. Thu</b>\n\n{BEFORE} {BEST}",)


def test_a_heading_with_nothing_below_it_says_so() -> None:
    report = chaptered({"I. Thu": ()})
    assert section_pages(report, outline(report)[0], several=False) == (f"<b>I. Thu</b>\n\n{texts.EMPTY_SECTION}",)


def test_lesser_headings_and_paragraphs_stand_apart_and_rows_on_lines_of_their_own() -> None:
    report = chaptered({"I. Thu": (BEFORE, BEST, AFTER, "Hộ nghèo | 3", "Hộ khá | 5")})
    heading, first, second, third, row, other = report.sentences
    lesser = replace(first, kind=BlockKind.HEADING, paragraph=0)
    rows = [replace(one, kind=BlockKind.ROW, paragraph=3) for one in (row, other)]
    report = replace(report, sentences=(heading, lesser, second, replace(third, paragraph=2), *rows))
    (page,) = section_pages(report, outline(report)[0], several=False)
    assert page == f"<b>I. Thu</b>\n\n<b>{BEFORE}</b>\n{BEST}\n\n{AFTER}\n\nHộ nghèo | 3\nHộ khá | 5"


def with_lesser_headings(*said: str) -> Report:
    """One chapter; of its sentences those that begin with a number are headings of their own."""
    report = chaptered({"I. Thu": said})
    heading, *below = report.sentences
    lesser = [
        replace(one, kind=BlockKind.HEADING, paragraph=0) if report.quote(one)[0].isdigit() else one for one in below
    ]
    return replace(report, sentences=(heading, *lesser))


def test_no_page_ends_with_a_heading() -> None:
    said = [part for number in range(1, 60) for part in (f"{number}. Việc", "Câu này dài. " * (1 + 13 * (number % 8)))]
    report = with_lesser_headings(*said)
    found = section_pages(report, outline(report)[0], several=False)
    assert len(found) > 2
    assert not any(page.endswith("</b>") for page in found)
    assert sum(page.count(". Việc</b>\nCâu này dài.") for page in found) == 59


def test_headings_with_nothing_between_them_stand_together() -> None:
    report = with_lesser_headings("1. Thuế", "1.1. Thuế đất", BEST)
    assert section_pages(report, outline(report)[0], several=False) == (
        f"<b>I. Thu</b>\n\n<b>1. Thuế\n1.1. Thuế đất</b>\n{BEST}",
    )


def test_a_section_that_ends_with_a_heading_shows_it() -> None:
    report = with_lesser_headings(BEST, "1. Thuế")
    assert section_pages(report, outline(report)[0], several=False) == (f"<b>I. Thu</b>\n\n{BEST}\n\n<b>1. Thuế</b>",)


@pytest.mark.parametrize("said", [["1. Việc cần làm ngay trong năm"] * 400, ["1. " + "việc " * 3_000, BEST]])
def test_headings_without_end_are_pages_too_and_nothing_is_left_out(said: list[str]) -> None:
    report = with_lesser_headings(*said)
    found = section_pages(report, outline(report)[0], several=False)
    assert within(found)
    words = [word for page in found for word in shown(page).split("\n\n", 1)[1].split()]
    assert words == " ".join(said).split()


def test_a_long_section_is_several_pages_each_with_the_heading_and_its_number() -> None:
    said = [f"Câu thứ {number} của đề mục này." for number in range(200)]
    report = chaptered({"I. Thu": said})
    found = section_pages(report, outline(report)[0], several=False)
    assert len(found) > 2
    for number, page in enumerate(found, start=1):
        assert page.startswith(f"<b>I. Thu</b> · {number}/{len(found)}\n\n")
    text = " ".join(page.split("\n\n", 1)[1].replace("\n\n", " ") for page in found)
    assert text == " ".join(said)


def test_a_sentence_longer_than_a_page_is_parted_and_stays_whole() -> None:
    long = " ".join(f"khoản {number}," for number in range(1500))
    report = chaptered({"I. Thu": (BEFORE, long, AFTER)})
    found = section_pages(report, outline(report)[0], several=False)
    assert len(found) > 2
    text = " ".join(page.split("\n\n", 1)[1].replace("\n\n", " ") for page in found)
    assert text == f"{BEFORE} {long} {AFTER}"


def test_a_summary_is_sentences_with_their_places() -> None:
    (page,) = summary_pages(REPORT, REPORT.sentences[:2], several=False)
    first, second = f"1. {BEFORE}\n(đoạn 2, câu 1)", f"2. {BEST}\n(đoạn 2, câu 2)"
    assert page == f"<b>{texts.SUMMARY}</b>\n\n<i>📍 {ABOVE}</i>\n{first}\n\n{second}"


def test_the_section_is_said_anew_where_another_begins_and_on_another_page() -> None:
    report = chaptered(CHAPTERS)
    said = [one for one in report.sentences if one.kind is BlockKind.PARAGRAPH]
    (page,) = summary_pages(report, said, several=False)
    assert [line for line in shown(page).splitlines() if "📍" in line] == [f"📍 {heading}" for heading in CHAPTERS]
    first, second = summary_pages(REPORT, REPORT.sentences * 7, several=False)
    assert (first.count("📍"), second.count("📍")) == (1, 1)


def test_a_summary_names_the_report_where_there_are_several() -> None:
    (page,) = summary_pages(REPORT, REPORT.sentences[:1], several=True)
    assert page.startswith(f"<b>Tóm tắt: {TITLE}</b>\n\n")


def test_a_report_of_which_nothing_can_be_said_has_no_summary() -> None:
    assert summary_pages(REPORT, (), several=False) == (f"<b>{texts.SUMMARY}</b>\n\n{texts.NO_SUMMARY}",)


def test_a_key_figure_stands_with_what_it_is_of_and_its_place() -> None:
    one = figure_of(REPORT, 1, WHAT, FIGURE)
    assert figure_pages([one], None, several=False) == (
        f"<b>{texts.FIGURES}</b>\n\n<i>📍 {ABOVE}</i>\n• {WHAT}: <b>{FIGURE}</b>\n(đoạn 2, câu 2)",
    )
    assert figure_pages([one], "thu <thuế>", several=False)[0].startswith("<b>Số liệu về thu &lt;thuế&gt;</b>\n\n")
    assert TITLE in figure_pages([one], None, several=True)[0]


def test_a_figure_of_a_table_names_its_column() -> None:
    report = report_of("Chỉ tiêu | Năm 2020", "Hộ nghèo | 396 hộ")
    column = Span(report.text.index("Năm"), report.text.index(" Hộ"))
    one = replace(figure_of(report, 1, "Hộ nghèo", "396 hộ"), column=column)
    assert "• Hộ nghèo (Năm 2020): <b>396 hộ</b>\n" in figure_pages([one], None, several=False)[0]


def test_a_figure_has_its_unit_in_bold_and_what_it_is_compared_to_beside_it() -> None:
    report = report_of("Tổng thu (tỷ đồng) là 10.530, bằng 105% dự toán, tăng 2%.")
    unit, *beside = (
        Span(report.text.index(words), report.text.index(words) + len(words))
        for words in ("tỷ đồng", "bằng 105% dự toán", "tăng 2%")
    )
    one = replace(figure_of(report, 0, "Tổng thu", "10.530"), unit=unit, beside=tuple(beside))
    (page,) = figure_pages([one], None, several=False)
    assert "\n• Tổng thu: <b>10.530 tỷ đồng</b>; bằng 105% dự toán; tăng 2%\n(đoạn 2, câu 1)" in page


def test_where_there_are_no_figures_it_says_so() -> None:
    assert figure_pages((), None, several=False) == (texts.NO_FIGURES,)
    assert figure_pages((), "<thuế>", several=False) == ("Báo cáo không nêu số liệu về “&lt;thuế&gt;”.",)


@unhurried
@given(reports())
def test_nothing_below_a_heading_is_left_out_of_its_pages(report: Report) -> None:
    for heading in outline(report):
        below = "".join(quoted(report.quote(report.sentences[number])).text for number in heading.below)
        pages = "".join(_body(page) for page in section_pages(report, heading, several=False))
        assert _inked(pages) == _inked(below if heading.below else texts.EMPTY_SECTION)


def _body(page: str) -> str:
    """What stands below a page's title, which is bold, with the page's number beside it."""
    return unescape(re.sub(r"^<b>.*?</b>( · \d+/\d+)?|<[^>]+>", "", page, flags=re.DOTALL))


def _inked(text: str) -> str:
    """The text without white space, which pages are free to set otherwise."""
    return "".join(text.split())


def within(pages: tuple[str, ...]) -> bool:
    """Whether Telegram takes all of them, and a page is no longer than it should be, one long entry aside."""
    return all(len(shown(page)) <= LONGEST_TITLE + 2 * PAGE for page in pages)


@unhurried
@given(reports(), sentences, st.data())
def test_no_report_makes_a_page_that_telegram_refuses(report: Report, topic: str, data: st.DataObject) -> None:
    assert within(summary_pages(report, report.sentences, several=True))
    assert all(within(section_pages(report, heading, several=False)) for heading in outline(report))
    number = data.draw(st.integers(0, len(report.sentences) - 1))
    one = report.sentences[number]
    start = data.draw(st.integers(one.start, one.end - 1))
    what, figure = Span(one.start, start), Span(start, one.end)
    figures = [KeyFigure(report, one, what, figure, beside=(figure,) * 20, column=what, unit=figure)] * 30
    assert within(figure_pages(figures, data.draw(st.none() | st.just(topic)), several=True))
    assert within(figure_pages((), topic, several=True))


def test_an_items_own_number_does_not_stand_behind_the_summarys() -> None:
    report = report_of("4. Tổ chức đấu giá đất ở.", "a) Thu đúng, thu đủ.", "2020 là năm khó khăn.")
    (page,) = summary_pages(report, report.sentences, several=False)
    assert "1. Tổ chức đấu giá đất ở." in page
    assert "2. Thu đúng, thu đủ." in page
    assert "3. 2020 là năm khó khăn." in page


def test_a_figure_names_what_it_belongs_to_first() -> None:
    report = report_of("Lúa 412 ha, năng suất 61,5 tạ/ha.")
    figure = KeyFigure(report, report.sentences[0], Span(12, 21), Span(22, 32), of=Span(0, 3))
    (page,) = figure_pages((figure,), None, several=False)
    assert "• Lúa – năng suất: <b>61,5 tạ/ha</b>" in page
