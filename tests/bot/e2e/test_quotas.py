"""How many questions an hour a person and a chat may ask, and how fast the bot may write."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import texts
from bot.service import Quotas
from tests.bot.e2e.clock import Clock
from tests.bot.e2e.conftest import Serve
from tests.bot.e2e.reading import NAME, TAX, TAX_FIGURE, TOTAL, TOTAL_FIGURE, bold
from tests.telegram_double import TelegramDouble
from tests.telegram_double.talk import talk

ASKED = f"/hoi{NAME} {TOTAL}"
PERSON_TOLD = texts.QUOTA_OF_PERSON.format(minutes=30)
CHAT_TOLD = texts.QUOTA_OF_CHAT.format(minutes=30)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch, "bot.handlers.guard")


def test_a_person_is_told_once_kindly_and_then_left_in_silence_until_the_next_hour(
    telegram: TelegramDouble, serve: Serve, clock: Clock
) -> None:
    an = talk(telegram, 7)
    with serve(quotas=Quotas(2, 0)):
        for _ in range(2):
            an.says(TOTAL)
            assert TOTAL_FIGURE in bold(an.hears())
        refused = an.says(TOTAL)
        told = an.hears()
        assert told["text"] == PERSON_TOLD
        assert told["reply_to_message_id"] == refused["message_id"]
        an.says(TOTAL)
        an.edits(TAX)
        an.hears_nothing()
        clock.passes(minutes=29)
        an.says(TOTAL)
        an.hears_nothing()
        clock.passes(minutes=1)
        an.says(TOTAL)
        assert TOTAL_FIGURE in bold(an.hears())


def test_over_quota_what_searches_is_silent_and_all_else_still_works(
    telegram: TelegramDouble, serve: Serve, clock: Clock
) -> None:
    an = talk(telegram, 7)
    with serve(quotas=Quotas(2, 0)):
        an.says(TOTAL)
        answer = an.hears()
        an.says("/mucluc")
        assert an.hears()["text"] == texts.OUTLINE
        an.says("/tomtat")
        assert an.hears()["text"] == PERSON_TOLD
        for command in ("/tomtat", "/solieu", "/solieu thuế", "/mucluc"):
            an.says(command)
        an.hears_nothing()
        for said in ("/help", "/baocao", "/start", "Chào em", "/xoa"):
            an.says(said)
            assert an.hears()["text"] != PERSON_TOLD
        an.says(TOTAL)
        an.hears_nothing()
        assert an.sees(answer) == answer


def test_a_person_is_counted_in_all_chats_and_others_are_not_affected(
    telegram: TelegramDouble, serve: Serve, clock: Clock
) -> None:
    telegram.add_group(-1)
    an, in_group, binh = talk(telegram, 7), talk(telegram, -1, user=7), talk(telegram, -1, user=8)
    with serve(quotas=Quotas(2, 0)):
        an.says(TOTAL)
        an.hears()
        in_group.says(ASKED)
        in_group.hears()
        in_group.says(ASKED)
        assert in_group.hears()["text"] == PERSON_TOLD
        an.says(TOTAL)
        an.hears_nothing()
        for _ in range(2):
            binh.hears()
        binh.says(ASKED)
        assert TOTAL_FIGURE in bold(binh.hears())


def test_a_group_is_told_once_whoever_asks_and_other_chats_go_on(
    telegram: TelegramDouble, serve: Serve, clock: Clock
) -> None:
    telegram.add_group(-1)
    telegram.add_group(-2)
    an, binh = talk(telegram, -1, user=7), talk(telegram, -1, user=8)
    with serve(quotas=Quotas(0, 2)):
        for _ in range(2):
            an.says(ASKED)
            assert TOTAL_FIGURE in bold(an.hears())
            binh.hears()
        binh.says(ASKED)
        assert binh.hears()["text"] == CHAT_TOLD
        an.hears()
        an.says(ASKED)
        an.hears_nothing()
        for other in (talk(telegram, -2, user=7), talk(telegram, 7)):
            other.says(ASKED)
            assert TOTAL_FIGURE in bold(other.hears())


def test_quotas_and_that_it_was_told_survive_a_restart(
    telegram: TelegramDouble, serve: Serve, clock: Clock, tmp_path: Path
) -> None:
    an = talk(telegram, 7)
    with serve(quotas=Quotas(2, 0), folder=tmp_path):
        for _ in range(2):
            an.says(TOTAL)
            an.hears()
    with serve(quotas=Quotas(2, 0), folder=tmp_path):
        an.says(TOTAL)
        assert an.hears()["text"] == PERSON_TOLD
    with serve(quotas=Quotas(2, 0), folder=tmp_path):
        an.says(TOTAL)
        an.hears_nothing()


def test_lists_and_examples_count_as_questions(telegram: TelegramDouble, serve: Serve, clock: Clock) -> None:
    an = talk(telegram, 7)
    with serve(quotas=Quotas(2, 0)):
        an.says("/solieu")
        assert an.hears()["text"] != PERSON_TOLD
        an.says("/start")
        start = an.hears()
        example = start["reply_markup"]["inline_keyboard"][0][0]["text"]
        an.presses(example)
        assert an.hears()["text"].startswith("❓")
        assert an.presses(example, start)["text"] == PERSON_TOLD
        assert "text" not in an.presses(example, start)  # said once
        an.hears_nothing()


@pytest.mark.parametrize("command", ["/tomtat", "/solieu", "/mucluc"])
def test_each_list_counts_for_the_person_and_for_the_group(
    telegram: TelegramDouble, serve: Serve, clock: Clock, command: str
) -> None:
    telegram.add_group(-1)
    an, binh = talk(telegram, -1, user=7), talk(telegram, -1, user=8)
    with serve(quotas=Quotas(1, 1)):
        an.says(command + NAME)
        assert an.hears()["text"] not in (PERSON_TOLD, CHAT_TOLD)
        an.says(command + NAME)
        assert an.hears()["text"] == PERSON_TOLD
        for _ in range(2):
            binh.hears()
        binh.says(command + NAME)
        assert binh.hears()["text"] == CHAT_TOLD


def test_a_pressed_example_counts_for_the_group_too(telegram: TelegramDouble, serve: Serve, clock: Clock) -> None:
    telegram.add_group(-1)
    an, binh = talk(telegram, -1, user=7), talk(telegram, -1, user=8)
    with serve(quotas=Quotas(0, 1)):
        an.says(f"/help{NAME}")
        start = an.hears()
        example = start["reply_markup"]["inline_keyboard"][0][0]["text"]
        an.presses(example)
        assert an.hears()["text"].startswith("❓")
        for _ in range(2):
            binh.hears()
        assert binh.presses(example, start)["text"] == CHAT_TOLD
        binh.hears_nothing()


def test_help_and_turning_pages_cost_nothing(telegram: TelegramDouble, serve: Serve, clock: Clock) -> None:
    an = talk(telegram, 7)
    with serve(quotas=Quotas(1, 0)):
        for text in ("/start", "/help", "/baocao"):
            an.says(text)
            assert an.hears()["text"] != PERSON_TOLD
        an.sends(photo=[])
        an.hears()
        an.says(TOTAL)
        assert TOTAL_FIGURE in bold(an.hears())
        an.presses("Ngữ cảnh")
        assert an.sees_change()["text"].startswith("📖")


def test_small_talk_costs_nothing_and_is_answered_when_all_questions_are_asked(
    telegram: TelegramDouble, serve: Serve, clock: Clock
) -> None:
    an = talk(telegram, 7)
    with serve(quotas=Quotas(1, 0)):
        for _ in range(2):
            an.says("Cảm ơn nhé")
            assert an.hears()["text"] == texts.SMALL_TALK["thanks"]
        an.says(TOTAL)
        assert TOTAL_FIGURE in bold(an.hears())
        an.says("Cảm ơn nhé")
        assert an.hears()["text"] == texts.SMALL_TALK["thanks"]
        an.edits(TAX)
        assert an.hears()["text"] == PERSON_TOLD


def test_a_chat_that_asks_faster_than_telegram_allows_is_answered_in_time_and_holds_back_nobody(
    telegram: TelegramDouble, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.pace.BURST", 3)
    telegram.limits()
    an, binh = talk(telegram, 7), talk(telegram, 8)
    with serve():
        questions = [an.says(TOTAL) for _ in range(4)]
        binh.says(TAX)
        assert TAX_FIGURE in bold(binh.hears())
        assert len(telegram.sent(7)) < 4
        answers = [an.hears() for _ in questions]
        assert [one["reply_to_message_id"] for one in answers] == [one["message_id"] for one in questions]
