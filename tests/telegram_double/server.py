"""The HTTP server: calls come in at /bot<token>/<method>, in a thread and a loop of its own."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Awaitable, Coroutine
from contextlib import suppress
from types import TracebackType
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.iostream import StreamClosedError
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from .delivery import Delivery
from .errors import ApiError, Json
from .faults import Delay, Drop, Failure
from .methods import METHODS, Method
from .parameters import decode, read_fields
from .updates import Described
from .world import Call, World

_LOG = logging.getLogger(__name__)


class ApiHandler(RequestHandler):
    """Answers one call."""

    world: World
    work: asyncio.Task[Json] | asyncio.Task[None] | None = None

    def initialize(self, world: World) -> None:
        self.world = world

    async def get(self, token: str, name: str) -> None:
        """Bot API calls may be GET or POST alike."""
        await self.answer(token, name)

    async def post(self, token: str, name: str) -> None:
        await self.answer(token, name)

    async def answer(self, token: str, name: str) -> None:
        at = time.monotonic()
        method = METHODS.get(name.lower())
        params: Json = {}
        try:
            method = self.admit(token, method)
            fields = read_fields(self.request)
            params = fields
            params = decode(method.spec, fields)
        except ApiError as error:
            self.note(method.name if method else name, params, error.status, error.body(), at)
            await self.reply(error.status, error.body())
            return
        with self.world.changed:
            delay = self.world.faults.take(Delay, method.name, params)
            drop = self.world.faults.take(Drop, method.name, params)
            failure = self.world.faults.take(Failure, method.name, params)
        if drop and not drop.after_effect:
            self.note(method.name, params, 0, {}, at)
            self.hang_up()
        elif failure:
            self.note(method.name, params, failure.status, failure.body(), at)
            await self.wait(delay)
            await self.reply(failure.status, failure.page() if failure.answers_html() else failure.body())
        else:
            await self.perform(method, params, at, delay, drop)

    def admit(self, token: str, method: Method | None) -> Method:
        """Refuses a wrong token, a bot that logged out, and a method there is none of."""
        if token != self.world.token:
            raise ApiError(401, "Unauthorized")
        if self.world.logged_out:
            raise ApiError(400, "Logged out")
        if method is None:
            raise ApiError(404, "Not Found")
        return method

    async def perform(self, method: Method, params: Json, at: float, delay: Delay | None, drop: Drop | None) -> None:
        """Lets the call take effect and answers it, unless the one who asked is gone by then."""
        self.work = asyncio.ensure_future(self.run(method, params))
        try:
            status, body = 200, {"ok": True, **await self.work}
        except ApiError as error:
            status, body = error.status, error.body()
        except asyncio.CancelledError:
            self.note(method.name, params, 0, {}, at)
            return
        self.note(method.name, params, 0 if drop else status, body, at)
        await self.wait(delay)
        if drop:
            self.hang_up()
        else:
            await self.reply(status, body)

    async def run(self, method: Method, params: Json) -> Json:
        """Calls the handler; the fields of the answer."""
        with self.world.changed:
            outcome = method.handler(self.world, params)
            self.world.touch()
        if isinstance(outcome, Awaitable):
            outcome = await outcome
        if isinstance(outcome, Described):
            return {"result": outcome.result, "description": outcome.description}
        return {"result": outcome}

    def note(self, method: str, params: Json, status: int, body: Json, at: float) -> None:
        with self.world.changed:
            self.world.record(Call(method, params, status, body, at))

    async def wait(self, delay: Delay | None) -> None:
        if delay:
            self.work = asyncio.ensure_future(asyncio.sleep(delay.seconds))
            with suppress(asyncio.CancelledError):
                await self.work

    def hang_up(self) -> None:
        self.detach().close()

    async def reply(self, status: int, body: Json | str) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "text/html" if isinstance(body, str) else "application/json")
        with suppress(StreamClosedError):
            await self.finish(body)

    def on_connection_close(self) -> None:
        """The bot hung up: a poll it waited on ends without taking anything."""
        if self.work:
            self.work.cancel()

    def log_exception(
        self,
        typ: type[BaseException] | None,
        value: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        """A fault of the double must not pass for one of Telegram's: the test that made it fails."""
        if value is not None:
            _LOG.error("the Telegram double failed", exc_info=value)
            self.world.crashes.append(value)


class NotFound(RequestHandler):
    """Any other address."""

    def prepare(self) -> None:
        self.set_status(404)
        self.finish({"ok": False, "error_code": 404, "description": "Not Found"})


class Server:
    """The server's thread; its methods are for other threads and return when the work is done."""

    def __init__(self, world: World, webhook_timeout: float) -> None:
        self.world = world
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self._run, name="telegram-double", daemon=True)
        self.webhook_timeout = webhook_timeout
        self.port = 0
        self.http: HTTPServer | None = None
        self.delivery: asyncio.Task[None] | None = None

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.run_forever()
        self.loop.close()

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self.loop).result(timeout=30)

    def start(self) -> None:
        self.thread.start()
        self._do(self._start())

    def listen(self) -> None:
        """Listens, on the port of last time if there was one."""
        self._do(self._listen())

    def hush(self) -> None:
        """Stops listening and breaks every connection."""
        self._do(self._hush())

    def stop(self) -> None:
        self._do(self._stop())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(timeout=30)

    async def _start(self) -> None:
        await self._listen()
        self.delivery = asyncio.create_task(Delivery(self.world, self.webhook_timeout).run())

    async def _listen(self) -> None:
        if self.http is None:
            routes = [(r"/bot([^/]+)/([^/]+)", ApiHandler, {"world": self.world})]
            # No access log: the token is in every address.
            app = Application(routes, default_handler_class=NotFound, log_function=lambda handler: None)
            self.http = HTTPServer(app)
            sockets = bind_sockets(self.port, "127.0.0.1")
            self.port = sockets[0].getsockname()[1]
            self.http.add_sockets(sockets)

    async def _hush(self) -> None:
        if self.http:
            self.http.stop()
            await self.http.close_all_connections()
            self.http = None

    async def _stop(self) -> None:
        if self.delivery:
            self.delivery.cancel()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        await self._hush()
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self.loop.shutdown_default_executor()
