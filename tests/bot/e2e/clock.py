"""The hour of the quotas, for tests in which it must not end by itself, or must."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

import pytest


class Clock:
    """What one module of the bot takes for now: half past eight, until a test lets time pass."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, module: str) -> None:
        self.time = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
        monkeypatch.setattr(f"{module}.datetime", self)

    def now(self, zone: tzinfo) -> datetime:
        """As `datetime.now`."""
        return self.time.astimezone(zone)

    def passes(self, **time: int) -> None:
        """So many `minutes`, `hours` …"""
        self.time += timedelta(**time)
