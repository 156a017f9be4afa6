"""How the bot sends a picture or a document: as a reply, in the topic of the message it answers."""

from __future__ import annotations

from telegram import Message, ReplyParameters
from telegram.constants import ParseMode

from bot.admin_views import File
from bot.client import Client


async def reply_picture(client: Client, message: Message, png: bytes, html: str) -> None:
    """Answer with a picture and the text below it. Raises TelegramError."""
    await client.send_photo(
        message.chat.id,
        png,
        caption=html,
        parse_mode=ParseMode.HTML,
        reply_parameters=_quote(message),
        message_thread_id=_topic(message),
    )


async def reply_file(client: Client, message: Message, file: File) -> None:
    """Answer with a document. Raises TelegramError."""
    await client.send_document(
        message.chat.id,
        file.content,
        filename=file.name,
        caption=file.html,
        parse_mode=ParseMode.HTML,
        disable_content_type_detection=True,
        reply_parameters=_quote(message),
        message_thread_id=_topic(message),
    )


def _quote(message: Message) -> ReplyParameters:
    return ReplyParameters(message.message_id, allow_sending_without_reply=True)


def _topic(message: Message) -> int | None:
    return message.message_thread_id if message.is_topic_message else None
