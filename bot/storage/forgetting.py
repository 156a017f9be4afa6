"""Deletes what is kept of a person."""

from __future__ import annotations

import asyncio

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.replies import Replies
from bot.storage.tables import asked, feedback
from bot.storage.tables import replies as replies_table


def forget(database: Database, replies: Replies, person: str) -> asyncio.Future[int]:
    """Delete a person's questions, replies and votes, and the votes on those replies; gives the number of questions."""
    replies.forget(person)

    async def change(connection: AsyncConnection) -> int:
        for table in (feedback, replies_table):
            await connection.execute(sa.delete(table).where(table.c.person == person))
        return (await connection.execute(sa.delete(asked).where(asked.c.person == person))).rowcount

    return database.submit(change, purge=True)
