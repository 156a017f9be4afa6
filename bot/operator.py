"""Tells the operator's chat of unexpected errors: rarely enough to be read, and never what somebody wrote."""

from __future__ import annotations

import asyncio
import logging

from telegram.error import TelegramError

from bot import texts
from bot.client import Client
from bot.logs import name_of

QUIET = 60.0  # seconds between two lines, so that a storm of errors is one line

log = logging.getLogger("bot.operator")


class Operator:
    """The chat that is told, or nobody where `chat_id` is None. Used from one event loop."""

    def __init__(self, client: Client, chat_id: int | None) -> None:
        self._client = client
        self._chat_id = chat_id
        self._quiet_until = float("-inf")  # loop time
        self._untold = 0
        self._telling: asyncio.Task[None] | None = None

    def tell(self, update_id: int | None, error: BaseException) -> None:
        """Send a line, later and beside other work, unless one was sent a moment ago: then count it."""
        if self._chat_id is None:
            return
        now = asyncio.get_running_loop().time()
        if now < self._quiet_until or (self._telling and not self._telling.done()):
            self._untold += 1
            return
        self._quiet_until = now + QUIET
        line = texts.OPERATOR_ERROR.format(kind=name_of(error), update_id=update_id or "?")
        if self._untold:
            line = f"{line} {texts.OPERATOR_MORE.format(count=self._untold)}"
        self._untold = 0
        self._telling = asyncio.create_task(self._send(self._chat_id, line))

    async def close(self) -> None:
        """Break off what is still being sent."""
        if self._telling is not None:
            self._telling.cancel()
            await asyncio.wait([self._telling])

    async def _send(self, chat_id: int, line: str) -> None:
        try:
            await self._client.send_message(chat_id, line)
        except TelegramError as error:
            log.warning("the operator's chat could not be told (%s)", name_of(error))
