import pytest

from bot.storage import Store
from bot.storage.database import Database
from tests.bot.storage.conftest import Open

HIGHEST = 2**63 - 1


async def test_an_answered_update_is_known(store: Store) -> None:
    store.handled.add(10)
    store.handled.add(HIGHEST)
    assert await store.handled.known([9, 10, 11, HIGHEST]) == {10, HIGHEST}


async def test_it_is_known_after_a_restart(open_store: Open) -> None:
    first = await open_store()
    first.handled.add(10)
    await first.close(patience=5)
    assert await (await open_store()).handled.known([10]) == {10}


async def test_an_update_may_be_answered_twice(store: Store) -> None:
    await store.handled.add(10)
    await store.handled.add(10)
    assert await store.handled.known([10]) == {10}


async def test_nothing_asked_is_nothing_known(store: Store) -> None:
    assert await store.handled.known([]) == set()


async def test_a_new_update_costs_no_reading(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    await store.handled.add(10)
    assert await store.handled.known([11]) == set()

    async def read(*_: object) -> None:
        raise AssertionError("the database was read")

    with monkeypatch.context() as patched:
        patched.setattr(Database, "read", read)
        assert await store.handled.known([12]) == set()
        store.handled.add(12)
        assert await store.handled.known([13]) == set()
    assert await store.handled.known([12]) == {12}
