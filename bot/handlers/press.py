"""A pressed button: an example question is asked, an old or forged one changes nothing."""

from __future__ import annotations

import logging

from telegram import CallbackQuery, LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot import texts
from bot.answering import Answering
from bot.handlers.question import typing
from bot.keyboards import pressed_example
from bot.logs import name_of

log = logging.getLogger("bot.handlers.press")


class Presses:
    """Answers the example questions of one library."""

    def __init__(self, answering: Answering) -> None:
        self._answering = answering

    async def press(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Stop the button's spinning at once, then send the answer with its question."""
        query = update.callback_query
        if query is None:
            return
        example = pressed_example(query.data or "", self._answering.examples, self._answering.fingerprint)
        await _acknowledge(query, None if example else texts.STALE_BUTTON)
        chat = update.effective_chat
        if example is None or chat is None:
            return
        async with typing(chat):
            html = await self._answering.reply(example, asked=True)
        await chat.send_message(
            html, parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
        )


async def _acknowledge(query: CallbackQuery, toast: str | None) -> None:
    try:
        await query.answer(toast)
    except TelegramError as error:
        # Too old to be acknowledged, after a restart say: the answer is still wanted.
        log.info("a press could not be acknowledged (%s)", name_of(error))
