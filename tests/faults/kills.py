"""`python -m tests.faults.kills [COUNT] [SEED]`: kill -9 at every step between a question and its answer.

Each round people ask, a bot starts, and at a moment drawn by chance it is killed. In the end every question must be
answered, and none more often than once and once more for each kill that came after Telegram had the answer and
before the database knew of it: that kill leaves nobody who could know.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from tests.bot.process import QUESTION, REPORT, ROOT
from tests.telegram_double import TelegramDouble

CHATS = range(1, 201)  # so many that none waits for Telegram's one message a second
LATEST = 0.25  # seconds after the first poll within which a bot is killed
START = 20.0  # seconds
SETTLE = 300.0  # seconds


@dataclass
class Tally:
    """What happened; questions by their chat and message."""

    kills: int = 0
    before_the_poll: int = 0
    asked: set[tuple[int, int]] = field(default_factory=set)
    answers: Counter[tuple[int, int]] = field(default_factory=Counter)
    excused: Counter[tuple[int, int]] = field(default_factory=Counter)

    @property
    def lost(self) -> int:
        """Questions without an answer."""
        return sum(one not in self.answers for one in self.asked)

    @property
    def needless(self) -> int:
        """Answers beyond the first that nothing excuses."""
        return sum(max(0, self.answers[one] - 1 - self.excused[one]) for one in self.asked)

    @property
    def repeated(self) -> int:
        """Answers beyond the first."""
        return sum(max(0, self.answers[one] - 1) for one in self.asked)


class Killing:
    """One world of people, one database, one bot after the other."""

    def __init__(self, folder: Path, telegram: TelegramDouble, seed: int) -> None:
        self._folder = folder
        self._telegram = telegram
        self._chance = random.Random(seed)
        self._updates: dict[int, tuple[int, int]] = {}  # a question's update
        self.tally = Tally()

    def __enter__(self) -> Killing:
        environ = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}
        self._nursery = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.nursery"],
            cwd=self._folder,
            env=environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._nursery.kill()
        self._nursery.communicate()

    def round(self) -> None:
        """Questions come, a bot starts, a bot dies."""
        for _ in range(self._chance.randint(1, 3)):
            self._ask()
        for method in ("sendChatAction", "sendMessage"):
            if self._chance.random() < 0.3:
                self._telegram.delay(method, self._chance.uniform(0, 0.1))
        polls = len(self._telegram.calls("getUpdates"))
        number = self._start()
        if self._chance.random() < 0.1:
            time.sleep(self._chance.uniform(0, 0.6))
            self.tally.before_the_poll += len(self._telegram.calls("getUpdates")) == polls
        else:
            self._telegram.wait_for(lambda t: t.polled or len(t.calls("getUpdates")) > polls, timeout=START)
            time.sleep(self._chance.uniform(0, LATEST))
        os.kill(number, signal.SIGKILL)
        self.tally.kills += 1
        time.sleep(0.05)  # what it had sent arrives
        self._excuse()

    def settle(self) -> Tally:
        """A bot that nobody kills answers what is left."""
        number = self._start()
        self._telegram.wait_for(lambda t: not t.pending(), timeout=SETTLE)
        os.kill(number, signal.SIGTERM)
        self.tally.answers = self._answered()
        return self.tally

    def _ask(self) -> None:
        chat = self._chance.choice(CHATS)
        message = self._telegram.send_text(QUESTION, chat_id=chat)
        self.tally.asked.add((chat, message))
        self._updates[self._telegram.pending()[-1]] = (chat, message)

    def _start(self) -> int:
        given = {
            "LOG": str(self._folder / "bot.log"),
            "TELEGRAM_BOT_TOKEN": self._telegram.token,
            "TELEGRAM_API_URL": self._telegram.url,
            "DATABASE_URL": f"sqlite:///{self._folder}/bot.db",
            "REPORTS": str(REPORT),
            "QUOTA_PER_PERSON": "0",
            "LOG_LEVEL": "WARNING",
        }
        assert self._nursery.stdin is not None
        assert self._nursery.stdout is not None
        self._nursery.stdin.write(json.dumps(given) + "\n")
        self._nursery.stdin.flush()
        return int(self._nursery.stdout.readline())

    def _answered(self) -> Counter[tuple[int, int]]:
        sent = [one for one in self._telegram.sent() if "reply_to_message_id" in one]
        return Counter((one["chat"]["id"], one["reply_to_message_id"]) for one in sent)

    def _excuse(self) -> None:
        """Note which answers Telegram has and the database does not know: they may come again."""
        known = self._handled()
        now = self._answered()
        for update, question in self._updates.items():
            if update not in known and now[question] > self.tally.answers[question]:
                self.tally.excused[question] += 1
        self.tally.answers = now

    def _handled(self) -> set[int]:
        file = self._folder / "bot.db"
        if not file.exists():
            return set()
        with sqlite3.connect(file, timeout=10) as database:
            try:
                return {row[0] for row in database.execute("SELECT update_id FROM handled_updates")}
            except sqlite3.OperationalError:
                return set()  # killed before its tables were made


def kill(count: int, seed: int) -> Tally:
    """So many rounds, and a last one in peace."""
    with (
        tempfile.TemporaryDirectory() as folder,
        TelegramDouble() as telegram,
        Killing(Path(folder), telegram, seed) as killing,
    ):
        for number in range(count):
            killing.round()
            if sys.stdout.isatty():
                print(f"\r{number + 1}/{count}", end="")
        return killing.settle()


if __name__ == "__main__":
    count, seed = [*map(int, sys.argv[1:]), *(1_000, 1)[len(sys.argv) - 1 :]]
    tally = kill(count, seed)
    print(
        f"\r{tally.kills} kills ({tally.before_the_poll} before the first poll), {len(tally.asked)} questions: "
        f"{tally.lost} lost, {tally.repeated} answered again, {tally.needless} of these needlessly"
    )
    sys.exit(bool(tally.lost or tally.needless))
