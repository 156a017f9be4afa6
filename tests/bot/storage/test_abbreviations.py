from bot.storage import Store
from tests.bot.storage.conftest import Open


async def test_an_abbreviation_is_known_at_once_in_other_processes_and_after_a_restart(open_store: Open) -> None:
    first, other = await open_store(), await open_store()
    await first.abbreviations.put("NSNN", "ngân sách nhà nước")
    for store in (first, other, await open_store()):
        assert await store.abbreviations.all() == {"NSNN": "ngân sách nhà nước"}


async def test_a_later_meaning_replaces_the_first(store: Store) -> None:
    store.abbreviations.put("HĐND", "hội đồng")
    store.abbreviations.put("HĐND", "Hội đồng nhân dân")
    assert await store.abbreviations.all() == {"HĐND": "Hội đồng nhân dân"}


async def test_removing_tells_whether_there_was_one(store: Store) -> None:
    store.abbreviations.put("NSNN", "ngân sách nhà nước")
    assert await store.abbreviations.remove("NSNN") is True
    assert await store.abbreviations.remove("NSNN") is False
    assert await store.abbreviations.all() == {}


async def test_they_come_in_one_order_from_both_databases(store: Store) -> None:
    shorts = ["đt", "ĐT", "a", "B", "_", "Z", "ubnd"]
    for short in shorts:
        store.abbreviations.put(short, "x")
    assert list(await store.abbreviations.all()) == sorted(shorts)
