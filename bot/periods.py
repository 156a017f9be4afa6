"""What an admin's command says of days ("30", "30 ngày"), and which time the last so many are, by Hanoi's clocks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.answering import HANOI

_DAYS = re.compile(r"(\d{1,4})\s*(?:ngày|ngay)?", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """The last `days` days up to now, today among them."""

    days: int
    now: datetime

    @property
    def first(self) -> date:
        """Its first day."""
        return self.last - timedelta(days=self.days - 1)

    @property
    def last(self) -> date:
        """Its last day, today."""
        return self.now.astimezone(HANOI).date()

    @property
    def since(self) -> datetime:
        """Its begin: midnight in Hanoi."""
        return datetime.combine(self.first, time(), HANOI)


def days_said(words: str, default: int, most: int) -> int | None:
    """The days that a command's words ask for; None where they say none from 1 to `most`."""
    if not words.strip():
        return default
    match = _DAYS.fullmatch(words.strip())
    return int(match[1]) if match and 1 <= int(match[1]) <= most else None
