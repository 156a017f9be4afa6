"""All that is kept, in one object: what the rest of the bot uses."""

from __future__ import annotations

import asyncio
from datetime import datetime, tzinfo
from typing import Literal

from bot.storage.abbreviations import Abbreviations
from bot.storage.asked import AskedLog
from bot.storage.chats import Chats
from bot.storage.database import Database
from bot.storage.feedback import Feedback
from bot.storage.forgetting import forget
from bot.storage.handled import Handled
from bot.storage.ids import Keys
from bot.storage.pruning import prune
from bot.storage.quotas import Quotas
from bot.storage.replies import Replies
from bot.storage.statistics import Statistics, statistics
from bot.storage.unanswered import Unanswered, unanswered
from bot.storage.waiting import Waiting


class Store:
    """What must survive a restart. Used from one event loop.

    What writes returns a future at once: done when the database has it, and free to be ignored. What reads is
    awaited, knows what this process has written, and raises StorageBusy where the database does not answer.
    """

    def __init__(self, database: Database, secret: bytes, keep_days: int) -> None:
        """`secret` makes the keys; `keep_days` is how long texts are kept, 0 for not at all."""
        texts = keep_days > 0
        self._database = database
        self._keys = Keys(secret)
        self._keep_days = keep_days
        self.handled = Handled(database)
        self.waiting = Waiting(database)
        self.replies = Replies(database, texts)
        self.feedback = Feedback(database)
        self.asked = AskedLog(database, texts)
        self.quotas = Quotas(database)
        self.chats = Chats(database, self.replies)
        self.abbreviations = Abbreviations(database)

    @classmethod
    async def open(cls, url: str, secret: bytes, keep_days: int) -> Store:
        """Open the database of DATABASE_URL and bring it to the newest version.

        One that is not there yet is not waited for: it is migrated when it comes, and writes wait for it.
        Raises StorageError, one line without the address, where waiting would not help.
        """
        return cls(await Database.open(url), secret, keep_days)

    async def close(self, patience: float) -> None:
        """Write what is queued, at most so many seconds, and disconnect."""
        await self._database.close(patience)

    @property
    def unwritten(self) -> int:
        """How many changes wait for the database."""
        return self._database.waiting

    @property
    def keep_days(self) -> int:
        """How long texts are kept, in days; 0 where they are not."""
        return self._keep_days

    @property
    def failing(self) -> bool:
        """Whether the database took no write when it was last tried."""
        return self._database.failing

    async def answers(self) -> bool:
        """Whether the database answers now. Raises StorageBusy where it does not."""
        await self.handled.known([0])
        return True

    def key(self, kind: Literal["chat", "person", "refused"], id: int) -> str:
        """What stands for a chat or a person in everything that is kept: 24 hexadecimal digits."""
        return self._keys.of(kind, id)

    def forget(self, person: str) -> asyncio.Future[int]:
        """Delete all that is kept of a person; gives how many questions that were."""
        return forget(self._database, self.replies, person)

    def prune(self, now: datetime) -> asyncio.Future[None]:
        """Delete what is older than it may be."""
        return prune(self._database, self.replies, self._keep_days, now)

    async def statistics(self, since: datetime, until: datetime, zone: tzinfo) -> Statistics:
        """The figures from `since` to before `until`, by the zone's days and hours. Raises StorageBusy."""
        return await statistics(self._database, since, until, zone)

    async def unanswered(self, since: datetime) -> list[Unanswered]:
        """Questions that found no answer since then, the newest first. Raises StorageBusy."""
        return await unanswered(self._database, since)
