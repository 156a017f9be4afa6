"""The Bot API client: python-telegram-bot's, with updates as Telegram sent them and no payload in the log."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

from telegram.error import NetworkError, TelegramError
from telegram.ext import Application, ContextTypes, ExtBot
from telegram.request import HTTPXRequest

from bot.metrics import Metrics
from bot.pace import Pace
from bot.patience import Patience
from bot.posts import Posts
from bot.wanted import WANTED_UPDATES

CONNECT_TIMEOUT = 5.0  # seconds
READ_TIMEOUT = 15.0  # seconds; Telegram answers within one, and each timeout may double a message
LONG_POLL = 25  # seconds that Telegram may hold a getUpdates open
LONG_POLL_GRACE = 5.0  # seconds more before the connection counts as dead


class QuietRequest(HTTPXRequest):
    """An HTTP client that keeps a garbled reply to itself: the original writes all of it to the log."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The reply's JSON object. Raises NetworkError where it is none."""
        try:
            reply = json.loads(payload)
            if not isinstance(reply, dict):
                raise ValueError("no JSON object")
        except ValueError as error:
            raise NetworkError("Invalid server response") from error
        return reply


class Client(ExtBot[None]):
    """The bot as Telegram knows it."""

    def __init__(self, token: str, metrics: Metrics, **options: Any) -> None:
        super().__init__(token, rate_limiter=Patience(Pace(), metrics, self.get_me), **options)
        self._metrics = metrics
        self._posts = Posts()

    @property
    def posts(self) -> Posts:
        """What it wrote in channels."""
        return self._posts

    async def raw_updates(self, offset: int, timeout: int, limit: int) -> list[Any]:
        """Updates from `offset` on, confirming those before it; waits up to `timeout` seconds for one.

        Unlike `get_updates`, one malformed update does not hide the others, nor does it get logged.
        Raises TelegramError; repeats nothing.
        """
        wanted = {"offset": offset, "timeout": timeout, "limit": limit, "allowed_updates": WANTED_UPDATES}
        try:
            updates = await self._post("getUpdates", wanted, read_timeout=timeout + LONG_POLL_GRACE)
        except KeyError:  # what python-telegram-bot raises for a reply without a result
            updates = None
        except TelegramError as error:
            self._metrics.telegram_error("getUpdates", error)
            raise
        if not isinstance(updates, list):
            raise NetworkError("Invalid server response")
        self._metrics.heard()
        return updates


Data: TypeAlias = dict[Any, Any]
App: TypeAlias = "Application[Client, ContextTypes.DEFAULT_TYPE, Data, Data, Data, None]"


def connect(token: str, api_url: str, metrics: Metrics | None = None) -> Client:
    """A client of the Bot API server at `api_url`; nothing is sent yet. Without `metrics`, nobody reads its counts."""
    return Client(
        token,
        metrics or Metrics(),
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=QuietRequest(
            connection_pool_size=128,
            connect_timeout=CONNECT_TIMEOUT,
            read_timeout=READ_TIMEOUT,
            pool_timeout=CONNECT_TIMEOUT,
        ),
        get_updates_request=QuietRequest(
            # Two, so that the last confirmation need not wait for a long poll's connection to close.
            connection_pool_size=2,
            connect_timeout=CONNECT_TIMEOUT,
            pool_timeout=CONNECT_TIMEOUT,
        ),
    )
