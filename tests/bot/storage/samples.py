"""Replies and questions for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.storage import Asked, Reply, new_id

NOON = datetime(2026, 3, 10, 12, 0, 0, 123456, tzinfo=UTC)
PERSON, OTHER, CHAT, GROUP = ("a" * 24, "b" * 24, "c" * 24, "d" * 24)


def reply(minutes: float = 0, **changes: Any) -> Reply:
    """A reply so many minutes after noon."""
    at = NOON + timedelta(minutes=minutes)
    one = Reply(new_id(), CHAT, PERSON, 100, None, "answer", ("tổng thu?",), "f00d", at)
    return replace(one, **changes)


def question(minutes: float = 0, **changes: Any) -> Asked:
    """A question so many minutes after noon."""
    at = NOON + timedelta(minutes=minutes)
    return replace(Asked(at, PERSON, CHAT, "tổng thu?", "answered", None, 2.5, "private"), **changes)
