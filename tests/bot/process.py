"""The whole bot as a process of its own, `python -m bot run`, with nothing of this process's surroundings."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from tests.telegram_double import TelegramDouble

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "config" / "reports" / "hoan-kiem-2020.md"
QUESTION = "Tổng thu ngân sách nhà nước năm 2020 là bao nhiêu?"
FIGURE = "10.530,819 tỷ đồng"


class BotProcess:
    """One bot, started at once; its log goes to a file in `folder`, and so does its database unless settings say
    otherwise: bots in one folder are processes of one bot, or the same bot again after a restart.
    """

    def __init__(self, telegram: TelegramDouble, folder: Path, **settings: str) -> None:
        self.telegram = telegram
        self._log = folder / f"bot-{len(list(folder.glob('bot-*.log')))}.log"
        environ = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "TELEGRAM_BOT_TOKEN": telegram.token,
            "TELEGRAM_API_URL": telegram.url,
            "REPORTS": str(REPORT),
            "DATABASE_URL": f"sqlite:///{folder}/bot.db",
            "LOG_LEVEL": "DEBUG",
            **{name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")},
            **settings,
        }
        with self._log.open("wb") as log:
            # In an empty folder, where no developer's .env is found.
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"],
                cwd=folder,
                env=environ,
                stdout=log,
                stderr=log,
            )

    @property
    def pid(self) -> int:
        """Its process number."""
        return self._process.pid

    @property
    def log(self) -> str:
        """All it has written so far."""
        return self._log.read_text()

    def wait_for_line(self, words: str) -> None:
        """Waits until the log holds the words. Fails where the process ends before, or does not say them."""
        until = time.monotonic() + 30
        while words not in self.log:
            assert time.monotonic() < until, self.log
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=0.05)
                assert words in self.log, self.log

    def terminate(self) -> float:
        """Sends SIGTERM; the seconds until it ended. Fails unless its exit status is 0."""
        began = time.monotonic()
        self._process.send_signal(signal.SIGTERM)
        status = self._process.wait(timeout=10)
        assert status == 0, self.log
        return time.monotonic() - began

    def kill(self) -> None:
        """Ends it as a power cut would, if it still runs."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait(timeout=10)

    def wait(self) -> int:
        """Its exit status, once it ended by itself."""
        return self._process.wait(timeout=20)

    def check_log(self) -> None:
        """Nothing private in it. All that people write in these tests is Vietnamese or marked `bímật`."""
        log = self.log
        assert self.telegram.token not in log
        assert self.telegram.token.split(":")[1] not in log
        # Our log lines are English; a letter beyond ASCII is somebody's.
        assert log.isascii(), [line for line in log.splitlines() if not line.isascii()]
        assert "Logging error" not in log
        assert "Warning at" not in log, "a warning was raised"
