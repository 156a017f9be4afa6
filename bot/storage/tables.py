"""What is kept, table by table. `migrations/` builds it; a test holds the two together.

Chats and persons are keys of `ids.py`. The one exception passes: a waiting update is kept whole until answered.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Instant(sa.TypeDecorator[datetime]):
    """A moment: timezone-aware, UTC when read; kept as microseconds since 1970, which both databases can count with."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> int | None:
        """Raises TypeError for a datetime without a time zone."""
        return None if value is None else (value - _EPOCH) // MICROSECOND

    def process_result_value(self, value: int | None, dialect: sa.Dialect) -> datetime | None:
        """The moment in UTC."""
        return None if value is None else _EPOCH + value * MICROSECOND


class Words(sa.TypeDecorator[str]):
    """Text that people wrote: without NUL, which PostgreSQL refuses, and "?" for lone surrogates, which both do."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> str | None:
        """The text as it can be kept."""
        return None if value is None else value.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


metadata = sa.MetaData()
KEY = sa.String(24)
ID = sa.String(12)

handled_updates = sa.Table(
    "handled_updates",
    metadata,
    sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("at", Instant, nullable=False, index=True),
)
waiting_updates = sa.Table(
    "waiting_updates",
    metadata,
    sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("raw", sa.Text, nullable=False),  # JSON in ASCII: what it escapes, no database refuses
    sa.Column("at", Instant, nullable=False, index=True),
)
replies = sa.Table(
    "replies",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("chat", KEY, nullable=False),
    sa.Column("person", KEY, nullable=False),
    sa.Column("question_message", sa.BigInteger),
    sa.Column("answer_message", sa.BigInteger),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("questions", sa.Text),  # a list in JSON; NULL where texts are not kept
    sa.Column("fingerprint", sa.Text, nullable=False),
    sa.Column("at", Instant, nullable=False, index=True),
    sa.Index("ix_replies_question", "chat", "question_message"),
    sa.Index("ix_replies_answer", "chat", "answer_message"),
    sa.Index("ix_replies_person", "person", "chat", "at"),
)
feedback = sa.Table(
    "feedback",
    metadata,
    sa.Column("reply", ID, sa.ForeignKey("replies.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("person", KEY, primary_key=True),
    sa.Column("vote", sa.SmallInteger, nullable=False),  # 1 or -1
    sa.Column("reason", Words),
    sa.Column("at", Instant, nullable=False, index=True),
    sa.Index("ix_feedback_person", "person"),
)
asked = sa.Table(
    "asked",
    metadata,
    sa.Column("id", ID, primary_key=True),  # random: a batch that is written twice counts once
    sa.Column("at", Instant, nullable=False, index=True),
    sa.Column("person", KEY, index=True),  # these three are NULL where texts are not kept
    sa.Column("chat", KEY),
    sa.Column("text", Words),
    sa.Column("outcome", sa.Text, nullable=False),
    sa.Column("why", Words),
    sa.Column("ms", sa.Double, nullable=False),
    sa.Column("place", sa.Text, nullable=False),
)
quotas = sa.Table(
    "quotas",
    metadata,
    sa.Column("key", KEY, primary_key=True),
    sa.Column("window", Instant, primary_key=True),  # its start
    sa.Column("taken", sa.Integer, nullable=False),
    sa.Column("told", sa.Boolean, nullable=False),  # whether the refusal was said
)
chats = sa.Table(
    "chats",
    metadata,
    sa.Column("key", KEY, primary_key=True),
    sa.Column("greeted", sa.Boolean, nullable=False),
    sa.Column("refused", sa.Boolean, nullable=False),
    sa.Column("origin", KEY),  # the key it had before it became a supergroup
)
abbreviations = sa.Table(
    "abbreviations",
    metadata,
    sa.Column("short", Words, primary_key=True),
    sa.Column("words", Words, nullable=False),
)


async def upsert(connection: AsyncConnection, table: sa.Table, row: dict[str, Any], change: Iterable[str] = ()) -> None:
    """Insert a row, or where its primary key is there already set the columns of `change` to the row's values."""
    # Both databases take the same clause; only SQLAlchemy has it in two places.
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(table).values(**row)
    columns = {name: statement.excluded[name] for name in change}
    if columns:
        statement = statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=columns)
    else:
        statement = statement.on_conflict_do_nothing(index_elements=list(table.primary_key))
    await connection.execute(statement)
