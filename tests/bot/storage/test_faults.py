import asyncio
import sqlite3
from collections.abc import Awaitable, Callable

import asyncpg
import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import StorageBusy
from bot.storage.connections import Connections
from bot.storage.faults import is_of_the_change, name, passes
from bot.storage.schema import migrate
from bot.storage.tables import feedback, handled_updates, replies
from tests.bot.storage.conftest import Away
from tests.bot.storage.samples import NOON
from tests.postgres import Postgres

Work = Callable[[AsyncConnection], Awaitable[object]]


async def error_of(url: str, work: Work) -> Exception:
    """What the database says to it."""
    connections = Connections(url)
    await migrate(connections)
    with pytest.raises(Exception) as raised:  # noqa: PT011 - which one is what the tests ask
        async with connections.writing() as connection:
            await work(connection)
    await connections.close()
    assert isinstance(raised.value, Exception)
    return raised.value


WRONG: dict[str, Work] = {
    "a missing value": lambda c: c.execute(sa.insert(handled_updates).values(update_id=1)),
    "a reference to nothing": lambda c: c.execute(sa.insert(feedback).values(reply="x", person="y", vote=1, at=NOON)),
    "a number too large": lambda c: c.execute(sa.insert(handled_updates).values(update_id=2**70, at=NOON)),
    "a text for a number": lambda c: c.execute(sa.insert(handled_updates).values(update_id="đ\ud800", at=NOON)),
    "a lone surrogate": lambda c: c.execute(sa.select(replies).where(replies.c.kind == "\ud800")),
    "a moment without a zone": lambda c: c.execute(
        sa.insert(handled_updates).values(update_id=1, at=NOON.replace(tzinfo=None))
    ),
}


@pytest.mark.parametrize("work", WRONG.values(), ids=WRONG)
async def test_what_no_database_takes_is_the_changes_own_fault(url: str, work: Work) -> None:
    error = await error_of(url, work)
    assert is_of_the_change(error)
    assert not passes(error)


async def test_a_database_that_is_away_is_not_the_changes_fault(url: str, away: Away) -> None:
    connections = Connections(url)
    await migrate(connections)
    async with away():
        with pytest.raises(Exception) as raised:  # noqa: PT011
            async with connections.writing():
                pass
        assert isinstance(raised.value, Exception)
        assert not is_of_the_change(raised.value)
        assert passes(raised.value)
    await connections.close()


async def test_a_server_that_ends_in_the_middle_is_not_the_changes_fault(server: Postgres) -> None:
    async def interrupted(connection: AsyncConnection) -> None:
        await asyncio.to_thread(server.stop)
        try:
            await connection.execute(sa.text("SELECT 1"))
        finally:
            await asyncio.to_thread(server.start)

    error = await error_of(server.new_database(), interrupted)
    assert not is_of_the_change(error)
    assert passes(error)


@pytest.mark.parametrize(
    "error",
    [ConnectionRefusedError(), TimeoutError(), StorageBusy(), sa.exc.TimeoutError(), asyncpg.InterfaceError("")],
)
def test_what_comes_from_outside_is_not_the_changes_fault(error: Exception) -> None:
    assert not is_of_the_change(error)


@pytest.mark.parametrize(
    ("error", "waiting_helps"),
    [
        (asyncpg.CannotConnectNowError(), True),
        (asyncpg.TooManyConnectionsError(), True),
        (asyncpg.DeadlockDetectedError(), True),
        (asyncpg.LockNotAvailableError(), True),
        (asyncpg.ConnectionDoesNotExistError(), True),
        (asyncpg.InvalidPasswordError(), False),
        (asyncpg.InvalidCatalogNameError(), False),
        (asyncpg.InsufficientPrivilegeError(), False),
        (sqlite3.OperationalError("unable to open database file"), False),
        (sqlite3.DatabaseError("file is not a database"), False),
        (ConnectionRefusedError(), True),
        (ValueError(), False),
    ],
)
def test_waiting_helps_where_the_database_may_come_back(error: Exception, waiting_helps: bool) -> None:
    assert passes(error) is waiting_helps


def test_no_permission_is_not_the_changes_fault() -> None:
    assert not is_of_the_change(sa.exc.ProgrammingError("", None, asyncpg.InsufficientPrivilegeError()))
    assert is_of_the_change(sa.exc.ProgrammingError("", None, asyncpg.UndefinedTableError()))


async def test_an_errors_name_has_the_databases_own_code_and_no_value(url: str) -> None:
    row = {"reply": "bí-mật", "person": "bí-mật", "vote": 1, "at": NOON}
    error = await error_of(url, lambda c: c.execute(sa.insert(feedback).values(**row)))
    expected = {"sqlite": "SQLITE_CONSTRAINT_FOREIGNKEY", "postgresql": "23503"}[url.split(":")[0]]
    assert expected in name(error)
    assert "mật" not in name(error)
    assert name(ConnectionRefusedError("bí-mật")) == "ConnectionRefusedError"
