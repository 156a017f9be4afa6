"""/start, /help, /baocao, /xoa, and whatever else begins with a slash."""

from __future__ import annotations

import asyncio
from html import escape

from telegram import Message, Update
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot import texts
from bot.addressing import is_private, sender_id
from bot.handlers.guard import Guard
from bot.handlers.replies import reply
from bot.markup import quoted
from bot.render_report import render_reports
from bot.service import Service
from bot.views import View
from bot.ways_to_ask import hides_mentions, how_to_ask

LONGEST_TITLE = 300  # UTF-16 units
FORGET = 3.0  # seconds to wait for the database before saying that it will be done


class Commands:
    """What the commands answer."""

    def __init__(self, service: Service, guard: Guard) -> None:
        self._service = service
        self._guard = guard

    async def start(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A greeting that says what can be asked here."""
        if (message := await self._admitted(update)) is not None:
            greeting = texts.GREETING.format(reports=reports_named(self._service.answering.titles))
            await self._with_examples(message, [greeting, await self._how_to_ask(message)])

    async def help(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """How to ask, how to read an answer, and questions that this report does answer."""
        if (message := await self._admitted(update)) is not None:
            lines = [await self._how_to_ask(message), texts.HOW_TO_READ, texts.COMMANDS_TO_KNOW]
            if is_private(message) and self._service.access.is_admin(sender_id(message)):
                lines.append(texts.COMMANDS_OF_ADMINS)
            await self._with_examples(message, lines)

    async def about(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Which report answers."""
        if (message := await self._admitted(update)) is not None:
            answering = self._service.answering
            await self._say(message, View(render_reports(answering.library.reports, answering.loaded)))

    async def forget(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Delete what is kept of the asker."""
        message = await self._admitted(update)
        if message is None:
            return
        store = self._service.store
        deleted = store.forget(store.key("person", sender_id(message)))
        done, _ = await asyncio.wait([deleted], timeout=FORGET)
        count = deleted.result() if done and not deleted.exception() else None
        line = texts.FORGETTING if count is None else texts.FORGOTTEN if count else texts.NOTHING_TO_FORGET
        await self._say(message, View(line.format(count=count)))

    async def unknown(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A command that is none of ours, in private or with our name."""
        if (message := await self._admitted(update)) is not None:
            await self._say(message, View(texts.UNKNOWN_COMMAND))

    async def _how_to_ask(self, message: Message) -> str:
        if is_private(message):
            return texts.HOW_TO_ASK
        client = self._service.client
        can_read_all = bool(client.bot.can_read_all_group_messages)
        try:
            member = None if can_read_all else await message.chat.get_member(client.bot.id)
        except TelegramError:
            member = None  # what works in privacy mode works without it as well
        hidden = not can_read_all and (member is None or hides_mentions(member, can_read_all=can_read_all))
        return how_to_ask(client.username, hidden=hidden)

    async def _with_examples(self, message: Message, lines: list[str]) -> None:
        answering = self._service.answering
        keyboards = self._service.views.keyboards(message.chat.id)
        buttons = keyboards.examples(answering.examples, answering.fingerprint)
        below = [texts.EXAMPLES_BELOW] if buttons else []
        await self._say(message, View(escape("\n\n".join([*lines, *below]), quote=False), buttons))

    async def _admitted(self, update: Update) -> Message | None:
        message = update.effective_message
        return message if message is not None and await self._guard.admits(message) else None

    async def _say(self, message: Message, view: View) -> None:
        await reply(self._service.client, message, view)


def reports_named(titles: tuple[str, ...]) -> str:
    """The reports, as a greeting names them."""
    if len(titles) == 1:
        return texts.ONE_REPORT.format(title=quoted(titles[0]).cut(LONGEST_TITLE).text)
    return texts.SEVERAL_REPORTS.format(count=len(titles))
