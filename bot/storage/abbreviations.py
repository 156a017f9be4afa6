"""Abbreviations that an admin taught the bot, beside those of config/abbreviations.toml."""

from __future__ import annotations

import asyncio

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.tables import abbreviations, upsert


class Abbreviations:
    """Short forms and what they stand for. There are dozens, not thousands."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, short: str, words: str) -> asyncio.Future[None]:
        """Keep one, in place of an earlier one of the same short form."""
        row = {"short": short, "words": words}
        return self._database.submit(lambda connection: upsert(connection, abbreviations, row, ("words",)))

    def remove(self, short: str) -> asyncio.Future[bool]:
        """Drop one; the result tells whether there was one."""
        statement = sa.delete(abbreviations).where(abbreviations.c.short == short)

        async def change(connection: AsyncConnection) -> bool:
            return (await connection.execute(statement)).rowcount > 0

        return self._database.submit(change)

    async def all(self) -> dict[str, str]:
        """Words by short form, in the order of the short forms. Raises StorageBusy."""
        statement = sa.select(abbreviations.c.short, abbreviations.c.words)

        async def query(connection: AsyncConnection) -> dict[str, str]:
            # Sorted here: the databases have orders of their own.
            return dict(sorted((row.short, row.words) for row in await connection.execute(statement)))

        return await self._database.read(query)
