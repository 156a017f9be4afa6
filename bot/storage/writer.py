"""Write-behind: changes are queued at once and written a moment later, in order, many in one transaction.

| what went wrong                           | what is done                                                  |
| ---                                       | ---                                                           |
| the database is away, locked, full        | the batch again, with growing pauses, for as long as it takes |
| a change that no database would take      | the batch again one by one, and that change is dropped        |
| more changes wait than memory should hold | the oldest are dropped                                        |

A batch whose commit was taken and not confirmed is written twice: changes should bear that.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, TypeVar

from bot.storage.connections import Connections
from bot.storage.errors import StorageBusy
from bot.storage.faults import is_of_the_change, name
from bot.storage.queue import Change, Queue, Queued
from bot.storage.schema import migrate

Result = TypeVar("Result")

BATCH = 200  # changes in one transaction
FIRST_PAUSE = 0.1  # seconds; doubled each time
LONGEST_PAUSE = 2.0  # seconds
BREAK_OFF = 0.5  # seconds for a transaction that is broken off at the end

log = logging.getLogger("bot.storage")


class Writer:
    """The queue and the one task that empties it. Used from one event loop."""

    def __init__(self, connections: Connections, ready: bool) -> None:
        """`ready`: the database is there and has its tables; otherwise it is migrated as soon as it comes."""
        self._connections = connections
        self._ready = ready
        self._failing = not ready
        self._queue = Queue()
        self._batch: list[Queued] = []  # what is being written
        self._closing = asyncio.Event()
        self._task = asyncio.create_task(self._run())

    @property
    def ready(self) -> bool:
        """Whether the database has its tables."""
        return self._ready

    @property
    def failing(self) -> bool:
        """Whether the database takes no writes, or is still catching up with those that waited."""
        return self._failing

    @property
    def waiting(self) -> int:
        """How many changes are not written."""
        return self._queue.unsettled

    def submit(self, change: Change[Result], purge: bool = False) -> asyncio.Future[Result]:
        """Queue a change. The future, which need not be awaited, holds its result once it is committed.

        With `purge`, once nothing of what it deleted is left in the database's files either, if that can be had.
        StorageError in it: the change was dropped. Cancelling it cancels nothing.
        """
        return self._queue.put(change, purge)

    async def settled(self) -> None:
        """Wait until all that is queued now is written. Raises StorageBusy as soon as that fails."""
        if self._failing and self.waiting:
            raise StorageBusy("the database takes no writes")
        await self._queue.settled()

    async def close(self, patience: float) -> None:
        """Write what is queued, at most so many seconds, then stop."""
        self._closing.set()
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                while self.waiting:
                    with suppress(StorageBusy):  # a failing database may still come back
                        await self._queue.settled()
        self._task.cancel()
        await asyncio.wait([self._task], timeout=BREAK_OFF)
        if self.waiting:
            log.error("%d changes were not written: the database did not take them", self.waiting)
        self._queue.close()
        for one in self._batch:
            one.drop()

    async def _run(self) -> None:
        if not self._ready:
            await self._patiently(lambda: migrate(self._connections))
            self._ready = True
        while True:
            self._batch = await self._queue.take(BATCH)
            await self._write(self._batch)

    async def _write(self, batch: list[Queued]) -> None:
        try:
            results = await self._patiently(lambda: self._transaction(batch))
        except Exception as error:
            if len(batch) > 1:
                for one in batch:
                    await self._write([one])
                return
            log.error("a change was dropped: %s in %s", name(error), batch[0].change.__qualname__)
            batch[0].drop()
        else:
            if any(one.purge for one in batch):
                await self._purge()
            for one, result in zip(batch, results, strict=True):
                one.finish(result)
        self._queue.settle(batch[-1])

    async def _transaction(self, batch: list[Queued]) -> list[Any]:
        async with self._connections.writing() as connection:
            return [await one.change(connection) for one in batch]

    async def _purge(self) -> None:
        try:
            purged = await self._connections.purge()
        except Exception as error:
            log.warning("what was deleted may still be in the database's log: %s", name(error))
        else:
            if not purged:
                log.warning("what was deleted is still in the database's log, which is read all the time")

    async def _patiently(self, work: Callable[[], Awaitable[Result]]) -> Result:
        """The result of `work`, repeated until the database takes it. Raises what is the work's own fault."""
        pause = FIRST_PAUSE
        while True:
            try:
                result = await work()
            except Exception as error:
                if is_of_the_change(error):
                    raise
                if pause == FIRST_PAUSE:
                    log.warning("the database takes no writes, they wait: %s", name(error.__cause__ or error))
                self._failing = True
                self._queue.fail()
            else:
                # Until it has caught up, waiting for the queue could still take seconds.
                if self._failing and len(self._queue) <= BATCH:
                    log.info("the database takes writes again")
                    self._failing = False
                return result
            await self._rest(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    async def _rest(self, seconds: float) -> None:
        """Pause, but not long once the end has come: a database that is back by then is to get what it can."""
        if self._closing.is_set():
            await asyncio.sleep(FIRST_PAUSE)
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._closing.wait()
