"""Updates by long polling, each confirmed to Telegram only after it was answered.

Telegram confirms a whole prefix at once: asking from an offset forgets all before it. So the offset is the
lowest update still in work. While there is one, Telegram answers at once with what we know already, and the
poll becomes a short one: soon after anything was answered, so that a steady stream comes in one by one and not in
lots, and every `PAUSE` at the latest, so that a chat that waits for its 429 to pass does not hold up the others.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.client import LONG_POLL, Client
from bot.intake import FINISH, Intake
from bot.patience import pause_after, seconds_told
from bot.waiting import unless

WINDOW = 100  # updates in one getUpdates: Telegram's limit
PAUSE = 0.5  # seconds between polls while all that is in work waits
LEAST = 0.05  # seconds between polls while answers go out
STUCK = 5.0  # seconds after which what waits in a full window is set aside
MOST_IN_WORK = 1_000  # updates; beyond it the bot stops asking for more
CONFLICT_PAUSE = 5.0  # seconds
CONFIRM = 1.0  # seconds for the last confirmation

log = logging.getLogger("bot.polling")


class Polling:
    """The source of updates where Telegram can't reach us."""

    def __init__(self, client: Client, intake: Intake) -> None:
        self._client = client
        self._intake = intake
        self._next = 0  # one above the highest update seen
        self._confirmed = 0  # the offset that Telegram has taken
        self._full_since: float | None = None  # loop time since which a full window has held nothing new
        self._failures = 0

    async def run(self, stop: asyncio.Event) -> None:
        """Take updates in until `stop`, then finish what is in work. Raises InvalidToken."""
        # A webhook left over from another way of running would answer every poll with 409.
        await unless(stop, self._client.delete_webhook(drop_pending_updates=False))
        while not stop.is_set():
            await unless(stop, self._round())
        await self._intake.close(FINISH)
        await self._confirm()

    async def _round(self) -> None:
        in_work = self._intake.in_work
        offset = self._offset()
        try:
            updates = await self._client.raw_updates(offset, 0 if in_work else LONG_POLL, WINDOW)
        except TelegramError as error:
            self._failures += 1
            await asyncio.sleep(self._pause(error))
            return
        self._failures = 0
        self._confirmed = offset
        # An update without an id can't be confirmed, so it can't be taken either. Telegram sends none such.
        known = [raw for raw in updates if isinstance(raw, dict) and isinstance(raw.get("update_id"), int)]
        fresh = [raw for raw in known if not self._intake.knows(raw["update_id"])]
        self._take(fresh)
        if self._stuck(len(known) >= WINDOW and not fresh):
            # All that Telegram shows is known, so what comes after stays hidden behind what waits: the database
            # keeps that instead, and living chats are served.
            await self._intake.set_aside(known)
        elif self._intake.in_work:
            await self._rest()

    async def _rest(self) -> None:
        """Wait until something in work is done, but no less than `LEAST` while there is more."""
        least = asyncio.get_running_loop().time() + LEAST
        await asyncio.wait(self._intake.in_work.values(), timeout=PAUSE, return_when=asyncio.FIRST_COMPLETED)
        if self._intake.in_work:
            await asyncio.sleep(max(0.0, least - asyncio.get_running_loop().time()))

    def _stuck(self, full: bool) -> bool:
        """Whether a full window without anything new has lasted, and there is room to go on without it."""
        now = asyncio.get_running_loop().time()
        self._full_since = (self._full_since or now) if full else None
        lasted = self._full_since is not None and now - self._full_since >= STUCK
        return lasted and len(self._intake.in_work) < MOST_IN_WORK

    def _take(self, fresh: list[dict[str, Any]]) -> None:
        for raw in fresh:
            self._intake.accept(raw)
            self._next = max(self._next, raw["update_id"] + 1)

    def _offset(self) -> int:
        aside = self._intake.aside
        return min((one for one in self._intake.in_work if one not in aside), default=self._next)

    def _pause(self, error: TelegramError) -> float:
        """Seconds to wait after a failed poll. Raises InvalidToken: no waiting will mend it."""
        if isinstance(error, InvalidToken):
            raise error
        if isinstance(error, RetryAfter):
            return seconds_told(error)
        if isinstance(error, Conflict):
            log.error("another process polls with this token; stop one of the two (409 from Telegram)")
            return CONFLICT_PAUSE
        pause = pause_after(self._failures)
        log.warning("Telegram can't be reached (%s), again in %.1f s", type(error).__name__, pause)
        return pause

    async def _confirm(self) -> None:
        # The long poll that was broken off may or may not have brought its offset to Telegram.
        offset = self._offset()
        if offset == self._confirmed:
            return
        try:
            async with asyncio.timeout(CONFIRM):
                await self._client.raw_updates(offset, timeout=0, limit=1)
        except (TelegramError, TimeoutError) as error:
            log.warning("the last updates stay unconfirmed (%s): they may be answered twice", type(error).__name__)
