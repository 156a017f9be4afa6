"""How long to wait for Telegram, request by request: nothing here ever holds back another chat.

| what went wrong                               | what is done                                            |
| ---                                           | ---                                                     |
| 429 with `retry_after`                        | waits as told, then again, however often                |
| Telegram not reached, or a 5xx                | again, with growing pauses, for as long as it takes     |
| the answer to a request got lost (a timeout)  | again, but only a few times: each may have been a message |
| a chat action, a callback answer              | never again: a moment later it is worth nothing         |

An answer that may be doubled is better than one that is lost; one sent every half minute is neither.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

import httpx
from telegram.error import BadRequest, NetworkError, RetryAfter
from telegram.ext import BaseRateLimiter

# RetryAfter.retry_after becomes a timedelta in the next release of python-telegram-bot, which warns of it
# at each 429 until one opts in.
os.environ.setdefault("PTB_TIMEDELTA", "true")

FIRST_PAUSE = 0.5  # seconds; doubled each time
LONGEST_PAUSE = 30.0  # seconds
MOST_DOUBTFUL = 4  # attempts after which a request whose answers all got lost is given up
_WORTHLESS_LATER = {"sendChatAction", "answerCallbackQuery"}
# ValueError: a reply that is not JSON.
_ANSWER_LOST = (httpx.ReadTimeout, httpx.ReadError, httpx.RemoteProtocolError, ValueError)

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

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | dict[str, Any] | list[dict[str, Any]]]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> bool | dict[str, Any] | list[dict[str, Any]]:
        """The reply to `callback(*args, **kwargs)`, as soon as there is one."""
        failures = doubtful = 0
        while True:
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                if endpoint in _WORTHLESS_LATER:
                    raise
                pause = seconds_told(error)
            except BadRequest:
                raise
            except NetworkError as error:
                doubtful += isinstance(error.__cause__, _ANSWER_LOST)
                if endpoint in _WORTHLESS_LATER or doubtful >= MOST_DOUBTFUL:
                    raise
                failures += 1
                pause = pause_after(failures)
            log.warning("%s: Telegram did not take it, again in %.1f s", endpoint, pause)
            await asyncio.sleep(pause)
