"""Updates that polling passed over while their chat waits for Telegram, whole, until they are answered."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.tables import upsert, waiting_updates


class Waiting:
    """Raw updates. Telegram was told that they are done, so this is the only place that has them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, update_id: int, raw: dict[str, Any]) -> asyncio.Future[None]:
        """Keep an update's JSON object; only when the future is done may Telegram forget it."""
        row = {"update_id": update_id, "raw": json.dumps(raw), "at": datetime.now(UTC)}
        return self._database.submit(lambda connection: upsert(connection, waiting_updates, row))

    def remove(self, update_id: int) -> asyncio.Future[None]:
        """The update was answered."""
        statement = sa.delete(waiting_updates).where(waiting_updates.c.update_id == update_id)

        async def change(connection: AsyncConnection) -> None:
            await connection.execute(statement)

        return self._database.submit(change)

    async def all(self) -> list[dict[str, Any]]:
        """Every update that waits, by its id. Raises StorageBusy."""
        statement = sa.select(waiting_updates.c.raw).order_by(waiting_updates.c.update_id)

        async def query(connection: AsyncConnection) -> list[dict[str, Any]]:
            return [json.loads(raw) for raw in await connection.scalars(statement)]

        return await self._database.read(query)
