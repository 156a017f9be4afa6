"""The bot's life: from the settings to the last confirmed update.

It starts as soon as Telegram is there, however long that takes, and ends within five seconds of SIGTERM or
SIGINT: 2 s for what is being answered, 1 s to tell Telegram what was, 0.7 s for the database. What was not
answered goes to the next start.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Coroutine, Sequence
from typing import Any

from telegram.error import InvalidToken

from bot import logs
from bot.abbreviations import LiveAbbreviations
from bot.access import Access
from bot.answering import Answering
from bot.app import build
from bot.callbacks import Signer
from bot.client import Client, connect
from bot.housekeeping import keep_house
from bot.intake import Intake
from bot.keys import derive
from bot.menu import publish
from bot.metrics import Metrics
from bot.monitor import Monitor
from bot.operator import Operator
from bot.polling import Polling
from bot.service import Quotas, Service
from bot.storage import StorageError, Store
from bot.waiting import detached, unless
from bot.webhook import Webhook
from config.settings import Mode, Settings, SettingsError
from index import Library
from index.records import Report

WRITE = 0.7  # seconds at the end for what the database has not taken yet

log = logging.getLogger("bot.run")


async def serve(settings: Settings, token: str, reports: Sequence[Report]) -> None:
    """Serve until SIGTERM or SIGINT. Raises SettingsError where a setting is refused by Telegram or here."""
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(logs.loop_handler)
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    try:
        store = await Store.open(
            settings.database_url.get_secret_value(), derive(token, "storage"), settings.keep_questions
        )
    except StorageError as error:
        raise SettingsError(str(error)) from None
    metrics = Metrics()
    library = await unless(stop, detached(lambda: Library.of(reports)))
    if library is None:
        await store.close(WRITE)
        return
    answering = Answering(library)
    abbreviations = LiveAbbreviations(
        store, answering, lambda held: Library.of(reports, held), library.glossary.meanings
    )
    await unless(stop, abbreviations.follow())
    client = connect(token, settings.telegram_api_url, metrics)
    operator = Operator(client, settings.operator_chat_id)
    service = Service(
        client,
        answering,
        store,
        metrics,
        Signer(derive(token, "buttons")),
        Access(settings.allowed_chats, settings.allowed_users, settings.admin_users),
        Quotas(settings.quota_per_person, settings.quota_per_chat),
        abbreviations,
    )
    app = build(service, operator)
    intake = Intake(app, store, metrics)
    metrics.watch(lambda: len(intake.in_work), lambda: store.unwritten)
    polling = settings.telegram_mode is Mode.POLLING
    monitor = Monitor(metrics, intake, store.answers, polling=polling)
    try:
        await unless(stop, app.initialize())
        if not stop.is_set():
            async with monitor.listening(settings.monitor_port):
                log.info("ready, updates come by %s", settings.telegram_mode)
                source = _source(settings, client, intake, monitor)
                await _beside(
                    source.run(stop),
                    publish(client, settings.admin_users),
                    keep_house(store, abbreviations),
                    intake.resume(),
                    store.chats.recall(),
                )
    except InvalidToken:
        raise SettingsError(
            "TELEGRAM_BOT_TOKEN was refused by Telegram; it must be the current one: @BotFather, /mybots, API Token"
        ) from None
    finally:
        await operator.close()
        await app.shutdown()
        await client.shutdown()  # the application closes it only if its start went through
        await store.close(WRITE)
    log.info("ended")


def _source(settings: Settings, client: Client, intake: Intake, monitor: Monitor) -> Polling | Webhook:
    if settings.telegram_mode is Mode.POLLING or settings.webhook_url is None:
        return Polling(client, intake)
    secret = settings.secret_for_webhook()
    routes = monitor.routes()
    return Webhook(client, intake, settings.webhook_url, secret, settings.host, settings.port, routes)


async def _beside(work: Coroutine[Any, Any, None], *extras: Coroutine[Any, Any, None]) -> None:
    """Do the work; the extras run beside it and end with it."""
    tasks = [asyncio.create_task(extra) for extra in extras]
    try:
        await work
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
