"""Which conversations there are, in the order of a reader's interest, and the bot's settings for them."""

from __future__ import annotations

from collections.abc import Callable

from tests.looks import admins, conversations, groups
from tests.looks.scene import Scene
from tests.looks.stage import LAN
from tests.telegram_double import TelegramDouble

Play = Callable[[TelegramDouble], Scene]
SETTINGS = {"ADMIN_USERS": ",".join(map(str, admins.ADMINS))}
OPEN: tuple[Play, ...] = (
    conversations.start,
    conversations.usage,
    conversations.answer,
    conversations.unsure,
    conversations.abstention,
    conversations.context,
    conversations.others,
    conversations.several,
    conversations.follow_up,
    conversations.no_accents,
    conversations.small_talk,
    conversations.feedback,
    conversations.summary,
    conversations.figures,
    conversations.all_figures,
    conversations.outline,
    conversations.section,
    conversations.about,
    conversations.forgotten,
    conversations.inline,
    conversations.inline_chosen,
    conversations.not_text,
    groups.group_answer,
    groups.group_unsure,
    groups.group_greeting,
    groups.group_greeting_admin,
    groups.guest,
    admins.statistics,
    admins.unanswered,
    admins.abbreviations,
)
LIMITED: tuple[Play, ...] = (groups.quota, groups.refused, groups.group_refused)
LIMITS = {"ALLOWED_USERS": str(LAN), "ADMIN_USERS": str(LAN), "ALLOWED_CHATS": "-1", "QUOTA_PER_PERSON": "1"}


def name_of(play: Play) -> str:
    """What its picture is called."""
    return play.__name__.replace("_", "-")
