"""Statistics → the lines above their chart, short enough for its caption."""

from __future__ import annotations

from html import escape

from bot import texts
from bot.numerals import counted, decimal
from bot.periods import Period
from bot.storage import Statistics

MOST_HOURS = 3


def render_statistics(statistics: Statistics, period: Period) -> str:
    """HTML of at most 1,024 UTF-16 units, as Telegram counts a caption."""
    if not statistics.asked:
        return texts.NOTHING_ASKED_FOR_DAYS.format(days=period.days)
    head = texts.STATISTICS.format(days=period.days, first=f"{period.first:%d/%m}", last=f"{period.last:%d/%m/%Y}")
    mean = decimal(statistics.asked / period.days)
    asked = texts.QUESTIONS_ASKED.format(count=counted(statistics.asked), mean=mean)
    counts = (statistics.answered, statistics.unsure, statistics.abstained)
    outcomes = [
        texts.OUTCOME.format(outcome=outcome, count=counted(count), share=decimal(100 * count / statistics.asked))
        for outcome, count in zip(texts.OUTCOMES, counts, strict=True)
    ]
    lines = [asked, *outcomes, _places(statistics), *_votes(statistics), *_speed(statistics)]
    lines.append(_busiest(statistics.hours))
    return "\n".join([f"<b>{head}</b>", *(escape(line, quote=False) for line in lines)])


def _places(statistics: Statistics) -> str:
    counts = [(words, statistics.places.get(place, 0)) for place, words in texts.PLACES.items()]
    places = ", ".join(f"{words} {counted(count)}" for words, count in counts if count)
    return texts.WHERE_ASKED.format(places=places)


def _votes(statistics: Statistics) -> list[str]:
    if not statistics.up and not statistics.down:
        return []
    lines = [texts.VOTES.format(up=counted(statistics.up), down=counted(statistics.down))]
    reasons = [f"{reason.lower()} {counted(count)}" for reason, count in statistics.reasons.items()]
    return [*lines, texts.VOTES_AGAINST.format(reasons=", ".join(reasons))] if reasons else lines


def _speed(statistics: Statistics) -> list[str]:
    if statistics.p50 is None or statistics.p95 is None:
        return []
    return [texts.SPEED.format(p50=decimal(statistics.p50), p95=decimal(statistics.p95))]


def _busiest(hours: tuple[int, ...]) -> str:
    """The busiest hours, of two alike the earlier first."""
    busiest = sorted((hour for hour in range(24) if hours[hour]), key=lambda hour: -hours[hour])[:MOST_HOURS]
    return texts.BUSIEST_HOURS.format(
        hours=", ".join(texts.HOUR.format(hour=hour, count=counted(hours[hour])) for hour in busiest)
    )
