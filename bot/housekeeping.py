"""What is done now and then, beside the answering: old rows go, other processes' abbreviations come."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from bot.abbreviations import LiveAbbreviations
from bot.storage import Store

PRUNE = 3600.0  # seconds
FOLLOW = 20.0  # seconds

log = logging.getLogger("bot.housekeeping")


async def keep_house(store: Store, abbreviations: LiveAbbreviations) -> None:
    """Runs until it is cancelled."""

    async def prune() -> None:
        store.prune(datetime.now(UTC))

    await asyncio.gather(_every(PRUNE, prune), _every(FOLLOW, abbreviations.follow))


async def _every(seconds: float, work: Callable[[], Awaitable[None]]) -> None:
    while True:
        try:
            await work()
        except Exception as error:  # the next round may do better, and the others go on
            log.error("a chore failed", exc_info=error)
        await asyncio.sleep(seconds)
