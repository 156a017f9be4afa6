import asyncio
import gc
import logging
from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import StorageBusy, StorageError
from bot.storage import queue as queue_module
from bot.storage import writer as module
from bot.storage.connections import Connections
from bot.storage.queue import Change
from bot.storage.schema import migrate
from bot.storage.tables import abbreviations
from bot.storage.writer import Writer
from tests.bot.storage.conftest import Away


@pytest.fixture
async def connections(url: str) -> AsyncIterator[Connections]:
    """To a database that has its tables."""
    made = Connections(url)
    await migrate(made)
    yield made
    await made.close()


@pytest.fixture
async def writer(connections: Connections) -> AsyncIterator[Writer]:
    """A writer of it."""
    made = Writer(connections, ready=True)
    yield made
    await made.close(patience=5)


def note(word: str) -> Change[str]:
    """A change that keeps a word, once, and gives it back."""

    async def change(connection: AsyncConnection) -> str:
        await connection.execute(sa.insert(abbreviations).values(short=word, words=""))
        return word

    return change


async def broken(_connection: AsyncConnection) -> None:
    raise ZeroDivisionError


async def kept(connections: Connections) -> list[str]:
    """The words in the order they were written."""
    # Neither database promises it, yet both give a table that only grew in the order it grew.
    order = "rowid" if connections.kind == "sqlite" else "ctid"
    async with connections.reading() as connection:
        return list(await connection.scalars(sa.text(f"SELECT short FROM abbreviations ORDER BY {order}")))


async def failing(writer: Writer) -> None:
    """Wait until the writer knows that the database is away."""
    while not writer.failing:
        await asyncio.sleep(0.01)


async def test_changes_are_written_in_order_and_give_their_results(writer: Writer, connections: Connections) -> None:
    words = [f"{number}" for number in range(500)]
    assert await asyncio.gather(*(writer.submit(note(word)) for word in words)) == words
    assert await kept(connections) == words


async def test_what_nobody_awaits_is_written_too(writer: Writer, connections: Connections) -> None:
    writer.submit(note("a"))
    assert writer.waiting == 1
    await writer.settled()
    assert writer.waiting == 0
    assert await kept(connections) == ["a"]


async def test_a_change_whose_caller_gave_up_is_written(writer: Writer, connections: Connections) -> None:
    writer.submit(note("a")).cancel()
    await writer.settled()
    assert await kept(connections) == ["a"]


async def test_a_bad_change_is_dropped_and_its_neighbours_are_not(
    writer: Writer, connections: Connections, caplog: pytest.LogCaptureFixture
) -> None:
    futures = [writer.submit(one) for one in (note("a"), note("a"), broken, note("bí mật\x00"), note("c"))]
    results = await asyncio.gather(*futures, return_exceptions=True)
    assert [type(result) for result in results] == [str, StorageError, StorageError, str, str]
    assert await kept(connections) == ["a", "bí mật", "c"]
    lines = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert len(lines) == 2
    assert "note" in lines[0]
    assert "ZeroDivisionError" in lines[1]
    assert not any("bí mật" in line or "(a)" in line for line in lines)


async def test_a_dropped_change_that_nobody_awaits_is_no_error_of_asyncio(writer: Writer) -> None:
    heard: list[dict[str, object]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: heard.append(context))
    for change in (broken, note("a")):  # the writer holds the last batch until it takes the next
        writer.submit(change)
        await writer.settled()
    gc.collect()
    await asyncio.sleep(0)
    assert heard == []


async def test_who_waits_for_the_queue_waits_for_all_that_was_in_it(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BATCH", 1)
    await writer.submit(note("the batch is as large as set from the next on"))
    go = asyncio.Event()

    async def held(_connection: AsyncConnection) -> None:
        await go.wait()

    first, _ = writer.submit(note("a")), writer.submit(held)
    waiting = asyncio.create_task(writer.settled())
    await first
    await asyncio.sleep(0)
    assert not waiting.done()
    go.set()
    await waiting


async def test_while_the_database_is_away_changes_wait_and_none_is_lost(
    writer: Writer, connections: Connections, away: Away
) -> None:
    await writer.submit(note("before"))
    async with away():
        futures = [writer.submit(note(f"{number}")) for number in range(300)]
        await failing(writer)
        futures += [writer.submit(note(f"{number}")) for number in range(300, 600)]
        assert not any(future.done() for future in futures)
    await asyncio.gather(*futures)
    assert await kept(connections) == ["before", *(f"{number}" for number in range(600))]
    assert not writer.failing


async def test_a_database_that_goes_and_comes_often_loses_nothing(
    writer: Writer, connections: Connections, away: Away
) -> None:
    words = [f"{number}" for number in range(60)]

    async def submit() -> None:
        for word in words:
            writer.submit(note(word))
            await asyncio.sleep(0.01)

    submitting = asyncio.create_task(submit())
    for _ in range(3):
        async with away():
            await asyncio.sleep(0.1)
        await asyncio.sleep(0.05)
    await submitting
    while writer.waiting:
        await asyncio.sleep(0.01)
    assert await kept(connections) == words


async def test_that_it_is_away_and_that_it_is_back_is_said_once(
    writer: Writer, away: Away, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot.storage")
    async with away():
        future = writer.submit(note("bí mật"))
        await failing(writer)
        await asyncio.sleep(0.5)  # some attempts more
    await future
    lines = [record.getMessage() for record in caplog.records]
    assert [line.split(",")[0] for line in lines] == ["the database takes no writes", "the database takes writes again"]
    assert "bí mật" not in "".join(lines)


async def test_who_waits_for_the_queue_is_told_when_it_cannot_be_written(writer: Writer, away: Away) -> None:
    async with away():
        future = writer.submit(note("a"))
        waiting = [asyncio.create_task(writer.settled()) for _ in range(2)]
        for one in waiting:
            with pytest.raises(StorageBusy):
                await one
        with pytest.raises(StorageBusy):
            await writer.settled()
    await future
    await writer.settled()


async def test_nobody_is_made_to_wait_for_a_long_queue_after_an_outage(
    writer: Writer, away: Away, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BATCH", 10)
    await writer.submit(note("the batch is as large as set from the next on"))
    go = asyncio.Event()

    async def held(_connection: AsyncConnection) -> None:
        await go.wait()

    async with away():
        early = [writer.submit(note(f"{number}")) for number in range(10)]
        late = [writer.submit(held) for _ in range(30)]
        await failing(writer)
    await asyncio.gather(*early)
    assert writer.failing
    with pytest.raises(StorageBusy):
        await writer.settled()
    go.set()
    await asyncio.gather(*late)
    assert not writer.failing


async def test_beyond_what_memory_should_hold_the_oldest_are_dropped_and_it_is_said_once(
    writer: Writer,
    connections: Connections,
    away: Away,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(queue_module, "MOST_WAITING", 10)
    async with away():
        first = writer.submit(note("being written"))
        await failing(writer)
        futures = [writer.submit(note(f"{number}")) for number in range(15)]
        for dropped in futures[:5]:
            with pytest.raises(StorageError):
                await dropped
    await asyncio.gather(first, *futures[5:])
    assert await kept(connections) == ["being written", *(f"{number}" for number in range(5, 15))]
    assert sum("the oldest are dropped" in record.getMessage() for record in caplog.records) == 1


async def test_closing_writes_what_is_queued(connections: Connections) -> None:
    writer = Writer(connections, ready=True)
    futures = [writer.submit(note(f"{number}")) for number in range(500)]
    await writer.close(patience=5)
    assert all(future.done() for future in futures)
    assert len(await kept(connections)) == 500


async def test_closing_waits_for_a_database_that_comes_back_in_time(connections: Connections, away: Away) -> None:
    writer = Writer(connections, ready=True)
    async with away():
        writer.submit(note("a"))
        await failing(writer)
        closing = asyncio.create_task(writer.close(patience=30))
        await asyncio.sleep(0.1)
    await closing
    assert await kept(connections) == ["a"]


async def test_closing_gives_up_on_a_database_that_does_not_and_lets_nobody_wait(
    connections: Connections, away: Away, caplog: pytest.LogCaptureFixture
) -> None:
    writer = Writer(connections, ready=True)
    async with away():
        futures = [writer.submit(note(f"{number}")) for number in range(300)]
        await failing(writer)
        await writer.close(patience=0.1)
        futures.append(writer.submit(note("after the end")))
    for future in futures:
        with pytest.raises(StorageError):
            await future
    assert await kept(connections) == []
    assert "300 changes were not written" in caplog.text


async def test_a_database_that_comes_later_gets_its_tables_first(url: str) -> None:
    connections = Connections(url)
    writer = Writer(connections, ready=False)
    assert writer.failing
    await writer.submit(note("a"))
    assert writer.ready
    assert not writer.failing
    assert await kept(connections) == ["a"]
    await writer.close(patience=5)
    await connections.close()
