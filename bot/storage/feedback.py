"""What people think of an answer: one vote a person and answer, the last one."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Literal

from bot.storage.database import Database
from bot.storage.tables import feedback, upsert


class Feedback:
    """Votes on replies that are kept."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def vote(self, reply: str, person: str, vote: Literal[1, -1], reason: str | None = None) -> asyncio.Future[None]:
        """Keep a person's vote on a reply, 1 for and -1 against, in place of an earlier one.

        On a reply that is gone it is dropped.
        """
        row = {"reply": reply, "person": person, "vote": vote, "reason": reason, "at": datetime.now(UTC)}
        return self._database.submit(lambda connection: upsert(connection, feedback, row, ("vote", "reason", "at")))
