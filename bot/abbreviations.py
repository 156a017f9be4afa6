"""Abbreviations that an admin taught the bot: in effect at once, in every process, after a restart too."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping

from bot.answering import Answering, Library
from bot.storage import StorageBusy, Store
from bot.waiting import detached

log = logging.getLogger("bot.abbreviations")


class LiveAbbreviations:
    """Keeps the library in step with what the database holds; `index` makes one with given abbreviations.

    `shipped` tells what one stands for, the likeliest first, where the operator does not say.
    """

    def __init__(
        self,
        store: Store,
        answering: Answering,
        index: Callable[[Mapping[str, str]], Library],
        shipped: Callable[[str], tuple[str, ...]],
    ) -> None:
        self.shipped = shipped
        self._store = store
        self._answering = answering
        self._index = index
        self._used: Mapping[str, str] = {}
        self._one_at_a_time = asyncio.Lock()

    async def refresh(self) -> None:
        """Answer from a library with the abbreviations as they are now. Raises StorageBusy."""
        async with self._one_at_a_time:
            held = await self._store.abbreviations.all()
            if held == self._used:
                return
            # Beside the answering, from the old one: questions do not wait for it.
            library = await detached(lambda: self._index(held))
            await detached(lambda: self._answering.use(library))
            self._used = held
            log.info("the reports were indexed anew", extra={"fields": {"abbreviations": len(held)}})

    async def follow(self) -> None:
        """The same, where a database that is away is waited for."""
        try:
            await self.refresh()
        except StorageBusy:
            log.info("the abbreviations could not be read, the next round tries again")
