"""How long to wait for Telegram, request by request: nothing here ever holds back another chat.

A message waits for its turn first, as `bot.pace` has it.

| what went wrong                               | what is done                                            |
| ---                                           | ---                                                     |
| 429 with `retry_after`                        | waits as told, its chat too, then again, however often  |
| Telegram not reached, or a 5xx                | again, with growing pauses, for as long as it takes     |
| the answer to a request got lost (a timeout)  | again, but only a few times: each may have been a message |
| a chat action, a press or inline query answered | never again: a moment later it is worth nothing         |

An answer that may be doubled is better than one that is lost; one sent every half minute is neither.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any, TypeAlias

import httpx
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot.metrics import Metrics
from bot.pace import Pace, paced_chat

# RetryAfter.retry_after becomes a timedelta in the next release of python-telegram-bot, which warns of it
# at each 429 until one opts in.
os.environ.setdefault("PTB_TIMEDELTA", "true")

FIRST_PAUSE = 0.5  # seconds; doubled each time
LONGEST_PAUSE = 30.0  # seconds
MOST_DOUBTFUL = 4  # attempts after which a request whose answers all got lost is given up
_WORTHLESS_LATER = {"sendChatAction", "answerCallbackQuery", "answerInlineQuery"}
# ValueError: a reply that is not JSON.
_ANSWER_LOST = (httpx.ReadTimeout, httpx.ReadError, httpx.RemoteProtocolError, ValueError)

Reply: TypeAlias = bool | dict[str, Any] | list[dict[str, Any]]

log = logging.getLogger("bot.patience")


def pause_after(failures: int) -> float:
    """Seconds to wait after so many failures in a row, from 1."""
    return min(FIRST_PAUSE * 2.0 ** min(failures - 1, 16), LONGEST_PAUSE)


def seconds_told(error: RetryAfter) -> float:
    """Seconds that Telegram asks to wait."""
    told = error.retry_after
    return told.total_seconds() if isinstance(told, timedelta) else told


class Patience(BaseRateLimiter[None]):
    """Repeats a request until Telegram has taken or refused it.

    Raises what Telegram refused (BadRequest, Forbidden, InvalidToken, …) and what was given up.
    """

    def __init__(self, pace: Pace, metrics: Metrics) -> None:
        self._pace = pace
        self._metrics = metrics

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Reply]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Reply:
        """The reply to `callback(*args, **kwargs)`, as soon as there is one."""
        chat, place = paced_chat(endpoint, data), self._pace.place()
        failures = doubtful = 0
        while True:
            if chat is not None:
                await self._pace.turn(chat, place)
            try:
                return await self._attempt(endpoint, callback(*args, **kwargs))
            except RetryAfter as error:
                if endpoint in _WORTHLESS_LATER:
                    raise
                pause = seconds_told(error)
                if chat is not None:  # the turn comes after that, before the others of this chat
                    self._pace.hold(chat, pause)
                    _say(endpoint, pause)
                    continue
            except BadRequest:
                raise
            except NetworkError as error:
                doubtful += isinstance(error.__cause__, _ANSWER_LOST)
                if endpoint in _WORTHLESS_LATER or doubtful >= MOST_DOUBTFUL:
                    raise
                failures += 1
                pause = pause_after(failures)
            _say(endpoint, pause)
            await asyncio.sleep(pause)

    async def _attempt(self, endpoint: str, request: Coroutine[Any, Any, Reply]) -> Reply:
        try:
            reply = await request
        except TelegramError as error:
            self._metrics.telegram_error(endpoint, error)
            raise
        self._metrics.heard()
        return reply


def _say(endpoint: str, pause: float) -> None:
    log.warning("Telegram did not take a request", extra={"fields": {"method": endpoint, "again_in": round(pause, 1)}})
