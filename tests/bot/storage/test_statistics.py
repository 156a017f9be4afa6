from collections import Counter
from datetime import UTC, date, datetime, timedelta, timezone
from math import ceil
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.storage import Day, Store
from bot.storage.asked import Outcome
from tests.bot.storage.conftest import Open
from tests.bot.storage.samples import NOON, OTHER, PERSON, question, reply

HANOI = timezone(timedelta(hours=7))
DAY = timedelta(days=1)
OUTCOMES: list[Outcome] = ["answered", "unsure", "abstained"]


async def test_questions_are_counted_by_day_outcome_hour_and_place(store: Store) -> None:
    store.asked.add(question(0))
    store.asked.add(question(1, outcome="unsure", place="group"))
    store.asked.add(question(13 * 60, outcome="abstained", place="guest"))
    found = await store.statistics(NOON - DAY, NOON + DAY, UTC)
    assert found.days == (
        Day(date(2026, 3, 9), 0, 0, 0),
        Day(date(2026, 3, 10), 1, 1, 0),
        Day(date(2026, 3, 11), 0, 0, 1),
    )
    assert (found.answered, found.unsure, found.abstained, found.asked) == (1, 1, 1, 3)
    assert {hour: count for hour, count in enumerate(found.hours) if count} == {12: 2, 1: 1}
    assert found.places == {"group": 1, "guest": 1, "private": 1}


async def test_days_and_hours_are_those_of_the_zone(store: Store) -> None:
    at = datetime(2026, 3, 10, 17, 0, tzinfo=UTC)  # midnight in Hà Nội
    store.asked.add(question(at=at))
    store.asked.add(question(at=at - timedelta(microseconds=1)))
    found = await store.statistics(at - DAY, at + DAY, HANOI)
    assert [day.asked for day in found.days] == [1, 1]
    assert (found.hours[0], found.hours[23]) == (1, 1)


async def test_a_zone_of_quarters_has_whole_hours_too(store: Store) -> None:
    at = datetime(2026, 3, 10, 18, 15, tzinfo=UTC)  # midnight in Kathmandu
    store.asked.add(question(at=at))
    store.asked.add(question(at=at - timedelta(microseconds=1)))
    found = await store.statistics(at - DAY, at + DAY, ZoneInfo("Asia/Kathmandu"))
    assert (found.hours[0], found.hours[23]) == (1, 1)


async def test_the_end_is_not_part_of_it_and_the_beginning_is(store: Store) -> None:
    store.asked.add(question(0))
    assert (await store.statistics(NOON - DAY, NOON, UTC)).asked == 0
    assert (await store.statistics(NOON, NOON + DAY, UTC)).asked == 1


async def test_a_time_without_questions_has_its_days_and_no_speed(store: Store) -> None:
    found = await store.statistics(NOON, NOON + DAY, UTC)
    assert [day.asked for day in found.days] == [0, 0]
    assert (found.p50, found.p95, found.places, found.reasons) == (None, None, {}, {})


async def test_votes_are_counted_with_their_reasons_the_most_frequent_first(store: Store) -> None:
    ids = [reply(number) for number in range(3)]
    now = datetime.now(UTC)
    for one in ids:
        store.replies.put(one)
        store.feedback.vote(one.id, PERSON, -1, "sai số")
    store.feedback.vote(ids[0].id, OTHER, -1, "sai câu")
    store.feedback.vote(ids[1].id, OTHER, -1)
    store.feedback.vote(ids[2].id, OTHER, 1)
    found = await store.statistics(now - DAY, now + DAY, UTC)
    assert (found.up, found.down) == (1, 5)
    assert list(found.reasons.items()) == [("sai số", 3), ("sai câu", 1)]
    assert (await store.statistics(now - 2 * DAY, now - DAY, UTC)).down == 0


async def test_counts_need_no_texts(open_store: Open) -> None:
    store = await open_store(keep_days=0)
    store.asked.add(question(outcome="abstained"))
    assert (await store.statistics(NOON, NOON + DAY, UTC)).abstained == 1


@pytest.mark.parametrize("count", [1, 2, 19, 20, 21, 100])
async def test_half_and_nineteen_twentieths_of_the_answers_were_as_fast_as_said(store: Store, count: int) -> None:
    for number in range(count, 0, -1):
        store.asked.add(question(ms=number))
    found = await store.statistics(NOON, NOON + DAY, UTC)
    assert (found.p50, found.p95) == (ceil(0.5 * count), ceil(0.95 * count))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
@given(data=st.data())
async def test_every_question_is_in_one_day_and_one_hour(store: Store, data: st.DataObject) -> None:
    minutes = st.integers(0, 60 * 24 * 10)
    drawn = data.draw(st.lists(st.tuples(minutes, st.sampled_from(OUTCOMES)), max_size=20))
    zone = timezone(timedelta(minutes=15 * data.draw(st.integers(-48, 56))))
    asked = [question(minute, outcome=outcome, person="f" * 24) for minute, outcome in drawn]
    for one in asked:
        store.asked.add(one)
    found = await store.statistics(NOON, NOON + 10 * DAY + timedelta(minutes=1), zone)
    assert {day.date: day.asked for day in found.days if day.asked} == Counter(
        one.at.astimezone(zone).date() for one in asked
    )
    assert {hour: count for hour, count in enumerate(found.hours) if count} == Counter(
        one.at.astimezone(zone).hour for one in asked
    )
    assert found.asked == len(asked)
    await store.forget("f" * 24)
