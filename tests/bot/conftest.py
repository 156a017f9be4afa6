"""Telegram for a test, and the bot: in this process with a small library, or as a process of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest

from bot.answering import Answering, Library
from bot.app import build
from bot.client import connect
from bot.intake import Intake
from bot.operator import Operator
from bot.polling import Polling
from tests.bot.process import BotProcess
from tests.bot.samples import SmallLibrary
from tests.telegram_double import TelegramDouble

Start = Callable[..., BotProcess]


@pytest.fixture
def telegram() -> Iterator[TelegramDouble]:
    """Telegram, empty."""
    with TelegramDouble() as double:
        yield double


@pytest.fixture(scope="session")
def polled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TelegramDouble]:
    """Telegram with one bot that polls it, for all tests that need no bot of their own."""
    with TelegramDouble() as double, starting(double, tmp_path_factory.mktemp("bot")) as begin:
        bot = begin()
        double.wait_for(lambda t: t.calls("setMyShortDescription"), timeout=30)
        yield double
        bot.terminate()


@pytest.fixture
def start(telegram: TelegramDouble, tmp_path: Path) -> Iterator[Start]:
    """Starts bots as processes; all are ended and their logs searched at the end."""
    with starting(telegram, tmp_path) as begin:
        yield begin


@contextmanager
def starting(telegram: TelegramDouble, folder: Path) -> Iterator[Start]:
    """What the fixture `start` does, for fixtures of a longer life."""
    begun: list[BotProcess] = []

    def begin(**settings: str) -> BotProcess:
        begun.append(BotProcess(telegram, folder, **settings))
        return begun[-1]

    try:
        yield begin
    finally:
        for bot in begun:
            bot.kill()
    for bot in begun:
        bot.check_log()


@asynccontextmanager
async def serving(
    telegram: TelegramDouble, operator_chat: int | None = None, library: Library | None = None
) -> AsyncIterator[Intake]:
    """The bot in this process, polling, with a library that can be made to fail."""
    client = connect(telegram.token, telegram.url)
    operator = Operator(client, operator_chat)
    app = build(client, Answering(library or SmallLibrary()), operator)
    intake = Intake(app)
    stop = asyncio.Event()
    await app.initialize()
    polling = asyncio.create_task(Polling(client, intake).run(stop))
    try:
        yield intake
    finally:
        stop.set()
        await polling
        await operator.close()
        await app.shutdown()
