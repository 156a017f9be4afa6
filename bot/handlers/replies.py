"""How the bot writes: as a reply to the message it answers, in its topic, in HTML, without a preview of links.

What can't be written is no error where nobody could mend it: the bot was put out of the group, may not write there,
the topic was closed. A group that became a supergroup meanwhile gets its answer there, without buttons: they are signed
for the chat they were made for.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable

from telegram import CallbackQuery, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.client import Client
from bot.keyboards import Markup
from bot.views import View

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_NOT_TO_BE_HELPED = (
    "not enough rights",
    "topic_closed",
    "topic_deleted",
    "message thread not found",
    "chat not found",
    "group chat was deactivated",
    "chat_write_forbidden",
    "need administrator rights",
    "have no rights to send",
)
_NOT_TO_BE_EDITED = ("message to edit not found", "message can't be edited", "message_id_invalid", "chat not found")
_SAME = "message is not modified"

log = logging.getLogger("bot.handlers.replies")


async def reply(client: Client, message: Message, view: View) -> Message | None:
    """Answer a message; None where nothing can be written there. Raises TelegramError."""
    quote = ReplyParameters(message.message_id, allow_sending_without_reply=True)
    topic = message.message_thread_id if message.is_topic_message else None
    try:
        return await send(client, message.chat.id, view, quote=quote, topic=topic)
    except ChatMigrated as error:
        return await send(client, error.new_chat_id, View(view.html))


async def send(
    client: Client, chat: int, view: View, *, quote: ReplyParameters | None = None, topic: int | None = None
) -> Message | None:
    """Write to a chat; None where nothing can be written there. Raises TelegramError."""
    try:
        return await client.posts.keep(
            chat,
            client.send_message(
                chat,
                view.html,
                parse_mode=ParseMode.HTML,
                reply_parameters=quote,
                reply_markup=view.keyboard,
                message_thread_id=topic,
                link_preview_options=_NO_PREVIEW,
            ),
        )
    except Forbidden:
        log.info("nothing can be written to this chat any more")
    except BadRequest as error:
        if not _says(error, _NOT_TO_BE_HELPED):
            raise
        log.info("nothing can be written there")
    return None


async def edit(client: Client, chat: int, message: int, view: View) -> bool:
    """Change a message of ours; False where it is gone. Raises TelegramError."""
    return await _edited(
        client.edit_message_text(
            view.html,
            chat,
            message,
            parse_mode=ParseMode.HTML,
            reply_markup=view.keyboard,
            link_preview_options=_NO_PREVIEW,
        )
    )


async def edit_keyboard(client: Client, chat: int, message: int, keyboard: Markup) -> bool:
    """Give a message of ours other buttons; False where it is gone. Raises TelegramError."""
    return await _edited(client.edit_message_reply_markup(chat, message, reply_markup=keyboard))


async def _edited(request: Awaitable[object]) -> bool:
    """Whether an edit was carried out, or had been before. Raises TelegramError."""
    try:
        await request
    except (Forbidden, ChatMigrated):
        log.info("nothing can be written to this chat any more")
        return False
    except BadRequest as error:
        if _says(error, (_SAME,)):
            return True
        if not _says(error, (*_NOT_TO_BE_EDITED, *_NOT_TO_BE_HELPED)):
            raise
        log.info("a message can't be edited any more")
        return False
    return True


async def acknowledge(query: CallbackQuery, toast: str | None = None) -> None:
    """Stop a button's spinning, with a line where there is one to say."""
    try:
        await query.answer(toast)
    except TelegramError:
        # Too old to be acknowledged, after a restart say: what it asks for is still wanted.
        log.info("a press could not be acknowledged")


def _says(error: BadRequest, words: tuple[str, ...]) -> bool:
    return any(one in error.message.lower() for one in words)
