"""/start, /help, /baocao, and whatever else begins with a slash."""

from __future__ import annotations

from html import escape

from telegram import Update
from telegram.ext import ContextTypes

from bot import texts
from bot.answering import Answering
from bot.handlers.replies import reply
from bot.keyboards import example_buttons
from bot.markup import quoted

LONGEST_TITLE = 300  # UTF-16 units


class Commands:
    """What the commands answer; the texts are made once, at start."""

    def __init__(self, answering: Answering) -> None:
        self._buttons = example_buttons(answering.examples, answering.fingerprint)
        below = [texts.EXAMPLES_BELOW] if self._buttons else []
        greeting = texts.GREETING.format(reports=_reports(answering.titles))
        self._start = escape("\n\n".join([greeting, texts.HOW_TO_ASK, *below]), quote=False)
        self._help = "\n\n".join([texts.HOW_TO_ASK, texts.HOW_TO_READ, texts.COMMANDS_TO_KNOW, *below])
        self._about = answering.about()

    async def start(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A greeting that says what can be asked here."""
        if update.message:
            await reply(update.message, self._start, self._buttons)

    async def help(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """How to ask, how to read an answer, and questions that this report does answer."""
        if update.message:
            await reply(update.message, self._help, self._buttons)

    async def about(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Which report answers."""
        if update.message:
            await reply(update.message, self._about)

    async def unknown(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A command that is none of ours."""
        if update.message:
            await reply(update.message, texts.UNKNOWN_COMMAND)


def _reports(titles: tuple[str, ...]) -> str:
    if len(titles) == 1:
        return texts.ONE_REPORT.format(title=quoted(titles[0]).cut(LONGEST_TITLE).text)
    return texts.SEVERAL_REPORTS.format(count=len(titles))
