import asyncio
from itertools import count

import pytest

from bot import turns


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second passes with each look at the clock."""
    seconds = count()
    monkeypatch.setattr(turns, "perf_counter", lambda: float(next(seconds)))


async def test_seconds_are_counted_from_when_the_turn_came() -> None:
    turns.begin()
    assert [turns.elapsed(), turns.elapsed()] == [1, 2]
    turns.begin()
    assert turns.elapsed() == 1


async def test_outside_of_a_turn_no_time_passes() -> None:
    assert turns.elapsed() == 0


async def test_each_task_has_a_turn_of_its_own_and_what_it_begins_is_part_of_it() -> None:
    begun = asyncio.Event()

    async def first() -> float:
        turns.begin()  # at 0
        begun.set()
        await other  # at 1, and it looks once more
        return await asyncio.create_task(_elapsed())

    async def second() -> float:
        await begun.wait()
        turns.begin()
        return turns.elapsed()

    other = asyncio.create_task(second())
    assert await asyncio.create_task(first()) == 3
    assert other.result() == 1
    assert turns.elapsed() == 0


async def _elapsed() -> float:
    return turns.elapsed()
