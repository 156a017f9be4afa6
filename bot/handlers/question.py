"""A text is a question: show that it is being worked on, find the sentence, reply."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram import Chat, Update
from telegram.constants import ChatAction
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot.answering import Answering
from bot.handlers.replies import reply
from bot.logs import name_of

TYPING_WAIT = 0.3  # seconds an answer that is ready waits for "typing…" to have reached Telegram

log = logging.getLogger("bot.handlers.question")


class Questions:
    """Answers questions from one library."""

    def __init__(self, answering: Answering) -> None:
        self._answering = answering

    async def answer(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Reply to the message with the sentence that answers it."""
        message = update.message
        if message is None or message.text is None:
            return
        async with typing(message.chat):
            html = await self._answering.reply(message.text)
        await reply(message, html)


@asynccontextmanager
async def typing(chat: Chat) -> AsyncIterator[None]:
    """Show "typing…" during the block, but never after it, and never make it much longer.

    Sent beside the work. One that arrived after the answer would promise a second one, so it gets a moment
    to arrive before, and then is broken off.
    """
    sending = asyncio.create_task(_send_typing(chat))
    try:
        yield
        await asyncio.wait([sending], timeout=TYPING_WAIT)
    finally:
        sending.cancel()
        await asyncio.wait([sending])


async def _send_typing(chat: Chat) -> None:
    try:
        await chat.send_action(ChatAction.TYPING)
    except TelegramError as error:
        log.debug("no typing action (%s)", name_of(error))
