"""Deletes what is older than it may be."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.replies import Replies
from bot.storage.tables import asked, feedback, handled_updates, quotas, waiting_updates
from bot.storage.tables import replies as replies_table

WITHOUT_TEXTS = 90  # days that counts are kept where texts are not
HANDLED = timedelta(days=2)  # Telegram repeats an update for a day
WINDOW = timedelta(hours=1)  # of a quota


def prune(database: Database, replies: Replies, keep_days: int, now: datetime) -> asyncio.Future[None]:
    """Delete questions, replies and votes older than `keep_days`, answered updates and quotas that are over.

    With 0 for `keep_days`, texts and persons kept by an earlier setting are deleted too.
    """
    oldest = now - timedelta(days=keep_days or WITHOUT_TEXTS)
    replies.forget_before(oldest)
    statements: list[sa.Delete | sa.Update] = [
        sa.delete(feedback).where(feedback.c.at < oldest),
        sa.delete(replies_table).where(replies_table.c.at < oldest),
        sa.delete(asked).where(asked.c.at < oldest),
        sa.delete(handled_updates).where(handled_updates.c.at < now - HANDLED),
        sa.delete(waiting_updates).where(waiting_updates.c.at < now - HANDLED),
        sa.delete(quotas).where(quotas.c.window <= now - WINDOW),
    ]
    if keep_days == 0:
        statements += [
            sa.update(replies_table).where(replies_table.c.questions.is_not(None)).values(questions=None),
            sa.update(asked)
            .where(sa.or_(asked.c.text.is_not(None), asked.c.person.is_not(None), asked.c.chat.is_not(None)))
            .values(text=None, person=None, chat=None),
        ]

    async def change(connection: AsyncConnection) -> None:
        for statement in statements:
            await connection.execute(statement)

    return database.submit(change, purge=True)
