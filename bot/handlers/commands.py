"""/start, /help, /baocao, /xoa, and whatever else begins with a slash."""

from __future__ import annotations

import asyncio
from html import escape

from telegram import Message, Update
from telegram.ext import ContextTypes

from bot import texts
from bot.addressing import is_private, sender_id
from bot.handlers.guard import Guard
from bot.handlers.replies import reply
from bot.markup import quoted
from bot.render_report import render_reports
from bot.service import Service
from bot.views import View

LONGEST_TITLE = 300  # UTF-16 units
FORGET = 3.0  # seconds to wait for the database before saying that it will be done


class Commands:
    """What the commands answer."""

    def __init__(self, service: Service, guard: Guard) -> None:
        self._service = service
        self._guard = guard

    async def start(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A greeting that says what can be asked here."""
        greeting = texts.GREETING.format(reports=reports_named(self._service.answering.titles))
        await self._with_examples(update, [greeting, texts.HOW_TO_ASK])

    async def help(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """How to ask, how to read an answer, and questions that this report does answer."""
        message = update.effective_message
        lines = [texts.HOW_TO_ASK, texts.HOW_TO_READ, texts.COMMANDS_TO_KNOW]
        if message is not None and not is_private(message):
            ways = texts.WAYS_TO_ASK.format(name=self._service.client.username)
            lines = [texts.HOW_TO_ASK_IN_GROUP.format(ways=ways), *lines[1:]]
        elif message is not None and self._service.access.is_admin(sender_id(message)):
            lines.append(texts.COMMANDS_OF_ADMINS)
        await self._with_examples(update, lines)

    async def about(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Which report answers."""
        answering = self._service.answering
        await self._say(update, View(render_reports(answering.library.reports, answering.loaded)))

    async def forget(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Delete what is kept of the asker."""
        message = update.effective_message
        if message is None or not await self._guard.admits(message):
            return
        store = self._service.store
        deleted = store.forget(store.key("person", sender_id(message)))
        done, _ = await asyncio.wait([deleted], timeout=FORGET)
        count = deleted.result() if done and not deleted.exception() else None
        line = texts.FORGETTING if count is None else texts.FORGOTTEN if count else texts.NOTHING_TO_FORGET
        await reply(self._service.client, message, View(line.format(count=count)))

    async def unknown(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A command that is none of ours, in private or with our name."""
        await self._say(update, View(texts.UNKNOWN_COMMAND))

    async def _with_examples(self, update: Update, lines: list[str]) -> None:
        message = update.effective_message
        if message is None:
            return
        answering = self._service.answering
        keyboards = self._service.views.keyboards(message.chat.id)
        buttons = keyboards.examples(answering.examples, answering.fingerprint)
        below = [texts.EXAMPLES_BELOW] if buttons else []
        await self._say(update, View(escape("\n\n".join([*lines, *below]), quote=False), buttons))

    async def _say(self, update: Update, view: View) -> None:
        message: Message | None = update.effective_message
        if message is not None and await self._guard.admits(message):
            await reply(self._service.client, message, view)


def reports_named(titles: tuple[str, ...]) -> str:
    """The reports, as a greeting names them."""
    if len(titles) == 1:
        return texts.ONE_REPORT.format(title=quoted(titles[0]).cut(LONGEST_TITLE).text)
    return texts.SEVERAL_REPORTS.format(count=len(titles))
