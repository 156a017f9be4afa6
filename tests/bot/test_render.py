from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import texts
from bot.render import GAP, LIMIT, LONGEST_SUPPORT, render_abstention, render_answer
from bot.report_label import LONGEST
from index.records import Abstention, BlockKind, Candidate, Span, Why
from tests.bot.chat import shown
from tests.bot.hostile import sentences, unhurried
from tests.bot.samples import (
    ABOVE,
    AFTER,
    BEFORE,
    BEST,
    FIGURE,
    REPORT,
    TITLE,
    answer_of,
    around,
    candidate_of,
    report_of,
    table_of,
)

TABLE = table_of("Tên | Kế hoạch | Đạt", "Hộ nghèo | 410 | 396", "Hộ khá | 10 | 12", "Hộ cận nghèo | 9 | 8")


def test_an_answer_shows_the_figure_the_sentence_its_place_and_what_stands_around_it() -> None:
    bold = BEST.replace(FIGURE, f"<b>{FIGURE}</b>")
    assert render_answer(answer_of(REPORT, 1, FIGURE), around(REPORT, 1), several=False) == (
        f"<b>{FIGURE}</b>\n\n"
        f"{bold}\n"
        f"📍 {ABOVE} · đoạn 2, câu 2\n"
        f"<blockquote expandable>{BEFORE} {GAP} {AFTER}</blockquote>"
    )


def test_without_a_span_nothing_is_bold_and_without_neighbours_nothing_is_collapsed() -> None:
    html = render_answer(answer_of(REPORT, 1), (None, None), several=False)
    assert html == f"{BEST}\n📍 {ABOVE} · đoạn 2, câu 2"


def test_several_spans_stand_in_one_line_each_once() -> None:
    html = render_answer(answer_of(REPORT, 1, FIGURE, "105,1%"), (None, None), several=False)
    assert html.startswith(f"<b>{FIGURE}; 105,1%</b>\n\n")


def test_a_span_that_is_the_whole_sentence_is_not_said_twice() -> None:
    html = render_answer(answer_of(REPORT, 1, BEST[:-1]), (None, None), several=False)
    assert html.startswith(f"<b>{BEST[:-1]}</b>.\n📍")


def test_names_that_the_sentence_does_not_carry_are_said_first() -> None:
    answer = replace(answer_of(REPORT, 1, FIGURE), missing=("Hoàn Kiếm",))
    html = render_answer(answer, (None, None), several=False)
    assert html.startswith(texts.NOT_IN_SENTENCE.format(missing="Hoàn Kiếm"))


def test_the_report_is_named_where_there_are_several() -> None:
    assert f"📍 {TITLE} › {ABOVE} · " in render_answer(answer_of(REPORT, 1), (None, None), several=True)


def test_a_long_title_is_cut_so_that_the_line_shows_the_section_too() -> None:
    report = report_of(BEST, title="Báo cáo tình hình thực hiện nhiệm vụ phát triển kinh tế - xã hội năm 2020")
    place = shown(render_answer(answer_of(report, 0), (None, None), several=True)).splitlines()[-1]
    title, above = place.removeprefix("📍 ").split(" › ", 1)
    assert above == f"{ABOVE} · đoạn 2, câu 1"
    assert title.endswith("…")
    assert report.title.startswith(title[:-1])
    assert LONGEST // 2 < len(title) <= LONGEST


@pytest.mark.parametrize(
    ("outer", "named"),
    [
        ("II. Thu, chi", "II"),
        ("Phần thứ nhất: Kết quả", "Phần thứ nhất"),
        ("Chương III. Thu", "Chương III"),
        ("1.2. Thu", "1.2"),
        ("a) Thu", "a"),
        ("Thu, chi ngân sách", "Thu, chi ngân sách"),
        ("Về thu: kết quả", "Về thu: kết quả"),
        ("2020 là năm", "2020 là năm"),
    ],
)
def test_outer_headings_are_named_by_their_number_where_they_have_one(outer: str, named: str) -> None:
    report = report_of(BEST, section=(outer, "1. Thu"))
    html = render_answer(answer_of(report, 0), (None, None), several=False)
    assert html.endswith(f"📍 {named} › 1. Thu · đoạn 2, câu 1")


def test_a_pressed_question_is_shown_above_its_answer() -> None:
    html = render_answer(answer_of(REPORT, 1, question="Thu <b>?"), (None, None), several=False, asked=True)
    assert html.startswith("❓ Thu &lt;b&gt;?\n\n")


def test_how_a_question_was_taken_is_said_before_the_answer() -> None:
    answer = replace(answer_of(REPORT, 1, FIGURE, question="thu nhiu <b>?"), understood="thu nhiêu <b>?")
    html = render_answer(answer, (None, None), several=False)
    assert html.startswith(f"Hiểu là: thu nhiêu &lt;b&gt;?\n\n<b>{FIGURE}</b>\n\n")
    html = render_answer(answer, (None, None), several=False, asked=True)
    assert html.startswith("❓ thu nhiu &lt;b&gt;?\n\nHiểu là: thu nhiêu &lt;b&gt;?\n\n<b>")


def test_how_a_question_was_taken_is_said_before_an_abstention() -> None:
    abstention = Abstention("?", Why.TOPIC, (), (), (), "thu <i>\nnhiêu")
    html = render_abstention(abstention, several=False)
    assert html == f"Hiểu là: thu &lt;i&gt; nhiêu\n\n{texts.NOT_IN_REPORT}"


def test_a_neighbour_of_another_paragraph_stands_on_its_own_line() -> None:
    first, _, third = REPORT.sentences
    html = render_answer(answer_of(REPORT, 1), (replace(first, paragraph=1), third), several=False)
    assert html.endswith(f">{BEFORE}\n{GAP} {AFTER}</blockquote>")


def test_an_answer_in_doubt_says_so_and_offers_the_second_best() -> None:
    second = candidate_of(REPORT, 0)
    answer = answer_of(REPORT, 1, FIGURE, sure=False, runners_up=(second,))
    html = render_answer(answer, around(REPORT, 1), several=False)
    assert html.startswith(f"Có thể là:\n\n<b>{FIGURE}</b>\n\n")
    assert html.endswith(f"</blockquote>\n\nHoặc:\n\n• {BEFORE}\n📍 {ABOVE} · đoạn 2, câu 1")
    alone = render_answer(replace(answer, runners_up=()), around(REPORT, 1), several=False)
    assert alone.startswith("Có thể là:")
    assert "Hoặc" not in alone


@pytest.mark.parametrize("length", [10, 3000, 3950, 4090, 9000])
def test_an_answer_in_doubt_fits_a_message_whole(length: int) -> None:
    report = report_of("trước " * 300, "x" * length, "sau " * 300)
    answer = answer_of(report, 1, sure=False, runners_up=(candidate_of(report, 0), candidate_of(report, 2)))
    text = shown(render_answer(answer, around(report, 1), several=True, asked=True))
    assert "Có thể là:" in text
    assert text.count("📍") == 2


def test_what_the_sentence_leans_on_stands_before_it_in_italics_and_is_not_repeated_below() -> None:
    answer = replace(answer_of(REPORT, 1, FIGURE), support=REPORT.sentences[:1])
    html = render_answer(answer, around(REPORT, 1), several=False)
    bold = BEST.replace(FIGURE, f"<b>{FIGURE}</b>")
    assert html.startswith(f"<b>{FIGURE}</b>\n\n<i>Câu trước: {BEFORE}</i>\n{bold}\n📍")
    assert html.endswith(f"<blockquote expandable>{GAP} {AFTER}</blockquote>")


def test_a_long_sentence_that_it_leans_on_is_cut_at_its_front_and_whole_below() -> None:
    before = "<trước> " * 100 + "hết."
    report = report_of(before, BEST, AFTER)
    answer = replace(answer_of(report, 1, FIGURE), support=report.sentences[:1])
    html = render_answer(answer, around(report, 1), several=False)
    assert "<i>Câu trước: …&lt;trước&gt;" in html
    shown_before = shown(html).split("\n\n")[1].split("\n")[0]
    assert shown_before.endswith("hết.")
    assert len(shown_before) <= LONGEST_SUPPORT
    assert f"{before} {GAP} {AFTER}" in shown(html)


@pytest.mark.parametrize("length", [10, 3700, 3950, 4090, 9000])
def test_an_answer_that_leans_fits_a_message_whole(length: int) -> None:
    report = report_of("trước " * 300, "giữa " * 20, "x" * length, "sau " * 300)
    answer = replace(answer_of(report, 2), support=report.sentences[:2])
    text = shown(render_answer(answer, around(report, 2), several=True, asked=True))
    assert text.count("📍") == 1
    assert ("Câu trước: giữa" in text) == (length <= 3700)


def test_the_rows_of_a_table_stand_on_lines_of_their_own() -> None:
    html = render_answer(answer_of(TABLE, 2), around(TABLE, 2), several=False)
    assert html.endswith(f"<blockquote expandable>Hộ nghèo | 410 | 396\n{GAP}\nHộ cận nghèo | 9 | 8</blockquote>")


def test_what_stands_around_does_not_say_the_sentence_again() -> None:
    assert shown(render_answer(answer_of(REPORT, 1, FIGURE), around(REPORT, 1), several=False)).count(BEST) == 1


def test_in_a_short_message_a_row_has_its_header_above_it_and_not_again_below() -> None:
    answer = replace(answer_of(TABLE, 1), support=TABLE.sentences[:1])
    html = render_answer(answer, around(TABLE, 1), several=False, short=True)
    assert html.startswith("<i>Tên | Kế hoạch | Đạt</i>\nHộ nghèo | 410 | 396\n📍")
    assert html.endswith(f"<blockquote expandable>{GAP}\nHộ khá | 10 | 12</blockquote>")
    assert html.count("Tên") == 1


def test_in_a_short_message_only_a_row_has_something_above_it() -> None:
    answer = replace(answer_of(REPORT, 1), support=REPORT.sentences[:1])
    assert render_answer(answer, around(REPORT, 1), several=False, short=True).startswith(BEST)


def test_a_long_header_above_a_row_is_cut() -> None:
    table = table_of("Tên | " * 300 + "Đạt", "Hộ nghèo | 396")
    html = render_answer(answer_of(table, 1), around(table, 1), several=False, short=True)
    above = shown(html).splitlines()[0]
    assert above.startswith("…")
    assert above.endswith("Đạt")
    assert len(above) <= LONGEST_SUPPORT


@pytest.mark.parametrize("short", [False, True])
def test_a_row_that_is_offered_stands_under_its_header(short: bool) -> None:
    row = f"Tên | Kế hoạch | Đạt\n• Hộ khá | 10 | 12\n📍 {ABOVE} · đoạn 2 (bảng), dòng 3"
    answer = answer_of(REPORT, 1, sure=False, runners_up=(candidate_of(TABLE, 2),))
    assert f"Hoặc:\n\n{row}" in render_answer(answer, (None, None), several=False, short=short)
    abstention = Abstention("?", Why.TOPIC, (), (candidate_of(TABLE, 2),), ())
    assert f"{texts.NEAREST}\n\n{row}" in render_abstention(abstention, several=False, short=short)


def test_a_cited_heading_has_no_paragraph() -> None:
    sentence = replace(REPORT.sentences[1], kind=BlockKind.HEADING, section=(), paragraph=0)
    best = replace(candidate_of(REPORT, 1), sentence=sentence)
    html = render_answer(replace(answer_of(REPORT, 1), best=best), (None, None), several=False)
    assert html.endswith("📍 đề mục")


def test_a_sentence_without_end_leaves_out_the_context_and_is_cut_at_a_word() -> None:
    report = report_of(BEFORE, "thu ngân sách " * 1000 + FIGURE, AFTER)
    text = shown(render_answer(answer_of(report, 1, FIGURE), around(report, 1), several=False))
    assert text.count(FIGURE) == 2
    assert "📍" in text
    assert BEFORE not in text
    assert len(text) > LIMIT - 50


def test_a_long_context_is_cut_on_its_far_sides() -> None:
    report = report_of("trước " * 1000, BEST, "sau " * 1000)
    text = shown(render_answer(answer_of(report, 1, FIGURE), around(report, 1), several=False))
    assert f"trước  {GAP} sau" in text
    assert text.endswith("sau…")


@pytest.mark.parametrize(
    ("why", "missing", "line"),
    [
        (Why.YEAR, ("2017",), "Báo cáo không nêu nội dung này của năm 2017."),
        (Why.SUBJECT, ("Hội Nông dân",), "Báo cáo không nêu nội dung này về Hội Nông dân."),
        (Why.UNIT, ("ha",), "Báo cáo không nêu số liệu này theo đơn vị “ha”."),
        (Why.PERIOD, ("quý I",), "Báo cáo không nêu nội dung này của quý I."),
        (Why.FIGURE, ("12,5%", "3 tỷ"), "Báo cáo không nêu con số 12,5%, 3 tỷ."),
        (Why.NAME, ("Đống Đa",), "Báo cáo không nêu “Đống Đa”."),
        (Why.NAME, (), "Báo cáo không nêu nội dung này."),
        (Why.TOPIC, (), "Báo cáo không nêu nội dung này."),
    ],
)
def test_an_abstention_says_what_the_report_does_not_hold(why: Why, missing: tuple[str, ...], line: str) -> None:
    assert render_abstention(Abstention("?", why, missing, (), ()), several=False) == line


def test_an_empty_question_is_asked_for() -> None:
    assert render_abstention(Abstention(" ", Why.EMPTY, (), (), ()), several=False) == texts.EMPTY_QUESTION


def test_the_nearest_sentences_are_offered_as_such_and_nothing_is_bold() -> None:
    nearest = tuple(candidate_of(REPORT, number) for number in (0, 1, 2, 1))
    html = render_abstention(Abstention("?", Why.TOPIC, (), nearest, ()), several=False)
    assert html == (
        "Báo cáo không nêu nội dung này.\n\nGần nhất trong báo cáo:\n\n"
        f"• {BEFORE}\n📍 {ABOVE} · đoạn 2, câu 1\n\n"
        f"• {BEST}\n📍 {ABOVE} · đoạn 2, câu 2\n\n"
        f"• {AFTER}\n📍 {ABOVE} · đoạn 2, câu 3"
    )


@unhurried
@given(st.tuples(sentences, sentences, sentences), sentences, sentences, st.data())
def test_no_report_makes_a_message_that_telegram_refuses(
    three: tuple[str, str, str], heading: str, question: str, data: st.DataObject
) -> None:
    report = report_of(*three, title=heading, section=(heading, "1. Thu"))
    best = candidate_of(report, 1)
    start = data.draw(st.integers(best.sentence.start, best.sentence.end - 1))
    end = data.draw(st.integers(start + 1, best.sentence.end))
    answer = replace(answer_of(report, 1, question=question), spans=(Span(start, end),), missing=(heading,))
    answer = replace(answer, understood=question, support=report.sentences[:1] if data.draw(st.booleans()) else ())
    assert "📍" in shown(render_answer(answer, around(report, 1), several=True, asked=True))
    nearest: tuple[Candidate, ...] = (best,) * 3
    assert shown(
        render_abstention(Abstention(question, Why.NAME, (heading,), nearest, (), question), several=True, asked=True)
    )


def test_what_is_only_planned_is_said_to_be() -> None:
    answer = replace(answer_of(REPORT, 1, FIGURE, sure=False), outcome=False)
    assert render_answer(answer, around(REPORT, 1), several=False).startswith(f"{texts.NOT_OUTCOME}\n\nCó thể là:")


@pytest.mark.parametrize(("number", "place"), [(0, texts.PLACE_OF_LETTERHEAD), (2, texts.PLACE_OF_SIGNATURE)])
def test_a_line_of_a_letters_frame_stands_at_its_head_or_its_end(number: int, place: str) -> None:
    report = report_of("Số: 9/BC-UBND", BEST, "CHỦ TỊCH Lê Văn An")
    first, text, last = report.sentences
    frame = [replace(one, kind=BlockKind.FRAME, section=(), paragraph=0) for one in (first, last)]
    framed = replace(report, sentences=(frame[0], text, frame[1]))
    assert render_answer(answer_of(framed, number), (None, None), several=False).endswith(f"📍 {place}")
