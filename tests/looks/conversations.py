"""What people say to the bot in its private chat: a conversation a picture, each in a chat of its own.

Every function plays one against the bot and gives what then stands on the screen.
"""

from __future__ import annotations

from tests.bot.process import QUESTION
from tests.looks.scene import Bubble, Results, Scene, Toast
from tests.looks.stage import private
from tests.telegram_double import TelegramDouble, talk


def start(telegram: TelegramDouble) -> Scene:
    """The first thing anybody sees."""
    return _asked(telegram, 2001, "/start")


def usage(telegram: TelegramDouble) -> Scene:
    """/help."""
    return _asked(telegram, 2002, "/help")


def answer(telegram: TelegramDouble) -> Scene:
    """An answer the bot is sure of."""
    return _asked(telegram, 2021, QUESTION)


def unsure(telegram: TelegramDouble) -> Scene:
    """One it is not sure of."""
    return _asked(telegram, 2003, "Tỷ lệ giải ngân đầu tư công?")


def abstention(telegram: TelegramDouble) -> Scene:
    """A question that the report does not answer."""
    return _asked(telegram, 2004, "Tổng thu ngân sách năm 2025 là bao nhiêu?")


def context(telegram: TelegramDouble) -> Scene:
    """«Ngữ cảnh»."""
    return _pressed(telegram, 2005, QUESTION, "Ngữ cảnh")


def others(telegram: TelegramDouble) -> Scene:
    """«Kết quả khác»."""
    return _pressed(telegram, 2006, QUESTION, "Kết quả khác")


def several(telegram: TelegramDouble) -> Scene:
    """Several questions in one message."""
    return _asked(telegram, 2007, "Tổng thu NSNN năm 2020 bao nhiêu? Thuế ngoài quốc doanh đạt mấy phần trăm dự toán?")


def follow_up(telegram: TelegramDouble) -> Scene:
    """A question that leans on the one before."""
    lan = talk(telegram, 2008)
    lan.says("Năm 2020 tổng thu ngân sách là bao nhiêu?")
    lan.hears()
    lan.says("thế thuế ngoài quốc doanh?")
    lan.hears()
    return private(lan)


def no_accents(telegram: TelegramDouble) -> Scene:
    """A question typed in a hurry: no accents, a slip."""
    return _asked(telegram, 2009, "tong thu ngan sch nam 2020 bao nhieu")


def small_talk(telegram: TelegramDouble) -> Scene:
    """What is no question."""
    lan = talk(telegram, 2010)
    for words in ("Chào bạn", "bạn là ai vậy?", "cảm ơn nhé"):
        lan.says(words)
        lan.hears()
    return private(lan)


def feedback(telegram: TelegramDouble) -> Scene:
    """👎, and what the bot asks then."""
    lan = talk(telegram, 2011)
    lan.says(QUESTION)
    lan.hears()
    acknowledged = lan.presses("👎")
    lan.sees_change()
    return private(lan, Toast(acknowledged["text"]))


def summary(telegram: TelegramDouble) -> Scene:
    """/tomtat."""
    return _asked(telegram, 2012, "/tomtat")


def figures(telegram: TelegramDouble) -> Scene:
    """/solieu with a subject."""
    return _asked(telegram, 2013, "/solieu thuế")


def all_figures(telegram: TelegramDouble) -> Scene:
    """/solieu alone."""
    return _asked(telegram, 2014, "/solieu")


def outline(telegram: TelegramDouble) -> Scene:
    """/mucluc."""
    return _asked(telegram, 2015, "/mucluc")


def section(telegram: TelegramDouble) -> Scene:
    """/mucluc, and a heading pressed."""
    return _pressed(telegram, 2016, "/mucluc", "Kinh tế và thu, chi ngân sách")


def about(telegram: TelegramDouble) -> Scene:
    """/baocao."""
    return _asked(telegram, 2017, "/baocao")


def forgotten(telegram: TelegramDouble) -> Scene:
    """/xoa after a question."""
    lan = talk(telegram, 2022)
    for words in (QUESTION, "/xoa"):
        lan.says(words)
        lan.hears()
    return private(lan)


def inline(telegram: TelegramDouble) -> Scene:
    """The results while somebody types after the bot's name in another chat."""
    lan = talk(telegram, 2018)
    typed = "thu ngân sách nh"
    answered = lan.types(typed)
    return Scene("Phòng Tài chính", "8 thành viên", lan.user, (Results(f"@{telegram.bot_username} {typed}", answered),))


def inline_chosen(telegram: TelegramDouble) -> Scene:
    """What choosing the first of them posts."""
    lan = talk(telegram, 2019)
    chosen = lan.chooses(lan.types("thu ngân sách nh")["results"][0])
    return Scene("Minh", "trực tuyến", lan.user, (Bubble(chosen),))


def not_text(telegram: TelegramDouble) -> Scene:
    """A voice message."""
    lan = talk(telegram, 2020)
    lan.sends(voice={"file_id": "v", "file_unique_id": "v", "duration": 3})
    lan.hears()
    return private(lan)


def _asked(telegram: TelegramDouble, chat: int, words: str) -> Scene:
    """One message, one reply."""
    lan = talk(telegram, chat)
    lan.says(words)
    lan.hears()
    return private(lan)


def _pressed(telegram: TelegramDouble, chat: int, words: str, label: str) -> Scene:
    """One message, and a button under the reply pressed."""
    lan = talk(telegram, chat)
    lan.says(words)
    lan.hears()
    lan.presses(label)
    lan.sees_change()
    return private(lan)
