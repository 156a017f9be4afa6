"""A database for a test, of each kind: a file of SQLite's and one in a real PostgreSQL."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from bot.storage import Store
from tests.postgres import Postgres, running

Open = Callable[..., Awaitable[Store]]
Away = Callable[[], AbstractAsyncContextManager[None]]


@pytest.fixture(scope="session")
def server() -> Iterator[Postgres]:
    """PostgreSQL."""
    with running() as postgres:
        yield postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a new database: the test runs once for each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/kept/bot.db"
    server: Postgres = request.getfixturevalue("server")
    return server.new_database()


@pytest.fixture
async def open_store(url: str) -> AsyncIterator[Open]:
    """Opens stores on it as often as one likes, as after a restart or in another process; all are closed at the end."""
    opened: list[Store] = []

    async def begin(keep_days: int = 90, secret: bytes = b"a token") -> Store:
        opened.append(await Store.open(url, secret, keep_days))
        return opened[-1]

    yield begin
    for store in opened:
        await store.close(patience=5)


@pytest.fixture
async def store(open_store: Open) -> Store:
    """One store, which keeps texts."""
    return await open_store()


@pytest.fixture
def away(url: str, request: pytest.FixtureRequest) -> Away:
    """Takes the database away as long as a block lasts: SQLite's is locked by another, PostgreSQL's server stopped."""

    @asynccontextmanager
    async def locked() -> AsyncIterator[None]:
        other = sqlite3.connect(
            url.removeprefix("sqlite:///"), isolation_level=None, timeout=5, check_same_thread=False
        )
        try:
            # In a thread: a transaction that is open now must be able to end.
            await asyncio.to_thread(other.execute, "BEGIN EXCLUSIVE")
            yield
        finally:
            other.close()

    @asynccontextmanager
    async def stopped() -> AsyncIterator[None]:
        server: Postgres = request.getfixturevalue("server")
        await asyncio.to_thread(server.stop)
        try:
            yield
        finally:
            await asyncio.to_thread(server.start)

    return locked if url.startswith("sqlite") else stopped
