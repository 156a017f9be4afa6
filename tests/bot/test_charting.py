import asyncio
import logging
import sys
from datetime import date

import pytest

from bot.charting import Charts
from bot.storage import Day, Statistics

FOUND = Statistics((Day(date(2026, 3, 10), 5, 2, 1),), (1,) * 24, {}, 0, 0, {}, 1.0, 2.0)


def running(code: str) -> Charts:
    """Charts drawn by a program of a few words."""
    return Charts((sys.executable, "-c", code))


async def test_a_chart_is_drawn_by_another_process() -> None:
    loaded = "matplotlib.figure" in sys.modules
    picture = await Charts().draw(FOUND)
    assert picture is not None
    assert picture.startswith(b"\x89PNG")
    assert ("matplotlib.figure" in sys.modules) is loaded


async def test_that_process_is_told_the_figures_and_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123:bimat")
    monkeypatch.setenv("DATABASE_URL", "postgresql://u:bimat@h/d")
    said = await running("import os, sys; print(dict(os.environ), sys.stdin.read())").draw(FOUND)
    assert said is not None
    assert b"bimat" not in said
    assert '{"days": {"2026-03-10": [5, 2, 1]}, "hours": [1, 1,' in said.decode()


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("raise SystemExit('no font')", "no font"),
        ("import no_such_library", "No module named 'no_such_library'"),
        ("raise SystemExit(3)", "?"),
    ],
)
async def test_a_chart_that_fails_is_none_and_a_line_in_the_log(
    code: str, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert await running(code).draw(FOUND) is None
    (line,) = [one.getMessage() for one in caplog.records if one.levelno == logging.WARNING]
    assert line.startswith("the chart could not be drawn: ")
    assert said in line


async def test_a_program_that_is_not_there_is_a_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    assert await Charts(("/nowhere/python",)).draw(FOUND) is None
    assert "the chart could not be drawn: FileNotFoundError" in caplog.text


async def test_a_chart_that_takes_too_long_is_given_up(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.charting.LIMIT", 0.2)
    assert await running("import time; time.sleep(600)").draw(FOUND) is None
    assert "the chart could not be drawn: TimeoutError" in caplog.text


async def test_a_bot_that_ends_ends_the_drawing_too() -> None:
    drawing = asyncio.create_task(running("import time; time.sleep(600)").draw(FOUND))
    await asyncio.sleep(0.3)
    drawing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await drawing
