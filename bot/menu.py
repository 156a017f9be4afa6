"""What Telegram shows before anybody has written: the command menu and the bot's description."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Collection

from telegram import BotCommandScope, BotCommandScopeAllGroupChats, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import TelegramError

from bot import texts
from bot.client import Client
from bot.logs import name_of

log = logging.getLogger("bot.menu")


async def publish(client: Client, admins: Collection[int]) -> None:
    """Set all of it. Waits as long as Telegram asks, so nothing should wait for it; refusals are logged."""
    scopes: list[tuple[tuple[tuple[str, str], ...], BotCommandScope]] = [
        (texts.COMMANDS, BotCommandScopeDefault()),
        (texts.GROUP_COMMANDS, BotCommandScopeAllGroupChats()),
        *((texts.ADMIN_COMMANDS, BotCommandScopeChat(admin)) for admin in sorted(admins)),
    ]
    for commands, scope in scopes:
        await _try(client.set_my_commands(commands, scope=scope))
    await _try(client.set_my_description(texts.DESCRIPTION))
    await _try(client.set_my_short_description(texts.SHORT_DESCRIPTION))


async def withdraw(client: Client, person: int) -> None:
    """Take the admins' menu from somebody who is none any more; who they were is not kept, so it waits until asked."""
    await _try(client.delete_my_commands(scope=BotCommandScopeChat(person)))


async def _try(request: Awaitable[bool]) -> None:
    # An admin who has not written yet has no menu to set; the next start sets it.
    try:
        await request
    except TelegramError as error:
        log.warning("a part of the menu could not be set (%s)", name_of(error))
