"""/thongke, /chuatraloi, /viettat: for whoever runs the bot, in the private chat with it and nowhere else."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape

from telegram import Message, Update
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot import texts
from bot.addressing import is_private, sender_id
from bot.admin_views import AdminViews, File
from bot.answering import HANOI
from bot.charting import Charts
from bot.handlers.files import reply_file, reply_picture
from bot.handlers.guard import Guard
from bot.handlers.question import typing
from bot.handlers.replies import reply
from bot.menu import withdraw
from bot.periods import Period, days_said
from bot.render_statistics import render_statistics
from bot.service import Service
from bot.storage import StorageBusy, StorageError
from bot.taught import Change, Teacher, Unclear, Wish, wish
from bot.views import View
from index.normalize import fold
from index.sentences import is_syllable

WEEK, MOST_STATISTICS = 7, 90  # days
MONTH, MOST_UNANSWERED = 30, 365
TABLE = "csv"

log = logging.getLogger("bot.handlers.admin")


class AdminCommands:
    """What the admins' commands answer; others learn nothing by them."""

    def __init__(self, service: Service, guard: Guard) -> None:
        self._service = service
        self._guard = guard
        self._views = AdminViews(service.store, service.signer, service.answering)
        self._charts = Charts()
        self._teacher = Teacher(service.store, service.abbreviations)

    async def statistics(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """The figures of the last days, with a chart."""
        message = await self._admitted(update)
        if message is None:
            return
        days = days_said(" ".join(context.args or ()), WEEK, MOST_STATISTICS)
        if days is None:
            await self._say(message, texts.HOW_MANY_DAYS.format(most=MOST_STATISTICS, command="/thongke"))
            return
        period = Period(days, datetime.now(UTC))
        async with typing(message):
            try:
                found = await self._service.store.statistics(period.since, period.now, HANOI)
            except StorageBusy:
                await self._say(message, texts.DATABASE_BUSY)
                return
            picture = await self._charts.draw(found) if found.asked else None
        text = render_statistics(found, period)
        if picture is not None:
            try:
                await reply_picture(self._service.client, message, picture, text)
                return
            except BadRequest:
                log.warning("Telegram refused the chart")
        await reply(self._service.client, message, View(text))

    async def unanswered(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """The questions of the last days that found no answer, as pages or as a table."""
        message = await self._admitted(update)
        if message is None:
            return
        words = [word for word in context.args or () if word.lower() != TABLE]
        days = days_said(" ".join(words), MONTH, MOST_UNANSWERED)
        if days is None:
            await self._say(message, texts.HOW_MANY_DAYS.format(most=MOST_UNANSWERED, command="/chuatraloi"))
            return
        try:
            async with typing(message):
                as_table = len(words) < len(context.args or ())
                shown = await (self._views.unanswered_table(days) if as_table else self._first_page(message, days))
        except StorageBusy:
            shown = View(texts.DATABASE_BUSY)
        await show(self._service, message, shown)

    async def abbreviations(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """List the operator's own abbreviations, add one or drop one."""
        message = await self._admitted(update)
        if message is None:
            return
        said = " ".join(context.args or ())
        try:
            if not said:
                await show(self._service, message, await self._views.abbreviations(message.chat.id))
                return
            asked = wish(said)
            async with typing(message):
                change = await self._teacher.carry_out(asked)
            await self._say(message, changed_text(asked, change, self._service.abbreviations.shipped(asked.short)))
        except Unclear as unclear:
            await self._say(message, f"{unclear.line}\n\n{texts.HOW_TO_ABBREVIATE}")
        except StorageError:
            await self._say(message, texts.ABBREVIATIONS_UNCHANGED if said else texts.DATABASE_BUSY)

    async def _first_page(self, message: Message, days: int) -> View | None:
        return await self._views.unanswered(message.chat.id, days)

    async def _admitted(self, update: Update) -> Message | None:
        """The message, where an admin wrote it in private; all others are told for whom it is, or where."""
        message = update.effective_message
        if message is None or not await self._guard.admits(message):
            return None
        if not is_private(message):
            await self._say(message, texts.ADMINS_IN_PRIVATE)
            return None
        if not self._service.access.is_admin(sender_id(message)):
            await self._say(message, texts.ONLY_ADMINS)
            await withdraw(self._service.client, message.chat.id)
            return None
        return message

    async def _say(self, message: Message, line: str) -> None:
        await reply(self._service.client, message, View(escape(line, quote=False)))


def changed_text(asked: Wish, change: Change, shipped: Sequence[str]) -> str:
    """What became of a change; `shipped`: what the abbreviation stands for without the operator's word."""
    if change is Change.LATER:
        return texts.ABBREVIATION_LATER
    if change is Change.UNKNOWN:
        return texts.NO_SUCH_ABBREVIATION.format(short=asked.short)
    if asked.words is None:
        lines = [texts.ABBREVIATION_REMOVED.format(short=asked.short)]
        if shipped:
            lines.append(texts.ABBREVIATION_BACK.format(short=asked.short, words=shipped[0]))
        return "\n".join(lines)
    # Typed small, it is an ordinary syllable: `index.glossary` then takes it in capitals only.
    lines = [texts.ABBREVIATION_PUT.format(short=asked.short, words=asked.words)]
    if is_syllable(asked.short):
        lines.append(texts.ABBREVIATION_IN_CAPITALS)
    if shipped and fold(asked.words).lower() not in {fold(one).lower() for one in shipped}:
        lines.append(texts.ABBREVIATION_REPLACES.format(short=asked.short, words=shipped[0]))
    return "\n".join(lines)


async def show(service: Service, message: Message, shown: View | File | None) -> None:
    """Answer with a page or a file, where there is one."""
    if isinstance(shown, File):
        await reply_file(service.client, message, shown)
    elif shown is not None:
        await reply(service.client, message, shown)
