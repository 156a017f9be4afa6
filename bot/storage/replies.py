"""Which message answers which question, and what is needed to answer it anew or to serve its buttons.

The newest replies are in memory, whole; the database has all of them, with the questions only where texts are
kept. So without texts everything works until a restart, and after one what needs no text.
"""

from __future__ import annotations

import asyncio
import json
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.tables import replies, upsert

IN_MEMORY = 2_000  # replies


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer in a chat. `chat` and `person` are keys; messages are Telegram's numbers within the chat."""

    id: str
    chat: str
    person: str
    question_message: int | None
    answer_message: int | None
    kind: str
    questions: tuple[str, ...]
    fingerprint: str
    at: datetime


class Replies:
    """All replies, the newest first where several match."""

    def __init__(self, database: Database, texts: bool) -> None:
        """`texts`: whether the database may hold the questions."""
        self._database = database
        self._texts = texts
        self._newest: OrderedDict[str, Reply] = OrderedDict()  # by id, the oldest first
        self._only_in_memory: OrderedDict[tuple[str, str], None] = OrderedDict()  # chats and persons, see `last_of`

    def put(self, reply: Reply) -> asyncio.Future[None]:
        """Keep a reply, or what became of it: one of the same id is replaced."""
        self._remember(reply)
        row = {name: getattr(reply, name) for name in Reply.__slots__}
        row["questions"] = json.dumps(reply.questions) if self._texts else None
        return self._database.submit(lambda connection: upsert(connection, replies, row, change=row))

    def sent(self, id: str, answer_message: int) -> asyncio.Future[None]:
        """The answer went out as this message."""
        if id in self._newest:
            self._newest[id] = replace(self._newest[id], answer_message=answer_message)
        return self._update(sa.update(replies).where(replies.c.id == id).values(answer_message=answer_message))

    async def by_id(self, id: str) -> Reply | None:
        """Raises StorageBusy where it is not in memory and the database does not answer; so do the others."""
        return self._newest.get(id) or await self._find(replies.c.id == id)

    async def by_question(self, chat: str, message: int) -> Reply | None:
        """The reply to a message."""
        held = self._held(lambda one: one.chat == chat and one.question_message == message)
        return held or await self._find(replies.c.chat == chat, replies.c.question_message == message)

    async def by_answer(self, chat: str, message: int) -> Reply | None:
        """The reply that a message of the bot is."""
        held = self._held(lambda one: one.chat == chat and one.answer_message == message)
        return held or await self._find(replies.c.chat == chat, replies.c.answer_message == message)

    async def last_of(
        self, chat: str, person: str, since: datetime, *, before: int, kinds: Sequence[str]
    ) -> Reply | None:
        """The newest reply of some kinds to a person in a chat since then, to a message before that one.

        `since` only moves on: where the database had nothing once, it has only what came since, which is in memory.
        """

        def wanted(one: Reply) -> bool:
            whose = one.chat == chat and one.person == person
            return whose and one.at >= since and one.kind in kinds and (one.question_message or 0) < before

        held = self._held(wanted)
        if held is not None or (chat, person) in self._only_in_memory:
            return held
        found = await self._find(
            replies.c.chat == chat,
            replies.c.person == person,
            replies.c.at >= since,
            replies.c.kind.in_(kinds),
            sa.func.coalesce(replies.c.question_message, 0) < before,
        )
        if found is None:
            self._only_in_memory[chat, person] = None
            if len(self._only_in_memory) > IN_MEMORY:
                self._only_in_memory.popitem(last=False)
        return found

    def forget(self, person: str) -> None:
        """Drop a person's replies from memory; `forgetting.py` sees to the database."""
        for id in [id for id, one in self._newest.items() if one.person == person]:
            del self._newest[id]

    def forget_before(self, oldest: datetime) -> None:
        """Drop older replies from memory; `pruning.py` sees to the database."""
        for id in [id for id, one in self._newest.items() if one.at < oldest]:
            del self._newest[id]

    def move(self, old: str, new: str) -> None:
        """Give the replies in memory of one chat to another; `chats.py` sees to the database."""
        for id, one in self._newest.items():
            if one.chat == old:
                self._newest[id] = replace(one, chat=new)

    def _remember(self, reply: Reply) -> None:
        self._newest[reply.id] = reply
        self._newest.move_to_end(reply.id)
        if len(self._newest) > IN_MEMORY:
            _, gone = self._newest.popitem(last=False)
            self._only_in_memory.pop((gone.chat, gone.person), None)

    def _held(self, wanted: Callable[[Reply], bool]) -> Reply | None:
        return next((one for one in reversed(self._newest.values()) if wanted(one)), None)

    async def _find(self, *conditions: sa.ColumnElement[bool]) -> Reply | None:
        statement = sa.select(replies).where(*conditions).order_by(replies.c.at.desc(), replies.c.id).limit(1)

        async def query(connection: AsyncConnection) -> Reply | None:
            row = (await connection.execute(statement)).mappings().first()
            return None if row is None else _reply(dict(row))

        return await self._database.read(query)

    def _update(self, statement: sa.Update) -> asyncio.Future[None]:
        async def change(connection: AsyncConnection) -> None:
            await connection.execute(statement)

        return self._database.submit(change)


def _reply(row: dict[str, Any]) -> Reply:
    questions = row.pop("questions")
    return Reply(**row, questions=() if questions is None else tuple(json.loads(questions)))
