"""What the log may hold: levels, times, places in the code. Never a token, a question, or a person's words.

    log.info("answered", extra={"fields": {"update": 7, "outcome": "unsure", "ms": 3.1}})

    2026-11-25 23:05:37,120 INFO bot.x: answered update=7 outcome=unsure ms=3.1
    {"time": "2026-11-25T23:05:37.120+00:00", "level": "INFO", "logger": "bot.x", "message": "answered",
     "fields": {"update": 7, "outcome": "unsure", "ms": 3.1}}

Three doors are closed here. A secret is cut out of any line. An exception is shown as its type and the
places it passed, since its message may quote what somebody wrote. And of other libraries' lines only the
template is written ("Error while parsing %s"), since their arguments hold whole updates and addresses.
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
import sys
import threading
import traceback
import warnings
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from math import isfinite
from types import TracebackType
from typing import Any, TextIO, TypeAlias

from typing_extensions import override

from config.settings import TOKEN, LogFormat

# httpx logs each address at INFO, and the token is part of it; telegram logs whole updates at DEBUG.
_NEVER_CHATTY = ("httpx", "httpcore", "telegram", "tornado", "asyncio")
_OURS = ("bot", "config", "index")
# Also what only some programs take for the end of a line, and halves of characters, which can't be written.
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_WORD = re.compile(r"[^\s\"=]+")  # a field's value that needs no quotes

Field: TypeAlias = str | int | float | None

log = logging.getLogger("bot.logs")


class Formatter(logging.Formatter):
    """One line a record, exceptions below it as places and types; `secrets` never appear."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = tuple(secret for secret in secrets if secret)

    def format(self, record: logging.LogRecord) -> str:
        shown = logging.makeLogRecord(record.__dict__)
        text = " ".join([message_of(record), *map(_pair, self._fields(record).items())])
        # Line breaks would let a value pass for a line of its own, and other controls rewrite a terminal's.
        shown.msg = _CONTROLS.sub(lambda found: ascii(found[0])[1:-1], text)
        shown.args = shown.exc_info = shown.exc_text = shown.stack_info = None
        text = super().format(shown)
        if record.exc_info and record.exc_info[1]:
            text = f"{text}\n{describe(record.exc_info[1])}"
        return self._redact(text)

    def _fields(self, record: logging.LogRecord) -> dict[str, Field]:
        """Redacted before anything is escaped in them: an escaped secret would not be known."""
        fields = fields_of(record).items()
        return {name: self._redact(value) if isinstance(value, str) else value for name, value in fields}

    def _redact(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "<secret>")
        return TOKEN.sub("<token>", text)


class JsonFormatter(Formatter):
    """The same as one JSON object a line; `fields`, and of an exception `error` and `trace`, only where there are."""

    def format(self, record: logging.LogRecord) -> str:
        shown: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": self._redact(message_of(record)),
        }
        fields = self._fields(record)
        if fields:
            shown["fields"] = fields
        if record.exc_info and record.exc_info[1]:
            shown["error"] = name_of(record.exc_info[1])
            shown["trace"] = [self._redact(line.strip()) for line in describe(record.exc_info[1]).splitlines()]
        return json.dumps(shown)  # ASCII alone: nothing in it can end the line


def message_of(record: logging.LogRecord) -> str:
    """What the record says: of another library's the template alone."""
    return record.getMessage() if _ours(record) else str(record.msg)


def fields_of(record: logging.LogRecord) -> dict[str, Field]:
    """What our own record was given as `extra={"fields": {…}}`; its type for what is neither a text nor a number."""
    fields = getattr(record, "fields", None)
    if not _ours(record) or not isinstance(fields, Mapping):
        return {}
    return {str(name): _plain(value) for name, value in fields.items()}


def _ours(record: logging.LogRecord) -> bool:
    return record.name.split(".")[0] in _OURS


def _plain(value: object) -> Field:
    if isinstance(value, float) and not isfinite(value):
        return str(value)  # JSON knows no infinity
    return value if value is None or isinstance(value, (str, int, float)) else f"<{type(value).__name__}>"


def _pair(field: tuple[str, Field]) -> str:
    name, value = field
    plain = not isinstance(value, str) or _WORD.fullmatch(value)
    return f"{name}={value if plain else json.dumps(value, ensure_ascii=False)}"


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


def setup(level: str, secrets: Iterable[str] = (), form: LogFormat = LogFormat.TEXT) -> None:
    """Send all logging, warnings and uncaught errors of this process through one of the formatters above."""
    handler = Handler(sys.stderr)
    handler.setFormatter(JsonFormatter(secrets) if form is LogFormat.JSON else Formatter(secrets))
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
