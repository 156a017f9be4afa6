import pytest

from bot.storage import StorageError, Store, Vote
from tests.bot.storage.conftest import Open
from tests.bot.storage.samples import OTHER, PERSON, reply


async def test_a_vote_is_known_at_once_and_after_a_restart(open_store: Open) -> None:
    first = await open_store()
    one = reply()
    first.replies.put(one)
    first.feedback.vote(one.id, PERSON, -1, "sai số")
    assert await first.feedback.of(one.id, PERSON) == Vote(-1, "sai số")
    assert await (await open_store()).feedback.of(one.id, PERSON) == Vote(-1, "sai số")


async def test_a_later_vote_of_the_same_person_replaces_the_first(store: Store) -> None:
    one = reply()
    store.replies.put(one)
    store.feedback.vote(one.id, PERSON, -1, "sai câu")
    store.feedback.vote(one.id, PERSON, 1)
    assert await store.feedback.of(one.id, PERSON) == Vote(1, None)


async def test_each_person_and_each_answer_has_a_vote(store: Store) -> None:
    first, second = reply(), reply()
    for one in (first, second):
        store.replies.put(one)
    store.feedback.vote(first.id, PERSON, 1)
    store.feedback.vote(first.id, OTHER, -1)
    assert await store.feedback.of(first.id, PERSON) == Vote(1, None)
    assert await store.feedback.of(first.id, OTHER) == Vote(-1, None)
    assert await store.feedback.of(second.id, PERSON) is None


async def test_a_vote_on_an_answer_that_is_gone_is_dropped_and_what_comes_with_it_is_kept(store: Store) -> None:
    one = reply()
    store.replies.put(one)
    lost = store.feedback.vote("gone-gone-12", PERSON, 1)
    kept = store.feedback.vote(one.id, PERSON, 1)
    await kept
    with pytest.raises(StorageError):
        await lost


async def test_a_reason_may_hold_anything(store: Store) -> None:
    one = reply()
    store.replies.put(one)
    await store.feedback.vote(one.id, PERSON, -1, "a\0b\ud800c")
    assert await store.feedback.of(one.id, PERSON) == Vote(-1, "ab?c")
