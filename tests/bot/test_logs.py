import asyncio
import json
import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from datetime import datetime
from math import inf
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot import logs
from config.settings import TOKEN as TOKEN_SHAPE
from config.settings import LogFormat

TOKEN = "123456:" + "A" * 35
SECRET = "mot-bi-mat"
WORDS = "Ai đã hỏi câu này?"


@pytest.fixture(autouse=True)
def _restore() -> Iterator[None]:
    root, shown = logging.getLogger(), warnings.showwarning
    handlers, level, hooks = root.handlers[:], root.level, (sys.excepthook, threading.excepthook)
    yield
    root.handlers, warnings.showwarning = handlers, shown
    root.setLevel(level)
    sys.excepthook, threading.excepthook = hooks
    logging.getLogger("tornado.access").disabled = False


class Stderr:
    """What a test makes the log write; none of it may hold a secret."""

    def __init__(self, capsys: pytest.CaptureFixture[str], form: LogFormat = LogFormat.TEXT) -> None:
        self._capsys = capsys
        self._form = form

    def __enter__(self) -> "Stderr":
        # Not in a fixture: there standard error is another one than in the test.
        logs.setup("INFO", (SECRET, ""), self._form)
        return self

    def __exit__(self, *_: object) -> None:
        self.read()

    def read(self) -> str:
        """What was written since it was last read."""
        text = self._capsys.readouterr().err
        assert not [one for one in (TOKEN, SECRET, WORDS) if one in text]
        return text


@pytest.fixture
def stderr(capsys: pytest.CaptureFixture[str]) -> Stderr:
    return Stderr(capsys)


@pytest.fixture
def as_json(capsys: pytest.CaptureFixture[str]) -> Stderr:
    return Stderr(capsys, LogFormat.JSON)


def written(record: logging.LogRecord) -> dict[str, Any]:
    """The object of the one line that a record becomes."""
    line = logs.JsonFormatter((SECRET,)).format(record)
    assert len(line.splitlines()) == 1
    shown: dict[str, Any] = json.loads(line)
    return shown


def a_record(message: str, fields: object = None, logger: str = "bot.x") -> logging.LogRecord:
    return logging.makeLogRecord({"name": logger, "levelname": "INFO", "msg": message, "fields": fields})


def fail() -> None:
    try:
        raise KeyError(WORDS)
    except KeyError as error:
        raise ValueError(f"{WORDS} {TOKEN}") from error


def test_secrets_are_cut_out_of_any_line(stderr: Stderr) -> None:
    with stderr:
        logging.getLogger("bot.x").info("to %s with %s", f"https://api.telegram.org/bot{TOKEN}/getMe", SECRET)
        line = stderr.read()
        assert line.endswith("INFO bot.x: to https://api.telegram.org/bot<token>/getMe with <secret>\n")
        assert TOKEN not in line


def test_an_exception_is_its_type_and_its_places(stderr: Stderr) -> None:
    with stderr:
        try:
            fail()
        except ValueError as error:
            logging.getLogger("bot.x").error("update 7 failed", exc_info=error)
        text = stderr.read()
        assert "in fail\n  ValueError\n" in text
        assert text.endswith("KeyError\n")


def test_what_caused_an_error_is_shown_unless_it_was_hidden() -> None:
    def hide() -> None:
        try:
            fail()
        except ValueError:
            raise OSError("outer") from None

    with pytest.raises(OSError, match="outer") as caught:
        hide()
    assert logs.describe(caught.value).endswith("OSError")
    assert "ValueError" not in logs.describe(caught.value)


def test_other_libraries_lines_are_their_template(stderr: Stderr) -> None:
    with stderr:
        logging.getLogger("telegram.Bot").critical("Received data was %r", {"text": WORDS})
        text = stderr.read()
        assert text.endswith("CRITICAL telegram.Bot: Received data was %r\n")


def test_one_record_is_one_line(stderr: Stderr) -> None:
    with stderr:
        logging.getLogger("bot.x").warning("first\nsecond")
        assert stderr.read().count("\n") == 1


@given(st.text(st.characters(), max_size=50))
@example("\r\n\x0b\x1b[2J\x85\u2028\u2029\ud800")
def test_a_record_is_one_line_whatever_it_holds(hostile: str) -> None:
    text = logs.Formatter().format(a_record("read %s", {"value": hostile}))
    assert len(text.splitlines()) == 1
    text.encode()
    record = a_record(hostile, {"value": hostile})
    if not TOKEN_SHAPE.search(hostile):
        assert written(record)["message"] == written(record)["fields"]["value"] == hostile


def test_fields_stand_behind_the_message(stderr: Stderr) -> None:
    fields = {"update": 1, "outcome": "answered", "ms": 3.1, "place": "group", "why": None, "of": 'a "b" c=d', "no": ""}
    with stderr:
        logging.getLogger("bot.x").info("answered", extra={"fields": fields})
        line = stderr.read()
    shown = r'answered update=1 outcome=answered ms=3.1 place=group why=None of="a \"b\" c=d" no=""'
    assert line.endswith(f"INFO bot.x: {shown}\n")


def test_of_a_field_that_is_no_text_and_no_number_only_the_type_is_shown() -> None:
    fields = {"error": ValueError(WORDS), "all": [WORDS], "much": inf, "yes": True}
    assert written(a_record("x", fields))["fields"] == {
        "error": "<ValueError>",
        "all": "<list>",
        "much": "inf",
        "yes": True,
    }
    assert WORDS not in logs.Formatter().format(a_record("x", fields))


@pytest.mark.parametrize("fields", [None, WORDS, [WORDS], {}])
def test_what_are_no_fields_are_not_shown(fields: object) -> None:
    assert "fields" not in written(a_record("x", fields))
    assert logs.Formatter().format(a_record("x", fields)).endswith(" bot.x: x")


def test_a_line_may_be_an_object(as_json: Stderr) -> None:
    with as_json:
        logging.getLogger("bot.x").info("read %d", 3, extra={"fields": {"update": 1}})
        shown = json.loads(as_json.read())
    assert datetime.fromisoformat(shown.pop("time")).utcoffset() is not None
    assert shown == {"level": "INFO", "logger": "bot.x", "message": "read 3", "fields": {"update": 1}}


def test_an_object_keeps_every_promise_of_a_line(as_json: Stderr) -> None:
    with as_json:
        logging.getLogger("bot.x").info("to %s", f"/bot{TOKEN}/getMe", extra={"fields": {"secret": f"«{SECRET}»"}})
        logging.getLogger("telegram.Bot").critical("Received %r", WORDS, extra={"fields": {"text": WORDS}})
        try:
            fail()
        except ValueError as error:
            logging.getLogger("bot.x").error("update 7 failed", exc_info=error)
        warnings.showwarning(UserWarning(WORDS), UserWarning, "x.py", 3)
        ours, theirs, failed, warned = map(json.loads, as_json.read().splitlines())
    assert (ours["message"], ours["fields"]) == ("to /bot<token>/getMe", {"secret": "«<secret>»"})
    assert theirs["message"] == "Received %r"
    assert "fields" not in theirs
    assert failed["error"] == "ValueError"
    assert failed["trace"][-1] == "KeyError"
    assert any(place.endswith("in fail") for place in failed["trace"])
    assert warned["message"] == "UserWarning at x.py:3"


def test_a_secret_that_needs_escaping_is_cut_out_all_the_same() -> None:
    secret = 'mật "khẩu"\\'
    record = a_record(f"with {secret}", {"of": f"a {secret}"})
    for formatter in (logs.Formatter((secret,)), logs.JsonFormatter((secret,))):
        line = formatter.format(record)
        assert line.count("<secret>") == 2
        assert "khẩu" not in line
        assert "\\u1ea9u" not in line


@pytest.mark.parametrize("name", ["httpx", "httpcore.http11", "telegram.Bot", "telegram.ext.Application"])
def test_other_libraries_are_silent_below_warnings(stderr: Stderr, name: str) -> None:
    with stderr:
        logging.getLogger(name).info("https://api.telegram.org/bot%s", TOKEN)
        assert stderr.read() == ""


def test_the_web_servers_access_log_is_off(stderr: Stderr) -> None:
    with stderr:
        logging.getLogger("tornado.access").error("500 POST /telegram")
        assert stderr.read() == ""


def test_a_line_that_cannot_be_written_shows_nothing_of_itself(stderr: Stderr) -> None:
    with stderr:
        logging.getLogger("bot.x").error("%d", WORDS)
        text = stderr.read()
        assert text == "a log line of bot.x could not be written\n"


def test_warnings_uncaught_errors_and_threads_come_out_the_same_way(stderr: Stderr) -> None:
    with stderr:
        warnings.showwarning(UserWarning(WORDS), UserWarning, "x.py", 3)
        try:
            fail()
        except ValueError as error:
            sys.excepthook(ValueError, error, error.__traceback__)
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        text = stderr.read()
        assert "UserWarning at x.py:3" in text
        assert text.count("ValueError") == 2


async def test_what_the_event_loop_complains_of_comes_out_the_same_way(stderr: Stderr) -> None:
    with stderr:
        logs.loop_handler(asyncio.get_running_loop(), {"message": "never retrieved", "exception": ValueError(WORDS)})
        text = stderr.read()
        assert "asyncio: never retrieved\n  ValueError\n" in text
