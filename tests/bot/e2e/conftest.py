"""The bot with the real library and the shipped report, in a thread beside the test: so a test reads as a script."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from anyio.from_thread import start_blocking_portal

from bot.service import Quotas
from index import Library
from tests.bot.conftest import serving
from tests.bot.e2e.beside import Beside
from tests.bot.process import REPORT
from tests.telegram_double import TelegramDouble
from tests.telegram_double.talk import Talk, talk

Serve = Callable[..., AbstractContextManager[Beside]]

_ids = itertools.count(10_000)


@pytest.fixture(scope="package")
def library() -> Library:
    """The shipped report's."""
    return Library.load([REPORT])


@pytest.fixture(scope="package", autouse=True)
def _unhurried() -> Iterator[None]:
    """These conversations are faster than people's, and Telegram's double is faster than Telegram."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.pace.BURST", 100)
        patch.setattr("bot.handlers.membership.UPGRADE", 0.5)
        yield


@pytest.fixture
def serve(telegram: TelegramDouble, library: Library) -> Serve:
    """Runs a bot of its own for a block, `with serve(quotas=…):`; the same `folder` again is the same bot restarted."""
    return lambda **options: _beside(**{"telegram": telegram, "library": library, **options})


@pytest.fixture(scope="package")
def _crowd(library: Library) -> Iterator[tuple[TelegramDouble, Beside]]:
    with (
        TelegramDouble(privacy=False) as double,
        _beside(double, library=library, quotas=Quotas(0, 0)) as bot,
    ):
        yield double, bot


@pytest.fixture
def town(_crowd: tuple[TelegramDouble, Beside]) -> Iterator[TelegramDouble]:
    """Telegram with one bot, which reads all that is written in its groups; each test takes new chats."""
    yield _crowd[0]
    _crowd[0].wait_for(lambda t: not t.pending())


@pytest.fixture
def bot(town: TelegramDouble, _crowd: tuple[TelegramDouble, Beside]) -> Beside:
    """The bot that serves the town."""
    return _crowd[1]


@pytest.fixture
def an(town: TelegramDouble) -> Talk:
    """A person of the town, in private with the bot."""
    return talk(town, next(_ids))


@pytest.fixture
def group(town: TelegramDouble) -> int:
    """A supergroup of the town that the bot is in."""
    return town.add_group(-next(_ids))


@pytest.fixture
def forum(town: TelegramDouble) -> int:
    """A group of the town with topics."""
    return town.add_group(-next(_ids), forum=True)


@pytest.fixture
def binh(town: TelegramDouble, group: int) -> Talk:
    """A person in the group."""
    return talk(town, group, user=next(_ids))


@pytest.fixture(autouse=True)
def _nothing_goes_wrong(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """In none of these conversations does anything fail in the bot: no error in the log, so no apology to anybody."""
    yield
    assert [one for one in caplog.get_records("call") if one.levelno >= logging.ERROR] == []


@contextmanager
def _beside(telegram: TelegramDouble, **options: Any) -> Iterator[Beside]:
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(serving(telegram, **options)) as served,
    ):
        yield Beside(portal, served)
