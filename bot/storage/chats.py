"""What is known of a chat: whether it was greeted or refused, and which one it was before it became a supergroup."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.errors import StorageBusy
from bot.storage.replies import Replies
from bot.storage.tables import chats, quotas, replies, upsert

RECALL = 2.0  # seconds between attempts to read what a restart has forgotten


@dataclass(frozen=True, slots=True)
class ChatState:
    """`greeted` is None where nothing is known; `origin` is the key of the group that this supergroup was."""

    greeted: bool | None = None
    refused: bool = False
    origin: str | None = None


class Chats:
    """The state of each chat that has one."""

    def __init__(self, database: Database, replies: Replies) -> None:
        """`replies` follow a chat whose key changes."""
        self._database = database
        self._replies = replies
        self._origins: dict[str, str] = {}

    async def get(self, key: str) -> ChatState:
        """The chat's state, the default where nothing is known of it. Raises StorageBusy."""
        return await self._database.read(lambda connection: _state(connection, key))

    async def recall(self) -> None:
        """Read all origins, as soon as the database tells: `origin` then knows them also while it does not."""
        statement = sa.select(chats.c.key, chats.c.origin).where(chats.c.origin.is_not(None))

        async def query(connection: AsyncConnection) -> dict[str, str]:
            return {row.key: row.origin for row in await connection.execute(statement)}

        while True:
            try:
                found = await self._database.read(query)
                break
            except StorageBusy:
                await asyncio.sleep(RECALL)
        self._origins |= found

    def origin(self, key: str) -> str | None:
        """The key of the group that a supergroup was, where this process knows it without asking the database."""
        return self._origins.get(key)

    def set(self, key: str, *, greeted: bool | None = None, refused: bool | None = None) -> asyncio.Future[None]:
        """Change what is not None."""
        given = {"greeted": greeted, "refused": refused}
        changed = {name: value for name, value in given.items() if value is not None}
        row = {"key": key, "greeted": False, "refused": False} | changed
        return self._database.submit(lambda connection: upsert(connection, chats, row, changed))

    def migrate(self, old: str, new: str) -> asyncio.Future[None]:
        """The group `old` is the supergroup `new` from now on: its state, replies and quotas become the new one's.

        Telegram tells of it twice, once in each chat; the second time only takes what came in between.
        """
        self._replies.move(old, new)
        if new not in self._origins:
            self._origins[new] = self._origins.get(old, old)

        async def change(connection: AsyncConnection) -> None:
            was, now = await _state(connection, old), await _state(connection, new)
            row = {
                "key": new,
                # A group of which nothing is known was there before anything was kept: it needs no greeting now.
                "greeted": was.greeted or now.greeted or was.greeted is now.greeted is None,
                "refused": was.refused or now.refused,
                "origin": now.origin or was.origin or old,
            }
            await upsert(connection, chats, row, ("greeted", "refused", "origin"))
            await connection.execute(sa.delete(chats).where(chats.c.key == old))
            await connection.execute(sa.update(replies).where(replies.c.chat == old).values(chat=new))
            # Where both have asked in the same hour, the new chat's own count stays.
            theirs = sa.select(quotas.c.window).where(quotas.c.key == new).scalar_subquery()
            moved = sa.update(quotas).where(quotas.c.key == old, quotas.c.window.not_in(theirs))
            await connection.execute(moved.values(key=new))

        return self._database.submit(change)


async def _state(connection: AsyncConnection, key: str) -> ChatState:
    statement = sa.select(chats.c.greeted, chats.c.refused, chats.c.origin).where(chats.c.key == key)
    row = (await connection.execute(statement)).first()
    return ChatState() if row is None else ChatState(*row)
