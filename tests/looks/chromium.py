"""A headless Chromium, driven by the DevTools protocol over two pipes; it reaches no network."""

from __future__ import annotations

import fcntl
import itertools
import json
import os
import shutil
import tempfile
from base64 import b64decode
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.looks.page import WIDTH

NAME = "chromium"
SCALE = 2  # device pixels a CSS px
_SCREEN = 740  # CSS px; a page may be longer
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage --hide-scrollbars --remote-debugging-pipe"
).split()


def chromium_path() -> str | None:
    """Where it is installed; None where it is not."""
    return shutil.which(NAME)


class Chromium:
    """One browser with one page in it. A `with` starts and ends it; RuntimeError where it dies or refuses."""

    def __enter__(self) -> Chromium:
        program = chromium_path()
        if program is None:
            raise RuntimeError(f"{NAME} is not installed")
        self._folder = tempfile.TemporaryDirectory(prefix="looks-", ignore_cleanup_errors=True)
        theirs_in, self._to = (_high(fd) for fd in os.pipe())
        self._from, theirs_out = (_high(fd) for fd in os.pipe())
        null = os.open(os.devnull, os.O_WRONLY | os.O_CLOEXEC)
        # It reads commands from descriptor 3 and writes to 4.
        moves = [(os.POSIX_SPAWN_DUP2, *pair) for pair in ((theirs_in, 3), (theirs_out, 4), (null, 1), (null, 2))]
        arguments = [program, *_FLAGS, f"--user-data-dir={self._folder.name}/profile", "about:blank"]
        self._pid = os.posix_spawn(program, arguments, os.environ, file_actions=moves)
        for descriptor in (theirs_in, theirs_out, null):
            os.close(descriptor)
        self._numbers = itertools.count(1)
        self._unread = b""
        self._session: str | None = None
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._call("Page.enable")
        size = {"width": WIDTH, "height": _SCREEN, "deviceScaleFactor": SCALE, "mobile": False}
        self._call("Emulation.setDeviceMetricsOverride", **size)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        os.close(self._to)  # it ends where nobody commands it any more
        os.waitpid(self._pid, 0)
        os.close(self._from)
        self._folder.cleanup()

    def open(self, html: str) -> None:
        """Shows a page; returns once it is loaded and laid out."""
        path = Path(self._folder.name, "page.html")
        path.write_text(html, encoding="utf-8", errors="replace")
        number = self._send("Page.navigate", url=path.as_uri())
        while self._read_answer_or_event(number).get("method") != "Page.loadEventFired":
            pass
        # Scroll timelines start with the second frame.
        self.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def run(self, script: str) -> Any:
        """The value of a script's last expression in the page, as JSON has it; a promise's once it is kept."""
        answer = self._call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{script!r}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    @property
    def height(self) -> int:
        """The page's, in CSS px."""
        return int(self.run("Math.ceil(document.body.getBoundingClientRect().height)"))

    @property
    def cut_labels(self) -> list[str]:
        """The labels of the buttons too narrow for them."""
        cut = "[...document.querySelectorAll('.button span')].filter(one => one.scrollWidth > one.clientWidth)"
        return list(self.run(f"{cut}.map(one => one.textContent)"))

    def picture(self, scale: float = 1) -> bytes:
        """The whole page as a PNG, however long; `scale` is on top of the screen's."""
        clip = {"x": 0, "y": 0, "width": WIDTH, "height": self.height, "scale": scale}
        return b64decode(self._call("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)["data"])

    def _call(self, method: str, **params: object) -> Any:
        number = self._send(method, **params)
        while (answer := self._read_answer_or_event(number)).get("id") != number:
            pass
        return answer["result"]

    def _send(self, method: str, **params: object) -> int:
        number = next(self._numbers)
        command = {"id": number, "method": method, "params": params}
        if self._session:
            command["sessionId"] = self._session
        unsent = json.dumps(command).encode() + b"\0"
        while unsent:
            unsent = unsent[os.write(self._to, unsent) :]
        return number

    def _read_answer_or_event(self, number: int) -> dict[str, Any]:
        """The next message. Raises RuntimeError where the command of that number was refused."""
        while b"\0" not in self._unread:
            chunk = os.read(self._from, 1 << 20)
            if not chunk:
                raise RuntimeError(f"{NAME} ended")
            self._unread += chunk
        line, _, self._unread = self._unread.partition(b"\0")
        message: dict[str, Any] = json.loads(line)
        if message.get("id") == number and "error" in message:
            raise RuntimeError(f"{NAME}: {message['error']}")
        return message


def _high(descriptor: int) -> int:
    """The same pipe under a number that 3 and 4 can't take from it."""
    moved = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(descriptor)
    return moved
