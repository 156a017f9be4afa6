"""How long to wait for Telegram, request by request: nothing here ever holds back another chat.

A message waits for its turn first, as `bot.pace` has it.

| what went wrong                                 | what is done                                              |
| ---                                             | ---                                                       |
| 429 with `retry_after`                          | waits as told, its chat too, then again, however often    |
| Telegram not reached, or a 5xx                  | again, with growing pauses, for as long as it takes       |
| a message's reply got lost: it may have arrived | the same, but not before Telegram replies to something    |
| that by a timeout                               | and the pauses grow longer: it may have arrived each time |
| a chat action, a press or inline query answered | never again: a moment later it is worth nothing           |

An answer that may be doubled is better than one that is lost. While Telegram takes requests and its replies get lost,
repeating would double it each time; so a repeat waits until a harmless request has got its reply.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Coroutine
from contextlib import suppress
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
LONGEST_SILENT_PAUSE = 300.0  # seconds; of a message that Telegram had, and said nothing to
_WORTHLESS_LATER = {"sendChatAction", "answerCallbackQuery", "answerInlineQuery"}
_MAKES_A_MESSAGE = ("send", "forwardMessage", "copyMessage")  # anything else may be carried out twice
# ValueError: a reply that is not JSON.
_ANSWER_LOST = (httpx.ReadTimeout, httpx.ReadError, httpx.RemoteProtocolError, ValueError)

Reply: TypeAlias = bool | dict[str, Any] | list[dict[str, Any]]

log = logging.getLogger("bot.patience")


def pause_after(failures: int, longest: float = LONGEST_PAUSE) -> float:
    """Seconds to wait after so many failures in a row, from 1."""
    return min(FIRST_PAUSE * 2.0 ** min(failures - 1, 16), longest)


def seconds_told(error: RetryAfter) -> float:
    """Seconds that Telegram asks to wait."""
    told = error.retry_after
    return told.total_seconds() if isinstance(told, timedelta) else told


class Patience(BaseRateLimiter[None]):
    """Repeats a request until Telegram has taken or refused it.

    Raises what Telegram refused (BadRequest, Forbidden, InvalidToken, …), and whatever befell what is worth nothing
    later.
    """

    def __init__(self, pace: Pace, metrics: Metrics, ask: Callable[[], Coroutine[Any, Any, object]]) -> None:
        """`ask` asks Telegram something that changes nothing, through this same patience: it ends with a reply."""
        self._pace = pace
        self._metrics = metrics
        self._ask = ask
        self._asking: asyncio.Task[object] | None = None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Stop asking."""
        if self._asking is not None:
            self._asking.cancel()
            await asyncio.wait([self._asking])

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
        failures = silences = 0
        while True:
            if chat is not None:
                await self._pace.turn(chat, place)
            try:
                return await self._attempt(endpoint, callback(*args, **kwargs))
            except RetryAfter as error:
                if endpoint in _WORTHLESS_LATER or asyncio.current_task() is self._asking:  # it is a reply
                    raise
                pause = seconds_told(error)
                if chat is not None:  # the turn comes after that, before the others of this chat
                    self._pace.hold(chat, pause)
                    _say(endpoint, pause)
                    continue
            except BadRequest:
                raise
            except NetworkError as error:
                if endpoint in _WORTHLESS_LATER:
                    raise
                failures += 1
                may_be_there = endpoint.startswith(_MAKES_A_MESSAGE) and isinstance(error.__cause__, _ANSWER_LOST)
                silent = may_be_there and isinstance(error.__cause__, httpx.ReadTimeout)
                silences += silent
                pause = pause_after(silences, LONGEST_SILENT_PAUSE) if silent else pause_after(failures)
                if may_be_there:
                    await self._answers()
            _say(endpoint, pause)
            await asyncio.sleep(pause)

    async def _answers(self) -> None:
        """Wait until Telegram replies to anything; all who wait ask it once."""
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask())
        with suppress(Exception):  # whatever came back, Telegram replies
            await asyncio.shield(self._asking)

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
