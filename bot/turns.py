"""When an update's turn came: the bot's own part of an answer is counted from there, not from the queue before it."""

from __future__ import annotations

from contextvars import ContextVar
from time import perf_counter

_BEGAN: ContextVar[float | None] = ContextVar("began", default=None)


def begin() -> None:
    """The update that this task handles is being worked on from now on."""
    _BEGAN.set(perf_counter())


def elapsed() -> float:
    """Seconds since then; 0 where no update is being handled."""
    began = _BEGAN.get()
    return 0.0 if began is None else perf_counter() - began
