"""Messages that hold no question: photos, also with a command below, stickers, voices, places, an empty text."""

from __future__ import annotations

from telegram import Update
from telegram.ext import ContextTypes

from bot import texts
from bot.handlers.albums import Albums
from bot.handlers.guard import Guard
from bot.handlers.replies import reply
from bot.service import Service
from bot.views import View


class Others:
    """Says what can be asked."""

    def __init__(self, service: Service, guard: Guard, albums: Albums) -> None:
        self._service = service
        self._guard = guard
        self._albums = albums

    async def no_question(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """One kind line."""
        await self._say(update, texts.NO_QUESTION)

    async def command_in_caption(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Under a photo or a file Telegram knows no commands."""
        await self._say(update, texts.COMMAND_IN_CAPTION)

    async def _say(self, update: Update, line: str) -> None:
        message = update.effective_message
        if message is None or self._albums.is_answered(message):
            return
        self._albums.answer(message)
        if await self._guard.admits(message):
            await reply(self._service.client, message, View(line))
