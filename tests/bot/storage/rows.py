"""What stands in the tables, read past the store."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from bot.storage.connections import Connections
from bot.storage.tables import feedback, metadata


async def count(url: str, table: str) -> int:
    """How many rows a table has."""
    (found,) = await _rows(url, sa.select(sa.func.count()).select_from(metadata.tables[table]))
    return int(found[0])


async def votes(url: str) -> list[tuple[str, str, int, str | None]]:
    """Every vote: the reply, the person, 1 or -1, the reason; by reply and person."""
    columns = feedback.c.reply, feedback.c.person, feedback.c.vote, feedback.c.reason
    found = await _rows(url, sa.select(*columns))
    return sorted((reply, person, vote, reason) for reply, person, vote, reason in found)


async def _rows(url: str, statement: sa.Executable) -> list[tuple[Any, ...]]:
    connections = Connections(url)
    try:
        async with connections.reading() as connection:
            return [tuple(row) for row in await connection.execute(statement)]
    finally:
        await connections.close()
