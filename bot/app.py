"""The wiring: one ordered list of handlers. Each update goes to the first that takes it."""

from __future__ import annotations

from typing import Any

from telegram import Message, Update
from telegram.ext import (
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.addressing import ASK
from bot.client import App, Client
from bot.handlers.admin import AdminCommands
from bot.handlers.albums import Albums
from bot.handlers.commands import Commands
from bot.handlers.errors import Errors
from bot.handlers.guard import Guard
from bot.handlers.inline import InlineQueries
from bot.handlers.membership import Membership
from bot.handlers.other import Others
from bot.handlers.press import Presses
from bot.handlers.question import Questions
from bot.handlers.report import ReportCommands
from bot.operator import Operator
from bot.service import Service

NEW = filters.UpdateType.MESSAGE | filters.UpdateType.CHANNEL_POST
EDITED = filters.UpdateType.EDITED_MESSAGE | filters.UpdateType.EDITED_CHANNEL_POST
PRIVATE = filters.ChatType.PRIVATE
# "/hoi@bot tổng thu bao nhiêu": a question, though it begins as a command does.
QUESTION = ~filters.COMMAND | filters.Regex(rf"(?i)^/{ASK}(@|\s|$)")
# "/tomtat" under a photo, but for "/hoi" with its question.
IN_CAPTION = filters.CaptionRegex(rf"(?i)^/(?!{ASK}(@|\s|$))\w+(@\w+)?(\s|$)")


def build(service: Service, operator: Operator) -> App:
    """The application, not yet initialised; updates come from `bot.intake`, never from an updater."""
    app: App = ApplicationBuilder().bot(service.client).updater(None).job_queue(None).build()
    app.add_handlers(handlers(service))
    app.add_error_handler(Errors(service.client, operator).handle)
    return app


def handlers(service: Service) -> list[BaseHandler[Any, ContextTypes.DEFAULT_TYPE, Any]]:
    """In the order in which they are asked."""
    guard, albums = Guard(service), Albums()
    commands, report, admin = Commands(service, guard), ReportCommands(service, guard), AdminCommands(service, guard)
    questions, others = Questions(service, guard, albums), Others(service, guard, albums)
    membership, inline = Membership(service, guard), InlineQueries(service, guard)
    named = _Named(service.client)
    return [
        ChatMemberHandler(membership.changed, ChatMemberHandler.MY_CHAT_MEMBER),
        MessageHandler(NEW & filters.StatusUpdate.MIGRATE, membership.migrated),
        # "X pinned a message" and the like were written by nobody.
        MessageHandler(filters.StatusUpdate.ALL, _nothing),
        # Our own commands before any command, any command before any text: a command is a text as well.
        CommandHandler("start", commands.start, NEW & (PRIVATE | named)),
        CommandHandler("help", commands.help, NEW),
        CommandHandler("baocao", commands.about, NEW),
        CommandHandler("tomtat", report.summary, NEW),
        CommandHandler("solieu", report.figures, NEW),
        CommandHandler("mucluc", report.outline, NEW),
        CommandHandler("xoa", commands.forget, NEW),
        CommandHandler("thongke", admin.statistics, NEW & (PRIVATE | named)),
        CommandHandler("chuatraloi", admin.unanswered, NEW & (PRIVATE | named)),
        CommandHandler("viettat", admin.abbreviations, NEW & (PRIVATE | named)),
        MessageHandler(NEW & (PRIVATE | named) & ~QUESTION, commands.unknown),
        MessageHandler(NEW & PRIVATE & IN_CAPTION, others.command_in_caption),
        MessageHandler(NEW & QUESTION & (filters.TEXT | filters.CAPTION), questions.answer),
        MessageHandler(EDITED & QUESTION & (filters.TEXT | filters.CAPTION), questions.edited),
        MessageHandler(NEW & PRIVATE, others.no_question),
        CallbackQueryHandler(Presses(service, guard).press),
        InlineQueryHandler(inline.query),
        MessageHandler(filters.UpdateType.GUEST_MESSAGE, inline.guest),
    ]


class _Named(filters.MessageFilter):
    """A command that names this bot, `/help@bot`: in a group it may be another bot's otherwise."""

    def __init__(self, client: Client) -> None:
        super().__init__("named")
        self._client = client

    def filter(self, message: Message) -> bool:
        words = (message.text or "").split(maxsplit=1)
        return bool(words) and words[0].lower().endswith(f"@{self._client.username}".lower())


async def _nothing(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """What is for nobody."""
