"""The admins' commands of the whole bot, with the real report, as a process of its own."""

from tests.bot.conftest import Start
from tests.bot.process import FIGURE
from tests.telegram_double import TelegramDouble
from tests.telegram_double.talk import talk

ADMIN, OFFICIAL = 7, 8
QUESTION = "TTNS năm 2020 là bao nhiêu?"  # an abbreviation that only this office uses


def test_an_abbreviation_is_in_effect_at_once_for_all_and_after_a_restart(
    telegram: TelegramDouble, start: Start
) -> None:
    bot = start(ADMIN_USERS=str(ADMIN))
    admin, official = talk(telegram, ADMIN), talk(telegram, OFFICIAL)
    official.says(QUESTION)
    assert FIGURE not in official.hears()["text"]
    admin.says("/viettat TTNS = tổng thu ngân sách nhà nước")
    assert admin.hears()["text"] == "Đã có hiệu lực: TTNS = tổng thu ngân sách nhà nước"
    official.says(QUESTION)
    assert FIGURE in official.hears()["text"]
    bot.terminate()
    start(ADMIN_USERS=str(ADMIN))
    official.says(QUESTION)
    assert FIGURE in official.hears()["text"]


def test_one_of_the_reports_own_that_is_replaced_is_said_to_be_and_comes_back(
    telegram: TelegramDouble, start: Start
) -> None:
    start(ADMIN_USERS=str(ADMIN))
    admin = talk(telegram, ADMIN)
    admin.says("/viettat NSNN = nước sạch nông nghiệp")
    assert "NSNN vốn là “ngân sách nhà nước”" in admin.hears()["text"]
    admin.says("/viettat xóa NSNN")
    assert "NSNN lại là “ngân sách nhà nước”" in admin.hears()["text"]


def test_an_admin_sees_what_was_asked(telegram: TelegramDouble, start: Start) -> None:
    start(ADMIN_USERS=str(ADMIN))
    admin, official = talk(telegram, ADMIN), talk(telegram, OFFICIAL)
    for question in ("Vườn thú có bao nhiêu con voi?", "vuon thu co bao nhieu con voi"):
        official.says(question)
        official.hears()
    admin.says("/chuatraloi")
    assert "1. Vườn thú có bao nhiêu con voi?\n2 lần, gần nhất ngày" in admin.hears()["text"]
    admin.says("/thongke 1")
    assert "Chưa trả lời được: 2 (100%)" in admin.hears()["caption"]
