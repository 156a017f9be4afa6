"""/tomtat, /solieu, /mucluc: the report itself, page by page."""

from __future__ import annotations

from telegram import Message, Update
from telegram.ext import ContextTypes

from bot.addressing import sender_id
from bot.handlers.guard import Guard
from bot.handlers.replies import reply
from bot.remembering import FIGURES
from bot.service import Service
from bot.views import View


class ReportCommands:
    """Shows the first page; the buttons turn them."""

    def __init__(self, service: Service, guard: Guard) -> None:
        self._service = service
        self._guard = guard

    async def summary(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """The report in ten sentences of its own."""
        if (message := await self._admitted(update)) is not None:
            await self._show(message, await self._service.pages.summary(message.chat.id))

    async def outline(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """The headings, each a button to its text."""
        if (message := await self._admitted(update)) is not None:
            await self._show(message, self._service.pages.outline(message.chat.id))

    async def figures(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """The key figures, or those about what stands behind the command."""
        message = await self._admitted(update)
        if message is None:
            return
        topic = topic_of(message.text or "")
        # The command is no question: an edit of it is not to change the list.
        asker, chat = sender_id(message), message.chat.id
        kept = self._service.remembering.reply(FIGURES, [topic], chat, asker).id if topic else ""
        await self._show(message, await self._service.pages.figures(chat, topic, reply=kept))

    async def _admitted(self, update: Update) -> Message | None:
        message = update.effective_message
        if message is None or not await self._guard.admits(message) or not await self._guard.within_quota(message):
            return None
        return message

    async def _show(self, message: Message, view: View | None) -> None:
        if view is not None:
            await reply(self._service.client, message, view)


def topic_of(command: str) -> str | None:
    """What stands behind a command; None where nothing does."""
    return " ".join(command.split()[1:]) or None
