"""What Telegram shows before anybody has written: the command menu and the bot's description."""

from __future__ import annotations

import logging

from telegram.error import TelegramError

from bot import texts
from bot.client import Client
from bot.logs import name_of

log = logging.getLogger("bot.menu")


async def publish(client: Client) -> None:
    """Set all of it. Waits as long as Telegram asks, so nothing should wait for it; refusals are logged."""
    try:
        await client.set_my_commands(texts.COMMANDS)
        await client.set_my_description(texts.DESCRIPTION)
        await client.set_my_short_description(texts.SHORT_DESCRIPTION)
    except TelegramError as error:
        log.warning("the menu could not be set (%s)", name_of(error))
