from datetime import UTC, datetime, timedelta

import pytest

from bot.storage import Store
from tests.bot.storage.conftest import Open
from tests.bot.storage.rows import count
from tests.bot.storage.samples import NOON, PERSON, question, reply

INSTANT = timedelta(microseconds=1)


@pytest.mark.parametrize(("keep_days", "days"), [(7, 7), (0, 90)])
async def test_questions_and_replies_go_when_they_are_older_than_they_may_be(
    open_store: Open, url: str, keep_days: int, days: int
) -> None:
    store = await open_store(keep_days=keep_days)
    one = reply()
    store.replies.put(one)
    store.asked.add(question())
    await store.prune(NOON + timedelta(days=days))
    assert await store.replies.by_id(one.id) == one
    assert (await count(url, "replies"), await count(url, "asked")) == (1, 1)
    await store.prune(NOON + timedelta(days=days) + INSTANT)
    assert await store.replies.by_id(one.id) is None
    assert (await count(url, "replies"), await count(url, "asked")) == (0, 0)


async def test_votes_go_with_their_reply_and_when_they_are_old_themselves(open_store: Open, url: str) -> None:
    store = await open_store(keep_days=7)
    now = datetime.now(UTC)
    old, kept = reply(at=now - timedelta(days=8)), reply(at=now + timedelta(days=30))
    for one in (old, kept):
        store.replies.put(one)
        await store.feedback.vote(one.id, PERSON, 1)
    await store.prune(now)
    assert await count(url, "feedback") == 1
    await store.prune(now + timedelta(days=8))
    assert (await count(url, "feedback"), await count(url, "replies")) == (0, 1)


async def test_answered_updates_are_known_for_two_days(store: Store) -> None:
    before = datetime.now(UTC)
    await store.handled.add(1)
    after = datetime.now(UTC)
    await store.prune(before + timedelta(days=2))
    assert await store.handled.known([1]) == {1}
    await store.prune(after + timedelta(days=2) + INSTANT)
    assert await store.handled.known([1]) == set()


async def test_updates_that_wait_longer_than_telegram_would_repeat_them_go(store: Store) -> None:
    before = datetime.now(UTC)
    await store.waiting.put(1, {"update_id": 1})
    after = datetime.now(UTC)
    await store.prune(before + timedelta(days=2))
    assert await store.waiting.all() == [{"update_id": 1}]
    await store.prune(after + timedelta(days=2) + INSTANT)
    assert await store.waiting.all() == []


async def test_quotas_go_when_their_hour_is_over(store: Store, url: str) -> None:
    hour = NOON.replace(minute=0, second=0, microsecond=0)
    await store.quotas.take(PERSON, 1, NOON)
    await store.prune(hour + timedelta(hours=1) - INSTANT)
    assert await count(url, "quotas") == 1
    await store.prune(hour + timedelta(hours=1))
    assert await count(url, "quotas") == 0


async def test_texts_kept_by_an_earlier_setting_go_when_it_says_none(open_store: Open) -> None:
    first = await open_store(keep_days=90)
    one = reply()
    first.replies.put(one)
    first.asked.add(question(outcome="abstained"))
    await first.close(patience=5)
    store = await open_store(keep_days=0)
    await store.prune(NOON)
    assert await store.unanswered(NOON) == []
    assert await store.forget(PERSON) == 0  # nothing tells whose the question was
    statistics = await store.statistics(NOON, NOON + timedelta(days=1), UTC)
    assert statistics.abstained == 1


async def test_a_reply_keeps_its_buttons_when_its_texts_go(open_store: Open) -> None:
    first = await open_store(keep_days=90)
    one = reply()
    first.replies.put(one)
    await first.close(patience=5)
    store = await open_store(keep_days=0)
    await store.prune(NOON)
    found = await store.replies.by_id(one.id)
    assert found is not None
    assert (found.questions, found.fingerprint) == ((), one.fingerprint)
