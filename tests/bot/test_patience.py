import asyncio
from datetime import timedelta
from itertools import pairwise
from typing import Any

import httpx
import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.metrics import Metrics
from bot.pace import Pace
from bot.patience import FIRST_PAUSE, LONGEST_PAUSE, LONGEST_SILENT_PAUSE, Patience, pause_after, seconds_told
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


def patient(metrics: Metrics | None = None, *, ask: Telegram | None = None) -> Patience:
    """Patience with a Telegram that replies to whatever it is asked, or to `ask` as that says."""
    return Patience(Pace(), metrics or Metrics(), ask or Telegram())


async def send(
    telegram: Telegram, endpoint: str = "sendMessage", patience: Patience | None = None, chat: int = 1
) -> Any:
    patience = patience or patient()
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


@pytest.mark.parametrize("cause", [httpx.ReadError(""), httpx.RemoteProtocolError(""), ValueError()])
@skipping
async def test_a_message_whose_connection_is_cut_is_sent_again_until_it_is_taken(cause: Exception) -> None:
    telegram = Telegram(*(lost(cause) for _ in range(40)))
    assert await send(telegram)
    assert telegram.pauses[:4] == [0.5, 1, 2, 4]
    assert telegram.pauses[-1] == LONGEST_PAUSE


@skipping
async def test_a_message_that_telegram_is_silent_about_is_sent_again_ever_more_rarely() -> None:
    telegram = Telegram(*(lost(httpx.ReadTimeout("")) for _ in range(40)))
    assert await send(telegram)
    assert telegram.pauses[:4] == [0.5, 1, 2, 4]
    assert telegram.pauses[-1] == LONGEST_SILENT_PAUSE


@skipping
async def test_an_outage_before_it_makes_no_silence_longer() -> None:
    telegram = Telegram(*(lost(httpx.ConnectError("")) for _ in range(12)), lost(httpx.ReadTimeout("")))
    assert await send(telegram)
    assert telegram.pauses[-1] == FIRST_PAUSE


@skipping
async def test_a_flood_wait_for_what_telegram_is_asked_is_a_reply_and_holds_nobody_back() -> None:
    telegram = Telegram(lost(httpx.ReadTimeout("")))
    patience: Patience

    async def ask() -> bool:
        return bool(await send(Telegram(RetryAfter(40)), "getMe", patience))

    patience = Patience(Pace(), Metrics(), ask)
    assert await send(telegram, patience=patience)
    assert telegram.pauses == [FIRST_PAUSE]


@skipping
async def test_while_telegram_replies_to_nothing_a_message_that_may_have_arrived_is_not_repeated() -> None:
    asked, replies = Telegram(), asyncio.Event()

    async def silent() -> bool:
        await replies.wait()
        return await asked()

    patience = Patience(Pace(), Metrics(), silent)
    chats = [Telegram(lost(httpx.ReadTimeout(""))) for _ in range(3)]
    sending = [asyncio.create_task(send(one, patience=patience, chat=chat)) for chat, one in enumerate(chats, 1)]
    await asyncio.sleep(3_600)
    assert [len(one.times) for one in chats] == [1, 1, 1]
    replies.set()
    assert await asyncio.gather(*sending)
    assert [len(one.times) for one in chats] == [2, 2, 2]
    assert len(asked.times) == 1  # for all of them


@skipping
async def test_a_refusal_of_what_telegram_is_asked_is_a_reply_too() -> None:
    telegram = Telegram(lost(httpx.ReadTimeout("")))
    assert await send(telegram, patience=patient(ask=Telegram(Forbidden("bot was blocked by the user"))))


@pytest.mark.parametrize("endpoint", ["editMessageText", "editMessageReplyMarkup", "setMyCommands", "getMe"])
@skipping
async def test_what_may_be_carried_out_twice_is_repeated_without_asking(endpoint: str) -> None:
    asked = Telegram()
    telegram = Telegram(*(lost(httpx.ReadTimeout("")) for _ in range(9)))
    assert await send(telegram, endpoint, patient(ask=asked))
    assert telegram.pauses[-1] == LONGEST_PAUSE
    assert asked.times == []


@skipping
async def test_at_the_end_nothing_is_asked_any_more() -> None:
    async def never() -> None:
        await asyncio.Event().wait()

    patience = Patience(Pace(), Metrics(), never)
    sending = asyncio.create_task(send(Telegram(lost(httpx.ReadTimeout(""))), patience=patience))
    await asyncio.sleep(1)
    await patience.shutdown()
    with pytest.raises(asyncio.CancelledError):
        await sending


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
    patience = patient()
    began = asyncio.get_running_loop().time()
    first, second, other = Telegram(RetryAfter(60)), Telegram(), Telegram()
    waiting = asyncio.create_task(send(first, patience=patience))
    await asyncio.sleep(1)
    await asyncio.gather(send(other, patience=patience, chat=2), send(second, patience=patience), waiting)
    assert [round(time - began, 2) for time in (*other.times, *first.times, *second.times)] == [1, 0, 60, 61.03]


@skipping
async def test_typing_is_shown_while_messages_of_the_chat_wait() -> None:
    patience = patient()
    waiting = asyncio.create_task(send(Telegram(RetryAfter(60)), patience=patience))
    await asyncio.sleep(1)
    typing = Telegram()
    assert await send(typing, "sendChatAction", patience)
    assert not waiting.done()
    await waiting


@skipping
async def test_what_telegram_did_not_take_is_counted_and_that_it_replied() -> None:
    metrics = Metrics()
    patience = patient(metrics)
    assert not metrics.was_heard
    with pytest.raises(TimedOut):
        await send(Telegram(lost(httpx.ReadTimeout(""))), "sendChatAction", patience)
    assert not metrics.was_heard
    assert await send(Telegram(*(lost(httpx.ReadTimeout("")) for _ in range(4))), patience=patience)
    assert metrics.was_heard
    assert await send(Telegram(RetryAfter(5)), patience=patience)
    page = metrics.page().decode()
    assert 'telegram_errors_total{kind="network",method="sendMessage"} 4.0' in page
    assert 'telegram_errors_total{kind="429",method="sendMessage"} 1.0' in page
