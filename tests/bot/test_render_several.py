from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import texts
from bot.answering import Found
from bot.render_several import render_several
from index.records import Abstention, Span, Why
from tests.bot.chat import shown
from tests.bot.hostile import reports, sentences, unhurried
from tests.bot.samples import ABOVE, BEST, FIGURE, REPORT, TITLE, answer_of, candidate_of, table_of

PLACE = f"📍 {ABOVE} · đoạn 2, câu 2"
THU = Found("Tổng thu?", answer_of(REPORT, 1, FIGURE))
CHI = Found("Chi?", Abstention("Chi?", Why.TOPIC, (), (), ()))


def test_each_question_stands_with_its_answer_its_sentence_and_its_place() -> None:
    bold = BEST.replace(FIGURE, f"<b>{FIGURE}</b>")
    assert render_several([THU, CHI], several=False) == (
        f"1. Tổng thu?\n<b>{FIGURE}</b>\n{bold}\n{PLACE}\n\n2. Chi?\n{texts.NOT_IN_REPORT}"
    )


def test_an_answer_in_doubt_says_so() -> None:
    unsure = Found("Thu?", answer_of(REPORT, 1, FIGURE, sure=False))
    assert f"1. Thu?\n{texts.PERHAPS}\n<b>" in render_several([unsure, CHI], several=False)


def test_the_report_is_named_where_there_are_several() -> None:
    assert f"📍 {TITLE} › " in render_several([THU, CHI], several=True)
    assert TITLE not in render_several([THU, CHI], several=False)


def test_how_many_were_answered_is_said_where_more_were_asked() -> None:
    assert render_several([THU] * 5, several=False, unanswered=2).endswith(f"\n\n{texts.ONLY_SO_MANY.format(count=5)}")


def test_a_sentence_that_answers_two_questions_is_quoted_once() -> None:
    also = Found("Đạt bao nhiêu?", answer_of(REPORT, 1, "105,1%"))
    text = shown(render_several([THU, CHI, also], several=False))
    assert text.endswith("3. Đạt bao nhiêu?\n105,1%\n(cùng câu trích với câu 1)")
    assert text.count(BEST) == 1


def test_a_row_of_a_table_stands_under_its_header() -> None:
    row = Found("Hộ khá?", answer_of(table_of("Tên | Đạt", "Hộ nghèo | 396", "Hộ khá | 12"), 2, "12"))
    text = shown(render_several([row, CHI], several=False))
    assert text.startswith("1. Hộ khá?\n12\nTên | Đạt\nHộ khá | 12\n📍")


def test_a_question_that_is_no_text_is_said_to_be_none() -> None:
    html = render_several([THU, Found("chi\ud800?", None)], several=False)
    assert shown(html).endswith(f"2. chi ?\n{texts.UNREADABLE_QUESTION}")


@pytest.mark.parametrize("count", [2, 5])
def test_long_sentences_share_the_message_fairly(count: int) -> None:
    report = replace(REPORT, text="thu ngân sách " * 2000)
    sentence = replace(REPORT.sentences[1], start=0, end=len(report.text))
    answer, best = answer_of(REPORT, 1), candidate_of(REPORT, 1)
    bests = [replace(best, report=report, sentence=replace(sentence, number=number)) for number in range(count)]
    founds = [Found("Thu?", replace(answer, best=one)) for one in bests]
    text = shown(render_several(founds, several=False))
    parts = text.split("\n\n")
    assert len(parts) == count
    assert all(len(part) > 4000 / count - 100 for part in parts)
    assert text.count("📍") == count


@st.composite
def found(draw: st.DrawFn) -> Found:
    question, report = draw(sentences), draw(reports())
    if draw(st.booleans()):
        return Found(question, Abstention(question, draw(st.sampled_from(Why)), (draw(sentences),), (), ()))
    number = draw(st.integers(0, len(report.sentences) - 1))
    answer = answer_of(report, number, question=question, sure=draw(st.booleans()))
    start = draw(st.integers(answer.best.sentence.start, answer.best.sentence.end - 1))
    end = draw(st.integers(start + 1, answer.best.sentence.end))
    return Found(question, replace(answer, spans=(Span(start, end),)))


@unhurried
@given(st.lists(found(), min_size=2, max_size=5), st.integers(0, 3))
def test_no_questions_make_a_message_that_telegram_refuses(founds: list[Found], more: int) -> None:
    assert shown(render_several(founds, several=True, unanswered=more)).startswith("1.")


def test_what_is_only_planned_is_said_to_be() -> None:
    planned = Found("Thu?", replace(answer_of(REPORT, 1, FIGURE, sure=False), outcome=False))
    assert f"1. Thu?\n{texts.NOT_OUTCOME}\n{texts.PERHAPS}\n<b>" in render_several([planned, CHI], several=False)
