from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import InlineQueryResultArticle, InputTextMessageContent

from bot.answering import Answering
from bot.inline import LEAST, LONGEST_DESCRIPTION, LONGEST_TITLE, MOST, Inline, guest_result
from bot.markup import units
from bot.render import refusal_text, render_abstention
from index.records import Abstention, Answer, Report, Span, Why
from tests.bot.chat import shown
from tests.bot.hostile import reports, sentences, unhurried
from tests.bot.samples import (
    AFTER,
    BEFORE,
    BEST,
    FIGURE,
    REPORT,
    TITLE,
    SmallLibrary,
    answer_of,
    candidate_of,
    report_of,
    table_of,
)


def results(query: str, library: SmallLibrary | None = None) -> list[InlineQueryResultArticle]:
    return Inline(Answering(library or SmallLibrary())).results(query)


def posted(result: InlineQueryResultArticle) -> str:
    content: Any = result.input_message_content
    assert isinstance(content, InputTextMessageContent)
    return content.message_text


def test_the_answer_comes_first_then_other_sentences_each_once() -> None:
    found = results("tổng thu")
    assert [one.id for one in found] == ["a", "o1", "o2"]
    assert [one.title for one in found] == [FIGURE, BEFORE, AFTER]


def test_each_result_says_where_it_stands_and_posts_itself_with_its_place() -> None:
    answer, before, _ = results("tổng thu dự toán")
    assert answer.description is not None
    assert answer.description.splitlines()[0] == "1. Thu"
    assert "Tổng thu" in answer.description
    assert posted(answer).startswith(f"<b>{FIGURE}</b>\n\n")
    assert posted(before).splitlines()[0] == BEFORE
    assert all("📍" in posted(one) for one in (answer, before))


def test_what_the_report_does_not_hold_has_the_nearest_sentences_and_no_answer() -> None:
    assert [one.id for one in results("chi cho y tế")] == ["o1", "o2", "o3"]


@pytest.mark.parametrize("why", [why for why in Why if why not in (Why.TOPIC, Why.EMPTY)])
def test_what_names_something_that_is_not_there_is_refused_and_nothing_else_is_offered(
    monkeypatch: pytest.MonkeyPatch, why: Why
) -> None:
    refused = Abstention("Thu năm 2017?", why, ("2017",), (candidate_of(REPORT, 0),), ())
    monkeypatch.setattr(SmallLibrary, "ask", lambda *_: refused)
    (result,) = results("thu năm 2017")
    assert (result.id, result.title) == ("n", refusal_text(refused))
    assert posted(result) == render_abstention(refused, several=False, short=True)


@pytest.mark.parametrize("query", ["tổng thu", "chi cho y tế"])
def test_of_many_sentences_the_ten_best_are_offered(query: str) -> None:
    long = report_of(BEST, *(f"Câu thứ {number}." for number in range(30)))
    library = SmallLibrary(long)
    library.search = lambda *_: tuple(candidate_of(long, number) for number in range(30))  # type: ignore[method-assign]
    assert len(results(query, library)) == MOST


def test_a_row_of_a_table_posts_itself_under_its_header(monkeypatch: pytest.MonkeyPatch) -> None:
    table = table_of("Tên | Đạt", "Hộ nghèo | 396", "Hộ khá | 12")
    monkeypatch.setattr(SmallLibrary, "search", lambda *_: (candidate_of(table, 2),))
    (row,) = results("hộ khá")
    assert row.title == "Hộ khá | 12"
    assert posted(row).startswith("<i>Tên | Đạt</i>\nHộ khá | 12\n📍")


def test_sentences_that_are_near_to_nothing_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    far = replace(candidate_of(REPORT, 0), confidence=0.01)
    monkeypatch.setattr(SmallLibrary, "search", lambda *_: (far,))
    assert results("chi cho y tế") == []


def test_an_empty_query_offers_the_examples_with_their_answers() -> None:
    found = results("  ")
    assert [one.title for one in found] == list(SmallLibrary().examples(3))
    assert all(posted(one).startswith("❓ ") and FIGURE in posted(one) for one in found)


def test_an_example_that_is_not_answered_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SmallLibrary, "examples", lambda *_: ("Chi?", "Thu?"))
    assert [one.title for one in results("")] == ["Thu?"]


@pytest.mark.parametrize("query", ["t", "th", " t "])
def test_a_word_that_is_hardly_begun_finds_nothing(query: str) -> None:
    assert len(query.strip()) < LEAST
    assert results(query) == []


def test_a_word_that_is_half_typed_finds_what_the_whole_one_does() -> None:
    assert [posted(one) for one in results("tổng th")] == [posted(one) for one in results("tổng thu")]


@pytest.mark.parametrize("stump", ["t", "ng", "ngh", "X"])
def test_a_last_word_that_is_only_begun_does_not_hide_what_the_words_before_it_find(
    monkeypatch: pytest.MonkeyPatch, stump: str
) -> None:
    monkeypatch.setattr(SmallLibrary, "complete", lambda _, text: text)
    nearest = (candidate_of(REPORT, 0),)
    monkeypatch.setattr(SmallLibrary, "search", lambda _, text, count: () if text.endswith(f" {stump}") else nearest)
    assert [one.title for one in results(f"chi tổng {stump}")] == [BEFORE]


@pytest.mark.parametrize("last", ["số", "UB", "quận", "2", "t."])
def test_a_last_word_that_may_be_whole_is_never_dropped(monkeypatch: pytest.MonkeyPatch, last: str) -> None:
    nearest = (candidate_of(REPORT, 0),)
    monkeypatch.setattr(SmallLibrary, "search", lambda _, text, count: () if text.endswith(last) else nearest)
    assert results(f"chi tổng {last}") == []


def test_a_refusal_for_a_word_that_is_only_begun_gives_way_to_what_stands_before_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def ask(_: SmallLibrary, question: str) -> Answer | Abstention:
        missing = ("quận x",) if question.endswith("x") else ()
        return Abstention(question, Why.SUBJECT if missing else Why.TOPIC, missing, (candidate_of(REPORT, 0),), ())

    monkeypatch.setattr(SmallLibrary, "ask", ask)
    monkeypatch.setattr(SmallLibrary, "complete", lambda _, text: text)
    assert [one.id for one in results("chi quận x")] == ["o1", "o2", "o3"]
    monkeypatch.setattr(SmallLibrary, "complete", lambda _, text: "chi quận xx")  # it stands for that word
    assert [one.id for one in results("chi quận x")] == ["n"]


def test_a_query_that_is_no_text_finds_nothing() -> None:
    assert results("thu \ud800") == []


def test_the_report_is_named_where_there_are_several() -> None:
    library = SmallLibrary(report_of("Chi.", title="Báo cáo khác"), REPORT)
    assert all(TITLE in posted(one) for one in results("tổng thu", library))


def test_where_there_are_several_each_result_begins_with_which_it_is_of() -> None:
    library = SmallLibrary(report_of("Chi.", title="Báo cáo khác"), REPORT)
    assert all((one.description or "").startswith(f"{TITLE} › ") for one in results("tổng thu", library))


def test_the_same_words_of_another_report_are_another_result() -> None:
    library = SmallLibrary(REPORT, report_of(BEFORE, BEST, AFTER, title="Báo cáo khác"))
    library.search = lambda *_: (candidate_of(library.reports[0], 1),)  # type: ignore[method-assign]
    assert [one.id for one in results("tổng thu", library)] == ["a", "o1"]


def test_what_answers_a_guest_is_one_message_named_by_the_question() -> None:
    result = guest_result("Tổng thu\nbao nhiêu?", "<b>thu</b>")
    assert (result.title, posted(result)) == ("Tổng thu bao nhiêu?", "<b>thu</b>")
    assert guest_result("", "Mời hỏi.").title


@unhurried
@given(reports(), sentences.filter(lambda text: len(text.strip()) >= LEAST), st.none() | st.sampled_from(Why))
def test_no_report_makes_a_result_that_telegram_refuses(report: Report, query: str, why: Why | None) -> None:
    class Library(SmallLibrary):
        def ask(self, question: str) -> Answer | Abstention:
            candidates = tuple(candidate_of(report, number) for number in range(len(report.sentences)))
            if why is not None:
                return Abstention(question, why, (question,), candidates, ())
            answer = answer_of(report, 0, question=question, sure=False, runners_up=candidates[1:])
            start = answer.best.sentence.start
            return replace(answer, spans=(Span(start, start + 1),), support=report.sentences[:1])

        def search(self, text: str, count: int) -> Any:
            return tuple(candidate_of(report, number) for number in range(len(report.sentences)))[:count]

    found = results(query, Library(report))
    assert 1 <= len(found) <= MOST
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert 1 <= units(one.title) <= LONGEST_TITLE
        assert units(one.description or "") <= LONGEST_DESCRIPTION
        assert shown(posted(one))
