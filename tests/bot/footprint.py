"""`python -m tests.bot.footprint`: the time from the bot's start to its first answer, and its memory at rest."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from tests.bot.process import FIGURE, QUESTION, BotProcess
from tests.telegram_double import TelegramDouble


def measure() -> tuple[float, float]:
    """Seconds from start to first answer, and resident megabytes when nothing is asked."""
    with tempfile.TemporaryDirectory() as folder, TelegramDouble() as telegram:
        telegram.send_text(QUESTION, chat_id=1001, user_id=1001)
        began = time.monotonic()
        bot = BotProcess(telegram, Path(folder))
        telegram.wait_for(lambda t: any(FIGURE in message["text"] for message in t.sent(1001)), timeout=30)
        seconds = time.monotonic() - began
        telegram.wait_for(lambda t: t.polled, timeout=30)
        resident = int(Path(f"/proc/{bot.pid}/statm").read_text().split()[1]) * 4096 / 1e6
        bot.terminate()
    return seconds, resident


if __name__ == "__main__":
    seconds, resident = measure()
    print(f"start to first answer {seconds:.1f} s, memory at rest {resident:.0f} MB")
