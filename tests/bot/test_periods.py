from datetime import UTC, date, datetime

import pytest

from bot.periods import Period, days_said


@pytest.mark.parametrize(
    ("words", "days"),
    [("", 7), ("  ", 7), ("1", 1), ("30", 30), ("30 ngày", 30), ("30ngày", 30), ("30 NGAY", 30), ("90", 90)],
)
def test_days_are_read_as_people_type_them(words: str, days: int) -> None:
    assert days_said(words, 7, 90) == days


@pytest.mark.parametrize("words", ["0", "91", "-3", "ba", "3 tuần", "1.5", "3 4", "99999999999", "٣", "csv"])
def test_what_names_no_days_within_the_limit_is_none(words: str) -> None:
    assert days_said(words, 7, 90) is None


def test_the_last_days_end_today_and_begin_at_midnight_in_hanoi() -> None:
    # 18:30 in UTC is half past one of the next day in Hanoi.
    period = Period(7, datetime(2026, 3, 10, 18, 30, tzinfo=UTC))
    assert (period.first, period.last) == (date(2026, 3, 5), date(2026, 3, 11))
    assert period.since == datetime(2026, 3, 4, 17, 0, tzinfo=UTC)


def test_one_day_is_today() -> None:
    period = Period(1, datetime(2026, 3, 10, 3, 0, tzinfo=UTC))
    assert period.first == period.last == date(2026, 3, 10)
