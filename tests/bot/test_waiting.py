import asyncio

import pytest

from bot.waiting import unless


async def test_work_that_ends_gives_its_result() -> None:
    async def work() -> int:
        return 7

    assert await unless(asyncio.Event(), work()) == 7


async def test_work_is_broken_off_when_it_is_time_to_stop() -> None:
    stop, broken = asyncio.Event(), []

    async def work() -> None:
        stop.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            broken.append(True)
            raise

    await unless(stop, work())
    assert broken


async def test_an_error_of_the_work_is_raised() -> None:
    async def work() -> None:
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await unless(asyncio.Event(), work())
