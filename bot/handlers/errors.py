"""When a handler fails: a log line without anybody's words, an apology, a line to the operator."""

from __future__ import annotations

import logging

from telegram import Update
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError
from telegram.ext import ContextTypes

from bot import texts
from bot.client import Client
from bot.handlers.replies import reply, send
from bot.logs import name_of
from bot.operator import Operator
from bot.views import View

log = logging.getLogger("bot.handlers.errors")


class Errors:
    """The application's error handler."""

    def __init__(self, client: Client, operator: Operator) -> None:
        self._client = client
        self._operator = operator

    async def handle(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Called by the application with whatever a handler raised, in `context.error`."""
        error = context.error
        if error is None:
            return
        update_id = update.update_id if isinstance(update, Update) else None
        if isinstance(error, Forbidden):
            log.info("update %s: the person has blocked the bot", update_id)
            return
        log.error("update %s failed", update_id, exc_info=error)
        self._operator.tell(update_id, error)
        # Where Telegram can't be reached, an apology can't reach it either.
        unreachable = isinstance(error, NetworkError) and not isinstance(error, BadRequest)
        if isinstance(update, Update) and not unreachable:
            await self._apologise(update)

    async def _apologise(self, update: Update) -> None:
        """Only to who has asked: a press, a message; in a group as a reply."""
        apology = View(texts.APOLOGY)
        message = update.message or update.edited_message or update.channel_post
        try:
            if message is not None:
                await reply(self._client, message, apology)
            elif update.callback_query is not None and update.effective_chat is not None:
                await send(self._client, update.effective_chat.id, apology)
        except TelegramError as error:
            log.warning("update %d: the apology could not be sent (%s)", update.update_id, name_of(error))
