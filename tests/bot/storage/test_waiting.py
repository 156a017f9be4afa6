from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.storage import Store
from tests.bot.storage.conftest import Open

TEXTS = st.text(st.characters(), max_size=20)  # surrogates and NUL among them
JSON: st.SearchStrategy[dict[str, Any]] = st.dictionaries(TEXTS, TEXTS | st.integers() | st.none(), max_size=4)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(raw=JSON)
async def test_an_update_comes_back_as_it_was(store: Store, raw: dict[str, Any]) -> None:
    await store.waiting.put(5, raw)
    assert await store.waiting.all() == [raw]
    await store.waiting.remove(5)


async def test_updates_come_back_after_a_restart_in_the_order_of_their_ids(open_store: Open) -> None:
    first = await open_store()
    for number in (30, 10, 20):
        first.waiting.put(number, {"update_id": number})
    await first.close(patience=5)
    again = await open_store()
    assert [raw["update_id"] for raw in await again.waiting.all()] == [10, 20, 30]


async def test_an_answered_update_waits_no_more(store: Store) -> None:
    store.waiting.put(1, {})
    store.waiting.put(2, {"left": True})
    store.waiting.remove(1)
    assert await store.waiting.all() == [{"left": True}]


async def test_removing_what_does_not_wait_is_no_error(store: Store) -> None:
    await store.waiting.remove(1)
    assert await store.waiting.all() == []
