import asyncio
from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import StorageBusy
from bot.storage import database as module
from bot.storage.database import READ, Database
from bot.storage.tables import abbreviations, upsert
from tests.bot.storage.conftest import Away

IN_TIME = READ + 3  # seconds; what takes longer has no limit


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    """One that is open."""
    made = await Database.open(url)
    yield made
    await made.close(patience=5)


def put(database: Database, words: str) -> asyncio.Future[None]:
    """Keep words."""
    row = {"short": "A", "words": words}
    return database.submit(lambda connection: upsert(connection, abbreviations, row, ["words"]))


async def words(connection: AsyncConnection) -> str | None:
    """What was kept."""
    found: str | None = await connection.scalar(sa.select(abbreviations.c.words))
    return found


async def slow(connection: AsyncConnection) -> None:
    """A query that never ends."""
    await asyncio.Event().wait()


async def test_what_was_queued_before_is_read(database: Database) -> None:
    for number in range(50):
        put(database, f"{number}")
        assert await database.read(words) == f"{number}"


async def test_a_read_of_a_database_that_is_away_says_so_in_time(database: Database, away: Away) -> None:
    await put(database, "before")
    async with away():
        late = put(database, "late")
        async with asyncio.timeout(IN_TIME):
            with pytest.raises(StorageBusy):
                await database.read(words)
    await late
    assert await read_again(database) == "late"


async def test_reads_in_the_midst_of_an_outage_say_so_at_once_and_all_is_well_after_it(
    database: Database, away: Away
) -> None:
    async with away():
        put(database, "late")
        async with asyncio.timeout(IN_TIME):
            outcomes = await asyncio.gather(*(database.read(words) for _ in range(100)), return_exceptions=True)
        assert {type(one) for one in outcomes} == {StorageBusy}
    assert await read_again(database) == "late"


async def read_again(database: Database) -> str | None:
    """The words, as soon as the database answers."""
    while True:
        try:
            return await database.read(words)
        except StorageBusy:
            await asyncio.sleep(0.05)


async def test_a_query_that_takes_too_long_is_broken_off(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "QUIET", 0.0)
    await put(database, "x")
    for _ in range(10):  # more than there are connections: each is given back
        with pytest.raises(StorageBusy):
            await database.read(slow, limit=0.05)
    assert await database.read(words) == "x"


async def test_while_it_does_not_answer_it_is_asked_once_in_a_while(database: Database) -> None:
    asked = []

    async def counted(connection: AsyncConnection) -> None:
        asked.append(connection)
        await slow(connection)

    for _ in range(20):
        with pytest.raises(StorageBusy):
            await database.read(counted, limit=1.0)  # long enough to connect on a busy machine
    assert len(asked) == 1


async def test_it_is_asked_again_soon_after_it_refused(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "QUIET", 0.0)
    asked = []

    async def refused(connection: AsyncConnection) -> None:
        asked.append(connection)
        raise ConnectionRefusedError

    for _ in range(3):
        with pytest.raises(StorageBusy):
            await database.read(refused)
    assert len(asked) == 3


async def test_an_error_of_the_query_is_no_outage(database: Database) -> None:
    async def wrong(connection: AsyncConnection) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await database.read(wrong)
    assert await database.read(words) is None


async def test_a_read_that_is_broken_off_by_its_caller_harms_nobody(database: Database) -> None:
    for _ in range(10):
        reading = asyncio.create_task(database.read(slow))
        await asyncio.sleep(0.01)
        reading.cancel()
        await asyncio.wait([reading])
    assert await database.read(words) is None


async def test_waiting_and_failing_tell_of_the_queue(database: Database, away: Away) -> None:
    async with away():
        late = put(database, "late")
        while not database.failing:
            await asyncio.sleep(0.01)
        assert database.waiting == 1
    await late
    assert database.waiting == 0
    assert not database.failing
