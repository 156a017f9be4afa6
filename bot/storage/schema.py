"""Brings a database to the tables of this version, by the steps of `migrations/`."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.connections import Connections
from bot.storage.errors import StorageBusy, StorageError
from bot.storage.faults import code_of, name, passes

MIGRATIONS = Path(__file__).parent / "migrations"
# Any number, the same in all processes: whoever holds it migrates, the others wait for it.
_LOCK = 0x686F695F62616F


async def migrate(connections: Connections) -> None:
    """Bring the database to the newest version, in one transaction; several processes may do so at once.

    Within one process, one database after the other: Alembic's current connection is a global.

    Raises StorageBusy where waiting may help and StorageError where it will not.
    """
    try:
        async with connections.writing() as connection:
            await lock(connection)
            await connection.run_sync(upgrade)
    except Exception as error:
        if passes(error):
            raise StorageBusy(f"the database is not there yet ({name(error)})") from error
        raise StorageError(f"DATABASE_URL: the database can't be used ({_reason(error)})") from error


async def lock(connection: AsyncConnection) -> None:
    """Keep other processes from migrating until the transaction ends. SQLite's transaction does that by itself."""
    if connection.dialect.name == "postgresql":
        await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))


def upgrade(connection: sa.Connection, revision: str = "head") -> None:
    """Go up to a revision, within the connection's transaction."""
    command.upgrade(_config(connection), revision)


def downgrade(connection: sa.Connection, revision: str) -> None:
    """Go down to a revision; "base" is an empty database."""
    command.downgrade(_config(connection), revision)


def _config(connection: sa.Connection) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))  # % has a meaning there
    config.set_main_option("path_separator", "os")
    return config


def _reason(error: Exception) -> str:
    if isinstance(error, CommandError):
        return "a newer version of this bot has changed its tables"
    known = {
        "28P01": "the user or the password was refused",
        "28000": "the user was refused",
        "3D000": "there is no database of that name",
    }
    return known.get(code_of(error) or "", name(error))
