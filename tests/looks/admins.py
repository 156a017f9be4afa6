"""What whoever runs the bot asks it, each in their private chat."""

from __future__ import annotations

from tests.looks.scene import Scene
from tests.looks.stage import private
from tests.telegram_double import TelegramDouble, talk

ADMINS = (1101, 1102, 1103)


def statistics(telegram: TelegramDouble) -> Scene:
    """/thongke."""
    return _told(telegram, ADMINS[0], "/thongke")


def unanswered(telegram: TelegramDouble) -> Scene:
    """/chuatraloi."""
    return _told(telegram, ADMINS[1], "/chuatraloi")


def abbreviations(telegram: TelegramDouble) -> Scene:
    """/viettat: one added, then all listed."""
    return _told(telegram, ADMINS[2], "/viettat CBCC = cán bộ, công chức", "/viettat")


def _told(telegram: TelegramDouble, admin: int, *commands: str) -> Scene:
    lan = talk(telegram, admin)
    for command in commands:
        lan.says(command)
        lan.hears()
    return private(lan)
