import asyncio
from datetime import timedelta
from typing import NoReturn

import pytest

from bot.storage import Store, Verdict
from tests.bot.storage.conftest import Away, Open
from tests.bot.storage.samples import GROUP, NOON, OTHER, PERSON

OK, FIRST, REFUSED = Verdict.OK, Verdict.REFUSED_FIRST, Verdict.REFUSED


async def test_after_the_limit_the_refusal_is_said_once(store: Store) -> None:
    assert [await store.quotas.take(PERSON, 2, NOON) for _ in range(5)] == [OK, OK, FIRST, REFUSED, REFUSED]


async def test_each_has_a_quota_of_its_own(store: Store) -> None:
    await store.quotas.take(PERSON, 1, NOON)
    assert await store.quotas.take(OTHER, 1, NOON) is OK


async def test_no_limit_is_never_reached(store: Store) -> None:
    assert [await store.quotas.take(PERSON, 0, NOON) for _ in range(3)] == [OK] * 3


async def test_the_next_hour_begins_anew(store: Store) -> None:
    end = NOON.replace(minute=59, second=59, microsecond=999_999)
    assert [await store.quotas.take(PERSON, 1, end) for _ in range(2)] == [OK, FIRST]
    next_hour = end + timedelta(microseconds=1)
    assert [await store.quotas.take(PERSON, 1, next_hour) for _ in range(2)] == [OK, FIRST]


async def test_a_clock_that_is_set_back_gives_no_second_quota(store: Store) -> None:
    assert await store.quotas.take(PERSON, 1, NOON) is OK
    assert await store.quotas.take(PERSON, 1, NOON - timedelta(hours=1)) is FIRST


async def test_a_restart_gives_no_second_quota(open_store: Open) -> None:
    first = await open_store()
    assert [await first.quotas.take(PERSON, 2, NOON) for _ in range(2)] == [OK, OK]
    await first.close(patience=5)
    second = await open_store()
    assert await second.quotas.take(PERSON, 2, NOON) is FIRST
    await second.close(patience=5)
    assert await (await open_store()).quotas.take(PERSON, 2, NOON) is REFUSED


async def test_questions_at_the_same_moment_are_counted_one_by_one(open_store: Open) -> None:
    first = await open_store()
    await first.quotas.take(PERSON, 10, NOON)
    await first.close(patience=5)
    store = await open_store()
    verdicts = await asyncio.gather(*(store.quotas.take(PERSON, 10, NOON) for _ in range(20)))
    assert verdicts.count(OK) == 9
    assert verdicts.count(FIRST) == 1


async def test_one_that_is_broken_off_does_not_break_off_the_other(store: Store) -> None:
    broken = asyncio.create_task(store.quotas.take(PERSON, 1, NOON))
    other = asyncio.create_task(store.quotas.take(PERSON, 1, NOON))
    await asyncio.sleep(0)
    broken.cancel()
    assert await other is OK


async def test_while_the_database_is_away_counting_starts_from_nothing(open_store: Open, away: Away) -> None:
    first = await open_store()
    await first.quotas.take(PERSON, 1, NOON)
    await first.close(patience=5)
    store = await open_store()
    async with away():
        store.handled.add(1)  # SQLite answers readers while another writes: what is queued makes it wait
        assert [await store.quotas.take(PERSON, 1, NOON) for _ in range(2)] == [OK, FIRST]


async def test_hours_that_are_over_leave_memory(store: Store) -> None:
    for number in range(50):
        await store.quotas.take(f"{number:024}", 1, NOON)
    await store.quotas.take(GROUP, 1, NOON + timedelta(hours=1))
    assert len(store.quotas._counts) == 1


async def test_a_count_that_could_not_be_read_is_read_anew_by_the_next_question(
    open_store: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def explode(*_: object) -> NoReturn:
        raise ZeroDivisionError

    first = await open_store()
    await first.quotas.take(PERSON, 2, NOON)
    await first.close(patience=5)
    store = await open_store()
    with monkeypatch.context() as patch:
        patch.setattr(store._database, "read", explode)
        both = await asyncio.gather(*(store.quotas.take(PERSON, 2, NOON) for _ in range(2)), return_exceptions=True)
        assert [type(one) for one in both] == [ZeroDivisionError] * 2
    assert [await store.quotas.take(PERSON, 2, NOON) for _ in range(2)] == [OK, FIRST]
