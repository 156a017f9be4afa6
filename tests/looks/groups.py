"""What happens in groups, and to people who are refused."""

from __future__ import annotations

from tests.bot.process import QUESTION
from tests.looks.scene import Bubble, Scene
from tests.looks.stage import LAN, MINH, group, private
from tests.telegram_double import TelegramDouble, talk

OFFICE = "Văn phòng UBND quận"


def group_answer(telegram: TelegramDouble) -> Scene:
    """A mention in a topic of a forum, answered there."""
    forum = telegram.add_group(-3001, OFFICE, forum=True, owner=MINH)
    telegram.promote_bot(forum, by=MINH)
    topic = telegram.add_topic(forum, "Ngân sách", by=MINH)
    lan = talk(telegram, forum, user=LAN, topic=topic)
    talk(telegram, forum, user=MINH, topic=topic).says("Chiều nay họp, ai xem giúp tôi số thu ngân sách với.")
    lan.says(f"@{telegram.bot_username} {QUESTION}")
    lan.hears()
    return group(lan, OFFICE, "# Ngân sách")


def group_unsure(telegram: TelegramDouble) -> Scene:
    """An answer in a group that is not sure."""
    chat = telegram.add_group(-3002, OFFICE, owner=MINH)
    lan = talk(telegram, chat, user=LAN)
    lan.says("/hoi Tỷ lệ giải ngân đầu tư công?")
    lan.hears()
    return group(lan, OFFICE, "12 thành viên")


def group_greeting(telegram: TelegramDouble) -> Scene:
    """The bot is added to a group, privacy mode on."""
    chat = telegram.add_group(-3003, OFFICE, owner=MINH, bot="left")
    lan = talk(telegram, chat, user=LAN)
    telegram.add_bot(chat, by=MINH)
    lan.hears()
    return group(lan, OFFICE, "12 thành viên")


def group_greeting_admin(telegram: TelegramDouble) -> Scene:
    """The bot is added as an admin, who hears every mention."""
    chat = telegram.add_group(-3005, OFFICE, owner=MINH, bot="left")
    lan = talk(telegram, chat, user=LAN)
    telegram.promote_bot(chat, by=MINH)
    lan.hears()
    return group(lan, OFFICE, "12 thành viên")


def guest(telegram: TelegramDouble) -> Scene:
    """Called by its name where it is no member."""
    telegram.guest_mode = True
    query = telegram.summon(f"@{telegram.bot_username} {QUESTION}")
    posted = telegram.wait_for(lambda t: t.guest_answer(query))
    return Scene("Minh", "trực tuyến", LAN, (Bubble(posted or {}),))


def quota(telegram: TelegramDouble) -> Scene:
    """One question more than the hour allows, here two."""
    lan = talk(telegram, LAN)
    for _ in range(2):
        lan.says("Ai trình bày báo cáo?")
        lan.hears()
    return private(lan)


def refused(telegram: TelegramDouble) -> Scene:
    """Somebody the bot may not serve."""
    minh = talk(telegram, MINH)
    minh.says(QUESTION)
    minh.hears()
    return private(minh)


def group_refused(telegram: TelegramDouble) -> Scene:
    """A group the bot may not be in."""
    chat = telegram.add_group(-3004, OFFICE, owner=MINH, bot="left")
    minh = talk(telegram, chat, user=MINH)
    telegram.add_bot(chat, by=MINH)
    minh.hears()
    return group(minh, OFFICE, "12 thành viên")
