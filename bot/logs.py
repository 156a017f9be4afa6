"""What the log may hold: levels, times, places in the code. Never a token, a question, or a person's words.

Three doors are closed here. A secret is cut out of any line. An exception is shown as its type and the
places it passed, since its message may quote what somebody wrote. And of other libraries' lines only the
template is written ("Error while parsing %s"), since their arguments hold whole updates and addresses.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
import traceback
import warnings
from collections.abc import Iterable
from contextlib import suppress
from types import TracebackType
from typing import Any, TextIO

from typing_extensions import override

from config.settings import TOKEN

# httpx logs each address at INFO, and the token is part of it; telegram logs whole updates at DEBUG.
_NEVER_CHATTY = ("httpx", "httpcore", "telegram", "tornado", "asyncio")
_OURS = ("bot", "config", "index")

log = logging.getLogger("bot.logs")


class Formatter(logging.Formatter):
    """One line a record, exceptions below it as places and types; `secrets` never appear."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = tuple(secret for secret in secrets if secret)

    def format(self, record: logging.LogRecord) -> str:
        ours = record.name.split(".")[0] in _OURS
        shown = logging.makeLogRecord(record.__dict__)
        # Line breaks would let a value pass for a line of its own.
        shown.msg = (record.getMessage() if ours else str(record.msg)).replace("\n", "\\n")
        shown.args = shown.exc_info = shown.exc_text = shown.stack_info = None
        text = super().format(shown)
        if record.exc_info and record.exc_info[1]:
            text = f"{text}\n{describe(record.exc_info[1])}"
        return self._redact(text)

    def _redact(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "<secret>")
        return TOKEN.sub("<token>", text)


class Handler(logging.StreamHandler[TextIO]):
    """Writes to standard error; a record that can't be written is dropped without showing its arguments."""

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        with suppress(OSError, ValueError):  # standard error itself may be gone; nobody is left to tell
            sys.stderr.write(f"a log line of {record.name} could not be written\n")


def describe(error: BaseException) -> str:
    """The error's type and the places it passed, innermost last, and the same for what caused it."""
    lines = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        frames = traceback.extract_tb(current.__traceback__, limit=-20)
        lines += [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        lines.append(f"  {name_of(current)}")
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\n".join(lines)


def name_of(error: BaseException) -> str:
    """The error's type, as a person would write it in code."""
    kind = type(error)
    return kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def setup(level: str, secrets: Iterable[str] = ()) -> None:
    """Send all logging, warnings and uncaught errors of this process through the formatter above."""
    handler = Handler(sys.stderr)
    handler.setFormatter(Formatter(secrets))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for name in _OURS:
        logging.getLogger(name).setLevel(level)
    for name in _NEVER_CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    # One line a request, with addresses of people's phones in front of a proxy: nothing we need.
    logging.getLogger("tornado.access").disabled = True
    warnings.showwarning = _show_warning
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread


def loop_handler(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """For `loop.set_exception_handler`: the default one shows the exception's message and the task."""
    log.error("asyncio: %s", context.get("message"), exc_info=context.get("exception"))


def _show_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    log.warning("%s at %s:%d", category.__name__, filename, lineno)


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    log.critical("uncaught", exc_info=(kind, error, trace))


def _uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
    log.critical("uncaught in a thread", exc_info=args.exc_value)
