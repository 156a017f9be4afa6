import asyncio
from datetime import timedelta
from typing import Any

import httpx
import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.patience import LONGEST_PAUSE, MOST_DOUBTFUL, Patience, pause_after, seconds_told


class Telegram:
    """Refuses as told, then takes a request."""

    def __init__(self, *errors: TelegramError) -> None:
        self.errors = list(errors)
        self.calls = 0

    async def __call__(self) -> bool:
        self.calls += 1
        if self.errors:
            raise self.errors.pop(0)
        return True


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses made, none of which takes its time."""
    made: list[float] = []

    async def sleep(seconds: float) -> None:
        made.append(seconds)

    monkeypatch.setattr("bot.patience.asyncio.sleep", sleep)
    return made


async def send(telegram: Telegram, endpoint: str = "sendMessage") -> Any:
    return await Patience().process_request(telegram, (), {}, endpoint, {"chat_id": 1}, None)


def lost(cause: Exception) -> NetworkError:
    error = TimedOut()
    error.__cause__ = cause
    return error


async def test_a_flood_wait_is_waited_for_as_told_however_often(pauses: list[float]) -> None:
    assert await send(Telegram(RetryAfter(7), RetryAfter(timedelta(seconds=90))))
    assert pauses == [7, 90]


def test_the_wait_is_understood_in_both_of_the_librarys_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    error = RetryAfter(7)
    assert seconds_told(error) == 7
    monkeypatch.setattr(RetryAfter, "retry_after", 7)
    assert seconds_told(error) == 7


async def test_an_unreachable_telegram_is_tried_with_growing_pauses_without_end(pauses: list[float]) -> None:
    errors = [lost(httpx.ConnectError("")) if number % 2 else NetworkError("Bad Gateway") for number in range(40)]
    assert await send(Telegram(*errors))
    assert pauses[:4] == [0.5, 1, 2, 4]
    assert pauses[-1] == LONGEST_PAUSE == pause_after(10_000)


async def test_a_request_that_may_have_arrived_is_repeated_only_a_few_times(pauses: list[float]) -> None:
    telegram = Telegram(*(lost(httpx.ReadTimeout("")) for _ in range(9)))
    with pytest.raises(TimedOut):
        await send(telegram)
    assert telegram.calls == MOST_DOUBTFUL


@pytest.mark.parametrize("error", [BadRequest("message is too long"), Forbidden("bot was blocked by the user")])
async def test_a_refusal_is_final(pauses: list[float], error: TelegramError) -> None:
    with pytest.raises(type(error)):
        await send(Telegram(error))
    assert not pauses


@pytest.mark.parametrize("endpoint", ["sendChatAction", "answerCallbackQuery"])
@pytest.mark.parametrize("error", [RetryAfter(3), NetworkError("Bad Gateway")])
async def test_what_is_worth_nothing_later_is_not_repeated(
    pauses: list[float], endpoint: str, error: TelegramError
) -> None:
    with pytest.raises(type(error)):
        await send(Telegram(error), endpoint)
    assert not pauses


async def test_one_wait_holds_back_nothing_else() -> None:
    patience, other = Patience(), Telegram()
    waiting = asyncio.create_task(
        patience.process_request(Telegram(RetryAfter(60)), (), {}, "sendMessage", {"chat_id": 1}, None)
    )
    async with asyncio.timeout(1):
        assert await patience.process_request(other, (), {}, "sendMessage", {"chat_id": 2}, None)
    waiting.cancel()
