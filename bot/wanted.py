"""The kinds of updates that the bot asks Telegram for, as the Bot API names them; others it is not sent."""

from __future__ import annotations

WANTED_UPDATES = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "callback_query",
    "inline_query",
    "guest_message",
    "my_chat_member",
)
