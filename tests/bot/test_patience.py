import asyncio
from datetime import timedelta
from itertools import pairwise
from typing import Any

import httpx
import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.metrics import Metrics
from bot.pace import Pace
from bot.patience import LONGEST_PAUSE, MOST_DOUBTFUL, Patience, pause_after, seconds_told
from tests.bot.clock import skipping


class Telegram:
    """Refuses as told, then takes a request."""

    def __init__(self, *errors: TelegramError) -> None:
        self.errors = list(errors)
        self.times: list[float] = []

    async def __call__(self) -> bool:
        self.times.append(asyncio.get_running_loop().time())
        if self.errors:
            raise self.errors.pop(0)
        return True

    @property
    def pauses(self) -> list[float]:
        """Seconds between the requests it got."""
        return [round(later - earlier, 2) for earlier, later in pairwise(self.times)]


async def send(
    telegram: Telegram, endpoint: str = "sendMessage", patience: Patience | None = None, chat: int = 1
) -> Any:
    patience = patience or Patience(Pace(), Metrics())
    return await patience.process_request(telegram, (), {}, endpoint, {"chat_id": chat}, None)


def lost(cause: Exception) -> NetworkError:
    error = TimedOut()
    error.__cause__ = cause
    return error


@skipping
async def test_a_flood_wait_is_waited_for_as_told_however_often() -> None:
    telegram = Telegram(RetryAfter(7), RetryAfter(timedelta(seconds=90)))
    assert await send(telegram)
    assert telegram.pauses == [7, 90]


@skipping
async def test_a_flood_wait_that_counts_for_no_chat_is_waited_for_too() -> None:
    telegram = Telegram(RetryAfter(7))
    assert await send(telegram, "setMyCommands")
    assert telegram.pauses == [7]


def test_the_wait_is_understood_in_both_of_the_librarys_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    error = RetryAfter(7)
    assert seconds_told(error) == 7
    monkeypatch.setattr(RetryAfter, "retry_after", 7)
    assert seconds_told(error) == 7


@skipping
async def test_an_unreachable_telegram_is_tried_with_growing_pauses_without_end() -> None:
    errors = [lost(httpx.ConnectError("")) if number % 2 else NetworkError("Bad Gateway") for number in range(40)]
    telegram = Telegram(*errors)
    assert await send(telegram, "setMyCommands")
    assert telegram.pauses[:4] == [0.5, 1, 2, 4]
    assert telegram.pauses[-1] == LONGEST_PAUSE == pause_after(10_000)


@skipping
async def test_a_message_that_did_not_get_through_is_no_faster_than_its_chat_may_be() -> None:
    telegram = Telegram(*(NetworkError("Bad Gateway") for _ in range(5)))
    assert await send(telegram)
    assert telegram.pauses == [0.5, 1, 2, 4, 8]


@skipping
async def test_a_request_that_may_have_arrived_is_repeated_only_a_few_times() -> None:
    telegram = Telegram(*(lost(httpx.ReadTimeout("")) for _ in range(9)))
    with pytest.raises(TimedOut):
        await send(telegram)
    assert len(telegram.times) == MOST_DOUBTFUL


@pytest.mark.parametrize("error", [BadRequest("message is too long"), Forbidden("bot was blocked by the user")])
@skipping
async def test_a_refusal_is_final(error: TelegramError) -> None:
    telegram = Telegram(error)
    with pytest.raises(type(error)):
        await send(telegram)
    assert len(telegram.times) == 1


@pytest.mark.parametrize("endpoint", ["sendChatAction", "answerCallbackQuery"])
@pytest.mark.parametrize("error", [RetryAfter(3), NetworkError("Bad Gateway")])
@skipping
async def test_what_is_worth_nothing_later_is_not_repeated(endpoint: str, error: TelegramError) -> None:
    telegram = Telegram(error)
    with pytest.raises(type(error)):
        await send(telegram, endpoint)
    assert len(telegram.times) == 1


@skipping
async def test_one_wait_holds_back_its_own_chat_in_order_and_nothing_else() -> None:
    patience = Patience(Pace(), Metrics())
    began = asyncio.get_running_loop().time()
    first, second, other = Telegram(RetryAfter(60)), Telegram(), Telegram()
    waiting = asyncio.create_task(send(first, patience=patience))
    await asyncio.sleep(1)
    await asyncio.gather(send(other, patience=patience, chat=2), send(second, patience=patience), waiting)
    assert [round(time - began, 2) for time in (*other.times, *first.times, *second.times)] == [1, 0, 60, 61]


@skipping
async def test_typing_is_shown_while_messages_of_the_chat_wait() -> None:
    patience = Patience(Pace(), Metrics())
    waiting = asyncio.create_task(send(Telegram(RetryAfter(60)), patience=patience))
    await asyncio.sleep(1)
    typing = Telegram()
    assert await send(typing, "sendChatAction", patience)
    assert not waiting.done()
    await waiting


@skipping
async def test_what_telegram_did_not_take_is_counted_and_that_it_replied() -> None:
    metrics = Metrics()
    patience = Patience(Pace(), metrics)
    assert not metrics.was_heard
    with pytest.raises(TimedOut):
        await send(Telegram(*(lost(httpx.ReadTimeout("")) for _ in range(4))), patience=patience)
    assert not metrics.was_heard
    assert await send(Telegram(), patience=patience)
    assert metrics.was_heard
    assert await send(Telegram(RetryAfter(5)), patience=patience)
    page = metrics.page().decode()
    assert 'telegram_errors_total{kind="network",method="sendMessage"} 4.0' in page
    assert 'telegram_errors_total{kind="429",method="sendMessage"} 1.0' in page
