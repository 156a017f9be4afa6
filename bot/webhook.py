"""Updates by webhook: Telegram posts, and gets its 200 only after the answer went out.

Everything else makes Telegram post again later: 503 while the bot ends, a broken connection when it is
killed.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.web import Application, HTTPError, RequestHandler

from bot.client import Client
from bot.intake import FINISH, Intake
from bot.monitor import Route
from bot.waiting import unless
from bot.wanted import WANTED_UPDATES
from config.settings import SettingsError

PATH = "/telegram"
LARGEST_BODY = 1024 * 1024  # bytes; an update has some kilobytes
CONNECTIONS = 100  # Telegram's limit: one waiting chat holds one connection
REPLY = 0.5  # seconds for the last replies to Telegram
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"

log = logging.getLogger("bot.webhook")


class Webhook:
    """The source of updates where Telegram can reach us, at `url` + PATH."""

    def __init__(
        self,
        client: Client,
        intake: Intake,
        url: str,
        secret: str,
        host: str,
        port: int,
        routes: Sequence[Route] = (),
    ) -> None:
        """`routes`: what else is served on that port."""
        self._client = client
        self._intake = intake
        self._url = url + PATH
        self._secret = secret
        self._host = host
        self._port = port
        self._routes = routes
        self._replying: set[asyncio.Task[Any]] = set()

    async def run(self, stop: asyncio.Event) -> None:
        """Serve until `stop`, then finish what is in work.

        The webhook stays set, so that Telegram keeps what comes for the next start. Raises InvalidToken,
        and SettingsError when the address is not free.
        """
        door = {"intake": self._intake, "secret": self._secret, "replying": self._replying}
        server = HTTPServer(Application([(PATH, _Receiver, door), *self._routes]), max_body_size=LARGEST_BODY)
        try:
            server.listen(self._port, address=self._host)
        except OSError as error:
            raise SettingsError(
                f"HOST is {self._host!r} and PORT is {self._port}; they must be free to listen on ({error.strerror})"
            ) from None
        log.info("listening on %s port %d", self._host, self._port)
        try:
            await unless(stop, self._announce())
            await stop.wait()
            server.stop()
            await self._intake.close(FINISH)
            if self._replying:  # their 200 and 503 are not written yet
                await asyncio.wait(self._replying, timeout=REPLY)
        finally:
            server.stop()
            await server.close_all_connections()

    async def _announce(self) -> None:
        await self._client.set_webhook(
            self._url,
            secret_token=self._secret,
            allowed_updates=WANTED_UPDATES,
            max_connections=CONNECTIONS,
            drop_pending_updates=False,
        )


class _Receiver(RequestHandler):
    intake: Intake
    secret: str

    def initialize(self, intake: Intake, secret: str, replying: set[asyncio.Task[Any]]) -> None:
        self.intake = intake
        self.secret = secret
        task = asyncio.current_task()
        if task is not None:
            replying.add(task)
            task.add_done_callback(replying.discard)

    async def post(self) -> None:
        shown = self.request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(shown.encode(), self.secret.encode()):
            raise HTTPError(HTTPStatus.FORBIDDEN)
        try:
            raw = json.loads(self.request.body)
        except (ValueError, RecursionError):
            raise HTTPError(HTTPStatus.BAD_REQUEST) from None
        if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int):
            raise HTTPError(HTTPStatus.BAD_REQUEST)
        if self.intake.closed:
            raise HTTPError(HTTPStatus.SERVICE_UNAVAILABLE)
        answered = self.intake.accept(raw)
        # Not awaited itself: should Telegram hang up, the answer is finished all the same.
        await asyncio.wait([answered])
        if answered.cancelled():
            raise HTTPError(HTTPStatus.SERVICE_UNAVAILABLE)
