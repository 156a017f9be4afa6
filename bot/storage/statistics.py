"""How much is asked, how it went, and how fast: counted by the database, so that a year of questions is no burden."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.tables import MICROSECOND, asked, feedback

LIMIT = 10.0  # seconds: an admin's question may take longer than a reader's
# Every time zone is a multiple of it away from UTC, so days and hours of each are made of whole ones.
_QUARTER = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Day:
    """One day's questions by outcome."""

    date: date
    answered: int
    unsure: int
    abstained: int

    @property
    def asked(self) -> int:
        """All of them."""
        return self.answered + self.unsure + self.abstained


@dataclass(frozen=True, slots=True)
class Statistics:
    """The figures of a time; `days` has every day of it, also those without a question."""

    days: tuple[Day, ...]
    hours: tuple[int, ...]  # questions by hour of the day, 0 to 23
    places: dict[str, int]
    up: int
    down: int
    reasons: dict[str, int]  # of votes against, the most frequent first
    p50: float | None  # ms; None without questions
    p95: float | None

    @property
    def answered(self) -> int:
        """Questions that got a sentence."""
        return sum(day.answered for day in self.days)

    @property
    def unsure(self) -> int:
        """Questions that got a sentence with a doubt."""
        return sum(day.unsure for day in self.days)

    @property
    def abstained(self) -> int:
        """Questions that got none."""
        return sum(day.abstained for day in self.days)

    @property
    def asked(self) -> int:
        """All questions."""
        return sum(day.asked for day in self.days)


async def statistics(database: Database, since: datetime, until: datetime, zone: tzinfo) -> Statistics:
    """The figures from `since` to before `until`, days and hours as the zone's clocks show. Raises StorageBusy."""

    async def query(connection: AsyncConnection) -> Statistics:
        within = (asked.c.at >= since, asked.c.at < until)
        days, hours = await _by_time(connection, since, until, zone)
        votes = await _votes(connection, since, until)
        by_place = sa.select(asked.c.place, sa.func.count()).where(*within).group_by(asked.c.place)
        return Statistics(
            days=days,
            hours=hours,
            places=dict(sorted(await connection.execute(by_place))),
            up=sum(count for (vote, _), count in votes.items() if vote > 0),
            down=sum(count for (vote, _), count in votes.items() if vote < 0),
            reasons=_reasons(votes),
            p50=await _percentile(connection, within, 0.5),
            p95=await _percentile(connection, within, 0.95),
        )

    return await database.read(query, LIMIT)


async def _by_time(
    connection: AsyncConnection, since: datetime, until: datetime, zone: tzinfo
) -> tuple[tuple[Day, ...], tuple[int, ...]]:
    quarter = (sa.type_coerce(asked.c.at, sa.BigInteger) // (_QUARTER // MICROSECOND)).label("quarter")
    statement = (
        sa.select(quarter, asked.c.outcome, sa.func.count())
        .where(asked.c.at >= since, asked.c.at < until)
        .group_by(quarter, asked.c.outcome)
    )
    outcomes: defaultdict[date, Counter[str]] = defaultdict(Counter)
    hours = [0] * 24
    for start, outcome, count in await connection.execute(statement):
        local = datetime.fromtimestamp(start * _QUARTER.total_seconds(), UTC).astimezone(zone)
        outcomes[local.date()][outcome] += count
        hours[local.hour] += count
    first, last = since.astimezone(zone).date(), (until - MICROSECOND).astimezone(zone).date()
    dates = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return tuple(
        Day(one, outcomes[one]["answered"], outcomes[one]["unsure"], outcomes[one]["abstained"]) for one in dates
    ), tuple(hours)


async def _votes(connection: AsyncConnection, since: datetime, until: datetime) -> dict[tuple[int, str | None], int]:
    statement = (
        sa.select(feedback.c.vote, feedback.c.reason, sa.func.count())
        .where(feedback.c.at >= since, feedback.c.at < until)
        .group_by(feedback.c.vote, feedback.c.reason)
    )
    return {(vote, reason): count for vote, reason, count in await connection.execute(statement)}


def _reasons(votes: dict[tuple[int, str | None], int]) -> dict[str, int]:
    said = [(reason, count) for (vote, reason), count in votes.items() if vote < 0 and reason is not None]
    return dict(sorted(said, key=lambda one: (-one[1], one[0])))


async def _percentile(
    connection: AsyncConnection, within: tuple[sa.ColumnElement[bool], ...], share: float
) -> float | None:
    """The nearest-rank percentile of the milliseconds."""
    count = (await connection.execute(sa.select(sa.func.count()).select_from(asked).where(*within))).scalar_one()
    rank = max(0, math.ceil(share * count) - 1)
    found = await connection.scalar(sa.select(asked.c.ms).where(*within).order_by(asked.c.ms).offset(rank).limit(1))
    return None if found is None else float(found)
