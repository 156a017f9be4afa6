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

    def add(self, update_id: int) -> asyncio.Future[None]:
        """The update was answered."""
        row = {"update_id": update_id, "at": datetime.now(UTC)}
        return self._database.submit(lambda connection: upsert(connection, handled_updates, row))

    async def known(self, ids: Sequence[int]) -> set[int]:
        """Those of `ids` that were answered. Raises StorageBusy."""
        column = handled_updates.c.update_id

        async def query(connection: AsyncConnection) -> set[int]:
            found = await connection.scalars(sa.select(column).where(column.in_(ids)))
            return set(found)

        return await self._database.read(query) if ids else set()
