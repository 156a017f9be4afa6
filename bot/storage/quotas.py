"""How much a person or a chat may still ask: fixed windows of an hour, counted in memory, kept for a restart."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.errors import StorageBusy
from bot.storage.tables import quotas, upsert


class Verdict(Enum):
    """Whether a question may be asked."""

    OK = auto()
    REFUSED_FIRST = auto()  # the first refusal of the window: say so
    REFUSED = auto()  # it was said: be silent


@dataclass(slots=True)
class _Count:
    taken: int = 0
    told: bool = False


class Quotas:
    """Counts by key. A count is read from the database when its key is first seen in a window."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._window: datetime | None = None
        self._counts: dict[str, asyncio.Future[_Count]] = {}

    async def take(self, key: str, limit: int, now: datetime) -> Verdict:
        """Count one question of `key`; `limit` is how many fit in an hour, 0 for as many as one likes."""
        if limit == 0:
            return Verdict.OK
        window = self._enter(_window(now))
        count = await self._count(key, window)
        if count.taken < limit:
            count.taken += 1
            self._keep(key, window, count)
            return Verdict.OK
        if count.told:
            return Verdict.REFUSED
        count.told = True
        self._keep(key, window, count)
        return Verdict.REFUSED_FIRST

    def _enter(self, window: datetime) -> datetime:
        """The window that is open: a clock that is set back does not open an old one again."""
        if self._window is None or window > self._window:
            self._window = window
            self._counts = {}
        return self._window

    async def _count(self, key: str, window: datetime) -> _Count:
        if key not in self._counts:
            # Two questions at once share one count, so they share the reading of it too.
            self._counts[key] = asyncio.ensure_future(self._load(key, window))
        # One that is broken off while it waits must not break off the other.
        try:
            return await asyncio.shield(self._counts[key])
        except Exception:
            self._counts.pop(key, None)  # the next question reads anew
            raise

    async def _load(self, key: str, window: datetime) -> _Count:
        statement = sa.select(quotas.c.taken, quotas.c.told).where(quotas.c.key == key, quotas.c.window == window)

        async def query(connection: AsyncConnection) -> _Count:
            row = (await connection.execute(statement)).first()
            return _Count() if row is None else _Count(row.taken, row.told)

        try:
            return await self._database.read(query)
        except StorageBusy:
            return _Count()  # who asks while the database is away is not to suffer for it

    def _keep(self, key: str, window: datetime, count: _Count) -> None:
        row = {"key": key, "window": window, "taken": count.taken, "told": count.told}
        self._database.submit(lambda connection: upsert(connection, quotas, row, ("taken", "told")))


def _window(now: datetime) -> datetime:
    """The start of the hour."""
    return now.replace(minute=0, second=0, microsecond=0)
