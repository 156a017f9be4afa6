"""One question leads to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.e2e.clock import Clock
from tests.bot.e2e.conftest import Serve
from tests.bot.e2e.reading import (
    NAME,
    NOT_THERE,
    TAX,
    TAX_FIGURE,
    TOTAL,
    bold,
)
from tests.telegram_double import TelegramDouble
from tests.telegram_double.talk import Talk, talk

UNDERSTOOD = "Hiểu là: "


def understood(message: dict[str, object]) -> str:
    """How a question was taken, as the message says."""
    first = str(message["text"]).splitlines()[0]
    assert first.startswith(UNDERSTOOD), message["text"]
    return first.removeprefix(UNDERSTOOD)


@pytest.mark.parametrize(
    ("question", "carried"),
    [
        ("còn năm 2021?", "Tổng thu ngân sách nhà nước năm 2021 là bao nhiêu?"),
        ("con nam 2021", "Tổng thu ngân sách nhà nước năm 2021 là bao nhiêu?"),
        ("thế thuế ngoài quốc doanh?", "Thuế ngoài quốc doanh"),
        ("bằng bao nhiêu phần trăm?", "Tổng thu ngân sách nhà nước năm 2020 bằng bao nhiêu phần trăm?"),
    ],
)
def test_in_private_the_next_message_may_lean_on_the_question_before(an: Talk, question: str, carried: str) -> None:
    an.says(TOTAL)
    an.hears()
    an.says(question)
    assert carried in understood(an.hears())


def test_who_presented_the_report_may_be_asked_after_its_figures(an: Talk) -> None:
    an.says(TOTAL)
    an.hears()
    an.says("ai trình bày?")
    assert "Nguyễn Văn Dũng" in bold(an.hears())


@pytest.mark.parametrize(
    ("question", "figure"),
    [("thế thuế ngoài quốc doanh?", TAX_FIGURE), ("bằng bao nhiêu phần trăm?", "105,1%")],
)
def test_a_follow_up_is_answered_as_the_whole_question_is(an: Talk, question: str, figure: str) -> None:
    an.says(TOTAL)
    an.hears()
    an.says(question)
    assert figure in bold(an.hears())


@pytest.mark.parametrize("question", [TAX, "Người trình bày báo cáo tóm tắt trước Hội nghị là ai?", NOT_THERE])
def test_a_question_that_stands_alone_is_never_bent(town: TelegramDouble, an: Talk, question: str) -> None:
    fresh = talk(town, an.chat + 500_000)
    fresh.says(question)
    an.says(TOTAL)
    an.hears()
    an.says(question)
    answer = an.hears()
    assert UNDERSTOOD not in answer["text"]
    assert answer["text"] == fresh.hears()["text"]


def test_a_reply_leans_on_the_answer_it_replies_to_not_on_the_last_one(an: Talk) -> None:
    an.says(TOTAL)
    total = an.hears()
    an.says("Ai kết luận hội nghị?")
    an.hears()
    an.replies_to(total, "còn năm 2021?")
    assert understood(an.hears()).startswith("Tổng thu ngân sách")


def test_in_a_group_a_reply_leans_whoever_writes_it_and_the_next_question_does_not(
    town: TelegramDouble, binh: Talk
) -> None:
    chi = talk(town, binh.chat, user=binh.user + 1)
    binh.says(f"{NAME} {TOTAL}")
    chi.replies_to(binh.hears(), "còn năm 2021?")
    assert understood(binh.hears()) == "Tổng thu ngân sách nhà nước năm 2021 là bao nhiêu?"
    binh.says(f"{NAME} còn năm 2021?")
    assert UNDERSTOOD not in binh.hears()["text"]


def test_a_follow_up_may_lean_on_a_follow_up(an: Talk) -> None:
    an.says(TOTAL)
    an.hears()
    an.says("còn năm 2019?")
    an.hears()
    an.says("còn năm 2021?")
    assert understood(an.hears()) == "Tổng thu ngân sách nhà nước năm 2021 là bao nhiêu?"


def test_small_talk_between_does_not_end_the_conversation(an: Talk) -> None:
    an.says(TOTAL)
    an.hears()
    an.says("cảm ơn")
    an.hears()
    an.says("còn năm 2021?")
    assert understood(an.hears()).startswith("Tổng thu ngân sách")


def test_after_a_while_the_next_message_in_private_stands_alone(
    telegram: TelegramDouble, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock(monkeypatch, "bot.remembering")
    later = Clock(monkeypatch, "bot.conversation")
    an = talk(telegram, 7)
    with serve():
        for minutes, leans in ((2, True), (30, False)):
            an.says(TOTAL)
            answer = an.hears()
            later.passes(minutes=minutes)
            clock.passes(minutes=minutes)
            an.says("còn năm 2021?")
            assert (UNDERSTOOD in an.hears()["text"]) is leans
        an.replies_to(answer, "còn năm 2021?")
        assert UNDERSTOOD in an.hears()["text"]


def test_a_follow_up_after_a_restart_leans_as_before(telegram: TelegramDouble, serve: Serve, tmp_path: Path) -> None:
    an = talk(telegram, 7)
    with serve(folder=tmp_path):
        an.says(TOTAL)
        answer = an.hears()
    with serve(folder=tmp_path):
        an.says("còn năm 2021?")
        assert understood(an.hears()).startswith("Tổng thu ngân sách")
        an.replies_to(answer, "còn năm 2019?")
        assert understood(an.hears()).startswith("Tổng thu ngân sách")


def test_where_no_questions_are_kept_a_follow_up_leans_until_a_restart(
    telegram: TelegramDouble, serve: Serve, tmp_path: Path
) -> None:
    an = talk(telegram, 7)
    with serve(folder=tmp_path, keep_days=0):
        an.says(TOTAL)
        answer = an.hears()
        an.says("còn năm 2021?")
        assert understood(an.hears()).startswith("Tổng thu ngân sách")
    with serve(folder=tmp_path, keep_days=0):
        an.replies_to(answer, "còn năm 2019?")
        assert an.hears()["text"]
