import pytest

from bot.storage import StorageError, Store
from tests.bot.storage.conftest import Open
from tests.bot.storage.rows import votes
from tests.bot.storage.samples import OTHER, PERSON, reply


async def test_a_vote_is_kept_with_its_reason_also_by_a_store_that_closes_at_once(open_store: Open, url: str) -> None:
    store = await open_store()
    one = reply()
    store.replies.put(one)
    store.feedback.vote(one.id, PERSON, -1, "sai số")
    await store.close(patience=5)
    assert await votes(url) == [(one.id, PERSON, -1, "sai số")]


async def test_a_later_vote_of_the_same_person_replaces_the_first(store: Store, url: str) -> None:
    one = reply()
    store.replies.put(one)
    store.feedback.vote(one.id, PERSON, -1, "sai câu")
    await store.feedback.vote(one.id, PERSON, 1)
    assert await votes(url) == [(one.id, PERSON, 1, None)]


async def test_each_person_and_each_answer_has_a_vote(store: Store, url: str) -> None:
    first, second = reply(id="a" * 12), reply(id="b" * 12)
    for one in (first, second):
        store.replies.put(one)
    store.feedback.vote(first.id, PERSON, 1)
    store.feedback.vote(first.id, OTHER, -1)
    await store.feedback.vote(second.id, OTHER, 1)
    assert await votes(url) == [
        (first.id, PERSON, 1, None),
        (first.id, OTHER, -1, None),
        (second.id, OTHER, 1, None),
    ]


async def test_a_vote_on_an_answer_that_is_gone_is_dropped_and_what_comes_with_it_is_kept(
    store: Store, url: str
) -> None:
    one = reply()
    store.replies.put(one)
    lost = store.feedback.vote("gone-gone-12", PERSON, 1)
    kept = store.feedback.vote(one.id, PERSON, 1)
    await kept
    with pytest.raises(StorageError):
        await lost
    assert await votes(url) == [(one.id, PERSON, 1, None)]


async def test_a_reason_may_hold_anything(store: Store, url: str) -> None:
    one = reply()
    store.replies.put(one)
    await store.feedback.vote(one.id, PERSON, -1, "a\0b\ud800c")
    assert await votes(url) == [(one.id, PERSON, -1, "ab?c")]
