"""`python -m bot chat` in a real terminal (a pseudo one), as a person types."""

import os
import pty
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from bot import texts
from tests.bot.process import FIGURE, QUESTION, REPORT, ROOT


class Terminal:
    """A console chat at the other end of a pseudo-terminal; `seen` is all it has shown."""

    def __init__(self) -> None:
        self._process, self._mine = pty.fork()
        if not self._process:  # the child, whose controlling terminal this is
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # a test run in the background ignores it
            os.chdir(ROOT)
            os.environ["TERM"] = "xterm-256color"
            os.execv(sys.executable, [sys.executable, "-m", "bot", "chat", "--report", str(REPORT)])
        self._status: int | None = None
        self.seen = ""
        self._grown = threading.Condition()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        held = b""
        try:
            while part := os.read(self._mine, 65536):
                held += part
                with self._grown:
                    self.seen = held.decode(errors="ignore")
                    self._grown.notify_all()
        except OSError:  # the other end is closed
            return

    def wait_for(self, words: str, times: int = 1) -> None:
        with self._grown:
            assert self._grown.wait_for(lambda: self.seen.count(words) >= times, timeout=20), self.seen

    def shows(self, words: str, seconds: float) -> bool:
        with self._grown:
            return self._grown.wait_for(lambda: words in self.seen, timeout=seconds)

    def type(self, keys: str) -> None:
        os.write(self._mine, keys.encode())

    def ended(self) -> int:
        if self._status is None:
            self._status = os.waitstatus_to_exitcode(os.waitpid(self._process, 0)[1])
        return self._status

    def close(self) -> None:
        if self._status is None:
            os.kill(self._process, signal.SIGKILL)
            self.ended()
        os.close(self._mine)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    one = Terminal()
    one.wait_for("❯")
    yield one
    one.close()


def test_it_answers_in_colour_and_shows_the_others_and_the_history(terminal: Terminal) -> None:
    terminal.type("/khac\r")
    terminal.wait_for(texts.NOTHING_ASKED)
    terminal.type(f"{QUESTION}\r")
    terminal.wait_for("📍")
    assert f"\x1b[1;32m{FIGURE}\x1b[0m" in terminal.seen
    terminal.type("/khac\r")
    terminal.wait_for("2. ")
    terminal.wait_for("📍", times=3)
    terminal.type("/lichsu\r")
    terminal.wait_for(f"1. {QUESTION}")
    terminal.type("/gì\r")
    terminal.wait_for(texts.CONSOLE_COMMANDS)
    terminal.type("/thoat\r")
    terminal.wait_for(texts.CONSOLE_GOODBYE)
    assert terminal.ended() == 0


def test_ctrl_d_ends_it_cleanly(terminal: Terminal) -> None:
    terminal.type("\x04")
    terminal.wait_for(texts.CONSOLE_GOODBYE)
    assert terminal.ended() == 0
    assert "Traceback" not in terminal.seen


def test_ctrl_c_ends_it_cleanly(terminal: Terminal) -> None:
    # Where the line editor was not reading yet, Python sees the first only at the next key: people press again.
    for _ in range(10):
        terminal.type("\x03")
        if terminal.shows(texts.CONSOLE_GOODBYE, seconds=1):
            break
    assert terminal.ended() == 0
    assert "Traceback" not in terminal.seen


def test_in_a_pipe_every_line_is_answered_and_the_end_ends_it() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "chat", "--report", str(REPORT)],
        cwd=ROOT, input=f"\n{QUESTION}\nthu \udcff\n".encode(errors="surrogateescape"), capture_output=True,
    )  # fmt: skip
    shown = done.stdout.decode()
    assert done.returncode == 0
    assert FIGURE in shown
    assert texts.UNREADABLE_QUESTION in shown
    assert done.stderr == b""
