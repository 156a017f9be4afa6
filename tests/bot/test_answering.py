import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.answering import EXAMPLES, FINGERPRINT, Answering, Found, Library
from index import Library as RealLibrary
from index.records import Abstention, Answer, BlockKind, Candidate, Why
from tests.bot.samples import (
    AFTER,
    BEFORE,
    BEST,
    REPORT,
    TITLE,
    SmallLibrary,
    answer_of,
    candidate_of,
    chaptered,
    report_of,
)


def two_reports() -> SmallLibrary:
    return SmallLibrary(report_of("Chi thường xuyên tăng."), REPORT)


async def test_a_question_becomes_what_was_found_with_what_stands_around_it() -> None:
    found = await Answering(SmallLibrary()).find("Tổng thu?")
    assert isinstance(found.reply, Answer)
    assert (found.question, found.reply.best.text, found.outcome) == ("Tổng thu?", BEST, "answered")
    assert [REPORT.quote(one) for one in found.around if one] == [BEFORE, AFTER]


async def test_an_answer_in_doubt_is_told_from_one_that_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SmallLibrary, "ask", lambda self, question: answer_of(REPORT, 1, sure=False))
    assert (await Answering(SmallLibrary()).find("Tổng thu?")).outcome == "unsure"


async def test_what_the_report_does_not_hold_has_nothing_around_it() -> None:
    found = await Answering(SmallLibrary()).find("Ai?")
    assert isinstance(found.reply, Abstention)
    assert (found.outcome, found.around) == ("abstained", (None, None))


async def test_a_question_that_is_no_text_is_one_without_a_reply() -> None:
    answering = Answering(SmallLibrary())
    found = await answering.find("\ud800")
    assert (found.reply, found.outcome, found.others) == (None, "abstained", ())
    assert await answering.follow(["Tổng thu?"], "còn \ud800") is None


async def test_several_questions_are_found_in_their_order() -> None:
    founds = await Answering(SmallLibrary()).find_all([("Thu?", True), ("Ai?", False), ("Thu thuế?", False)])
    assert [found.question for found in founds] == ["Thu?", "Ai?", "Thu thuế?"]
    assert [found.outcome for found in founds] == ["answered", "abstained", "answered"]


async def test_what_was_asked_anew_and_the_sentence_does_not_say_is_in_doubt() -> None:
    found = await Answering(SmallLibrary()).find("Thu thuế?", carried=True)
    assert found.outcome == "unsure"


async def test_words_that_were_carried_over_are_shown() -> None:
    answering = Answering(SmallLibrary())
    for question in ("Thu năm 2021?", "Chi năm 2021?"):
        carried, typed = await answering.find(question, carried=True), await answering.find(question)
        assert carried.reply is not None
        assert typed.reply is not None
        assert (carried.reply.understood, typed.reply.understood) == (question, None)


async def test_how_the_library_took_a_question_is_not_overwritten(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = replace(answer_of(REPORT, 1), understood="Tổng thu ngân sách?")
    monkeypatch.setattr(SmallLibrary, "ask", lambda self, question: answer)
    found = await Answering(SmallLibrary()).find("tong thu ngan sach", carried=True)
    assert found.reply is answer


async def test_a_question_that_leans_on_the_one_before_stands_alone_then() -> None:
    answering = Answering(SmallLibrary())
    assert await answering.follow(["Tổng thu?"], "còn năm 2021?") == "Tổng thu năm 2021?"
    assert await answering.follow(["Tổng thu?"], "Chi?") is None


def test_the_next_best_are_sentences_and_not_what_only_leads_to_them() -> None:
    report = chaptered({"I. Thu": (BEFORE, BEST)})
    heading, before = report.sentences[:2]
    assert heading.kind is BlockKind.HEADING
    candidates = tuple(candidate_of(report, number) for number in (0, 1))
    answer = answer_of(report, 2, runners_up=candidates)
    abstention = Abstention("?", Why.TOPIC, (), candidates, ())
    assert [one.sentence for one in Found("?", answer).others] == [before]
    assert [one.sentence for one in Found("?", abstention).others] == [before]


async def test_another_library_may_take_over_at_any_time() -> None:
    answering = Answering(SmallLibrary())
    first = (answering.loaded, answering.fingerprint, answering.examples)
    other = two_reports()
    other.examples = lambda count: ("Khác?",)  # type: ignore[method-assign]
    answering.use(other)
    assert answering.several
    assert answering.titles == (TITLE, TITLE)
    assert answering.loaded > first[0]
    assert answering.fingerprint != first[1]
    assert answering.examples == ("Khác?",)
    assert (await answering.find("Thu?")).outcome == "answered"


async def test_a_question_is_answered_from_the_library_it_was_asked_of() -> None:
    class Lonely(SmallLibrary):
        def neighbours(self, candidate: Candidate) -> tuple[None, None]:
            return None, None

    class Replaced(SmallLibrary):
        def ask(self, question: str) -> Answer | Abstention:
            answering.use(Lonely())
            return super().ask(question)

    answering = Answering(Replaced())
    found = await answering.find("Thu?")
    assert [REPORT.quote(one) for one in found.around if one] == [BEFORE, AFTER]


def test_the_fingerprint_is_the_reports_and_the_same_in_every_process() -> None:
    ours, same = Answering(SmallLibrary()).fingerprint, Answering(SmallLibrary(report_of(BEFORE, BEST, AFTER)))
    assert ours == same.fingerprint
    assert ours != Answering(two_reports()).fingerprint
    assert re.fullmatch(rf"[0-9a-f]{{{FINGERPRINT}}}", ours)


def test_as_many_examples_as_are_shown_are_asked_for() -> None:
    assert Answering(SmallLibrary()).examples == SmallLibrary().examples(EXAMPLES)


def test_the_real_library_is_one_that_the_bot_can_use() -> None:
    def used(real: RealLibrary, small: SmallLibrary) -> Mapping[str, Library]:  # what mypy checks
        return {"real": real, "small": small}

    assert callable(used)
    assert [name for name in vars(Library) if not name.startswith("_") and not hasattr(RealLibrary, name)] == []
