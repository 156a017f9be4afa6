from dataclasses import replace

from bot import texts
from bot.report_label import report_label
from bot.terminal import others_text, reply_text
from index import Abstention, Answer, Library
from index.records import Why
from tests.bot.process import QUESTION, REPORT

LIBRARY = Library.load([REPORT])


def answer() -> Answer:
    reply = LIBRARY.ask(QUESTION)
    assert isinstance(reply, Answer)
    return reply


def test_the_marked_words_are_those_of_the_spans() -> None:
    reply = answer()
    text = reply_text(reply, several=False)
    marked = [text.plain[span.start : span.end].strip() for span in text.spans if "bold" in str(span.style)]
    words = [reply.best.report.quote(span) for span in reply.spans]
    assert marked == words * 2  # on their own line, and within the sentence


def test_the_report_is_named_where_there_are_several() -> None:
    label = report_label(LIBRARY.reports[0])
    assert label not in reply_text(answer(), several=False).plain
    assert label in reply_text(answer(), several=True).plain


def test_the_others_are_numbered_after_the_answer() -> None:
    reply = answer()
    shown = others_text(reply, several=False).plain
    assert shown.startswith("2. ")
    assert shown.count("📍") == len(reply.runners_up)


def test_an_abstention_says_so_and_offers_the_nearest() -> None:
    reply = LIBRARY.ask("Tổng thu ngân sách của quận Ba Đình là bao nhiêu?")
    assert isinstance(reply, Abstention)
    shown = reply_text(reply, several=False).plain
    assert shown.startswith("Báo cáo không nêu “Ba Đình”.")
    assert texts.NEAREST in shown
    assert others_text(reply, several=False).plain.startswith("1. ")


def test_where_nothing_is_near_nothing_is_offered() -> None:
    reply = Abstention("?", Why.TOPIC, (), (), ())
    assert reply_text(reply, several=False).plain == texts.NOT_IN_REPORT
    assert others_text(reply, several=False).plain == texts.NO_OTHERS


def test_a_name_the_sentence_does_not_carry_is_said() -> None:
    reply = answer()
    noted = replace(reply, missing=("Ba Đình",))
    assert reply_text(noted, several=False).plain.startswith("Lưu ý: câu trích dưới đây không nêu “Ba Đình”.")


def test_an_answer_in_doubt_says_so_and_offers_the_second_best() -> None:
    reply = replace(answer(), sure=False)
    text = reply_text(reply, several=False).plain
    assert text.startswith("Có thể là:\n")
    assert reply.second is not None
    assert f"\nHoặc:\n• {reply.second.text}\n" in text


def test_what_the_sentence_leans_on_stands_before_it_behind_a_bar() -> None:
    reply = LIBRARY.ask("Phấn đấu thu NSNN năm 2021 thế nào?")
    assert isinstance(reply, Answer)
    (lead,) = reply.support
    text = reply_text(reply, several=False)
    assert f"│ {reply.best.report.quote(lead)}\n{reply.best.text}\n📍" in text.plain
    assert [text.plain[s.start : s.end][0] for s in text.spans if "italic" in str(s.style)] == ["│"]


def test_how_a_question_was_taken_is_said_first_and_only_where_a_slip_was_mended() -> None:
    reply = LIBRARY.ask("tổng thu ngân sahc năm 2020")
    text = reply_text(reply, several=False)
    assert text.plain.startswith("Hiểu là: tổng thu ngân sách năm 2020\n")
    assert "Hiểu là" not in reply_text(LIBRARY.ask("tong thu ngan sach nam 2020"), several=False).plain


def test_a_refused_question_is_said_as_it_was_taken_in_one_line() -> None:
    reply = Abstention("?", Why.TOPIC, (), (), (), "thu [bold]ngân\x1b[31m\nsách" + " và" * 400)
    shown = reply_text(reply, several=False).plain
    first, _, rest = shown.partition("\n")
    assert first.startswith("Hiểu là: thu [bold]ngân [31m sách")
    assert len(first) <= 256
    assert rest == texts.NOT_IN_REPORT


def test_what_is_only_planned_is_said_to_be() -> None:
    assert reply_text(replace(answer(), outcome=False), several=False).plain.startswith(f"{texts.NOT_OUTCOME}\n")
