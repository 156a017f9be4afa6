"""Write-behind: changes are queued at once and written a moment later, in order, many in one transaction.

| what went wrong                          | what is done                                                |
| ---                                      | ---                                                         |
| the database is away, locked, full       | the batch again, with growing pauses, for as long as it takes |
| a change that no database would take     | the batch again one by one, and that change is dropped      |
| more changes wait than memory should hold | the oldest are dropped                                      |

A batch whose commit was taken and not confirmed is written twice: changes should bear that.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.connections import Connections
from bot.storage.errors import StorageBusy, StorageError
from bot.storage.faults import is_of_the_change, name
from bot.storage.schema import migrate

Result = TypeVar("Result")
Change = Callable[[AsyncConnection], Awaitable[Result]]

MOST_WAITING = 10_000  # changes
BATCH = 200  # changes in one transaction
FIRST_PAUSE = 0.1  # seconds; doubled each time
LONGEST_PAUSE = 2.0  # seconds
BREAK_OFF = 0.5  # seconds for a transaction that is broken off at the end

log = logging.getLogger("bot.storage")


@dataclass(frozen=True, slots=True)
class _Queued:
    number: int
    change: Change[Any]
    written: asyncio.Future[Any] = field(compare=False)


class Writer:
    """The queue and the one task that empties it. Used from one event loop."""

    def __init__(self, connections: Connections, ready: bool) -> None:
        """`ready`: the database is there and has its tables; otherwise it is migrated as soon as it comes."""
        self._connections = connections
        self._ready = ready
        self._failing = not ready
        self._queue: deque[_Queued] = deque()
        self._submitted = self._settled = 0  # the numbers of the newest change queued and the newest done with
        self._batch: list[_Queued] = []  # what is being written
        self._more = asyncio.Event()
        self._closing = asyncio.Event()
        self._waiters: list[tuple[int, asyncio.Future[None]]] = []
        self._overflowing = self._closed = False
        self._task = asyncio.create_task(self._run())

    @property
    def ready(self) -> bool:
        """Whether the database has its tables."""
        return self._ready

    @property
    def failing(self) -> bool:
        """Whether the database took no write when it was last tried."""
        return self._failing

    @property
    def waiting(self) -> int:
        """How many changes are not written."""
        return self._submitted - self._settled

    def submit(self, change: Change[Result]) -> asyncio.Future[Result]:
        """Queue a change. The future, which need not be awaited, holds its result once it is committed.

        StorageError in it: the change was dropped. Cancelling it cancels nothing.
        """
        written: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        if self._closed:
            _drop(written)
            return written
        self._submitted += 1
        self._queue.append(_Queued(self._submitted, change, written))
        if len(self._queue) > MOST_WAITING:
            _drop(self._queue.popleft().written)
            if not self._overflowing:
                self._overflowing = True
                log.error("more than %d changes wait for the database: the oldest are dropped", MOST_WAITING)
        self._more.set()
        return written

    async def settled(self) -> None:
        """Wait until all that is queued now is written. Raises StorageBusy as soon as that fails."""
        if self._settled >= self._submitted:
            return
        if self._failing:
            raise StorageBusy("the database takes no writes")
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiters.append((self._submitted, waiter))
        await waiter

    async def close(self, patience: float) -> None:
        """Write what is queued, at most so many seconds, then stop."""
        self._closing.set()
        deadline = asyncio.get_running_loop().time() + patience
        while self.waiting and (left := deadline - asyncio.get_running_loop().time()) > 0:
            waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiters.append((self._submitted, waiter))
            await asyncio.wait([waiter], timeout=left)  # a failing database may still come back within it
        self._closed = True
        self._task.cancel()
        await asyncio.wait([self._task], timeout=BREAK_OFF)
        if self.waiting:
            log.error("%d changes were not written: the database did not take them", self.waiting)
        for one in (*self._batch, *self._queue):
            _drop(one.written)

    async def _run(self) -> None:
        if not self._ready:
            await self._patiently(lambda: migrate(self._connections))
            self._ready = True
        while True:
            await self._more.wait()
            self._batch = [self._queue.popleft() for _ in range(min(BATCH, len(self._queue)))]
            await self._write(self._batch)
            if not self._queue:
                self._more.clear()
                self._overflowing = False

    async def _write(self, batch: list[_Queued]) -> None:
        try:
            results = await self._patiently(lambda: self._transaction(batch))
        except Exception as error:
            if len(batch) > 1:
                for one in batch:
                    await self._write([one])
                return
            log.error("a change was dropped: %s in %s", name(error), batch[0].change.__qualname__)
            _drop(batch[0].written)
            self._settle(batch[0].number)
            return
        for one, result in zip(batch, results, strict=True):
            if not one.written.done():
                one.written.set_result(result)
        self._settle(batch[-1].number)

    async def _transaction(self, batch: list[_Queued]) -> list[Any]:
        async with self._connections.writing() as connection:
            return [await one.change(connection) for one in batch]

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
                self._fail()
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

    def _fail(self) -> None:
        self._failing = True
        waiters, self._waiters = self._waiters, []
        for _, waiter in waiters:
            if not waiter.done():
                waiter.set_exception(StorageBusy("the database takes no writes"))

    def _settle(self, number: int) -> None:
        self._settled = number
        for upto, waiter in self._waiters:
            if upto <= number and not waiter.done():
                waiter.set_result(None)
        self._waiters = [(upto, waiter) for upto, waiter in self._waiters if not waiter.done()]


def _drop(written: asyncio.Future[Any]) -> None:
    if not written.done():
        written.set_exception(StorageError("the change was dropped"))
        written.exception()  # who does not await it need not be told by asyncio either
