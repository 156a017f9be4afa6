"""Connections to the database that DATABASE_URL names, set up as this bot needs them."""

from __future__ import annotations

import os
import sqlite3
from contextlib import AbstractAsyncContextManager, closing
from pathlib import Path
from typing import Any

import asyncpg
import sqlalchemy as sa
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.storage.errors import StorageError
from bot.storage.faults import name, passes

CONNECT = 2.0  # seconds to reach PostgreSQL
COMMAND = 10.0  # seconds for one statement of PostgreSQL: longer, and the connection is dead
LOCKED = 250  # milliseconds SQLite waits for a lock; the writer repeats, and a reader has two seconds
PURGE = 8  # attempts; each waits for who reads, as long as for a lock
_PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "secure_delete=ON")
POOL = {"pool_size": 3, "max_overflow": 2, "pool_timeout": CONNECT}


class Connections:
    """The engine. Reading and writing are told apart, since SQLite must know at BEGIN."""

    def __init__(self, url: str) -> None:
        """Raises StorageError where `url` is neither SQLite's nor PostgreSQL's. Connects to nothing yet."""
        scheme, separator, rest = url.partition("://")
        kind = scheme.split("+")[0].lower()
        if separator and kind == "sqlite":
            self._engine = _sqlite(rest)
        elif separator and kind in {"postgres", "postgresql"}:
            self._engine = _postgresql(f"postgresql://{rest}")
        else:
            raise StorageError("DATABASE_URL is neither sqlite:///PATH nor postgresql://USER:PASSWORD@HOST/NAME")
        self._writing = self._engine.execution_options(writes=True)
        self._purging = self._engine.execution_options(purges=True)

    @property
    def kind(self) -> str:
        """sqlite or postgresql."""
        return self._engine.dialect.name

    def reading(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """A connection to read with."""
        return self._engine.connect()

    def writing(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """A connection in a transaction that is committed at the end, or rolled back by an exception."""
        return self._writing.begin()

    async def purge(self) -> bool:
        """Leave nothing of what was deleted in SQLite's files; False where somebody reads all the time.

        What a row held stays in the write-ahead log until that is emptied. PostgreSQL's server sees to its own files.
        """
        if self.kind != "sqlite":
            return True
        async with self._purging.connect() as connection:
            for _ in range(PURGE):
                busy = (await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")).scalar_one()
                if not busy:
                    return True
        return False

    async def close(self) -> None:
        """Close what is open and idle."""
        await self._engine.dispose()


def _sqlite(rest: str) -> AsyncEngine:
    url = make_url(f"sqlite+aiosqlite://{rest}")
    # With two slashes the first folder would be taken for a host.
    if url.host or not url.database or url.database == ":memory:":
        raise StorageError("DATABASE_URL names no file; it must be sqlite:///PATH")
    folder = Path(url.database).parent
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # it holds people's questions
    except OSError as error:
        raise StorageError(f"DATABASE_URL: the folder of its file can't be made ({type(error).__name__})") from None
    _look_into(url.database)
    try:
        engine = create_async_engine(url, hide_parameters=True, **POOL)
    except (ValueError, sa.exc.ArgumentError):
        raise StorageError("DATABASE_URL: what stands behind the file's path is not understood") from None

    @sa.event.listens_for(engine.sync_engine, "connect")
    def set_up(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        for pragma in (*_PRAGMAS, f"busy_timeout={LOCKED}"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @sa.event.listens_for(engine.sync_engine, "begin")
    def begin(connection: sa.Connection) -> None:
        if connection.get_execution_options().get("purges", False):
            return  # the log can't be emptied from within a transaction
        # The driver itself begins late, and not for tables. And a transaction that reads first and writes later
        # can't wait for a lock; one that says so at once can.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _look_into(path: str) -> None:
    """Raises StorageError where the file can't be a database.

    aiosqlite would find out in a thread, which still has something to say when the event loop has ended over it.
    """
    try:
        # A new file is for nobody else's eyes, and so are those that SQLite lays beside it.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        with closing(sqlite3.connect(path, timeout=0)) as probe:
            probe.execute("PRAGMA schema_version").fetchone()
    except OSError as error:
        raise StorageError(f"DATABASE_URL: the file can't be used ({type(error).__name__})") from error
    except sqlite3.Error as error:
        if not passes(error):
            raise StorageError(f"DATABASE_URL: the file can't be used ({name(error)})") from error


def _postgresql(dsn: str) -> AsyncEngine:
    async def connect() -> asyncpg.Connection[Any]:
        # asyncpg reads all of libpq's parameters out of an address (sslmode, host=/run/…), SQLAlchemy few.
        settings = {"application_name": "hoi-bao-cao"}
        return await asyncpg.connect(dsn, timeout=CONNECT, command_timeout=COMMAND, server_settings=settings)

    return create_async_engine(
        "postgresql+asyncpg://", async_creator=connect, pool_pre_ping=True, hide_parameters=True, **POOL
    )
