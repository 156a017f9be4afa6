import asyncio
import threading
from queue import Queue

import pytest

from bot.waiting import Threads, detached, unless


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


async def test_long_work_gives_its_result_and_the_loop_goes_on_meanwhile() -> None:
    go = threading.Event()

    def work() -> int:
        assert go.wait(10)
        return 7

    working = asyncio.ensure_future(detached(work))
    await asyncio.sleep(0)  # the work has begun, and this goes on
    go.set()
    assert await working == 7


async def test_only_so_many_threads_work_at_once() -> None:
    go, at_once, most = threading.Event(), 0, 0
    lock = threading.Lock()

    def work() -> None:
        nonlocal at_once, most
        with lock:
            at_once += 1
            most = max(most, at_once)
        assert go.wait(10)
        with lock:
            at_once -= 1

    some = Threads(3)
    working = [asyncio.create_task(some.run(work)) for _ in range(10)]
    async with asyncio.timeout(10):
        while at_once < 3:
            await asyncio.sleep(0.001)
    go.set()
    await asyncio.gather(*working)
    assert most == 3


async def test_an_error_of_long_work_is_raised() -> None:
    def work() -> None:
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await detached(work)


async def test_long_work_that_nobody_waits_for_any_more_ends_unheard(caplog: pytest.LogCaptureFixture) -> None:
    go, threads = threading.Event(), Queue[threading.Thread]()

    def work() -> None:
        threads.put(threading.current_thread())
        assert go.wait(10)
        raise ConnectionError

    working = asyncio.ensure_future(detached(work))
    thread = await asyncio.to_thread(threads.get)
    working.cancel()
    with pytest.raises(asyncio.CancelledError):
        await working
    go.set()
    await asyncio.to_thread(thread.join, 10)
    await asyncio.sleep(0)  # whatever it had to say is heard by now
    assert not caplog.records


def test_the_end_does_not_wait_for_long_work_nor_does_that_fail_for_it() -> None:
    go, threads = threading.Event(), Queue[threading.Thread]()

    def work() -> None:
        threads.put(threading.current_thread())
        go.wait(60)

    async def main() -> threading.Thread:
        working = asyncio.ensure_future(detached(work))
        await asyncio.sleep(0)
        working.cancel()
        return threads.get()

    thread = asyncio.run(main())
    outlived = thread.is_alive()
    go.set()  # its loop is closed: an error here would be a warning, and fail the test
    thread.join(10)
    assert (outlived, thread.is_alive()) == (True, False)
    assert thread.daemon  # so that Python does not wait for it either
