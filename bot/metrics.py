"""What the bot counts, for Prometheus: numbers alone. No label holds a text, or the id of anybody or of a chat.

Every label takes one of a few known values, so that nothing anybody sends makes the page grow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from time import monotonic
from typing import Any

import httpx
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.wanted import WANTED_UPDATES

PREFIX = "hoibaocao"
PLACES = ("private", "group", "guest")
OUTCOMES = ("answered", "unsure", "abstained")
OTHER = "other"  # where a label's value is none of those that are known
BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)  # seconds


def kind_of(error: TelegramError) -> str:
    """429; network: no reply came; 5xx: one that is no use (a 5xx, no JSON); refused: a plain no."""
    if isinstance(error, RetryAfter):
        return "429"
    if isinstance(error, BadRequest) or not isinstance(error, NetworkError):
        return "refused"
    return "network" if isinstance(error, TimedOut) or isinstance(error.__cause__, httpx.HTTPError) else "5xx"


class Metrics:
    """The counts of one bot, in a registry of their own. Used from one event loop."""

    def __init__(self) -> None:
        registry = self._registry = CollectorRegistry()
        self._heard: float | None = None
        self._began = monotonic()
        self._questions = Counter(
            "questions", "Questions answered, by outcome.", ["place", "outcome"], PREFIX, registry=registry
        )
        self._seconds = Histogram(
            "answer_seconds",
            "The bot's own part of an answer: from the update to the message, without Telegram.",
            namespace=PREFIX,
            registry=registry,
            buckets=BUCKETS,
        )
        self._errors = Counter(
            "telegram_errors", "Requests Telegram did not take.", ["method", "kind"], PREFIX, registry=registry
        )
        self._updates = Counter("updates", "Updates taken in.", ["kind"], PREFIX, registry=registry)
        self._in_work = Gauge("updates_in_work", "Updates not answered yet.", namespace=PREFIX, registry=registry)
        self._queue = Gauge("storage_queue", "Writes the database has not taken.", namespace=PREFIX, registry=registry)
        self._silence = Gauge(
            "telegram_silence_seconds", "Seconds since Telegram was last heard of.", namespace=PREFIX, registry=registry
        )
        self._silence.set_function(self.silence)
        ProcessCollector(registry=registry)
        for place in PLACES:  # from zero on, so that the first one counts in a rate
            for outcome in OUTCOMES:
                self._questions.labels(place, outcome)

    def watch(self, in_work: Callable[[], int], queued: Callable[[], int]) -> None:
        """How to count the updates in work, and the writes that wait for the database."""
        self._in_work.set_function(in_work)
        self._queue.set_function(queued)

    def asked(self, place: str, outcome: str, seconds: float) -> None:
        """A question was answered; `seconds`: the bot's own part of the time."""
        self._questions.labels(_known(place, PLACES), _known(outcome, OUTCOMES)).inc()
        self._seconds.observe(seconds)

    def came(self, raw: Mapping[str, Any]) -> None:
        """An update came in, `raw` as Telegram sent it."""
        self._updates.labels(next((kind for kind in WANTED_UPDATES if kind in raw), OTHER)).inc()
        self.heard()

    def telegram_error(self, method: str, error: TelegramError) -> None:
        """A request was not taken; `method` is the Bot API's name, like sendMessage."""
        kind = kind_of(error)
        self._errors.labels(method, kind).inc()
        if kind in ("429", "refused"):
            self.heard()

    def heard(self) -> None:
        """Telegram has just replied, or sent something."""
        self._heard = monotonic()

    @property
    def was_heard(self) -> bool:
        """Whether Telegram was ever heard of."""
        return self._heard is not None

    def silence(self) -> float:
        """Seconds since Telegram was heard of; before that, since the start."""
        return monotonic() - (self._began if self._heard is None else self._heard)

    def uptime(self) -> float:
        """Seconds since the start."""
        return monotonic() - self._began

    def page(self) -> bytes:
        """All of it in Prometheus's text format, version 0.0.4."""
        return generate_latest(self._registry)


def _known(value: str, values: Iterable[str]) -> str:
    return value if value in values else OTHER
