"""`/health` and `/metrics`, for whoever watches the bot: nothing on them is secret, and no words of anybody.

| `status`   | HTTP | meaning                                                                                 |
| ---        | ---  | ---                                                                                     |
| `ok`       | 200  |                                                                                         |
| `degraded` | 200  | the database does not answer: questions are answered, what must be kept waits in a queue |
| `silent`   | 503  | polling, and Telegram has not replied for `LONGEST_SILENCE`                               |
| `ending`   | 503  | nothing more is taken in                                                                |

A webhook's silence says nothing: at night nobody asks.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Sized
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any, Protocol, TypeAlias

from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.metrics import Metrics
from config.settings import SettingsError

HOST = "127.0.0.1"  # of a port of its own; through a webhook's port they are as public as that is
LONGEST_SILENCE = 90.0  # seconds: a long poll, its grace and the longest pause after a failed one, and some more
DATABASE_WAIT = 2.0  # seconds
LARGEST_BODY = 1024  # bytes; nobody has anything to say here

Route: TypeAlias = tuple[str, type[RequestHandler], dict[str, Any]]


class Work(Protocol):
    """What is needed of `bot.intake.Intake`."""

    @property
    def closed(self) -> bool: ...

    @property
    def in_work(self) -> Sized: ...


class Monitor:
    """What `/health` and `/metrics` show. `database` says whether it answers; one that raises does not."""

    def __init__(self, metrics: Metrics, work: Work, database: Callable[[], Awaitable[bool]], *, polling: bool) -> None:
        self._metrics = metrics
        self._work = work
        self._database = database
        self._polling = polling

    def routes(self) -> list[Route]:
        """For the application that serves them."""
        return [("/health", _Health, {"monitor": self}), ("/metrics", _Metrics, {"metrics": self._metrics})]

    @asynccontextmanager
    async def listening(self, port: int | None) -> AsyncIterator[None]:
        """Serve both on a port of this machine during the block; nothing where there is none.

        Raises SettingsError where the port is taken.
        """
        if port is None:
            yield
            return
        try:
            door = socket.create_server((HOST, port))
        except OSError as error:
            raise SettingsError(f"MONITOR_PORT is {port}; it must be free to listen on ({error.strerror})") from None
        door.setblocking(False)
        server = HTTPServer(Application(self.routes()), max_body_size=LARGEST_BODY)
        server.add_socket(door)
        try:
            yield
        finally:
            server.stop()
            await server.close_all_connections()

    async def health(self) -> dict[str, Any]:
        """What `/health` shows."""
        answers = await self._database_answers()
        return {
            "status": self._status(answers),
            "uptime_seconds": round(self._metrics.uptime(), 1),
            "updates_in_work": len(self._work.in_work),
            "database": "ok" if answers else "busy",
            "telegram_seen_seconds_ago": round(self._metrics.silence(), 1) if self._metrics.was_heard else None,
        }

    def _status(self, database_answers: bool) -> str:
        if self._work.closed:
            return "ending"
        if self._polling and self._metrics.silence() > LONGEST_SILENCE:
            return "silent"
        return "ok" if database_answers else "degraded"

    async def _database_answers(self) -> bool:
        try:
            async with asyncio.timeout(DATABASE_WAIT):
                return await self._database()
        except Exception:  # whatever is wrong with it is logged where it is used
            return False


class _Health(RequestHandler):
    monitor: Monitor

    def initialize(self, monitor: Monitor) -> None:
        self.monitor = monitor

    async def get(self) -> None:
        health = await self.monitor.health()
        well = health["status"] in ("ok", "degraded")
        self.set_status(HTTPStatus.OK if well else HTTPStatus.SERVICE_UNAVAILABLE)
        self.set_header("Cache-Control", "no-store")
        self.finish(health)

    head = get


class _Metrics(RequestHandler):
    metrics: Metrics

    def initialize(self, metrics: Metrics) -> None:
        self.metrics = metrics

    def get(self) -> None:
        self.set_header("Content-Type", CONTENT_TYPE_PLAIN_0_0_4)
        self.finish(self.metrics.page())
