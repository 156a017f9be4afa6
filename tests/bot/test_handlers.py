"""The handlers in this process, with a library that fails where it is told to."""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

import pytest

from bot import texts
from tests.bot.conftest import serving
from tests.bot.samples import FIGURE, REPORT, SmallLibrary
from tests.telegram_double import TelegramDouble

OPERATOR = 99


async def see(telegram: TelegramDouble, condition: Callable[[TelegramDouble], Any]) -> Any:
    """`wait_for` beside the bot's own event loop."""
    return await asyncio.to_thread(telegram.wait_for, condition)


async def test_an_unexpected_error_is_logged_apologised_for_and_told_to_the_operator(
    telegram: TelegramDouble, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.send_text("/start", chat_id=OPERATOR)
    async with serving(telegram, OPERATOR):
        asked = telegram.send_text("nổ bímật", chat_id=1)
        (apology,) = await see(telegram, lambda t: t.sent(1))
        told = await see(telegram, lambda t: sent if len(sent := t.sent(OPERATOR)) > 1 else None)
        await see(telegram, lambda t: not t.pending())
    assert apology["text"] == texts.APOLOGY
    assert apology["reply_to_message_id"] == asked
    assert told[-1]["text"].startswith("Lỗi ValueError khi xử lý cập nhật 5000000")
    (record,) = [one for one in caplog.records if one.levelno >= logging.ERROR]
    assert record.getMessage() == "update 500000002 failed"


async def test_a_storm_of_errors_is_one_line_to_the_operator(telegram: TelegramDouble) -> None:
    telegram.send_text("/start", chat_id=OPERATOR)
    async with serving(telegram, OPERATOR):
        for chat in range(1, 6):
            telegram.send_text("nổ", chat_id=chat)
        await see(telegram, lambda t: all(t.sent(chat) for chat in range(1, 6)) and not t.pending())
    assert len(telegram.sent(OPERATOR)) == 2


async def test_an_operator_who_cannot_be_told_is_logged_and_no_more(
    telegram: TelegramDouble, caplog: pytest.LogCaptureFixture
) -> None:
    async with serving(telegram, OPERATOR):
        telegram.send_text("nổ", chat_id=1)
        await see(telegram, lambda t: [c for c in t.calls("sendMessage") if c.params["chat_id"] == OPERATOR])
        await see(telegram, lambda t: t.sent(1) and not t.pending())
    assert "the operator's chat could not be told (telegram.error.BadRequest)" in caplog.text


async def test_an_apology_that_fails_is_logged_and_no_more(
    telegram: TelegramDouble, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.fail("sendMessage", 400, chat_id=1)
    async with serving(telegram):
        telegram.send_text("nổ", chat_id=1)
        await see(telegram, lambda t: t.calls("sendMessage"))
        await see(telegram, lambda t: not t.pending())
    assert "the apology could not be sent (telegram.error.BadRequest)" in caplog.text
    assert not telegram.sent(1)


async def test_an_answer_that_telegram_refuses_is_apologised_for(telegram: TelegramDouble) -> None:
    telegram.fail("sendMessage", 400, chat_id=1)
    async with serving(telegram):
        telegram.send_text("thu", chat_id=1)
        (apology,) = await see(telegram, lambda t: t.sent(1))
    assert apology["text"] == texts.APOLOGY


async def test_an_error_behind_a_button_is_apologised_for_too(
    telegram: TelegramDouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.bot.samples.SmallLibrary.examples", lambda self, count: ("nổ",))
    async with serving(telegram):
        telegram.send_text("/help", chat_id=1)
        (message,) = await see(telegram, lambda t: t.sent(1))
        telegram.press(message, message["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
        sent = await see(telegram, lambda t: s if len(s := t.sent(1)) > 1 else None)
    assert sent[1]["text"] == texts.APOLOGY


async def test_a_press_too_old_to_be_acknowledged_is_answered_all_the_same(telegram: TelegramDouble) -> None:
    async with serving(telegram):
        telegram.send_text("/help", chat_id=1)
        (message,) = await see(telegram, lambda t: t.sent(1))
        telegram.fail("answerCallbackQuery", 400)
        telegram.press(message, message["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
        sent = await see(telegram, lambda t: s if len(s := t.sent(1)) > 1 else None)
    assert sent[1]["text"].startswith("❓ ")


@pytest.mark.parametrize("times", [4, 12])
async def test_a_question_is_answered_however_often_the_connection_is_cut(
    telegram: TelegramDouble, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    monkeypatch.setattr("bot.patience.FIRST_PAUSE", 0.0)
    monkeypatch.setattr("bot.pace.BURST", 100)
    telegram.drop("sendMessage", times=times, chat_id=1)
    async with serving(telegram):
        telegram.send_text("thu", chat_id=1)
        (answer,) = await see(telegram, lambda t: t.sent(1))
        await see(telegram, lambda t: not t.pending())
    assert FIGURE in answer["text"]
    assert len(telegram.calls("sendMessage")) == times + 1


async def test_a_refused_typing_action_is_nothing_to_worry_about(telegram: TelegramDouble) -> None:
    telegram.fail("sendChatAction", 400, chat_id=1)
    async with serving(telegram):
        telegram.send_text("thu", chat_id=1)
        (answer,) = await see(telegram, lambda t: t.sent(1))
    assert FIGURE in answer["text"]


async def test_several_reports_are_counted_in_the_greeting(telegram: TelegramDouble) -> None:
    library = SmallLibrary()
    library.reports = (REPORT, REPORT)
    async with serving(telegram, library=library):
        telegram.send_text("/start", chat_id=1)
        (greeting,) = await see(telegram, lambda t: t.sent(1))
    assert "2 báo cáo" in greeting["text"]
