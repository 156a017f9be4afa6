"""When an update's turn came: the bot's own part of an answer is counted from there, not from the queue before it.

A press does not wait for its turn as a whole: it is acknowledged at once, and waits before it changes its message.
"""

from __future__ import annotations

import asyncio
from contextvars import ContextVar
from time import perf_counter

_BEGAN: ContextVar[float | None] = ContextVar("began", default=None)
_EARLIER: ContextVar[asyncio.Future[None] | None] = ContextVar("earlier", default=None)


def begin(earlier: asyncio.Future[None] | None = None) -> None:
    """The update that this task handles is being worked on from now on; `earlier`: what `come` is to wait for."""
    _BEGAN.set(perf_counter())
    _EARLIER.set(earlier)


async def come() -> None:
    """Wait until the update before this one in its queue is done with."""
    earlier = _EARLIER.get()
    if earlier is not None:
        await asyncio.wait([earlier])


def elapsed() -> float:
    """Seconds since then; 0 where no update is being handled."""
    began = _BEGAN.get()
    return 0.0 if began is None else perf_counter() - began
