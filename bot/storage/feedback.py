"""What people think of an answer: one vote a person and answer, the last one."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.tables import feedback, upsert


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote, 1 for and -1 against, and what was wrong where that was said."""

    vote: Literal[1, -1]
    reason: str | None


class Feedback:
    """Votes on replies that are kept."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def vote(self, reply: str, person: str, vote: Literal[1, -1], reason: str | None = None) -> asyncio.Future[None]:
        """Keep a person's vote on a reply, in place of an earlier one. On a reply that is gone it is dropped."""
        row = {"reply": reply, "person": person, "vote": vote, "reason": reason, "at": datetime.now(UTC)}
        return self._database.submit(lambda connection: upsert(connection, feedback, row, ("vote", "reason", "at")))

    async def of(self, reply: str, person: str) -> Vote | None:
        """The person's vote on the reply. Raises StorageBusy."""
        statement = sa.select(feedback.c.vote, feedback.c.reason).where(
            feedback.c.reply == reply, feedback.c.person == person
        )

        async def query(connection: AsyncConnection) -> Vote | None:
            row = (await connection.execute(statement)).first()
            return None if row is None else Vote(row.vote, row.reason)

        return await self._database.read(query)
