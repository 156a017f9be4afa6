import os
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.storage.connections import Connections
from bot.storage.errors import StorageError
from tests.postgres import Postgres


async def pragma(url: str, name: str) -> object:
    """What SQLite says of a setting."""
    connections = Connections(url)
    async with connections.reading() as connection:
        value: object = await connection.scalar(sa.text(f"PRAGMA {name}"))
    await connections.close()
    return value


@pytest.mark.parametrize(
    ("name", "value"), [("journal_mode", "wal"), ("synchronous", 1), ("foreign_keys", 1), ("busy_timeout", 250)]
)
async def test_sqlite_is_set_up_for_readers_beside_a_writer(tmp_path: Path, name: str, value: object) -> None:
    assert await pragma(f"sqlite:///{tmp_path}/bot.db", name) == value


async def test_the_folder_of_the_file_is_made(tmp_path: Path) -> None:
    await pragma(f"sqlite:///{tmp_path}/a/b/bot.db", "user_version")
    assert (tmp_path / "a/b/bot.db").is_file()


async def test_what_people_asked_is_for_nobody_elses_eyes(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    umask = os.umask(0)  # no mask helps
    try:
        connections = Connections(f"sqlite:///{folder}/bot.db")
        async with connections.writing() as connection:
            await connection.execute(sa.text("CREATE TABLE questions (x INTEGER)"))
            files = {one.name: one.stat().st_mode & 0o777 for one in folder.iterdir()}
        await connections.close()
    finally:
        os.umask(umask)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert files == dict.fromkeys(["bot.db", "bot.db-wal", "bot.db-shm"], 0o600)


async def test_a_file_that_is_there_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "bot.db"
    file.touch()
    file.chmod(0o660)
    await pragma(f"sqlite:///{file}", "user_version")
    assert file.stat().st_mode & 0o777 == 0o660


async def test_a_relative_path_is_taken_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    await pragma("sqlite:///data/bot.db", "user_version")
    assert (tmp_path / "data/bot.db").is_file()


async def test_a_driver_in_the_address_changes_nothing(tmp_path: Path) -> None:
    assert await pragma(f"sqlite+pysqlite:///{tmp_path}/bot.db", "journal_mode") == "wal"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "bot.db",
        "mysql://localhost/bot",
        "sqlite",
        "sqlite:",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite://data/bot.db",
        "postgres:/localhost",
    ],
)
def test_what_names_no_database_is_refused_in_one_line_that_says_what_it_must_be(url: str) -> None:
    with pytest.raises(StorageError, match=r"^DATABASE_URL [^\n]*sqlite:///PATH[^\n]*$"):
        Connections(url)


@pytest.mark.parametrize("option", ["timeout=abc", "check_same_thread=maybe"])
def test_an_option_of_the_file_that_is_not_understood_is_told_without_it(tmp_path: Path, option: str) -> None:
    with pytest.raises(StorageError, match=r"^DATABASE_URL: [^\n]*$") as raised:
        Connections(f"sqlite:///{tmp_path}/bot.db?{option}")
    assert option not in str(raised.value)


def test_a_file_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"^DATABASE_URL: the file can't be used \(IsADirectoryError\)$"):
        Connections(f"sqlite:///{tmp_path}")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="folder"):
        Connections(f"sqlite:///{tmp_path}/file/sub/bot.db")


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+asyncpg", "postgresql+psycopg2"])
@pytest.mark.parametrize("option", ["", "?sslmode=disable", "?sslmode=prefer"])
async def test_postgresql_is_reached_by_each_of_its_schemes_and_with_sslmode(
    server: Postgres, scheme: str, option: str
) -> None:
    connections = Connections(server.url("postgres").replace("postgresql", scheme, 1) + option)
    async with connections.reading() as connection:
        assert await connection.scalar(sa.text("SELECT current_setting('application_name')")) == "hoi-bao-cao"
    await connections.close()


async def test_postgresql_is_reached_by_its_socket(server: Postgres) -> None:
    connections = Connections(server.socket_url("postgres"))
    async with connections.reading() as connection:
        assert await connection.scalar(sa.select(1)) == 1
    await connections.close()


async def test_sslmode_require_takes_no_connection_in_the_clear(server: Postgres) -> None:
    connections = Connections(server.url("postgres") + "?sslmode=require")
    with pytest.raises(Exception, match="SSL"):
        async with connections.reading():
            pass
    await connections.close()


async def test_what_fails_in_between_leaves_nothing(url: str) -> None:
    async def half() -> None:
        async with connections.writing() as connection:
            await connection.execute(sa.text("CREATE TABLE half (x INTEGER)"))
            raise ZeroDivisionError

    connections = Connections(url)
    with pytest.raises(ZeroDivisionError):
        await half()
    async with connections.reading() as connection:
        assert await connection.run_sync(lambda sync: sa.inspect(sync).get_table_names()) == []
    await connections.close()


async def test_values_stay_out_of_errors(url: str) -> None:
    connections = Connections(url)
    with pytest.raises(sa.exc.DBAPIError) as raised:
        async with connections.writing() as connection:
            await connection.execute(sa.text("INSERT INTO nowhere VALUES (:word)"), {"word": "bí mật"})
    assert "bí mật" not in str(raised.value)
    await connections.close()
