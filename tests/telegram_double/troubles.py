"""Troubles a test orders for the calls to come, and the server's own coming and going."""

from __future__ import annotations

from .faults import Delay, Drop, Failure, Fault
from .floods import Floods
from .server import Server
from .side import Side


class Troubles(Side):
    """Orders for the next calls. A method may be a pattern: `send*`, or `*` for all, getUpdates among them."""

    _server: Server

    def fail(
        self,
        method: str,
        status: int,
        retry_after: int | None = None,
        times: int = 1,
        chat_id: int | None = None,
        description: str | None = None,
        html: bool | None = None,
    ) -> None:
        """The next calls are refused; 502, 503 and 504 with a web page, others with JSON, unless told."""
        self._order(Failure(method, times, chat_id, status, retry_after, description, html))

    def drop(self, method: str, times: int = 1, after_effect: bool = False, chat_id: int | None = None) -> None:
        """The next calls get no answer: the connection closes, before they take effect or after."""
        self._order(Drop(method, times, chat_id, after_effect))

    def delay(self, method: str, seconds: float, times: int = 1, chat_id: int | None = None) -> None:
        """The next calls are answered late; they take effect, and are recorded, at once."""
        self._order(Delay(method, times, chat_id, seconds))

    def _order(self, order: Fault) -> None:
        with self._world.changed:
            self._world.faults.add(order)

    def down(self) -> None:
        """Stops listening: connections break, new ones are refused. Webhook deliveries go on."""
        self._server.hush()

    def up(self) -> None:
        """Listens again on the same port, everything kept."""
        self._server.listen()

    def limits(self, enabled: bool = True) -> None:
        """Refuses, from now on or no longer, what is sent faster than Telegram allows: 429, with the seconds."""
        with self._world.changed:
            self._world.floods = Floods(enabled)
