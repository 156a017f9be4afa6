"""Questions that found no answer, where their texts are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.tables import asked

LIMIT = 10.0  # seconds: an admin's question may take longer than a reader's


@dataclass(frozen=True, slots=True)
class Unanswered:
    """One question, when it was asked, and the abstention's reason."""

    text: str
    at: datetime
    why: str | None


async def unanswered(database: Database, since: datetime) -> list[Unanswered]:
    """All since then, the newest first. Raises StorageBusy."""
    statement = (
        sa.select(asked.c.text, asked.c.at, asked.c.why)
        .where(asked.c.at >= since, asked.c.outcome == "abstained", asked.c.text.is_not(None))
        .order_by(asked.c.at.desc(), asked.c.id)
    )

    async def query(connection: AsyncConnection) -> list[Unanswered]:
        return [Unanswered(*row) for row in await connection.execute(statement)]

    return await database.read(query, LIMIT)
