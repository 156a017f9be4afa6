"""When a handler fails: a log line without anybody's words, an apology, a line to the operator."""

from __future__ import annotations

import logging

from telegram import Chat, Update
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError
from telegram.ext import ContextTypes

from bot import texts
from bot.handlers.replies import reply
from bot.logs import name_of
from bot.operator import Operator

log = logging.getLogger("bot.handlers.errors")


class Errors:
    """The application's error handler."""

    def __init__(self, operator: Operator) -> None:
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
        if isinstance(update, Update) and update.effective_chat and not unreachable:
            await _apologise(update, update.effective_chat)


async def _apologise(update: Update, chat: Chat) -> None:
    try:
        if update.message:
            await reply(update.message, texts.APOLOGY)
        else:
            await chat.send_message(texts.APOLOGY)
    except TelegramError as error:
        log.warning("update %d: the apology could not be sent (%s)", update.update_id, name_of(error))
