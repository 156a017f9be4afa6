"""The database as each concern sees it: changes go in at once, reads are limited in time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.connections import Connections
from bot.storage.errors import StorageBusy
from bot.storage.faults import is_of_the_change, name
from bot.storage.queue import Change, Result
from bot.storage.schema import migrate
from bot.storage.writer import Writer

READ = 2.0  # seconds that a read may take
CLOSE = 0.5  # seconds to say good-bye to a database that may be gone
QUIET = 1.0  # seconds between attempts to read while the database does not answer

Read = TypeVar("Read")


class Database:
    """One database of one process. Used from one event loop."""

    def __init__(self, connections: Connections, ready: bool) -> None:
        """`ready`: the database is there and has its tables."""
        self._connections = connections
        self._writer = Writer(connections, ready)
        self._away = False  # whether the last read got no answer
        self._next_attempt = 0.0  # loop time; before it nothing is asked of a database that is away

    @classmethod
    async def open(cls, url: str) -> Database:
        """Migrate to the newest version; a database that is not there yet is migrated when it comes.

        Raises StorageError where waiting would not help.
        """
        connections = Connections(url)
        ready = True
        try:
            await migrate(connections)
        except StorageBusy:
            ready = False
        except BaseException:
            await connections.close()
            raise
        return cls(connections, ready)

    async def close(self, patience: float) -> None:
        """Write what is queued, at most so many seconds, and disconnect."""
        await self._writer.close(patience)
        with suppress(TimeoutError):
            async with asyncio.timeout(CLOSE):
                await self._connections.close()

    @property
    def waiting(self) -> int:
        """How many changes are queued and not written."""
        return self._writer.waiting

    @property
    def failing(self) -> bool:
        """Whether the last attempt to write failed."""
        return self._writer.failing

    def submit(self, change: Change[Result], purge: bool = False) -> asyncio.Future[Result]:
        """Queue a change; see `Writer.submit`."""
        return self._writer.submit(change, purge)

    async def read(self, query: Callable[[AsyncConnection], Awaitable[Read]], limit: float = READ) -> Read:
        """What `query` gives, all changes queued before it included.

        Raises StorageBusy after `limit` seconds, and at once while the database is known not to answer: a
        thousand questions must not wait two seconds each for the same dead server.
        """
        if not self._writer.ready:
            raise StorageBusy("the database is not there yet")
        loop = asyncio.get_running_loop()
        if self._away and loop.time() < self._next_attempt:
            raise StorageBusy("the database did not answer a moment ago")
        self._next_attempt = loop.time() + limit + QUIET  # one attempt at a time
        try:
            async with asyncio.timeout(limit):
                await self._writer.settled()
                async with self._connections.reading() as connection:
                    result = await query(connection)
        except StorageBusy:
            raise  # what is queued can't be written; that says nothing of reading
        except Exception as error:
            if is_of_the_change(error):
                raise
            self._away = True
            self._next_attempt = loop.time() + QUIET
            raise StorageBusy(f"the database does not answer ({name(error)})") from error
        self._away = False
        return result
