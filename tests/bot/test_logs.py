import asyncio
import logging
import sys
import threading
import warnings
from collections.abc import Iterator

import pytest

from bot import logs

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

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __enter__(self) -> "Stderr":
        # Not in a fixture: there standard error is another one than in the test.
        logs.setup("INFO", (SECRET, ""))
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
