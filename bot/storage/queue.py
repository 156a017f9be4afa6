"""The changes that are not written yet, in order, and who waits for that.

More of them than memory should hold are not kept: the oldest are dropped.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.errors import StorageBusy, StorageError

Result = TypeVar("Result")
Change = Callable[[AsyncConnection], Awaitable[Result]]

MOST_WAITING = 10_000  # changes

log = logging.getLogger("bot.storage")


@dataclass(frozen=True, slots=True, eq=False)
class Queued:
    """A change, its number in the order of all, and the future of who made it; `purge`: it deletes people's data."""

    number: int
    change: Change[Any]
    written: asyncio.Future[Any]
    purge: bool = False

    def finish(self, result: object) -> None:
        """It is written."""
        if not self.written.done():  # who made it may have given up on it
            self.written.set_result(result)

    def drop(self) -> None:
        """It will never be written."""
        if not self.written.done():
            self.written.set_exception(StorageError("the change was dropped"))
            self.written.exception()  # who does not await it need not be told by asyncio either


class Queue:
    """Used from one event loop: any number put, one takes."""

    def __init__(self) -> None:
        self._queued: deque[Queued] = deque()
        self._submitted = self._settled = 0  # the numbers of the newest change put and the newest done with
        self._more = asyncio.Event()
        self._waiters: list[tuple[int, asyncio.Future[None]]] = []
        self._overflowing = self._closed = False

    def __len__(self) -> int:
        """How many are not taken."""
        return len(self._queued)

    @property
    def unsettled(self) -> int:
        """How many are not done with, those taken included."""
        return self._submitted - self._settled

    def put(self, change: Change[Result], purge: bool = False) -> asyncio.Future[Result]:
        """Queue a change. Dropped at once if the queue is closed."""
        written: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        queued = Queued(self._submitted + 1, change, written, purge)
        if self._closed:
            queued.drop()
            return written
        self._submitted += 1
        self._queued.append(queued)
        if len(self._queued) > MOST_WAITING:
            self._queued.popleft().drop()
            if not self._overflowing:
                self._overflowing = True
                log.error("more than %d changes wait for the database: the oldest are dropped", MOST_WAITING)
        self._more.set()
        return written

    async def take(self, most: int) -> list[Queued]:
        """The next changes, at least one; whoever takes them settles them."""
        await self._more.wait()
        taken = [self._queued.popleft() for _ in range(min(most, len(self._queued)))]
        if not self._queued:
            self._more.clear()
            self._overflowing = False
        return taken

    def settle(self, last: Queued) -> None:
        """All up to this one are written or dropped."""
        self._settled = last.number
        for number, waiter in self._waiters:
            if number <= last.number and not waiter.done():
                waiter.set_result(None)
        self._waiters = [(number, waiter) for number, waiter in self._waiters if not waiter.done()]

    async def settled(self) -> None:
        """Wait until all that is queued now is settled. Raises StorageBusy if `fail` is called meanwhile."""
        if self.unsettled:
            waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiters.append((self._submitted, waiter))
            await waiter

    def fail(self) -> None:
        """Nothing is written for now: whoever waits for it waits no longer."""
        waiters, self._waiters = self._waiters, []
        for _, waiter in waiters:
            if not waiter.done():
                waiter.set_exception(StorageBusy("the database takes no writes"))

    def close(self) -> None:
        """Drop what is queued, and from now on whatever comes."""
        self._closed = True
        for queued in self._queued:
            queued.drop()
