"""Statistics → a picture of them, drawn by a process of its own; none where that fails, which no answer waits for."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
from pathlib import Path

from bot.storage import Statistics

LIMIT = 20.0  # seconds; it takes one or two, and some more where matplotlib first looks for fonts
_ROOT = Path(__file__).resolve().parent.parent
# All that a Python with matplotlib may need. The token, the database's address and the like stay here.
_PASSED_ON = ("HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "MPLCONFIGDIR", "PATH", "SYSTEMROOT", "TMPDIR")

log = logging.getLogger("bot.charting")


class Charts:
    """Draws one chart at a time."""

    def __init__(self, command: tuple[str, ...] = (sys.executable, "-m", "bot.chart")) -> None:
        self._command = command
        self._one_at_a_time = asyncio.Lock()

    async def draw(self, statistics: Statistics) -> bytes | None:
        """A PNG; None where it can't be drawn, which the log then says."""
        days = {day.date.isoformat(): (day.answered, day.unsure, day.abstained) for day in statistics.days}
        asked = json.dumps({"days": days, "hours": statistics.hours}).encode()
        async with self._one_at_a_time:
            try:
                return await self._drawn(asked)
            except (OSError, TimeoutError) as error:
                log.warning("the chart could not be drawn: %s", type(error).__name__)
                return None

    async def _drawn(self, asked: bytes) -> bytes | None:
        process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            cwd=_ROOT,
            env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
        )
        try:
            picture, said = await asyncio.wait_for(process.communicate(asked), LIMIT)
        finally:
            if process.returncode is None:  # it took too long, or the bot ends
                process.kill()
                await process.wait()
        if process.returncode == 0:
            return picture
        lines = said.decode(errors="replace").split("\n")
        log.warning("the chart could not be drawn: %s", next((one for one in reversed(lines) if one.strip()), "?"))
        return None
