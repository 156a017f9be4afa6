"""Messages that hold no question: photos, stickers, voices, places, an empty text."""

from __future__ import annotations

from telegram import Update
from telegram.ext import ContextTypes

from bot import texts
from bot.handlers.replies import reply


async def no_question(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """One kind line."""
    if update.message:
        await reply(update.message, texts.NO_QUESTION)
