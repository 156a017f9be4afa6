"""The bot's life: from the settings to the last confirmed update.

It starts as soon as Telegram is there, however long that takes, and ends within five seconds of SIGTERM or
SIGINT: 2.5 s for what is being answered, 1 s to tell Telegram what was. What was not goes to the next start.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Coroutine
from typing import Any

from telegram.error import InvalidToken

from bot import logs
from bot.answering import Answering
from bot.app import build
from bot.client import Client, connect
from bot.intake import Intake
from bot.menu import publish
from bot.operator import Operator
from bot.polling import Polling
from bot.waiting import unless
from bot.webhook import Webhook
from config.settings import Mode, Settings, SettingsError

log = logging.getLogger("bot.run")


async def serve(settings: Settings, token: str, answering: Answering) -> None:
    """Serve until SIGTERM or SIGINT. Raises SettingsError where a setting is refused by Telegram or here."""
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(logs.loop_handler)
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    client = connect(token, settings.telegram_api_url)
    operator = Operator(client, settings.operator_chat_id)
    app = build(client, answering, operator)
    source = _source(settings, client, Intake(app))
    try:
        await unless(stop, app.initialize())
        if not stop.is_set():
            log.info("ready, updates come by %s", settings.telegram_mode)
            await _beside(publish(client), source.run(stop))
    except InvalidToken:
        raise SettingsError(
            "TELEGRAM_BOT_TOKEN was refused by Telegram; it must be the current one: @BotFather, /mybots, API Token"
        ) from None
    finally:
        await operator.close()
        await app.shutdown()
        await client.shutdown()  # the application closes it only if its start went through
    log.info("ended")


def _source(settings: Settings, client: Client, intake: Intake) -> Polling | Webhook:
    if settings.telegram_mode is Mode.POLLING or settings.webhook_url is None:
        return Polling(client, intake)
    secret = settings.secret_for_webhook()
    return Webhook(client, intake, settings.webhook_url, secret, settings.host, settings.port)


async def _beside(extra: Coroutine[Any, Any, None], work: Coroutine[Any, Any, None]) -> None:
    """Do the work; `extra` runs beside it and ends with it."""
    task = asyncio.create_task(extra)
    try:
        await work
    finally:
        task.cancel()
        await asyncio.wait([task])
