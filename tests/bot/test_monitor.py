"""Over HTTP, as whoever watches the bot sees it."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from typing import Any, cast

import httpx
import pytest
from telegram.error import NetworkError

from bot.client import connect
from bot.intake import Intake
from bot.metrics import Metrics
from bot.monitor import LONGEST_SILENCE, Monitor
from bot.webhook import Webhook
from config.settings import SettingsError
from tests.telegram_double import TelegramDouble


class Work:
    """An intake with so many updates in work."""

    def __init__(self, count: int = 0, closed: bool = False) -> None:
        self.in_work = dict.fromkeys(range(count))
        self.closed = closed

    async def close(self, _: float) -> None:
        self.closed = True


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


async def well() -> bool:
    return True


async def busy() -> bool:
    raise OSError("bímật")


async def stuck() -> bool:
    await asyncio.Event().wait()
    return True


async def health(monitor: Monitor) -> tuple[int, dict[str, Any]]:
    port = free_port()
    async with monitor.listening(port), httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as browser:
        reply = await browser.get("/health")
        assert (await browser.head("/health")).status_code == reply.status_code
        assert reply.headers["Content-Type"].startswith("application/json")
        assert reply.headers["Cache-Control"] == "no-store"
        shown: dict[str, Any] = reply.json()
        return reply.status_code, shown


@pytest.fixture
def passing(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Lets seconds pass for the counts."""
    now = 100.0
    monkeypatch.setattr("bot.metrics.monotonic", lambda: now)

    def let_pass(seconds: float) -> None:
        nonlocal now
        now += seconds

    return let_pass


async def test_a_bot_that_is_well_says_so(passing: Callable[[float], None]) -> None:
    metrics = Metrics()
    monitor = Monitor(metrics, Work(), well, polling=True)
    passing(2)
    metrics.heard()
    passing(1.5)
    assert await health(monitor) == (
        200,
        {
            "status": "ok",
            "uptime_seconds": 3.5,
            "updates_in_work": 0,
            "database": "ok",
            "telegram_seen_seconds_ago": 1.5,
        },
    )


async def test_updates_in_work_are_counted() -> None:
    _, shown = await health(Monitor(Metrics(), Work(3), well, polling=True))
    assert shown["updates_in_work"] == 3
    assert shown["telegram_seen_seconds_ago"] is None


@pytest.mark.parametrize("database", [busy, stuck])
async def test_a_database_that_does_not_answer_is_said_and_is_no_reason_to_end_the_bot(
    monkeypatch: pytest.MonkeyPatch, database: Any
) -> None:
    monkeypatch.setattr("bot.monitor.DATABASE_WAIT", 0.05)
    status, shown = await health(Monitor(Metrics(), Work(), database, polling=True))
    assert (status, shown["status"], shown["database"]) == (200, "degraded", "busy")


async def test_a_telegram_that_long_did_not_reply_is_said_where_the_bot_polls(passing: Callable[[float], None]) -> None:
    metrics = Metrics()
    polling, posted = (Monitor(metrics, Work(), well, polling=yes) for yes in (True, False))
    metrics.heard()
    passing(LONGEST_SILENCE)
    assert (await health(polling))[0] == 200
    passing(0.1)
    status, shown = await health(polling)
    assert (status, shown["status"]) == (503, "silent")
    assert (await health(posted))[0] == 200
    metrics.heard()
    assert (await health(polling))[0] == 200


async def test_a_bot_that_ends_takes_no_more() -> None:
    status, shown = await health(Monitor(Metrics(), Work(closed=True), well, polling=False))
    assert (status, shown["status"]) == (503, "ending")


async def test_the_counts_are_shown_in_the_format_prometheus_reads() -> None:
    metrics = Metrics()
    metrics.asked("private", "answered", 0.01)
    port = free_port()
    async with (
        Monitor(metrics, Work(), well, polling=True).listening(port),
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as browser,
    ):
        reply = await browser.get("/metrics")
        assert reply.status_code == 200
        assert reply.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
        assert 'questions_total{outcome="answered",place="private"} 1.0' in reply.text
        assert (await browser.get("/")).status_code == 404
        assert (await browser.post("/metrics", content=b"x")).status_code == 405


async def test_without_a_port_nothing_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.monitor.HTTPServer", None)
    async with Monitor(Metrics(), Work(), well, polling=True).listening(None):
        pass


async def test_a_taken_port_is_named() -> None:
    monitor = Monitor(Metrics(), Work(), well, polling=True)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(SettingsError, match=r"MONITOR_PORT is \d+; it must be free to listen on"):
            async with monitor.listening(taken.getsockname()[1]):
                pass


async def test_a_webhook_shows_both_on_its_own_port(telegram: TelegramDouble) -> None:
    metrics, work, port, stop = Metrics(), Work(), free_port(), asyncio.Event()
    client = connect(telegram.token, telegram.url, metrics)
    monitor = Monitor(metrics, work, well, polling=False)
    url = f"http://127.0.0.1:{port}"
    async with client:
        serving = asyncio.create_task(
            Webhook(client, cast(Intake, work), url, "x", "127.0.0.1", port, monitor.routes()).run(stop)
        )
        await asyncio.to_thread(telegram.wait_for, lambda t: t.webhook)
        async with httpx.AsyncClient(base_url=url) as browser:
            assert (await browser.get("/health")).json()["status"] == "ok"
            assert "updates_in_work" in (await browser.get("/metrics")).text
            assert (await browser.post("/telegram", content=b"{}")).status_code == 403
        stop.set()
        await serving


async def test_polls_say_that_telegram_is_there_or_what_is_wrong(
    telegram: TelegramDouble, passing: Callable[[float], None]
) -> None:
    metrics = Metrics()
    async with connect(telegram.token, telegram.url, metrics) as client:
        passing(5)
        telegram.fail("getUpdates", 502)
        with pytest.raises(NetworkError):
            await client.raw_updates(0, 0, 1)
        assert metrics.silence() == 5
        assert await client.raw_updates(0, 0, 1) == []
        assert metrics.silence() == 0
    assert 'telegram_errors_total{kind="5xx",method="getUpdates"} 1.0' in metrics.page().decode()
