"""The bot that runs beside a test: what the test may ask it, from its own thread."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from anyio.from_thread import BlockingPortal

from bot.storage import Statistics
from tests.bot.conftest import Served

T = TypeVar("T")


@dataclass(frozen=True)
class Beside:
    """A bot in another thread."""

    portal: BlockingPortal
    served: Served

    def does(self, work: Callable[..., Awaitable[T]], *args: Any) -> T:
        """The result of a coroutine function, called in the bot's thread."""
        return self.portal.call(work, *args)

    def statistics(self) -> Statistics:
        """Of the last day."""
        now = datetime.now(UTC)
        return self.does(self.served.store.statistics, now - timedelta(days=1), now + timedelta(hours=1), UTC)
