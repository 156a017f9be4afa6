import asyncio
import re
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from bot.storage import Store
from bot.storage.connections import Connections
from bot.storage.errors import StorageBusy, StorageError
from bot.storage.schema import downgrade, migrate, upgrade
from bot.storage.tables import metadata
from tests.bot.storage.conftest import Away, Open
from tests.bot.storage.samples import reply
from tests.postgres import Postgres

ROOT = Path(__file__).parents[3]


def tables(connection: sa.Connection) -> set[str]:
    """The tables there are."""
    return set(sa.inspect(connection).get_table_names())


def differences(connection: sa.Connection) -> list[object]:
    """What Alembic would change to make the database what `tables.py` says."""
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))


async def test_the_steps_lead_from_an_empty_database_to_the_tables(url: str) -> None:
    connections = Connections(url)
    await migrate(connections)
    async with connections.reading() as connection:
        assert await connection.run_sync(differences) == []
        assert await connection.run_sync(tables) == {*metadata.tables, "alembic_version"}
    await connections.close()


async def test_a_column_that_no_step_makes_would_be_found(url: str) -> None:
    connections = Connections(url)
    await migrate(connections)
    async with connections.writing() as connection:
        await connection.execute(sa.text("ALTER TABLE chats DROP COLUMN origin"))
        assert await connection.run_sync(differences) != []
    await connections.close()


async def test_the_way_leads_down_to_nothing_and_up_again(url: str) -> None:
    connections = Connections(url)
    await migrate(connections)
    async with connections.writing() as connection:
        await connection.run_sync(downgrade, "base")
        assert await connection.run_sync(tables) == {"alembic_version"}
        await connection.run_sync(upgrade)
        assert await connection.run_sync(differences) == []
    await connections.close()


async def test_migrating_again_keeps_what_is_there(open_store: Open) -> None:
    one = reply()
    await (await open_store()).replies.put(one)
    assert await (await open_store()).replies.by_id(one.id) == one


async def test_a_migration_that_is_broken_off_leaves_no_half(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(connection: sa.Connection) -> None:
        upgrade(connection)
        raise TimeoutError

    connections = Connections(url)
    with monkeypatch.context() as patched:
        patched.setattr("bot.storage.schema.upgrade", half)
        with pytest.raises(StorageBusy):
            await migrate(connections)
    async with connections.reading() as connection:
        assert await connection.run_sync(tables) == set()
    await migrate(connections)
    await connections.close()


async def test_two_stores_that_open_at_once_migrate_once(open_store: Open) -> None:
    stores = await asyncio.gather(*(open_store() for _ in range(4)))
    await asyncio.gather(*(store.handled.add(number) for number, store in enumerate(stores)))
    assert await stores[0].handled.known(range(10)) == {0, 1, 2, 3}


async def test_processes_that_start_at_once_migrate_once(url: str) -> None:
    script = """
import asyncio, sys
from bot.storage import Store

async def main(url, number):
    store = await Store.open(url, b"a token", 90)
    await store.handled.add(number)
    await store.close(5)

asyncio.run(main(sys.argv[1], int(sys.argv[2])))
"""
    running = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", script, url, str(number), cwd=ROOT, stderr=asyncio.subprocess.PIPE
        )
        for number in range(4)
    ]
    for process in running:
        _, said = await process.communicate()
        assert (process.returncode, said.decode()) == (0, "")
    store = await Store.open(url, b"a token", 90)
    assert await store.handled.known(range(10)) == {0, 1, 2, 3}
    await store.close(5)


async def test_a_database_of_a_newer_bot_is_left_alone(url: str) -> None:
    connections = Connections(url)
    await migrate(connections)
    async with connections.writing() as connection:
        await connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    await connections.close()
    with pytest.raises(StorageError, match=r"^DATABASE_URL: .*newer version"):
        await Store.open(url, b"a token", 90)


async def test_a_locked_database_is_not_an_error_of_the_settings(url: str, away: Away) -> None:
    connections = Connections(url)
    await migrate(connections)
    async with away():
        with pytest.raises(StorageBusy, match="not there yet"):
            await migrate(connections)
    await connections.close()


async def test_a_file_that_is_no_database_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "bot.db").write_text("not a database " * 100, encoding="utf-8")
    with pytest.raises(StorageError, match=r"^DATABASE_URL: [^\n]*SQLITE_NOTADB[^\n]*$"):
        await Store.open(f"sqlite:///{tmp_path}/bot.db", b"a token", 90)


async def test_a_folder_in_place_of_the_file_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"^DATABASE_URL: [^\n]*IsADirectoryError[^\n]*$"):
        await Store.open(f"sqlite:///{tmp_path}", b"a token", 90)


async def test_a_percent_in_the_address_is_only_a_character(tmp_path: Path) -> None:
    store = await Store.open(f"sqlite:///{tmp_path}/100%25/bot.db", b"a token", 90)
    await store.handled.add(1)
    await store.close(5)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("/postgres?", "/absent?"), "no database of that name"),
        (("postgres@", "nobody:pass%23word@"), "user"),
        (("127.0.0.1:", "127.0.0.1:wrong"), "ValueError"),
    ],
)
async def test_what_postgresql_refuses_is_told_in_one_line_without_the_address(
    server: Postgres, change: tuple[str, str], said: str
) -> None:
    url = server.new_database().replace(*change, 1)
    with pytest.raises(StorageError) as raised:
        await Store.open(url, b"a token", 90)
    assert re.fullmatch(f"DATABASE_URL: [^\n]*{said}[^\n]*", str(raised.value))
    assert "pass" not in str(raised.value)
    assert not isinstance(raised.value, StorageBusy)
