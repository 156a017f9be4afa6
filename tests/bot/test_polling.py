"""Polling in this process: what Telegram answers with, and how fast time goes, is up to the test."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from telegram.error import InvalidToken

from bot import polling
from bot.client import connect
from bot.polling import Polling
from bot.service import Service
from tests.bot.conftest import serving
from tests.bot.test_intake import Begin, Desk, app, begin, desk, raw
from tests.telegram_double import TelegramDouble

__all__ = ["app", "begin", "desk"]


async def see(telegram: TelegramDouble, condition: Callable[[TelegramDouble], Any]) -> Any:
    return await asyncio.to_thread(telegram.wait_for, condition)


async def test_another_poller_is_named_and_waited_for(
    telegram: TelegramDouble, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(polling, "CONFLICT_PAUSE", 0.05)
    telegram.fail("getUpdates", 409, times=3)
    async with serving(telegram):
        telegram.send_text("thu", chat_id=1)
        await see(telegram, lambda t: t.sent(1))
    assert caplog.text.count("another process polls with this token") == 3


async def test_a_token_that_was_revoked_ends_the_bot(telegram: TelegramDouble, begin: Begin) -> None:
    telegram.fail("getUpdates", 401)
    async with connect(telegram.token, telegram.url) as client:
        with pytest.raises(InvalidToken):
            await Polling(client, begin()).run(asyncio.Event())


async def test_a_garbled_reply_is_asked_for_again(
    telegram: TelegramDouble, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    replies: list[Any] = [KeyError("result"), {"no": "list"}]
    client = connect(telegram.token, telegram.url)

    async def post(*_: Any, **__: Any) -> Any:
        reply = replies.pop(0)
        if isinstance(reply, Exception):
            raise reply
        return reply

    monkeypatch.setattr(client, "_post", post)
    for _ in range(2):
        with pytest.raises(Exception, match="Invalid server response"):
            await client.raw_updates(0, 0, 1)


async def test_a_reply_that_is_no_json_is_no_line_of_the_log(
    telegram: TelegramDouble, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.fail("getUpdates", 200, description="bímật", html=True)
    telegram.fail("getUpdates", 502, html=True)
    async with serving(telegram):
        telegram.send_text("thu", chat_id=1)
        await see(telegram, lambda t: t.sent(1))
    assert "bímật" not in caplog.text
    assert "<html>" not in caplog.text


class Window:
    """A Telegram that holds these updates and forgets those below the offset it is asked for."""

    def __init__(self, count: int) -> None:
        self.updates = [raw(number, chat_id=number) for number in range(1, count + 1)]
        self.offsets: list[int] = []

    async def raw_updates(self, offset: int, timeout: int, limit: int) -> list[Any]:
        self.offsets.append(offset)
        self.updates = [one for one in self.updates if one["update_id"] >= offset]
        if not self.updates:
            await asyncio.sleep(timeout)
        return self.updates[:limit]

    async def delete_webhook(self, drop_pending_updates: bool) -> bool:
        assert not drop_pending_updates
        return True


async def test_one_update_that_waits_for_ever_hides_no_others(
    app: Any, begin: Begin, desk: Desk, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "PAUSE", 0.001)
    monkeypatch.setattr(polling, "STUCK", 0.02)
    monkeypatch.setattr(polling, "FINISH", 1.0)  # for the database to know of the last ones
    telegram: Any = Window(150)
    seen: list[int] = []
    handle = desk.handle

    async def all_but_the_first(update: Any) -> None:
        seen.append(update.update_id)
        if update.update_id == 1:
            await handle(update)
        if len(seen) == 150:
            stop.set()

    monkeypatch.setattr(app, "process_update", all_but_the_first)
    stop = asyncio.Event()
    async with asyncio.timeout(5):
        await Polling(telegram, begin()).run(stop)
    assert sorted(seen) == list(range(1, 151))
    # Confirmed below the waiting one as long as anything new came in, then past it.
    assert telegram.offsets[:2] == [0, 1]
    assert max(telegram.offsets) > 100
    # Others were set aside in the moment in which they were answered: their rows go right after they came.
    async with asyncio.timeout(5):
        while [one["update_id"] for one in await service.store.waiting.all()] != [1]:
            await asyncio.sleep(0.01)


async def test_a_stream_comes_in_as_it_is_answered_not_in_lots(
    app: Any, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    # One update waits for ever, as in a chat with a 429. The others come one after the other, each during the answer
    # before it: none may wait until all is done, or until `PAUSE` is over.
    monkeypatch.setattr(polling, "PAUSE", 60.0)
    monkeypatch.setattr(polling, "LEAST", 0.001)
    monkeypatch.setattr(polling, "FINISH", 0.01)
    telegram: Any = Window(2)
    seen: list[int] = []
    stop = asyncio.Event()

    async def answer(update: Any) -> None:
        seen.append(update.update_id)
        if update.update_id == 1:
            await asyncio.Event().wait()
        elif update.update_id == 20:
            stop.set()
        else:
            telegram.updates.append(raw(update.update_id + 1, chat_id=update.update_id + 1))

    monkeypatch.setattr(app, "process_update", answer)
    async with asyncio.timeout(5):
        await Polling(telegram, begin()).run(stop)
    assert seen == list(range(1, 21))


async def test_polls_keep_apart_while_answers_go_out(app: Any, begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    # 30 answers, each of the length of one step of the loop: not a poll for each of them.
    monkeypatch.setattr(polling, "PAUSE", 60.0)
    monkeypatch.setattr(polling, "LEAST", 0.2)
    telegram: Any = Window(30)
    stop = asyncio.Event()
    left = 30

    async def answer(update: Any) -> None:
        nonlocal left
        await asyncio.sleep(0.001 * update.update_id)
        left -= 1
        if not left:
            stop.set()

    monkeypatch.setattr(app, "process_update", answer)
    async with asyncio.timeout(5):
        await Polling(telegram, begin()).run(stop)
    assert len(telegram.offsets) <= 3  # all of them, at most one more look, the confirmation


async def test_what_is_broken_off_at_the_end_is_not_confirmed(
    app: Any, begin: Begin, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "PAUSE", 0.001)
    monkeypatch.setattr(polling, "FINISH", 0.01)
    telegram: Any = Window(3)
    stop = asyncio.Event()

    async def the_second_waits(update: Any) -> None:
        if update.update_id == 2:
            asyncio.get_running_loop().call_later(0.02, stop.set)
            await asyncio.Event().wait()

    monkeypatch.setattr(app, "process_update", the_second_waits)
    async with asyncio.timeout(5):
        await Polling(telegram, begin()).run(stop)
    assert max(telegram.offsets) == 2
    assert [one["update_id"] for one in telegram.updates] == [2, 3]


async def test_a_last_confirmation_that_fails_is_logged(
    app: Any, begin: Begin, desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(polling, "CONFIRM", 0.01)
    telegram: Any = Window(1)
    stop = asyncio.Event()
    taken = telegram.raw_updates

    async def hang_at_last(offset: int, timeout: int, limit: int) -> Any:
        if limit == 1:
            await asyncio.Event().wait()
        return await taken(offset, timeout, limit)

    telegram.raw_updates = hang_at_last

    async def answer(update: Any) -> None:
        stop.set()

    monkeypatch.setattr(app, "process_update", answer)
    async with asyncio.timeout(5):
        await Polling(telegram, begin()).run(stop)
    assert "the last updates stay unconfirmed (TimeoutError)" in caplog.text
