from typing import get_args

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.metrics import OUTCOMES, PLACES, Metrics, kind_of
from bot.storage.asked import Outcome, Place


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


def values(metrics: Metrics, name: str) -> dict[tuple[str, ...], float]:
    """The samples of a name that are not 0, by their labels' values."""
    return {
        tuple(sample.labels.values()): sample.value
        for family in text_string_to_metric_families(metrics.page().decode())
        for sample in family.samples
        if sample.name == f"hoibaocao_{name}" and sample.value
    }


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (RetryAfter(5), "429"),
        (NetworkError("Bad Gateway"), "5xx"),
        (caused(NetworkError("Invalid server response"), ValueError()), "5xx"),
        (TimedOut(), "network"),
        (caused(NetworkError("x"), httpx.ConnectError("")), "network"),
        (BadRequest("chat not found"), "refused"),
        (Forbidden("blocked"), "refused"),
        (ChatMigrated(-100), "refused"),
        (Conflict("two"), "refused"),
        (InvalidToken(), "refused"),
    ],
)
def test_errors_of_telegram_are_of_four_kinds(error: TelegramError, kind: str) -> None:
    assert kind_of(error) == kind
    metrics = Metrics()
    metrics.telegram_error("sendMessage", error)
    assert values(metrics, "telegram_errors_total") == {("sendMessage", kind): 1} or {(kind, "sendMessage"): 1}
    assert metrics.was_heard == (kind in ("429", "refused"))


def test_questions_are_counted_by_place_and_outcome_and_their_time_falls_into_a_bucket() -> None:
    metrics = Metrics()
    metrics.asked("group", "unsure", 0.003)
    metrics.asked("group", "unsure", 0.2)
    assert values(metrics, "questions_total") == {("unsure", "group"): 2} or {("group", "unsure"): 2}
    buckets = values(metrics, "answer_seconds_bucket")
    assert [buckets.get((edge,), 0) for edge in ("0.001", "0.0025", "0.005", "0.1", "0.25", "5.0")] == [
        0,
        0,
        1,
        1,
        2,
        2,
    ]
    assert values(metrics, "answer_seconds_sum") == {(): 0.203}


def test_updates_are_counted_by_their_kind_and_say_that_telegram_is_there() -> None:
    metrics = Metrics()
    assert not metrics.was_heard
    metrics.came({"update_id": 1, "message": {"text": "bí mật"}})
    metrics.came({"update_id": 2, "callback_query": {}})
    metrics.came({"update_id": 3, "chat_boost": {}})
    assert values(metrics, "updates_total") == {("message",): 1, ("callback_query",): 1, ("other",): 1}
    assert metrics.was_heard


def test_what_others_count_is_asked_for_when_the_page_is() -> None:
    metrics = Metrics()
    queue: list[int] = []
    metrics.watch(in_work=lambda: 3, queued=lambda: len(queue))
    queue += [1, 2]
    assert values(metrics, "updates_in_work") == {(): 3}
    assert values(metrics, "storage_queue") == {(): 2}


def test_no_value_of_a_label_is_anybodys() -> None:
    metrics = Metrics()
    before = len(metrics.page().splitlines())
    for number in range(1_000):
        metrics.asked(f"bí mật {number}", f"bí mật {number}", 0.1)
        metrics.came({f"bí mật {number}": {}})
    page = metrics.page().decode()
    assert "bí mật" not in page
    assert len(page.splitlines()) < before + 10


def test_all_outcomes_are_there_from_the_start_so_that_the_first_counts_in_a_rate() -> None:
    page = Metrics().page().decode()
    assert page.count("hoibaocao_questions_total{") == len(PLACES) * len(OUTCOMES)


def test_the_process_is_measured_too() -> None:
    assert b"\nprocess_resident_memory_bytes " in Metrics().page()


def test_two_bots_in_one_process_count_apart() -> None:
    one, other = Metrics(), Metrics()
    one.came({"message": {}})
    assert not values(other, "updates_total")


def test_places_and_outcomes_are_those_that_are_kept() -> None:
    assert (get_args(Place), get_args(Outcome)) == (PLACES, OUTCOMES)


def test_silence_lasts_from_the_start_and_then_from_the_last_reply(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("bot.metrics.monotonic", lambda: now)
    metrics = Metrics()
    now = 130.0
    assert (metrics.silence(), metrics.uptime()) == (30, 30)
    metrics.heard()
    now = 135.0
    assert (metrics.silence(), metrics.uptime()) == (5, 35)
    assert values(metrics, "telegram_silence_seconds") == {(): 5}
