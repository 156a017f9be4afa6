"""Telegram for a test, and the bot: in this process with a small library, or as a process of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.abbreviations import LiveAbbreviations
from bot.access import Access
from bot.answering import Answering, Library
from bot.app import build
from bot.callbacks import Signer
from bot.client import connect
from bot.intake import Intake
from bot.keys import derive
from bot.metrics import Metrics
from bot.operator import Operator
from bot.polling import Polling
from bot.service import Quotas, Service
from bot.storage import Store
from index.glossary import Glossary
from tests.bot.process import BotProcess
from tests.bot.samples import SmallLibrary
from tests.telegram_double import TelegramDouble

Start = Callable[..., BotProcess]
SHIPPED = Glossary({"UBND": ["ủy ban nhân dân"], "KT-XH": ["kinh tế - xã hội", "kinh tế xã hội"]})


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


@pytest.fixture
async def service(tmp_path: Path) -> AsyncIterator[Service]:
    """All that handlers need, with a small library and a Telegram that can't be reached."""
    made = await service_of("123456:" + "A" * 35, "http://127.0.0.1:9", tmp_path)
    yield made
    await made.store.close(5)


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


@dataclass(frozen=True)
class Served:
    """A bot in this process, and what a test looks into."""

    intake: Intake
    service: Service

    @property
    def store(self) -> Store:
        """What it keeps."""
        return self.service.store


@asynccontextmanager
async def serving(
    telegram: TelegramDouble,
    operator_chat: int | None = None,
    library: Library | None = None,
    *,
    access: Access | None = None,
    quotas: Quotas | None = None,
    keep_days: int = 90,
    folder: Path | None = None,
) -> AsyncIterator[Served]:
    """The bot in this process, polling, with a library that can be made to fail; its database is a file.

    The same `folder` again is the same bot after a restart.
    """
    with TemporaryDirectory() as own:
        service = await service_of(
            telegram.token,
            telegram.url,
            folder or Path(own),
            library,
            access=access,
            quotas=quotas,
            keep_days=keep_days,
        )
        operator = Operator(service.client, operator_chat)
        app = build(service, operator)
        intake = Intake(app, service.store, service.metrics)
        stop = asyncio.Event()
        await app.initialize()
        polling = asyncio.create_task(Polling(service.client, intake).run(stop))
        resuming = asyncio.create_task(intake.resume())
        try:
            yield Served(intake, service)
        finally:
            stop.set()
            await polling
            resuming.cancel()
            await asyncio.wait([resuming])
            await operator.close()
            await app.shutdown()
            await service.store.close(5)


async def service_of(
    token: str,
    url: str,
    folder: Path,
    library: Library | None = None,
    *,
    access: Access | None = None,
    quotas: Quotas | None = None,
    keep_days: int = 90,
) -> Service:
    """What `bot.run` makes of the settings, with that library; nothing is sent yet. The store is to be closed."""
    metrics = Metrics()
    used = library or SmallLibrary()
    answering = Answering(used)
    store = await Store.open(f"sqlite:///{folder}/bot.db", derive(token, "storage"), keep_days)
    return Service(
        connect(token, url, metrics),
        answering,
        store,
        metrics,
        Signer(derive(token, "buttons")),
        access or Access(),
        quotas or Quotas(),
        LiveAbbreviations(store, answering, lambda _: used, SHIPPED.meanings),
    )
