"""The wiring: one ordered list of handlers. Each update goes to the first that takes it."""

from __future__ import annotations

from typing import Any

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import (
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.answering import Answering
from bot.client import App, Client
from bot.handlers.commands import Commands
from bot.handlers.errors import Errors
from bot.handlers.other import no_question
from bot.handlers.press import Presses
from bot.handlers.question import Questions
from bot.operator import Operator

# New messages only: an edited question is not answered a second time. Groups are not served yet, and a bot
# that is added to one stays silent.
PRIVATE = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE


def build(client: Client, answering: Answering, operator: Operator) -> App:
    """The application, not yet initialised; updates come from `bot.intake`, never from an updater."""
    app: App = ApplicationBuilder().bot(client).updater(None).job_queue(None).build()
    app.add_handlers(handlers(answering))
    app.add_error_handler(Errors(operator).handle)
    return app


def handlers(answering: Answering) -> list[BaseHandler[Any, ContextTypes.DEFAULT_TYPE, Any]]:
    """In the order in which they are asked."""
    commands = Commands(answering)
    return [
        # Our own commands before any command, any command before any text: a command is a text as well.
        CommandHandler("start", commands.start, PRIVATE),
        CommandHandler("help", commands.help, PRIVATE),
        CommandHandler("baocao", commands.about, PRIVATE),
        MessageHandler(PRIVATE & filters.COMMAND, commands.unknown),
        MessageHandler(PRIVATE & filters.TEXT, Questions(answering).answer),
        # "X pinned a message" and the like were written by nobody.
        MessageHandler(PRIVATE & ~filters.StatusUpdate.ALL, no_question),
        _PrivatePress(Presses(answering).press),
    ]


class _PrivatePress(CallbackQueryHandler[ContextTypes.DEFAULT_TYPE, None]):
    """Presses in private chats: CallbackQueryHandler knows no filters."""

    def check_update(self, update: object) -> Any:
        if isinstance(update, Update) and update.effective_chat:
            return update.effective_chat.type == ChatType.PRIVATE and super().check_update(update)
        return None
