"""Which updates were answered, so that a restart does not answer them again."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.tables import handled_updates, upsert


class Handled:
    """Ids of answered updates. Telegram sends an update for at most a day; they are kept for two."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._highest: int | None = None  # of all ids that are kept, once it was read

    def add(self, update_id: int) -> asyncio.Future[None]:
        """The update was answered."""
        if self._highest is not None:
            self._highest = max(self._highest, update_id)
        row = {"update_id": update_id, "at": datetime.now(UTC)}
        return self._database.submit(lambda connection: upsert(connection, handled_updates, row))

    async def known(self, ids: Sequence[int]) -> set[int]:
        """Those of `ids` that were answered; raises StorageBusy. A new update, as nearly all are, costs no reading."""
        column = handled_updates.c.update_id

        async def highest(connection: AsyncConnection) -> int:
            return await connection.scalar(sa.select(sa.func.max(column))) or 0

        if self._highest is None:
            self._highest = max(await self._database.read(highest), self._highest or 0)
        old = [one for one in ids if one <= self._highest]

        async def query(connection: AsyncConnection) -> set[int]:
            return set(await connection.scalars(sa.select(column).where(column.in_(old))))

        return await self._database.read(query) if old else set()
