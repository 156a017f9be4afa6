"""How the bot writes: as a reply to the message it answers, in HTML, without a preview of links."""

from __future__ import annotations

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def reply(message: Message, html: str, keyboard: InlineKeyboardMarkup | None = None) -> None:
    """Answer a message as a reply to it; without the quote where it is gone. Raises TelegramError."""
    quote = ReplyParameters(message.message_id, allow_sending_without_reply=True)
    await message.reply_text(
        html,
        parse_mode=ParseMode.HTML,
        reply_parameters=quote,
        reply_markup=keyboard,
        link_preview_options=_NO_PREVIEW,
    )
