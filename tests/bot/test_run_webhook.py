"""The whole bot behind a webhook, as a process of its own."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.storage import Store
from bot.wanted import WANTED_UPDATES
from bot.webhook import LARGEST_BODY, SECRET_HEADER
from tests.bot.conftest import Start, starting
from tests.bot.process import FIGURE, QUESTION
from tests.telegram_double import TelegramDouble

SECRET = "mot-bi-mat_2020"
START = 30.0


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def accepts(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


def settings(port: int) -> dict[str, str]:
    return {
        "TELEGRAM_MODE": "webhook",
        "WEBHOOK_URL": f"http://127.0.0.1:{port}",
        "WEBHOOK_SECRET": SECRET,
        "HOST": "127.0.0.1",
        "PORT": str(port),
    }


@pytest.fixture(scope="module")
def telegram(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TelegramDouble]:
    with TelegramDouble() as double, starting(double, tmp_path_factory.mktemp("bot")) as begin:
        bot = begin(**settings(free_port()))
        double.wait_for(lambda t: t.webhook, timeout=START)
        yield double
        bot.terminate()
        assert SECRET not in bot.log


def post(telegram: TelegramDouble, content: bytes, secret: str | bytes | None = SECRET) -> int:
    """The status of a post to the bot's address."""
    assert telegram.webhook
    shown = secret.encode() if isinstance(secret, str) else secret
    headers = {} if shown is None else {SECRET_HEADER.encode(): shown}
    return httpx.post(telegram.webhook.url, content=content, headers=headers, timeout=10).status_code


def update(update_id: int, chat_id: int) -> dict[str, Any]:
    person = {"id": chat_id, "is_bot": False, "first_name": "An"}
    chat = {"id": chat_id, "type": "private", "first_name": "An"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": person, "text": QUESTION}
    return {"update_id": update_id, "message": message}


def test_telegram_is_told_the_address_the_secret_and_what_is_wanted(telegram: TelegramDouble) -> None:
    hook = telegram.webhook
    assert hook is not None
    assert hook.url.endswith("/telegram")
    assert hook.secret_token == SECRET
    assert sorted(hook.allowed_updates or []) == sorted(WANTED_UPDATES)
    assert hook.max_connections == 100


def test_a_posted_question_is_answered_and_then_taken_as_delivered(telegram: TelegramDouble) -> None:
    asked = telegram.send_text(QUESTION, chat_id=1)
    (answer,) = telegram.wait_for(lambda t: t.sent(1))
    assert FIGURE in answer["text"]
    assert answer["reply_to_message_id"] == asked
    telegram.wait_for(lambda t: not t.pending())


def test_one_chats_flood_wait_does_not_hold_up_another(telegram: TelegramDouble) -> None:
    telegram.fail("sendMessage", 429, retry_after=2, chat_id=2)
    telegram.send_text(QUESTION, chat_id=2)
    telegram.wait_for(lambda t: [c for c in t.calls("sendMessage") if c.status == 429])
    telegram.send_text(QUESTION, chat_id=3)
    telegram.wait_for(lambda t: t.sent(3), timeout=1.5)
    assert not telegram.sent(2)
    telegram.wait_for(lambda t: t.sent(2) and not t.pending())


@pytest.mark.parametrize("secret", [None, "", "mot-bi-mat", "mot-bi-mat_2021", "b\u00ed mật".encode()])
def test_a_wrong_secret_is_refused(telegram: TelegramDouble, secret: str | bytes | None) -> None:
    assert post(telegram, b"{}", secret=secret) == 403


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"{}", b'{"update_id": "1"}', b"[" * 100_000, b"\xff"])
def test_what_is_no_update_is_refused(telegram: TelegramDouble, content: bytes) -> None:
    assert post(telegram, content) == 400


def test_a_body_beyond_all_measure_is_not_read(telegram: TelegramDouble) -> None:
    with suppress(httpx.HTTPError):  # the connection closed in our face is as good
        assert post(telegram, b" " * (LARGEST_BODY + 1)) in (400, 413)


def test_the_address_answers_nothing_but_posts(telegram: TelegramDouble) -> None:
    assert telegram.webhook
    assert httpx.get(telegram.webhook.url).status_code == 405
    assert httpx.get(telegram.webhook.url.removesuffix("/telegram")).status_code == 404


def test_an_update_posted_twice_is_answered_once(telegram: TelegramDouble) -> None:
    telegram.send_text("/x", chat_id=77)  # makes the chat known
    telegram.wait_for(lambda t: t.sent(77))
    body = httpx.Request("POST", "http://x", json=update(900_000_001, 77)).content
    assert [post(telegram, body) for _ in range(3)] == [200, 200, 200]
    assert len([m for m in telegram.sent(77) if FIGURE in m["text"]]) == 1


def test_a_malformed_update_is_taken_so_that_it_does_not_come_back(telegram: TelegramDouble) -> None:
    telegram.send_update({"message": {"chat": 5, "text": "bímật"}})
    telegram.wait_for(lambda t: not t.pending())


class TestStopping:
    """A bot of its own for each."""

    @pytest.fixture
    def telegram(self) -> Iterator[TelegramDouble]:
        with TelegramDouble() as double:
            yield double

    def test_what_is_not_answered_at_the_end_is_answered_by_the_next_start(
        self, telegram: TelegramDouble, start: Start
    ) -> None:
        port = free_port()
        bot = start(**settings(port))
        telegram.send_text(QUESTION, chat_id=1)
        telegram.wait_for(lambda t: t.sent(1), timeout=START)
        telegram.fail("sendMessage", 429, retry_after=600, chat_id=2)
        telegram.send_text(QUESTION, chat_id=2)
        telegram.wait_for(lambda t: [c for c in t.calls("sendMessage") if c.status == 429])
        # Answered while another waits: told to Telegram one by one, so not repeated either.
        telegram.send_text(QUESTION, chat_id=3)
        telegram.wait_for(lambda t: t.sent(3) and len(t.pending()) == 1)
        assert bot.terminate() < 5
        assert len(telegram.pending()) == 1
        start(**settings(port))
        telegram.wait_for(lambda t: t.sent(2) and not t.pending(), timeout=START)
        assert [len(telegram.sent(chat)) for chat in (1, 2, 3)] == [1, 1, 1]

    def test_what_polling_had_set_aside_is_answered_behind_a_webhook_too(
        self, telegram: TelegramDouble, start: Start, tmp_path: Path
    ) -> None:
        async def set_aside() -> None:
            store = await Store.open(f"sqlite:///{tmp_path}/bot.db", b"whoever", 90)
            await store.waiting.put(5, update(5, 1))
            await store.close(patience=5)

        asyncio.run(set_aside())
        telegram.send_text("/x", chat_id=1)  # makes the chat known
        start(**settings(free_port()))
        telegram.wait_for(lambda t: [m for m in t.sent(1) if FIGURE in m["text"]], timeout=START)

    def test_a_connection_still_open_at_the_end_is_told_to_come_again(
        self, telegram: TelegramDouble, start: Start
    ) -> None:
        port = free_port()
        bot = start(**settings(port))
        telegram.fail("sendMessage", 429, retry_after=600, chat_id=1)
        telegram.send_text(QUESTION, chat_id=1)
        telegram.wait_for(lambda t: t.calls("sendMessage"), timeout=START)
        headers = {SECRET_HEADER: SECRET}
        with ThreadPoolExecutor() as pool, httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
            assert client.post("/telegram", json=[], headers=headers).status_code == 400
            ending = pool.submit(bot.terminate)
            while accepts(port) and not ending.done():
                pass
            late = client.post("/telegram", json=update(900_000_002, 1), headers=headers)
            assert late.status_code == 503
            assert ending.result() < 5
        assert not telegram.sent()

    def test_a_taken_port_is_one_line_and_status_2(self, telegram: TelegramDouble, start: Start) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            bot = start(**settings(taken.getsockname()[1]) | {"LOG_LEVEL": "WARNING"})
            assert bot.wait() == 2
        (line,) = bot.log.splitlines()
        assert "must be free to listen on" in line
