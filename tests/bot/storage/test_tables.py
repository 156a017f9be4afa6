from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from bot.storage import Store
from bot.storage.tables import Instant, Words
from tests.bot.storage.samples import reply

DIALECT = sqlite.dialect()
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1970, 1, 2), datetime(9000, 1, 1), timezones=OFFSETS)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(at=MOMENTS)
async def test_a_moment_comes_back_in_utc_to_the_microsecond(store: Store, at: datetime) -> None:
    one = reply(at=at)
    await store.replies.put(one)
    store.replies.forget(one.person)  # from memory
    found = await store.replies.by_id(one.id)
    assert found is not None
    assert found.at == at
    assert found.at.tzinfo is UTC


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(TypeError):
        Instant().process_bind_param(datetime(2026, 1, 1), DIALECT)


@given(st.text(st.characters()))
def test_words_hold_nothing_that_a_database_refuses(text: str) -> None:
    kept = Words().process_bind_param(text, DIALECT)
    assert kept is not None
    assert "\0" not in kept
    kept.encode("utf-8")


@given(st.text(st.characters(exclude_characters="\0", codec="utf-8")))
def test_words_that_can_be_kept_are_kept_as_they_are(text: str) -> None:
    assert Words().process_bind_param(text, DIALECT) == text
