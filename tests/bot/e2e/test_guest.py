"""Guest mode: mentioned in a chat it is not in, the bot answers as it does a mention."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot import texts
from bot.access import Access
from bot.service import Quotas
from tests.bot.e2e.beside import Beside
from tests.bot.e2e.clock import Clock
from tests.bot.e2e.conftest import Serve
from tests.bot.e2e.reading import NAME, NOT_THERE, PLACE, TAX, TOTAL, TOTAL_FIGURE, bold, said, unfolded
from tests.telegram_double import TelegramDouble


@pytest.fixture(autouse=True)
def _guest_mode(town: TelegramDouble) -> Iterator[None]:
    town.guest_mode = True
    yield
    town.guest_mode = False


def summoned(telegram: TelegramDouble, text: str, **fields: Any) -> dict[str, Any]:
    """The bot's answer to somebody who calls it."""
    query = telegram.summon(text, **fields)
    answer = telegram.wait_for(lambda t: t.guest_answer(query))
    assert answer is not None
    return answer


@pytest.mark.parametrize("text", [f"{NAME} {TOTAL}", f"{TOTAL} {NAME}"])
def test_a_guest_is_answered_like_a_mention(town: TelegramDouble, bot: Beside, text: str) -> None:
    before = bot.statistics().places.get("guest", 0)
    answer = summoned(town, text)
    assert TOTAL_FIGURE in bold(answer)
    assert unfolded(answer).split("\n")[-1].startswith(PLACE)
    town.wait_for(lambda t: not t.pending())
    assert bot.statistics().places["guest"] == before + 1


def test_a_guests_several_questions_small_talk_and_what_the_report_does_not_say(town: TelegramDouble) -> None:
    assert summoned(town, f"{NAME} {TOTAL} {TAX}")["text"].startswith(f"1. {TOTAL}")
    assert summoned(town, f"{NAME} cảm ơn")["text"] == texts.SMALL_TALK["thanks"]
    assert summoned(town, f"{NAME} {NOT_THERE}")["text"].startswith("Báo cáo không nêu")


def test_a_guests_small_talk_costs_nothing(
    telegram: TelegramDouble, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    Clock(monkeypatch, "bot.handlers.guard")
    telegram.guest_mode = True
    with serve(quotas=Quotas(1, 0)):
        assert summoned(telegram, f"{NAME} cảm ơn")["text"] == texts.SMALL_TALK["thanks"]
        assert TOTAL_FIGURE in bold(summoned(telegram, f"{NAME} {TOTAL}"))
        assert summoned(telegram, f"{NAME} cảm ơn")["text"] == texts.SMALL_TALK["thanks"]
        assert summoned(telegram, f"{NAME} {TOTAL}")["text"] == texts.QUOTA_OF_PERSON.format(minutes=30)


def test_a_guest_who_only_calls_is_asked_for_a_question(town: TelegramDouble) -> None:
    assert summoned(town, NAME)["text"] == texts.EMPTY_QUESTION


def test_a_call_in_reply_to_the_question_answers_it(town: TelegramDouble) -> None:
    asked = {"message_id": 5, "date": 1, "chat": {"id": -4242, "type": "supergroup"}, "text": TOTAL}
    asked["from"] = {"id": 9, "is_bot": False, "first_name": "Chi"}
    assert TOTAL_FIGURE in bold(summoned(town, NAME, reply_to_message=asked))


def test_a_refused_guest_is_told_whom_to_ask(telegram: TelegramDouble, serve: Serve) -> None:
    telegram.guest_mode = True
    with serve(access=Access(users=frozenset({7}))):
        refused = summoned(telegram, f"{NAME} {TOTAL}", user_id=66)
        assert refused["text"] == said(texts.PERSON_REFUSED, id=66, whom=texts.WHOM_TO_ASK)
        assert TOTAL_FIGURE in bold(summoned(telegram, f"{NAME} {TOTAL}", user_id=7))


def test_another_bots_summons_is_not_answered(town: TelegramDouble) -> None:
    robot = {"id": 90_001, "is_bot": True, "first_name": "Bot", "username": "khac_bot"}
    fields: dict[str, Any] = {"from": robot}
    query = town.summon(f"{NAME} {TOTAL}", **fields)
    town.wait_for(lambda t: not t.pending())
    assert town.guest_answer(query) is None


def test_a_summons_too_old_to_be_answered_is_no_error(telegram: TelegramDouble, serve: Serve) -> None:
    telegram.guest_mode = True
    telegram.expire(telegram.summon(f"{NAME} {TOTAL}"))
    with serve():
        telegram.wait_for(lambda t: not t.pending())
        assert TOTAL_FIGURE in bold(summoned(telegram, f"{NAME} {TOTAL}"))
